"""What the graph libraries have of their own, and the library leaves to them: edges at a node, PageRank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.contest import Answer, Contest, Contestant
from benchmarks.dataset import Data
from benchmarks.works.measuring.networks import (
    NETWORKX,
    in_igraph,
    in_networkx,
    in_rustworkx,
    tuples,
    whole,
)

Make = Callable[[Any], Any]
RUSTWORKX, IGRAPH = "rustworkx", "igraph"
_SHOWN = 20


def _rustworkx_both_ways(network: Any) -> Any:
    return in_rustworkx(network).to_directed()


def _nx_pagerank(graph: Any) -> Any:
    import networkx as nx

    return list(nx.pagerank(graph, tol=1e-10).values())


def _rx_pagerank(graph: Any) -> Any:
    import rustworkx

    return list(rustworkx.pagerank(graph, tol=1e-10).values())


def _first(_given: Any, found: Any) -> Answer:
    """Answer with the values of a few, as fractions: libraries differ in the last digits."""
    return {"how many": len(found), "the first": [float(value) for value in found[:_SHOWN]]}


def _contest(
    name: str,
    works: tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[Any], Any]],
    *,
    rustworkx: Make = in_rustworkx,
    also: str = "networkx",
) -> Contest:
    """Return a contest of the three libraries; `also` is what networkx needs besides itself."""

    def made(make: Make) -> Callable[[Data], Any]:
        return lambda data: make(tuples(whole(data)))

    contestants = (
        Contestant(NETWORKX, made(in_networkx), works[0], _first, needs=("networkx", also)),
        Contestant(RUSTWORKX, made(rustworkx), works[1], _first, needs=("rustworkx",)),
        Contestant(IGRAPH, made(in_igraph), works[2], _first, needs=("igraph",)),
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
        ),
        _contest(
            "PageRank",
            (_nx_pagerank, _rx_pagerank, lambda graph: graph.pagerank()),
            rustworkx=_rustworkx_both_ways,
            also="scipy",
        ),
    )
