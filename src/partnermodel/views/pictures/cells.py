"""Cells of a heat map that have no number to show: gaps, and what is suppressed."""

from __future__ import annotations

from partnermodel.views.pictures.scene import PAPER, SOFT, Mark, box, line

_HATCH = "#8a9199"


def withheld(x: float, y: float, wide: float, high: float) -> list[Mark]:
    """Return a rectangle with a dashed border.

    Args:
        x: Its left side.
        y: Its upper side.
        wide: Its width.
        high: Its height.
    """
    return [
        box(x, y, wide, high, fill=PAPER, stroke=SOFT, line=0.6),
        box(x + 2.5, y + 2.5, wide - 5, high - 5, stroke=SOFT, dashes=(3, 2)),
    ]


def gap(x: float, y: float, wide: float, high: float) -> list[Mark]:
    """Return a rectangle with hatching and a thick border.

    Args:
        x: Its left side.
        y: Its upper side.
        wide: Its width.
        high: Its height.
    """
    found: list[Mark] = [box(x, y, wide, high, fill=PAPER, stroke=None)]
    for step in range(7, int(wide + high), 7):
        # A diagonal from the upper or the right side down to the left or the lower side.
        begin = (x + min(step, wide), y + max(0, step - wide))
        end = (x + max(0, step - high), y + min(step, high))
        found.append(line(begin, end, colour=_HATCH, width=0.8))
    found.append(box(x + 1, y + 1, wide - 2, high - 2, line=1.6))
    return found
