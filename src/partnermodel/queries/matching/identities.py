"""Which identifiers mean a record by themselves, and when two that share one are branches of one body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnermodel.model.entities import Entity, Place
from partnermodel.values.identifiers import Identifier

_OF_PLACES = frozenset({"oktmo", "iso-3166-2"})
"""Schemes that number a place; an organisation in the place shares the number with its neighbours."""


def telling(entity: Entity) -> Iterator[Identifier]:
    """Yield the identifiers that no other record of the type should have.

    A KPP is given again and again, to whoever is registered at one office. A number of a place is no
    number of what is in it.

    Args:
        entity: The entity.
    """
    for identifier in entity.identifiers:
        of_place = identifier.scheme in _OF_PLACES and not isinstance(entity, Place)
        if identifier.scheme != "kpp" and not of_place:
            yield identifier


def are_branches(entities: Iterable[Entity]) -> bool:
    """Return whether each has a KPP of its own: a body and its branches share their INN, and no KPP.

    Args:
        entities: Entities that share an identifier.
    """
    codes = [{it.value for it in entity.identifiers if it.scheme == "kpp"} for entity in entities]
    return all(codes) and sum(map(len, codes)) == len(set().union(*codes))
