"""The link: who stands in what relation to whom, in what role, since when, and who says so."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from partnermodel.model.entities import ENTITY_CLASSES, UNKNOWN_STATUS, Entity
from partnermodel.values.citations import Citation, listed_citations
from partnermodel.values.dates import UNKNOWN_PERIOD, Period
from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import (
    BLOCK_FIELD,
    CODE_FIELD,
    EXTRA_FIELD,
    ID_FIELD,
    many,
    mapped_deep,
    one,
    plain,
    plain_or_none,
)
from partnermodel.values.levels import Level
from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.stating import stated_only
from partnermodel.wording import worded


@attrs.frozen
class Relation:
    """A link between two entities, as a record of its own.

    Attributes:
        id: A name of its own, or else one derived from source, kind, target and role. Only two
            relations that are alike in all four need ids of their own.
        source: The id of the entity at the source.
        kind: What the source is or does to the target: a code of the scheme `relation`.
        target: The id of the entity at the target.
        role: In what capacity the source takes part: a code of the scheme `role`, or None.
        status: How far it has come: a code of the scheme `status`.
        period: From when to when it holds.
        level: How closely the two work together in the eyes of the source. When the target rates
            the relation too, its rating is a relation in the other direction.
        description: Free text: what the relation is about, in the words of the source document.
        evidence: On whose word the record stands.
        extra: Strangers' data: `owner:name` to any JSON value but null.

    Raises:
        InvalidRecordError: A field holds what it cannot hold; all faults are named at once.

    Example:
        >>> Relation("college", "hosts", "media-centre").id
        'college/hosts/media-centre'
        >>> Relation("ministry", "participates-in", "visit", role="organiser").id
        'ministry/participates-in/visit/organiser'
    """

    __repr__ = stated_only

    scheme: ClassVar[str] = "relation"
    """The name of the type, which is also the scheme of its kinds."""

    _id: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=ID_FIELD, kw_only=True, alias="id"
    )
    source: str = attrs.field(converter=plain, metadata=ID_FIELD)
    kind: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    target: str = attrs.field(converter=plain, metadata=ID_FIELD)
    role: str | None = attrs.field(default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True)
    status: str = attrs.field(default=UNKNOWN_STATUS, converter=plain, metadata=CODE_FIELD, kw_only=True)
    period: Period = attrs.field(default=UNKNOWN_PERIOD, metadata=one(Period), kw_only=True)
    level: Level | None = attrs.field(default=None, metadata=one(Level), kw_only=True)
    description: str = attrs.field(default="", converter=plain, metadata=BLOCK_FIELD, kw_only=True)
    evidence: tuple[Citation, ...] = attrs.field(
        default=(), converter=listed_citations, metadata=many(Citation), kw_only=True
    )
    extra: FrozenMap[str, Any] = attrs.field(
        default=EMPTY, converter=mapped_deep, metadata=EXTRA_FIELD, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    @property
    def id(self) -> str:
        """The id that was given, or else source, kind, target and role, joined by slashes.

        No given id has a slash in it, so the two can never be confused.
        """
        if self._id is not None:
            return self._id
        derived = f"{self.source}/{self.kind}/{self.target}"
        return derived if self.role is None else f"{derived}/{self.role}"

    @property
    def _identity(self) -> str | None:
        """What to call it where it is refused: its id, unless that would be made of what is no text."""
        parts = (self.source, self.kind, self.target, "" if self.role is None else self.role)
        return self._id if self._id is not None or not all(isinstance(one, str) for one in parts) else self.id

    @property
    def own_id(self) -> str | None:
        """The id that was given, or None when it is derived."""
        return self._id

    def other_end(self, id: str) -> str:
        """Return the id at the other end.

        Raises:
            ValueError: `id` is at neither end.
        """
        if id == self.source:
            return self.target
        if id == self.target:
            return self.source
        raise ValueError(
            worded("{id} is at neither end of the relation {relation}", id=repr(id), relation=repr(self.id))
        )


Record = Entity | Relation
"""What a model holds."""

RECORD_CLASSES: dict[str, type[Record]] = {
    **{cls.scheme: cls for cls in ENTITY_CLASSES},
    Relation.scheme: Relation,
}
"""The class of each type of record."""
