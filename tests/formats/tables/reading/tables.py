"""Tables made in tests, read as if a file had held them, and mappings written shortly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unittest import mock

import attrs

from partnermodel import Account, PartnerModel
from partnermodel.formats.tables.mappings.mapping import (
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)
from partnermodel.formats.tables.reading import reading
from partnermodel.formats.tables.reading.reading import Import, read_table
from partnermodel.formats.tables.sources.grid import Cell, Grid


@attrs.frozen
class Made:
    """A table: its name, its rows with the header, and the name of its sheet if it has one."""

    source: str
    rows: Sequence[Sequence[Cell]]
    sheet: str | None = None
    named: bool = False

    def grid(self) -> Grid:
        """Return the table as a source gives it: blank rows are left out."""
        return Grid(self.source, self.sheet, self._numbered(), named=self.named)

    def _numbered(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        for number, row in enumerate(self.rows, 0 if self.named else 1):
            cells = [None if cell == "" else cell for cell in row]
            if any(cell is not None for cell in cells):
                yield number, cells


def read(tables: Made | Sequence[Made], mapping: TableMapping, **options: Any) -> Import:
    """Return what `read_table` makes of tables."""
    some = [tables] if isinstance(tables, Made) else list(tables)
    with mock.patch.object(reading, "open_grids", lambda table, **_: (table.grid(),)):
        return read_table(some, mapping, **options)


def table(text: str, source: str = "table.csv") -> Made:
    """Return a table of lines, with bars between its cells."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return Made(source, rows)


def record(type: str, fields: Mapping[str, Any], **more: Any) -> RecordMapping:
    """Return the mapping of a record: a text is the head of a column, a dictionary is all of a line."""
    lines = [
        FieldMapping(to, columns=[said]) if isinstance(said, str) else FieldMapping(to, **said)
        for to, said in fields.items()
    ]
    return RecordMapping(type, fields=lines, **more)


def mapping(*records: RecordMapping, **more: Any) -> TableMapping:
    """Return a mapping for one sheet."""
    return TableMapping("Town", sheets=[SheetMapping(records=records, **more)])


def account_of(model: PartnerModel) -> Account:
    """Return the account of a table that names the organisations of a model, with a fault in its last row."""
    names = [one.name for one in model.organisations.values()]
    rows = [["a", "b", "c"], *([name, f"  {name} ", "1 000"] for name in names), ["x", "y", "?"]]
    line = {"name": "a", "aliases": {"columns": ["b"]}, "size": "c"}
    found = read(Made("table", rows), mapping(record("organisation", line)), into=model, on_error="collect")
    return found.account
