"""All that is within two steps of an organisation, beside the ego graph of networkx."""

from __future__ import annotations

from typing import Any

from benchmarks import by_hand
from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load
from benchmarks.works.asking.partners import sample
from benchmarks.works.graph import whole_graph

EGO = "networkx.ego_graph"
BY_HAND = "networkx, by hand"


def _absent() -> str | None:
    import partnermodel

    if getattr(partnermodel, "neighbourhood", None) is None:
        return "this partnermodel has no neighbourhood()"
    return None


def _ours(data: Data) -> Any:
    import partnermodel

    library: Any = partnermodel
    return library.neighbourhood, load.ours(data.document), sample(data)


def _ask_ours(given: Any) -> dict[str, set[str]]:
    neighbourhood, model, ids = given
    return {id: set(neighbourhood(model, id, hops=2)) for id in ids}


def _networkx(data: Data) -> Any:
    return whole_graph(data), sample(data)


def _ask_ego(given: Any) -> dict[str, set[str]]:
    """Ask about the first alone: each time, `ego_graph` copies the whole graph to make it undirected."""
    import networkx as nx

    graph, ids = given
    return {id: set(nx.ego_graph(graph, id, radius=2, undirected=True)) for id in ids[:1]}


def _ask_by_hand(given: Any) -> dict[str, set[str]]:
    graph, ids = given
    return {id: _within(graph, id) for id in ids}


def _within(graph: Any, id: str) -> set[str]:
    found = {id}
    for _ in range(2):
        found.update(*(graph.succ[node] for node in found), *(graph.pred[node] for node in found))
    return found


def _answer(_given: Any, found: dict[str, set[str]]) -> Answer:
    return {id: sorted(within - {id}) for id, within in found.items()}


def contest() -> Contest:
    """Return the contest."""
    return Contest(
        "all within two steps of an organisation of median degree",
        (
            Contestant(OURS, _ours, _ask_ours, _answer, calls=by_hand.SAMPLE, absent=_absent),
            Contestant(EGO, _networkx, _ask_ego, _answer),
            Contestant(BY_HAND, _networkx, _ask_by_hand, _answer, calls=by_hand.SAMPLE),
        ),
        floor=BY_HAND,
        targets=(Target(1 / 20, of=EGO),),
    )
