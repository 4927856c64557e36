"""Any graph of networkx as what a file can hold: no None, no lists, no numbers that are none."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, cast

from partnermodel.formats.graphs.content import Content, Edge, Node, Value
from partnermodel.wording import worded

_LARGEST = 2**63


class GraphLike(Protocol):
    """What every graph of networkx has, and all that is asked of one here."""

    graph: Any

    @property
    def nodes(self) -> Any:
        """Its nodes, and their attributes."""

    @property
    def edges(self) -> Any:
        """Its edges, and their attributes."""

    def is_directed(self) -> bool:
        """Whether its edges have a direction."""

    def is_multigraph(self) -> bool:
        """Whether two nodes may have several edges between them."""


def any_content(graph: GraphLike) -> Content:
    """Return what a file holds of a graph of networkx.

    Args:
        graph: The graph, which stays as it is.

    Raises:
        ValueError: Two nodes, or two attributes of one thing, would have the same name in the file; or a
            value holds itself.
    """
    names: dict[str, Any] = {}
    for node in graph.nodes:
        name = _name(node)
        if name in names:
            raise ValueError(
                worded(
                    "two nodes are called {name} in a file: {first} and {second}; give them other names",
                    name=name,
                    first=repr(names[name]),
                    second=repr(node),
                )
            )
        names[name] = node
    called = {node: name for name, node in names.items()}
    multigraph = graph.is_multigraph()
    edges = []
    if multigraph:
        for number, (source, target, key, row) in enumerate(graph.edges(keys=True, data=True)):
            id = key if isinstance(key, str) else f"e{number}"
            edges.append(Edge(id, called[source], called[target], plain_row(row)))
    else:
        for number, (source, target, row) in enumerate(graph.edges(data=True)):
            edges.append(Edge(f"e{number}", called[source], called[target], plain_row(row)))
    taken: set[str] = set()
    for number, edge in enumerate(edges):
        if edge.id in taken:  # a key is unique between two nodes only
            edges[number] = Edge(f"{edge.id}.{number}", edge.source, edge.target, edge.row)
        taken.add(edges[number].id)
    nodes = [Node(called[node], plain_row(row)) for node, row in graph.nodes(data=True)]
    return Content(plain_row(graph.graph), nodes, edges, graph.is_directed(), multigraph)


def _name(value: Any) -> str:
    plain = plain_value(value)
    return str(value) if plain is None else _text(plain)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def plain_row(row: Mapping[Any, Any]) -> dict[str, Value]:
    """Return attributes as plain texts, numbers and truth values; what says nothing is left out.

    Example:
        >>> plain_row({"a": None, "b": [1, "x"], "c": float("nan"), 5: {"s": {2, 1}}})
        {'b': '[1, "x"]', '5': '{"s": [1, 2]}'}
    """
    found: dict[str, Value] = {}
    for key, value in row.items():
        plain, name = plain_value(value), str(key)
        if name in found:
            raise ValueError(worded("two attributes are called {name} in a file", name=name))
        if plain is not None:
            found[name] = plain
    return found


def plain_value(value: Any) -> Value | None:
    """Return a value as a text, a number or a truth value; None when it says nothing.

    Whatever is none of these, such as a list, becomes JSON; a set is sorted. A whole number that takes
    more than 64 bits becomes a text.

    Raises:
        ValueError: A list or a mapping holds itself, or is nested too deep.
    """
    value = _jsonable(value)
    if value is None or isinstance(value, str | bool | float):
        return cast("Value | None", value)
    if isinstance(value, int):
        return value if -_LARGEST <= value < _LARGEST else str(value)
    return json.dumps(value, ensure_ascii=False)


_DEEPEST = 64


def _jsonable(value: Any, depth: int = 0) -> Any:
    if depth > _DEEPEST:
        raise ValueError(
            worded("a value is nested more than {levels} deep, or holds itself", levels=_DEEPEST)
        )
    if getattr(value, "shape", None) == () and hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return None if math.isnan(value) else str(float(value)) if math.isinf(value) else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _jsonable(one, depth + 1) for key, one in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((_jsonable(one, depth + 1) for one in value), key=json.dumps)
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [_jsonable(one, depth + 1) for one in value]
    return str(value)
