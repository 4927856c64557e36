"""Attribute values as text, which a declared sort turns into numbers and truth values."""

from __future__ import annotations

import math

from partnermodel.errors import Issue
from partnermodel.formats.graphs.finding import Found, Line, placed_attribute
from partnermodel.values.text import shown
from partnermodel.wording import worded

_WHOLE = frozenset({"int", "integer", "long", "short", "byte", "biginteger"})
_FRACTION = frozenset({"float", "double", "bigdecimal"})
_TRUTH = {"true": True, "false": False, "1": True, "0": False}

_LONGEST = 400
"""The longest number that is read: none that is meant has as many digits."""


def value_of(text: str, sort: str, found: Found, line: Line, name: str) -> str | int | float | bool | None:
    """Return a value of a sort; None when it says nothing, or what is wrong with it has been taken down.

    Args:
        text: The value as it stands in the file.
        sort: What the file declares: `string`, `boolean`, `int`, `double` and their like.
        found: What takes down the faults.
        line: Where it stands.
        name: The name of the attribute.
    """
    if sort in _WHOLE or sort in _FRACTION or sort == "boolean":
        bare = text.strip()
        if not bare:
            return None
        try:
            if sort == "boolean":
                return _TRUTH[bare.lower()]
            number = float(bare[:_LONGEST])
            if math.isnan(number):
                return None
            if sort in _WHOLE:
                return int(bare[:_LONGEST])
            if math.isfinite(number):
                return number
        except (KeyError, ValueError):
            pass
        message = worded(
            "{value} is not of the type {type} that the file declares", value=shown(text), type=sort
        )
        hint = worded("Mend the value, or declare the attribute as string.")
        found.add(Issue("wrong-type", placed_attribute(line, name), shown(text), message, hint))
        return None
    return text
