"""Delimited text (RFC 4180), which spreadsheets open: how cells stand in it, and none as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff".encode()
"""What Excel wants before UTF-8, which it takes for something else without it."""

_APOSTROPHE = "'"

_FORMULAS = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""What a formula may begin with to some spreadsheet, in full width too."""


def delimited_text(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    r"""Return rows of cells as delimited text, a line each, of which every end is that of the standard.

    Example:
        >>> delimited_text([("id", "name"), ("a", 'The "A", Omsk')])
        'id,name\r\na,"The ""A"", Omsk"\r\n'
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def harmless(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet could take it for a formula.

    Example:
        >>> harmless("=1+1"), harmless(" +7"), harmless("Omsk")
        ("'=1+1", "' +7", 'Omsk')
    """
    return _APOSTROPHE + text if text.startswith(_FORMULAS) or text.lstrip().startswith(_FORMULAS) else text


def guarded(text: str) -> str:
    """Return a harmless text from which the first apostrophe can always be taken away.

    So a text that begins with an apostrophe gets another one.

    Example:
        >>> guarded("=1+1"), guarded(" +7"), guarded("'s Heeren Loo"), guarded("Omsk")
        ("'=1+1", "' +7", "''s Heeren Loo", 'Omsk')
    """
    return _APOSTROPHE + text if text.lstrip().startswith(_APOSTROPHE) else harmless(text)
