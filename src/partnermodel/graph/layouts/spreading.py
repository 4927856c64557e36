"""Marks pushed apart, until no two are nearer to each other than they may be."""

from __future__ import annotations

from math import cos, floor, hypot, pi, sin, sqrt

from partnermodel.graph.layouts.layout import Points

_ROUNDS = 40
_GOLDEN = pi * (3 - sqrt(5))
_AROUND = ((1, -1), (1, 0), (1, 1), (0, 1))
"""The half of the cells around a cell: each two neighbouring cells are looked at once."""
_SPARE = 0.05
"""What rounding may take from a distance, and more."""

Cells = dict[tuple[int, int], list[int]]


def spread(points: Points, gap: float) -> Points:
    """Return points near the given ones, no two of which are nearer than `gap`.

    Those that are too near push each other away, a little in each round. What is still too near after
    all rounds is set into the nearest free place, in the order of the points.
    """
    least = gap + _SPARE
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(_ROUNDS):
        if not _pushed(xs, ys, least):
            return list(zip(xs, ys, strict=True))
    return _settled(xs, ys, least)


def _pushed(xs: list[float], ys: list[float], least: float) -> bool:
    cells = _cells(xs, ys, least)
    moved = False
    for (column, row), inside in cells.items():
        for place, one in enumerate(inside):
            near = inside[place + 1 :]
            for across, down in _AROUND:
                near += cells.get((column + across, row + down), ())
            for other in near:
                dx, dy = xs[other] - xs[one], ys[other] - ys[one]
                if dx * dx + dy * dy >= least * least:
                    continue
                apart = hypot(dx, dy)
                if apart < 1e-6:
                    dx, dy, apart = cos(_GOLDEN * other), sin(_GOLDEN * other), 1.0
                    by = least / 2
                else:
                    by = (least - hypot(dx, dy)) / 2
                by = (by + 0.02) / apart
                xs[one] -= dx * by
                ys[one] -= dy * by
                xs[other] += dx * by
                ys[other] += dy * by
                moved = True
    return moved


def _cells(xs: list[float], ys: list[float], size: float) -> Cells:
    cells: Cells = {}
    for place, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((floor(x / size), floor(y / size)), []).append(place)
    return cells


def _settled(xs: list[float], ys: list[float], least: float) -> Points:
    cells: dict[tuple[int, int], Points] = {}
    found: Points = []
    for x, y in zip(xs, ys, strict=True):
        turn = 0
        at = x, y
        while not _free(cells, at, least):
            turn += 1
            away = least * 0.6 * sqrt(turn)
            at = x + away * cos(_GOLDEN * turn), y + away * sin(_GOLDEN * turn)
        found.append(at)
        cells.setdefault((floor(at[0] / least), floor(at[1] / least)), []).append(at)
    return found


def _free(cells: dict[tuple[int, int], Points], at: tuple[float, float], least: float) -> bool:
    column, row = floor(at[0] / least), floor(at[1] / least)
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            for x, y in cells.get((column + across, row + down), ()):
                if hypot(x - at[0], y - at[1]) < least:
                    return False
    return True
