"""Rows that could not be read, as a file to mend and to read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from partnermodel.formats.files import write_atomically
from partnermodel.formats.tables.cells.numbers import text_of
from partnermodel.formats.tables.mappings.mapping import SheetMapping, TableMapping
from partnermodel.formats.tables.mappings.mapping_files import mapping_text
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.delimited import BYTE_ORDER_MARK, delimited_text, guarded, harmless

if TYPE_CHECKING:
    from partnermodel.formats.tables.reading.faults import Fault
    from partnermodel.formats.tables.reading.reading import Reading

WRONG = "What is wrong"
"""The head of the column that says what is wrong with a row."""


@attrs.frozen
class BrokenRows:
    """The rows of one table that could not be read.

    Attributes:
        table: What the table is called.
        sheet: The mapping of its sheet.
        heads: The heads of its columns, by which a mapping can name them.
        rows: The number of each row, its cells, and what is wrong with it.
    """

    table: str
    sheet: SheetMapping
    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...], str], ...]

    def __len__(self) -> int:
        return len(self.rows)


def broken_rows(reading: Reading, broken: set[int], faults: Sequence[Fault]) -> tuple[BrokenRows, ...]:
    """Return the broken rows of each table that has any."""
    cells = reading.cells(broken)
    why: dict[int, dict[str, None]] = {}
    for fault in faults:
        for position in fault.positions:
            grid = reading.grid_of(position)
            column = "" if fault.column is None else f"{reading.heads[grid].label(fault.column)}: "
            why.setdefault(position, {})[f"{column}{fault.refusal.message}"] = None
    found = []
    for number, grid_ in enumerate(reading.grids):
        rows = tuple(
            (reading.rows.numbers[position], tuple(cells[position]), "; ".join(why[position]))
            for position in sorted(broken)
            if reading.grid_of(position) == number
        )
        if rows:
            heads = reading.heads[number]
            width = max(len(heads.names), *(len(row) for _, row, _ in rows))
            labels = tuple(heads.label(column) for column in range(width))
            found.append(BrokenRows(str(place(grid_)), reading.sheets[number], labels, rows))
    return tuple(found)


def save_broken(broken: Sequence[BrokenRows], mapping: TableMapping, path: Path) -> tuple[Path, ...]:
    """Write the broken rows as CSV files, and the mapping to read them with; return the files."""
    written: list[Path] = []
    sheets: list[SheetMapping] = []
    for number, rows in enumerate(broken, 1):
        target = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        write_atomically(target, [BYTE_ORDER_MARK, delimited_text(_lines(rows), ";").encode()])
        written.append(target)
        sheets.append(_again(rows.sheet, target.name))
    if written:
        again = attrs.evolve(mapping, sheets=sheets, encoding=None, delimiter=None)
        beside = path.with_suffix(".toml")
        write_atomically(beside, [mapping_text(again).encode()])
        written.append(beside)
    return tuple(written)


def _again(sheet: SheetMapping, file: str) -> SheetMapping:
    """Return the mapping of a sheet for the file of its broken rows."""
    records = [
        attrs.evolve(
            record,
            fields=[attrs.evolve(field, guarded=True) if field.columns else field for field in record.fields],
        )
        for record in sheet.records
    ]
    return attrs.evolve(
        sheet,
        file=file,
        sheet=None,
        header=1,
        header_rows=1,
        skip=(),
        until=None,
        drop=[*sheet.drop, WRONG],
        records=records,
    )


def _lines(rows: BrokenRows) -> Iterator[list[str]]:
    # A mapping finds a head with an apostrophe before it, too: quotation marks are nothing in a name.
    yield [*map(harmless, rows.heads), WRONG]
    for _, cells, why in rows.rows:
        row = [guarded(text_of(cell, rows.sheet.decimal)) for cell in cells]
        yield [*row, *([""] * (len(rows.heads) - len(row))), harmless(why)]
