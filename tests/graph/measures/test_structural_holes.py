"""Structural holes: against the definition in fractions, networkx, igraph and published values."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import isnan, log
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import UNDIRECTED, graphs, relabellings, simple, small_graphs

from partnermodel import measures
from partnermodel.graph.measures import investments, structural_holes, triangles
from partnermodel.graph.measures.contacts import Scope
from partnermodel.graph.measures.engines import Engine

WHOLE: Scope = "whole-network"
EGO: Scope = "ego-network"
SCOPES: tuple[Scope, ...] = (WHOLE, EGO)
ENGINES: tuple[Engine, ...] = ("python", "scipy")

MEASURES: tuple[Callable[..., dict[Any, Any]], ...] = (
    measures.constraint,
    measures.effective_size,
    measures.local_constraint,
    measures.structural_efficiency,
    measures.structural_hierarchy,
)

WEIGHTS = st.sampled_from([1, 2, 3, 0.5])
HELD = st.sampled_from([None, "weight"])

BORGATTI = [(tie[0], tie[1]) for tie in ["AB", "AE", "AF", "AG", "BD", "BG", "CG", "DG", "EG", "FG"]]


def about(values: Any) -> Any:
    """Return what values should be, to the digits that are given; None where there is none."""
    if isinstance(values, dict):
        return {key: about(value) for key, value in values.items()}
    if isinstance(values, list):
        return list(map(about, values))
    return None if values is None else pytest.approx(values, rel=1e-9, abs=1e-11)


@pytest.fixture(params=ENGINES, scope="module")
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return an engine that is installed."""
    found: Engine = request.param
    if found != "python":
        pytest.importorskip(found)
    return found


@pytest.fixture(params=SCOPES, scope="module")
def scope(request: pytest.FixtureRequest) -> Scope:
    """Return each of the two conventions."""
    found: Scope = request.param
    return found


def added(graph: nx.Graph[Any], weight: str | None) -> nx.Graph[Any]:
    """Return the graph with the ties that are counted: no loops, weights of parallel edges added."""
    plain = simple(graph)
    if weight is not None:
        for edge in plain.edges:
            plain.edges[edge]["weight"] = 0
        for one, other, value in graph.edges(data=weight, default=1):
            if one != other:
                plain.edges[one, other]["weight"] += value
    return plain


@attrs.frozen
class Wanted:
    """What the definitions give for a node, contact by contact, as fractions."""

    constraints: dict[Any, Fraction]
    redundancies: dict[Any, Fraction]


def defined(graph: nx.Graph[Any], scope: Scope, weight: str | None = None) -> dict[Any, Wanted]:
    """Return the parts of Burt's measures, written down as in the book."""
    z = {one: dict.fromkeys(graph, Fraction(0)) for one in graph}
    for one, other, value in added(graph, weight).edges(data=weight or "", default=1):
        z[one][other] += Fraction(value)
        z[other][one] += Fraction(value)
    found = {}
    for i in graph:
        contacts = [j for j in graph if z[i][j]]
        seen = [i, *contacts] if scope == EGO else list(graph)
        p = {
            a: {b: z[a][b] / sum(z[a][k] for k in seen) for b in contacts} for a in (i, *contacts) if contacts
        }
        m = {a: {b: z[a][b] / max(z[a][k] for k in seen) for b in contacts} for a in contacts}
        others = {j: [q for q in contacts if q != j] for j in contacts}
        found[i] = Wanted(
            {j: (p[i][j] + sum(p[i][q] * p[q][j] for q in others[j])) ** 2 for j in contacts},
            {j: Fraction(sum(p[i][q] * m[j][q] for q in others[j])) for j in contacts},
        )
    return found


def unequal(parts: list[Fraction]) -> float | None:
    """Return the Coleman-Theil index of parts, in the words of entropy: 1 less its share of the greatest."""
    if len(parts) < 2:
        return 1 if parts else None
    shares = [float(part / sum(parts)) for part in parts]
    return 1 + sum(share * log(share) for share in shares) / log(len(parts))


