"""Tables as delimited text (RFC 4180): nothing in it is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from partnermodel.values.rows import Rows

BYTE_ORDER_MARK = "\ufeff".encode()

_APOSTROPHE = "'"

_FORMULAS = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠", _APOSTROPHE)
"""What a formula may begin with to some spreadsheet, in full width too, and what is put before it."""

_ROWS_IN_A_PIECE = 1000


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet could take it for a formula.

    A text that begins with an apostrophe gets another one, so that the first can always be taken away.

    Example:
        >>> guarded("=1+1"), guarded(" +7"), guarded("'s Heeren Loo"), guarded("Omsk")
        ("'=1+1", "' +7", "''s Heeren Loo", 'Omsk')
    """
    return _APOSTROPHE + text if text.startswith(_FORMULAS) or text.lstrip().startswith(_FORMULAS) else text


def delimited(rows: Rows, *, delimiter: str = ",", mark: bool = False) -> Iterator[bytes]:
    r"""Yield rows as delimited text in UTF-8, piece by piece, the names of the columns first.

    Args:
        rows: The rows.
        delimiter: What stands between two cells.
        mark: Whether a byte-order mark stands first, without which Excel takes UTF-8 for something else.

    Example:
        >>> from partnermodel.values.columns import Column
        >>> rows = Rows((Column("id", "text"), Column("collective", "truth")), (("-a", True), ("b", None)))
        >>> b"".join(delimited(rows)).decode()
        "id,collective\r\n'-a,true\r\nb,\r\n"
    """
    if mark:
        yield BYTE_ORDER_MARK
    cells = iter([[one.name for one in rows.columns]])
    yield _text(cells, delimiter)
    values = iter(rows.values)
    while some := list(islice(values, _ROWS_IN_A_PIECE)):
        yield _text(([_cell(value) for value in row] for row in some), delimiter)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else str(value).lower()  # a whole number, or true: false is not stated


def _text(cells: Iterable[list[str]], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    return text.getvalue().encode()
