"""The paths of fields: what a line of a mapping may lead to, and how the cells for it are read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from partnermodel.errors import did_you_mean
from partnermodel.formats.twins import file_fields
from partnermodel.model.nouns import type_word
from partnermodel.model.relations import RECORD_CLASSES
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import DATE_RULE, Period
from partnermodel.values.fields import BLOCK_RULE, CODE_RULE, ID_RULE
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.values.rules import RULE, Flag, Instance, Many, Pairs, Rule, Text, Whole
from partnermodel.values.text import compiled, shown
from partnermodel.wording import Worded, together, worded

TEXT, BLOCK, CODE, ID, LINK, IDENTIFIER = "text", "block", "code", "id", "link", "identifier"
DATE, END, PERIOD, WHOLE, FLAG, EXTRA, JSON = "date", "end", "period", "whole", "flag", "extra", "json"

OBJECTS = ("names", "identifiers", "aliases", "period", "stated", "evidence", "level", "extra")
"""The fields that hold more than one plain value, each of which a cell of JSON may hold whole."""


@attrs.frozen
class Target:
    """What a line leads to.

    Attributes:
        field: The field of the record.
        part: Which part of it: a language, a scheme, the key of strangers' data, `start`, `end`, …
        second: The kind of relation of a stated number.
        sort: How a cell for it is read.
        many: Whether several values may stand there.
    """

    field: str
    part: str = ""
    second: str = ""
    sort: str = TEXT
    many: bool = False


@cache
def target(type: str, to: str, json: bool = False) -> Target | None:
    """Return what a path leads to in records of a type; None if there is no such field.

    Args:
        type: The type of the record.
        to: The path.
        json: Whether the cells hold JSON.

    Example:
        >>> target("organisation", "identifiers.inn")
        Target(field='identifiers', part='inn', second='', sort='identifier', many=True)
        >>> target("organisation", "colour") is None
        True
    """
    field, _, part = to.partition(".")
    attribute = file_fields(RECORD_CLASSES[type]).get(field)
    if attribute is None:
        return None
    rule = attribute.metadata[RULE]
    if json:
        return _json_target(field, part, rule)
    match rule:
        case Pairs() if field == "names":
            return Target(field, part, many=False) if _fits(rule.key, part) else None
        case Pairs():
            return Target(field, part, sort=EXTRA) if _fits(rule.key, part) else None
        case Many(item=Instance(cls=cls)):
            return _list_target(cls, field, part)
        case Instance(cls=cls):
            return _object_target(cls, field, part)
        case _:
            return None if part else Target(field, sort=_sort(field, rule))


def _json_target(field: str, part: str, rule: Rule) -> Target | None:
    if field == "extra" and part:
        assert isinstance(rule, Pairs)
        return Target(field, part, sort=JSON) if _fits(rule.key, part) else None
    return Target(field, sort=JSON, many=isinstance(rule, Many)) if field in OBJECTS and not part else None


def _list_target(cls: type, field: str, part: str) -> Target | None:
    if cls is Identifier:
        return Target(field, part, sort=IDENTIFIER, many=True) if _fits(CODE_RULE, part) else None
    if cls is Alias:
        good = not part or _fits(_rule(Alias, "language"), part)
        return Target(field, part, many=True) if good else None
    if cls is StatedCount:
        kind, _, through = part.partition(".")
        good = _fits(CODE_RULE, kind) and _fits(CODE_RULE, through)
        return Target(field, kind, through, sort=WHOLE) if good else None
    assert cls is Citation
    return None if part else Target(field, sort=LINK, many=True)


def _object_target(cls: type, field: str, part: str) -> Target | None:
    if cls is Period:
        sort = {"": PERIOD, "start": DATE, "end": END}.get(part)
        return None if sort is None else Target(field, part, sort=sort)
    assert cls is Level
    return Target(field, part, sort=CODE) if _fits(CODE_RULE, part) else None


def _sort(field: str, rule: Rule) -> str:
    if field in ("source", "target"):
        return LINK
    if isinstance(rule, Whole | Flag):
        return WHOLE if isinstance(rule, Whole) else FLAG
    return {id(DATE_RULE): DATE, id(ID_RULE): ID, id(CODE_RULE): CODE, id(BLOCK_RULE): BLOCK}.get(
        id(rule), TEXT
    )


def _rule(cls: type, field: str) -> Text:
    rule = attrs.fields_dict(cls)[field].metadata[RULE]
    assert isinstance(rule, Text)
    return rule


def _fits(rule: Text, part: str) -> bool:
    return compiled(rule.pattern).match(part) is not None


def paths(type: str) -> Iterator[str]:
    """Yield the paths of the fields of a type; what is to be filled in stands in capitals."""
    for field in file_fields(RECORD_CLASSES[type]):
        yield from _PATHS.get(field, (field,))


_PATHS = {
    "names": ("names.LANGUAGE",),
    "identifiers": ("identifiers.SCHEME",),
    "aliases": ("aliases", "aliases.LANGUAGE"),
    "period": ("period", "period.start", "period.end"),
    "stated": ("stated.KIND.THROUGH",),
    "level": ("level.SCHEME",),
    "extra": ("extra.OWNER:NAME",),
}


def path_hint(type: str, to: str, json: bool) -> Worded:
    """Return how to mend a path that leads nowhere."""
    if json:
        known = [field for field in file_fields(RECORD_CLASSES[type]) if field in OBJECTS]
        return worded("JSON is read for one of: {paths}.", paths=", ".join(known))
    known = list(paths(type))
    near = did_you_mean(to, known) or did_you_mean(to.partition(".")[0], known)
    return (
        together(near, worded("Write one of: {paths}.", paths=", ".join(known)))
        if near
        else worded("Write one of: {paths}.", paths=", ".join(known))
    )


def no_path(type: str, to: str) -> Worded:
    """Return what is wrong with a path that leads nowhere."""
    return worded("{path} is no field of the type {type}", path=shown(to), type=type_word(type))
