"""Which of the shared fields a type of entity refuses, and what is said to whoever fills one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from partnermodel.errors import Issue
from partnermodel.values.kinds import with_article
from partnermodel.values.mapping import thawed
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

if TYPE_CHECKING:
    from partnermodel.model.entities import Entity


def withheld_hint(cls: type[Entity]) -> Worded:
    """Return why a type refuses shared fields, as a sentence.

    Example:
        >>> from partnermodel import Group
        >>> print(withheld_hint(Group))
        Leave it out; what belongs to other records is written there.
    """
    if cls.scheme == "person":
        return worded(
            "A person is a name and nothing else; write the public post as a relation to the organisation."
        )
    return worded("Leave it out; what belongs to other records is written there.")


def withheld_faults(entity: Entity) -> Iterator[Issue]:
    """Yield an issue for every field that is filled although the type of the entity refuses it."""
    cls = type(entity)
    for field in attrs.fields(cls):
        if field.name in cls.withheld and (value := getattr(entity, field.name)) != field.default:
            message = worded("{noun} has no {field}", noun=with_article(cls.__name__), field=field.name)
            # What is said of a person is not repeated.
            seen = "" if cls.scheme == "person" else shown(thawed(value))
            yield Issue("withheld-field", f".{field.name}", seen, message, withheld_hint(cls))
