"""Other names of a thing, and where each of them means it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import LANGUAGE_FIELD, LINE_FIELD, listed, plain, plain_or_none, ruled
from partnermodel.values.rules import Text
from partnermodel.values.stating import stated_only
from partnermodel.values.text import PLACE_CODE
from partnermodel.wording import worded

PLACE_CODE_RULE = Text(
    PLACE_CODE,
    "bad-place-code",
    worded("a code of ISO 3166"),
    worded("Write a country or a subdivision of it, such as RU or RU-OMS."),
)


@attrs.frozen
class Alias:
    """A name that is used beside the proper one, and the place in which it means this record.

    Attributes:
        name: The other name.
        language: Its language tag (BCP 47), or None when it is not stated.
        scope: The ISO 3166 code of the country or subdivision in which the name means this record
            and no other, or None when it means it everywhere.

    Raises:
        InvalidRecordError: A field holds what it cannot hold.

    Example:
        >>> print(Alias("Mintrud", language="ru-Latn", scope="RU-OMS"))
        Mintrud (in RU-OMS)
    """

    __repr__ = stated_only

    name: str = attrs.field(converter=plain, metadata=LINE_FIELD)
    language: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=LANGUAGE_FIELD, kw_only=True
    )
    scope: str | None = attrs.field(
        default=None, converter=plain_or_none, metadata=ruled(PLACE_CODE_RULE), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        enforce(self)

    def __str__(self) -> str:
        return f"{self.name} (in {self.scope})" if self.scope else self.name


def listed_aliases(values: Iterable[Alias]) -> tuple[Alias, ...]:
    """Return the values as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)
