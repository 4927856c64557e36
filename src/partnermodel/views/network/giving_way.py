"""Room for the names of the nodes that matter most: lesser marks give way to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from partnermodel.graph.layouts.spreading import spread
from partnermodel.views.network.labels import Box, Label, Marked, candidates, placed

MOST = 15
"""For so many names room is made: more would pull the picture apart."""

_SPARE = 2.0
"""How far a mark stays away from such a name, in pixels; rounding takes some of it."""

_ROUNDS = 15
"""How often marks push each other away; those for which that is not enough find a place of their own."""

Points = list[tuple[float, float]]


@attrs.frozen
class Roomy:
    """Marks that have given way.

    Attributes:
        points: Where the middle of each mark is.
        labels: The labels for which there is room, by the places of their marks.
    """

    points: Points
    labels: Mapping[int, Label]


def made_room(
    marks: Sequence[Marked],
    *,
    width: float,
    height: float,
    size: float,
    gap: float,
    enough: Callable[[Label], bool],
) -> Roomy:
    """Return labels for the weightiest marks, and where the others are then.

    Args:
        marks: The marks.
        width: The width of the page, in pixels.
        height: The height of the page, in pixels.
        size: The size of the font, in pixels.
        gap: How far apart the middles of marks are at least, in pixels.
        enough: Whether a label says enough, so that no more room is needed.
    """
    points = [(mark.x, mark.y) for mark in marks]
    first = sorted(range(len(marks)), key=lambda place: (-marks[place].weight, place))[:MOST]
    asking = [mark if place in first else attrs.evolve(mark, text="") for place, mark in enumerate(marks)]
    labels = {
        place: label
        for place, label in enumerate(placed(asking, width=width, height=height, size=size))
        if label is not None and enough(label)
    }
    if len(labels) == len(first):
        return Roomy(points, labels)
    already = len(labels)
    others = [mark for place, mark in enumerate(marks) if place not in first]
    page: Box = (0.0, 0.0, width, height)
    for place in first:
        if place not in labels:
            taken = [marks[one].box for one in first] + [label.box for label in labels.values()]
            label = _cheapest(marks[place], taken, others, page, size)
            if label is not None and enough(label):
                labels[place] = label
    if len(labels) == already:
        return Roomy(points, labels)
    largest = max(mark.radius for mark in marks)
    kept = [_wider(label.box, largest + _SPARE) for label in labels.values()]
    return Roomy(spread(points, gap, fixed=set(first), kept=kept, rounds=_ROUNDS), labels)


def _cheapest(
    mark: Marked, taken: Sequence[Box], others: Sequence[Marked], page: Box, size: float
) -> Label | None:
    """Return the label to which other marks give way with the fewest steps, and that covers nothing taken."""
    for lines, around in candidates(mark, size=size):
        free = [
            one
            for one in around
            if _within(one.box, page) and not any(_overlap(one.box, box) for box in taken)
        ]
        if free:
            best = min(free, key=lambda one: (_steps(one.box, others), mark.lines_under(one.box)))
            return best.label(lines, size)
    return None


def _steps(box: Box, marks: Sequence[Marked]) -> float:
    """Return how far marks must go, all together, to be beside a rectangle."""
    total = 0.0
    for mark in marks:
        left, top, right, bottom = _wider(box, mark.radius)
        if left < mark.x < right and top < mark.y < bottom:
            total += min(mark.x - left, right - mark.x, mark.y - top, bottom - mark.y)
    return round(total)


def _wider(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _within(box: Box, page: Box) -> bool:
    return page[0] <= box[0] and page[1] <= box[1] and box[2] <= page[2] and box[3] <= page[3]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
