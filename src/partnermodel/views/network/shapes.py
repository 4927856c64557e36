"""The shapes of nodes as paths around the middle of a node, and how large they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from partnermodel.views.appearance import LOOKS, OTHER
from partnermodel.views.outlines import CORNERS, REACH

RADIUS = REACH
"""How far a shape reaches from its middle, in pixels, where nothing makes it larger."""

_CIRCLE = "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"

_FOLD = "M2.5-8.5V-4.5H6.5"
"""The corner of a page that is folded down: a line within it, for which other pictures are too small."""


def _path(corners: Sequence[tuple[float, float]]) -> str:
    """Return the path along some corners, as short as SVG can write it."""
    first, *others = corners
    found = [f"M{_pair(*first)}"]
    right, down = first
    for corner in others:
        if corner[1] == down:
            found.append(f"H{corner[0]:g}")
        elif corner[0] == right:
            found.append(f"V{corner[1]:g}")
        else:
            found.append(f"L{_pair(*corner)}")
        right, down = corner
    return "".join(found) + "z"


def _pair(right: float, down: float) -> str:
    """Return two numbers, between which a minus sign is as good as a space."""
    return f"{right:g}{down:g}" if down < 0 else f"{right:g} {down:g}"


PATHS: dict[str, str] = {"circle": _CIRCLE} | {
    shape: _path(corners) + (_FOLD if shape == "page" else "") for shape, corners in CORNERS.items()
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
