"""One resource of a Data Package into grids, with its dialect and its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import attrs
import msgspec

from partnermodel.formats.tables.sources.content import Content, Progress, part_of
from partnermodel.formats.tables.sources.delimited import delimited_grid
from partnermodel.formats.tables.sources.dialects import Dialect
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.sources.kinds import kind_of
from partnermodel.formats.tables.sources.objects import json_grids, json_lines_grid
from partnermodel.formats.tables.sources.schemas import Schema
from partnermodel.formats.tables.sources.workbooks import workbook_grids

_WORKBOOKS = ("xlsx", "xlsb", "xls", "ods")
_TABLES = ("csv", "tsv", "xlsx", "xls", "ods", "xlsb", "json", "jsonl", "ndjson")

Row = tuple[int, Sequence[Cell]]


@attrs.frozen
class Resource:
    """A resource of a package.

    Attributes:
        name: Its name.
        files: Its files; what stands in the description itself is one.
        description: What the package says of it.
        dialect: How its files are written.
        schema: What its columns hold.
        inline: Whether its data stand in the description.
    """

    name: str
    files: tuple[Content, ...]
    description: Mapping[str, Any]
    dialect: Mapping[str, Any]
    schema: Mapping[str, Any]
    inline: bool

    @property
    def tabular(self) -> bool:
        """Whether it is a table."""
        said = self.description
        if self.schema or said.get("profile") == "tabular-data-resource" or said.get("type") == "table":
            return True
        return said.get("format") in _TABLES or self.files[0].ending[1:] in _TABLES


def resource_grids(resource: Resource, progress: Progress | None) -> Iterator[Grid]:
    """Yield a grid for each file of a resource. The files after the first may leave out the header."""
    heads: Sequence[Cell] | None = None
    schema = Schema.of(resource.schema, resource.dialect)
    for number, content in enumerate(resource.files):
        share = part_of(progress, number, len(resource.files))
        grid = attrs.evolve(_grid(resource, content, share), sheet=resource.name)
        rows = iter(grid.rows)
        first = next(rows, None)
        if heads is None:
            # Without a header, the schema says what the columns are called.
            given = resource.dialect.get("header", True) is False and not grid.named
            heads = schema.names if given else (first[1] if first else ())
        if first is not None and list(first[1]) != list(heads):
            rows = chain([(0, heads), first], rows)
        elif first is not None:
            rows = chain([first], rows)
        yield attrs.evolve(
            grid, rows=schema.applied(rows, (grid.source, grid.sheet), grid.findings), named=True
        )


def _grid(resource: Resource, content: Content, progress: Progress | None) -> Grid:
    encoding = resource.description.get("encoding")
    encoding = encoding if isinstance(encoding, str) else None
    if resource.inline and content.ending == ".json":
        return _inline(content, progress)
    kind = kind_of(content)
    if kind in _WORKBOOKS:
        return _sheet(
            workbook_grids(content, kind, sheet=_text(resource.dialect, "sheetName"), progress=progress),
            resource,
        )
    if kind == "json":
        return json_grids(
            content, encoding=encoding, sheet=_text(resource.dialect, "property"), progress=progress
        )[0]
    if kind == "jsonl":
        return json_lines_grid(content, encoding=encoding, progress=progress)
    dialect = _dialect(resource.dialect, content)
    return delimited_grid(content, encoding=encoding, dialect=dialect, sheet=resource.name, progress=progress)


def _sheet(grids: tuple[Grid, ...], resource: Resource) -> Grid:
    number = resource.dialect.get("sheetNumber", 1)
    return grids[number - 1] if isinstance(number, int) and 0 < number <= len(grids) else grids[0]


def _text(found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) else None


def _inline(content: Content, progress: Progress | None) -> Grid:
    """Return the grid of data in the description: a list of objects, or of lists with a header."""
    try:
        lists = msgspec.json.decode(
            content.head(content.size), type=list[list[str | int | float | bool | None]]
        )
    except msgspec.MsgspecError:
        return json_grids(content, progress=progress)[0]
    rows: list[Row] = [
        (number, [None if cell == "" else cell for cell in row]) for number, row in enumerate(lists, 1)
    ]
    return Grid(content.source, None, [row for row in rows if any(cell is not None for cell in row[1])])


def _dialect(said: Mapping[str, Any], content: Content) -> Dialect | None:
    """Return the dialect that a package says; None when it says nothing, so that it is found out."""
    if not said.keys() & {
        "delimiter",
        "quoteChar",
        "doubleQuote",
        "escapeChar",
        "skipInitialSpace",
        "commentChar",
    }:
        return None
    delimiter = _one(said, "delimiter") or ("\t" if content.ending == ".tsv" else ",")
    escape = _one(said, "escapeChar")
    return Dialect(
        delimiter,
        escape=escape,
        quote=_one(said, "quoteChar") or '"',
        doubled=said.get("doubleQuote", escape is None) is not False,
        blanks=said.get("skipInitialSpace") is True,
        comment=_text(said, "commentChar"),
    )


def _one(said: Mapping[str, Any], key: str) -> str | None:
    value = _text(said, key)
    return value if value is not None and len(value) == 1 and value not in "\r\n" else None
