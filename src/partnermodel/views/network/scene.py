"""The scene of a picture: where each node, label and line is, before it becomes SVG."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from partnermodel.views.network.contents import Contents, Years
from partnermodel.views.network.labels import Label
from partnermodel.views.network.lines import bends, line, loop
from partnermodel.views.network.shapes import RADIUS, SCALES, scale_of

WIDTHS = (1, 1.3, 2.2, 3.6)
"""The widths of lines in pixels, by how many ties they stand for: up to 1, 10, 100, or more."""


@attrs.frozen
class Spot:
    """A node in the picture.

    Attributes:
        x, y: Where its middle is. No two nodes are in the same place.
        scale: The place of its scale in `SCALES`.
        label: Its name, or the beginning of it; None where there is no room.
    """

    x: int
    y: int
    scale: int
    label: Label | None


@attrs.frozen
class Lines:
    """Lines that are alike in all but their place.

    Attributes:
        label: What their sources do to their targets.
        inverse: The same from the other end.
        arrow: The place in `SCALES` of the nodes that their arrowheads touch; None for no arrowheads.
        width: The place of their width in `WIDTHS`.
        stage: The name of the stage by which they are drawn.
        status: How far they have come, in words.
        paths: Each line as SVG writes a path, and from when to when there is what it stands for.
    """

    label: str
    inverse: str
    arrow: int | None
    width: int
    stage: str
    status: str
    paths: tuple[tuple[str, Years], ...]


@attrs.frozen
class Scene:
    """A picture before it becomes SVG.

    Attributes:
        width, height: The size of the picture, in pixels.
        spots: Where each node is, in the order of the contents.
        lines: The lines.
    """

    width: int
    height: int
    spots: tuple[Spot, ...]
    lines: tuple[Lines, ...]


def scales_of(contents: Contents) -> list[int]:
    """Return how large each node is drawn, as a place in `SCALES`."""
    largest = max((node.size for node in contents.nodes), default=1)
    return [scale_of(node.size, largest) for node in contents.nodes]


def lines_of(
    contents: Contents, places: Sequence[tuple[int, int]], scales: Sequence[int]
) -> tuple[Lines, ...]:
    """Return the lines of all ties, those that are alike together."""
    ties = contents.ties
    loops: dict[int, int] = {}
    together: dict[tuple[str, str, int | None, int, str, str], list[tuple[str, Years]]] = {}
    for tie, bend in zip(ties, bends([(tie.source, tie.target) for tie in ties]), strict=True):
        start, end = places[tie.source], places[tie.target]
        if tie.source == tie.target:
            number = loops[tie.source] = loops.get(tie.source, -1) + 1
            path = loop(start, RADIUS * SCALES[scales[tie.source]], number)
        else:
            path = line(start, end, bend)
        arrow = scales[tie.target] if tie.arrow else None
        width = 0 if tie.weight == 1 else 1 if tie.weight <= 10 else 2 if tie.weight <= 100 else 3
        key = (tie.label, tie.inverse, arrow, width, tie.stage, tie.status)
        together.setdefault(key, []).append((path, tie.years))
    return tuple(Lines(*key, tuple(paths)) for key, paths in sorted(together.items(), key=_first))


def _first(item: tuple[tuple[str, str, int | None, int, str, str], object]) -> tuple[object, ...]:
    """Return what lines are sorted by: what they say, then how they look."""
    label, inverse, arrow, *rest = item[0]
    return label, inverse, -1 if arrow is None else arrow, *rest


def apart(places: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Return places as whole numbers, of which no two are the same.

    Example:
        >>> apart([(1.2, 3.0), (0.9, 3.4)])
        [(1, 3), (2, 3)]
    """
    taken: set[tuple[int, int]] = set()
    found = []
    for x, y in places:
        place = round(x), round(y)
        while place in taken:
            place = place[0] + 1, place[1]
        taken.add(place)
        found.append(place)
    return found
