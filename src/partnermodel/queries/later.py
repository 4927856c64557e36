"""Answers that are made in no time, of parts that are not asked for yet."""

from __future__ import annotations

from collections.abc import Callable
from types import MemberDescriptorType
from typing import Any


class Later:
    """The base of a frozen attrs class whose fields may be made late.

    An attrs object costs a microsecond, an answer may have hundreds of them in it, and most who ask
    look at few. A field `NAME` that is not there yet is made by the method `_make_NAME`, of what `_model`
    and `_of` hold, and kept. Nobody can see the difference: to compare, hash, print, copy or pickle an answer
    makes all of it.
    """

    __slots__ = ("_model", "_of")

    _model: Any
    _of: Any

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, slot in [*vars(cls).items()]:
            make = getattr(cls, f"_make_{name.strip('_')}", None)
            if make is not None and isinstance(slot, MemberDescriptorType):
                setattr(cls, name, _Made(slot, make))


class _Made:
    """A field that is made when it is first looked at.

    A `__getattr__` would do as well, but makes all other fields of the class ten times as slow to read.
    """

    def __init__(self, slot: MemberDescriptorType, make: Callable[[Any], object]) -> None:
        self._get, self._set, self._make = slot.__get__, slot.__set__, make

    def __get__(self, one: Any, owner: type | None = None) -> Any:
        if one is None:
            return self
        try:
            return self._get(one)
        except AttributeError:
            pass  # what `_make` raises has nothing to do with this
        found = self._make(one)
        self._set(one, found)
        return found

    def __set__(self, one: Any, value: object) -> None:
        self._set(one, value)
