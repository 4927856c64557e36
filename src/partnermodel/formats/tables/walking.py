"""Through the rows of a grid, some thousands at a time, column by column."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

import attrs

from partnermodel.formats.tables.cells import split
from partnermodel.formats.tables.heads import Heads
from partnermodel.formats.tables.lines import Notes, keyed
from partnermodel.formats.tables.makers import NOT_MADE
from partnermodel.formats.tables.mapping import SheetMapping
from partnermodel.formats.tables.numbers import text_of
from partnermodel.formats.tables.plans import Stream, Work
from partnermodel.formats.tables.refusals import Refusal
from partnermodel.formats.tables.sources.grid import Cell, Grid

# So many rows are read at a time that their cells stay near at hand.
_AT_ONCE = 8192

Row = tuple[int, Sequence[Cell]]


@attrs.define
class Rows:
    """The rows of all grids: a position for each, and what became of it.

    Attributes:
        numbers: The number of each row that was read, by its position.
        starts: The position of the first row of each grid.
        refused: What cells could not be read: the position of the row, the place of the column, and why.
        blank: How many rows of each grid are blank.
        skipped: How many rows of each grid were passed over.
        idle: The positions of rows of which no record was made.
        void: Those of them in which there are spaces at the most.
    """

    numbers: array[int] = attrs.field(factory=lambda: array("q"))
    starts: list[int] = attrs.field(factory=list)
    refused: list[tuple[int, int, Refusal]] = attrs.field(factory=list)
    blank: list[int] = attrs.field(factory=list)
    skipped: list[int] = attrs.field(factory=list)
    idle: set[int] = attrs.field(factory=set)
    void: set[int] = attrs.field(factory=set)


def header_of(grid: Grid, sheet: SheetMapping) -> tuple[list[Sequence[Cell]], Iterator[Row], int]:
    """Return the rows of the header, the rows below it, and the number of the last row of the header."""
    rows = iter(grid.rows)
    found: list[Sequence[Cell]] = []
    if grid.named:
        first = next(rows, None)
        return ([] if first is None else [first[1]]), rows, 0 if first is None else first[0]
    last = sheet.header + sheet.header_rows - 1
    waiting: list[Row] = []
    for number, cells in rows:
        if number > last:
            waiting.append((number, cells))
            break
        if number >= sheet.header:
            found.append(cells)
    return found, _chained(waiting, rows), last


def _chained(first: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from first
    yield from rest


class Walk:
    """Reads the rows of one grid."""

    def __init__(self, sheet: SheetMapping, heads: Heads, work: Work, rows: Rows) -> None:
        self.notes = Notes()
        self.filled: Counter[int] = Counter()
        self._sheet, self._heads, self._work, self._rows = sheet, heads, work, rows
        rows.starts.append(len(rows.numbers))
        rows.blank.append(0)
        rows.skipped.append(0)
        self._columns: list[Sequence[Any]] = []
        self._width = len(heads.names)

    def go(self, rows: Iterator[Row], header: int) -> None:
        """Read all rows below the header, whose last row has the number `header`."""
        skip, until = frozenset(self._sheet.skip), self._sheet.until
        last = header
        some: list[Sequence[Cell]] = []
        numbers = array("q")
        for number, cells in rows:
            if until is not None and number > until:
                self._rows.skipped[-1] += 1
                continue
            self._rows.blank[-1] += number - last - 1
            last = number
            if number in skip:
                self._rows.skipped[-1] += 1
                continue
            some.append(cells)
            numbers.append(number)
            if len(some) == _AT_ONCE:
                self._read(some, numbers)
                some, numbers = [], array("q")
        if some:
            self._read(some, numbers)

    def _read(self, some: list[Sequence[Cell]], numbers: array[int]) -> None:
        base, count = len(self._rows.numbers), len(some)
        self._rows.numbers.extend(numbers)
        self._columns = [keyed(column) for column in zip_longest(*some)]
        nothing = [None] * count
        self._columns += [nothing] * (self._width - len(self._columns))
        for place, column in enumerate(self._columns):
            if stated := count - column.count(None):
                self.filled[place] += stated
        whole = range(base, base + count)
        idle = set(whole)
        streams: dict[Stream, tuple[list[int], list[str]]] = {}
        made: dict[int, tuple[Stream | None, list[int]]] = {}
        for maker, stream, when in zip(self._work.makers, self._work.streams, self._work.when, strict=True):
            if stream is not None and stream not in streams:
                streams[stream] = self._exploded(stream)
            origin, items = streams[stream] if stream is not None else (None, None)
            positions = whole if origin is None else [base + row for row in origin]
            taken = _Taken(self._columns, origin, items, None if stream is None else stream[0])

            def refuse(row: int, place: int, why: Refusal, positions: Sequence[int] = positions) -> None:
                self._rows.refused.append((positions[row], place, why))

            values = []
            for line, led in zip(maker.lines, maker.refers, strict=True):
                if led is None:
                    values.append(line.values(taken.column, len(positions), self.notes, refuse))
                    continue
                of, numbers_made = made[id(led)]
                numbers_ = numbers_made if of == stream else [numbers_made[row] for row in origin or ()]
                if line.target.many:
                    values.append([None if one == NOT_MADE else (one,) for one in numbers_])
                else:
                    values.append([None if one == NOT_MADE else one for one in numbers_])
            said = _said([taken.column(place) for place in when]) if when else None
            found = maker.take(values, said, positions)
            made[id(maker)] = stream, found
            if origin is None:
                idle.difference_update(base + row for row, one in enumerate(found) if one != NOT_MADE) if (
                    NOT_MADE in found
                ) else idle.clear()
            else:
                idle.difference_update(
                    base + row for row, one in zip(origin, found, strict=True) if one != NOT_MADE
                )
        self._rows.idle |= idle
        self._rows.void.update(row for row in idle if not any(map(_says, some[row - base])))

    def _exploded(self, stream: Stream) -> tuple[list[int], list[str]]:
        """Return each of the things that the cells of a column name, and the row of each."""
        place, separator = stream
        origin: list[int] = []
        items: list[str] = []
        for row, cell in enumerate(self._columns[place]):
            if cell is None:
                continue
            text = cell if isinstance(cell, str) else text_of(cell.cell)
            parts = [part for part in split(text, separator) if part.strip()] if separator else [text]
            if len(parts) > 1:
                self.notes.add(place, "split", 1, text, tuple(part.strip() for part in parts))
            origin += [row] * len(parts)
            items += parts
        return origin, items


class _Taken:
    """The cells of columns for rows, or for the things that a cell of each row names."""

    def __init__(
        self,
        columns: Sequence[Sequence[Any]],
        origin: Sequence[int] | None,
        items: Sequence[str] | None,
        each: int | None,
    ) -> None:
        self._columns, self._origin, self._items, self._each = columns, origin, items, each

    def column(self, place: int) -> Sequence[Any]:
        if self._origin is None:
            return self._columns[place]
        if place == self._each and self._items is not None:
            return self._items
        column = self._columns[place]
        return [column[row] for row in self._origin]


def _said(columns: Sequence[Sequence[Any]]) -> list[bool]:
    return [any(map(_says, cells)) for cells in zip(*columns, strict=True)]


def _says(cell: Any) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
