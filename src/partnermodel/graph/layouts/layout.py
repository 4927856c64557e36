"""Where the nodes of a graph stand in a picture, and the page that has room for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic

import attrs

from partnermodel.graph.measures.engines import PYTHON, Engine, N
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import shown
from partnermodel.wording import worded

DIGITS = 2
"""To how many digits of a pixel a place is told: so few that every machine tells the same."""

Points = list[tuple[float, float]]


@attrs.frozen
class Band:
    """A rectangle of a layout in which the nodes of one group stand.

    Attributes:
        value: What the nodes of the group have in common: the value of an attribute, or the name of a block;
            None when they have none.
        left, top, width, height: Where it is, in pixels.
    """

    value: Any
    left: float
    top: float
    width: float
    height: float


@attrs.frozen
class Layout(Generic[N]):
    """Where the nodes of a graph stand: what each function of `layouts` returns.

    Lengths are in CSS pixels. The origin is the upper left corner of the page, and y grows downwards.

    Attributes:
        name: The function that made it: `columns`, `rings`, `layers` or `springs`.
        positions: The centre of each node, in the alphabetical order of the nodes. It is what networkx
            takes as `pos`.
        width: The width of the page.
        height: The height of the page.
        bands: The columns or layers in their order; none where nodes do not stand in groups.
        engine: What computed it; all but `springs` is always plain Python.
    """

    name: str
    positions: FrozenMap[N, tuple[float, float]]
    width: float
    height: float
    bands: tuple[Band, ...] = ()
    engine: Engine = PYTHON


@attrs.frozen
class Room:
    """How much room each node needs.

    Attributes:
        mark: The diameter of its mark.
        label: The width that is kept for its label.
        line: The height that is kept for its label.
    """

    mark: float
    label: float
    line: float

    @property
    def gap(self) -> float:
        """The least distance of two nodes; above the mark's diameter, so that outlines stay apart."""
        return self.mark * 1.25 + 2

    @property
    def beside(self) -> float:
        """The margin of the page to the left and right of a node."""
        return max(self.mark, self.label) / 2 + 8

    @property
    def above(self) -> float:
        """The margin of the page above and below a node."""
        return self.mark / 2 + self.line + 8


def room(mark: float, label: float) -> Room:
    """Return how much room a node needs.

    Raises:
        ValueError: A length is not a finite number, a mark has no extent, or a label a negative one.
    """
    for name, value, least in (("mark", mark, worded("above 0")), ("label", label, worded("0 or more"))):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 <= value <= LARGEST or (name == "mark" and value == 0):
            raise ValueError(
                worded(
                    "{name} is a length in pixels, {least} and at most {largest}, not {value}",
                    name=name,
                    least=least,
                    largest=LARGEST,
                    value=shown(value),
                )
            )
    return Room(float(mark), float(label), 30.0 if label else 0.0)


LARGEST = 10_000


def framed(
    name: str,
    nodes: Sequence[N],
    points: Points,
    needed: Room,
    *,
    bands: Sequence[Band] = (),
    engine: Engine = PYTHON,
) -> Layout[N]:
    """Return points as a layout: moved so that the page begins at the origin, with margins around."""
    left = min((x for x, _ in points), default=0.0) - needed.beside
    top = min((y for _, y in points), default=0.0) - needed.above
    right = max((x for x, _ in points), default=0.0) + needed.beside
    bottom = max((y for _, y in points), default=0.0) + needed.above
    for band in bands:
        left, top = min(left, band.left), min(top, band.top)
        right, bottom = max(right, band.left + band.width), max(bottom, band.top + band.height)
    positions = {
        node: (round(x - left, DIGITS), round(y - top, DIGITS))
        for node, (x, y) in zip(nodes, points, strict=True)
    }
    return Layout(
        name,
        FrozenMap(positions),
        round(right - left, DIGITS),
        round(bottom - top, DIGITS),
        tuple(
            attrs.evolve(
                band,
                left=round(band.left - left, DIGITS),
                top=round(band.top - top, DIGITS),
                width=round(band.width, DIGITS),
                height=round(band.height, DIGITS),
            )
            for band in bands
        ),
        engine,
    )


def in_rows(count: int, step_x: float, step_y: float, *, width: float) -> Points:
    """Return the places of `count` nodes in rows of about a width, from left to right, then down."""
    each = max(1, int(width / step_x) + 1)
    return [(place % each * step_x, place // each * step_y) for place in range(count)]
