"""Components side by side, without one on the other, and isolates in rows below."""

from __future__ import annotations

from math import fsum, sqrt

from partnermodel.graph.layouts.layout import Points, Room, in_rows

_WIDE = 1.5
"""How much wider than high a page is, when nothing else decides."""


def spacing(count: int, needed: Room) -> float:
    """Return how far nodes are from each other on average: few have room for their labels, many have less."""
    share = min(0.9, max(0.4, sqrt(36 / max(count, 1))))
    return max(needed.gap * 1.5, needed.label * share)


def packed(drawn: list[tuple[list[int], Points]], alone: list[int], needed: Room) -> Points:
    """Return the places of all nodes.

    Args:
        drawn: The nodes of each component, and their places within it.
        alone: The nodes that have no ties.
        needed: How much room a node needs.
    """
    count = sum(len(part) for part, _ in drawn) + len(alone)
    step = max(spacing(count, needed), needed.gap + needed.line / 2)
    boxes = []
    for part, points in drawn:
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
        boxes.append((wide + step, high + step, left, top, part, points))
    area = fsum([wide * high for wide, high, *_ in boxes]) + len(alone) * step * step
    page = max([sqrt(area * _WIDE), *(wide for wide, *_ in boxes)])
    places: Points = [(0.0, 0.0)] * count
    x = y = shelf = 0.0
    for wide, high, left, top, part, points in sorted(boxes, key=lambda box: (-box[1], box[4][0])):
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
