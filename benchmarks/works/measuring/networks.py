"""The network of organisations in the form in which each library begins.

The library and networkx begin with a graph of networkx. igraph and rustworkx begin with a ready list of
pairs of numbers, and make their graph of it on the clock, as the library makes what it computes on: that
is their best case. Who has a graph of networkx must convert it first, as `IGRAPH_CONVERTED` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs
import msgspec

from benchmarks import by_hand
from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data

PURE = "partnermodel, pure Python"
NETWORKX = "networkx"
RUSTWORKX = "rustworkx, ready pairs"
IGRAPH = "igraph, ready pairs"
IGRAPH_CONVERTED = "igraph, from networkx"

Network = Callable[[Data], Any]
Work = Callable[[Any], Any]


def whole(data: Data) -> Any:
    """Return the ids of all organisations, and the pairs of their numbers that work together."""
    return msgspec.json.decode(data.derived("network", by_hand.network, by_hand))


def busiest(data: Data) -> Any:
    """Return the same for the organisations with the most partners."""
    return msgspec.json.decode(data.derived("busiest", by_hand.busiest, by_hand))


def in_networkx(network: Any) -> Any:
    """Return a graph of networkx, whose nodes are ids."""
    import networkx as nx

    ids, pairs = network
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from((ids[one], ids[other]) for one, other in pairs)
    return graph


def in_rustworkx(network: Any) -> Any:
    """Return a graph of rustworkx."""
    import rustworkx

    ids, pairs = network
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(ids)
    graph.add_edges_from_no_data(pairs)
    return graph


def in_igraph(network: Any) -> Any:
    """Return a graph of igraph."""
    import igraph

    ids, pairs = network
    return igraph.Graph(len(ids), pairs)


def tuples(network: Any) -> Any:
    """Return a network with its pairs as tuples, as the libraries want them."""
    ids, pairs = network
    return ids, [(one, other) for one, other in pairs]


@attrs.frozen
class Ways:
    """How a measure is taken by each library; None for who does not take part.

    Attributes:
        ours: By the library, as it chooses; it is given a graph of networkx, as `networkx` is.
        pure: By the library without other packages.
        networkx: By networkx.
        rustworkx: By rustworkx, from a graph of its own.
        igraph: By igraph, from a graph of its own.
    """

    ours: Work
    pure: Work
    networkx: Work
    rustworkx: Work | None
    igraph: Work


def contest(
    name: str,
    ways: Ways,
    answer: Callable[[Any, Any], Answer],
    *,
    network: Network = whole,
    rounds: int = 1000,
    targets: Iterable[Target] = (),
) -> Contest:
    """Return a contest of the library and three others."""

    def ready(data: Data) -> Any:
        return in_networkx(network(data))

    def pairs(data: Data) -> Any:
        return tuples(network(data))

    def from_networkx(graph: Any) -> Any:
        import igraph

        return ways.igraph(igraph.Graph.from_networkx(graph))

    contestants = [
        Contestant(OURS, ready, ways.ours, answer, needs=("rustworkx", "scipy")),
        Contestant(PURE, ready, ways.pure, answer),
        Contestant(NETWORKX, ready, ways.networkx, answer, needs=("networkx",)),
        Contestant(IGRAPH, pairs, lambda given: ways.igraph(in_igraph(given)), answer, needs=("igraph",)),
        Contestant(IGRAPH_CONVERTED, ready, from_networkx, answer, needs=("igraph",)),
    ]
    if (by_rustworkx := ways.rustworkx) is not None:
        contestants.append(
            Contestant(
                RUSTWORKX,
                pairs,
                lambda given: by_rustworkx(in_rustworkx(given)),
                answer,
                needs=("rustworkx",),
            )
        )
    return Contest(name, tuple(contestants), floor=IGRAPH, rounds=rounds, targets=tuple(targets))


AS_IS_TO_BE = (Target(3, IGRAPH), Target(1, NETWORKX, PURE))
"""At most three times igraph with the extra `fast`, and never more than networkx without it."""
