"""One record of a mapping at work: rows into drafts, of which those that are alike are kept once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Any

from partnermodel.formats.tables.mappings.mapping import RecordMapping
from partnermodel.formats.tables.reading.lines import Line
from partnermodel.model.relations import Relation

NOT_MADE = -1

Draft = tuple[Any, ...]
"""What some rows say of one record: the value of each line, and None where nothing is stated."""


class Maker:
    """Makes drafts of the records of one type of the rows of one sheet.

    Attributes:
        record: The mapping of the record.
        lines: Where its fields come from.
        refers: For each line, the maker whose records it leads to, or None.
        rank: Its place among all makers of the mapping: what an earlier one calls a thing comes first.
        grid: The number of the grid that it reads.
        positions: For each record that was made, the position of its row among all rows of all grids.
        drafts: For each record that was made, the number of its draft.
    """

    def __init__(
        self, record: RecordMapping, lines: Sequence[Line], rank: tuple[int, int], grid: int
    ) -> None:
        self.record = record
        self.lines = tuple(lines)
        self.refers: list[Maker | None] = [None] * len(lines)
        self.rank = rank
        self.grid = grid
        self.positions = array("q")
        self.drafts = array("q")
        self.is_relation = record.type == Relation.scheme
        self._known: dict[Draft, int] = {}
        self._values: list[Draft] = []
        self.columns: list[list[Any]] = [[] for _ in lines]
        self._own = [place for place, line in enumerate(lines) if line.places]
        self._ends = [place for place, line in enumerate(lines) if line.target.field in ("source", "target")]

    def __len__(self) -> int:
        """Return how many drafts there are."""
        return len(self.drafts) if self.is_relation else len(self._values)

    def draft(self, number: int) -> Draft:
        """Return a draft by its number."""
        if self.is_relation:
            return tuple(column[number] for column in self.columns)
        return self._values[number]

    def all_drafts(self) -> Iterator[Draft]:
        """Yield the drafts in the order of their numbers."""
        return zip(*self.columns, strict=True) if self.is_relation else iter(self._values)

    def take(
        self, values: list[list[Any]], said: Sequence[bool] | None, positions: Sequence[int]
    ) -> list[int]:
        """Make drafts of some rows.

        Args:
            values: The values of each line, one a row.
            said: For each row, whether a column of `when` says something; None if it has none.
            positions: The position of each row.

        Returns:
            The number of the draft of each row, or that none was made.
        """
        return (self._relations if self.is_relation else self._entities)(values, said, positions)

    def _entities(self, values: Any, said: Sequence[bool] | None, positions: Sequence[int]) -> list[int]:
        known, drafts, own = self._known, self._values, self._own
        numbers: list[int] = []
        rows: Any = zip(*values, strict=True) if values else [()] * len(positions)
        for row in rows:
            number = known.get(row)
            if number is None:
                number = NOT_MADE
                if not own or said is not None or any(row[place] is not None for place in own):
                    number = len(drafts)
                    drafts.append(row)
                known[row] = number
            numbers.append(number)
        if said is not None:
            numbers = [number if one else NOT_MADE for number, one in zip(numbers, said, strict=True)]
        if NOT_MADE in numbers:
            made = [number != NOT_MADE for number in numbers]
            self.positions.extend(compress(positions, made))
            self.drafts.extend(compress(numbers, made))
        else:
            self.positions.extend(positions)
            self.drafts.extend(numbers)
        return numbers

    def _relations(self, values: Any, said: Sequence[bool] | None, positions: Sequence[int]) -> list[int]:
        """Make a draft a row: a relation is made when both its ends are, or when more is said of it."""
        ends, own = self._ends, self._own
        made = [True] * len(positions) if said is None else list(said)
        if any(None in values[place] for place in ends):
            for number, row in enumerate(zip(*values, strict=True)):
                if any(row[end] is None for end in ends) and all(row[place] is None for place in own):
                    made[number] = False
        first = len(self.drafts)
        if not all(made):
            values = [list(compress(column, made)) for column in values]
            positions = list(compress(positions, made))
        for column, more in zip(self.columns, values, strict=True):
            column.extend(more)
        self.positions.extend(positions)
        self.drafts.extend(range(first, first + len(positions)))
        numbers = iter(range(first, first + len(positions)))
        return [next(numbers) if one else NOT_MADE for one in made]
