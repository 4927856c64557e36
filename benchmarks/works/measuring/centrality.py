"""Who is central: betweenness, exact among the busiest, and estimated for all."""

from __future__ import annotations

from typing import Any

from benchmarks import by_hand
from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.works.measuring.networks import PURE, Ways, busiest, contest, in_networkx, whole

_SHOWN = 20
_SAMPLES = 200


def _ours(graph: Any) -> Any:
    from partnermodel import measures

    return list(measures.betweenness(graph, normalised=False).values())


def _pure(graph: Any) -> Any:
    from partnermodel import measures

    return list(measures.betweenness(graph, normalised=False, engine="python").values())


def _nx(graph: Any) -> Any:
    import networkx as nx

    return list(nx.betweenness_centrality(graph, normalized=False).values())


def _rx(graph: Any) -> Any:
    import rustworkx

    return list(rustworkx.betweenness_centrality(graph, normalized=False).values())


def _first(_given: Any, found: Any) -> Answer:
    """Answer with the values of a few, as fractions: libraries differ in the last digits."""
    return {"how many": len(found), "the first": [float(value) for value in found[:_SHOWN]]}


def _estimate(graph: Any) -> Any:
    from partnermodel import measures

    return measures.betweenness_estimate(graph, samples=_SAMPLES)


def _estimate_pure(graph: Any) -> Any:
    from partnermodel import measures

    return measures.betweenness_estimate(graph, samples=_SAMPLES, engine="python")


def _estimated(_given: Any, found: Any) -> Answer:
    return _first(None, list(found.values.values())) | {"samples": found.samples}


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        contest(
            f"betweenness, among the {by_hand.CHOSEN} busiest",
            Ways(
                ours=_ours,
                pure=_pure,
                networkx=_nx,
                rustworkx=_rx,
                igraph=lambda graph: graph.betweenness(),
            ),
            _first,
            network=busiest,
            rounds=1,
            targets=(Target(5),),
        ),
        Contest(
            f"betweenness of all, estimated from {_SAMPLES}",
            (
                Contestant(
                    OURS, lambda data: in_networkx(whole(data)), _estimate, _estimated, needs=("scipy",)
                ),
                Contestant(PURE, lambda data: in_networkx(whole(data)), _estimate_pure, _estimated),
            ),
            rounds=1,
        ),
    )
