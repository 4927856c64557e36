"""Columns with types, and where in an answer the value of each stands: read from the fields of a class."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from partnermodel.wording import worded

Type = Literal["text", "integer", "number", "truth", "ids", "texts", "lists"]
"""What is in a column: a text, a whole number, any number, a truth value, several ids, several texts, or
several lists of ids."""

Value = str | int | float | bool | tuple[str | None, ...] | tuple[tuple[str | None, ...], ...] | None
"""A value of a row; None where nothing is stated."""

_PLAIN: Mapping[object, Type] = {str: "text", int: "integer", float: "number", bool: "truth"}

# Half of a character, which no strict reader of JSON takes, and Arrow neither.
_HALF = re.compile("[\ud800-\udfff]")


@attrs.frozen
class Column:
    """A column of rows.

    Attributes:
        name: Its name, the same in every language: that of the field that it tells.
        type: What is in it: `text`, `integer`, `number`, `truth` (true or false), `ids` or `texts`
            (several), or `lists` (several lists of ids).
    """

    name: str
    type: Type


@attrs.frozen
class Field:
    """A column, and where its value stands.

    Attributes:
        column: The column.
        of: Returns the value, of what a row is about.
    """

    column: Column
    of: Callable[[Any], object]

    def value(self, item: object) -> Value:
        """Return the value in the one type that the column has."""
        return as_type(self.column.type, self.of(item))


def column_of(name: str, type: Type, place: str | Callable[[Any], object] = "") -> Field:
    """Return a column, and where its value stands.

    Args:
        name: The name of the column.
        type: What is in it.
        place: The attributes that lead to the value, with dots between; of what is several, the value of
            each is meant, and what is not stated leads to nothing. Or a function. Left out, the name.

    Example:
        >>> column_of("year", "integer", "date.year").value(attrs.make_class("C", ["date"])(None)) is None
        True
    """
    return Field(Column(name, type), place if callable(place) else _way((place or name).split(".")))


def _way(names: list[str]) -> Callable[[Any], object]:
    def follow(item: Any, step: int = 0) -> object:
        if item is None or step == len(names):
            return item
        if isinstance(item, tuple):
            return tuple(follow(one, step) for one in item)
        return follow(getattr(item, names[step]), step + 1)

    return follow


def as_type(type: Type, value: Any) -> Value:
    """Return a value in the one type that a column has; what is not finite is no number.

    Example:
        >>> as_type("number", 3), as_type("number", math.nan), as_type("ids", ["a"])
        (3.0, None, ('a',))
    """
    if value is None:
        return None
    if type == "text":
        return _text(value)
    if type == "number":
        return float(value) if math.isfinite(value) else None
    if type == "lists":
        return tuple(tuple(map(_text, one)) for one in value)
    if type == "integer":
        return int(value)
    return bool(value) if type == "truth" else tuple(map(_text, value))


def _text(value: str | None) -> str | None:
    if value is None:
        return None
    text = str.__str__(value)
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def fields_of(
    cls: type, *, under: str = "", instead: Mapping[str, Iterable[Field]] | None = None
) -> tuple[Field, ...]:
    """Return a column for each field of a class whose name does not begin with a `_`, in their order.

    Args:
        cls: An attrs class. A `str`, `int`, `float` or `bool` is a text, an integer, a number or a truth
            value; a tuple of texts are ids; a tuple of tuples of texts are lists.
        under: The attributes that lead to its instance, with dots between.
        instead: For some of its fields, the columns that stand in their place, if any.

    Raises:
        TypeError: A field has another type, and nothing stands in its place.

    Example:
        >>> from partnermodel.values.counts import StatedCount
        >>> [(one.column.name, one.column.type) for one in fields_of(StatedCount)][:2]
        [('kind', 'text'), ('number', 'integer')]
    """
    found: list[Field] = []
    for name, hint in _hints(cls):
        if name in (instead or {}):
            found += (instead or {})[name]
        else:
            type = _type_of(hint)
            if type is None:
                told = worded("{name} has no column for its field {field}", name=cls.__name__, field=name)
                raise TypeError(told)
            found.append(column_of(name, type, f"{under}.{name}" if under else name))
    return tuple(found)


@cache
def _hints(cls: type) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(cls)
    return tuple((one.name, hints[one.name]) for one in attrs.fields(cls) if one.name[0] != "_")


def _type_of(hint: object) -> Type | None:
    """Return what is in the column of a field with such a type, or None when it has none."""
    if get_origin(hint) in (Union, UnionType):
        stated = [one for one in get_args(hint) if one is not type(None)]
        return _type_of(stated[0]) if len(stated) == 1 else None
    if get_origin(hint) is Literal:
        return "text" if all(isinstance(one, str) for one in get_args(hint)) else None
    if get_origin(hint) is tuple:
        inner = {_type_of(one) for one in get_args(hint) if one is not ...}
        return "ids" if inner == {"text"} else "lists" if inner == {"ids"} else None
    return _PLAIN.get(hint)
