"""Whatever holds a table into grids: chosen by what it holds first, and then by the ending of its name."""

from __future__ import annotations

import os
from typing import Any

from partnermodel.formats.tables.sources.content import Content, Progress
from partnermodel.formats.tables.sources.delimited import delimited_grid
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.workbooks import workbook_grids


def open_grids(
    table: str | os.PathLike[str] | Any,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> tuple[Grid, ...]:
    """Return the grids of a file, or of a frame.

    Args:
        table: The path of a file, or a frame.
        encoding: The encoding of a file of text; UTF-8, or what its mark says, when it is not given.
        delimiter: What stands between the cells of a delimited file; it is found out when it is not given.
        sheet: The only sheet to read; all when it is not given.
        progress: Is called now and then, while rows are read, with the share that is done.

    Raises:
        OSError: The file cannot be read.
        InvalidTableError: It is no table, or a broken one.
        MissingExtraError: A package is needed that is not installed.
        ValueError: An argument cannot be what it is.
    """
    content = Content.of_file(table)
    head = content.head(8)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return workbook_grids(content, sheet=sheet, progress=progress)
    return (delimited_grid(content, encoding=encoding, delimiter=delimiter, progress=progress),)
