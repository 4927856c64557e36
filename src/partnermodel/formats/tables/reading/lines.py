"""One line of a mapping at work: a column of cells into a column of values, each different cell read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from partnermodel.formats.tables.cells.cells import CellReader, Said
from partnermodel.formats.tables.cells.numbers import text_of
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.mappings.paths import ID

Values = list[Any]

# So many different cells of a column are remembered; a column of more has few that come again.
_REMEMBERED = 100_000

_TEXTS = frozenset({str, type(None)})


@attrs.frozen
class Typed:
    """A cell that is no text, as what it is looked up by: to Python, 1, 1.0 and true are one key."""

    sort: type
    cell: Any


def keyed(column: Sequence[Any]) -> Sequence[Any]:
    """Return a column of cells so that those which are alike are read alike."""
    if _TEXTS.issuperset(map(type, column)):
        return column
    return [cell if type(cell) in _TEXTS else Typed(type(cell), cell) for cell in column]


@attrs.frozen
class Change:
    """How often cells of a column are not what the model says.

    Attributes:
        column: The place of the column.
        how: What was done with them, such as `date`.
    """

    column: int
    how: str


class Notes:
    """What is told of the cells of a sheet: how often something was changed, and one example of each."""

    def __init__(self) -> None:
        self.times: Counter[Change] = Counter()
        self.examples: dict[Change, tuple[str, str]] = {}

    def add(self, column: int, how: str, times: int, before: Any, after: Any) -> None:
        """Take down that cells that say one thing were changed to say another."""
        change = Change(column, how)
        self.times[change] += times
        example = str(before), _told(after)
        kept = self.examples.get(change)
        # The least of them: the order of the rows says nothing.
        if kept is None or example < kept:
            self.examples[change] = example


def _told(value: Any) -> str:
    if isinstance(value, tuple):
        return " | ".join("" if item is None else str(item) for item in value)
    return "" if value is None else value.decode() if isinstance(value, bytes) else str(value)


class Line:
    """Reads what one field of the records of a sheet is made of."""

    def __init__(self, reader: CellReader, places: Sequence[int]) -> None:
        """Take the reader of its cells, and the places of its columns."""
        self.reader = reader
        self.places = tuple(places)
        self.target = reader.target
        self._known: dict[Any, Any] = {None: None}
        self._notable: dict[Any, Said] = {}
        constant = reader.field.constant
        self.constant = None if constant is None else reader.read(constant)

    @property
    def is_constant(self) -> bool:
        """Whether it says the same of each record."""
        return self.constant is not None

    def values(
        self,
        column: Callable[[int], Sequence[Any]],
        count: int,
        notes: Notes,
        refuse: Callable[[int, int, Refusal], None],
    ) -> Values:
        """Return the values of the field for some rows; what is not stated is None.

        Args:
            column: Gives the cells of a column, by its place.
            count: How many rows there are.
            notes: Takes down what is changed.
            refuse: Is told of each cell that cannot be read: the place of the row and of the column, and why.
        """
        if self.constant is not None:
            return [self.constant.value] * count
        columns = [self._column(place, column(place), notes, refuse) for place in self.places]
        if len(columns) == 1:
            return columns[0]
        if self.target.many:
            return [_united(values) for values in zip(*columns, strict=True)]
        if self.target.sort == ID:
            return ["-".join(filter(None, values)) or None for values in zip(*columns, strict=True)]
        return self._first(columns, column, notes)

    def _column(
        self, place: int, cells: Sequence[Any], notes: Notes, refuse: Callable[[int, int, Refusal], None]
    ) -> Values:
        known, notable = self._known, self._notable
        different = set(cells)
        if len(known) > _REMEMBERED:
            known.clear()
            notable.clear()
            known[None] = None
        for cell in different.difference(known):
            said = self.reader.read(cell.cell if isinstance(cell, Typed) else cell)
            known[cell] = said.value
            if said.changes or said.refusal is not None:
                notable[cell] = said
        if notable and (noted := different.intersection(notable)):
            times = Counter(cells) if len(noted) > 1 else {}
            for cell in noted:
                said = notable[cell]
                if said.refusal is not None:
                    for row, one in enumerate(cells):
                        if one == cell:
                            refuse(row, place, said.refusal)
                    continue
                often = times[cell] if times else cells.count(cell)
                before = text_of(cell.cell) if isinstance(cell, Typed) else cell
                for how in said.changes:
                    notes.add(place, how, often, before, said.value)
        return list(map(known.__getitem__, cells))

    def _first(self, columns: list[Values], column: Callable[[int], Sequence[Any]], notes: Notes) -> Values:
        """Return what is stated first; what another column says is told, unless it says the same."""
        found = [
            next((one for one in values if one is not None), None) for values in zip(*columns, strict=True)
        ]
        for place, values in zip(self.places[1:], columns[1:], strict=True):
            for row, (first, value) in enumerate(zip(found, values, strict=True)):
                if value is not None and value != first:
                    cell = column(place)[row]
                    notes.add(place, "passed-over", 1, cell.cell if isinstance(cell, Typed) else cell, first)
        return found


def _united(values: tuple[Any, ...]) -> tuple[Any, ...] | None:
    return tuple(item for some in values if some is not None for item in some) or None
