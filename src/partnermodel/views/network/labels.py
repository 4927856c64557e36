"""Labels beside marks: where there is room for each, and how much of its text."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import Literal

import attrs

from partnermodel.views.network.text_width import ELLIPSIS, shortened, text_width

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""The left, upper, right and lower edge."""


@attrs.frozen
class Marked:
    """A mark that wants a label.

    Attributes:
        x, y: Its centre, in pixels.
        text: What the label should say.
        weight: What comes first when there is not room for all, such as how many ties a node has.
        radius: The half of the mark's diameter.
    """

    x: float
    y: float
    text: str
    weight: float = 0
    radius: float = 8


@attrs.frozen
class Label:
    """A label that has found a place.

    Attributes:
        x: Where the text begins, has its middle, or ends, as `anchor` says.
        y: The baseline of the first line; each further line is `line` pixels lower.
        anchor: What `x` is, in the words of SVG's `text-anchor`.
        lines: The text, in one line or two; shortened if it ends with an ellipsis where the text does not.
        box: The left, upper, right and lower edge of the room that it takes.
    """

    x: float
    y: float
    anchor: Anchor
    lines: tuple[str, ...]
    box: Box


LINE = 1.2
"""How high a line is, in sizes of the font."""
_UP = 0.95
"""How high the baseline is below the upper edge of a line."""
_GAP = 3.0
_SHARES = (1.0, 0.6, 0.35)


def placed(
    marks: Sequence[Marked], *, width: float, height: float, size: float = 12, widest: float = 150
) -> list[Label | None]:
    """Return a label for each mark for which there is room, and None for the others, in their order.

    No label covers another, or a mark, or leaves the page. Those of more weight are placed first: to the
    right of the mark, to the left, above or below; in full if that can be, or shortened.

    Args:
        marks: The marks.
        width: The width of the page.
        height: The height of the page.
        size: The size of the font, in pixels.
        widest: How wide a line may be, in pixels.
    """
    taken = _Taken(max(size * 4, 24.0))
    for mark in marks:
        taken.add((mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius))
    order = sorted(range(len(marks)), key=lambda place: (-marks[place].weight, place))
    found: list[Label | None] = [None] * len(marks)
    for place in order:
        found[place] = label = _label(marks[place], taken, width, height, size, widest)
        if label is not None:
            taken.add(label.box)
    return found


def _label(
    mark: Marked, taken: _Taken, width: float, height: float, size: float, widest: float
) -> Label | None:
    text = " ".join(mark.text.split())
    if not text:
        return None
    tried: set[tuple[str, ...]] = set()
    for share in _SHARES:
        one, two = _one(text, size, widest * share), _two(text, size, widest * share)
        # All of a name in two lines says more than the beginning of it in one.
        for lines in (one, two) if two is None or one == (text,) else (two, one):
            if lines is None or lines in tried:
                continue
            tried.add(lines)
            wide = max(text_width(line, size) for line in lines)
            high = len(lines) * size * LINE
            for x, y, anchor in _candidates(mark, wide, high):
                left = x - (wide if anchor == "end" else wide / 2 if anchor == "middle" else 0)
                box = left, y, left + wide, y + high
                if left >= 0 and y >= 0 and box[2] <= width and box[3] <= height and taken.free(box):
                    return Label(round(x, 2), round(y + size * _UP, 2), anchor, lines, box)
    return None


def _one(text: str, size: float, widest: float) -> tuple[str, ...] | None:
    line = shortened(text, size, widest)
    return (line,) if len(line) > 2 or line == text else None


def _two(text: str, size: float, widest: float) -> tuple[str, ...] | None:
    words = text.split(" ")
    first = words[0]
    if text_width(first, size) > widest:
        return None
    used = 1
    while used < len(words) and text_width(f"{first} {words[used]}", size) <= widest:
        first = f"{first} {words[used]}"
        used += 1
    rest = " ".join(words[used:])
    if not rest:
        return None
    second = shortened(rest, size, widest)
    return (first, second) if second and second != ELLIPSIS else None


def _candidates(mark: Marked, wide: float, high: float) -> list[tuple[float, float, Anchor]]:
    away = mark.radius + _GAP
    return [
        (mark.x + away, mark.y - high / 2, "start"),
        (mark.x - away, mark.y - high / 2, "end"),
        (mark.x, mark.y + away, "middle"),
        (mark.x, mark.y - away - high, "middle"),
    ]


class _Taken:
    """The room that is taken, in cells of a grid."""

    def __init__(self, cell: float) -> None:
        self.cell = cell
        self.cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        for at in self._cells(box):
            self.cells.setdefault(at, []).append(box)

    def free(self, box: Box) -> bool:
        left, top, right, bottom = box
        for at in self._cells(box):
            for other in self.cells.get(at, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True

    def _cells(self, box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (floor(edge / self.cell) for edge in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
