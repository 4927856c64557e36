"""A matrix of who serves which group, where, and through what: its cells, and its gaps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product

import attrs

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Choice, Label, Name, Saying, Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import label, named
from partnermodel.queries.cell_rows import cell_rows, count_rows
from partnermodel.queries.gaps import Gap, Gaps, in_cells, nearly_filled
from partnermodel.queries.provisions import Provision, links, provisions
from partnermodel.queries.reasons import uncounted
from partnermodel.queries.tally import Columns, Values
from partnermodel.queries.withholding import hidden_cells, suppressed_notes
from partnermodel.values.collector import collector_paused
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rows import Rows
from partnermodel.values.table import Shown, Table


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
        min_count: The least number that may be told, or None for any. With it `counts` lacks what is
            suppressed, as do all tables; `provisions` and `cells` are the records, for who has the model.
        suppressed: The cells whose counts are suppressed.
    """

    by: tuple[str, ...]
    counted: tuple[str, ...]
    _groups: tuple[str, ...] = attrs.field(alias="groups")
    _model: PartnerModel = attrs.field(alias="model")
    min_count: int | None = None

    @cached_property
    def axes(self) -> tuple[tuple[str | None, ...], ...]:
        """The values of each dimension, in order; None stands for what is not stated."""
        columns = self._model.once(Columns)
        stated: dict[str, Iterable[str]] = {"group": self._groups, "place": self._model.places}
        axes = []
        for dimension in self.by:
            # What serves somebody always serves a group, so none is never among them.
            occurring = set() if dimension == "group" else columns.occurring(dimension, self._served)
            values = stated[dimension] if dimension in stated else sorted(filter(None, occurring))
            axes.append((*values, None) if None in occurring else tuple(values))
        return tuple(axes)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision that the model knows, whatever its status."""
        with collector_paused(kept=True):
            return tuple(provisions(self._model, self._served))

    @cached_property
    def cells(self) -> FrozenMap[Values, tuple[Provision, ...]]:
        """Every cell in which there is a provision, whatever its status."""
        with collector_paused(kept=True):
            return FrozenMap(in_cells(self.provisions, self.by))

    @cached_property
    def counts(self) -> FrozenMap[Values, int]:
        """How many different provisions count in a cell, for every cell in which one does.

        What is given by two organisations, or serves a group in two ways, is one: it is what
        serves that is counted.
        """
        return FrozenMap({cell: n for cell, n in self._counts.items() if cell not in self.suppressed})

    @cached_property
    def _counts(self) -> dict[Values, int]:
        """Every count, suppressed or not."""
        return self._model.once(Columns).counts(self.by, self._served, frozenset(self.counted))

    @cached_property
    def suppressed(self) -> frozenset[Values]:
        """The cells whose counts are suppressed: small ones, and what would give them away."""
        if self.min_count is None:
            return frozenset()
        return hidden_cells(self._model, self.by, self._counts, self.min_count)

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
        return Gaps(self._gaps, self)

    @cached_property
    def _gaps(self) -> tuple[Gap, ...]:
        with collector_paused(kept=True):
            if self.min_count is not None:
                return tuple([Gap(cell, ()) for cell in self.empty])
            return nearly_filled(self._model, self.by, self._served, self.empty)

    @cached_property
    def empty(self) -> tuple[Values, ...]:
        """The cells of the gaps, in the order of the matrix."""
        counts = self._counts
        stated = ([value for value in axis if value is not None] for axis in self.axes)
        return tuple([cell for cell in product(*stated) if cell not in counts])

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
        if (self.by, self.counted, self.min_count) != (other.by, other.counted, other.min_count):
            return False
        if self._model is other._model and self._groups == other._groups:
            return True
        return (self.axes, self.provisions, self._names) == (other.axes, other.provisions, other._names)

    def __hash__(self) -> int:
        return hash((self.by, self.counted, self.axes, self.provisions))

    def __repr__(self) -> str:
        held = ("provisions",) if self.min_count is None else ("counts", "suppressed", "min_count")
        facts = (f"{name}={_written(getattr(self, name))}" for name in ("by", "axes", *held, "counted"))
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
            saying("counted-or-not" if self.min_count is None else "counted", statuses=counted),
            *suppressed_notes(len(self.suppressed), self.min_count),
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
        words = []
        for id, by_status in uncounted(provisions, self.counted, placed=placed).items():
            why = [
                [
                    *([self._name("status", status)] if status else []),
                    *([saying("unstated-place")] if elsewhere else []),
                ]
                for status, elsewhere in by_status.items()
            ]
            name = self._name("provision", id)
            because = several((several(parts, ", ") for parts in why), once=True)
            words.append(saying("in-brackets", what=name, why=because) if all(why) else name)
        return several(words, otherwise="nothing")

    def _told(self, cell: Values) -> Untold:
        """Return what stands in a cell: names, or with a least number a number."""
        if self.min_count is None:
            return self.worded(self.cells.get(cell, ()))
        if cell in self.suppressed:
            return saying("suppressed")
        return Number(self.counts[cell]) if cell in self.counts else saying("nothing")

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
                    *(self._told((row, column)) for column in self.axes[1]),
                )
                for row in self.axes[0]
            )
        else:
            columns = (*self.by, "through" if self.min_count is None else "number")
            rows = tuple((*self.names_of(cell), self._told(cell)) for cell in self._listed)
        caption = saying("coverage-by", dimensions=self.dimensions)
        return Sheet(caption, columns, rows, self.notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each cell, for machines: its dimensions, how many provisions count, and which.

        Of two dimensions it is every cell, also one in which there is nothing; of three, as in the table,
        every cell in which there is anything. With a `min_count` it says instead of which whether the
        count is suppressed, and then there is none.
        """
        order = product(*self.axes) if len(self.by) == 2 else self._listed
        if self.min_count is not None:
            return count_rows(self.by, order, self.counts, self.suppressed)
        return cell_rows(self.by, order, self.cells, self.counts, self.counted)

    @property
    def _listed(self) -> list[Values]:
        """The cells in which there is anything, in the order of the axes."""
        places = [{value: place for place, value in enumerate(axis)} for axis in self.axes]
        return sorted(
            self.cells if self.min_count is None else self._counts,  # names can be counted
            key=lambda cell: [at[value] for at, value in zip(places, cell, strict=True)],
        )


def _written(value: object) -> str:
    """Return a value as Python shows it, and a set in an order that is the same in every process."""
    if isinstance(value, frozenset) and value:
        return f"frozenset({{{', '.join(sorted(map(repr, value)))}}})"
    return repr(value)
