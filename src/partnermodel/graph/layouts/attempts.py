"""A small graph drawn in several ways, of which the one with the fewest crossings is kept."""

from __future__ import annotations

import attrs

from partnermodel.graph.layouts.coarsening import Finish, arranged, direction
from partnermodel.graph.layouts.forces import Body, moved

_NODES, _TIES = 120, 300
"""How large a graph may be that is drawn several times."""
_ROUNDS = 120
_UNIT = 3.0
"""How far apart nodes are that a tie joins, at the start."""

Drawn = tuple[list[float], list[float]]


def drawn(body: Body, finish: Finish | None = None) -> Drawn:
    """Return places for the nodes of a connected graph.

    Args:
        body: The nodes and ties.
        finish: What moves the nodes in the end, instead of the forces of `forces.moved`.
    """
    first = arranged(body, finish=finish)
    if len(body.masses) > _NODES or len(body.ties) > _TIES:
        return first
    best, least = first, crossings(body, first)
    for attempt in (_unfolded, _in_one):
        if not least:
            break
        found = attempt(body, finish)
        crossed = crossings(body, found)
        if crossed < least:
            best, least = found, crossed
    return best


def _in_one(body: Body, finish: Finish | None) -> Drawn:
    """Draw a graph as if it were one community."""
    return arranged(attrs.evolve(body, homes=[0] * len(body.homes)), finish=finish)


def _unfolded(body: Body, finish: Finish | None) -> Drawn:
    """Draw a graph from how far its nodes are from four of them, which lie at its ends."""
    count = len(body.masses)
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other, _ in body.ties:
        near[one].append(other)
        near[other].append(one)
    some = _distances(near, 0)
    left = _distances(near, max(range(count), key=lambda node: (some[node], -node)))
    right = _distances(near, max(range(count), key=lambda node: (left[node], -node)))
    upper = _distances(near, max(range(count), key=lambda node: (min(left[node], right[node]), -node)))
    lower = _distances(
        near, max(range(count), key=lambda node: (upper[node] - abs(left[node] - right[node]), -node))
    )
    # A little aside each, so that no two are in one place.
    xs = [(left[node] - right[node]) * _UNIT + direction(node)[0] for node in range(count)]
    ys = [(upper[node] - lower[node]) * _UNIT + direction(node)[1] for node in range(count)]
    moved(body, xs, ys, rounds=_ROUNDS, heat=0.15)
    if finish is not None:
        finish(body, xs, ys)
    return xs, ys


def _distances(near: list[list[int]], start: int) -> list[int]:
    found = [-1] * len(near)
    found[start] = 0
    waiting = [start]
    for node in waiting:  # which grows
        for other in near[node]:
            if found[other] < 0:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


def crossings(body: Body, places: Drawn) -> int:
    """Return how many pairs of ties cross that share no end."""
    xs, ys = places
    lines = [(one, other, xs[one], ys[one], xs[other], ys[other]) for one, other, _ in body.ties]
    # From left to right, so that lines which do not overlap in width need not be compared.
    lines = [line if line[2] <= line[4] else (*line[1::-1], *line[4:], *line[2:4]) for line in lines]
    lines.sort(key=lambda line: (line[2], line[0], line[1]))
    count = 0
    for place, (one, other, ax, ay, bx, by) in enumerate(lines):
        for first, second, cx, cy, dx, dy in lines[place + 1 :]:
            if cx > bx:
                break
            if first in (one, other) or second in (one, other):
                continue
            across, down = bx - ax, by - ay
            if (across * (cy - ay) - down * (cx - ax)) * (across * (dy - ay) - down * (dx - ax)) < 0:
                over, under = dx - cx, dy - cy
                if (over * (ay - cy) - under * (ax - cx)) * (over * (by - cy) - under * (bx - cx)) < 0:
                    count += 1
    return count
