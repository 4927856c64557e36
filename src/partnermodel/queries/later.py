"""Answers parts of which are made when they are first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class Later:
    """The base of a frozen attrs class whose fields may be made late.

    An attrs object costs a microsecond, an answer may have hundreds of them in it, and most who ask
    look at few. A field that is not there yet is made by the method `_make_NAME`, from what `_of`
    holds, and kept. Nobody can see the difference: to compare, hash, print, copy or pickle an answer
    makes all of it.
    """

    __slots__ = ("_of",)

    _of: Any

    if not TYPE_CHECKING:  # a checker would take every name for a field

        def __getattr__(self, name: str) -> Any:
            # Python comes here only for what it has not found.
            make = None if name == "_of" else getattr(type(self), f"_make_{name.strip('_')}", None)
            if make is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            found = make(self)
            put(self, name, found)
            return found


put = object.__setattr__
"""Sets a field of a frozen value that is being made."""
