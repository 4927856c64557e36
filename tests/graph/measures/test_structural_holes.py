"""Constraint, effective size, efficiency and hierarchy after Burt, in both conventions."""

from __future__ import annotations

import re
from itertools import product
from math import log
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, small_graphs

from partnermodel import measures
from partnermodel.graph.measures.contacts import EGO, WHOLE, Scope

SCOPES: tuple[Scope, ...] = (WHOLE, EGO)
WEIGHTS = st.sampled_from([0, 1, 2, 3, 0.5, 2.25])
BORGATTI: list[tuple[str, str]] = [
    ("A", "B"), ("A", "F"), ("A", "G"), ("A", "E"), ("E", "G"),
    ("F", "G"), ("B", "G"), ("B", "D"), ("D", "G"), ("G", "C"),
]  # fmt: skip
"""The network of seven of Borgatti (1997)."""


def strength(graph: nx.Graph[Any], one: Any, other: Any, weight: str | None) -> float:
    """Return a(i, j) + a(j, i), by looking at every edge."""
    if one == other:
        return 0
    total: float = 0
    for start, end in ((one, other), (other, one)):
        held = [
            data.get(str(weight), 1)
            for source, target, data in graph.edges(data=True)
            if (source, target) == (start, end)
            or (not graph.is_directed() and (source, target) == (end, start))
        ]
        total += bool(held) if weight is None else sum(held)
    return total


def by_hand(
    graph: nx.Graph[Any], ego: Any, scope: Scope, weight: str | None
) -> tuple[list[float], list[float]]:
    """Return Burt's dyadic constraint and redundancy of each contact of a node, from the definition."""
    z = {(one, other): strength(graph, one, other, weight) for one, other in product(list(graph), repeat=2)}
    contacts = [other for other in graph if z[ego, other]]
    within = list(graph) if scope == WHOLE else [ego, *contacts]

    def p(one: Any, other: Any) -> float:
        return z[one, other] / sum(z[one, third] for third in within)

    def m(one: Any, other: Any) -> float:
        return z[one, other] / max(z[one, third] for third in within)

    constraints = [(p(ego, j) + sum(p(ego, q) * p(q, j) for q in contacts if q != j)) ** 2 for j in contacts]
    redundancies = [sum(p(ego, q) * m(j, q) for q in contacts if q != j) for j in contacts]
    return constraints, redundancies


def check(graph: nx.Graph[Any], scope: Scope, weight: str | None) -> None:
    """Hold all five measures of all nodes to the definitions."""
    constraint = measures.constraint(graph, scope=scope, weight=weight)
    local = measures.local_constraint(graph, scope=scope, weight=weight)
    size = measures.effective_size(graph, scope=scope, weight=weight)
    efficiency = measures.structural_efficiency(graph, scope=scope, weight=weight)
    hierarchy = measures.structural_hierarchy(graph, scope=scope, weight=weight)
    for found in (constraint, local, size, efficiency, hierarchy):
        assert list(found) == list(graph)
    for node in graph:
        parts, redundancies = by_hand(graph, node, scope, weight)
        number = len(parts)
        if not number:
            assert (constraint[node], local[node], size[node]) == (None, {}, 0)
            assert (efficiency[node], hierarchy[node]) == (None, None)
            continue
        mean = sum(parts) / number
        disorder = sum(part / mean * log(part / mean) for part in parts)
        assert list(local[node].values()) == pytest.approx(parts)
        assert constraint[node] == pytest.approx(sum(parts))
        assert size[node] == pytest.approx(number - sum(redundancies))
        assert efficiency[node] == pytest.approx(1 - sum(redundancies) / number)
        assert hierarchy[node] == (pytest.approx(disorder / (number * log(number)), abs=1e-9)
                                   if number > 1 else 1)  # fmt: skip
        assert 1 / number - 1e-9 <= sum(parts) < 4
        assert 1 - 1e-9 <= size[node] <= number + 1e-9


