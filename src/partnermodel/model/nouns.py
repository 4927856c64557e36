"""What the types of record, and the ends of a relation, are called in sentences."""

from __future__ import annotations

from partnermodel.values.kinds import with_article
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

TYPES = {
    "organisation": worded("organisation"),
    "centre": worded("centre"),
    "programme": worded("programme"),
    "initiative": worded("initiative"),
    "group": worded("group"),
    "person": worded("person"),
    "place": worded("place"),
    "document": worded("document"),
    "statement": worded("statement"),
    "relation": worded("relation"),
    "entity": worded("entity"),
    "record": worded("record"),
}

ENDS = {"source": worded("source"), "target": worded("target")}


def type_word(scheme: str) -> str:
    """Return the name of a type as a word of a sentence, which each language has in its own.

    Example:
        >>> print(type_word("centre"))
        centre
    """
    return TYPES.get(scheme, scheme)


def no_such_id(scheme: str, id: object) -> Worded:
    """Return the sentence that no record of a type has an id.

    Example:
        >>> print(no_such_id("centre", "media"))
        no centre has the id "media".
    """
    own = getattr(id, "id", None)
    if isinstance(own, str):  # a record in place of its id
        kind = with_article(type(id).__name__)
        return worded(
            "no {noun} has {kind} for its id. Give {id}.", noun=type_word(scheme), kind=kind, id=shown(own)
        )
    return worded("no {noun} has the id {id}.", noun=type_word(scheme), id=shown(id))
