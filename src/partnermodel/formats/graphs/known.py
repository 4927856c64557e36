"""The formats of graph files: how each is written, read, and told from the others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, cast

import attrs
import msgspec

from partnermodel.errors import InvalidDocumentError, Issue
from partnermodel.formats.decode import parsed
from partnermodel.formats.duplicate_keys import duplicate_keys
from partnermodel.formats.graphs.content import Content
from partnermodel.formats.graphs.cypher import cypher_pieces
from partnermodel.formats.graphs.finding import Found, refuse
from partnermodel.formats.graphs.gexf_reading import gexf_found
from partnermodel.formats.graphs.gexf_writing import gexf_pieces
from partnermodel.formats.graphs.graphml_reading import graphml_found
from partnermodel.formats.graphs.graphml_writing import graphml_pieces
from partnermodel.formats.graphs.kumu import kumu_found, kumu_pieces
from partnermodel.formats.graphs.node_link import node_link_found, node_link_pieces
from partnermodel.values.kinds import wrong_type
from partnermodel.wording import worded


@attrs.frozen
class GraphFormat:
    """A format of graph files.

    Attributes:
        pieces: Yields a graph as text, piece by piece.
        endings: How the names of its files end.
        any_graph: Whether it can hold a graph that is no model.
        xml: Reads a document, if it is XML.
        json: Reads the value of a document, if it is JSON.
    """

    pieces: Callable[[Content], Iterator[str]]
    endings: tuple[str, ...]
    any_graph: bool = True
    xml: Callable[[bytes, str], Found] | None = None
    json: Callable[[Any, str], Found] | None = None


GRAPH_FORMATS: Mapping[str, GraphFormat] = {
    "graphml": GraphFormat(graphml_pieces, (".graphml",), xml=graphml_found),
    "gexf": GraphFormat(gexf_pieces, (".gexf",), xml=gexf_found),
    "node-link": GraphFormat(node_link_pieces, (".node-link.json",), json=node_link_found),
    "kumu": GraphFormat(kumu_pieces, (".kumu.json",), any_graph=False, json=kumu_found),
    "cypher": GraphFormat(cypher_pieces, (".cypher", ".cql"), any_graph=False),
}
"""The formats, by the names that `save_graph` and its like take."""

READ = tuple(name for name, one in GRAPH_FORMATS.items() if one.xml or one.json)


def format_by_ending(path: str | os.PathLike[str]) -> str | None:
    """Return the format that the ending of a file's name stands for, or None.

    Example:
        >>> format_by_ending("town.graphml"), format_by_ending("town.kumu.json"), format_by_ending("a.json")
        ('graphml', 'kumu', None)
    """
    name = os.fspath(path).lower()
    return next((format for format, one in GRAPH_FORMATS.items() if name.endswith(one.endings)), None)


def known_format(format: str) -> GraphFormat:
    """Return a format by its name.

    Raises:
        ValueError: There is none of the name.
    """
    found = GRAPH_FORMATS.get(format)
    if found is None:
        names = ", ".join(GRAPH_FORMATS)
        raise ValueError(worded("format is one of {words}, not {given}", words=names, given=repr(format)))
    return found


def graph_found(data: bytes, source: str, format: str | None = None) -> Found:
    """Return what a graph file holds.

    Args:
        data: The document.
        source: What it is called in a message.
        format: The name of its format, or None to find it out.

    Raises:
        InvalidDocumentError: It is of none of the formats, or cannot be read as what it is.
        ValueError: There is no such format, or it is not read.
    """
    if format is not None and format not in READ:
        names = ", ".join(READ)
        raise ValueError(worded("format is one of {words}, not {given}", words=names, given=repr(format)))
    if not data.strip(b" \t\r\n\x00"):
        _refuse(source, worded("the document is empty"), _FORMATS, "empty-document")
    if format is None and (format := _xml_format(data, source)) is None:
        return _json_found(data, source)
    known = GRAPH_FORMATS[format]
    if known.xml is not None:
        return known.xml(data, source)
    assert known.json is not None, "what is read is XML or JSON"
    return known.json(_document(data, source, _CALLED[format]), source)


_ROOT = re.compile(rb"<(?:[A-Za-z_][-\w.]*:)?(graphml|gexf)[\s/>]")
_BEFORE = re.compile(rb"\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+)*+", re.DOTALL)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FAR = 1 << 16


def _xml_format(data: bytes, source: str) -> str | None:
    """Return the format of a document that is XML, or None if it begins like JSON."""
    if data.startswith(_UTF_16):
        data = data[: len(data) // 2 * 2].decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.lstrip().startswith(b"<"):
        return None
    before = _BEFORE.match(data)
    assert before is not None, "nothing at all is before it, too"
    begin = before.end()
    root = _ROOT.search(data, begin, begin + _FAR)
    if root is None:
        _refuse(source, worded("it is neither GraphML nor GEXF"), _FORMATS)
    return root[1].decode()


def looks_like_a_graph(data: bytes) -> bool:
    """Return whether a document is rather a graph file than a model in JSON; it may be neither.

    Example:
        >>> looks_like_a_graph(b"<graphml/>"), looks_like_a_graph(b'{"format_version": 1, "name": "Town"}')
        (True, False)
    """
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", *_UTF_16)):
        return True
    try:
        keys = msgspec.json.decode(data, type=dict[str, msgspec.Raw]).keys()
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return "format_version" not in keys and not keys.isdisjoint(("elements", "nodes"))


def _json_found(data: bytes, source: str) -> Found:
    document = _document(data, source, worded("a graph"))
    for key, read in (("elements", kumu_found), ("nodes", node_link_found)):
        if key in document:
            return read(document, source)
    message, hint = worded("it is neither node-link JSON nor Kumu's JSON"), _FORMATS
    if "format_version" in document:
        message, hint = worded("it is no graph file"), worded("It is a model already; read it with load.")
    return _refuse(source, message, hint)


_FORMATS = worded(
    "Look whether the right file was given; GraphML, GEXF, node-link JSON and Kumu's JSON are read."
)


def _refuse(source: str, message: str, hint: str, code: str = "not-a-graph-file") -> NoReturn:
    issues = [Issue(code, "$", "", message, hint)]
    raise InvalidDocumentError(worded("{source} cannot be read as a graph:", source=source), issues)


_CALLED = {"node-link": worded("node-link JSON"), "kumu": worded("Kumu's JSON")}


def _document(data: bytes, source: str, called: str) -> dict[str, Any]:
    """Return the object that is the value of a JSON document."""
    try:
        document = parsed(data, source)
    except InvalidDocumentError as error:
        refuse(called, source, [*error.issues])
    issues = [issue for issue, _ in duplicate_keys(data)]
    if not isinstance(document, dict):
        issues.append(wrong_type(document, worded("an object"), "$"))
    if issues:
        refuse(called, source, issues)
    return cast("dict[str, Any]", document)
