"""GraphML as it is given: ours, or that of Gephi, yEd, igraph, NetworkX."""

from __future__ import annotations

from typing import Any

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.graphs.finding import Found, FoundEdge, FoundNode, Line, own_id, placed
from partnermodel.formats.graphs.graphml_writing import RECORD_ID
from partnermodel.formats.graphs.values import value_of
from partnermodel.formats.graphs.xml_reading import Element, elements
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

_CONTAINERS = frozenset({"graphml", "graph"})


@attrs.frozen
class _Key:
    """What is declared of an attribute; `default` is what everything has that does not say otherwise."""

    name: str
    sort: str
    what: str
    default: str | None


def graphml_found(data: bytes, source: str) -> Found:
    """Return what a GraphML document holds.

    Args:
        data: The document.
        source: What it is called in a message.

    Raises:
        InvalidDocumentError: It is no XML, or no GraphML.
    """
    found = Found("GraphML", "graphml", source)
    keys: dict[str, _Key] = {}
    graphs, undirected = 0, False
    for element in elements(data, source, found.format, "graphml", _CONTAINERS):
        line = Line(element.line, "graph", None)
        if element.name == "key":
            _declare(element, keys)
        elif element.name == "graph":
            graphs += 1
            undirected = element.attributes.get("edgedefault") == "undirected"
            if graphs == 2:
                message = worded("the file holds several graphs")
                found.add(_unreadable(line, message, worded("Give each a file of its own.")))
        elif element.name == "data":
            _put(found, element, keys, found.head, line)
        elif element.name == "node":
            _add_node(found, element, keys)
        elif element.name == "edge":
            _add_edge(found, element, keys, undirected)
        elif element.name == "hyperedge":
            message = worded("an edge joins more than two nodes")
            hint = worded("Make what they do together a node, and lead an edge to it from each.")
            found.add(_unreadable(line, message, hint))
        elif element.text.strip() and not element.name.startswith("?"):
            found.head[element.name] = element.text
    return found


def _unreadable(line: Line, message: Worded, hint: Worded) -> Issue:
    return Issue("unreadable-graph", line.at(), "", message, hint)


def _declare(element: Element, keys: dict[str, _Key]) -> None:
    said = element.attributes
    id = said.get("id", "")
    # yEd declares what only it understands without a name, and with a type of its own.
    name = said.get("attr.name") or said.get("yfiles.type") or id
    default = element.first("default")
    keys[id] = _Key(
        name,
        said.get("attr.type", "string"),
        said.get("for", "all"),
        None if default is None else default.text,
    )


def _row(found: Found, element: Element, keys: dict[str, _Key], line: Line) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for key in keys.values():
        if key.default is not None and key.what in (element.name, "all"):
            row[key.name] = value_of(key.default, key.sort, found, line, key.name)
    for one in element.inner:
        if one.name == "data":
            _put(found, one, keys, row, line)
        elif one.name in ("graph", "port"):
            message = worded("there is a graph, or a port, within a node")
            hint = worded("Ungroup the nodes in the program that made the file, and save it again.")
            found.add(_unreadable(line, message, hint))
        else:  # such as a description
            row[one.name] = _plain(one)
    return row


def _put(found: Found, data: Element, keys: dict[str, _Key], row: dict[str, Any], line: Line) -> None:
    key = keys.get(data.attributes.get("key", ""))
    if key is None:
        said = shown(data.attributes.get("key", ""))
        message = worded("the attribute {key} is nowhere declared", key=said)
        found.add(Issue("unreadable-graph", line.at(), said, message, worded("Add a <key> for it.")))
    elif data.inner:
        row[key.name] = [_plain(one) for one in data.inner]
    else:
        row[key.name] = value_of(data.text, key.sort, found, line, key.name)


def _plain(element: Element) -> dict[str, Any]:
    """Return an element that only its own program understands, as JSON."""
    row: dict[str, Any] = {"element": element.name, **element.attributes}
    if text := element.text.strip():
        row["text"] = text
    if element.inner:
        row["elements"] = [_plain(one) for one in element.inner]
    return row


def _add_node(found: Found, element: Element, keys: dict[str, _Key]) -> None:
    key = element.attributes.get("id")
    line = Line(element.line, "node", key)
    row = _row(found, element, keys, line)
    # igraph numbers the nodes anew, and keeps what they were called as an attribute.
    first, second = row.pop(RECORD_ID, None), row.pop("id", None)
    id = first or second or key
    if id is None:
        found.refuse_missing(placed(line), "id")
    else:
        found.nodes.append(FoundNode(attrs.evolve(line, id=str(id)), str(id), row, key))


def _add_edge(found: Found, element: Element, keys: dict[str, _Key], undirected: bool) -> None:
    said = element.attributes
    line = Line(element.line, "edge", said.get("id"))
    row = _row(found, element, keys, line)
    row.pop("id", None)
    own = own_id(row.pop(RECORD_ID, None))
    for end in ("source", "target"):
        if end not in said:
            found.refuse_missing(placed(line, end), end)
    if "directed" in said:
        undirected = said["directed"] == "false"
    if "source" in said and "target" in said:
        found.edges.append(FoundEdge(line, said["source"], said["target"], row, own, undirected))
