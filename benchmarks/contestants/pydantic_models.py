"""The peer: pydantic v2, strict, with patterns for the codes, and the references checked in plain Python."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from benchmarks.contestants import checks

Id = Annotated[str, StringConstraints(pattern=checks.ID)]
Code = Annotated[str, StringConstraints(pattern=checks.CODE)]
Language = Annotated[str, StringConstraints(pattern=checks.LANGUAGE)]
Line = Annotated[str, StringConstraints(pattern=checks.LINE)]
Date = Annotated[str, StringConstraints(pattern=checks.DATE)]
DateOrOpen = Annotated[str, StringConstraints(pattern=checks.DATE_OR_OPEN)]
Url = Annotated[str, StringConstraints(pattern=checks.URL)]


class Strict(BaseModel):
    """A model that converts nothing, and refuses keys that it does not know."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Citation(Strict):
    """A place in a document."""

    document: Id
    locator: Line | None = None
    confidence: Code | None = None
    claim: bool = False


class Period(Strict):
    """From when to when."""

    start: Date | None = None
    end: DateOrOpen | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Period:
        checks.check_period(self.start, self.end)
        return self


class Identifier(Strict):
    """What a register calls a thing."""

    scheme: Code
    value: Line


class Alias(Strict):
    """Another name."""

    name: Line
    language: Language | None = None
    scope: str | None = None


class StatedCount(Strict):
    """A number that a source states."""

    kind: Code
    number: int
    through: Code
    qualifier: str = "exactly"


class Level(Strict):
    """A step of a scale."""

    scheme: Code
    value: Code


class Entity(Strict):
    """What all entities share."""

    id: Id
    name: Line
    names: dict[Language, Line] = {}
    kind: Code | None = None
    description: str = ""
    identifiers: tuple[Identifier, ...] = ()
    aliases: tuple[Alias, ...] = ()
    period: Period | None = None
    status: Code = "unknown"
    collective: bool = False
    size: int | None = None
    stated: tuple[StatedCount, ...] = ()
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] = {}


class Programme(Entity):
    """A course."""

    language: Language | None = None


class Document(Entity):
    """Where a fact comes from."""

    published: Date | None = None
    source_type: Code | None = None
    language: Language | None = None
    url: Url | None = None


class Relation(Strict):
    """A link between two entities."""

    id: Id | None = None
    source: Id
    kind: Code
    target: Id
    role: Code | None = None
    status: Code = "unknown"
    period: Period | None = None
    level: Level | None = None
    description: str = ""
    evidence: tuple[Citation, ...] = ()
    extra: dict[str, Any] = {}


class Register(Strict):
    """The whole document."""

    format_version: int
    name: Line
    language: Language = "und"
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


def load(data: bytes) -> Register:
    """Return the document, checked."""
    register: Register = Register.model_validate_json(data)
    checks.check_references(register)
    return register


def save(register: Register) -> bytes:
    """Return the document as JSON, without what was not set."""
    text: str = register.model_dump_json(indent=2, exclude_unset=True)
    return text.encode()
