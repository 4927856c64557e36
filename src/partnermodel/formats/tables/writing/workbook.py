"""Tables as a workbook (XLSX), a sheet for each: a text stays the text that it is."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from partnermodel.errors import missing_extra
from partnermodel.values.collector import collector_paused
from partnermodel.values.delimited import guarded
from partnermodel.values.rows import Rows
from partnermodel.values.table import width
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_CHARACTERS = 32_767
"""What a sheet and a cell of a workbook hold, the characters counted as UTF-16 does."""

MOST_OF_A_NUMBER = 10**15
"""Excel shows fifteen digits of a number, and makes the others zeros; what has more is a text."""

EXTRA = "tables"

_CREATED = datetime.datetime(1980, 1, 1)  # no clock: the same model gives the same bytes

_ESCAPE = "x[0-9a-fA-F]{4}_"
_MISTAKEN = re.compile(f"^<r>.*</r>$|_{_ESCAPE}{_ESCAPE}", re.DOTALL)
"""What xlsxwriter takes for markup of its own, and escapes of Excel of which it escapes but every other."""

_WITHIN_ESCAPE = re.compile(f"(?<=_)(?={_ESCAPE})")

_WIDEST = 60
_LOOKED_AT = 200
"""So many rows are looked at to say how wide a column is."""


def workbook(tables: Mapping[str, Rows], *, title: str) -> bytes:
    """Return tables as a workbook: a sheet for each, texts as text, numbers and truth values as they are.

    Args:
        tables: The tables, by the names of their sheets.
        title: What the workbook is called in its properties.

    Raises:
        ValueError: A table is too long or too wide, or a text is too long, for a workbook.
        MissingExtraError: xlsxwriter is not installed; the extra `tables` brings it.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise missing_extra(
            worded("Workbooks need xlsxwriter"), EXTRA, worded("CSV needs no package.")
        ) from None
    for name, rows in tables.items():
        _refuse_what_does_not_fit(name, rows)
    file = io.BytesIO()
    plain = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    book = xlsxwriter.Workbook(file, {"in_memory": True, **dict.fromkeys(plain, False)})
    book.set_properties({"title": title, "created": _CREATED})
    styles = _Styles(
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"num_format": "@"}),
        book.add_format({"num_format": "@", "quote_prefix": True}),
        book.add_format({"num_format": "0"}),
    )
    with collector_paused():
        for name, rows in tables.items():
            _fill(book.add_worksheet(name), rows, styles)
        book.close()
    return file.getvalue()


class _Styles:
    """How cells look, and what a program makes of a text when somebody edits its cell."""

    def __init__(self, head: Format, text: Format, quoted: Format, number: Format) -> None:
        self.head, self.text, self.quoted, self.number = head, text, quoted, number


def _fill(sheet: Worksheet, rows: Rows, styles: _Styles) -> None:
    for place, column in enumerate(rows.columns):
        style = styles.number if column.type == "integer" else styles.text
        sheet.set_column(place, place, _width(rows, place), style)
        sheet.write_string(0, place, column.name, styles.head)
    for number, row in enumerate(rows.values, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                _write_text(sheet, number, place, value, styles)
            elif isinstance(value, bool):
                sheet.write_boolean(number, place, value)
            elif isinstance(value, int) and value < MOST_OF_A_NUMBER:
                sheet.write_number(number, place, value, styles.number)
            elif value is not None:
                sheet.write_string(number, place, str(value), styles.text)
    last, end = len(rows), len(rows.columns) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, end)
    # Digits as text are what is wanted here: an identifier that is a number loses its zeros.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_text(sheet: Worksheet, row: int, place: int, text: str, styles: _Styles) -> None:
    style = styles.text if guarded(text) == text else styles.quoted
    if _MISTAKEN.search(text):
        # Several runs make one text, in none of which there is a whole escape that xlsxwriter would escape.
        sheet.write_rich_string(row, place, text[0], text[1], *_WITHIN_ESCAPE.split(text[2:]), style)
    else:
        sheet.write_string(row, place, text, style)


def _width(rows: Rows, place: int) -> int:
    """Return how many letters a column shows: those of most of its texts, in one line."""
    texts = (str(row[place]) for row in islice(rows.values, _LOOKED_AT) if row[place] is not None)
    found = max(map(width, texts), default=0)
    return min(max(found, len(rows.columns[place].name) + 3) + 1, _WIDEST)


def _refuse_what_does_not_fit(name: str, rows: Rows) -> None:
    if len(rows) >= MOST_ROWS:
        raise ValueError(
            worded(
                "a sheet of a workbook has {most} rows, and {table} needs {rows}; write CSV or Parquet",
                most=MOST_ROWS,
                table=name,
                rows=len(rows) + 1,
            )
        )
    if len(rows.columns) > MOST_COLUMNS:
        raise ValueError(
            worded(
                "a sheet of a workbook has {most} columns, and {table} needs {columns}; write CSV or Parquet",
                most=MOST_COLUMNS,
                table=name,
                columns=len(rows.columns),
            )
        )
    for column, text, row in _too_long(rows):
        raise ValueError(
            worded(
                "a cell of a workbook holds {most} characters, and {column} of {record} has {characters}; "
                "write CSV or Parquet",
                most=MOST_CHARACTERS,
                column=column,
                record=_called(row),
                characters=_length(text),
            )
        )


def _too_long(rows: Rows) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for number, values in enumerate(rows.values):
        for column, text in zip(rows.columns, values, strict=True):
            if isinstance(text, str) and len(text) > MOST_CHARACTERS // 2 and _length(text) > MOST_CHARACTERS:
                yield column.name, text, rows[number]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _called(row: Mapping[str, Any]) -> str:
    """Return what a row is called in a message: its id, or the two ends of a relation."""
    if (id := row.get("id")) is not None:
        return shown(id)
    return f"{shown(row['source'])} → {shown(row['target'])}"
