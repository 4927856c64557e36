"""Where the name of somebody who was removed may still stand: in a free text, a title or an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import folded

_WORD = re.compile(r"\w{4,}")


@door
def names_left(model: PartnerModel, public: PartnerModel) -> tuple[tuple[str, str], ...]:
    """Return where a person who was removed may still be named, for somebody to look at.

    A name is looked for word by word: each of its words of four letters and more, at the beginning of a
    word of the text, and without its last letter, which is another one in other cases. So a name that is
    spelt differently, or in other letters, is not found; and what is found may be somebody else.

    Args:
        model: The model with the persons.
        public: What `redacted` made of it.

    Returns:
        The id of a record and the field in which to look, in the order of the model.

    Example:
        >>> from partnermodel import Person, Statement, redacted
        >>> said = Statement("said", "Praise", description="Иванову поблагодарили")
        >>> model = PartnerModel("Town", [Person("head", "А. Иванова"), said])
        >>> names_left(model, redacted(model))
        (('said', 'description'),)
    """
    gone = [one for id, one in model.persons.items() if id not in public]
    words = {
        word[:-1]
        for one in gone
        for name in (one.name, *one.names.values(), one.id)
        for word in _WORD.findall(folded(name))
    }
    if not words:
        return ()
    named = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words))) + ")")
    return tuple(
        (id, field.alias or field.name)
        for id, record in public.items()
        for field in attrs.fields(type(record))
        if field.name not in ("source", "target")
        and any(named.search(folded(text)) for text in _texts(getattr(record, field.name)))
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value of a field, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, FrozenMap):
        for key, one in value.items():
            yield key
            yield from _texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name))