@pytest.mark.parametrize("scope", SCOPES)
def test_small_graphs_have_what_the_definitions_say(scope: Scope) -> None:
    """On every connected graph of up to six nodes, each measure is what its definition says."""
    for graph in small_graphs():
        check(graph, scope, None)


@given(graphs(weights=WEIGHTS), st.sampled_from(SCOPES), st.sampled_from([None, "weight"]))
def test_any_graph_has_what_the_definitions_say(
    graph: nx.Graph[str], scope: Scope, weight: str | None
) -> None:
    """So they are with directions, weights, loops, parallel edges, isolates and several parts."""
    check(graph, scope, weight)


@pytest.mark.parametrize("name", ["constraint", "effective_size", "structural_efficiency"])
@given(graphs(weights=WEIGHTS, most=9), st.sampled_from(SCOPES), st.sampled_from([None, "weight"]))
def test_engines_agree(name: str, graph: nx.Graph[str], scope: Scope, weight: str | None) -> None:
    """Each engine gives the same values."""
    pytest.importorskip("scipy")
    measure = getattr(measures, name)
    plain = measure(graph, scope=scope, weight=weight, engine="python")
    fast = measure(graph, scope=scope, weight=weight, engine="scipy")
    assert list(plain) == list(fast)
    assert list(fast.values()) == [
        value if value is None else pytest.approx(value, abs=1e-9) for value in plain.values()
    ]


