"""The algorithm of Leiden on lists of numbers: nodes move, communities are refined and become nodes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from random import Random

import attrs

Report = Callable[[], None]


@attrs.frozen
class Level:
    """An undirected network, whose nodes are communities of a finer one.

    Attributes:
        neighbours: The neighbours of each node, without itself.
        weights: The weights of these ties; None when each is 1.
        degrees: The weight of all ties of each node, of those within it twice.
        scale: The resolution, divided by the sum of the degrees.
    """

    neighbours: list[list[int]]
    weights: list[list[float]] | None
    degrees: list[float]
    scale: float


def leiden(level: Level, random: Random, report: Report) -> list[int]:
    """Return the community of each node, as the number of one of them."""
    found = list(range(len(level.neighbours)))  # the node of the level that each node is in
    community = list(found)
    while True:
        _move(level, community, random)
        report()
        number = len(community)
        if len(set(community)) == number:
            return found
        refined = _refine(level, community, random)
        level, place, community = _aggregate(level, refined, community)
        if len(community) == number:  # no community could be refined, which only rounding can bring about
            return [community[place[node]] for node in found]
        found = [place[node] for node in found]


def _move(level: Level, community: list[int], random: Random) -> None:
    """Move each node to the community where it adds most, until none would gain (the fast local move)."""
    neighbours, weights, degrees, scale = level.neighbours, level.weights, level.degrees, level.scale
    number = len(neighbours)
    totals: list[float] = [0] * number
    sizes = [0] * number
    for node, own in enumerate(community):
        totals[own] += degrees[node]
        sizes[own] += 1
    free = [one for one in range(number) if not sizes[one]]
    order = [node for node in range(number) if neighbours[node]]
    random.shuffle(order)
    queue = deque(order)
    waiting = bytearray(number)
    at = community.__getitem__
    for node in order:
        waiting[node] = 1
    while queue:
        node = queue.popleft()
        waiting[node] = 0
        own, degree, near = community[node], degrees[node], neighbours[node]
        links = _links(map(at, near), None if weights is None else weights[node])
        chance = degree * scale
        totals[own] -= degree
        best = own
        least = links.pop(own, 0) - chance * totals[own] + 1e-10 * degree  # rounding is no gain
        for where, held in links.items():
            gain = held - chance * totals[where]
            if gain > least:
                best, least = where, gain
        if least < 0 and sizes[own] > 1:
            best = free.pop()
        totals[best] += degree
        if best == own:
            continue
        sizes[own] -= 1
        sizes[best] += 1
        community[node] = best
        if not sizes[own]:
            free.append(own)
        for other in near:
            if not waiting[other] and community[other] != best:
                waiting[other] = 1
                queue.append(other)


def _links(where: Iterable[int], weights: list[float] | None) -> dict[int, float]:
    """Return the weight of the ties to each community, of those that lead there."""
    links: dict[int, float] = {}
    if weights is None:
        for one in where:
            if one in links:
                links[one] += 1
            else:
                links[one] = 1
    else:
        for one, held in zip(where, weights, strict=True):
            if one in links:
                links[one] += held
            else:
                links[one] = held
    return links


def _refine(level: Level, community: list[int], random: Random) -> list[int]:
    """Return a finer partition: each community in parts that are well connected, each to the rest of it.

    A node joins the part that it adds most to. (In the paper it draws one of those it adds anything to.)
    """
    degrees, scale = level.degrees, level.scale
    number = len(community)
    refined = list(range(number))
    totals = list(degrees)  # of each part
    alone = bytearray(b"\1") * number
    whole: list[float] = [0] * number
    for node, own in enumerate(community):
        whole[own] += degrees[node]
    outward = _inner_ties(level, community)  # of each part, to the rest of its community
    order = [node for node in range(number) if outward[node]]
    random.shuffle(order)
    for node in order:
        if not alone[node]:
            continue
        own, degree = community[node], degrees[node]
        if outward[node] < degree * scale * (whole[own] - degree) * (1 - 1e-12):
            continue
        links: dict[int, float] = {}
        near = level.neighbours[node]
        held = level.weights[node] if level.weights is not None else [1.0] * len(near)
        for other, weight in zip(near, held, strict=True):
            if community[other] == own:
                part = refined[other]
                links[part] = links.get(part, 0) + weight
        best, gain = node, -1e-12 * degree
        for part, weight in links.items():
            added = weight - degree * scale * totals[part]
            if added > gain and outward[part] >= totals[part] * scale * (whole[own] - totals[part]) * (
                1 - 1e-12
            ):
                best, gain = part, added
        if best != node:
            refined[node] = best
            alone[node] = alone[best] = 0
            totals[best] += degree
            outward[best] += outward[node] - 2 * links[best]
    return refined


def _inner_ties(level: Level, community: list[int]) -> list[float]:
    found: list[float] = []
    for node, near in enumerate(level.neighbours):
        own = community[node]
        if level.weights is None:
            found.append(sum([community[other] == own for other in near]))
        else:
            pairs = zip(near, level.weights[node], strict=True)
            found.append(sum([held for other, held in pairs if community[other] == own]))
    return found


def _aggregate(level: Level, refined: list[int], community: list[int]) -> tuple[Level, list[int], list[int]]:
    """Return the network of the parts, the place of each node in it, and the community of each part."""
    parts = sorted(set(refined))
    number = {part: index for index, part in enumerate(parts)}
    place = [number[part] for part in refined]
    rows: list[dict[int, float]] = [{} for _ in parts]
    degrees: list[float] = [0] * len(parts)
    for node, near in enumerate(level.neighbours):
        own = place[node]
        row = rows[own]
        degrees[own] += level.degrees[node]
        if level.weights is None:
            for other in near:
                where = place[other]
                row[where] = row.get(where, 0) + 1
        else:
            for other, held in zip(near, level.weights[node], strict=True):
                where = place[other]
                row[where] = row.get(where, 0) + held
    for own, row in enumerate(rows):
        row.pop(own, None)
    made = Level([list(row) for row in rows], [list(row.values()) for row in rows], degrees, level.scale)
    # A community is called by the number of the first of its parts.
    first: dict[int, int] = {}
    inside = [first.setdefault(community[part], index) for index, part in enumerate(parts)]
    return made, place, inside
