"""A graph made smaller step by step, so that its large shape is found first and its details last.

The scheme is that of Walshaw (2003, Journal of Graph Algorithms and Applications 7(3)): nodes that a tie
joins become one, until few are left; what stood for several is then opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin, sqrt

from partnermodel.graph.layouts.forces import Body, moved

Finish = Callable[[Body, list[float], list[float]], None]

_FEW = 24
"""So few nodes are arranged at once."""
_WORTH = 0.9
"""A step that leaves more than this share of the nodes is not worth it."""
_TOGETHER = 4
"""How many nodes may become one in a step."""
_GOLDEN = pi * (3 - sqrt(5))


def arranged(body: Body, *, finish: Finish | None = None) -> tuple[list[float], list[float]]:
    """Return places for the nodes of a connected graph.

    Args:
        body: The nodes and ties.
        finish: What moves the nodes themselves in the end, instead of the forces of `forces.moved`.
    """
    levels, parents = [body], []
    while len(levels[-1].masses) > _FEW:
        smaller, parent = _smaller(levels[-1], within=True)
        if len(smaller.masses) > _WORTH * len(levels[-1].masses):
            smaller, parent = _smaller(levels[-1], within=False)
            if len(smaller.masses) > _WORTH * len(levels[-1].masses):
                break
        levels.append(smaller)
        parents.append(parent)
    count = len(levels[-1].masses)
    # A spiral: no two in one place, none in a line with all others, and nothing drawn by lot.
    xs = [sqrt(node + 0.5) * direction(node)[0] * 3 for node in range(count)]
    ys = [sqrt(node + 0.5) * direction(node)[1] * 3 for node in range(count)]
    moved(levels[-1], xs, ys, rounds=_rounds(count) * 2, heat=0.3)
    for level in range(len(levels) - 2, -1, -1):
        parent = parents[level]
        extent = max(max(xs) - min(xs), max(ys) - min(ys), 1.0)
        away = 0.3 * extent / sqrt(len(parent))
        xs, ys = (
            [xs[up] + away * direction(node)[0] for node, up in enumerate(parent)],
            [ys[up] + away * direction(node)[1] for node, up in enumerate(parent)],
        )
        if level or finish is None:
            moved(levels[level], xs, ys, rounds=_rounds(len(xs)), heat=0.08)
    if finish is not None:
        finish(body, xs, ys)
    return xs, ys


@lru_cache(maxsize=2048)
def direction(node: int) -> tuple[float, float]:
    """Return a direction for a node, in as many digits as every machine tells alike."""
    return round(cos(_GOLDEN * node), 9), round(sin(_GOLDEN * node), 9)


def _rounds(count: int) -> int:
    """Return how many rounds a level is worth: many while they cost little."""
    return max(8, min(80, 7_000 // count))


def _smaller(body: Body, *, within: bool) -> tuple[Body, list[int]]:
    """Return a graph of about half the nodes, and for each node the one that it has become a part of."""
    count = len(body.masses)
    near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for one, other, weight in body.ties:
        if not within or body.homes[one] == body.homes[other]:
            near[one].append((other, weight))
            near[other].append((one, weight))
    parent = [-1] * count
    sizes: list[int] = []
    for node in sorted(range(count), key=lambda node: (len(near[node]), node)):
        if parent[node] >= 0:
            continue
        free = [(-weight / body.masses[other], other) for other, weight in near[node] if parent[other] < 0]
        if free:
            parent[node] = parent[min(free)[1]] = len(sizes)
            sizes.append(2)
            continue
        # All around are taken, as around the leaves of a star: it joins one that is not too large.
        joined = [
            (-weight / body.masses[other], other)
            for other, weight in near[node]
            if sizes[parent[other]] < _TOGETHER
        ]
        if joined:
            parent[node] = parent[min(joined)[1]]
            sizes[parent[node]] += 1
        else:
            parent[node] = len(sizes)
            sizes.append(1)
    masses, homes = [0.0] * len(sizes), [0] * len(sizes)
    for node, up in enumerate(parent):
        masses[up] += body.masses[node]
        homes[up] = body.homes[node]
    between: dict[tuple[int, int], float] = {}
    for one, other, weight in body.ties:
        pair = parent[one], parent[other]
        if pair[0] != pair[1]:
            pair = min(pair), max(pair)
            between[pair] = between.get(pair, 0.0) + weight
    ties = [(one, other, weight) for (one, other), weight in sorted(between.items())]
    return Body(masses, ties, homes), parent
