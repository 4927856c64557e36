"""What sort of thing a value is, and what to say when another sort belongs there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from partnermodel.errors import Issue
from partnermodel.values.text import shown


def kind_of(value: object) -> str:
    """Return what sort of thing a value is, in the words of JSON, with its article.

    Example:
        >>> kind_of(True), kind_of(1.5), kind_of({}), kind_of(None)
        ('a truth value', 'a number', 'an object', 'null')
    """
    names: list[tuple[type | tuple[type, ...], str]] = [
        (bool, "a truth value"),
        (int, "a whole number"),
        (float, "a number"),
        (str, "a text"),
        ((list, tuple), "a list"),
        (Mapping, "an object"),
        (type(None), "null"),
    ]
    return next((name for sort, name in names if isinstance(value, sort)), with_article(type(value).__name__))


def with_article(noun: str) -> str:
    """Return a noun with the indefinite article that it is spoken with.

    Example:
        >>> with_article("Organisation"), with_article("Centre")
        ('an Organisation', 'a Centre')
    """
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


_IN_JSON = {
    "a text": "a text, in quotation marks",
    "a list": "a list, in square brackets [ ]",
    "an object": "an object: keys and their values, in braces { }",
}
_LONG_NUMBER = re.compile(r"[0-9]{10}")


def wrong_type(value: object, wanted: str, path: str) -> Issue:
    """Return the issue for a value of the wrong type; `wanted` has its article.

    A long number is not repeated, nor a text that holds one: it may be a natural person's.
    """
    seen = shown(value)
    if _LONG_NUMBER.search(seen) or (isinstance(value, int) and abs(value) >= 10**9):
        seen = ""
    kind = kind_of(value)
    if seen and isinstance(value, str | int | float):
        message = f"{seen} is {kind}, and {wanted} belongs here"
    else:
        message = f"{kind} stands where {wanted} belongs"
    return Issue("wrong-type", path, seen, message, _right_type(value, wanted, seen))


def _right_type(value: object, wanted: str, seen: str) -> str:
    if value is None:
        return f"Write {wanted}, or leave the field out if nobody states it."
    if wanted == "a text" and isinstance(value, int | float):
        return f'Write it in quotation marks: "{seen}".' if seen else "Write it in quotation marks."
    if wanted == "a whole number" and isinstance(value, str) and value.isdecimal() and seen:
        return f"Write {value}, without quotation marks."
    if wanted == "true or false" and value in ("true", "false"):
        return f"Write {value}, without quotation marks."
    return f"Write {_IN_JSON.get(wanted, wanted)}."
