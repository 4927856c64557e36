"""Kumu's JSON, which Kumu calls a blueprint: elements and connections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from partnermodel.formats.graphs.content import Content, Edge, Node
from partnermodel.formats.graphs.finding import Found, FoundEdge, FoundNode, listed_objects, own_id
from partnermodel.formats.graphs.json_writing import json_line, json_lines
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.wording import worded

_OURS = "partnermodel"
"""The key of what Kumu has no place for: the language and the vocabulary."""

_READ = ("elements", "connections", _OURS)

_TYPES = {"elements": "element type", "connections": "connection type"}
"""What Kumu calls the type in the files that it writes itself."""


def kumu_pieces(content: Content) -> Iterator[str]:
    """Yield a model as a blueprint, piece by piece: an element or a connection a line.

    The label of an element is its name; its type is the type of the record; a connection's is its kind.

    Args:
        content: The graph of a model.
    """
    yield '{\n"elements": ['
    yield from json_lines(map(_element, content.nodes))
    yield '],\n"connections": ['
    yield from json_lines(map(_connection, content.edges))
    head = dict(content.head)
    yield f'],\n"name": {json_line(head.pop("name"))},\n"{_OURS}": {json_line(head)}\n}}\n'


def _element(node: Node) -> dict[str, Any]:
    row = {name: value for name, value in node.row.items() if name != "name"}
    return {"id": node.id, "label": node.row["name"], **row}


def _connection(edge: Edge) -> dict[str, Any]:
    row = {name: value for name, value in edge.row.items() if name not in ("label", "kind")}
    direction = "undirected" if edge.undirected else "directed"
    ends = {"id": edge.id, "from": edge.source, "to": edge.target}
    return {**ends, "type": edge.row["kind"], "direction": direction, **row}


def kumu_found(document: Any, file: str) -> Found:
    """Return what a blueprint holds, be it ours, somebody's, or one that Kumu has written.

    Args:
        document: The JSON value of the file, an object.
        file: What the file is called in a message.
    """
    found = Found(worded("Kumu's JSON"), "kumu", file)
    found.head.update({key: value for key, value in document.items() if key not in _READ})
    ours = document.get(_OURS, {})
    if isinstance(ours, dict):
        found.head.update(ours)
    else:
        found.refuse_object(f"$.{_OURS}", ours)
    for place, element in listed_objects(found, document, "elements"):
        _add_element(found, place, _row(element, "elements"))
    known = {id for node in found.nodes for id in (node.id, node.key)}
    by_label: dict[str, str] = {}
    for node in found.nodes:
        if isinstance(label := node.row.get("label"), str):
            by_label.setdefault(label, node.id)
    for place, connection in listed_objects(found, document, "connections"):
        row = _row(connection, "connections")
        begin, end = (found.id_at(place, end, row.pop(end, None)) for end in ("from", "to"))
        if begin is not None and end is not None:
            source, target = (id if id in known else by_label.get(id, id) for id in (begin, end))
            found.edges.append(_found_edge(place, source, target, row))
    return found


def _add_element(found: Found, place: str, row: dict[str, Any]) -> None:
    inner = row.pop("_id", None)
    key = "label" if inner is None else "_id"
    inner = None if inner is None else found.id_at(place, "_id", inner)
    id = found.id_at(place, key, row.pop("id", row.get("label") if key == "label" else inner))
    if id is None:
        return
    type = row.get("type")
    if isinstance(type, str) and type.lower() in ENTITY_TYPES:
        row["type"] = type.lower()
    found.nodes.append(FoundNode(place, id, row, inner))


def _found_edge(place: str, source: str, target: str, row: dict[str, Any]) -> FoundEdge:
    row.pop("_id", None)
    own = own_id(row.pop("id", None))
    if "type" in row:
        row["kind"] = row.pop("type")
    undirected = row.pop("direction", "directed") != "directed"
    return FoundEdge(place, source, target, row, own, undirected)


def _row(one: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return what is said of an element or a connection; Kumu itself keeps it under `attributes`."""
    inner = one.get("attributes")
    row = {name: value for name, value in one.items() if name != "attributes" or not isinstance(inner, dict)}
    if isinstance(inner, dict):
        row = {**inner, **row}
    if _TYPES[key] in row and "type" not in row:
        row["type"] = row.pop(_TYPES[key])
    return {name: value for name, value in row.items() if value is not None}
