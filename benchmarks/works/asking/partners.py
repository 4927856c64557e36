"""The partners of an organisation by kind and day, beside the same by hand on the networkx graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from benchmarks import by_hand
from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load
from benchmarks.works.graph import whole_graph

NETWORKX = "networkx, by hand"
FEW = 20
REPEATED = 20

_JOINING = frozenset({"tie", "participation"})
_SHARED = frozenset({"centre", "programme", "initiative"})

Ask = Callable[[str], list[str]]


def sample(data: Data) -> list[str]:
    """Return the organisations that are asked about: of median degree."""
    found: list[str] = msgspec.json.decode(data.derived("sample", by_hand.sample, by_hand))
    return found


def _ours(data: Data) -> tuple[Ask, list[str]]:
    from partnermodel import partners

    model = load.ours(data.document)

    def ask(one: str) -> list[str]:
        return [found.organisation.id for found in partners(model, one, kind=by_hand.KIND, at=by_hand.DAY)]

    return ask, sample(data)


def _networkx(data: Data) -> tuple[Ask, list[str]]:
    graph = whole_graph(data)
    return lambda one: sorted(_partners_in(graph, one, by_hand.PROJECTS, by_hand.DAY)), sample(data)


def _partners_in(graph: Any, id: str, kinds: frozenset[str], day: str) -> set[str]:
    found = set()
    for other in _joined(graph, id, day, kinds):
        if graph.nodes[other]["type"] in _SHARED:
            for partner in _joined(graph, other, day):
                if graph.nodes[partner]["type"] == "organisation":
                    found.add(partner)
        else:
            found.add(other)
    return found - {id}


def _joined(graph: Any, id: str, day: str, kinds: frozenset[str] | None = None) -> set[str]:
    """Return what is joined to a node on a day; a kind is that of the tie, or of what is shared."""
    found = set()
    for neighbours in (graph.succ[id], graph.pred[id]):
        for other, edges in neighbours.items():
            node = graph.nodes[other]
            if not by_hand.holds(node, day):
                continue
            shared = node["type"] in _SHARED
            if not shared and node["type"] != "organisation":
                continue
            if kinds is not None and shared and node.get("kind") not in kinds:
                continue
            for edge in edges.values():
                fits = kinds is None or shared or edge["kind"] in kinds
                if fits and edge["nature"] in _JOINING and by_hand.holds(edge, day):
                    found.add(other)
    return found


def _each(given: tuple[Ask, list[str]]) -> dict[str, list[str]]:
    ask, ids = given
    return {id: ask(id) for id in ids}


def _again(given: tuple[Ask, list[str]]) -> dict[str, list[str]]:
    ask, ids = given
    found = {}
    for _ in range(REPEATED):
        for id in ids[:FEW]:
            found[id] = ask(id)
    return found


def _answer(_given: Any, found: dict[str, list[str]]) -> Answer:
    return {**found}


def _contest(name: str, work: Callable[[Any], Any], calls: int) -> Contest:
    return Contest(
        f"partners of organisations of median degree, {name}, kind {by_hand.KIND}, on {by_hand.DAY}",
        (
            Contestant(OURS, _ours, work, _answer, calls=calls),
            Contestant(NETWORKX, _networkx, work, _answer, calls=calls),
        ),
        floor=NETWORKX,
        targets=(Target(5e-6), Target(1 / 10, of=NETWORKX)),
    )


def contests() -> tuple[Contest, ...]:
    """Return two contests: many organisations, each once, and a few again and again."""
    return (
        _contest(f"{by_hand.SAMPLE} in turn", _each, by_hand.SAMPLE),
        _contest(f"{FEW} again and again", _again, FEW * REPEATED),
    )
