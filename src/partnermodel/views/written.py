"""Tables and answers as text for other programs: Markdown for people's pages, CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from partnermodel.values.columns import Column, Value
from partnermodel.values.delimited import delimited_text, harmless
from partnermodel.values.rows import Rows
from partnermodel.values.table import Cell, Table

_MARKS = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#!&~$"})


def markdown(table: Table) -> str:
    r"""Return a table in Markdown (GitHub's), in which no text of a model is read as a mark.

    Example:
        >>> print(markdown(Table("Towns", ("name",), (("Om|sk",),), ("One town.",))))
        **Towns**
        <BLANKLINE>
        | name |
        | --- |
        | Om\|sk |
        <BLANKLINE>
        One town.
    """

    def row(cells: Iterable[Cell]) -> str:
        return f"| {' | '.join(' '.join(str(cell).split()).translate(_MARKS) for cell in cells)} |"

    parts = [f"**{table.caption.translate(_MARKS)}**"]
    if table.rows:
        parts.append(
            "\n".join([row(table.columns), row(["---"] * len(table.columns)), *map(row, table.rows)])
        )
    else:
        parts.append(f"({table.none})".translate(_MARKS))
    return "\n\n".join([*parts, *(note.translate(_MARKS) for note in table.notes)])


def csv_rows(rows: Rows) -> Iterator[tuple[Value, ...]]:
    """Yield rows for CSV, in which a cell has one value: the names of the columns first, then a row each.

    Between ids there is a space; between texts, and between lists of ids, a semicolon and a space. In a list,
    `-` stands for what is not stated.

    Example:
        >>> from partnermodel.values.columns import Column
        >>> from partnermodel.values.rows import Rows
        >>> pairs = Column("id", "text"), Column("pairs", "lists")
        >>> list(csv_rows(Rows(pairs, (("a", (("a", "b"), ("a", None))),))))
        [('id', 'pairs'), ('a', 'a b; a -')]
    """
    yield tuple(column.name for column in rows.columns)
    for row in rows.values:
        yield tuple(_joined(*pair) for pair in zip(rows.columns, row, strict=True))


def _joined(column: Column, value: Any) -> Value:
    if not isinstance(value, tuple):
        return value  # type: ignore[no-any-return]  # a value of a row
    if column.type == "ids":
        return _list(value)
    return "; ".join(map(_list, value) if column.type == "lists" else value)


def _list(ids: Iterable[str | None]) -> str:
    return " ".join("-" if id is None else id for id in ids)


def csv_text(rows: Iterable[tuple[Any, ...]]) -> str:
    r"""Return rows as CSV (RFC 4180), of which no spreadsheet takes a text for a formula.

    What is not stated is an empty cell, several ids are separated by spaces, truth values are `true`
    and `false`, and a whole number has no point. A text that a spreadsheet could take for a formula has an
    apostrophe before it.

    Example:
        >>> csv_text([("name", "number"), ("=1+1", -2), (None, True)])
        "name,number\r\n'=1+1,-2\r\n,true\r\n"
    """
    return delimited_text([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value).removesuffix(".0")
    told = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return harmless(told)
