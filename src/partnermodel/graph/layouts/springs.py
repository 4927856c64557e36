"""A layout by forces: what is tied is near, groups stand apart, components side by side."""

from __future__ import annotations

from math import atan2, cos, fsum, sin, sqrt
from typing import TYPE_CHECKING

from partnermodel.graph.layouts.coarsening import arranged
from partnermodel.graph.layouts.forces import Body
from partnermodel.graph.layouts.layout import Layout, Points, Room, framed, in_rows, room
from partnermodel.graph.layouts.outline import Outline, outline
from partnermodel.graph.layouts.spreading import spread
from partnermodel.graph.measures.engines import N

if TYPE_CHECKING:
    import networkx as nx

WIDE = 1.5
"""How much wider than high a page is, when nothing else decides."""


def springs(graph: nx.Graph[N], *, mark: float = 16, label: float = 120) -> Layout[N]:
    """Return a layout by forces: what is tied is near, and groups with few ties between them stand apart.

    Args:
        graph: Any networkx graph. Directions, loops, parallel ties and weights change nothing.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels.
    """
    needed = room(mark, label)
    found = outline(graph)
    boxes: list[tuple[list[int], Points]] = []
    alone: list[int] = []
    for part in found.parts():
        if len(part) == 1:
            alone += part
        else:
            boxes.append((part, _component(found, part, needed)))
    places = packed(boxes, alone, len(found.nodes), needed)
    return framed("springs", found.nodes, places, needed)


def spacing(count: int, needed: Room) -> float:
    """Return how far nodes are from each other on average: few have room for their labels, many have less."""
    return max(needed.gap * 1.5, needed.label * min(0.8, sqrt(25 / max(count, 1))))


def _component(found: Outline[N], part: list[int], needed: Room) -> Points:
    step = spacing(len(found.nodes), needed)
    place = {node: number for number, node in enumerate(part)}
    near = [[place[other] for other in found.neighbours[node]] for node in part]
    ties = [(one, other, 1.0) for one, row in enumerate(near) for other in row if one < other]
    xs, ys = arranged(Body([len(row) + 1.0 for row in near], ties))
    points = _turned(xs, ys)
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    area = max(wide, 1e-9) * max(high, wide / 20, 1e-9)
    scale = sqrt(len(part) * step * step / area) if len(part) > 2 else step / max(wide, 1e-9)
    return spread([(x * scale, y * scale) for x, y in points], max(needed.gap, step * 0.5))


def _turned(xs: list[float], ys: list[float]) -> Points:
    """Return points around their middle, turned so that they reach farthest to the left and right."""
    count = len(xs)
    middle_x, middle_y = fsum(xs) / count, fsum(ys) / count
    points = [(x - middle_x, y - middle_y) for x, y in zip(xs, ys, strict=True)]
    along = fsum([x * x for x, _ in points]) - fsum([y * y for _, y in points])
    both = 2 * sum([x * y for x, y in points])
    angle = atan2(both, along) / 2
    c, s = cos(angle), sin(angle)
    return [(x * c + y * s, y * c - x * s) for x, y in points]


def packed(boxes: list[tuple[list[int], Points]], alone: list[int], count: int, needed: Room) -> Points:
    """Return the places of all nodes: components side by side, in shelves, and isolates in rows below."""
    step = max(spacing(count, needed), needed.gap + needed.line / 2)
    places: Points = [(0.0, 0.0)] * count
    sized = []
    for part, points in boxes:
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
        sized.append((wide + step, high + step, left, top, part, points))
    area = fsum([wide * high for wide, high, *_ in sized]) + len(alone) * step * step
    page = max([sqrt(area * WIDE), *(wide for wide, *_ in sized)])
    x = y = shelf = 0.0
    for wide, high, left, top, part, points in sorted(sized, key=lambda one: (-one[1], one[4][0])):
        if x > 0 and x + wide > page + 1e-6:
            x, y, shelf = 0.0, y + shelf, 0.0
        for node, (at_x, at_y) in zip(part, points, strict=True):
            places[node] = (at_x - left + x, at_y - top + y)
        x += wide
        shelf = max(shelf, high)
    beside = max(step, min(needed.label, 2 * step))
    rows = in_rows(len(alone), beside, step, width=page - step)
    for node, (at_x, at_y) in zip(alone, rows, strict=True):
        places[node] = (at_x, at_y + y + shelf)
    return places