def holds(graph: nx.Graph[Any], scope: Scope, engine: Engine, weight: str | None = None) -> None:
    """Assert that all five measures are what their definitions give."""
    wanted = defined(graph, scope, weight)
    asked: dict[str, Any] = {"scope": scope, "weight": weight, "engine": engine}
    constraint = measures.constraint(graph, **asked)
    local = measures.local_constraint(graph, **asked)
    size = measures.effective_size(graph, **asked)
    efficiency = measures.structural_efficiency(graph, **asked)
    hierarchy = measures.structural_hierarchy(graph, **asked)
    for found in (constraint, local, size, efficiency, hierarchy):
        assert list(found) == list(graph)
    for node, parts in wanted.items():
        number = len(parts.constraints)
        effective = number - sum(parts.redundancies.values())
        assert list(local[node]) == list(parts.constraints)
        assert local[node] == about({j: float(part) for j, part in parts.constraints.items()})
        assert constraint[node] == about(float(sum(parts.constraints.values())) if number else None)
        assert size[node] == about(float(effective))
        assert efficiency[node] == about(float(effective / number) if number else None)
        assert hierarchy[node] == about(unequal(list(parts.constraints.values())))


def test_every_engine_is_right_for_all_small_graphs(engine: Engine, scope: Scope) -> None:
    """All measures are what their definitions give, for every connected graph of up to six nodes."""
    for graph in small_graphs():
        holds(graph, scope, engine)


def test_every_engine_weighs_all_small_graphs(engine: Engine, scope: Scope) -> None:
    """So they are with weights, for every connected graph of up to five nodes."""
    for graph in small_graphs():
        if len(graph) < 6:
            for place, edge in enumerate(graph.edges):
                graph.edges[edge]["weight"] = (3, 1, 2)[place % 3]
            holds(graph, scope, engine, "weight")


@given(data=st.data())
def test_every_engine_follows_the_definition(engine: Engine, scope: Scope, data: st.DataObject) -> None:
    """So they are with directions, weights, loops, parallel edges, isolates, and ties that weigh nothing."""
    graph = data.draw(graphs(most=8, weights=st.one_of(WEIGHTS, st.just(0))))
    holds(graph, scope, engine)
    holds(graph, scope, engine, "weight")


@given(graphs(least=1, weights=WEIGHTS), HELD)
def test_networkx_has_the_same_values(graph: nx.Graph[str], weight: str | None) -> None:
    """In the whole network, constraint and effective size are those of networkx where it has any."""
    plain = added(graph, weight)
    # Asked by node, networkx takes a node without outgoing ties for an isolate.
    asked = [node for node in plain if plain[node]]
    constraint = measures.constraint(graph, weight=weight)
    size = measures.effective_size(graph, weight=weight)
    local = measures.local_constraint(graph, weight=weight)
    for node in asked:
        assert constraint[node] == about(nx.constraint(plain, nodes=[node], weight=weight)[node])
        assert size[node] == about(nx.effective_size(plain, nodes=[node], weight=weight)[node])
    for node, contacts in local.items():
        for contact, value in contacts.items():
            assert value == about(nx.local_constraint(plain, node, contact, weight))


@pytest.mark.skipif(nx.__version__ != "3.6.1", reason="it is a fault of one release")
def test_networkx_is_asked_by_node() -> None:
    """Of all nodes at once, networkx 3.6.1 has a wrong effective size with directions or weights."""
    pytest.importorskip("scipy")
    directed: nx.DiGraph[int] = nx.DiGraph([(0, 1), (0, 2), (1, 0), (2, 1)])
    weighed: nx.Graph[int] = nx.Graph()
    weighed.add_weighted_edges_from([(0, 1, 1), (1, 2, 2), (0, 2, 5), (2, 3, 1)])
    for graph, weight in ((directed, None), (weighed, "weight")):
        ours = about(measures.effective_size(graph, weight=weight))
        assert nx.effective_size(graph, nodes=list(graph), weight=weight) == ours
        assert nx.effective_size(graph, weight=weight) != ours


