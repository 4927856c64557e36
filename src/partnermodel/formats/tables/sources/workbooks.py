"""Workbooks into grids: XLSX, XLSB, XLS and ODS, a grid a sheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from partnermodel.formats.tables.sources.content import Content, Progress, missing
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.wording import worded

_EXACT = 2**53


def workbook_grids(content: Content, *, sheet: str | None, progress: Progress | None) -> tuple[Grid, ...]:
    """Return the grids of a workbook: that of one sheet, or of all."""
    try:
        import python_calamine
    except ImportError:
        raise missing(worded("Workbooks"), "python-calamine", "tables") from None
    with content.open() as file:
        book = python_calamine.load_workbook(file)
        names = [name for name in book.sheet_names if sheet is None or name == sheet]
        sheets = [book.get_sheet_by_name(name) for name in names]
    return tuple(Grid(content.source, one.name, _rows(one)) for one in sheets)


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        row = [_cell(cell) for cell in cells]
        if any(cell is not None for cell in row):
            yield number, row


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    if type(value) is float and value.is_integer() and abs(value) <= _EXACT:
        return int(value)
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    return value  # type: ignore[no-any-return]
