"""What a code means: a label in each language, a broader code, and for a relation its two ends."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import (
    BLOCK_FIELD,
    CODE_FIELD,
    FLAG_FIELD,
    LOCALISED_FIELD,
    WHOLE_FIELD,
    choice,
    listed,
    listed_texts,
    many,
    mapped,
    plain,
    plain_or_none,
    whole_or_none,
)
from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.rules import Choice
from partnermodel.values.stating import stated_only

ENTITY_TYPES = (
    "organisation",
    "centre",
    "programme",
    "initiative",
    "group",
    "person",
    "place",
    "document",
    "statement",
)
"""The types of entity. Each is also the name of the scheme that holds its kinds."""

NATURES = ("tie", "participation", "provision", "structure")

ENDS_RULE = Choice(ENTITY_TYPES)


@attrs.frozen
class Term:
    """A word of a vocabulary (a concept, in SKOS).

    Attributes:
        scheme: The list it belongs to: a type of entity (`organisation`), or `role`, `status`, ….
        code: The word as files hold it: kebab-case, for ever. A code is replaced, never edited.
        labels: What people read: language tag to label (`prefLabel`).
        broader: The code, in the same scheme, of the wider term that includes this one.
        definition: What it means, and where the definition comes from.
        replaced_by: The code to use instead, when this one should not be used any more.
        rank: Its place from the lowest up, from 0, in a scheme that is a scale.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> Term("organisation", "lyceum", labels={"en": "lyceum"}, broader="school").labels["en"]
        'lyceum'
    """

    __repr__ = stated_only

    scheme: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    code: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    labels: FrozenMap[str, str] = attrs.field(
        default=EMPTY, converter=mapped, metadata=LOCALISED_FIELD, kw_only=True
    )
    broader: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )
    definition: str = attrs.field(default="", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    replaced_by: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )
    rank: int | None = attrs.field(default=None, converter=whole_or_none, metadata=WHOLE_FIELD, kw_only=True)

    def __attrs_post_init__(self) -> None:
        enforce(self)


@attrs.frozen
class RelationTerm:
    """A kind of relation: what it is called from either end, and between what it can stand.

    Attributes:
        code: The word as files hold it.
        labels: What the source does to the target ("hosts"), by language tag.
        inverse_labels: What the target does to the source ("is hosted by"), by language tag.
        nature: `tie` (two parties work together), `participation` (a party takes part in something,
            and by it is joined to the others that do), `provision` (something serves a group), or
            `structure` (what a thing is part of, where it is, who said it).
        sources: The types of entity that can stand at the source; empty for any.
        targets: The types of entity that can stand at the target; empty for any.
        symmetric: Whether the two ends can be exchanged without a change of meaning.
        acyclic: Whether following it must never lead back to where one began.
        broader: The code of the wider kind of relation that includes this one.
        definition: What it means, and where the definition comes from.
        replaced_by: The code to use instead, when this one should not be used any more.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> RelationTerm("mentors", labels={"en": "mentors"}, inverse_labels={"en": "is mentored by"}).nature
        'tie'
    """

    __repr__ = stated_only

    code: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    labels: FrozenMap[str, str] = attrs.field(
        default=EMPTY, converter=mapped, metadata=LOCALISED_FIELD, kw_only=True
    )
    inverse_labels: FrozenMap[str, str] = attrs.field(
        default=EMPTY, converter=mapped, metadata=LOCALISED_FIELD, kw_only=True
    )
    nature: str = attrs.field(default="tie", converter=plain, metadata=choice(*NATURES), kw_only=True)
    sources: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(ENDS_RULE), kw_only=True
    )
    targets: tuple[str, ...] = attrs.field(
        default=(), converter=listed_texts, metadata=many(ENDS_RULE), kw_only=True
    )
    symmetric: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)
    acyclic: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)
    broader: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )
    definition: str = attrs.field(default="", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    replaced_by: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)


def listed_terms(values: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)


def listed_relation_terms(values: Iterable[RelationTerm]) -> tuple[RelationTerm, ...]:
    """Return the terms as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)
