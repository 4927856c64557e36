"""The shapes of nodes as paths around the middle of a node, and how large they are drawn."""

from __future__ import annotations

from math import log

from partnermodel.views.appearance import LOOKS, OTHER

RADIUS = 8
"""How far a shape reaches from its middle, in pixels, where nothing makes it larger."""

PATHS: dict[str, str] = {
    "circle": "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z",
    "square": "M-7-7H7V7H-7z",
    "triangle": "M0-9L8.5 6.5H-8.5z",
    "diamond": "M0-9.5L9 0L0 9.5L-9 0z",
    "hexagon": "M-4.5-8H4.5L9 0L4.5 8H-4.5L-9 0z",
    "pentagon": "M0-9L8.5-2.5L5.3 7.5H-5.3L-8.5-2.5z",
    "triangle-down": "M0 9L8.5-6.5H-8.5z",
    "page": "M-6.5-8.5H2.5L6.5-4.5V8.5H-6.5zM2.5-8.5V-4.5H6.5",
    "star": "M0-9.5L2.4-3.2L9-2.9L3.9 1.3L5.6 7.7L0 4.1L-5.6 7.7L-3.9 1.3L-9-2.9L-2.4-3.2z",
    "cross": "M-3-8.5H3V-3H8.5V3H3V8.5H-3V3H-8.5V-3H-3z",
}
"""The outline of each shape of `appearance`, as SVG writes a path."""

SCALES = (1.0, 1.4, 1.9, 2.5, 3.2)
"""How many times larger than a plain node a group is drawn, by how many nodes it stands for."""

NUMBER_OF = {type: str(number) for number, type in enumerate((*LOOKS, ""))}
"""The number of the shape of each type, as ids hold it; the last is of what has no known type."""


def shape_of(type: str) -> tuple[str, str]:
    """Return the path and the colour of the shape of a type; an empty type is no known one.

    Example:
        >>> shape_of("centre")
        ('M-7-7H7V7H-7z', '#d55e00')
    """
    look = LOOKS.get(type, OTHER)
    return PATHS[look.shape], look.colour


def scale_of(size: int, largest: int) -> int:
    """Return the place in `SCALES` of a node that stands for so many, by orders of magnitude.

    One group may stand for nearly all; beside it the others could not be told apart by their areas.

    Example:
        >>> scale_of(1, 1), scale_of(1, 100), scale_of(10, 100), scale_of(100, 100)
        (0, 0, 2, 4)
    """
    return 0 if size <= 1 else int((len(SCALES) - 1) * log(size) / log(largest) + 1e-9)
