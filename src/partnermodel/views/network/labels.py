"""Labels beside marks: where there is room for each, and how much of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import floor
from typing import Literal

import attrs

from partnermodel.views.network.text_width import shortened, text_width

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""The left, upper, right and lower edge."""
Lines = tuple[str, ...]
_BEFORE: dict[Anchor, float] = {"start": 0, "middle": 0.5, "end": 1}
"""How much of a text is to the left of where it is anchored."""

LINE = 1.2
"""How high a line is, in sizes of the font."""
_DOWN = 0.95
"""How far the baseline is below the upper edge of a line, in sizes of the font."""
_GAP = 3.0
"""How far a label is from its mark, in pixels."""
_SHARES = (1.0, 0.6, 0.4)
"""To how much of the widest line a text is shortened, step by step."""
_LEAST = 5
"""So many characters of a shortened text say something, the ellipsis among them."""


@attrs.frozen
class Marked:
    """A mark that wants a label.

    Attributes:
        x: The middle of the mark from the left, in pixels.
        y: The middle of the mark from above, in pixels.
        text: What the label should say.
        weight: The mark of more weight is given its label first: how many ties it has, for instance.
        radius: The half of the mark's diameter.
        left: Whether the label is rather to the left of the mark than to the right.
        ends: Where the lines lead that begin in the middle of the mark: a label lies on few of them.
    """

    x: float
    y: float
    text: str
    weight: float = 0
    radius: float = 8
    left: bool = False
    ends: Sequence[tuple[float, float]] = ()

    @property
    def box(self) -> Box:
        """The square around the mark."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius

    def lines_under(self, box: Box) -> int:
        """Return on how many of the lines a rectangle lies."""
        return sum(_crosses((self.x, self.y), end, box) for end in self.ends)


@attrs.frozen
class Label:
    """A label that has found a place.

    Attributes:
        x: Where the text begins, has its middle, or ends, as `anchor` says.
        y: The baseline of the first line; a further one is lower by `LINE` sizes of the font.
        anchor: What `x` is, in the words of SVG's `text-anchor`.
        lines: The text, in one line or two; shortened if it ends with an ellipsis that the text has not.
        box: The room that it takes: the left, upper, right and lower edge.
    """

    x: float
    y: float
    anchor: Anchor
    lines: Lines
    box: Box

    def moved(self, right: float, down: float) -> Label:
        """Return the label elsewhere."""
        left, top, end, bottom = self.box
        box = left + right, top + down, end + right, bottom + down
        return attrs.evolve(self, x=self.x + right, y=self.y + down, box=box)


def placed(
    marks: Sequence[Marked],
    *,
    width: float,
    height: float,
    size: float = 12,
    widest: float = 150,
    given: Mapping[int, Label] | None = None,
) -> list[Label | None]:
    """Return a label for each mark for which there is room, and None for the others, in their order.

    No label covers another or a mark, and none leaves the page. A label is to the right of its mark if it
    can be, or to the left, below or above; in one line, in two, or shortened more and more. Of several
    places in which there is room for as much of it, it is in that in which it lies on the fewest lines.

    Args:
        marks: The marks. Of two of one weight the first is given its label first.
        width: The width of the page, in pixels.
        height: The height of the page, in pixels.
        size: The size of the font, in pixels.
        widest: How wide a line may be, in pixels.
        given: The labels of marks that have one already, by the places of these among the marks.
    """
    given = given or {}
    page = _Page(width, height, max(size * 3, 24.0))
    for mark in marks:
        page.take(mark.box)
    for label in given.values():
        page.take(label.box)
    found = [given.get(place) for place in range(len(marks))]
    for place in sorted(range(len(marks)), key=lambda place: (-marks[place].weight, place)):
        if place in given:
            continue
        mark = marks[place]
        for lines, around in candidates(mark, size=size, widest=widest):
            free = [one for one in around if page.free(one.box)]
            if free:
                label = min(free, key=lambda one: mark.lines_under(one.box)).label(lines, size)
                found[place] = label
                page.take(label.box)
                break
    return found


@attrs.frozen
class Candidate:
    """Where a label may be.

    Attributes:
        x: Where the text begins, has its middle, or ends.
        anchor: What `x` is.
        box: The room that it takes.
    """

    x: float
    anchor: Anchor
    box: Box

    def label(self, lines: Lines, size: float) -> Label:
        """Return the label of these lines that is there."""
        return Label(round(self.x, 2), round(self.box[1] + size * _DOWN, 2), self.anchor, lines, self.box)


def candidates(
    mark: Marked, *, size: float = 12, widest: float = 150
) -> Iterator[tuple[Lines, list[Candidate]]]:
    """Return each way to write the text of a mark, the fullest first, and where it may be, the best first."""
    for lines in _ways(" ".join(mark.text.split()), size, widest):
        wide = max([text_width(line, size) for line in lines])
        high = len(lines) * size * LINE
        x, y = mark.x, mark.y
        away = mark.radius + _GAP
        beside = y - high / 2
        aslant = mark.radius * 0.75 + _GAP
        sides: list[tuple[float, float, Anchor]] = [(x + away, beside, "start"), (x - away, beside, "end")]
        places: list[tuple[float, float, Anchor]] = [
            *(reversed(sides) if mark.left else sides),
            (x, y + away, "middle"),
            (x, y - away - high, "middle"),
            (x + aslant, y + aslant, "start"),
            (x + aslant, y - aslant - high, "start"),
            (x - aslant, y + aslant, "end"),
            (x - aslant, y - aslant - high, "end"),
        ]
        found = []
        for at, top, anchor in places:
            start = at - wide * _BEFORE[anchor]
            found.append(Candidate(at, anchor, (start, top, start + wide, top + high)))
        yield lines, found


def _crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Return whether a straight line and a rectangle have more in common than an edge."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        at, way = start[axis], end[axis] - start[axis]
        low, high = box[axis], box[axis + 2]
        if not way:
            if not low < at < high:
                return False
            continue
        enters, leaves = sorted(((low - at) / way, (high - at) / way))
        first, last = max(first, enters), min(last, leaves)
    return first < last


class _Page:
    """A page, and what is taken of it, by the cells of a grid."""

    def __init__(self, width: float, height: float, cell: float) -> None:
        self.width = width
        self.height = height
        self.cell = cell
        self.cells: dict[tuple[int, int], list[Box]] = {}

    def take(self, box: Box) -> None:
        for at in self._cells(box):
            self.cells.setdefault(at, []).append(box)

    def free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        for at in self._cells(box):
            for other in self.cells.get(at, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True

    def _cells(self, box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (floor(edge / self.cell) for edge in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


@lru_cache(maxsize=4096)
def _ways(text: str, size: float, widest: float) -> tuple[Lines, ...]:
    """Return how a text can be written: in full if it can be, then shorter and shorter."""
    if not text:
        return ()
    found: list[Lines] = [(text,)] if text_width(text, size) <= widest else []
    for share in _SHARES:
        for lines in (_two(text, size, widest * share), _one(text, size, widest * share)):
            if lines and lines not in found:
                found.append(lines)
    return tuple(found)


def _one(text: str, size: float, widest: float) -> Lines:
    line = shortened(text, size, widest)
    return (line,) if line == text or len(line) >= _LEAST else ()


def _two(text: str, size: float, widest: float) -> Lines:
    """Return a text in two lines: as even as can be if it fits, else as much of it as there is room for."""
    words = text.split(" ")
    halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    sides = [(text_width(first, size), text_width(second, size)) for first, second in halves]
    within = [place for place, (first, _) in enumerate(sides) if first <= widest]
    if not within:
        return ()
    even = min(within, key=lambda place: (max(sides[place]), place))
    if sides[even][1] <= widest:
        return halves[even]
    first, rest = halves[within[-1]]
    second = shortened(rest, size, widest)
    return (first, second) if len(second) >= _LEAST else ()
