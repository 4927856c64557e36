"""Points moved by forces: ties pull them together, and all push each other away.

The forces are those of ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014, PLoS ONE 9(6)): a tie pulls
in proportion to its length, and two nodes push each other away in proportion to their masses over
their distance, where the mass of a node is its degree and one. What has many ties is given room, and
groups that have few ties between them move apart. What is far away is taken together, by cells of a grid.
"""

from __future__ import annotations

from math import fsum, sqrt

import attrs

_TOGETHER = 5
"""How many nodes a cell of the grid has on average."""
_HALF = ((1, -1), (1, 0), (1, 1), (0, 1))


@attrs.frozen
class Body:
    """What forces act on: nodes with masses, and ties between them with weights.

    Attributes:
        masses: The mass of each node.
        ties: Each tie once, as both ends and the weight.
    """

    masses: list[float]
    ties: list[tuple[int, int, float]]


def moved(body: Body, xs: list[float], ys: list[float], *, rounds: int, heat: float) -> None:
    """Move points, in place, for some rounds.

    Args:
        body: The nodes and ties.
        xs, ys: Where the nodes are.
        rounds: How many times all of them are moved.
        heat: How far a node may move in the first round, as a share of the extent of all; in later rounds
            it is less and less.
    """
    if len(xs) < 2:
        return
    for turn in range(rounds):
        left = 1 - turn / rounds
        extent = max(max(xs) - min(xs), max(ys) - min(ys), 1e-9)
        most = heat * extent * left * sqrt(left)
        fx, fy = _pushes(body.masses, xs, ys)
        for one, other, weight in body.ties:
            dx, dy = (xs[other] - xs[one]) * weight, (ys[other] - ys[one]) * weight
            fx[one] += dx
            fy[one] += dy
            fx[other] -= dx
            fy[other] -= dy
        for node, mass in enumerate(body.masses):
            dx, dy = fx[node] / mass, fy[node] / mass
            size = sqrt(dx * dx + dy * dy)
            scale = most / size if size > most else 1.0
            xs[node] += dx * scale
            ys[node] += dy * scale


def _pushes(masses: list[float], xs: list[float], ys: list[float]) -> tuple[list[float], list[float]]:
    count = len(xs)
    fx, fy = [0.0] * count, [0.0] * count
    side = max(1, int(sqrt(count / _TOGETHER)))
    if side < 3:
        for one in range(count):
            _push(one, range(one + 1, count), masses, xs, ys, fx, fy)
        return fx, fy
    left, top = min(xs), min(ys)
    across = (max(xs) - left) / side or 1.0
    down = (max(ys) - top) / side or 1.0
    cells: dict[tuple[int, int], list[int]] = {}
    for node in range(count):
        at = min(int((xs[node] - left) / across), side - 1), min(int((ys[node] - top) / down), side - 1)
        cells.setdefault(at, []).append(node)
    found = list(cells.items())
    weights = [fsum([masses[node] for node in inside]) for _, inside in found]
    middles_x = [
        fsum([masses[node] * xs[node] for node in inside]) / weights[place]
        for place, (_, inside) in enumerate(found)
    ]
    middles_y = [
        fsum([masses[node] * ys[node] for node in inside]) / weights[place]
        for place, (_, inside) in enumerate(found)
    ]
    far_x, far_y = [0.0] * len(found), [0.0] * len(found)
    for place, ((column, row), inside) in enumerate(found):
        x, y, weight = middles_x[place], middles_y[place], weights[place]
        at_x = at_y = 0.0
        for other in range(place + 1, len(found)):
            other_column, other_row = found[other][0]
            if -2 < other_column - column < 2 and -2 < other_row - row < 2:
                continue
            dx, dy = x - middles_x[other], y - middles_y[other]
            near = dx * dx + dy * dy
            dx /= near
            dy /= near
            at_x += dx * weights[other]
            at_y += dy * weights[other]
            far_x[other] -= dx * weight
            far_y[other] -= dy * weight
        far_x[place] += at_x
        far_y[place] += at_y
        for index, node in enumerate(inside):
            others = inside[index + 1 :]
            for right, under in _HALF:
                others += cells.get((column + right, row + under), ())
            _push(node, others, masses, xs, ys, fx, fy)
    for place, (_, inside) in enumerate(found):
        for node in inside:
            fx[node] += far_x[place] * masses[node]
            fy[node] += far_y[place] * masses[node]
    return fx, fy


def _push(
    one: int,
    others: range | list[int],
    masses: list[float],
    xs: list[float],
    ys: list[float],
    fx: list[float],
    fy: list[float],
) -> None:
    x, y, mass = xs[one], ys[one], masses[one]
    at_x = at_y = 0.0
    for other in others:
        dx, dy = x - xs[other], y - ys[other]
        push = mass * masses[other] / (dx * dx + dy * dy + 1e-9)
        dx *= push
        dy *= push
        at_x += dx
        at_y += dy
        fx[other] -= dx
        fy[other] -= dy
    fx[one] += at_x
    fy[one] += at_y
