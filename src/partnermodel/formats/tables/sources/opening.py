"""Whatever holds a table into grids: chosen by what it holds first, and then by the ending of its name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.table_signs import ENDINGS
from partnermodel.formats.tables.sources.columnar import columnar_grid
from partnermodel.formats.tables.sources.content import Content, Progress, part_of, refusal
from partnermodel.formats.tables.sources.delimited import delimited_grid
from partnermodel.formats.tables.sources.frames import frame_grid, is_path
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.kinds import kind_of
from partnermodel.formats.tables.sources.objects import json_grids, json_lines_grid
from partnermodel.formats.tables.sources.packages import DESCRIPTOR, archive_grids, folder_grids
from partnermodel.formats.tables.sources.sheets import no_such_sheet
from partnermodel.formats.tables.sources.workbooks import workbook_grids
from partnermodel.wording import worded


@attrs.frozen
class NamedFrame:
    """A frame, and the name under which it is given: as good as that of a sheet, or of a file."""

    name: str
    frame: Any


def tables_in(table: Any) -> list[Any]:
    """Return what is given as one table, as a list of several, or as several by their names."""
    if isinstance(table, Mapping):
        return [NamedFrame(str(name), frame) for name, frame in table.items()]
    return list(table) if isinstance(table, list | tuple) else [table]


def open_grids(
    table: str | os.PathLike[str] | Any,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> tuple[Grid, ...]:
    """Return the grids of a file, of the files in a folder, or of a frame.

    Args:
        table: The path of a file or a folder, or a frame.
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
    if not is_path(table):
        if sheet is not None:
            raise ValueError(worded("a frame has no sheets; leave the sheet out"))
        return (_of_frame(table, progress),)
    path = Path(table)
    if path.is_dir():
        if not (path / DESCRIPTOR).is_file():
            return _all_in(path, encoding=encoding, delimiter=delimiter, sheet=sheet, progress=progress)
        path = path / DESCRIPTOR
    content = Content.of_file(path)
    kind = kind_of(content)
    if kind == "package":
        return folder_grids(path, sheet=sheet, progress=progress)
    if kind == "archive":
        return archive_grids(content, sheet=sheet, progress=progress)
    if kind in ("xlsx", "xlsb", "xls", "ods"):
        return workbook_grids(content, kind, sheet=sheet, progress=progress)
    if kind == "json":
        return json_grids(content, encoding=encoding, sheet=sheet, progress=progress)
    if sheet is not None:
        raise no_such_sheet(content, sheet, ())
    if kind in ("parquet", "arrow"):
        return (columnar_grid(content, kind, progress=progress),)
    if kind == "jsonl":
        return (json_lines_grid(content, encoding=encoding, progress=progress),)
    return (delimited_grid(content, encoding=encoding, delimiter=delimiter, progress=progress),)


def _of_frame(table: Any, progress: Progress | None) -> Grid:
    if not isinstance(table, NamedFrame):
        return frame_grid(table, progress=progress)
    if is_path(table.frame):
        raise TypeError(worded("a path is given without a name; only frames are given by their names"))
    return frame_grid(table.frame, source=table.name, sheet=table.name, progress=progress)


def _all_in(folder: Path, *, progress: Progress | None, **options: str | None) -> tuple[Grid, ...]:
    """Return the grids of all tables in a folder, in the order of their names."""
    files = sorted(
        path
        for path in folder.iterdir()
        # Programs leave files behind while a table is open: `.~lock.a.ods#`, `~$a.xlsx`.
        if path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~$"))
    )
    if not files:
        source = os.fspath(folder)
        message = worded("it is a folder without a table")
        issue = Issue("not-a-table", source, "", message, worded("Give a file of CSV, XLSX, ODS or JSON."))
        raise refusal(source, [issue])
    grids: list[Grid] = []
    for number, file in enumerate(files):
        grids += open_grids(file, progress=part_of(progress, number, len(files)), **options)
    return tuple(grids)
