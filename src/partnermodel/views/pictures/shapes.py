"""The outlines of the shapes that records have in pictures."""

from __future__ import annotations

from math import cos, pi, sin

from partnermodel.views.appearance import Look
from partnermodel.views.pictures.scene import INK, Disc, Mark, Outline, Point


def _regular(corners: int, turn: float, reach: float = 1.0) -> tuple[Point, ...]:
    """Return the corners of a regular shape around the origin; `turn` is where the first one is, in turns."""
    steps = [2 * pi * (turn + place / corners) for place in range(corners)]
    return tuple((reach * cos(step), reach * sin(step)) for step in steps)


def _star() -> tuple[Point, ...]:
    outer, inner = _regular(5, -0.25, 1.2), _regular(5, -0.15, 0.5)
    return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)


_ARM = 0.36
OUTLINES: dict[str, tuple[Point, ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "triangle": ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "hexagon": _regular(6, 0, 1.08),
    "pentagon": _regular(5, -0.25, 1.12),
    "triangle-down": ((-1.1, -0.85), (1.1, -0.85), (0, 1.1)),
    "page": ((-0.75, -1.05), (0.3, -1.05), (0.75, -0.6), (0.75, 1.05), (-0.75, 1.05)),
    "star": _star(),
    "cross": (
        (-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM),
        (_ARM, 1), (-_ARM, 1), (-_ARM, _ARM), (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM),
    ),
}  # fmt: skip
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
