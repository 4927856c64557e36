"""Models and graphs as files of other programs, and back: one door for all formats."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from partnermodel.formats.decode import Progress
from partnermodel.formats.files import bytes_of, write_atomically
from partnermodel.formats.graphs.any_graph import GraphLike, any_content
from partnermodel.formats.graphs.attributes import UNKNOWN
from partnermodel.formats.graphs.content import content_of
from partnermodel.formats.graphs.known import GRAPH_FORMATS, format_by_ending, graph_found, known_format
from partnermodel.formats.graphs.rebuilding import model_of
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.collector import collector_paused
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.wording import worded


@door
def save_graph(
    graph: PartnerModel | GraphLike, path: str | os.PathLike[str], *, format: str | None = None
) -> None:
    """Write a model, or any networkx graph, to a file that other programs read, whole or not at all.

    Args:
        graph: A model; or any networkx graph, such as `organisation_network(model)`, for the formats
            `graphml`, `gexf` and `node-link`.
        path: The file.
        format: `graphml`, `gexf`, `node-link`, `kumu` or `cypher`; found from the ending of the name when
            left out: `.graphml`, `.gexf`, `.node-link.json`, `.kumu.json`, `.cypher`, `.cql`.

    Raises:
        TypeError: It is neither a model nor a graph.
        ValueError: The format is not known, or cannot hold it; or two nodes would have one name in the file.
        OSError: The file cannot be written; what was there before is untouched.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from partnermodel import Organisation
        >>> with TemporaryDirectory() as folder:
        ...     save_graph(PartnerModel("Town", [Organisation("a", "A")]), f"{folder}/town.graphml")
        ...     print(load_graph(f"{folder}/town.graphml").name)
        Town
    """
    if format is None and (format := format_by_ending(path)) is None:
        endings = ", ".join(ending for one in GRAPH_FORMATS.values() for ending in one.endings)
        raise ValueError(
            worded(
                "the name of a graph file ends in one of {endings}, or its format is given; {path} does not",
                endings=endings,
                path=os.fspath(path),
            )
        )
    pieces = _pieces(graph, format)
    write_atomically(path, (piece.encode() for piece in pieces))


@door
def dumps_graph(graph: PartnerModel | GraphLike, *, format: str) -> str:
    """Return a model, or any networkx graph, as the text of a file that other programs read.

    Args:
        graph: As for `save_graph`.
        format: `graphml`, `gexf`, `node-link`, `kumu` or `cypher`.

    Raises:
        TypeError: As for `save_graph`.
        ValueError: As for `save_graph`.

    Example:
        >>> from partnermodel import Organisation
        >>> text = dumps_graph(PartnerModel("Town", [Organisation("a", "A")]), format="kumu")
        >>> print(text.splitlines()[2])
        {"id": "a", "label": "A", "type": "organisation", "status": "unknown"}
    """
    return "".join(_pieces(graph, format))


def _pieces(graph: PartnerModel | GraphLike, format: str) -> Iterator[str]:
    known = known_format(format)
    if isinstance(graph, PartnerModel):
        return known.pieces(content_of(graph))
    if not known.any_graph:
        raise ValueError(
            worded("{format} is for models; a graph becomes graphml, gexf or node-link", format=format)
        )
    return known.pieces(any_content(graph))


def load_graph(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    type: str | None = None,
    kind: str | None = None,
    unknown: str = "extra",
    name: str | None = None,
    progress: Progress | None = None,
) -> PartnerModel:
    """Return the model that a GraphML, GEXF, node-link or Kumu file holds.

    What was written by `save_graph` reads back to an equal model. Of files that other programs have made
    or changed, every node becomes an entity and every edge a relation, or the file is refused.

    Args:
        path: The file.
        format: `graphml`, `gexf`, `node-link` or `kumu`; found from what is in the file when left out.
        type: The type of nodes that have no attribute `type`, such as `organisation`.
        kind: The kind of edges that have no attribute `kind`, such as `partners-with`.
        unknown: What becomes of attributes that no field is for: `extra` keeps them in the field `extra`,
            under keys such as `graphml:colour`; `drop` leaves them out; `refuse` names them.
        name: What the model is called when the file does not say; what the file is called when left out.
        progress: Is called now and then with the share of the work that is done, as by `load`.

    Raises:
        OSError: The file cannot be read.
        InvalidDocumentError: It is of none of these formats, or something in it is wrong; every fault is
            named with its place.
        IntegrityError: Each record is well formed, but together they contradict.
        ValueError: The format, the type or `unknown` is not one of these.
    """
    _check(type, unknown)
    source = os.fspath(path)
    data = Path(path).read_bytes()
    with collector_paused():  # of which most is kept, so that there is little to collect
        found = graph_found(data, source, format)
    name = Path(source).name.partition(".")[0] if name is None else name
    return model_of(found, type=type, kind=kind, unknown=unknown, name=name, progress=progress)


def loads_graph(
    document: str | bytes,
    *,
    format: str | None = None,
    type: str | None = None,
    kind: str | None = None,
    unknown: str = "extra",
    source: str = worded("the document"),
    name: str | None = None,
    progress: Progress | None = None,
) -> PartnerModel:
    """Return the model that the text of a GraphML, GEXF, node-link or Kumu file holds.

    Args:
        document: The document; a text, or bytes in the encoding that they declare.
        format: As for `load_graph`.
        type: As for `load_graph`.
        kind: As for `load_graph`.
        unknown: As for `load_graph`.
        source: What the document is called in error messages.
        name: What the model is called when the document does not say; the name of the format when left out.
        progress: As for `load_graph`.

    Raises:
        InvalidDocumentError: As for `load_graph`.
        IntegrityError: As for `load_graph`.
        ValueError: As for `load_graph`.
        TypeError: It is neither a text nor bytes.

    Example:
        >>> document = '{"nodes": [{"id": "a", "name": "A"}], "edges": []}'
        >>> loads_graph(document, type="organisation").organisations["a"].name
        'A'
    """
    _check(type, unknown)
    if isinstance(document, str):
        # What a text says of its encoding was true of the bytes that it was made of.
        document = _DECLARED.sub("", document, count=1)
    with collector_paused():
        found = graph_found(bytes_of(document), source, format)
    return model_of(found, type=type, kind=kind, unknown=unknown, name=name or "", progress=progress)


_DECLARED = re.compile(r"(?<=^<\?xml version=['\"]1\.0['\"]) +encoding=['\"][-\w.]*['\"]")


def _check(type: str | None, unknown: str) -> None:
    for name, given, known in (("unknown", unknown, UNKNOWN), ("type", type, (None, *ENTITY_TYPES))):
        if given not in known:
            words = ", ".join(word for word in known if word)
            raise ValueError(
                worded("{name} is one of {words}, not {given}", name=name, words=words, given=repr(given))
            )
