"""Where a quotation mark is out of place: found by our own reading of the row that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.formats.places import spot
from partnermodel.formats.tables.sources.dialects import Dialect
from partnermodel.formats.tables.sources.long_cells import LONGEST_CELL
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

_ENOUGH = 2 * LONGEST_CELL
"""What is looked at of a row, in characters: before the cell that does not end, others may be long."""


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
    text = _beginning(lines)
    path, at = place(names, row), 0
    delimiter, quote = re.escape(dialect.delimiter), re.escape(dialect.quote)
    escape = re.escape(dialect.escape or "")
    inner = [
        f"[^{quote}{escape}]",
        f"{quote}{quote}" if dialect.doubled else "",
        f"{escape}." if escape else "",
    ]
    quoted = re.compile(rf"{quote}(?:{'|'.join(filter(None, inner))})*+{quote}", re.DOTALL)
    plain = re.compile(rf"{' *+' if dialect.blanks else ''}(?!{quote})[^{delimiter}\r\n]*+")
    while (found := plain.match(text, at)) is not None or (found := quoted.match(text, at)) is not None:
        if found.end() - at > LONGEST_CELL:
            break
        after = text[found.end() : found.end() + 1]
        if after != dialect.delimiter:
            return _after(path, spot(text, at, line), spot(text, found.end(), line), after)
        at = found.end() + 1
    opened = spot(text, at, line)
    message = worded("a quotation mark in {opened} opens a cell, and none closes it", opened=opened)
    if len(text) - at > LONGEST_CELL:
        message = worded(
            "a quotation mark in {opened} opens a cell, and none closes it within {most} characters",
            opened=opened,
            most=LONGEST_CELL,
        )
    hint = worded("Close the cell with a quotation mark, or remove this one.")
    return Issue("quote-out-of-place", path, "", message, hint)


def _beginning(lines: Iterator[str]) -> str:
    """Return the beginning of a row, in which every line ends alike, so that lines can be counted."""
    found, size = [], 0
    for line in lines:
        found.append(line.rstrip("\r\n") + "\n")
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
