"""CSV, TSV and their like into a grid: row by row, in bounded memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from partnermodel.errors import Issue
from partnermodel.formats.tables.sources.content import Content, Progress, refusal
from partnermodel.formats.tables.sources.decoding import Text
from partnermodel.formats.tables.sources.dialects import Dialect, dialect_of
from partnermodel.formats.tables.sources.grid import Cell, Findings, Grid
from partnermodel.formats.tables.sources.long_cells import are_unbounded, long_cells, with_long_cells
from partnermodel.formats.tables.sources.quotes import quote_fault

_LINES, _CHARACTERS = 2000, 1 << 20


def delimited_grid(
    content: Content,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: Dialect | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> Grid:
    """Return the grid of a delimited file.

    Args:
        content: The file.
        encoding: Its encoding; UTF-8, or what its mark says, when it is not given.
        delimiter: What stands between cells; it is found out when it is not given.
        dialect: How the file is written, when that is known; it is found out when it is not.
        sheet: What the table is called in a package of tables.
        progress: Is called now and then while the rows are read.

    Raises:
        ValueError: The encoding or the delimiter cannot be one.
        InvalidTableError: The file is broken, as far as its beginning shows.
    """
    text = Text.of(content, encoding)
    head = _head(text)
    if dialect is None:
        with long_cells():
            dialect = dialect_of(head, delimiter=delimiter, ending=content.ending)
    findings = Findings()
    rows = rows_of(text, dialect, (content.source, sheet), findings.doubts, progress)
    return Grid(content.source, sheet, rows, findings=findings)


def _head(text: Text) -> list[str]:
    """Return the first lines of a text: enough of them to see how it is written."""
    beginning = text.lines([])
    lines: list[str] = []
    size = 0
    for line in islice(beginning, _LINES):
        lines.append(line)
        size += len(line)
        if size > _CHARACTERS:
            break
    beginning.close()
    return lines


def rows_of(
    text: Text,
    dialect: Dialect,
    names: tuple[str, str | None],
    doubts: list[Issue],
    progress: Progress | None = None,
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield each row that is not blank, with its number.

    Args:
        text: The file.
        dialect: How it is written.
        names: What the file and the sheet are called in messages.
        doubts: Takes what a person should look at.
        progress: Is called now and then.

    Raises:
        InvalidTableError: The file is broken.
    """
    lines: Iterator[str] = islice(text.lines(doubts, progress), dialect.skipped, None)
    reader = csv.reader(lines, **dialect.keywords())
    rows: Iterator[list[str]] = with_long_cells(reader) if are_unbounded() else reader
    number = line = before = 0
    first = 1
    while True:
        try:
            for number, cells in enumerate(rows, first):
                line = before + reader.line_num
                if any(cells) and not (dialect.comment and cells[0].startswith(dialect.comment)):
                    yield number, [cell or None for cell in cells]
            return
        except csv.Error:
            rest = islice(text.lines(None), dialect.skipped + line, None)
            if rows is not reader:
                issue = quote_fault(rest, dialect, names, row=number + 1, line=dialect.skipped + line + 1)
                raise refusal(names[0], [issue]) from None
            # A long cell may be all that is wrong: the row is read again, and so is what comes after it.
            lines = chain(islice(rest, before + reader.line_num - line), lines)
            first, before, reader = number + 1, line, csv.reader(lines, **dialect.keywords())
            rows = with_long_cells(reader)
