"""A matrix of who serves which group, where, and through what: its cells, and its gaps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product
from operator import attrgetter

import attrs

from partnermodel.language.sayings import Choice, Label, Name, Saying, Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing, label, named
from partnermodel.queries.cell_rows import cell_rows, of_cell
from partnermodel.queries.provisions import Provision, links, provisions
from partnermodel.queries.tally import Columns, Values
from partnermodel.values.columns import column_of
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Shown, Table


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

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each gap, with what nearly fills it.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        matrix = self.coverage
        rows = tuple((*matrix.names_of(gap.cell), matrix.worded(gap.nearly, gap.cell)) for gap in self.items)
        caption = saying("gaps-by", dimensions=matrix.dimensions)
        return Sheet(caption, (*matrix.by, "nearly-covered"), rows, matrix.notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each gap, for machines: its dimensions, and the ids of what nearly fills it."""
        nearly = column_of("nearly", "ids", lambda one: dict.fromkeys(each.provision for each in one.nearly))
        return rows_of(self.items, *of_cell(self.coverage.by), nearly)


@attrs.frozen(eq=False, repr=False)
class Coverage(Shown):
    """What `coverage` returns: a matrix of two or three dimensions.

    It is worked out as far as it is asked: to count takes no list of provisions.

    Attributes:
        by: The dimensions.
        counted: The statuses that count, in alphabetical order.
        axes: The values of each dimension, in order; None stands for what is not stated.
        provisions: Every provision that the model knows, whatever its status.
        cells: Every cell in which there is a provision, whatever its status.
        counts: For every cell in which something counts, how many different provisions do.
    """

    by: tuple[str, ...]
    counted: tuple[str, ...]
    _groups: tuple[str, ...] = attrs.field(alias="groups")
    _model: PartnerModel = attrs.field(alias="model")

    @cached_property
    def axes(self) -> tuple[tuple[str | None, ...], ...]:
        """The values of each dimension, in order; None stands for what is not stated."""
        columns = self._model.once(Columns)
        stated: dict[str, Iterable[str]] = {"group": self._groups, "place": self._model.places}
        axes = []
        for dimension in self.by:
            occurring = columns.occurring(dimension, self._served)
            values = stated[dimension] if dimension in stated else sorted(filter(None, occurring))
            axes.append((*values, None) if None in occurring else tuple(values))
        return tuple(axes)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision that the model knows, whatever its status."""
        return tuple(provisions(self._model, self._served))

    @cached_property
    def cells(self) -> FrozenMap[Values, tuple[Provision, ...]]:
        """Every cell in which there is a provision, whatever its status."""
        found: dict[Values, list[Provision]] = {}
        cell_of = attrgetter(*self.by)
        for provision in self.provisions:
            found.setdefault(cell_of(provision), []).append(provision)
        return FrozenMap({cell: tuple(inside) for cell, inside in found.items()})

    @cached_property
    def counts(self) -> FrozenMap[Values, int]:
        """How many different provisions count in a cell, for every cell in which one does.

        What is given by two organisations, or serves a group in two ways, is one: it is what
        serves that is counted.
        """
        columns = self._model.once(Columns)
        return FrozenMap(columns.counts(self.by, self._served, frozenset(self.counted)))

    @property
    def _served(self) -> frozenset[str]:
        return frozenset(self._groups)

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
            if cell in self.counts:
                continue
            inside = self.cells.get(cell, ())
            elsewhere: tuple[Provision, ...] = ()
            if place is not None:
                elsewhere = self.cells.get((*cell[:place], None, *cell[place + 1 :]), ())
            items.append(Gap(cell, (*inside, *elsewhere)))
        return Gaps(tuple(items), self)

    @cached_property
    def _names(self) -> FrozenMap[tuple[str, str], Name | Label]:
        """What people read for (dimension, value), ("provision", id) or ("status", code).

        An id and a kind may be the same word, and mean two things.
        """
        model = self._model
        found: dict[tuple[str, str], Name | Label] = {}
        for dimension, catalogue in (
            ("group", model.groups), ("place", model.places), ("organisation", model.organisations)
        ):  # fmt: skip
            found |= {(dimension, id): named(model, entity) for id, entity in catalogue.items()}
        for relation in model.once(links).serving:
            if relation.target in self._served:
                entity = model.entity(relation.source)
                found["provision", entity.id] = named(model, entity)
                if entity.kind is not None:
                    found["kind", entity.kind] = label(model, entity.scheme, entity.kind)
        for code in model.vocabulary.codes("status"):
            found["status", code] = label(model, "status", code)
        return FrozenMap(found)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Coverage):
            return NotImplemented
        if (self.by, self.counted) != (other.by, other.counted):
            return False
        if self._model is other._model and self._groups == other._groups:
            return True
        return (self.axes, self.provisions, self._names) == (other.axes, other.provisions, other._names)

    def __hash__(self) -> int:
        return hash((self.by, self.counted, self.axes, self.provisions))

    def __repr__(self) -> str:
        facts = (f"{name}={getattr(self, name)!r}" for name in ("by", "axes", "provisions", "counted"))
        return f"Coverage({', '.join(facts)})"

    @property
    def model(self) -> PartnerModel:
        """The model that the matrix is of."""
        return self._model

    @property
    def layout(self) -> str:
        """The dimensions as people say them, in English: `group, place and kind`."""
        return f"{', '.join(self.by[:-1])} and {self.by[-1]}"

    @property
    def dimensions(self) -> tuple[Saying, ...]:
        """The dimensions as people say them, in no language yet."""
        return tuple(saying(f"by-{dimension}") for dimension in self.by)

    @property
    def notes(self) -> tuple[Saying, ...]:
        """What a reader of the cells must know."""
        counted = Choice(tuple(label(self._model, "status", code) for code in self.counted))
        return (
            saying("counted-or-not", statuses=counted),
            *(
                saying(f"no-{dimension}")
                for dimension, axis in zip(self.by, self.axes, strict=True)
                if not {*axis} - {None}
            ),
        )

    def names_of(self, cell: Values) -> tuple[Untold, ...]:
        """Return what people read for the values of a cell."""
        return tuple(map(self._name, self.by, cell))

    def _name(self, dimension: str, value: str | None) -> Untold:
        if value is None:
            return saying(f"unstated-{dimension}")
        return self._names.get((dimension, value)) or Label(value)

    def worded(self, provisions: Iterable[Provision], cell: Values = ()) -> Untold:
        """Return the names of provisions, each once, with the reason for which it does not count.

        Args:
            provisions: The provisions.
            cell: The cell that they are seen from: what has no place does not count in one that has.
        """
        placed = any(value for dimension, value in zip(self.by, cell, strict=False) if dimension == "place")
        reasons: dict[str, dict[str, set[bool]]] = {}
        for provision in provisions:
            status = "" if provision.status in self.counted else provision.status
            elsewhere = placed and provision.place is None
            reasons.setdefault(provision.provision, {}).setdefault(status, set()).add(elsewhere)
        words = []
        for id, by_status in reasons.items():
            # What is also there with a place does not wait for one.
            why = [
                [
                    *([self._name("status", status)] if status else []),
                    *([saying("unstated-place")] if all(elsewhere) else []),
                ]
                for status, elsewhere in by_status.items()
            ]
            name = self._name("provision", id)
            because = several((several(parts, ", ") for parts in why), once=True)
            words.append(saying("in-brackets", what=name, why=because) if all(why) else name)
        return several(words, otherwise="nothing")

    def table(self, *, language: str = "en") -> Table:
        """Return the matrix: rows by the first dimension, columns by the second; a third makes it a list.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows: tuple[tuple[Untold, ...], ...]
        columns: tuple[Untold, ...]
        if len(self.by) == 2:
            columns = (self.by[0], *(self._name(self.by[1], value) for value in self.axes[1]))
            rows = tuple(
                (
                    self._name(self.by[0], row),
                    *(self.worded(self.cells.get((row, column), ())) for column in self.axes[1]),
                )
                for row in self.axes[0]
            )
        else:
            columns = (*self.by, "through")
            rows = tuple((*self.names_of(cell), self.worded(self.cells[cell])) for cell in self._listed)
        caption = saying("coverage-by", dimensions=self.dimensions)
        return Sheet(caption, columns, rows, self.notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each cell, for machines: its dimensions, how many provisions count, and which.

        Of two dimensions it is every cell, also one in which there is nothing; of three, as in the table,
        every cell in which there is anything.
        """
        order = product(*self.axes) if len(self.by) == 2 else self._listed
        return cell_rows(self.by, order, self.cells, self.counts, self.counted)

    @property
    def _listed(self) -> list[Values]:
        """The cells in which there is anything, in the order of the axes."""
        places = [{value: place for place, value in enumerate(axis)} for axis in self.axes]
        return sorted(
            self.cells, key=lambda cell: [at[value] for at, value in zip(places, cell, strict=True)]
        )
