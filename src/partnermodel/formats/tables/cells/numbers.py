"""Numbers and truth values as cells have them, and texts that a spreadsheet took for numbers."""

from __future__ import annotations

import datetime
import re

from partnermodel.errors import InvalidRecordError
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.values.identifiers import Identifier
from partnermodel.values.text import folded, shown
from partnermodel.wording import worded

_TRUE = frozenset({"true", "yes", "y", "да", "+", "1", "истина", "есть", "✓", "✔", "v", "x", "х"})
_FALSE = frozenset({"false", "no", "n", "нет", "-", "−", "–", "—", "0", "ложь"})

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_WHOLE = re.compile(r"[+-]?\d+")
_SCIENTIFIC = re.compile(r"[+-]?\d+([.,]\d+)?[eеEЕ][+-]?\d+")
_FLOATED = re.compile(r"(\d+)[.,]0+")
_FRACTION = re.compile(r"\d+[.,]\d+")

# From here on a float no longer holds each digit.
_EXACT = 10**15

_LENGTHS = {"inn": (10,), "kpp": (9,), "oktmo": (8, 11), "ror": (9,), "isni": (16,)}
"""How long the identifiers are that may begin with zeros."""


def text_of(cell: Cell, decimal: str = ".") -> str:
    """Return what a cell says as a text; a number that is whole has no fraction.

    Example:
        >>> text_of(688110.0), text_of(1.5), text_of(True), text_of(datetime.date(2024, 9, 1))
        ('688110', '1.5', 'true', '2024-09-01')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if cell.is_integer():
            return str(int(cell)) if abs(cell) < _EXACT else f"{cell:e}"
        return repr(cell).replace(".", decimal)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def whole_of(text: str, decimal: str = ".") -> int | Refusal:
    """Return the whole number that a text says, with spaces between thousands or not.

    Args:
        text: The text.
        decimal: What stands before a fraction, `.` or `,`.

    Example:
        >>> whole_of("1 200"), whole_of("25,0", ","), whole_of("2.5").code
        (1200, 25, 'not-whole')
    """
    plain = _SPACES.sub("", text.strip())
    if decimal == "." and re.fullmatch(r"\d{1,3}(,\d{3})+(\.0+)?", plain):
        plain = plain.replace(",", "")
    if decimal == "," and re.fullmatch(r"\d{1,3}(\.\d{3})+(,0+)?", plain):
        plain = plain.replace(".", "")
    number, mark, fraction = plain.partition(decimal)
    if mark and fraction and not fraction.strip("0"):
        plain = number
    if _WHOLE.fullmatch(plain) and len(plain) < 20:
        return int(plain)
    if _FRACTION.fullmatch(plain):
        return Refusal(
            "not-whole",
            worded("{value} has a fraction, and a whole number belongs here", value=shown(text)),
            worded(
                "Write a whole number. What stands between it and its fraction is {decimal} in the mapping.",
                decimal=shown(decimal),
            ),
        )
    return Refusal(
        "not-a-number",
        worded("{value} is not a whole number", value=_safe(text)),
        worded("Write digits only, such as 25."),
    )


def flag_of(text: str) -> bool | Refusal:
    """Return the truth value that a text says, in English, in Russian or by a sign.

    Example:
        >>> flag_of("Да"), flag_of("-"), flag_of("maybe").code
        (True, False, 'not-a-truth-value')
    """
    plain = folded(text)
    if plain in _TRUE or plain in _FALSE:
        return plain in _TRUE
    return Refusal(
        "not-a-truth-value",
        worded("{value} says neither yes nor no", value=_safe(text)),
        worded("Write yes or no, or say in the mapping under codes what means true and what false."),
    )


def identifier_of(scheme: str, text: str) -> str | Refusal:
    """Return an identifier as it was before a spreadsheet took it for a number; never one it guesses at.

    Args:
        scheme: Its scheme.
        text: What the cell says.

    Example:
        >>> identifier_of("fips", "688110.0"), identifier_of("fips", "5.5E+09").code
        ('688110', 'lost-digits')
        >>> print(identifier_of("kpp", "50401001").hint)
        Write it as a text, with its zeros: "050401001".
    """
    if _SCIENTIFIC.fullmatch(text):
        return Refusal(
            "lost-digits",
            worded("{value} is a number in which digits of an identifier are lost", value=shown(text)),
            worded("Write all its digits, in a column of texts."),
        )
    if found := _FLOATED.fullmatch(text):
        text = found[1]
    elif _FRACTION.fullmatch(text) and scheme in _LENGTHS:
        return Refusal(
            "not-whole",
            worded("{value} has a fraction, and an identifier belongs here", value=shown(text)),
            worded("Write all its digits, in a column of texts."),
        )
    for length in _LENGTHS.get(scheme, ()):
        if text.isdecimal() and length - 3 <= len(text) < length and is_valid(scheme, text.zfill(length)):
            if len(text) in _LENGTHS[scheme]:
                continue
            return Refusal(
                "lost-zeros",
                worded(
                    "{value} has {found} digits, and {wanted} belong there: it has lost the zeros it "
                    "begins with",
                    value=shown(text),
                    found=len(text),
                    wanted=length,
                ),
                worded("Write it as a text, with its zeros: {value}.", value=shown(text.zfill(length))),
            )
    return text


def is_valid(scheme: str, value: str) -> bool:
    """Return whether a text is an identifier of a scheme, its check digits and all."""
    try:
        Identifier(scheme, value)
    except InvalidRecordError:
        return False
    return True


def _safe(text: str) -> str:
    """Return a text for a message; a long number in it may be a natural person's, and is not repeated."""
    return worded("a long number") if re.search(r"\d{10}", text) else shown(text)


def may_be_personal(text: str) -> bool:
    """Return whether a text may hold a natural person's number, which must not be repeated.

    Example:
        >>> may_be_personal("ИНН 123456789012"), may_be_personal("7707083893")
        (True, False)
    """
    return any(len(digits) in (12, 15) for digits in re.findall(r"\d+", text))
