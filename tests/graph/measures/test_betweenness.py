"""Betweenness, exact and estimated: against all shortest paths, by every engine."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import permutations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures import dependencies
from partnermodel.graph.measures.betweenness import betweenness, betweenness_estimate
from partnermodel.graph.measures.engines import Engine


def about(values: Mapping[Any, float]) -> Any:
    """Return what values should be, to the digits that are given."""
    return pytest.approx(values, rel=1e-9, abs=1e-12)


def by_paths(graph: nx.Graph[Any], length: str | None = None) -> dict[Any, float]:
    """Return the raw betweenness from a list of all shortest paths of all pairs."""
    found = dict.fromkeys(graph, 0.0)
    for one, other in permutations(graph, 2):
        if nx.has_path(graph, one, other):
            ways = list(nx.all_shortest_paths(graph, one, other, weight=length))
            for way in ways:
                for node in way[1:-1]:
                    found[node] += 1 / len(ways) / (1 if graph.is_directed() else 2)
    return found


@given(data=st.data())
def test_every_engine_counts_all_shortest_paths(engine: Engine, data: st.DataObject) -> None:
    """Each engine gives the shares of the shortest paths of all pairs, directed or not."""
    graph = data.draw(graphs())
    raw = betweenness(graph, normalised=False, engine=engine)
    assert raw == about(by_paths(simple(graph)))
    assert list(raw) == list(graph)
    share = betweenness(graph, engine=engine)
    assert share == about(nx.betweenness_centrality(simple(graph)))
    assert all(0 <= value <= 1 for value in share.values())


def test_every_engine_is_right_for_all_small_graphs(engine: Engine) -> None:
    """It holds for every connected graph of up to six nodes."""
    for graph in small_graphs():
        assert betweenness(graph, normalised=False, engine=engine) == about(by_paths(graph))


@given(data=st.data())
def test_every_engine_gives_the_same_ties(engine: Engine, data: st.DataObject) -> None:
    """What is tied by one engine is tied by all: the values are the same to the last digit."""
    graph = data.draw(graphs(most=12))
    assert betweenness(graph, engine=engine) == betweenness(graph, engine="python")


@given(graphs(weights=st.sampled_from([1, 2, 3])))
def test_lengths_are_followed(graph: nx.Graph[str]) -> None:
    """With lengths, the shortest of parallel edges counts, and the shortest paths are those by length."""
    plain = simple(graph)
    for one, other in plain.edges:
        lengths = [
            held.get("weight", 1)
            for *ends, held in graph.edges(data=True)
            if tuple(ends) == (one, other) or (tuple(ends) == (other, one) and not graph.is_directed())
        ]
        plain.edges[one, other]["length"] = min(lengths)
    found = betweenness(graph, normalised=False, distance="weight")
    assert found == about(by_paths(plain, "length"))


def test_two_paths_of_one_length_share_whatever_the_rounding() -> None:
    """0.1 + 0.2 is as long as 0.3, though floats say otherwise."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", far=0.1)
    graph.add_edge("b", "d", far=0.2)
    graph.add_edge("a", "c", far=0.15)
    graph.add_edge("c", "d", far=0.15)
    found = betweenness(graph, normalised=False, distance="far")
    assert found == {"a": 1, "b": 0.5, "d": 0, "c": 0.5}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=10, max_size=45))
def test_what_hangs_together_at_single_nodes_is_counted_block_by_block(
    engine: Engine, ties: list[tuple[int, int]]
) -> None:
    """Of a network with trees, cut points and several blocks, each engine gives the shares of all paths."""
    graph: nx.Graph[Any] = nx.Graph(ties)
    nx.add_cycle(graph, [0, "p", "q", "r"])
    nx.add_cycle(graph, [0, "s", "t", "u", "v"])
    told: list[float] = []
    found = betweenness(graph, normalised=False, engine=engine, progress=told.append)
    assert found == about(by_paths(simple(graph)))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)


def test_more_paths_than_a_float_can_count() -> None:
    """A chain of 1,100 squares has 2 to the power of 1,100 paths from end to end, and no value is NaN."""
    graph: nx.Graph[Any] = nx.Graph()
    for place in range(1100):
        for side in ("left", "right"):
            graph.add_edge(place, (place, side))
            graph.add_edge((place, side), place + 1)
    found = betweenness_estimate(graph, samples=1, engine="python", normalised=False)
    assert all(map(math.isfinite, found.values.values()))
    pytest.importorskip("scipy")
    assert betweenness_estimate(graph, samples=1, engine="scipy", normalised=False) == found


