"""Strict compiled outlines of our classes, made from the same rules: types and keys, and nothing else.

An outline holds what the file says of a record; what it does not say holds its default. Mappings
(names in other languages, strangers' data) are left as the text that stands in the file, for
whoever builds records from outlines to read each different one once. Patterns and meanings are
left to them as well.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import attrs
import msgspec

from partnermodel.formats.shape import FORMAT_VERSION
from partnermodel.values.rules import RULE, Choice, Flag, Instance, Json, Many, Pairs, Rule, Text, Whole

UNSTATED = msgspec.Raw()
"""What stands in an outline for a mapping that the file does not state."""

_MADE_OF_OTHERS = (Instance, Many, Pairs, Json)


def file_fields(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a class that a file may hold, by their key, in the order of the file."""
    withheld: frozenset[str] = getattr(cls, "withheld", frozenset())
    return {field.alias or field.name: field for field in attrs.fields(cls) if field.name not in withheld}


@cache
def outline(cls: type) -> type[msgspec.Struct]:
    """Return the outline of a class. Encoded again, it gives back every key that was read."""
    return _outline(cls.__name__, _outlined(cls))


@cache
def ready_outline(cls: type) -> Any:
    """Return the outline of a class that is made from values, by their place, and not read from a file.

    A mapping and any value of ours that is not stated is `UNSTATED` in it, and so is left out.
    """
    fields = [
        (key, Any, UNSTATED if isinstance(field.metadata[RULE], _MADE_OF_OTHERS) else field.default)
        for key, field in file_fields(cls).items()
    ]
    return msgspec.defstruct(cls.__name__, fields, omit_defaults=True, gc=False)


def is_unread(rule: Rule) -> bool:
    """Return whether an outline holds such a field as the text that stands in the file."""
    return isinstance(rule, Pairs | Json)


def unstated(field: attrs.Attribute[Any]) -> object:
    """Return what stands in an outline for a field that is not stated."""
    return UNSTATED if is_unread(field.metadata[RULE]) else field.default


def _outlined(cls: type) -> list[Any]:
    fields: list[Any] = []
    for key, field in file_fields(cls).items():
        rule = field.metadata[RULE]
        raw = is_unread(rule)
        sort = Literal[FORMAT_VERSION] if key == "format_version" else msgspec.Raw if raw else _type(rule)
        required = field.default is attrs.NOTHING
        fields.append((key, sort) if required else (key, sort, unstated(field)))
    return fields


def _outline(name: str, fields: list[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        name, fields, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
    )


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
            return outline(cls)
        case Many(item=item):
            return tuple[_type(item), ...]  # type: ignore[misc]  # made at run time
        case Pairs(value=value):
            return dict[str, _type(value)]  # type: ignore[misc]  # made at run time
        case _:
            return Any


@cache
def decoder_of_one(cls: Any) -> msgspec.json.Decoder[Any]:
    """Return the decoder of one record, of which it makes an outline."""
    return msgspec.json.Decoder(outline(cls))


@cache
def decoder_of_many(rule: Any) -> msgspec.json.Decoder[list[Any]]:
    """Return the decoder of a list of what outlines leave unread."""
    return msgspec.json.Decoder(list[_type(rule)])  # type: ignore[misc]  # made at run time
