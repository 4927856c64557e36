"""A point inside of a shape, where a sign of it can stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from partnermodel.views.pictures.scene import Point

Rings = Sequence[Sequence[Point]]


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring, whichever way it runs.

    Example:
        >>> area(((0, 0), (2, 0), (2, 1), (0, 1)))
        2.0
    """
    closed = [*ring, ring[0]]
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairwise(closed))) / 2


def inside(rings: Rings) -> Point:
    """Return a point inside of a polygon: in the middle of its widest part at half of its height.

    Args:
        rings: Its outer ring, and its holes.

    Example:
        >>> inside([((0, 0), (4, 0), (4, 2), (0, 2))])
        (2.0, 1.0)
    """
    heights = [y for _, y in rings[0]]
    low, high = min(heights), max(heights)
    best: tuple[float, Point] = (-1.0, rings[0][0])
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):
        # A height of its own, so that no corner lies on it exactly.
        y = low + (high - low) * share + 1e-7
        crossings = sorted(
            one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
            for ring in rings
            for one, other in pairwise([*ring, ring[0]])
            if (one[1] <= y) != (other[1] <= y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            # The middle is best, unless another height is much wider.
            width = (right - left) * (1.3 if share == 0.5 else 1)
            if width > best[0]:
                best = width, (round((left + right) / 2, 4), round(y, 4))
    return best[1]