@given(graphs(weights=WEIGHTS), HELD)
def test_igraph_has_the_same_values(graph: nx.Graph[str], weight: str | None) -> None:
    """In the whole network, constraint is that of igraph, which has NaN for an isolate."""
    igraph = pytest.importorskip("igraph")
    plain = added(graph, weight)
    number = {node: index for index, node in enumerate(plain)}
    pairs = [(number[one], number[other]) for one, other in plain.edges]
    theirs = igraph.Graph(len(number), pairs, directed=plain.is_directed())
    weights = None if weight is None else [held["weight"] for _, _, held in plain.edges(data=True)]
    found = [None if isnan(value) else value for value in theirs.constraint(weights=weights)]
    assert list(measures.constraint(graph, weight=weight).values()) == about(found)


def test_seven_nodes_of_borgatti(engine: Engine, scope: Scope) -> None:
    """In the example of Borgatti (1997), G has six contacts with an effective size of 4.67."""
    graph: nx.Graph[str] = nx.Graph(BORGATTI)
    asked: dict[str, Any] = {"scope": scope, "engine": engine}
    size = measures.effective_size(graph, **asked)
    assert {node: round(size[node], 2) for node in "GAC"} == {"G": 4.67, "A": 2.5, "C": 1.0}
    assert measures.structural_efficiency(graph, **asked)["G"] == pytest.approx(0.78, abs=5e-3)
    constraint = measures.constraint(graph, **asked)
    assert constraint["G"] == pytest.approx(0.400, abs=5e-4)
    assert constraint["C"] == 1
    # G has a tie to all; A has not, and in its ego network the ties of G to C and D do not count.
    assert constraint["A"] == pytest.approx({WHOLE: 0.595, EGO: 0.684}[scope], abs=5e-4)


def test_seven_nodes_with_weights(engine: Engine) -> None:
    """With weights they have the values that UCINET and igraph gave the authors of networkx."""
    graph: nx.Graph[str] = nx.Graph()
    for (one, other), value in zip(BORGATTI, (2, 2, 3, 5, 1, 4, 10, 3, 8, 3), strict=True):
        graph.add_edge(one, other, weight=value)
    size = measures.effective_size(graph, weight="weight", engine=engine)
    assert [size[node] for node in "GAC"] == pytest.approx([5.47, 2.475, 1], abs=5e-3)
    constraint = measures.constraint(graph, weight="weight", engine=engine)
    assert [constraint[node] for node in "GAC"] == pytest.approx([0.299, 0.795, 1], abs=5e-4)


def test_a_star_and_cliques(engine: Engine, scope: Scope) -> None:
    """The hub of a star is free, its rays are not; who is in a triangle or a clique is hemmed in by all."""
    asked: dict[str, Any] = {"scope": scope, "engine": engine}
    star = nx.star_graph(5)
    assert measures.constraint(star, **asked) == {0: 0.2} | dict.fromkeys(range(1, 6), 1.0)
    assert measures.effective_size(star, **asked)[0] == 5
    assert measures.structural_efficiency(star, **asked)[0] == 1
    assert measures.structural_hierarchy(star, **asked) == {0: 0.0} | dict.fromkeys(range(1, 6), 1.0)
    assert measures.constraint(nx.complete_graph(3), **asked) == dict.fromkeys(range(3), 1.125)
    for others in range(1, 12):
        clique = nx.complete_graph(others + 1)
        part = (1 / others + (others - 1) / others**2) ** 2
        assert measures.constraint(clique, **asked)[0] == about(others * part)
        assert measures.effective_size(clique, **asked)[0] == 1
        assert measures.structural_hierarchy(clique, **asked)[0] == (0 if others > 1 else 1)


@given(graphs(UNDIRECTED, most=9))
def test_effective_size_counts_the_ties_of_contacts(graph: nx.Graph[str]) -> None:
    """Without directions and weights it is n - 2t/n for n contacts with t ties, in both conventions."""
    plain = simple(graph)
    for scope in SCOPES:
        for node, value in measures.effective_size(graph, scope=scope).items():
            number = len(plain[node])
            ties = plain.subgraph(plain[node]).number_of_edges()
            assert value == about(number - 2 * ties / number if number else 0)


