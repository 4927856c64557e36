"""The records of a model as it keeps them: type by type in the order of the file, and by id within a type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from partnermodel.model.entities import ENTITY_CLASSES, Entity
from partnermodel.model.relations import Record, Relation

R = TypeVar("R", Entity, Relation)


@attrs.frozen(eq=False)
class Shelves:
    """Records by id, sorted. The dicts are shared between models, so nobody may change them.

    Attributes:
        by_type: The entities of each type, in the order of the file; a type that has none is there as well.
        relations: The relations.
        entities: All entities together.
    """

    by_type: Mapping[str, dict[str, Entity]]
    relations: dict[str, Relation]
    entities: dict[str, Entity]


def together(by_type: Mapping[str, dict[str, Entity]]) -> dict[str, Entity]:
    """Return the entities of all types in one dict, type by type."""
    found: dict[str, Entity] = {}
    for of_type in by_type.values():
        found.update(of_type)
    return found


def shelved(records: Iterable[Record]) -> Shelves:
    """Return records that are known to agree, in any order, sorted.

    Example:
        >>> from partnermodel import Place
        >>> list(shelved([Place("omsk", "Omsk"), Place("kazan", "Kazan")]).entities)
        ['kazan', 'omsk']
    """
    lists: dict[str, list[Any]] = {}
    for record in records:
        lists.setdefault(record.scheme, []).append(record)
    return shelves_of(lists)


def shelves_of(lists: Mapping[str, Sequence[Any]]) -> Shelves:
    """Return the records of each type, in any order, sorted.

    Of several with one id one is returned, and of relations that lead to themselves none: whoever
    counts knows whether there were any.

    Args:
        lists: The type of record to the records of that type.
    """
    by_type: dict[str, dict[str, Entity]] = {
        cls.scheme: in_order({entity.id: entity for entity in lists.get(cls.scheme, ())})
        for cls in ENTITY_CLASSES
    }
    # What `Relation.id` says, for all of them in one breath. It reads both ends, so to compare them as well
    # costs nothing here.
    relations: dict[str, Relation] = {
        own
        if (own := relation._id) is not None
        else f"{source}/{relation.kind}/{target}"
        if (role := relation.role) is None
        else f"{source}/{relation.kind}/{target}/{role}": relation
        for relation in lists.get(Relation.scheme, ())
        if (source := relation.source) != (target := relation.target)
    }
    return Shelves(by_type, in_order(relations), together(by_type))


def in_order(records: dict[str, R]) -> dict[str, R]:
    """Return records sorted by id; those that are so already as they are.

    A file is sorted, and to sort what is sorted takes one look at each.
    """
    ids = list(records)
    ordered = sorted(ids)
    return records if ids == ordered else {id: records[id] for id in ordered}
