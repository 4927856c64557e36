"""The things that a partnership network is made of; every link between them is a `Relation`."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from partnermodel.model.withheld import withheld_faults
from partnermodel.model.withheld import withheld_hint as withheld_hint  # noqa: PLC0414  (for the formats)
from partnermodel.values.citations import Citation, listed_citations
from partnermodel.values.counts import StatedCount, listed_counts
from partnermodel.values.dates import DATE_RULE, UNKNOWN_PERIOD, Period, as_text
from partnermodel.values.enforcement import enforce, refuse
from partnermodel.values.fields import (
    BLOCK_FIELD,
    CODE_FIELD,
    EXTRA_FIELD,
    FLAG_FIELD,
    ID_FIELD,
    LANGUAGE_FIELD,
    LINE_FIELD,
    LOCALISED_FIELD,
    URL_FIELD,
    WHOLE_FIELD,
    many,
    mapped,
    mapped_deep,
    one,
    plain,
    plain_or_none,
    ruled,
    whole_or_none,
)
from partnermodel.values.identifiers import Identifier, listed_identifiers
from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.names import Alias, listed_aliases
from partnermodel.values.stating import stated_only
from partnermodel.values.text import fallbacks, shown
from partnermodel.wording import worded

UNKNOWN_STATUS = "unknown"


@attrs.frozen
class Entity:
    """What all entities share. Use one of the classes below it.

    Attributes:
        id: The name of the record in its model: unique among all records, and for ever.
        name: What people call it, in the language of the model.
        names: Its name in other languages: language tag (BCP 47) to name.
        kind: What sort of thing it is: a code of the scheme of its type, or None when not stated.
        description: Free text.
        identifiers: What registers call it.
        aliases: Other names, each with the place in which it means this record.
        period: From when to when it exists or runs.
        status: How far it has come: a code of the scheme `status`.
        collective: True for a set whose members are not named one by one.
        size: How many members the set or group has, or None when nobody says.
        stated: Numbers that a source states without naming what it counts.
        evidence: On whose word the record stands.
        extra: Strangers' data: `owner:name` to any JSON value but null.

    Raises:
        InvalidRecordError: A field holds what it cannot hold; all faults are named at once.
    """

    __repr__ = stated_only

    scheme: ClassVar[str] = ""
    """The name of the type in lower case, which is also the scheme of its kinds."""

    withheld: ClassVar[frozenset[str]] = frozenset()
    """The shared fields that this type refuses, because they would mean nothing or tell too much."""

    id: str = attrs.field(converter=plain, metadata=ID_FIELD)
    name: str = attrs.field(converter=plain, metadata=LINE_FIELD)
    names: FrozenMap[str, str] = attrs.field(
        default=EMPTY, converter=mapped, metadata=LOCALISED_FIELD, kw_only=True
    )
    kind: str | None = attrs.field(default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True)
    description: str = attrs.field(default="", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=listed_identifiers, metadata=many(Identifier), kw_only=True
    )
    aliases: tuple[Alias, ...] = attrs.field(
        default=(), converter=listed_aliases, metadata=many(Alias), kw_only=True
    )
    period: Period = attrs.field(default=UNKNOWN_PERIOD, metadata=one(Period), kw_only=True)
    status: str = attrs.field(default=UNKNOWN_STATUS, converter=plain, metadata=CODE_FIELD, kw_only=True)
    collective: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)
    size: int | None = attrs.field(default=None, converter=whole_or_none, metadata=WHOLE_FIELD, kw_only=True)
    stated: tuple[StatedCount, ...] = attrs.field(
        default=(), converter=listed_counts, metadata=many(StatedCount), kw_only=True
    )
    evidence: tuple[Citation, ...] = attrs.field(
        default=(), converter=listed_citations, metadata=many(Citation), kw_only=True
    )
    extra: FrozenMap[str, Any] = attrs.field(
        default=EMPTY, converter=mapped_deep, metadata=EXTRA_FIELD, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)
        cls = type(self)
        if not cls.scheme:
            raise TypeError(worded("Entity is the base of the entity classes; use Organisation, Centre, …"))
        if cls.withheld and (issues := list(withheld_faults(self))):
            refuse(cls, issues, f"{cls.__name__}({shown(self.id)})")

    def name_in(self, language: str) -> str:
        """Return the name in a language, or the plain name when there is none.

        Args:
            language: A language tag; `tt-Cyrl-RU` falls back to `tt-Cyrl`, and that to `tt`.

        Example:
            >>> Place("omsk-region", "Omsk Region", names={"ru": "Омская область"}).name_in("ru-RU")
            'Омская область'
        """
        found = next((self.names[tag] for tag in fallbacks(language) if tag in self.names), None)
        return self.name if found is None else found


_SET = frozenset({"collective", "size"})


@attrs.frozen(repr=False)
class Organisation(Entity):
    """A legal or informal body, or (`collective`) a set of them whose members are not named.

    It is `org:Organization` of the W3C Organization Ontology. The other attributes are those of `Entity`.

    Example:
        >>> Organisation("homes", "Care homes", kind="residential-care-home", collective=True).size is None
        True
    """

    scheme: ClassVar[str] = "organisation"


@attrs.frozen(repr=False)
class Centre(Entity):
    """A unit or a facility that an organisation hosts; not a body of its own (`org:OrganizationalUnit`).

    An institution that merely has "centre" in its name is an `Organisation`.

    Example:
        >>> Centre("media-centre", "Media centre", kind="media-centre").scheme
        'centre'
    """

    scheme: ClassVar[str] = "centre"


@attrs.frozen(repr=False)
class Programme(Entity):
    """A course of education, training or support that is offered again and again.

    Attributes:
        language: The language of instruction (BCP 47), or None when it is not stated.

    Example:
        >>> Programme("welding", "Welding", kind="vocational-training", language="ru").language
        'ru'
    """

    scheme: ClassVar[str] = "programme"

    language: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LANGUAGE_FIELD, kw_only=True
    )


@attrs.frozen(repr=False)
class Initiative(Entity):
    """What parties do together: a project, a visit, an event, a movement, an agreement.

    What has more than two parties is an initiative with a relation to each, and their roles
    (`org:OrganizationalCollaboration`).

    Example:
        >>> Initiative("visit", "Visit to the college", kind="visit", status="completed").status
        'completed'
    """

    scheme: ClassVar[str] = "initiative"


@attrs.frozen(repr=False)
class Group(Entity):
    """Beneficiaries or actors, only ever as a group. Groups overlap; their sizes are never added up.

    Example:
        >>> Group("students", "Students of the college", kind="students").withheld >= {"identifiers"}
        True
    """

    scheme: ClassVar[str] = "group"
    withheld: ClassVar[frozenset[str]] = frozenset({"identifiers", "collective", "stated"})


@attrs.frozen(repr=False)
class Person(Entity):
    """A holder of a public post: a name, and nothing else. The post is a relation.

    Example:
        >>> Person("a-ryskalkin", "Aleksandr Ryskalkin").kind is None
        True
    """

    scheme: ClassVar[str] = "person"
    withheld: ClassVar[frozenset[str]] = _SET | {
        "kind",
        "description",
        "identifiers",
        "aliases",
        "period",
        "status",
        "stated",
        "extra",
    }


@attrs.frozen(repr=False)
class Place(Entity):
    """A country, a region, a municipality, a settlement.

    Example:
        >>> omsk = Place("omsk-region", "Omsk Region", identifiers=[Identifier("iso-3166-2", "RU-OMS")])
        >>> print(omsk.identifiers[0])
        ISO-3166-2 RU-OMS
    """

    scheme: ClassVar[str] = "place"
    withheld: ClassVar[frozenset[str]] = _SET | {"stated"}


@attrs.frozen(repr=False)
class Document(Entity):
    """Where a fact comes from.

    Attributes:
        published: The day, month or year of publication, or None when the document does not say.
        source_type: Who stands behind it: a code of the scheme `source-type`, or None.
        language: The language it is written in (BCP 47), or None when it is not stated.
        url: Its web address, or None. It is never opened by this library.

    Example:
        >>> Document("act-12", "Act No. 12", kind="legal-act", published="2024-09").published
        '2024-09'
    """

    scheme: ClassVar[str] = "document"
    withheld: ClassVar[frozenset[str]] = _SET | {"stated"}

    published: str | None = attrs.field(
        default=None, converter=as_text, metadata=ruled(DATE_RULE), kw_only=True
    )
    source_type: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )
    language: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LANGUAGE_FIELD, kw_only=True
    )
    url: str | None = attrs.field(default=None, converter=plain_or_none, metadata=URL_FIELD, kw_only=True)


@attrs.frozen(repr=False)
class Statement(Entity):
    """What a document says about records that is not a link between two of them.

    A mission, a purpose, a claim, a hoped-for outcome. Relations of the kinds `about` and
    `aims-at` lead to and from it.

    Example:
        >>> Statement("outcome-1", "More skilled people", kind="expected-outcome", status="expected").kind
        'expected-outcome'
    """

    scheme: ClassVar[str] = "statement"
    withheld: ClassVar[frozenset[str]] = _SET | {"identifiers", "aliases", "stated"}


ENTITY_CLASSES: tuple[type[Entity], ...] = (
    Organisation,
    Centre,
    Programme,
    Initiative,
    Group,
    Person,
    Place,
    Document,
    Statement,
)
"""Every concrete type of entity, in the order of the file."""