@given(graphs(weights=WEIGHTS), HELD)
def test_an_ego_network_is_a_network(graph: nx.Graph[str], weight: str | None) -> None:
    """The value in the ego network is that in the whole network when there is nothing but the ego network."""
    for measure in MEASURES:
        found = measure(graph, scope=EGO, weight=weight)
        for node in graph:
            ego = nx.ego_graph(graph, node, undirected=True)
            assert found[node] == about(measure(ego, scope=WHOLE, weight=weight)[node])


@given(graphs(most=9, weights=WEIGHTS), HELD)
def test_outside_ties_of_contacts_free_the_ego(graph: nx.Graph[str], weight: str | None) -> None:
    """In the whole network nobody is more constrained, nor has a smaller size, than in the ego network."""
    whole, ego = ({m: m(graph, scope=scope, weight=weight) for m in MEASURES} for scope in SCOPES)
    for node in graph:
        if whole[measures.constraint][node] is not None:
            assert whole[measures.constraint][node] <= ego[measures.constraint][node] * (1 + 1e-9)
        assert whole[measures.effective_size][node] >= ego[measures.effective_size][node] * (1 - 1e-9)


@given(graphs(most=9, weights=st.floats(0.001, 1000)), HELD, st.sampled_from(SCOPES))
def test_bounds(graph: nx.Graph[str], weight: str | None, scope: Scope) -> None:
    """Constraint is from 1/n to 2, its parts from 0 to 1, the size from 1 to n; of an isolate it is 0."""
    found = [measure(graph, scope=scope, weight=weight) for measure in MEASURES]
    for node in graph:
        constraint, size, local, efficiency, hierarchy = (one[node] for one in found)
        number = len(local)
        if not number:
            assert (constraint, size, local, efficiency, hierarchy) == (None, 0, {}, None, None)
            continue
        assert set(local) == set(nx.all_neighbors(graph, node)) - {node}
        assert 1 / number - 1e-9 <= constraint <= 2
        assert sum(local.values()) == about(constraint)
        assert all(0 < part <= 1 for part in local.values())
        assert 1 <= size <= number
        assert efficiency == about(size / number)
        assert 0 <= hierarchy <= 1
        assert all(
            type(value) is float for value in (constraint, size, efficiency, hierarchy, *local.values())
        )


@given(st.data(), graphs(weights=WEIGHTS), HELD)
def test_names_and_order_change_nothing(
    data: st.DataObject, graph: nx.Graph[str], weight: str | None
) -> None:
    """The same graph with other names, in another order, has the same values, and is left as it was."""
    other, names = data.draw(relabellings(graph))
    before = graph.copy()
    for scope in SCOPES:
        for measure in MEASURES:
            first = measure(graph, scope=scope, weight=weight)
            second = measure(other, scope=scope, weight=weight)
            assert list(second) == list(other)
            for node, value in first.items():
                wanted = value
                if isinstance(value, dict):
                    wanted = {names[contact]: part for contact, part in value.items()}
                assert second[names[node]] == about(wanted)
    assert nx.utils.graphs_equal(graph, before)


@pytest.mark.parametrize("factor", [1e-300, 1e300])
@given(graph=graphs(most=6, weights=WEIGHTS))
def test_only_the_relation_of_weights_counts(graph: nx.Graph[str], factor: float) -> None:
    """When all weights are multiplied, however far, nothing changes."""
    nx.set_edge_attributes(
        graph, {key: 1 for key in graph.edges if "weight" not in graph.edges[key]}, "weight"
    )
    scaled = graph.copy()
    for key in graph.edges:
        scaled.edges[key]["weight"] = graph.edges[key]["weight"] * factor
    for measure in MEASURES:
        assert measure(scaled, weight="weight") == about(measure(graph, weight="weight"))


