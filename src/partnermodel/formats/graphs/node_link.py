"""Node-link JSON, as `networkx.node_link_graph(data, edges="edges")` reads it, and D3 and others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from partnermodel.formats.graphs.content import Content, Row
from partnermodel.formats.graphs.finding import Found, FoundEdge, FoundNode, listed_objects, own_id
from partnermodel.formats.graphs.json_writing import json_line, json_lines
from partnermodel.wording import worded

_EDGE_LISTS = ("edges", "links")
"""The keys of the list of edges: that of networkx today, and that of networkx before and of D3."""


_READ = ("directed", "multigraph", "graph", "nodes", *_EDGE_LISTS)


def node_link_pieces(content: Content) -> Iterator[str]:
    """Yield a graph as node-link JSON, piece by piece: a node or an edge a line.

    Args:
        content: The graph.
    """
    yield f'{{\n"directed": {json_line(content.directed)},\n"multigraph": {json_line(content.multigraph)},\n'
    yield f'"graph": {json_line(content.head)},\n"nodes": ['
    yield from json_lines(_apart({"id": node.id}, node.row) for node in content.nodes)
    yield '],\n"edges": ['
    edges = []
    for edge in content.edges:
        ends = {"source": edge.source, "target": edge.target}
        edges.append(_apart({**ends, "key": edge.id} if content.multigraph else ends, edge.row))
    yield from json_lines(edges)
    yield "]\n}\n"


def _apart(first: Mapping[str, Any], row: Row) -> dict[str, Any]:
    """Return both as one object; an attribute that is called like what is in the first gets a low line."""
    found = dict(first)
    for name, value in row.items():
        free = name
        while free in found or (free != name and free in row):
            free += "_"
        found[free] = value
    return found


def node_link_found(document: Any, file: str) -> Found:
    """Return what node-link JSON holds.

    Args:
        document: The JSON value of the file, an object.
        file: What the file is called in a message.
    """
    found = Found(worded("node-link JSON"), "node-link", file)
    found.head.update({key: value for key, value in document.items() if key not in _READ})
    head = document.get("graph", {})
    if isinstance(head, dict):
        found.head.update(head)
    else:
        found.refuse_object("$.graph", head)
    directed = document.get("directed", False) is True
    for place, node in listed_objects(found, document, "nodes"):
        row = _stated(node)
        id = found.id_at(place, "id", row.pop("id", None))
        if id is not None:
            found.nodes.append(FoundNode(place, id, row))
    key = next((name for name in _EDGE_LISTS if name in document), _EDGE_LISTS[0])
    for place, edge in listed_objects(found, document, key):
        row = _stated(edge)
        source, target = (found.id_at(place, end, row.pop(end, None)) for end in ("source", "target"))
        if source is not None and target is not None:
            own = own_id(row.pop("key", None))
            found.edges.append(FoundEdge(place, source, target, row, own, not directed))
    return found


def _stated(one: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if value is not None}
