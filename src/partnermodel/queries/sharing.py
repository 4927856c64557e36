"""Who has something in common with whom, found in one pass over very many of whom few do."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from partnermodel.model.entities import Entity

K = TypeVar("K", bound=Hashable)


class Sharing(Generic[K]):
    """Entities by something that several may have, such as a name.

    Most have it alone, and take no list of their own.

    Example:
        >>> from partnermodel import Place
        >>> names = Sharing()
        >>> for town in (Place("a", "Omsk"), Place("b", "Tomsk"), Place("c", "Omsk")):
        ...     names.add(town.name, town)
        >>> [[town.id for town in cluster] for cluster in names.clusters()]
        [['a', 'c']]
    """

    __slots__ = ("_first", "_several")

    def __init__(self) -> None:
        self._first: dict[K, Entity] = {}
        self._several: dict[K, list[Entity]] = {}

    def add(self, key: K, entity: Entity) -> None:
        """Add that an entity has something; what it has twice it has once.

        All that one entity has is added before anything of the next.
        """
        first = self._first.setdefault(key, entity)
        if first is not entity:
            cluster = self._several.setdefault(key, [first])
            if cluster[-1] is not entity:
                cluster.append(entity)

    def clusters(self) -> Iterator[list[Entity]]:
        """Yield the entities that have one thing, of each that several have, in the order of the first ones.

        Those of one thing are in the order in which they were added.
        """
        several = self._several
        if several:
            for key in self._first:
                if key in several:
                    yield several[key]