def test_a_tie_without_a_share_is_none() -> None:
    """A tie so weak that it is no share of the strongest, to the last digit of a number, is no tie."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1e308), ("b", "c", 1e308), ("c", "d", 1e-20)])
    assert measures.constraint(graph, weight="weight") == {"a": 1.0, "b": 0.5, "c": 1.0, "d": None}
    assert measures.effective_size(graph, weight="weight") == {"a": 1.0, "b": 2.0, "c": 1.0, "d": 0.0}
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=5e-324)
    assert measures.constraint(graph, weight="weight") == {"a": 1.0, "b": 1.0}


@given(graph=graphs(most=12, weights=WEIGHTS), weight=HELD)
def test_engines_agree(scope: Scope, graph: nx.Graph[str], weight: str | None) -> None:
    """All engines give the same values."""
    pytest.importorskip("scipy")
    for measure in MEASURES:
        first, second = (measure(graph, scope=scope, weight=weight, engine=engine) for engine in ENGINES)
        assert first == about(second)


@pytest.mark.parametrize("largest", [1, 50, 1 << 20])
@pytest.mark.parametrize("weight", [None, "weight"])
def test_engines_agree_on_larger_graphs(
    scope: Scope, weight: str | None, largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So they do where there are many triangles, in however many parts they are found."""
    pytest.importorskip("scipy")
    monkeypatch.setattr(triangles, "LARGEST", largest)
    graph = nx.barabasi_albert_graph(150, 6, seed=1)
    for place, (one, other) in enumerate(graph.edges):
        graph.edges[one, other]["weight"] = place % 7 + 1
    for measure in MEASURES:
        first, second = (measure(graph, scope=scope, weight=weight, engine=engine) for engine in ENGINES)
        assert first == about(second)


def test_the_package_is_loaded_when_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small graph is computed in pure Python, a large one with scipy where it is installed."""
    pytest.importorskip("scipy")
    used: list[str] = []
    for module, name in ((structural_holes, "invested"), (triangles, "invested")):
        inner = getattr(module, name)

        def noted(*given: Any, inner: Any = inner, module: Any = module, **named: Any) -> Any:
            used.append(module.__name__.rpartition(".")[2])
            return inner(*given, **named)

        monkeypatch.setattr(module, name, noted)
    measures.constraint(nx.path_graph(1999))
    measures.constraint(nx.path_graph(2000))
    assert used == ["structural_holes", "triangles"]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("graph", [nx.barabasi_albert_graph(40, 3, seed=1), nx.empty_graph(3)])
def test_progress_is_told_and_an_interruption_passes(
    engine: Engine,
    scope: Scope,
    graph: nx.Graph[int],
    measure: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who asks is told shares up to 1; what is raised meanwhile, as by Ctrl-C, comes through."""
    monkeypatch.setattr(investments, "EVERY", 4)
    monkeypatch.setattr(triangles, "LARGEST", 10)
    told: list[float] = []
    found = measure(graph, scope=scope, engine=engine, progress=told.append)
    assert found == measure(graph, scope=scope, engine=engine)
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] == 1
    assert len(told) > 5 or not graph.edges

    def interrupt(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure(graph, scope=scope, engine=engine, progress=interrupt)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_graph_without_nodes_has_no_values(measure: Callable[..., Any], engine: Engine) -> None:
    """Of an empty graph each measure is empty."""
    assert measure(nx.Graph(), engine=engine) == {}


@pytest.mark.parametrize("measure", MEASURES)
def test_what_cannot_be_asked_is_refused(measure: Callable[..., Any]) -> None:
    """An unknown scope, an engine that cannot do it, and an edge of negative weight are named."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", weight=-1)
    for asked, message in (
        ({"scope": "ego"}, 'scope is one of "whole-network", "ego-network", not "ego"'),
        ({"engine": "rustworkx"}, 'engine is None or one of "python", "scipy", not "rustworkx"'),
        ({"weight": "weight"}, 'weight of the edge from "a" to "b" is a finite number from 0 up, not -1'),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            measure(graph, **asked)
