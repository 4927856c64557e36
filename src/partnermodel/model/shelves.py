"""The records of a model as it keeps them: type by type in the order of the file, and by id within a type."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import TypeVar

import attrs

from partnermodel.model.entities import Entity
from partnermodel.model.relations import Relation

R = TypeVar("R", Entity, Relation)


class Shelf(Mapping[str, Relation]):
    """Relations in the order of their ids. What is where by id is found out when somebody asks for it.

    To make a dict of half a million derived ids takes as long as a tenth of reading their file, and many
    questions only go through all relations.

    Args:
        relations: The relations, sorted by id, each once; or a dict of them by id, sorted likewise. Nobody
            may change it from then on.
    """

    __slots__ = ("_by_id", "_own_ids", "_relations")

    def __init__(self, relations: Sequence[Relation] | dict[str, Relation]) -> None:
        self._by_id = relations if isinstance(relations, dict) else None
        self._own_ids: frozenset[str] | None = None
        self._relations = relations.values() if isinstance(relations, dict) else relations

    @property
    def by_id(self) -> dict[str, Relation]:
        """The relations by id, sorted."""
        found = self._by_id
        if found is None:
            found = self._by_id = {relation.id: relation for relation in self._relations}
        return found

    @property
    def own_ids(self) -> frozenset[str]:
        """The ids that were given to relations, and not derived: only those have no slash, as of entities."""
        found = self._own_ids
        if found is None:
            own = [relation._id for relation in self._relations]
            found = self._own_ids = frozenset(id for id in own if id is not None)
        return found

    def __getitem__(self, id: str) -> Relation:
        return self.by_id[id]

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self._relations)

    def __eq__(self, other: object) -> bool:
        return list(self._relations) == list(other._relations) if isinstance(other, Shelf) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # nor has a dict one

    def __reduce__(self) -> tuple[type[Shelf], tuple[list[Relation]]]:
        return Shelf, (list(self._relations),)  # the values of a dict cannot be pickled

    def keys(self) -> KeysView[str]:
        """Return the ids."""
        return self.by_id.keys()

    def values(self) -> ValuesView[Relation]:
        """Return the relations."""
        return _Relations(self)

    def items(self) -> ItemsView[str, Relation]:
        """Return the ids with the relations."""
        return self.by_id.items()


class _Relations(ValuesView[Relation]):
    """The relations of a shelf, for which no id is asked."""

    _mapping: Shelf

    def __contains__(self, value: object) -> bool:
        return value in self._mapping._relations

    def __iter__(self) -> Iterator[Relation]:
        return iter(self._mapping._relations)

    def __reversed__(self) -> Iterator[Relation]:
        return reversed(self._mapping._relations)

    def __repr__(self) -> str:
        return f"ValuesView({list(self)!r})"


@attrs.frozen(eq=False)
class Shelves:
    """Records by id, sorted. The dicts are shared between models, so nobody may change them.

    Attributes:
        by_type: The entities of each type, in the order of the file; a type that has none is there as well.
        relations: The relations.
        entities: All entities together.
    """

    by_type: Mapping[str, dict[str, Entity]]
    relations: Shelf
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