def test_engines_fall_back_on_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where matrices do not pay, or there are more paths than floats count, the values are those of lists."""
    pytest.importorskip("scipy")
    graph = nx.cycle_graph(30)
    whole = betweenness(graph, engine="scipy")
    monkeypatch.setattr(dependencies, "MOST_STEPS", 5)
    monkeypatch.setattr(dependencies, "BLOCK", 100)
    assert betweenness(graph, engine="scipy") == whole == betweenness(graph, engine="python")


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same values."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    assert betweenness(other) == {names[node]: value for node, value in betweenness(graph).items()}


@given(graphs(), st.booleans(), st.sampled_from([None, "weight"]))
def test_an_estimate_from_all_nodes_is_exact(
    graph: nx.Graph[str], normalised: bool, distance: str | None
) -> None:
    """With as many samples as nodes, or more, the estimate is the exact value without an error."""
    found = betweenness_estimate(graph, samples=50, normalised=normalised, distance=distance)
    assert found.values == about(betweenness(graph, normalised=normalised, distance=distance))
    assert found.errors == dict.fromkeys(graph, 0.0)
    assert (found.bound, found.samples) == (0, len(graph))


def test_an_estimate_is_right_on_the_average() -> None:
    """Over many seeds, estimates have the mean of the exact values, and spread as their errors say."""
    graph = nx.karate_club_graph()
    exact = betweenness(graph)
    runs = [betweenness_estimate(graph, samples=10, seed=seed) for seed in range(400)]
    for node, value in exact.items():
        mean = sum(run.values[node] for run in runs) / len(runs)
        spread = math.sqrt(sum((run.values[node] - mean) ** 2 for run in runs) / (len(runs) - 1))
        assert mean == pytest.approx(value, abs=5 * spread / math.sqrt(len(runs)) + 1e-12)
        told = math.sqrt(sum(run.errors[node] ** 2 for run in runs if run.errors) / len(runs))
        assert told == pytest.approx(spread, rel=0.2, abs=1e-12)
        assert all(abs(run.values[node] - value) <= run.bound for run in runs)
    assert runs[0].bound == pytest.approx(34 / 33 * math.sqrt(math.log(2 * 34 / 0.05) / 20))


def test_an_estimate_is_the_same_for_a_seed_and_an_engine() -> None:
    """The same seed gives the same answer by every engine, another seed another one."""
    pytest.importorskip("scipy")
    graph = nx.karate_club_graph()
    first = betweenness_estimate(graph, samples=7, seed=3, engine="python")
    second = betweenness_estimate(graph, samples=7, seed=3, engine="scipy")
    assert first.values == second.values
    assert first.errors is not None
    assert second.errors == about(first.errors)
    assert betweenness_estimate(graph, samples=7, seed=4).values != first.values


def test_of_one_sample_no_error_is_known() -> None:
    """One sample does not differ from itself: there are no errors, only the bound."""
    assert betweenness_estimate(nx.path_graph(3), samples=1).errors is None


@pytest.mark.parametrize("samples", [0, -1, 1.5, True])
def test_samples_are_counted_from_one(samples: Any) -> None:
    """What is no whole number from 1 up is refused."""
    with pytest.raises(ValueError, match=r"^samples is a whole number from 1 up, not "):
        betweenness_estimate(nx.path_graph(3), samples=samples)


def test_an_engine_that_cannot_follow_lengths_is_refused() -> None:
    """With lengths there is pure Python only."""
    message = 'engine is None or one of "python", not "scipy"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        betweenness(nx.path_graph(3), distance="weight", engine="scipy")


def test_progress_is_told_and_an_interruption_passes(engine: Engine) -> None:
    """Who asks is told shares up to 1; what is raised meanwhile, as by Ctrl-C, comes through."""
    told: list[float] = []
    graph = nx.karate_club_graph()
    betweenness(graph, engine=engine, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1

    def interrupt(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        betweenness(graph, engine=engine, progress=interrupt)


def test_published_values(engine: Engine) -> None:
    """The Medici stand between 0.522 of the pairs; the instructor of Zachary's club between 0.438."""
    families = betweenness(nx.florentine_families_graph(), engine=engine)
    assert families["Medici"] == pytest.approx(0.522, abs=5e-4)
    assert families["Guadagni"] == pytest.approx(0.255, abs=5e-4)
    club = betweenness(nx.karate_club_graph(), engine=engine)
    assert club[0] == pytest.approx(0.438, abs=5e-4)
    assert club[33] == pytest.approx(0.304, abs=5e-4)
