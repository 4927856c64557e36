"""A canvas that is filled from above: a heading, what is drawn, a legend, and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from partnermodel.views.network.text_width import text_width
from partnermodel.views.pictures.plain import broken, one_line
from partnermodel.views.pictures.scene import SOFT, Mark, Scene, Words

MARGIN = 20.0
"""What is left free on each side, in points."""

TITLE, TEXT, SMALL = 14.0, 10.0, 9.0
"""The sizes of letters: of the heading, of labels, and of notes."""

Sample = Callable[[float, float], Iterable[Mark]]
"""What draws the sample of a line of the legend, around a middle."""

SIGN, BAR = 14.0, 26.0
"""How wide the sample of a shape is, and that of a line or a bar."""

Entry = tuple[Sample, float, str]
"""A line of a legend: what draws its sample, how wide the sample is, and its words."""


class Canvas:
    """A canvas of a width; it grows downwards.

    Args:
        width: The width of the whole, in points.
        language: The language of its words (BCP 47).

    Attributes:
        y: Where what comes next begins, from above.
    """

    def __init__(self, width: float, language: str) -> None:
        self.width, self.language, self.y = width, language, MARGIN
        self._marks: list[Mark] = []

    def add(self, *marks: Mark) -> None:
        """Put marks on the canvas."""
        self._marks += marks

    def heading(self, text: str) -> None:
        """Put the heading on the canvas, in two lines at the most."""
        for line in broken(one_line(text), self.width - 2 * MARGIN, size=TITLE, most=2, bold=True):
            self.y += TITLE
            self.add(Words(MARGIN, self.y, line, TITLE, bold=True))
            self.y += 5
        self.y += 9

    def notes(self, sentences: Sequence[str]) -> None:
        """Put sentences on the canvas, broken into lines."""
        for sentence in sentences:
            for line in broken(one_line(sentence), self.width - 2 * MARGIN, size=SMALL, most=4):
                self.y += SMALL + 4
                self.add(Words(MARGIN, self.y, line, SMALL, colour=SOFT))
        self.y += 4

    def legend(self, items: Sequence[Entry]) -> None:
        """Put a legend on the canvas, in as many rows as it takes."""
        if not items:
            return
        x = MARGIN
        self.y += 14
        for draw, sample, text in items:
            words = one_line(text)
            wide = sample + 6 + text_width(words, SMALL)
            if x > MARGIN and x + wide > self.width - MARGIN:
                x = MARGIN
                self.y += 18
            self.add(*draw(x + sample / 2, self.y - 3), Words(x + sample + 6, self.y, words, SMALL))
            x += wide + 18
        self.y += 8

    def scene(self) -> Scene:
        """Return what is on the canvas."""
        return Scene(self.width, self.y + MARGIN - 6, tuple(self._marks))
