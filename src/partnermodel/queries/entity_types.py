"""Types of entities as whoever asks names them: by their classes, or by the words of the document."""

from __future__ import annotations

from collections.abc import Collection

from partnermodel.errors import did_you_mean
from partnermodel.model.entities import ENTITY_CLASSES, Entity
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.wording import together, worded

EntityType = str | type[Entity]
"""A type of entity: `"organisation"`, or the class `Organisation`."""


def entity_types(given: EntityType | Collection[EntityType]) -> tuple[str, ...]:
    """Return the words for types of entities, each once.

    Args:
        given: A type, or several. A class means those that are made of it, too.

    Raises:
        ValueError: One of them is no type of entity.

    Example:
        >>> from partnermodel import Centre
        >>> entity_types("organisation"), entity_types([Centre, "centre", "place"])
        (('organisation',), ('centre', 'place'))
    """
    several = (given,) if isinstance(given, str | type) else given
    return tuple(dict.fromkeys(word for one in several for word in _words(one)))


def _words(given: EntityType) -> list[str]:
    found = [
        cls.scheme
        for cls in ENTITY_CLASSES
        if (issubclass(cls, given) if isinstance(given, type) else cls.scheme == given)
    ]
    if not found:
        word = given.__name__ if isinstance(given, type) else given
        unknown = worded("{given} is not a type of entity.", given=shown(word))
        raise ValueError(together(unknown, did_you_mean(str(word), ENTITY_TYPES)))
    return found
