"""The floor: msgspec Structs as written by hand, strict in types and keys, and nothing else checked."""

from __future__ import annotations

import gc
from functools import cache
from typing import Any

import msgspec


class Strict(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A Struct that refuses keys that it does not know, and that the garbage collector does not follow."""


class Citation(Strict):
    """A place in a document."""

    document: str
    locator: str | None = None
    confidence: str | None = None
    claim: bool = False


class Period(Strict):
    """From when to when."""

    start: str | None = None
    end: str | None = None


class Identifier(Strict):
    """What a register calls a thing."""

    scheme: str
    value: str


class Alias(Strict):
    """Another name."""

    name: str
    language: str | None = None
    scope: str | None = None


class StatedCount(Strict):
    """A number that a source states."""

    kind: str
    number: int
    through: str
    qualifier: str = "exactly"


class Level(Strict):
    """A step of a scale."""

    scheme: str
    value: str


class Entity(Strict, kw_only=True):
    """What all entities share."""

    id: str
    name: str
    names: dict[str, str] | None = None
    kind: str | None = None
    description: str = ""
    identifiers: tuple[Identifier, ...] = ()
    aliases: tuple[Alias, ...] = ()
    period: Period | None = None
    status: str = "unknown"
    collective: bool = False
    size: int | None = None
    stated: tuple[StatedCount, ...] = ()
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] | None = None


class Programme(Entity, kw_only=True):
    """A course."""

    language: str | None = None


class Document(Entity, kw_only=True):
    """Where a fact comes from."""

    published: str | None = None
    source_type: str | None = None
    language: str | None = None
    url: str | None = None


class Relation(Strict, kw_only=True):
    """A link between two entities."""

    id: str | None = None
    source: str
    kind: str
    target: str
    role: str | None = None
    status: str = "unknown"
    period: Period | None = None
    level: Level | None = None
    description: str = ""
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] | None = None


class Register(Strict, kw_only=True):
    """The whole document."""

    format_version: int
    name: str
    language: str = "und"
    organisations: list[Entity] = []
    centres: list[Entity] = []
    programmes: list[Programme] = []
    initiatives: list[Entity] = []
    groups: list[Entity] = []
    persons: list[Entity] = []
    places: list[Entity] = []
    documents: list[Document] = []
    statements: list[Entity] = []
    relations: list[Relation] = []


@cache
def _decoder() -> msgspec.json.Decoder[Register]:
    return msgspec.json.Decoder(Register)


def load(data: bytes) -> Register:
    """Return the document, read with the collector off."""
    gc.disable()
    try:
        return _decoder().decode(data)
    finally:
        gc.enable()
