"""A picture that anybody can have: as SVG, PNG or PDF, as a text, and as a table of the same content."""

from __future__ import annotations

import base64
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.formats.files import write_atomically
from partnermodel.values.rows import Rows
from partnermodel.values.table import Shown, Table, for_notebook
from partnermodel.values.text import shown
from partnermodel.views.drawn import refuse_another_language
from partnermodel.views.markup import Markup, element, html
from partnermodel.views.pictures.scene import Scene
from partnermodel.views.pictures.svg import svg
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.views.plots.paper import AnyFigure

ENDINGS = (".svg", ".png", ".pdf")
"""The endings of the names of files that a picture can be saved in."""


@attrs.frozen
class Picture(Shown):
    """What the functions that draw return.

    Attributes:
        title: What the picture is of.
        alt: What it shows, in a few sentences: the text for whoever does not see it.
        language: The language of both (BCP 47).
        width: Its width, in points of 1/72 inch.
        height: Its height, in points.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, draw
        >>> picture = draw(PartnerModel("Town", [Organisation("a", "A")]))
        >>> picture.title, picture.svg()[:4]
        ('Network: Town', '<svg')
    """

    title: str
    alt: str
    language: str
    _scene: Scene = attrs.field(repr=False, alias="scene")
    _table: Table = attrs.field(repr=False, alias="table")
    _rows: Rows = attrs.field(repr=False, alias="rows")

    @property
    def width(self) -> float:
        """Its width, in points of 1/72 inch."""
        return self._scene.width

    @property
    def height(self) -> float:
        """Its height, in points."""
        return self._scene.height

    def table(self, *, language: str | None = None) -> Table:
        """Return what the picture shows as a table.

        Args:
            language: The language of the picture, or left out: no other is in it.

        Raises:
            ValueError: The picture was drawn in another language.
        """
        refuse_another_language(self.language, language)
        return self._table

    def rows(self) -> Rows:
        """Return what the picture shows, for machines: a row for each node, record, cell or place."""
        return self._rows

    def svg(self) -> str:
        """Return the picture as an SVG document, with its title and its text in it. It needs no package."""
        return svg(self._scene, title=self.title, description=self.alt, language=self.language)

    def png(self, *, dpi: float = 144) -> bytes:
        """Return the picture as a PNG file.

        Args:
            dpi: How many dots an inch has, from 10 to 1200.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra `plot` brings it.
            ValueError: `dpi` is no such number.
        """
        from partnermodel.views.plots.paper import png

        return png(self._scene, title=self.title, description=self.alt, dpi=dpi)

    def pdf(self) -> bytes:
        """Return the picture as a PDF file of one page, with its title and its text in its properties.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra `plot` brings it.
        """
        from partnermodel.views.plots.paper import pdf

        return pdf(self._scene, title=self.title, description=self.alt)

    def figure(self) -> AnyFigure:
        """Return the picture as a new figure of matplotlib, to go on drawing in. It is not in pyplot's list.

        Its one pair of axes has the points of the sheet as its data, from the upper left corner.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra `plot` brings it.
        """
        from partnermodel.views.plots.paper import figure

        return figure(self._scene)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the picture to a file, and its text beside it: `network.svg` and `network.alt.txt`.

        The first paragraph of the text is `alt`, for the place where a page or a document asks for one;
        below it stands the table. Both files are written whole or not at all.

        Args:
            path: The file; its ending says what it becomes: `.svg`, `.png` or `.pdf`.

        Raises:
            ValueError: The name has another ending.
            MissingExtraError: It ends in `.png` or `.pdf`, and matplotlib is not installed.
            OSError: A file cannot be written; what was there before is untouched.
        """
        target = Path(path)
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise ValueError(
                worded(
                    "a picture is saved in a file that ends in {endings}, not in {name}",
                    endings=", ".join(ENDINGS),
                    name=shown(target.name),
                )
            )
        data = self.svg().encode() if ending == ".svg" else self.png() if ending == ".png" else self.pdf()
        write_atomically(target, [data])
        write_atomically(target.with_suffix(".alt.txt"), [f"{self.alt}\n\n{self._table}\n".encode()])

    def html(self) -> str:
        """Return the picture as HTML that needs nothing else: an image with its text, and the table."""
        address = base64.b64encode(self.svg().encode()).decode()
        picture = element(
            "figure",
            # `img` has no end, and what is in it is only its attributes.
            _image(f"data:image/svg+xml;base64,{address}", self.alt, self.width),
            element("figcaption", self.title),
        )
        return f'<div lang="{html(self.language)}">{picture}{self._table.html()}</div>'

    def __str__(self) -> str:
        return f"{self.title}\n{self.alt}\n\n{self._table}"

    def _repr_html_(self) -> str:
        return for_notebook(self.html())

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Any]:
        """Return what a notebook shows; a PNG only where it is asked for, since it takes matplotlib."""
        made = {"text/plain": lambda: str(self), "text/html": self._repr_html_, "image/svg+xml": self.svg}
        found: dict[str, Any] = {
            kind: make()
            for kind, make in made.items()
            if (include is None or kind in include) and kind not in (exclude or ())
        }
        if include is not None and "image/png" in include and "image/png" not in (exclude or ()):
            found["image/png"] = self.png()
        return found


def _image(source: str, alt: str, width: float) -> Markup:
    return Markup(f'<img src="{source}" alt="{html(alt)}" width="{width:.0f}">')


def finished(picture: Picture, path: str | os.PathLike[str] | None) -> Picture:
    """Return a picture, after it is saved if there is a file for it."""
    if path is not None:
        picture.save(path)
    return picture
