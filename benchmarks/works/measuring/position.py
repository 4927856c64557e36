"""Who stands where in the network: Burt's constraint of all, and communities."""

from __future__ import annotations

from math import isnan
from typing import Any

from benchmarks.contest import Answer, Contest
from benchmarks.works.measuring.networks import AS_IS_TO_BE, Ways, busiest, contest

_STEP = 0.1
"""To which steps modularities are rounded: each library has its own chance, and finds others."""


def _constraint(**options: Any) -> Any:
    def work(graph: Any) -> Any:
        from partnermodel import measures

        return list(measures.constraint(graph, **options).values())

    return work


def _nx_constraint(graph: Any) -> Any:
    import networkx as nx

    return list(nx.constraint(graph).values())


def _communities(graph: Any) -> Any:
    from partnermodel import measures

    return measures.communities(graph).modularity


def _nx_communities(graph: Any) -> Any:
    import networkx as nx

    found = nx.community.louvain_communities(graph, seed=0)
    return nx.community.modularity(graph, found)


def _values(_given: Any, found: Any) -> Answer:
    """Answer with the constraints, where what has none is nothing to each library in its own way."""
    held = [None if value is None or isnan(value) else float(value) for value in found]
    return {"how many": len(held), "the first": held[:1000]}


def _quality(_given: Any, found: Any) -> Answer:
    return {"modularity, to a tenth": round(found / _STEP)}


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        contest(
            "constraint, among the busiest",
            Ways(
                ours=_constraint(),
                pure=_constraint(engine="python"),
                networkx=_nx_constraint,
                rustworkx=None,
                igraph=lambda graph: graph.constraint(),
            ),
            _values,
            network=busiest,
            targets=AS_IS_TO_BE,
        ),
        contest(
            "communities",
            Ways(
                ours=_communities,
                pure=_communities,
                networkx=_nx_communities,
                rustworkx=None,
                igraph=lambda graph: graph.community_multilevel().modularity,
            ),
            _quality,
            targets=AS_IS_TO_BE,
        ),
    )
