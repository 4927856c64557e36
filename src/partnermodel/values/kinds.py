"""What sort of thing a value is, and what to say when another sort belongs there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from partnermodel.errors import Issue
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

_KINDS: tuple[tuple[type | tuple[type, ...], Worded], ...] = (
    (bool, worded("a truth value")),
    (int, worded("a whole number")),
    (float, worded("a number")),
    (str, worded("a text")),
    ((list, tuple), worded("a list")),
    (Mapping, worded("an object")),
    (type(None), worded("null")),
)


def kind_of(value: object) -> Worded:
    """Return what sort of thing a value is, in the words of JSON, with its article.

    Example:
        >>> print(kind_of(True), kind_of(1.5), kind_of({}), kind_of(None), sep=", ")
        a truth value, a number, an object, null
    """
    return next(
        (name for sort, name in _KINDS if isinstance(value, sort)), with_article(type(value).__name__)
    )


def with_article(noun: str) -> Worded:
    """Return a noun with the indefinite article that it is spoken with.

    Example:
        >>> print(with_article("Organisation"), with_article("Centre"), sep=", ")
        an Organisation, a Centre
    """
    return worded("an {name}", name=noun) if noun[:1].lower() in "aeio" else worded("a {name}", name=noun)


_IN_JSON: Mapping[str, Worded] = {
    "a text": worded("a text, in quotation marks"),
    "a list": worded("a list, in square brackets [ ]"),
    "an object": worded("an object: keys and their values, in braces {{ }}"),
}
_LONG_NUMBER = re.compile(r"[0-9]{10}")


def wrong_type(value: object, wanted: Worded, path: str) -> Issue:
    """Return the issue for a value of the wrong type; `wanted` has its article.

    A long number is not repeated, nor a text that holds one: it may be a natural person's.
    """
    seen = shown(value)
    if _LONG_NUMBER.search(seen) or (isinstance(value, int) and abs(value) >= 10**9):
        seen = ""
    kind = kind_of(value)
    if seen and isinstance(value, str | int | float):
        message = worded("{seen} is {kind}, and {wanted} belongs here", seen=seen, kind=kind, wanted=wanted)
    else:
        message = worded("{kind} stands where {wanted} belongs", kind=kind, wanted=wanted)
    return Issue("wrong-type", path, seen, message, _right_type(value, wanted, seen))


def _right_type(value: object, wanted: Worded, seen: str) -> Worded:
    if value is None:
        return worded("Write {wanted}, or leave the field out if nobody states it.", wanted=wanted)
    if wanted == "a text" and isinstance(value, int | float):
        return (
            worded('Write it in quotation marks: "{seen}".', seen=seen)
            if seen
            else worded("Write it in quotation marks.")
        )
    own = getattr(value, "id", None)
    if wanted == "a text" and isinstance(own, str):  # a record in place of its id
        return worded("Give its id: {id}.", id=shown(own))
    if wanted == "a whole number" and isinstance(value, str) and value.isdecimal() and seen:
        return worded("Write {value}, without quotation marks.", value=value)
    if wanted == "true or false" and value in ("true", "false"):
        return worded("Write {value}, without quotation marks.", value=value)
    return worded("Write {wanted}.", wanted=_IN_JSON.get(wanted, wanted))
