"""On whose word something stands: which document says so, where in it, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import (
    CODE_FIELD,
    FLAG_FIELD,
    ID_FIELD,
    LINE_FIELD,
    listed,
    plain,
    plain_or_none,
)
from partnermodel.values.stating import stated_only


@attrs.frozen
class Citation:
    """A place in a document that says what a record says.

    Attributes:
        document: The id of a `Document` of the same model.
        locator: Where in it, in the document's own terms: a page, a paragraph, a heading.
        confidence: How sure it is that the document's word is right: `high`, `moderate`, `low`,
            `very-low`, or None when nobody has judged it. The words are GRADE's; others may be added.
        claim: True when the document evaluates or promises rather than states a fact.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> Citation("press-release", locator="paragraph 2", claim=True)
        Citation(document='press-release', locator='paragraph 2', claim=True)
    """

    __repr__ = stated_only

    document: str = attrs.field(converter=plain, metadata=ID_FIELD)
    locator: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LINE_FIELD, kw_only=True
    )
    confidence: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=CODE_FIELD, kw_only=True
    )
    claim: bool = attrs.field(default=False, metadata=FLAG_FIELD, kw_only=True)

    def __attrs_post_init__(self) -> None:
        enforce(self)


def listed_citations(values: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the values as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)
