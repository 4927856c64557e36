"""Who belongs together in the network: communities."""

from __future__ import annotations

from typing import Any

from benchmarks.contest import Answer, Contest
from benchmarks.works.measuring.networks import AS_IS_TO_BE, Ways, contest

_STEP = 0.1
"""To which steps modularities are rounded: each library has its own chance, and finds others."""


def _communities(graph: Any) -> Any:
    from partnermodel import measures

    return measures.communities(graph).modularity


def _nx_communities(graph: Any) -> Any:
    import networkx as nx

    found = nx.community.louvain_communities(graph, seed=0)
    return nx.community.modularity(graph, found)


def _quality(_given: Any, found: Any) -> Answer:
    return {"modularity, to a tenth": round(found / _STEP)}


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
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
