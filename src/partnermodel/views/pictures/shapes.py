"""The outlines of the shapes that records have in pictures."""

from __future__ import annotations

from partnermodel.views.appearance import Look
from partnermodel.views.outlines import CORNERS, REACH
from partnermodel.views.pictures.scene import INK, Disc, Mark, Outline, Point

OUTLINES: dict[str, tuple[Point, ...]] = {
    name: tuple((right / REACH, down / REACH) for right, down in corners) for name, corners in CORNERS.items()
}
"""The corners of each shape but the circle, around the origin, for a radius of 1."""


def shape(look: Look, x: float, y: float, radius: float, *, width: float = 1.2) -> Mark:
    """Return the mark of a record.

    Args:
        look: How it looks.
        x: Its middle, from the left.
        y: Its middle, from above.
        radius: About half its width.
        width: The width of its outline.

    Example:
        >>> from partnermodel.views.appearance import look_of
        >>> shape(look_of("organisation"), 5, 5, 2).fill
        '#0072b2'
    """
    if look.shape == "circle":
        return Disc(x, y, radius, look.colour, INK, width)
    ring = tuple((x + radius * right, y + radius * down) for right, down in OUTLINES[look.shape])
    return Outline((ring,), look.colour, INK, width)
