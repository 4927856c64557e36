"""Points moved by forces: ties pull them together, and all push each other away.

The forces are those of ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014, PLoS ONE 9(6)): a tie pulls
in proportion to its length, and two nodes push each other away in proportion to their masses over
their distance, where the mass of a node is its degree and one. What has many ties is given room, and
groups that have few ties between them move apart. What is far away is taken together, by cells of a grid.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum, sqrt

import attrs

Cell = tuple[int, int]
"""A column and a row of the grid."""

_HALF = ((1, -1), (1, 0), (1, 1), (0, 1))
"""Half of the cells around a cell: each two neighbours meet once."""


@attrs.frozen
class Body:
    """What forces act on: nodes with masses, and ties between them with weights.

    Attributes:
        masses: The mass of each node.
        ties: Each tie once, as both ends and the weight.
        homes: The community of each node.
    """

    masses: list[float]
    ties: list[tuple[int, int, float]]
    homes: list[int]


def moved(body: Body, xs: list[float], ys: list[float], *, rounds: int, heat: float) -> None:
    """Move points, in place, for some rounds.

    Args:
        body: The nodes and ties.
        xs: Where the nodes are, across.
        ys: Where the nodes are, down.
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
    """Return how much each node is pushed, across and down."""
    count = len(xs)
    field = _Field(masses, xs, ys, [0.0] * count, [0.0] * count)
    # So many cells that what is near and what is far take the same time.
    side = int(sqrt(count / max(2.0, (count / 4.5) ** (1 / 3))))
    if side < 3:
        for one in range(count):
            field.push(one, range(one + 1, count))
    else:
        cells = _cells(xs, ys, side)
        for (column, row), inside in cells.items():
            around = [node for right, under in _HALF for node in cells.get((column + right, row + under), ())]
            for index, node in enumerate(inside):
                field.push(node, inside[index + 1 :] + around)
        field.push_from_afar(list(cells.items()))
    return field.fx, field.fy


def _cells(xs: list[float], ys: list[float], side: int) -> dict[Cell, list[int]]:
    left, top = min(xs), min(ys)
    across = (max(xs) - left) / side or 1.0
    down = (max(ys) - top) / side or 1.0
    cells: dict[Cell, list[int]] = {}
    for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
        at = min(int((x - left) / across), side - 1), min(int((y - top) / down), side - 1)
        cells.setdefault(at, []).append(node)
    return cells


@attrs.define
class _Field:
    """Nodes with masses in their places, and how much each is pushed."""

    masses: list[float]
    xs: list[float]
    ys: list[float]
    fx: list[float]
    fy: list[float]

    def push(self, one: int, others: Iterable[int]) -> None:
        """Let a node and others push each other."""
        masses, xs, ys, fx, fy = self.masses, self.xs, self.ys, self.fx, self.fy
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

    def push_from_afar(self, cells: list[tuple[Cell, list[int]]]) -> None:
        """Let the nodes of each cell be pushed by cells that do not touch it, each as one heavy node."""
        masses, xs, ys = self.masses, self.xs, self.ys
        whole = []
        for (column, row), inside in cells:
            weight = fsum([masses[node] for node in inside])
            x = fsum([masses[node] * xs[node] for node in inside]) / weight
            y = fsum([masses[node] * ys[node] for node in inside]) / weight
            whole.append((column, row, x, y, weight))
        far_x, far_y = [0.0] * len(cells), [0.0] * len(cells)
        for place, (column, row, x, y, weight) in enumerate(whole):
            at_x = at_y = 0.0
            for other in range(place + 1, len(whole)):
                other_column, other_row, other_x, other_y, heavy = whole[other]
                if -2 < other_column - column < 2 and -2 < other_row - row < 2:
                    continue
                dx, dy = x - other_x, y - other_y
                near = dx * dx + dy * dy
                dx /= near
                dy /= near
                at_x += dx * heavy
                at_y += dy * heavy
                far_x[other] -= dx * weight
                far_y[other] -= dy * weight
            far_x[place] += at_x
            far_y[place] += at_y
        for place, (_, inside) in enumerate(cells):
            for node in inside:
                self.fx[node] += far_x[place] * masses[node]
                self.fy[node] += far_y[place] * masses[node]
