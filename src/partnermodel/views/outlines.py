"""The corners of the shapes of `appearance`, which all pictures have in common."""

from __future__ import annotations

REACH = 8
"""The radius of the circle beside which the shapes are about as large."""

_STAR = (
    (0, -9.5), (2.4, -3.2), (9, -2.9), (3.9, 1.3), (5.6, 7.7),
    (0, 4.1), (-5.6, 7.7), (-3.9, 1.3), (-9, -2.9), (-2.4, -3.2),
)  # fmt: skip

_CROSS = (
    (-3, -8.5), (3, -8.5), (3, -3), (8.5, -3), (8.5, 3), (3, 3),
    (3, 8.5), (-3, 8.5), (-3, 3), (-8.5, 3), (-8.5, -3), (-3, -3),
)  # fmt: skip

CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-7, -7), (7, -7), (7, 7), (-7, 7)),
    "triangle": ((0, -9), (8.5, 6.5), (-8.5, 6.5)),
    "diamond": ((0, -9.5), (9, 0), (0, 9.5), (-9, 0)),
    "hexagon": ((-4.5, -8), (4.5, -8), (9, 0), (4.5, 8), (-4.5, 8), (-9, 0)),
    "pentagon": ((0, -9), (8.5, -2.5), (5.3, 7.5), (-5.3, 7.5), (-8.5, -2.5)),
    "triangle-down": ((0, 9), (8.5, -6.5), (-8.5, -6.5)),
    "page": ((-6.5, -8.5), (2.5, -8.5), (6.5, -4.5), (6.5, 8.5), (-6.5, 8.5)),
    "star": _STAR,
    "cross": _CROSS,
}
"""The corners of each shape but the circle, to the right and down from its middle."""
