"""Who is hemmed in: Burt's constraint of all."""

from __future__ import annotations

from math import isnan
from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.works.measuring.networks import (
    IGRAPH,
    IGRAPH_CONVERTED,
    NETWORKX,
    PURE,
    in_igraph,
    in_networkx,
    tuples,
    whole,
)

_SHOWN = 1000


def _ours(graph: Any) -> Any:
    from partnermodel import measures

    return list(measures.constraint(graph).values())


def _pure(graph: Any) -> Any:
    from partnermodel import measures

    return list(measures.constraint(graph, engine="python").values())


def _nx(graph: Any) -> Any:
    import networkx as nx

    return list(nx.constraint(graph).values())


def _igraph_converted(graph: Any) -> Any:
    import igraph

    return igraph.Graph.from_networkx(graph).constraint()


def _values(_given: Any, found: Any) -> Answer:
    """Answer with the values of many; of an isolate igraph and networkx have NaN."""
    values = [None if value is None or isnan(value) else float(value) for value in found]
    return {
        "how many": len(values),
        "isolates": values.count(None),
        "in all": sum(value or 0 for value in values),
        "the first": values[:_SHOWN],
    }


def contests() -> tuple[Contest, ...]:
    """Return the contest; networkx has scipy here, without which a few busy nodes take it minutes."""
    return (
        Contest(
            "constraint of all",
            (
                Contestant(OURS, lambda data: in_networkx(whole(data)), _ours, _values, needs=("scipy",)),
                Contestant(PURE, lambda data: in_networkx(whole(data)), _pure, _values),
                Contestant(
                    NETWORKX,
                    lambda data: in_networkx(whole(data)),
                    _nx,
                    _values,
                    needs=("networkx", "scipy"),
                ),
                Contestant(
                    IGRAPH,
                    lambda data: tuples(whole(data)),
                    lambda given: in_igraph(given).constraint(),
                    _values,
                    needs=("igraph",),
                ),
                Contestant(
                    IGRAPH_CONVERTED,
                    lambda data: in_networkx(whole(data)),
                    _igraph_converted,
                    _values,
                    needs=("igraph",),
                ),
            ),
            floor=IGRAPH,
            targets=(Target(5),),
        ),
    )
