"""Marks pushed apart, until no two are nearer to each other than they may be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import cos, floor, hypot, pi, sin, sqrt

import attrs

from partnermodel.graph.layouts.layout import Points

_ROUNDS = 40
_GOLDEN = pi * (3 - sqrt(5))
_AROUND = ((1, -1), (1, 0), (1, 1), (0, 1))
"""The half of the cells around a cell: each two neighbouring cells are looked at once."""
_SPARE = 0.05
"""What rounding may take from a distance, and more."""

Rectangle = tuple[float, float, float, float]
"""The left, upper, right and lower edge."""
Cells = dict[tuple[int, int], list[int]]


def spread(
    points: Points,
    gap: float,
    *,
    fixed: Collection[int] = (),
    kept: Sequence[Rectangle] = (),
    rounds: int = _ROUNDS,
) -> Points:
    """Return points near the given ones, no two of which are nearer than `gap`.

    Those that are too near push each other away, a little in each round. What is still too near after
    all rounds is set into the nearest free place, in the order of the points.

    Args:
        points: The points.
        gap: How far apart they are at least.
        fixed: The places in `points` of those that stay where they are, however near to each other.
        kept: Rectangles in which no other point may be.
        rounds: How often they push each other away.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    crowd = _Crowd(xs, ys, gap + _SPARE, [place in fixed for place in range(len(points))], kept)
    for _ in range(rounds):
        if not crowd.pushed():
            return list(zip(xs, ys, strict=True))
    return crowd.settled()


@attrs.frozen
class _Crowd:
    """Points on their way, how far apart they must be, and what they must go around."""

    xs: list[float]
    ys: list[float]
    least: float
    still: list[bool]
    kept: Sequence[Rectangle]

    def pushed(self) -> bool:
        """Push all a little away from each other, and return whether any was too near."""
        xs, ys, least, still = self.xs, self.ys, self.least, self.still
        cells = self._cells()
        moved = self._out(cells)
        for (column, row), inside in cells.items():
            for place, one in enumerate(inside):
                near = inside[place + 1 :]
                for across, down in _AROUND:
                    near += cells.get((column + across, row + down), ())
                for other in near:
                    dx, dy = xs[other] - xs[one], ys[other] - ys[one]
                    if dx * dx + dy * dy >= least * least or (still[one] and still[other]):
                        continue
                    apart = hypot(dx, dy)
                    if apart < 1e-6:
                        dx, dy, apart = cos(_GOLDEN * other), sin(_GOLDEN * other), 1.0
                        by = least / 2
                    else:
                        by = (least - apart) / 2
                    by = (by + 0.02) / apart
                    # What stays where it is leaves the whole way to the other.
                    back, forth = (0, 2) if still[one] else (2, 0) if still[other] else (1, 1)
                    xs[one] -= dx * by * back
                    ys[one] -= dy * by * back
                    xs[other] += dx * by * forth
                    ys[other] += dy * by * forth
                    moved = True
        return moved

    def _out(self, cells: Cells) -> bool:
        """Move points out of the rectangles, over the nearest edge of each."""
        xs, ys = self.xs, self.ys
        moved = False
        for left, top, right, bottom in self.kept:
            columns = range(floor(left / self.least), floor(right / self.least) + 1)
            rows = range(floor(top / self.least), floor(bottom / self.least) + 1)
            inside = [place for column in columns for row in rows for place in cells.get((column, row), ())]
            for place in inside:
                x, y = xs[place], ys[place]
                if left < x < right and top < y < bottom and not self.still[place]:
                    edges = (left - x, 0.0), (right - x, 0.0), (0.0, top - y), (0.0, bottom - y)
                    across, down = min(edges, key=_length)
                    xs[place], ys[place] = x + across, y + down
                    moved = True
        return moved

    def _cells(self) -> Cells:
        cells: Cells = {}
        for place, (x, y) in enumerate(zip(self.xs, self.ys, strict=True)):
            cells.setdefault((floor(x / self.least), floor(y / self.least)), []).append(place)
        return cells

    def settled(self) -> Points:
        """Return the points, those that are too near to others in the nearest free place."""
        cells: dict[tuple[int, int], Points] = {}
        found: Points = list(zip(self.xs, self.ys, strict=True))
        for place in sorted(range(len(found)), key=lambda place: not self.still[place]):
            x, y = at = found[place]
            turn = 0
            while not self.still[place] and not self._free(cells, at):
                turn += 1
                away = self.least * 0.6 * sqrt(turn)
                at = x + away * cos(_GOLDEN * turn), y + away * sin(_GOLDEN * turn)
            found[place] = at
            cells.setdefault((floor(at[0] / self.least), floor(at[1] / self.least)), []).append(at)
        return found

    def _free(self, cells: dict[tuple[int, int], Points], at: tuple[float, float]) -> bool:
        if any(left < at[0] < right and top < at[1] < bottom for left, top, right, bottom in self.kept):
            return False
        column, row = floor(at[0] / self.least), floor(at[1] / self.least)
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                for x, y in cells.get((column + across, row + down), ()):
                    if hypot(x - at[0], y - at[1]) < self.least:
                        return False
        return True


def _length(step: tuple[float, float]) -> float:
    return abs(step[0]) + abs(step[1])
