"""Measures of the network of organisations: how much three graph libraries need for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from benchmarks import by_hand
from benchmarks.contest import Answer, Contest, Contestant
from benchmarks.dataset import Data

Make = Callable[[Any], Any]
NETWORKX, RUSTWORKX, IGRAPH = "networkx", "rustworkx", "igraph"
_SHOWN = 20


def _whole(data: Data) -> Any:
    return msgspec.json.decode(data.derived("network", by_hand.network, by_hand))


def _busiest(data: Data) -> Any:
    return msgspec.json.decode(data.derived("busiest", by_hand.busiest, by_hand))


def _networkx(network: Any) -> Any:
    import networkx as nx

    ids, pairs = network
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(pairs)
    return graph


def _rustworkx(network: Any) -> Any:
    import rustworkx

    ids, pairs = network
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(ids)
    graph.add_edges_from_no_data([(one, other) for one, other in pairs])
    return graph


def _rustworkx_both_ways(network: Any) -> Any:
    return _rustworkx(network).to_directed()


def _igraph(network: Any) -> Any:
    import igraph

    ids, pairs = network
    return igraph.Graph(len(ids), [(one, other) for one, other in pairs])


def _nx_pagerank(graph: Any) -> Any:
    import networkx as nx

    return list(nx.pagerank(graph, tol=1e-10).values())


def _rx_pagerank(graph: Any) -> Any:
    import rustworkx

    return list(rustworkx.pagerank(graph, tol=1e-10).values())


def _nx_components(graph: Any) -> Any:
    import networkx as nx

    return list(map(len, nx.connected_components(graph)))


def _rx_components(graph: Any) -> Any:
    import rustworkx

    return list(map(len, rustworkx.connected_components(graph)))


def _nx_betweenness(graph: Any) -> Any:
    import networkx as nx

    return list(nx.betweenness_centrality(graph, normalized=False).values())


def _rx_betweenness(graph: Any) -> Any:
    import rustworkx

    return list(rustworkx.betweenness_centrality(graph, normalized=False).values())


def _first(_given: Any, found: Any) -> Answer:
    """Answer with the values of a few, as fractions: libraries differ in the last digits."""
    return {"how many": len(found), "the first": [float(value) for value in found[:_SHOWN]]}


def _sizes(_given: Any, found: Any) -> Answer:
    return {"how many": len(found), "the largest": max(found), "in all": sum(found)}


def _contest(
    name: str,
    works: tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[Any], Any]],
    answer: Callable[[Any, Any], Answer],
    *,
    network: Callable[[Data], Any] = _whole,
    rustworkx: Make = _rustworkx,
    also: str = "networkx",
) -> Contest:
    """Return a contest of the three libraries; `also` is what networkx needs besides itself."""

    def made(make: Make) -> Callable[[Data], Any]:
        return lambda data: make(network(data))

    contestants = (
        Contestant(NETWORKX, made(_networkx), works[0], answer, needs=("networkx", also)),
        Contestant(RUSTWORKX, made(rustworkx), works[1], answer, needs=("rustworkx",)),
        Contestant(IGRAPH, made(_igraph), works[2], answer, needs=("igraph",)),
    )
    return Contest(name, contestants, floor=NETWORKX)


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        _contest(
            "degree of every organisation",
            (
                lambda graph: [number for _, number in graph.degree()],
                lambda graph: list(map(graph.degree, graph.node_indices())),
                lambda graph: graph.degree(),
            ),
            _first,
        ),
        _contest(
            "connected components",
            (
                _nx_components,
                _rx_components,
                lambda graph: graph.connected_components().sizes(),
            ),
            _sizes,
        ),
        _contest(
            "PageRank",
            (_nx_pagerank, _rx_pagerank, lambda graph: graph.pagerank()),
            _first,
            rustworkx=_rustworkx_both_ways,
            also="scipy",
        ),
        _contest(
            f"betweenness, among the {by_hand.CHOSEN} busiest",
            (_nx_betweenness, _rx_betweenness, lambda graph: graph.betweenness()),
            _first,
            network=_busiest,
        ),
    )
