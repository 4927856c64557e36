"""A view of a network: one picture that everybody can read, with a table of the same content."""

from __future__ import annotations

import base64
import os
from collections.abc import Hashable
from html import escape
from pathlib import Path
from typing import Any

import attrs

from partnermodel.formats.files import write_atomically
from partnermodel.language.speech import Speech, speech
from partnermodel.model.model import PartnerModel
from partnermodel.values.table import Shown, Table
from partnermodel.values.text import shown
from partnermodel.views.network.choosing import MOST_NODES, MOST_TIES, around, grouped, whole
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.drawing import file
from partnermodel.views.network.page import Parts, page, parts, sentences, title_of
from partnermodel.views.network.placing import layout_of, scene_of
from partnermodel.views.network.reading import Reader, contents_of
from partnermodel.views.network.scene import Scene
from partnermodel.views.network.tabling import table_of
from partnermodel.vocabulary.vocabulary import Vocabulary

_PREFIX = "n"


@attrs.frozen
class NetworkView(Shown):
    """What `network_view` returns: a picture and a table of the same content.

    Attributes:
        language: The language of its words.
        contents: What it shows, in words.
        scene: Where it is in the picture.
    """

    language: str
    contents: Contents = attrs.field(repr=False)
    scene: Scene = attrs.field(repr=False)

    @property
    def _words(self) -> Speech:
        return speech(self.language)

    def html(self) -> str:
        """Return a whole page: the picture with its search, filters and keys, the legend and the table.

        It loads nothing, and lets a browser load nothing. Without script all of it can be read.
        """
        return page(self.scene, self.contents, self._words, prefix=_PREFIX)

    def svg(self) -> str:
        """Return the picture alone, as an SVG file with its legend, a title and a description."""
        words = self._words
        return file(
            self.scene,
            self.contents,
            words,
            name=title_of(self.contents, words),
            description=self.description(),
            prefix=_PREFIX,
        )

    def table(self) -> Table:
        """Return the table: a row for each node, with its kind, status, number of ties, and neighbours."""
        return table_of(self.contents, self._words)

    def description(self) -> str:
        """Return what the picture shows, in sentences: how much there is, and who has most ties."""
        return " ".join(sentences(self.contents, self._words))

    def parts(self, *, prefix: str = _PREFIX) -> Parts:
        """Return the view as parts of another page: markup, style and script.

        Args:
            prefix: What the ids in it begin with: letters. Each view of a page needs its own.

        Raises:
            ValueError: The prefix is not made of letters.
        """
        if not (prefix.isascii() and prefix.isalpha()):
            raise ValueError(f"a prefix of ids is made of the letters a to z, not {shown(prefix)}")
        return parts(self.scene, self.contents, self._words, prefix=prefix)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page or the picture to a file, whole or not at all.

        Args:
            path: The file: `.html` for the page, `.svg` for the picture.

        Raises:
            ValueError: The name ends otherwise.
            OSError: The file cannot be written; what was there before is untouched.
        """
        ending = Path(path).suffix.lower()
        if ending not in (".html", ".htm", ".svg"):
            raise ValueError(f"a view is saved as .html or .svg, not as {shown(Path(path).name)}")
        text = self.svg() if ending == ".svg" else self.html()
        write_atomically(path, [text.encode()])

    def _repr_html_(self) -> str:
        """Return what is left whole where a notebook is not trusted: an image with a text, and the table."""
        data = base64.b64encode(self.svg().encode()).decode()
        told = escape(f"{title_of(self.contents, self._words)}. {self.description()}")
        table = self.table().html()
        return f'<img alt="{told}" src="data:image/svg+xml;base64,{data}">{table}'

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self._repr_html_()}


def network_view(
    network: Any,
    *,
    ego: Hashable = None,
    hops: int = 1,
    by: str | None = None,
    layout: Any = None,
    vocabulary: Vocabulary | None = None,
    language: str = "en",
) -> NetworkView:
    """Return a picture of a network that everybody can read, with a table of the same content.

    The page that it makes works offline and can be read by ear, by keyboard and on paper.
    """
    words = speech(language)
    choice = whole(network, vocabulary)
    if ego is not None:
        choice = around(choice, ego, hops, words)
    many = choice.graph.number_of_nodes() > MOST_NODES or choice.graph.number_of_edges() > MOST_TIES
    if by is not None or (many and ego is None):
        choice = grouped(choice, network, by, words)
    contents = contents_of(
        choice.graph,
        Reader(words, choice.vocabulary, choice.plain),
        name=choice.name,
        notes=choice.notes,
        centre=choice.centre,
    )
    where = layout_of(contents, choice.graph, layout, network)
    return NetworkView(words.language, contents, scene_of(contents, where))
