"""Through the rows of a grid, some thousands at a time, column by column."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import attrs

from partnermodel.formats.tables.cells.cells import split
from partnermodel.formats.tables.cells.numbers import text_of
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.mappings.mapping import SheetMapping
from partnermodel.formats.tables.reading.heads import Heads
from partnermodel.formats.tables.reading.lines import Notes, Typed, keyed
from partnermodel.formats.tables.reading.makers import NOT_MADE, Maker
from partnermodel.formats.tables.reading.plans import Stream, Work
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
        idle = set(range(count))
        several: dict[Stream, _Several] = {}
        done: dict[int, _Done] = {}
        for maker, stream, when in zip(self._work.makers, self._work.streams, self._work.when, strict=True):
            if stream is not None and stream not in several:
                several[stream] = self._exploded(stream)
            taken = _Taken(self._columns, count, None if stream is None else several[stream])
            values = self._values(maker, taken, done, base)
            said = _said([taken.column(place) for place in when]) if when else None
            found = maker.take(values, said, taken.positions(base))
            done[id(maker)] = _Done(maker, taken, values, found)
            if taken.several is None and NOT_MADE not in found:
                idle.clear()
            else:
                idle.difference_update(done[id(maker)].made())
        for one in done.values():
            if NOT_MADE in one.found:
                self._not_made(one, list(done.values()))
        self._rows.idle.update(base + row for row in idle)
        self._rows.void.update(base + row for row in idle if not any(map(_says, some[row])))

    def _values(self, maker: Maker, taken: _Taken, done: Mapping[int, _Done], base: int) -> list[list[Any]]:
        """Return the values of each line; of a record that it leads to, the number of its draft."""
        positions = taken.positions(base)

        def refuse(row: int, place: int, why: Refusal) -> None:
            self._rows.refused.append((positions[row], place, why))

        values: list[list[Any]] = []
        for line, led in zip(maker.lines, maker.refers, strict=True):
            if led is None:
                values.append(line.values(taken.column, len(positions), self.notes, refuse))
                continue
            before = done[id(led)]
            numbers: Sequence[int] = before.found
            if before.taken.several is not taken.several:
                numbers = [before.found[row] for row in taken.rows]
            made = [None if one == NOT_MADE else one for one in numbers]
            values.append([None if one is None else (one,) for one in made] if line.target.many else made)
        return values

    def _not_made(self, done: _Done, others: Sequence[_Done]) -> None:
        """Take down the cells that say something of a record that is not made, and of no other."""
        places = {place for line in done.maker.lines for place in line.places}
        used = {
            place: set[int]().union(*(one.made() for one in others if one.reads(place))) for place in places
        }
        for line, values in zip(done.maker.lines, done.values, strict=True):
            for place in line.places:
                cells = done.taken.column(place)
                for row, value, number, cell in zip(done.taken.rows, values, done.found, cells, strict=True):
                    if number == NOT_MADE and None not in (value, cell) and row not in used[place]:
                        told = cell.cell if isinstance(cell, Typed) else cell
                        self.notes.add(place, "not-made", 1, told, "")

    def _exploded(self, stream: Stream) -> _Several:
        """Return each of the things that the cells of a column name, and the row of each."""
        place, separator = stream
        found = _Several(place)
        for row, cell in enumerate(self._columns[place]):
            if cell is None:
                continue
            text = cell if isinstance(cell, str) else text_of(cell.cell)
            parts = [part for part in split(text, separator) if part.strip()] if separator else [text]
            if not parts and text.strip():
                self.notes.add(place, "blank", 1, text, "")
            elif len(parts) > 1:
                self.notes.add(place, "split", 1, text, tuple(part.strip() for part in parts))
            found.rows += [row] * len(parts)
            found.items += parts
        return found


@attrs.define(eq=False)
class _Several:
    """The things that the cells of a column name, and the row of each."""

    place: int
    rows: list[int] = attrs.field(factory=list)
    items: list[str] = attrs.field(factory=list)


@attrs.define(eq=False)
class _Taken:
    """The cells of columns for each row, or for each of the things that a cell of it names."""

    columns: Sequence[Sequence[Any]]
    count: int
    several: _Several | None

    @property
    def rows(self) -> Sequence[int]:
        return range(self.count) if self.several is None else self.several.rows

    def positions(self, base: int) -> Sequence[int]:
        if self.several is None:
            return range(base, base + self.count)
        return [base + row for row in self.several.rows]

    def column(self, place: int) -> Sequence[Any]:
        if self.several is None:
            return self.columns[place]
        if place == self.several.place:
            return self.several.items
        column = self.columns[place]
        return [column[row] for row in self.several.rows]


@attrs.define(eq=False)
class _Done:
    """What a maker made of some rows."""

    maker: Maker
    taken: _Taken
    values: list[list[Any]]
    found: list[int]

    def made(self) -> set[int]:
        return {row for row, one in zip(self.taken.rows, self.found, strict=True) if one != NOT_MADE}

    def reads(self, place: int) -> bool:
        return any(place in line.places for line in self.maker.lines)


def _said(columns: Sequence[Sequence[Any]]) -> list[bool]:
    return [any(map(_says, cells)) for cells in zip(*columns, strict=True)]


def _says(cell: Any) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
