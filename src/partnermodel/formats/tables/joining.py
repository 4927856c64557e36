"""Which drafts are of one record: by id, by identifier, by name; and the id that the record gets."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from partnermodel.formats.tables.cells import LONGEST_ID
from partnermodel.formats.tables.makers import Draft, Maker
from partnermodel.formats.tables.refusals import Refusal
from partnermodel.model.entities import Place
from partnermodel.values.fields import ID_RULE
from partnermodel.values.slugs import slug
from partnermodel.values.text import folded, shown
from partnermodel.wording import worded

SHARED = frozenset({"kpp", "oktmo", "iso-3166-2"})
"""Schemes whose identifiers many organisations have in common; a place has its own."""

Key = tuple[str, ...]


@attrs.frozen
class Node:
    """A draft, with what tells whose it is.

    Attributes:
        maker: What made it.
        number: Its number there.
        first: The position of the first row that says it.
        times: How many rows say it.
        id: The id that it states, or None.
        name: The name that it states, or None.
        identifiers: What registers call it: schemes and values, those that others share left out.
        others: Its other names.
    """

    maker: Maker
    number: int
    first: int
    times: int
    id: str | None
    name: str | None
    identifiers: tuple[tuple[str, str], ...]
    others: tuple[str, ...]

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.maker.draft(self.number)

    @property
    def type(self) -> str:
        """The type of the record."""
        return self.maker.record.type


@attrs.define
class Group:
    """The drafts of one record, the earliest first, and the id that it gets."""

    nodes: list[Node]
    id: str = ""
    why: str = "id"

    @property
    def type(self) -> str:
        """The type of the record."""
        return self.nodes[0].type


@attrs.define
class Joined:
    """What came of joining.

    Attributes:
        groups: The records.
        group_of: For each maker, by its `id()`, the group of each of its drafts; None for one that is gone.
        refused: Drafts of which it cannot be said whose they are, and why.
        apart: The ids of records of one type that have one name and are not joined, by type and name.
        suffixed: The records whose id has something behind it, because others would have had the same.
    """

    groups: list[Group]
    group_of: dict[int, list[Group | None]]
    refused: list[tuple[Node, Refusal]]
    apart: dict[Key, list[Group]]
    suffixed: list[Group]


def nodes_of(maker: Maker, broken: set[int]) -> Iterator[Node]:
    """Yield the drafts of a maker that rows say which are not broken."""
    first: dict[int, int] = {}
    times: Counter[int] = Counter()
    if broken:
        for position, draft in zip(maker.positions, maker.drafts, strict=True):
            if position not in broken:
                times[draft] += 1
                first.setdefault(draft, position)
    else:
        times.update(maker.drafts)
        # The first of several is what is put there last.
        first = dict(zip(reversed(maker.drafts), reversed(maker.positions), strict=True))
    targets = [line.target for line in maker.lines]
    places = {target.field: place for place, target in enumerate(targets) if not target.part}
    id_place, name_place = places.get("id"), places.get("name")
    passed = frozenset() if maker.record.type == Place.scheme else SHARED
    schemes = [
        (place, target.part)
        for place, target in enumerate(targets)
        if target.field == "identifiers" and target.part and target.part not in passed
    ]
    others = [
        place
        for place, target in enumerate(targets)
        if target.field == "names" or (target.field == "aliases" and target.sort != "json")
    ]
    for number, draft in enumerate(maker.all_drafts()):
        if number not in times:
            continue
        yield Node(
            maker,
            number,
            first[number],
            times[number],
            None if id_place is None else draft[id_place],
            None if name_place is None else draft[name_place],
            tuple((scheme, value) for place, scheme in schemes for value in draft[place] or ()),
            tuple(
                name
                for place in others
                if draft[place]
                for name in ((draft[place],) if isinstance(draft[place], str) else draft[place])
            ),
        )


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
        suffixed = _named(found, self._schemes())
        return Joined(found, group_of, self._refused, _alike(found), suffixed)

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
            keys = [(node.type, scheme, value) for scheme, value in node.identifiers]
            ids = set().union(*(holders.get(key, set()) for key in keys))
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
                known.setdefault((node.type, folded(node.name)), set()).add(place)
            for name in node.others:
                other.setdefault((node.type, folded(name)), set()).add(place)
        alone: dict[Key, int] = {}
        for place in nameless:
            key = self._nodes[place].type, folded(self._nodes[place].name or "")
            self._unite(alone.setdefault(key, place), place)
        for key, place in alone.items():
            roots = {self._root(one) for one in known.get(key, ())}
            roots = roots or {self._root(one) for one in other.get(key, ())} - {self._root(place)}
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
        self._refused.append(
            (
                node,
                Refusal(
                    "ambiguous-record",
                    worded("{value} may be any of several: {others}", value=shown(node.name), others=told),
                    worded("Say which, by an id or an identifier."),
                ),
            )
        )

    def _schemes(self) -> dict[str, int]:
        """Return the schemes of identifiers in the order in which the mapping names them."""
        found: dict[str, int] = {}
        for maker in sorted(self._makers, key=lambda maker: maker.rank):
            for line in maker.lines:
                if line.target.field == "identifiers":
                    found.setdefault(line.target.part, len(found))
        return found


def name_of(group: Group) -> str | None:
    """Return the name of a record: what the first mapping calls it most often, whatever the order of rows."""
    named = [node for node in group.nodes if node.name is not None]
    if len(named) < 2:
        return named[0].name if named else None
    first = min(node.maker.rank for node in named)
    times: Counter[str] = Counter()
    for node in named:
        if node.maker.rank == first:
            times[node.name or ""] += node.times
    return min(times, key=lambda name: (-times[name], name))


def _named(groups: Sequence[Group], schemes: Mapping[str, int]) -> list[Group]:
    """Give each record its id; return those that would have had one id, and got something behind it."""
    wanted: dict[str, list[Group]] = {}
    stated = set()
    for group in groups:
        id = next((node.id for node in group.nodes if node.id is not None), None)
        if id is not None:
            group.id = id
            stated.add(id)
            continue
        group.id, group.why = _id_of(group, schemes)
        wanted.setdefault(group.id, []).append(group)
    suffixed = []
    for id, some in wanted.items():
        if len(some) > 1 or id in stated:
            for group in some:
                group.id = f"{id}-{_mark(group)}"
                suffixed.append(group)
    return suffixed


def _id_of(group: Group, schemes: Mapping[str, int]) -> tuple[str, str]:
    held = sorted(
        {pair for node in group.nodes for pair in node.identifiers},
        key=lambda pair: (schemes[pair[0]], pair[1]),
    )
    if held:
        scheme, value = held[0]
        return f"{scheme}-{value if ID_RULE.accepts(value) else slug(value)}", "identifier"
    made = slug(name_of(group) or "", longest=LONGEST_ID)
    return (made or group.type), "name"


def _mark(group: Group) -> str:
    """Return what tells a record from others that would have the same id: it depends on nothing but itself."""
    held = sorted({pair for node in group.nodes for pair in node.identifiers})
    text = repr((group.type, folded(name_of(group) or ""), held))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _alike(groups: Sequence[Group]) -> dict[Key, list[Group]]:
    """Return the records of one type that have one name, and are several."""
    found: dict[Key, list[Group]] = {}
    for group in groups:
        name = name_of(group)
        if name is not None:
            found.setdefault((group.type, folded(name)), []).append(group)
    return {key: some for key, some in found.items() if len(some) > 1}
