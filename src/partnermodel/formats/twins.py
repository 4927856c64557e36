"""A strict compiled twin of every record, made from the same rules: types and keys, and nothing else.

A twin holds what the file says and no more, so that encoding it again gives back every key that
was read. Patterns and meanings are left to whoever builds records from it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import attrs
import msgspec
from msgspec import UNSET

from partnermodel.formats.shape import FORMAT_VERSION, Shape
from partnermodel.values.rules import (
    RULE,
    Choice,
    Flag,
    Instance,
    Many,
    Pairs,
    Rule,
    Text,
    Whole,
)


def file_fields(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a class that a file may hold, by their key, in the order of the file."""
    withheld: frozenset[str] = getattr(cls, "withheld", frozenset())
    return {field.alias or field.name: field for field in attrs.fields(cls) if field.name not in withheld}


@cache
def twin(cls: type) -> type[msgspec.Struct]:
    """Return the twin of one of our classes."""
    fields: list[Any] = []
    for key, field in file_fields(cls).items():
        sort = Literal[FORMAT_VERSION] if key == "format_version" else _type(field.metadata[RULE])
        required = field.default is attrs.NOTHING
        fields.append((key, sort) if required else (key, sort | msgspec.UnsetType, UNSET))
    return msgspec.defstruct(cls.__name__, fields, kw_only=True, forbid_unknown_fields=True, gc=False)


def _type(rule: Rule) -> Any:
    match rule:
        case Text():
            return str
        case Whole():
            return int
        case Flag():
            return bool
        case Choice(choices=choices):
            return Literal[choices]
        case Instance(cls=cls):
            return twin(cls)
        case Many(item=item):
            return list[_type(item)]  # type: ignore[misc]  # made at run time
        case Pairs(value=value):
            return dict[str, _type(value)]  # type: ignore[misc]  # made at run time
        case _:
            return Any


@cache
def decoder() -> msgspec.json.Decoder[Any]:
    """Return the decoder of whole documents."""
    return msgspec.json.Decoder(twin(Shape))
