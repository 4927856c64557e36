"""A matrix of who serves which group, where, and through what: its cells, and its gaps."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import attrs

from partnermodel.queries.answers import Listing
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.table import Cell, Phrase, Shown, Table

DIMENSIONS = ("group", "place", "kind", "organisation")
"""What a matrix of coverage can be laid out by."""

_NO_PLACE = "place not stated"

Values = tuple[str | None, ...]
"""A value for each dimension of a matrix; None stands for what is not stated."""


@attrs.frozen
class Provision:
    """One way in which one group is served in one place by one organisation.

    Attributes:
        group: The id of the group that is served.
        place: The id of the place, or None when no place is stated for the provision or its provider.
        kind: The kind of what serves it, or None when it is not stated.
        organisation: The id of the organisation that gives it, or None when none is stated.
        provision: The id of what serves it: a programme, an initiative, a centre or an organisation.
        status: How far it has come: what its records say together.
        records: The ids of the records that make it so.
    """

    group: str
    place: str | None
    kind: str | None
    organisation: str | None
    provision: str
    status: str
    records: tuple[str, ...]


@attrs.frozen
class Gap:
    """A cell of the matrix in which nothing counts.

    Attributes:
        cell: The values of the cell, in the order of the dimensions.
        nearly: Provisions that would fill it, were they further on, or were their place stated.
    """

    cell: Values
    nearly: tuple[Provision, ...]


@attrs.frozen
class Gaps(Listing[Gap]):
    """The gaps of a matrix, in its order."""

    items: tuple[Gap, ...]
    coverage: Coverage = attrs.field(repr=False)

    def table(self) -> Table:
        """Return a row for each gap, with what nearly fills it."""
        matrix = self.coverage
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (*matrix.names_of(gap.cell), matrix.worded(gap.nearly, gap.cell)) for gap in self.items
        )
        columns = (*matrix.by, "nearly covered by")
        return Table(f"Gaps in coverage by {matrix.layout}", columns, rows, matrix.notes)


@attrs.frozen
class Coverage(Shown):
    """What `coverage` returns: a matrix of two or three dimensions.

    Attributes:
        by: The dimensions.
        axes: The values of each dimension, in order; None stands for what is not stated.
        provisions: Every provision that the model knows, whatever its status.
        counted: The statuses that count, in alphabetical order.
        cells: Every cell in which there is a provision, whatever its status.
    """

    by: tuple[str, ...]
    axes: tuple[tuple[str | None, ...], ...]
    provisions: tuple[Provision, ...]
    counted: tuple[str, ...]
    _names: FrozenMap[tuple[str, str], Phrase] = attrs.field(repr=False, alias="names")
    """What people read for (dimension, value), ("provision", id) or ("status", code)."""
    cells: FrozenMap[Values, tuple[Provision, ...]] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        found: dict[Values, list[Provision]] = {}
        for provision in self.provisions:
            key = tuple(getattr(provision, dimension) for dimension in self.by)
            found.setdefault(key, []).append(provision)
        cells = FrozenMap({cell: tuple(inside) for cell, inside in found.items()})
        object.__setattr__(self, "cells", cells)

    def cell(self, *values: str | None) -> tuple[Provision, ...]:
        """Return the provisions in one cell, whatever their status.

        Args:
            *values: A value for each dimension, in their order.
        """
        return self.cells.get(values, ())

    @property
    def gaps(self) -> Gaps:
        """The cells in which nothing counts, each with what nearly fills it.

        A cell of what is not stated (no place, no kind, no organisation) is never a gap.
        """
        place = self.by.index("place") if "place" in self.by else None
        items = []
        for cell in product(*([value for value in axis if value is not None] for axis in self.axes)):
            inside = self.cells.get(cell, ())
            if any(provision.status in self.counted for provision in inside):
                continue
            elsewhere: tuple[Provision, ...] = ()
            if place is not None:
                elsewhere = self.cells.get((*cell[:place], None, *cell[place + 1 :]), ())
            items.append(Gap(cell, (*inside, *elsewhere)))
        return Gaps(tuple(items), self)

    @property
    def layout(self) -> str:
        """The dimensions as people say them: `group, place and kind`."""
        return f"{', '.join(self.by[:-1])} and {self.by[-1]}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the cells must know."""
        *others, last = sorted({str(self._name("status", code)) for code in self.counted})
        counted = f"{', '.join(others)} or {last}" if others else last
        return (
            f"What counts is {counted}; all else says in brackets why it does not.",
            *(
                f"No {dimension} is stated, so no cell can be called a gap."
                for dimension, axis in zip(self.by, self.axes, strict=True)
                if not {*axis} - {None}
            ),
        )

    def names_of(self, cell: Values) -> tuple[Phrase, ...]:
        """Return what people read for the values of a cell."""
        return tuple(map(self._name, self.by, cell))

    def _name(self, dimension: str, value: str | None) -> Phrase:
        if value is None:
            return Phrase(f"{dimension} not stated")
        return self._names.get((dimension, value), Phrase(value))

    def worded(self, provisions: Iterable[Provision], cell: Values = ()) -> str:
        """Return the names of provisions, each once, with the reason for which it does not count.

        Args:
            provisions: The provisions.
            cell: The cell that they are seen from: what has no place does not count in one that has.
        """
        placed = any(value for dimension, value in zip(self.by, cell, strict=False) if dimension == "place")
        reasons: dict[str, dict[str, set[str]]] = {}
        for provision in provisions:
            status = "" if provision.status in self.counted else str(self._name("status", provision.status))
            place = _NO_PLACE if placed and provision.place is None else ""
            reasons.setdefault(provision.provision, {}).setdefault(status, set()).add(place)
        words = []
        for id, by_status in reasons.items():
            # What is also there with a place does not wait for one.
            why = [", ".join(filter(None, (status, min(places)))) for status, places in by_status.items()]
            words.append(f"{self._name('provision', id)}" + ("" if "" in why else f" ({'; '.join(why)})"))
        return "; ".join(words) or "nothing"

    def table(self) -> Table:
        """Return the matrix: rows by the first dimension, columns by the second; a third makes it a list."""
        rows: tuple[tuple[Cell, ...], ...]
        columns: tuple[str, ...]
        if len(self.by) == 2:
            columns = (self.by[0], *(str(self._name(self.by[1], value)) for value in self.axes[1]))
            rows = tuple(
                (
                    self._name(self.by[0], row),
                    *(self.worded(self.cells.get((row, column), ())) for column in self.axes[1]),
                )
                for row in self.axes[0]
            )
        else:
            columns = (*self.by, "through")
            places = [{value: place for place, value in enumerate(axis)} for axis in self.axes]
            rows = tuple(
                (*self.names_of(cell), self.worded(self.cells[cell]))
                for cell in sorted(
                    self.cells,
                    key=lambda cell: [at[value] for at, value in zip(places, cell, strict=True)],
                )
            )
        return Table(f"Coverage by {self.layout}", columns, rows, self.notes)
