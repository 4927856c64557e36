"""A model to a graph with all attributes, beside the same nodes and edges given ready to a graph library."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

NETWORKX = "networkx, ready tuples (floor)"
RUSTWORKX = "rustworkx, ready tuples"
IGRAPH = "igraph, ready tuples"

Nodes = list[tuple[str, dict[str, Any]]]
Edges = list[tuple[str, str, str, dict[str, Any]]]


def whole_graph(data: Data) -> Any:
    """Return the networkx graph of the whole model."""
    from partnermodel import to_networkx

    return to_networkx(load.ours(data.document))


def _tuples(data: Data) -> tuple[Nodes, Edges]:
    graph = whole_graph(data)
    nodes = [(id, dict(attributes)) for id, attributes in graph.nodes(data=True)]
    edges = [(*edge, dict(attributes)) for *edge, attributes in graph.edges(keys=True, data=True)]
    return nodes, edges


def _ours(model: Any) -> Any:
    from partnermodel import to_networkx

    return to_networkx(model)


def _networkx(given: tuple[Nodes, Edges]) -> Any:
    import networkx as nx

    nodes, edges = given
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs do not know the fourth item
    return graph


def _numbered(data: Data) -> Any:
    """Return the nodes as they are, and the edges between their numbers."""
    nodes, edges = _tuples(data)
    number = {id: index for index, (id, _) in enumerate(nodes)}
    return nodes, [(number[one], number[other], (key, found)) for one, other, key, found in edges]


def _rustworkx(given: Any) -> Any:
    import rustworkx

    nodes, edges = given
    graph = rustworkx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def _columns(data: Data) -> Any:
    nodes, edges = _numbered(data)
    return (
        len(nodes),
        [(one, other) for one, other, _ in edges],
        {"name": [id for id, _ in nodes], "data": [found for _, found in nodes]},
        {"key": [key for _, _, (key, _) in edges], "data": [found for _, _, (_, found) in edges]},
    )


def _igraph(given: Any) -> Any:
    import igraph

    number, edges, of_nodes, of_edges = given
    return igraph.Graph(number, edges, directed=True, vertex_attrs=of_nodes, edge_attrs=of_edges)


def _answer(nodes: Iterable[tuple[str, Any]], edges: Iterable[tuple[Any, ...]]) -> Answer:
    lines = [[*node, *sorted(found.items())] for *node, found in nodes]
    links = [[*edge, *sorted(found.items())] for *edge, found in edges]
    digest = zlib.crc32(repr([sorted(lines, key=str), sorted(links, key=str)]).encode())
    return {"nodes": len(lines), "edges": len(links), "digest": digest}


def _networkx_answer(_given: Any, graph: Any) -> Answer:
    return _answer(graph.nodes(data=True), graph.edges(keys=True, data=True))


def _rustworkx_answer(_given: Any, graph: Any) -> Answer:
    edges = ((graph[one][0], graph[other][0], *found) for one, other, found in graph.weighted_edge_list())
    return _answer(graph.nodes(), edges)


def _igraph_answer(_given: Any, graph: Any) -> Answer:
    names = graph.vs["name"]
    nodes = zip(names, graph.vs["data"], strict=True)
    ends = ((names[one], names[other]) for one, other in graph.get_edgelist())
    edges = ((*pair, *more) for pair, *more in zip(ends, graph.es["key"], graph.es["data"], strict=True))
    return _answer(nodes, edges)


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "the whole model to a graph",
            (
                Contestant(OURS, lambda data: load.ours(data.document), _ours, _networkx_answer),
                Contestant(NETWORKX, _tuples, _networkx, _networkx_answer),
                Contestant(RUSTWORKX, _numbered, _rustworkx, _rustworkx_answer, needs=("rustworkx",)),
                Contestant(IGRAPH, _columns, _igraph, _igraph_answer, needs=("igraph",)),
            ),
            floor=NETWORKX,
            targets=(Target(0.6, of=NETWORKX),),
        ),
    )
