"""Workbooks into grids: XLSX, XLSB, XLS and ODS, a grid a sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from partnermodel.errors import DOUBTFUL, InvalidTableError, Issue
from partnermodel.formats.tables.sources.archives import Archive, damaged
from partnermodel.formats.tables.sources.binary import scan_xls, scan_xlsb
from partnermodel.formats.tables.sources.cells import cell_of
from partnermodel.formats.tables.sources.compound import Compound
from partnermodel.formats.tables.sources.content import Content, Progress, missing, part_of, refusal
from partnermodel.formats.tables.sources.grid import Cell, Findings, Grid
from partnermodel.formats.tables.sources.merging import Filling
from partnermodel.formats.tables.sources.opendocument import scan_opendocument
from partnermodel.formats.tables.sources.padding import Padding
from partnermodel.formats.tables.sources.places import place
from partnermodel.formats.tables.sources.scanned import MOST_CELLS, Scan
from partnermodel.formats.tables.sources.sheets import no_such_sheet
from partnermodel.formats.tables.sources.worksheets import (
    check_shared_texts,
    padded_styles,
    scan_worksheet,
    sheet_parts,
)
from partnermodel.wording import worded

_STEP = 10_000


def workbook_grids(
    content: Content, kind: str, *, sheet: str | None, progress: Progress | None
) -> tuple[Grid, ...]:
    """Return the grids of a workbook: that of one sheet, or of all that can hold cells.

    Args:
        content: The workbook.
        kind: What sort it is: `"xlsx"`, `"ods"`, `"xlsb"` or `"xls"`.
        sheet: The only sheet to read.
        progress: Is called now and then while rows are read.

    Raises:
        InvalidTableError: It is broken or protected, would be too large, or has no such sheet.
        MissingExtraError: python-calamine is not installed.
    """
    with content.open() as file:
        data = file.read()
    # The reader itself knows no bounds: nothing is given to it that was not looked through.
    scans = _scans(content, kind, data)
    book = _book(content, data)
    if kind == "xls":
        scans = dict(zip(book.sheet_names, scans.values(), strict=False))
    known = {one.name: one for one in book.sheets_metadata if str(one.typ) == "SheetTypeEnum.WorkSheet"}
    if not known or not scans.keys() >= known.keys():
        raise damaged(content)
    if sheet is not None and sheet not in known:
        raise no_such_sheet(content, sheet, known)
    names = [name for name in known if sheet is None or name == sheet]
    _check(content, {name: scans[name] for name in names})
    grids: list[Grid] = []
    for number, name in enumerate(names):
        scan = scans[name]
        findings = Findings(doubts=scan.doubts((content.source, name)))
        if str(known[name].visible) != "SheetVisibleEnum.Visible":
            findings.doubts.append(_hidden(content, name))
        rows = _rows(content, book, (name, scan), findings, part_of(progress, number, len(names)))
        grids.append(Grid(content.source, name, rows, findings=findings))
    return tuple(grids)


def _book(content: Content, data: bytes) -> Any:
    """Return the workbook of python-calamine."""
    try:
        import python_calamine
    except ImportError:
        raise missing(worded("Workbooks"), "python-calamine", "tables") from None
    try:
        return python_calamine.load_workbook(io.BytesIO(data))
    except BaseException as error:
        raise _worse(content, error) from None


def _worse(content: Content, error: BaseException) -> BaseException:
    """Return our error for whatever the reader raises, and what it did not raise as it is."""
    # A fault that the reader has not thought of is no Exception of Python.
    ours = isinstance(error, InvalidTableError | MemoryError | KeyboardInterrupt | GeneratorExit)
    return error if ours else damaged(content)


def _scans(content: Content, kind: str, data: bytes) -> dict[str, Scan]:
    """Return what is known of the sheets before their values are read, by their names; of XLS, by numbers."""
    try:
        if kind == "xls":
            scans = {str(at): scan for at, scan in enumerate(scan_xls(content, Compound(content, data)), 1)}
        else:
            scans = _of_archive(Archive(content, io.BytesIO(data)), kind)
    except (ValueError, IndexError) as error:
        raise _worse(content, error) from None
    if kind == "xls":  # of which all sheets are read at once
        _check(content, scans)
    return scans


def _check(content: Content, scans: Mapping[str, Scan]) -> None:
    """Refuse a workbook of which a sheet is too large."""
    for name, scan in scans.items():
        if scan.cells > MOST_CELLS:
            raise refusal(content.source, [_too_wide(content, name, scan)])


def _of_archive(archive: Archive, kind: str) -> dict[str, Scan]:
    archive.check()
    if kind == "ods":
        return scan_opendocument(archive)
    if kind == "xlsb":
        return scan_xlsb(archive)
    check_shared_texts(archive)
    padded = padded_styles(archive)
    return {name: scan_worksheet(archive, part, padded) for name, part in sheet_parts(archive).items()}


def _rows(
    content: Content, book: Any, one: tuple[str, Scan], findings: Findings, progress: Progress | None
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the rows of a sheet that hold something of their own."""
    name, scan = one
    try:
        sheet = book.get_sheet_by_name(name)
    except BaseException as error:
        raise _worse(content, error) from None
    start, end = sheet.start, sheet.end
    if start is not None:
        left: list[Cell] = [None] * start[1]
        filling, padding = Filling(scan.merged, end[1] + 1), Padding(scan.padded)
        for number, cells in enumerate(sheet.iter_rows(), 1):
            row = left + list(map(cell_of, cells))
            if scan.padded:
                padding.pad(number, row)
            try:
                row = filling.fill(number, row)
            except ValueError:
                raise damaged(content) from None
            if any(cell is not None for cell in row):
                yield number, row
            if progress is not None and number % _STEP == 0:
                progress(number / (end[0] + 1))
        findings.filled = filling.filled
    if progress is not None:
        progress(1.0)


def _hidden(content: Content, name: str) -> Issue:
    message, hint = worded("the sheet is hidden"), worded("Check whether it is meant to be read.")
    return Issue("hidden-sheet", place((content.source, name)), "", message, hint, severity=DOUBTFUL)


def _too_wide(content: Content, name: str, scan: Scan) -> Issue:
    message = worded(
        "the sheet reaches from row {top} to row {bottom} over {columns} columns, which is too much to read",
        top=scan.top,
        bottom=scan.bottom,
        columns=scan.right - scan.left + 1,
    )
    hint = worded("Delete what stands by itself far from the table, or save the sheet as CSV.")
    return Issue("too-large", place((content.source, name)), "", message, hint)