@pytest.mark.parametrize("scope", SCOPES)
def test_engines_agree_when_triangles_come_in_parts(scope: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many triangles are looked at together changes nothing."""
    pytest.importorskip("scipy")
    from partnermodel.graph.measures import triangles

    graph = nx.karate_club_graph()
    whole = measures.constraint(graph, scope=scope, weight="weight", engine="scipy")
    shares: list[float] = []
    monkeypatch.setattr(triangles, "LARGEST", 7)
    parts = measures.constraint(graph, scope=scope, weight="weight", engine="scipy", progress=shares.append)
    assert parts == pytest.approx(whole, abs=1e-12)
    assert parts == pytest.approx(
        measures.constraint(graph, scope=scope, weight="weight", engine="python"), abs=1e-9
    )
    assert shares == sorted(shares)
    assert len(shares) > 10
    assert shares[-1] == 1


@given(graphs((nx.Graph, nx.DiGraph), weights=st.integers(1, 9)), st.sampled_from([None, "weight"]))
def test_networkx_computes_the_same(graph: nx.Graph[str], weight: str | None) -> None:
    """In the whole network, networkx has the same constraint and, node by node, the same effective size."""
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    tied = list(graph)  # one by one: at once, networkx errs where ties have directions or weights
    constraint = nx.constraint(graph, nodes=tied, weight=weight)
    size = nx.effective_size(graph, nodes=tied, weight=weight)
    ours = measures.constraint(graph, weight=weight)
    effective = measures.effective_size(graph, weight=weight)
    for node in tied:
        if graph.is_directed() and not graph[node]:
            continue  # networkx takes a node with ties that only lead to it for an isolate
        if constraint[node] == constraint[node]:  # else it is not a number
            assert ours[node] == pytest.approx(constraint[node])
            assert effective[node] == pytest.approx(size[node])
        else:
            assert (ours[node], effective[node]) == (None, 0)


def test_igraph_computes_the_same_constraint() -> None:
    """In the whole network, igraph has the same constraint."""
    igraph = pytest.importorskip("igraph")
    graph = nx.karate_club_graph()
    edges = [(one, other) for one, other in graph.edges()]
    held = [graph.edges[edge]["weight"] for edge in edges]
    other = igraph.Graph(len(graph), edges)
    assert list(measures.constraint(graph).values()) == pytest.approx(other.constraint())
    assert list(measures.constraint(graph, weight="weight").values()) == pytest.approx(
        other.constraint(weights=held)
    )


@given(graphs(), st.sampled_from(SCOPES))
def test_the_simple_formula_is_the_general_one(graph: nx.Graph[str], scope: Scope) -> None:
    """Without directions and weights the effective size is n - 2t/n, in both conventions."""
    plain = nx.Graph(graph.to_undirected())
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    size = measures.effective_size(plain, scope=scope)
    for node in plain:
        number, between = len(plain[node]), plain.subgraph(plain[node]).number_of_edges()
        assert size[node] == pytest.approx(number - 2 * between / number if number else 0)


@given(st.data(), graphs(weights=WEIGHTS), st.sampled_from(SCOPES))
def test_names_and_order_change_nothing(data: st.DataObject, graph: nx.Graph[str], scope: Scope) -> None:
    """A node has the same values whatever it is called and in whatever order the graph is."""
    other, names = data.draw(relabellings(graph))
    for measure in (measures.constraint, measures.effective_size, measures.structural_hierarchy):
        one = measure(graph, scope=scope, weight="weight")
        two = measure(other, scope=scope, weight="weight")
        assert {names[node]: value for node, value in one.items()} == {
            node: value if value is None else pytest.approx(value, abs=1e-9) for node, value in two.items()
        }


@given(graphs((nx.Graph, nx.DiGraph), weights=st.integers(1, 5)), st.sampled_from(SCOPES))
def test_strengths_have_no_unit(graph: nx.Graph[str], scope: Scope) -> None:
    """When every tie is three times as strong, nothing changes."""
    tripled = graph.copy()
    for *_, held in tripled.edges(data=True):
        held["weight"] = 3 * held.get("weight", 1)
    for measure in (measures.constraint, measures.effective_size):
        assert measure(graph, scope=scope, weight="weight") == {
            node: value if value is None else pytest.approx(value)
            for node, value in measure(tripled, scope=scope, weight="weight").items()
        }


@pytest.mark.parametrize("scope", SCOPES)
def test_the_network_of_borgatti(scope: Scope) -> None:
    """In Borgatti's network of seven, G has the effective size 4.67 and the constraint 0.400."""
    graph = nx.Graph(BORGATTI)
    assert round(measures.effective_size(graph, scope=scope)["G"], 2) == 4.67
    assert measures.constraint(graph, scope=scope)["G"] == pytest.approx(0.4, abs=0.0005)
    assert measures.structural_efficiency(graph, scope=scope)["G"] == pytest.approx(7 / 9)


def test_the_two_conventions_differ() -> None:
    """On a path of three ties in a row with a closed end, what alters do elsewhere counts only in one."""
    graph = nx.Graph([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")])
    # b invests half in c; in the whole network c has three ties, in the ego network of a it has two.
    assert measures.constraint(graph, scope=WHOLE)["a"] == pytest.approx(
        (1 / 2 + 1 / 2 * 1 / 3) ** 2 + (1 / 2 + 1 / 2 * 1 / 2) ** 2
    )
    assert measures.constraint(graph, scope=EGO)["a"] == pytest.approx(2 * (1 / 2 + 1 / 2 * 1 / 2) ** 2)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("number", [2, 3, 7])
def test_a_star_and_a_triangle(scope: Scope, number: int) -> None:
    """The centre of a star is constrained by 1/n and its rays wholly; in a triangle all by 9/8."""
    star = measures.constraint(nx.star_graph(number), scope=scope)
    assert star == {0: pytest.approx(1 / number), **dict.fromkeys(range(1, number + 1), 1)}
    assert set(measures.structural_efficiency(nx.star_graph(number), scope=scope).values()) == {1}
    assert measures.constraint(nx.complete_graph(3), scope=scope) == dict.fromkeys(range(3), 1.125)


def test_an_unknown_scope_and_a_negative_weight_are_refused() -> None:
    """What has no meaning is refused, with what is expected."""
    graph = nx.Graph([("a", "b")])
    with pytest.raises(ValueError, match=r'^scope is "whole-network" or "ego-network", not "ego"$'):
        measures.constraint(graph, scope="ego")  # type: ignore[arg-type]
    graph.edges["a", "b"]["weight"] = -2
    message = 'weight is 0 or more, not -2, as between "a" and "b"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        measures.effective_size(graph, weight="weight")
