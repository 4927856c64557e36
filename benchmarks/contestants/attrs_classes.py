"""The peer: attrs classes with the validators of attrs, structured by cattrs from what orjson reads."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
from attrs.validators import deep_mapping, instance_of, matches_re, optional
from cattrs import Converter

from benchmarks.contestants import checks

_id = matches_re(checks.ID)
_code = matches_re(checks.CODE)
_line = matches_re(checks.LINE)
_language = matches_re(checks.LANGUAGE)


@attrs.frozen
class Citation:
    """A place in a document."""

    document: str = attrs.field(validator=_id)
    locator: str | None = attrs.field(default=None, validator=optional(_line))
    confidence: str | None = attrs.field(default=None, validator=optional(_code))
    claim: bool = attrs.field(default=False, validator=instance_of(bool))


@attrs.frozen
class Period:
    """From when to when."""

    start: str | None = attrs.field(default=None, validator=optional(matches_re(checks.DATE)))
    end: str | None = attrs.field(default=None, validator=optional(matches_re(checks.DATE_OR_OPEN)))

    def __attrs_post_init__(self) -> None:
        checks.check_period(self.start, self.end)


@attrs.frozen
class Identifier:
    """What a register calls a thing."""

    scheme: str = attrs.field(validator=_code)
    value: str = attrs.field(validator=_line)


@attrs.frozen
class Alias:
    """Another name."""

    name: str = attrs.field(validator=_line)
    language: str | None = attrs.field(default=None, validator=optional(_language))
    scope: str | None = None


@attrs.frozen
class StatedCount:
    """A number that a source states."""

    kind: str = attrs.field(validator=_code)
    number: int
    through: str = attrs.field(validator=_code)
    qualifier: str = "exactly"


@attrs.frozen
class Level:
    """A step of a scale."""

    scheme: str = attrs.field(validator=_code)
    value: str = attrs.field(validator=_code)


@attrs.frozen(kw_only=True)
class Entity:
    """What all entities share."""

    id: str = attrs.field(validator=_id)
    name: str = attrs.field(validator=_line)
    names: dict[str, str] = attrs.field(factory=dict, validator=deep_mapping(_language, _line))
    kind: str | None = attrs.field(default=None, validator=optional(_code))
    description: str = ""
    identifiers: tuple[Identifier, ...] = ()
    aliases: tuple[Alias, ...] = ()
    period: Period | None = None
    status: str = attrs.field(default="unknown", validator=_code)
    collective: bool = False
    size: int | None = None
    stated: tuple[StatedCount, ...] = ()
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Programme(Entity):
    """A course."""

    language: str | None = attrs.field(default=None, validator=optional(_language))


@attrs.frozen(kw_only=True)
class Document(Entity):
    """Where a fact comes from."""

    published: str | None = attrs.field(default=None, validator=optional(matches_re(checks.DATE)))
    source_type: str | None = attrs.field(default=None, validator=optional(_code))
    language: str | None = attrs.field(default=None, validator=optional(_language))
    url: str | None = attrs.field(default=None, validator=optional(matches_re(checks.URL)))


@attrs.frozen(kw_only=True)
class Relation:
    """A link between two entities."""

    id: str | None = attrs.field(default=None, validator=optional(_id))
    source: str = attrs.field(validator=_id)
    kind: str = attrs.field(validator=_code)
    target: str = attrs.field(validator=_id)
    role: str | None = attrs.field(default=None, validator=optional(_code))
    status: str = attrs.field(default="unknown", validator=_code)
    period: Period | None = None
    level: Level | None = None
    description: str = ""
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Register:
    """The whole document."""

    format_version: int
    name: str = attrs.field(validator=_line)
    language: str = attrs.field(default="und", validator=_language)
    organisations: tuple[Entity, ...] = ()
    centres: tuple[Entity, ...] = ()
    programmes: tuple[Programme, ...] = ()
    initiatives: tuple[Entity, ...] = ()
    groups: tuple[Entity, ...] = ()
    persons: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    documents: tuple[Document, ...] = ()
    statements: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()


@cache
def _converter() -> Converter:
    return Converter(detailed_validation=False, forbid_extra_keys=True)


def load(data: bytes) -> Register:
    """Return the document, checked."""
    import orjson

    register = _converter().structure(orjson.loads(data), Register)
    checks.check_references(register)
    return register
