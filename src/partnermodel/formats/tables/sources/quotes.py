"""Where a quotation mark is out of place: found by our own reading of the row that cannot be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.formats.places import spot
from partnermodel.formats.tables.sources.dialects import Dialect
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

_ENOUGH = 1 << 22


def quote_fault(
    lines: Iterator[str], dialect: Dialect, names: tuple[str, str | None], *, row: int, line: int
) -> Issue:
    """Return why a row cannot be read.

    Args:
        lines: The lines from the beginning of the row.
        dialect: How the file is written.
        names: What the file and the sheet are called.
        row: The number of the row.
        line: The number of its first line.
    """
    # As many line ends before the row as there are in the file, so that its lines are counted right.
    text = "\n" * (line - 1) + _beginning(lines)
    path, most, at = place(names, row), csv.field_size_limit(), line - 1
    delimiter = re.escape(dialect.delimiter)
    inner = r'[^"\\]|\\.' if dialect.escape else '[^"]|""'
    quoted = re.compile(rf'"(?:{inner})*+"', re.DOTALL)
    plain = re.compile(rf'{" *+" if dialect.blanks else ""}(?!")[^{delimiter}\r\n]*+')
    while (found := plain.match(text, at)) is not None or (found := quoted.match(text, at)) is not None:
        if found.end() - at > most:
            break
        after = text[found.end() : found.end() + 1]
        if after != dialect.delimiter:
            return _after(path, spot(text, at), spot(text, found.end()), after)
        at = found.end() + 1
    if text[at : at + 1] != '"':
        message = worded("a cell has more than {most} characters", most=most)
        return Issue("not-a-table", path, "", message, worded("Check whether the file is a table."))
    message = worded("a quotation mark in {opened} opens a cell, and none closes it", opened=spot(text, at))
    hint = worded("Close the cell with a quotation mark, or remove this one.")
    return Issue("quote-out-of-place", path, "", message, hint)


def _beginning(lines: Iterator[str]) -> str:
    found, size = [], 0
    for line in lines:
        found.append(line)
        size += len(line)
        if size > _ENOUGH:
            break
    return "".join(found)


def _after(path: str, opened: Worded, where: Worded, character: str) -> Issue:
    message = worded(
        "a quotation mark in {opened} opens a cell, and what follows the one that closes it is {character}, "
        "in {spot}",
        opened=opened,
        character=shown(character),
        spot=where,
    )
    hint = worded(
        'Write "" for a quotation mark within a cell in quotation marks, or look for one that is missing.'
    )
    return Issue("quote-out-of-place", path, "", message, hint)
