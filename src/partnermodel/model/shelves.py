"""The records of a model as it keeps them: type by type in the order of the file, and by id within a type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import attrs

from partnermodel.model.entities import Entity
from partnermodel.model.relations import Relation

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


def in_order(records: dict[str, R]) -> dict[str, R]:
    """Return records sorted by id; those that are so already as they are.

    A file is sorted, and to sort what is sorted takes one look at each.
    """
    ids = list(records)
    ordered = sorted(ids)
    return records if ids == ordered else {id: records[id] for id in ordered}
