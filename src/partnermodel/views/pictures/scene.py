"""What a picture is made of: lines, discs and words on a sheet, in points from its upper left corner."""

from __future__ import annotations

import attrs

Point = tuple[float, float]

INK = "#1b1f24"
"""The colour of words and outlines: 16 to 1 against the sheet."""

SOFT = "#57606a"
"""The colour of what is said beside: 6 to 1 against the sheet."""

FAINT = "#c4ccd4"
"""The colour of lines that guide the eye and mean nothing."""

PAPER = "#ffffff"
"""The colour of the sheet."""


@attrs.frozen
class Outline:
    """Lines from point to point: a shape if it is closed, else a path.

    Attributes:
        rings: One line, or several that make one shape, in which an inner one is a hole.
        fill: The colour of the inside, or None.
        stroke: The colour of the line, or None.
        width: The width of the line.
        dashes: The lengths of its dashes and gaps by turns, in widths of the line; a whole line has none.
        closed: Whether the last point is joined to the first.
    """

    rings: tuple[tuple[Point, ...], ...]
    fill: str | None = None
    stroke: str | None = INK
    width: float = 1
    dashes: tuple[float, ...] = ()
    closed: bool = True


@attrs.frozen
class Disc:
    """A circle.

    Attributes:
        x: Its middle, from the left.
        y: Its middle, from above.
        radius: Its radius.
        fill: The colour of the inside, or None.
        stroke: The colour of the line, or None.
        width: The width of the line.
    """

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = INK
    width: float = 1


@attrs.frozen
class Words:
    """One line of text.

    Attributes:
        x: Where it begins, is in the middle, or ends, from the left.
        y: The line that its letters stand on, from above.
        text: The text.
        size: The size of the letters.
        anchor: Which of its points is at `x`: `start`, `middle` or `end`.
        colour: The colour of the letters.
        bold: Whether they are bold.
        halo: Whether they have a white edge, so that they can be read across lines.
        language: The language of the text (BCP 47), `und` when not known, or None for that of the picture.
        angle: By how many degrees it is turned, anticlockwise.
    """

    x: float
    y: float
    text: str
    size: float = 10
    anchor: str = "start"
    colour: str = INK
    bold: bool = False
    halo: bool = False
    language: str | None = None
    angle: float = 0


Mark = Outline | Disc | Words


@attrs.frozen
class Scene:
    """A sheet with marks on it; later marks lie on earlier ones.

    Attributes:
        width: The width of the sheet, in points.
        height: The height of the sheet, in points.
        marks: What is on it.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]


def line(*points: Point, colour: str = INK, width: float = 1, dashes: tuple[float, ...] = ()) -> Outline:
    """Return a path through points.

    Example:
        >>> line((0, 0), (1, 1)).closed
        False
    """
    return Outline((points,), None, colour, width, dashes, closed=False)


def box(
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = INK,
    line: float = 1,
    dashes: tuple[float, ...] = (),
) -> Outline:
    """Return a rectangle.

    Example:
        >>> box(0, 0, 2, 1).rings
        (((0, 0), (2, 0), (2, 1), (0, 1)),)
    """
    right, bottom = left + width, top + height
    ring = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Outline((ring,), fill, stroke, line, dashes)
