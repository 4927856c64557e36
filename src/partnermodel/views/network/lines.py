"""The lines between nodes: straight, bent where several join the same two, a loop where one leads back."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Point = tuple[int, int]

_BEND = 26
"""How far apart the middles of lines between the same two nodes are, in pixels, if they are few."""

_FARTHEST = 40
"""How far the middle of a line may be from the straight one: layouts keep a little more free at the edges."""


def line(start: Point, end: Point, bend: float) -> str:
    """Return a line as SVG writes a path: first where it begins, last how far it is from there to its end.

    Args:
        start: Where it begins.
        end: Where it ends.
        bend: How far its middle is from the straight line, in pixels; to the left of who goes along it.

    Example:
        >>> line((0, 0), (100, 0), 0), line((0, 0), (100, 0), 20)
        ('m0 0 100 0', 'M0 0q50-40 100 0')
    """
    (x, y), (to_x, to_y) = start, end
    length = hypot(to_x - x, to_y - y)
    if not bend or not length:
        return f"m{_pair(x, y)}{_gap(to_x - x)}{_pair(to_x - x, to_y - y)}"
    # The middle of such a curve is half as far out as the point that bends it.
    out = 2 * bend / length
    wide, high = to_x - x, to_y - y
    middle = round(wide / 2 + high * out), round(high / 2 - wide * out)
    return f"M{_pair(x, y)}q{_pair(*middle)} {_pair(wide, high)}"


def loop(at: Point, radius: float, number: int) -> str:
    """Return a line that leads from a node back to it, over its head.

    Args:
        at: Where the node is.
        radius: How large it is.
        number: How many loops it has already.

    Example:
        >>> loop((50, 50), 8, 0)
        'M50 50c-22-36 22-36 0 0'
    """
    x, y = at
    wide, high = round(radius + 14 + 8 * number), round(radius * 2 + 20 + 12 * number)
    return f"M{_pair(x, y)}c{_pair(-wide, -high)} {_pair(wide, -high)} 0 0"


def bends(ends: Sequence[tuple[int, int]]) -> list[float]:
    """Return how far each of some lines is bent, so that none between the same two nodes hides another.

    Args:
        ends: The two nodes of each line.

    Example:
        >>> bends([(0, 1), (1, 2), (1, 0)])
        [13.0, 0.0, 13.0]
    """
    many: dict[tuple[int, int], int] = {}
    for one, other in ends:
        pair = (min(one, other), max(one, other))
        many[pair] = many.get(pair, 0) + 1
    before: dict[tuple[int, int], int] = {}
    found = []
    for one, other in ends:
        pair = (min(one, other), max(one, other))
        place = before[pair] = before.get(pair, -1) + 1
        half = (many[pair] - 1) / 2
        bend = min(_BEND, _FARTHEST / max(half, 1)) * (half - place)
        # Left and right change sides for who goes the other way.
        found.append(bend if one <= other or not bend else -bend)
    return found


def _pair(x: int, y: int) -> str:
    return f"{x}{_gap(y)}{y}"


def _gap(number: int) -> str:
    """Return what parts a number from the one before it: nothing where its sign does."""
    return "" if number < 0 else " "
