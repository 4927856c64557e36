"""Nodes in groups, and an order within each group in which ties cross little."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import fsum
from typing import TYPE_CHECKING, Any

from partnermodel.graph.layouts.outline import Outline
from partnermodel.graph.measures.engines import N
from partnermodel.model.catalogues import RECORD_TYPES
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Group = tuple[Any, list[int]]
"""What the nodes of a group have in common, or None, and the nodes."""

By = str | Mapping[N, Hashable]

_SWEEPS = 12


def grouped(graph: nx.Graph[N], found: Outline[N], by: By[N]) -> list[Group]:
    """Return the groups of the nodes, in the order of the types of the model, then in that of the alphabet.

    Nodes without the attribute, or in no block, are the last group.

    Raises:
        ValueError: `by` is neither the name of an attribute nor a mapping.
    """
    if isinstance(by, str):
        values = {node: data.get(by) for node, data in graph.nodes(data=True)}
    elif isinstance(by, Mapping):
        values = {node: by.get(node) for node in graph}
    else:
        raise ValueError(
            worded("by is the name of an attribute or the block of each node, not {by}", by=shown(by))
        )
    members: dict[Any, list[int]] = {}
    for place, node in enumerate(found.nodes):
        members.setdefault(values[node], []).append(place)
    return sorted(members.items(), key=lambda group: _order(group[0]))


def _order(value: Any) -> tuple[int, int, str, str]:
    if value is None:
        return 2, 0, "", ""
    type = RECORD_TYPES.index(value) if value in RECORD_TYPES else len(RECORD_TYPES)
    return 0, type, str(value), value.__class__.__name__


def ordered(found: Outline[N], groups: list[Group]) -> list[Group]:
    """Return the groups with their nodes in an order in which ties between groups cross little.

    Each node goes by turns to the mean place of those that it is tied to (Sugiyama, Tagawa & Toda 1981,
    IEEE Transactions on Systems, Man, and Cybernetics 11(2)), forwards and backwards through the groups;
    the order with the fewest crossings is kept.
    """
    home = [0] * len(found.nodes)
    for number, (_, members) in enumerate(groups):
        for node in members:
            home[node] = number
    rows = _by_parts(found, groups)
    best, least = [list(row) for row in rows], crossings(found, rows)
    for sweep in range(_SWEEPS):
        if not least:
            break
        where = [0.0] * len(found.nodes)
        for row in rows:
            for place, node in enumerate(row):
                where[node] = (place + 0.5) / len(row)
        inside = sweep % 4 > 1
        numbers = range(len(rows)) if sweep % 2 else range(len(rows) - 1, -1, -1)
        for number in numbers:
            row = rows[number]
            means = {}
            for node in row:
                near = [where[other] for other in found.neighbours[node] if inside or home[other] != number]
                means[node] = round(fsum(near) / len(near), 9) if near else where[node]
            row.sort(key=lambda node: (means[node], where[node]))
            for place, node in enumerate(row):
                where[node] = (place + 0.5) / len(row)
        crossed = crossings(found, rows)
        if crossed < least:
            best, least = [list(row) for row in rows], crossed
    return [(value, row) for (value, _), row in zip(groups, best, strict=True)]


def _by_parts(found: Outline[N], groups: list[Group]) -> list[list[int]]:
    """Return the nodes of each group by components, the largest first, isolates last."""
    part_of = [0] * len(found.nodes)
    for number, part in enumerate(found.parts()):
        for place, node in enumerate(_walk(found, part)):
            part_of[node] = number * len(found.nodes) + place
    return [sorted(members, key=part_of.__getitem__) for _, members in groups]


def _walk(found: Outline[N], part: list[int]) -> list[int]:
    """Return the nodes of a component from one end of it to the other: breadth first, from the farthest."""
    for _ in range(2):
        seen, part = {part[-1]}, [part[-1]]
        for node in part:  # which grows
            for other in found.neighbours[node]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
    return part


def crossings(found: Outline[N], rows: list[list[int]]) -> int:
    """Return how often ties between the same two groups cross, when the groups are lines side by side."""
    where: list[tuple[int, int]] = [(0, 0)] * len(found.nodes)
    for number, row in enumerate(rows):
        for place, node in enumerate(row):
            where[node] = number, place
    between: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other in found.ties:
        (left, upper), (right, lower) = sorted((where[one], where[other]))
        if left != right:
            between.setdefault((left, right), []).append((upper, lower))
    return sum(_inversions(sorted(pairs), len(rows[right])) for (_, right), pairs in between.items())


def _inversions(pairs: list[tuple[int, int]], size: int) -> int:
    """Return how many pairs of these sorted pairs are in another order by their second numbers."""
    tree = [0] * (size + 1)
    count = 0
    for before, (_, second) in enumerate(pairs):
        at, seen = second + 1, 0
        while at:
            seen += tree[at]
            at -= at & -at
        count += before - seen
        at = second + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return count
