"""A view of a network: one picture that everybody can read, with a table of the same content."""

from __future__ import annotations

import base64
import os
from collections.abc import Hashable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.formats.files import write_atomically
from partnermodel.graph.layouts import Layout
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.rows import Rows
from partnermodel.values.table import Shown, Table, for_notebook
from partnermodel.values.text import shown
from partnermodel.views.drawn import refuse_another_language
from partnermodel.views.network.choosing import MOST_NODES, MOST_TIES, around, grouped, whole
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.drawing import Drawing
from partnermodel.views.network.page import Parts, page, parts, sentences, title_of
from partnermodel.views.network.placing import layout_of, scene_of
from partnermodel.views.network.reading import Reader, contents_of
from partnermodel.views.network.scene import Scene
from partnermodel.views.network.tabling import table_of
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.graph.any_graph import AnyGraph

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
        drawing = Drawing(self.scene, self.contents, self._words, _PREFIX)
        return drawing.file(self._title, self.description())

    def table(self, *, language: str | None = None) -> Table:
        """Return the table: a row for each node, with its kind, status, number of ties, and neighbours.

        Args:
            language: The language of the picture, or left out: no other is in it.

        Raises:
            ValueError: The picture was drawn in another language.
        """
        refuse_another_language(self.language, language)
        return table_of(self.contents, self._words)

    def rows(self) -> Rows:
        """Return a row for each node, for machines, in the order of the table."""
        return self.contents.rows

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
            raise ValueError(
                worded("a prefix of ids is made of the letters a to z, not {prefix}", prefix=shown(prefix))
            )
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
            name = shown(Path(path).name)
            raise ValueError(worded("a view is saved as .html or .svg, not as {name}", name=name))
        text = self.svg() if ending == ".svg" else self.html()
        write_atomically(path, [text.encode()])

    def __str__(self) -> str:
        return f"{self._title}\n{self.description()}\n\n{self.table()}"

    @property
    def _title(self) -> str:
        return title_of(self.contents, self._words)

    def _repr_html_(self) -> str:
        """Return what stays whole where a notebook is not trusted: an image with its text, and the table."""
        data = base64.b64encode(self.svg().encode()).decode()
        told = escape(f"{self._title}. {self.description()}")
        image = f'<img alt="{told}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'
        picture = image if self.contents.nodes else ""
        return for_notebook(f'<div lang="{self.language}">{picture}{self.table().html()}</div>')

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": self._repr_html_()}


@door
def network_view(
    network: PartnerModel | AnyGraph,
    *,
    ego: Hashable = None,
    hops: int = 1,
    by: str | None = None,
    layout: str | Layout[Any] | None = None,
    vocabulary: Vocabulary | None = None,
    language: str = "en",
) -> NetworkView:
    """Return a picture of a network that everybody can read, with a table of the same content.

    Nodes differ by shape and colour, lines by how far things have come. The page that it makes works
    without a network, by ear, by keyboard and on paper; `NetworkView` says how. The same network gives
    the same picture.

    Of more than 1000 nodes, or 5000 ties, groups of nodes are shown in place of the nodes, unless `ego` is
    given, and the text says so. The groups are those of the first of place, sector, kind and type of
    record that puts most nodes into one, and not all into the same; else the communities.

    Args:
        network: A model, of which all entities and relations are shown, or any networkx graph, such as
            `organisation_network` gives. Attributes are read as `to_networkx` writes them; a node without
            them is shown by its id, as something else.
        ego: The id of a node, to show only that one and what is near it.
        hops: How many ties may lead to what is near, whichever way they lead.
        by: What the nodes of a group have in common, to show groups: `place`, `sector`, `kind`, `type`,
            `community`, or another attribute of the nodes.
        layout: Where nodes stand: `best`, `columns`, `layers`, `rings`, `springs`, or a `layouts.Layout`;
            left out, rings around `ego`, or else the one that suits the network.
        vocabulary: What the codes mean; left out, that of the model, or the standard one.
        language: `en` or `ru`. Names are told in it where the network has them in it.

    Raises:
        UnknownIdError: There is no node `ego`.
        UnknownTermError: There is no such layout, or the library does not speak the language.
        TypeError: `network` is neither a model nor a graph.
        ValueError: `hops` is not a whole number from 1 up, `layout` does not say where each node stands, or
            no node has what it should be grouped by.

    Example:
        >>> from partnermodel import Centre, Organisation, PartnerModel, Relation, network_view
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College", kind="vocational-college"), Centre("club", "Club"),
        ...     Relation("college", "hosts", "club", status="active"),
        ... ])
        >>> view = network_view(model)
        >>> print(view.table())
        Every node and its ties
        node     kind                status   ties  tied to
        College  vocational college  unknown  1     hosts: Club
        Club     centre or facility  unknown  1     is hosted by: College
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
        centre=choice.centre if choice.centre in choice.graph else None,
    )
    where = layout_of(contents, choice.graph, layout, network)
    return NetworkView(
        words.language, contents, scene_of(contents, where, exactly=isinstance(layout, Layout))
    )
