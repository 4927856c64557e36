"""Numbers that a source states without naming what it counts."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import CODE_FIELD, WHOLE_FIELD, choice, listed, plain, whole
from partnermodel.values.stating import stated_only

QUALIFIERS = ("exactly", "about", "at-least", "at-most")


@attrs.frozen
class StatedCount:
    """How many things of a kind a source says there are, whether or not it names them.

    What is named can be counted beside it: the records of this kind that stand at the other end
    of a relation of the kind `through`, seen from the record that holds the count.

    Attributes:
        kind: The kind of the things, such as `training-direction`.
        number: How many the source states.
        through: The kind of the relation that would lead to each, were it named, such as `offers`.
        qualifier: `exactly`, `about`, `at-least` or `at-most`.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> print(StatedCount("creative-studio", 10, through="hosts"))
        10 creative-studio
    """

    __repr__ = stated_only

    kind: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    number: int = attrs.field(converter=whole, metadata=WHOLE_FIELD)
    through: str = attrs.field(converter=plain, metadata=CODE_FIELD, kw_only=True)
    qualifier: str = attrs.field(
        default="exactly", converter=plain, metadata=choice(*QUALIFIERS), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def __str__(self) -> str:
        words = "" if self.qualifier == "exactly" else f"{self.qualifier.replace('-', ' ')} "
        return f"{words}{self.number} {self.kind}"


def listed_counts(values: Iterable[StatedCount]) -> tuple[StatedCount, ...]:
    """Return the values as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)
