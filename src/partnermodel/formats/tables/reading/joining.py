"""Which drafts are of one record: by id, by identifier, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.groups import Group, Joined, Key, Node, ambiguous, called
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.tables.reading.naming import alike, named
from partnermodel.formats.tables.reading.nodes import nodes_of


class Joiner:
    """Joins the drafts of entities."""

    def __init__(self, makers: Sequence[Maker], broken: set[int]) -> None:
        self._makers = makers
        self._nodes = [node for maker in makers for node in nodes_of(maker, broken)]
        self._nodes.sort(key=lambda node: (node.maker.rank, node.first))
        self._above = list(range(len(self._nodes)))
        self._refused: list[tuple[Node, Refusal]] = []

    def joined(self) -> Joined:
        """Return the records that the drafts make."""
        stated = self._by_id()
        self._by_identifier(stated)
        self._by_name()
        groups: dict[int, Group] = {}
        group_of: dict[int, list[Group | None]] = {id(maker): [None] * len(maker) for maker in self._makers}
        for place, node in enumerate(self._nodes):
            group = groups.setdefault(self._root(place), Group([]))
            group.nodes.append(node)
            group_of[id(node.maker)][node.number] = group
        found = list(groups.values())
        suffixed = named(found, self._schemes())
        return Joined(found, group_of, self._refused, alike(found), suffixed)

    def _root(self, place: int) -> int:
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def _unite(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._above[second] = first

    def _by_id(self) -> dict[Key, int]:
        stated: dict[Key, int] = {}
        for place, node in enumerate(self._nodes):
            if node.id is not None:
                self._unite(stated.setdefault((node.type, node.id), place), place)
        return stated

    def _by_identifier(self, stated: Mapping[Key, int]) -> None:
        holders: dict[Key, set[str]] = {}
        for node in self._nodes:
            if node.id is not None:
                for scheme, value in node.identifiers:
                    holders.setdefault((node.type, scheme, value), set()).add(node.id)
        first: dict[Key, int] = {}
        for place, node in enumerate(self._nodes):
            if node.id is not None:
                continue
            keys: list[Key] = [(node.type, scheme, value) for scheme, value in node.identifiers]
            ids: set[str] = set().union(*(holders.get(key, set()) for key in keys))
            if len(ids) > 1:
                self._refuse(node, ", ".join(sorted(ids)))
                continue
            for id in ids:
                self._unite(stated[node.type, id], place)
            for key in keys:
                self._unite(first.setdefault(key, place), place)

    def _by_name(self) -> None:
        known: dict[Key, set[int]] = {}
        other: dict[Key, set[int]] = {}
        nameless = []
        for place, node in enumerate(self._nodes):
            if node.id is None and not node.identifiers:
                if node.name is not None:
                    nameless.append(place)
            elif node.name is not None:
                known.setdefault((node.type, called(node.name)), set()).add(place)
            for name in node.others:
                other.setdefault((node.type, called(name)), set()).add(place)
        alone: dict[Key, int] = {}
        for place in nameless:
            key: Key = (self._nodes[place].type, called(self._nodes[place].name or ""))
            self._unite(alone.setdefault(key, place), place)
        for name_key, place in sorted(alone.items()):  # in the same order, whatever that of the rows
            roots = {self._root(one) for one in known.get(name_key, ())}
            roots = roots or {self._root(one) for one in other.get(name_key, ())} - {self._root(place)}
            if len(roots) == 1:
                self._unite(roots.pop(), place)
            elif roots:
                told = sorted(self._told(root) for root in roots)
                for one in nameless:
                    if self._root(one) == self._root(place):
                        self._refuse(self._nodes[one], ", ".join(told))

    def _told(self, root: int) -> str:
        node = self._nodes[root]
        return node.id or next((f"{scheme} {value}" for scheme, value in node.identifiers), node.name or "")

    def _refuse(self, node: Node, told: str) -> None:
        self._refused.append((node, ambiguous(node.name, told)))

    def _schemes(self) -> dict[str, int]:
        """Return the schemes of identifiers in the order in which the mapping names them."""
        found: dict[str, int] = {}
        for maker in sorted(self._makers, key=lambda maker: maker.rank):
            for line in maker.lines:
                if line.target.field == "identifiers":
                    found.setdefault(line.target.part, len(found))
        return found
