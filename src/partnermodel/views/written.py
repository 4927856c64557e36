"""Tables and answers as text for other programs: Markdown for people's pages, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from partnermodel.values.table import Cell, Table

_MARKS = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#!&~$"})

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


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


def plain_rows(cls: type, items: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield answers as rows of plain values: the names of their fields first, then a row each.

    Args:
        cls: The class of the answers.
        items: The answers.

    Example:
        >>> from partnermodel import Moment
        >>> list(plain_rows(Moment, [Moment("2024", "starts", "fair")]))
        [('date', 'event', 'record'), ('2024', 'starts', 'fair')]
    """
    fields = [field.name for field in attrs.fields(cls) if not field.name.startswith("_")]
    yield tuple(fields)
    yield from (tuple(getattr(item, field) for field in fields) for item in items)


def csv_text(rows: Iterable[tuple[Any, ...]]) -> str:
    r"""Return rows as CSV (RFC 4180), of which no spreadsheet takes a text for a formula.

    What is not stated is an empty cell, several ids are separated by spaces, truth values are `true`
    and `false`. A text that a spreadsheet could take for a formula has an apostrophe before it.

    Example:
        >>> csv_text([("name", "number"), ("=1+1", -2), (None, True)])
        "name,number\r\n'=1+1,-2\r\n,true\r\n"
    """
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    told = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"'{told}" if told.startswith(_FORMULA) else told
