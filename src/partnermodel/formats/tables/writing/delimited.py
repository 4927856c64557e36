"""Tables as delimited text: values as cells, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from partnermodel.values.delimited import BYTE_ORDER_MARK, delimited_text, guarded
from partnermodel.values.rows import Rows

_ROWS_IN_A_PIECE = 1000


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
    yield delimited_text([[one.name for one in rows.columns]], delimiter).encode()
    values = iter(rows.values)
    while some := list(islice(values, _ROWS_IN_A_PIECE)):
        yield delimited_text(([_cell(value) for value in row] for row in some), delimiter).encode()


def _cell(value: object) -> str:
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else str(value).lower()  # a whole number, or true: false is not stated
