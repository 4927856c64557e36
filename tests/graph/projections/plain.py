"""Plain networkx graphs of any class, as others make them: with attributes that are there or not."""

from __future__ import annotations

import copy
import io
from typing import Any, TypeAlias

import networkx as nx
from hypothesis import strategies as st

Graph: TypeAlias = "nx.Graph[Any]"

CLASSES: tuple[type[Graph], ...] = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)

TYPES = ("organisation", "centre", "initiative", "firm")
NATURES = ("tie", "participation", "structure")
KINDS = ("funds", "meets", "a b", "")
NODES: tuple[Any, ...] = ("a", "b", "c d", 1, "1", (2, 3))


@st.composite
def graphs(
    draw: st.DrawFn, *, classes: tuple[type[Graph], ...] = CLASSES, most: int = 10, loops: bool = True
) -> Graph:
    """Draw a graph of up to six nodes with types, and edges with natures, kinds and weights, or without.

    Its nodes are texts, one with a space in it, numbers and a pair; of its keys some are texts.
    """
    graph: Graph = draw(st.sampled_from(classes))(name="Plain")
    types = draw(st.lists(st.sampled_from((*TYPES, None)), min_size=6, max_size=6))
    for node, type in zip(draw(st.permutations(NODES))[: draw(st.integers(0, 6))], types, strict=False):
        graph.add_node(node, **({} if type is None else {"type": type}))
    if not graph:
        return graph
    ends = st.sampled_from(list(graph))
    edge = st.tuples(
        ends,
        ends,
        st.sampled_from((None, None, "key", 0, 1, "1")),
        st.sampled_from((*NATURES, None)),
        st.sampled_from((*KINDS, None)),
        st.sampled_from((None, 1, 3, 0.5)),
    )
    for source, target, key, nature, kind, weight in draw(st.lists(edge, max_size=most)):
        if source == target and not loops:
            continue
        said = {"nature": nature, "kind": kind, "weight": weight}
        held = {name: value for name, value in said.items() if value is not None}
        ends_and_key = (source, target, key) if graph.is_multigraph() else (source, target)
        add: Any = graph.add_edge
        add(*ends_and_key, **held)
    return graph


def edges(graph: Graph) -> list[tuple[Any, Any, Any, dict[str, Any]]]:
    """Return every edge of a graph of any class, with the key 0 where it has none."""
    held: Any = graph
    if graph.is_multigraph():
        return list(held.edges(keys=True, data=True))
    return [(one, other, 0, data) for one, other, data in held.edges(data=True)]


def contents(graph: Graph) -> tuple[Any, ...]:
    """Return a copy of all that a graph is, for a comparison before and after."""
    held = dict(graph.graph), dict(graph.nodes(data=True)), list(graph), edges(graph)
    return type(graph), *copy.deepcopy(held)


def given_back(graph: Graph, **options: Any) -> Graph:
    """Return a graph as GraphML gives it back; GEXF takes it, too."""
    file = io.BytesIO()
    nx.write_graphml(graph, file)
    nx.write_gexf(graph, io.BytesIO())
    back: Graph = nx.read_graphml(io.BytesIO(file.getvalue()), **options)
    return back


def by_pair(graph: Graph, name: str) -> dict[frozenset[Any], Any]:
    """Return an attribute of the edges of an undirected graph without parallel edges, for each pair."""
    return {frozenset(edge[:2]): edge[3][name] for edge in edges(graph)}


def by_node(graph: Graph, name: str) -> dict[Any, Any]:
    """Return an attribute of the nodes, for each that has it."""
    return {node: held[name] for node, held in graph.nodes(data=True) if name in held}
