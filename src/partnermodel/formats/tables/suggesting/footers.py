"""Rows of a sheet that are no records: totals, heads said again, and whatever stands below a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import attrs

from partnermodel.formats.tables.cells.totals import beginning, seems_note, seems_total
from partnermodel.formats.tables.suggesting.heads import meaning_of
from partnermodel.values.text import folded

Row = tuple[int, Sequence[str]]

_WIDE = 3
"""In a table whose rows say at least so many things, a row that says one thing only may be a remark."""

_SHORT = 60
"""What is longer is no head of a column."""


@attrs.frozen
class Footer:
    """Which rows of a sheet are no records.

    Attributes:
        until: The number of the last row that may be one; None when all rows below it are.
        skip: The numbers of those above it that are none.
        below: What the rows below it begin with.
        between: What those above it begin with.
    """

    until: int | None = None
    skip: tuple[int, ...] = ()
    below: tuple[str, ...] = ()
    between: tuple[str, ...] = ()

    def has(self, number: int) -> bool:
        """Return whether a row may be a record."""
        return number not in self.skip and (self.until is None or number <= self.until)


def footer_of(rows: Sequence[Row], heads: Sequence[str], *, whole: bool) -> Footer:
    """Return which rows below a header are no records.

    Args:
        rows: The number of each row and its texts; an empty text where a cell says nothing.
        heads: What the header says, in the same places.
        whole: Whether these are all rows of the sheet.

    Example:
        >>> rows = [(2, ("School 5", "12")), (3, ("Total", "12")), (5, ("Note: by hand", ""))]
        >>> footer_of(rows, ("Name", "Size"), whole=True)
        Footer(until=2, skip=(), below=('Total', 'Note: …'), between=())
    """
    stated = [(number, row) for number, row in rows if any(row)]
    if not stated:
        return Footer()
    usual = median(_says(row) for _, row in stated)
    end = min(_other_table(stated, heads), _remarks(stated, usual) if whole else len(stated))
    none = [(number, row) for number, row in stated[:end] if _is_total(row) or _repeats(row, heads)]
    # Where nothing is known to stand below, as in a part of a sheet, a total ends no table.
    while end < len(stated) and none and none[-1] == stated[end - 1]:
        none.pop()
        end -= 1
    if end == 0:  # a table of nothing but totals is meant to be one
        return Footer()
    below = stated[end:]
    return Footer(
        stated[end - 1][0] if below else None,
        tuple(number for number, _ in none),
        tuple(beginning(_first(row)) for _, row in below),
        tuple(beginning(_first(row)) for _, row in none),
    )


def _says(row: Sequence[str]) -> int:
    """Return how many things a row says; what is merged over several columns is one."""
    return len({cell for cell in row if cell})


def _first(row: Sequence[str]) -> str:
    return next(cell for cell in row if cell)


def _is_total(row: Sequence[str]) -> bool:
    words = next((cell for cell in row if any(map(str.isalpha, cell))), "")
    return seems_total(words)


def _repeats(row: Sequence[str], heads: Sequence[str]) -> bool:
    """Return whether a row says the header again, as at the top of a printed page."""
    said = [folded(cell) == folded(head) for cell, head in zip(row, heads, strict=True) if cell and head]
    return len(said) > 1 and all(said)


def _remarks(rows: Sequence[Row], usual: float) -> int:
    """Return the place of the first of the rows below a table."""
    start = len(rows)
    while start and _may_be_remark(rows[start - 1][1], usual):
        start -= 1
    for place in range(start, len(rows)):
        number, row = rows[place]
        if _is_total(row) or seems_note(_first(row)) or (place and number - rows[place - 1][0] > 1):
            return place
    return len(rows)


def _may_be_remark(row: Sequence[str], usual: float) -> bool:
    says = _says(row)
    return _is_total(row) or (says <= 2 and seems_note(_first(row))) or (says == 1 and usual >= _WIDE)


def _other_table(rows: Sequence[Row], heads: Sequence[str]) -> int:
    """Return the place where another table begins, with its title or its header, below blank rows."""
    for place, (before, (number, row)) in enumerate(pairwise([(0, ()), *rows])):
        if place == 0 or number - before[0] == 1:
            continue
        following = rows[place + 1][1] if place + 1 < len(rows) else ()
        if _is_header(row, heads) or (_says(row) == 1 and _is_header(following, heads)):
            return place
    return len(rows)


def _is_header(row: Sequence[str], heads: Sequence[str]) -> bool:
    """Return whether a row is a header, and not the one of the table."""
    stated = [cell for cell in row if cell]
    if _says(row) < 2 or any(map(str.isdigit, "".join(stated))) or any(len(one) > _SHORT for one in stated):
        return False
    if _repeats(row, heads):
        return False
    known = {folded(head) for head in heads if head}
    return any(folded(cell) in known for cell in stated) or all(map(meaning_of, stated))
