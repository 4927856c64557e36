"""JSON and JSON Lines into grids: a row an object, a column a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs
import msgspec

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.formats.duplicate_keys import duplicate_keys, is_unique
from partnermodel.formats.syntax import json_faults
from partnermodel.formats.tables.sources.content import Content, Progress, part_of, refusal
from partnermodel.formats.tables.sources.decoding import Text
from partnermodel.formats.tables.sources.grid import Cell, Findings, Grid
from partnermodel.formats.tables.sources.places import place
from partnermodel.formats.tables.sources.sheets import no_such_sheet
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

_STEP = 10_000
_SAID = 100

Names = tuple[str, str | None]
Objects = Callable[[], Iterable[tuple[int, bytes | msgspec.Raw]]]
"""Gives the texts of the objects, each with its number, from the first on, whenever it is called."""

_row = msgspec.json.Decoder(dict[str, Any])
_values = msgspec.json.Decoder(dict[str, msgspec.Raw])


def json_grids(
    content: Content,
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
) -> tuple[Grid, ...]:
    """Return the grids of a JSON document: a list of objects, or an object of such lists.

    Raises:
        InvalidTableError: It is neither, or no JSON.
    """
    findings = Findings()
    text = Text.of(content, encoding).whole(findings.doubts)
    data = text.encode("utf-8", "surrogatepass")
    if text.lstrip()[:1] != "{":
        if sheet is not None:
            raise no_such_sheet(content, sheet, ())
        rows = _decoded(content, data, list[msgspec.Raw], worded("it is no list of objects"))
        return (_grid((content.source, None), lambda: enumerate(rows, 1), len(rows), findings, progress),)
    sheets = _decoded(content, data, dict[str, msgspec.Raw], worded("it is no object"))
    if not is_unique(data, sheets):
        raise refusal(content.source, _duplicates(data, (content.source, None)))
    tables = {name: value for name, value in sheets.items() if bytes(value).lstrip()[:1] == b"["}
    if not tables:
        raise content.refused(
            "not-a-table",
            worded("there is no list of objects"),
            worded('Write a list of objects, or {{"name": […]}} for each table.'),
        )
    if sheet is not None and sheet not in tables:
        raise no_such_sheet(content, sheet, tables)
    findings.doubts.extend(_left_out(content, name) for name in sheets if name not in tables)
    grids: list[Grid] = []
    read = [name for name in tables if sheet in (None, name)]
    for number, name in enumerate(read):
        found = _decoded(content, bytes(tables[name]), list[msgspec.Raw], worded("it is no list of objects"))
        # What is found in the whole file is said once.
        mine = findings if number == 0 else Findings()
        share = part_of(progress, number, len(read))
        grids.append(_grid((content.source, name), _numbered(found), len(found), mine, share))
    return tuple(grids)


def _numbered(found: Sequence[msgspec.Raw]) -> Objects:
    return lambda: enumerate(found, 1)


def json_lines_grid(
    content: Content,
    *,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Grid:
    """Return the grid of JSON Lines: each line an object, whose number is that of the line.

    Raises:
        InvalidTableError: A line is no object.
    """
    findings = Findings()
    text = Text.of(content, encoding)

    def objects(doubts: list[Issue] | None = None) -> Iterator[tuple[int, bytes]]:
        for number, line in enumerate(text.lines(doubts), 1):
            if line.strip():
                yield number, line.encode("utf-8", "surrogatepass")

    total = sum(1 for _ in objects(findings.doubts))
    return _grid((content.source, None), objects, total, findings, progress, lines=True)


def _grid(
    names: Names,
    objects: Objects,
    total: int,
    findings: Findings,
    progress: Progress | None,
    *,
    lines: bool = False,
) -> Grid:
    columns = _columns(names, objects, lines)
    return Grid(names[0], names[1], _rows(columns, objects, total, progress), named=True, findings=findings)


def _columns(names: Names, objects: Objects, lines: bool) -> list[str]:
    """Return the keys of all objects, in the order in which they first appear.

    Raises:
        InvalidTableError: Some are no objects, or hold a key twice.
    """
    columns: dict[str, None] = {}
    issues: list[Issue] = []
    for number, data in objects():
        try:
            row = _row.decode(data)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            issues += _faults(bytes(data), names, number, lines)
        else:
            if not is_unique(bytes(data), row):
                issues += _duplicates(bytes(data), names, number)
            columns.update(dict.fromkeys(row))
        if len(issues) >= _SAID:
            break
    if issues:
        raise refusal(names[0], issues)
    return list(columns)


def _rows(
    columns: list[str], objects: Objects, total: int, progress: Progress | None
) -> Iterator[tuple[int, Sequence[Cell]]]:
    if columns:
        yield 0, columns
    for done, (number, data) in enumerate(objects(), 1):
        row = _row.decode(data)
        cells = [row.get(column) for column in columns]
        if any(type(cell) in (list, dict, float) for cell in cells):
            texts = _values.decode(data)
            cells = [
                _exact(cell, texts[column]) if type(cell) in (list, dict, float) else cell
                for column, cell in zip(columns, cells, strict=True)
            ]
        cells = [None if cell == "" else cell for cell in cells]
        if any(cell is not None for cell in cells):
            yield number, cells
        if progress is not None and done % _STEP == 0:
            progress(done / total)
    if progress is not None:
        progress(1.0)


def _exact(cell: Any, text: msgspec.Raw) -> Cell:
    """Return the text of a list or an object as it stands, and a number without a fraction as a whole one."""
    if type(cell) is not float:
        return bytes(text).decode("utf-8").strip()
    if not cell.is_integer():
        return cell
    written = bytes(text).decode("ascii").strip()
    return int(written) if written.lstrip("-").isdigit() and len(written) < 400 else int(cell)


def decoded(content: Content, kind: Any, otherwise: Worded, hint: Worded) -> Any:
    """Return what a JSON document holds, when that is of a type.

    Args:
        content: The document.
        kind: The type.
        otherwise: What is wrong when it is of another one.
        hint: How to mend that.

    Raises:
        InvalidTableError: It is of another one, no JSON, or says a key twice.
    """
    # What describes tables is JSON, which is in Unicode: what looks misread in it is none of its cells.
    data = attrs.evolve(Text.of(content, None), given=True).whole([]).encode("utf-8", "surrogatepass")
    found = _decoded(content, data, kind, otherwise, hint)
    if not is_unique(data, found):
        raise refusal(content.source, _duplicates(data, (content.source, None)))
    return found


def _decoded(content: Content, data: bytes, kind: Any, otherwise: Worded, hint: Worded | None = None) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        names = (content.source, None)
        issues = list(_syntax(data, names))
        hint = hint or worded('Write a list of objects, or {{"name": […]}} for each table.')
        raise refusal(
            content.source, issues or [Issue("not-a-table", place(names), "", otherwise, hint)]
        ) from None


def _faults(data: bytes, names: Names, number: int, lines: bool) -> Iterator[Issue]:
    """Yield why a text is no object that can be a row."""
    # As many line ends before the text as there are in the file, so that lines are counted right.
    issues = list(_syntax(b"\n" * (number - 1) * lines + data, names, number))
    yield from issues
    if not issues:
        message = worded(
            "{value} is no object, and each row is one", value=shown(data.decode("utf-8").strip())
        )
        hint = worded('Write {{"column": value}}, with a key for each column.')
        yield Issue("not-a-table", place(names, number), "", message, hint)


def _syntax(data: bytes, names: Names, number: int | None = None) -> Iterator[Issue]:
    text = data.decode("utf-8", "surrogatepass")
    for issue in json_faults(text):
        yield attrs.evolve(issue, path=_placed(names, number, issue.path))


def _duplicates(data: bytes, names: Names, number: int | None = None) -> list[Issue]:
    return [attrs.evolve(issue, path=_placed(names, number, issue.path)) for issue, _ in duplicate_keys(data)]


def _placed(names: Names, number: int | None, path: str) -> str:
    where = place(names, number)
    return where if path == "$" else worded("{place}, {path}", place=where, path=path)


def _left_out(content: Content, name: str) -> Issue:
    message = worded("{name} is no list of objects, and is not read", name=shown(name))
    hint = worded("Check whether it is needed.")
    return Issue("left-out", place((content.source, None)), shown(name), message, hint, severity=DOUBTFUL)
