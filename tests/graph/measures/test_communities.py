"""Communities, and the modularity of a partition."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import UNDIRECTED, graphs, relabellings, small_graphs

from partnermodel import measures

WEIGHTS = st.sampled_from([0, 1, 2, 5, 0.25])


@given(
    graphs(weights=WEIGHTS), st.sampled_from([None, "weight"]), st.sampled_from([0.5, 1.0, 2.0]), st.data()
)
def test_modularity_is_that_of_networkx(
    graph: nx.Graph[str], weight: str | None, resolution: float, data: st.DataObject
) -> None:
    """It is what networkx computes of any graph; None without ties, or where all ties weigh nothing."""
    of = {node: data.draw(st.integers(0, 2)) for node in graph}
    sets = [{node for node in graph if of[node] == block} for block in range(3)]
    found = measures.modularity(graph, of, weight=weight, resolution=resolution)
    assert measures.modularity(graph, sets, weight=weight, resolution=resolution) == (
        None if found is None else pytest.approx(found)
    )
    if not graph.size(weight=weight):
        assert found is None
        return
    assert found == pytest.approx(nx.community.modularity(graph, sets, weight=weight, resolution=resolution))


@given(graphs(most=10, weights=WEIGHTS), st.sampled_from([None, "weight"]), st.integers(0, 3))
def test_communities_are_connected_parts_of_all(graph: nx.Graph[str], weight: str | None, seed: int) -> None:
    """Every node is in one community, each is connected by ties that weigh something, the largest first."""
    found = measures.communities(graph, seed=seed, weight=weight)
    assert sorted(node for members in found.sets for node in members) == sorted(graph)
    assert [len(members) for members in found.sets] == sorted(map(len, found.sets), reverse=True)
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from(
        (one, other) for one, other, held in graph.edges(data=True) if weight is None or held.get(weight, 1)
    )
    assert all(nx.is_connected(plain.subgraph(members)) for members in found.sets)
    undirected: nx.MultiGraph[str] = nx.MultiGraph()
    undirected.add_nodes_from(graph)
    undirected.add_edges_from(list(graph.edges(data=True)))
    expected = measures.modularity(undirected, found.sets, weight=weight)
    assert found.modularity == (None if expected is None else pytest.approx(expected))
    assert found.by_node() == {node: place for place, one in enumerate(found.sets) for node in one}


@given(graphs(UNDIRECTED, most=10, weights=WEIGHTS), st.sampled_from([None, "weight"]))
def test_no_two_communities_would_gain(graph: nx.Graph[str], weight: str | None) -> None:
    """No two communities would have a higher modularity as one."""
    found = measures.communities(graph, weight=weight)
    if found.modularity is None:
        return
    of = found.by_node()
    others = [
        {node: one if place == other else place for node, place in of.items()}
        for one, other in combinations(range(len(found.sets)), 2)
    ]
    for moved in others:
        there = measures.modularity(graph, moved, weight=weight)
        assert there is not None
        assert there <= found.modularity + 1e-9


def partitions(nodes: list[int]) -> Iterator[list[set[int]]]:
    """Yield every partition of some nodes."""
    if not nodes:
        yield []
        return
    for rest in partitions(nodes[1:]):
        for place in range(len(rest)):
            yield [*rest[:place], rest[place] | {nodes[0]}, *rest[place + 1 :]]
        yield [*rest, {nodes[0]}]


def test_small_graphs_come_near_the_best_partition() -> None:
    """On every connected graph of up to five nodes the best of ten seeds is the best of all partitions."""
    for graph in small_graphs():
        if 1 < len(graph) <= 5:
            best = max(measures.modularity(graph, one) or 0 for one in partitions(list(graph)))
            tried = [measures.communities(graph, seed=seed).modularity or 0 for seed in range(10)]
            assert max(tried) == pytest.approx(best)
            assert min(tried) >= best - 0.12


@given(st.data(), graphs(most=10))
def test_the_order_of_the_graph_makes_no_difference(data: st.DataObject, graph: nx.Graph[str]) -> None:
    """The same nodes and edges in another order have the same communities."""
    other, names = data.draw(relabellings(graph))
    back = nx.relabel_nodes(other, {new: old for old, new in names.items()})
    assert measures.communities(graph) == measures.communities(back)


def test_the_club_of_zachary_has_its_best_partition() -> None:
    """The best modularity of Zachary's club, without weights, is 0.4198 with four communities."""
    graph = nx.karate_club_graph()
    found = max(
        (measures.communities(graph, seed=seed) for seed in range(10)), key=lambda one: one.modularity or 0
    )
    assert (len(found.sets), round(found.modularity or 0, 4)) == (4, 0.4198)


def test_communities_can_be_looped_over_and_are_a_partition() -> None:
    """What is found is a collection of its sets, and can be handed to whatever takes a partition as it is."""
    graph = nx.karate_club_graph()
    found = measures.communities(graph)
    assert tuple(found) == found.sets
    assert len(found) == len(found.sets)
    assert measures.modularity(graph, found) == pytest.approx(found.modularity)
    assert measures.assortativity(graph, found) == measures.assortativity(graph, found.by_node())
    assert nx.community.modularity(graph, map(set, found), weight=None) == pytest.approx(found.modularity)


def test_a_ring_of_cliques_falls_into_its_cliques() -> None:
    """Cliques in a ring are the communities."""
    found = measures.communities(nx.ring_of_cliques(6, 5))
    assert set(found.sets) == {frozenset(range(5 * one, 5 * one + 5)) for one in range(6)}


def test_chance_hangs_on_the_seed_alone() -> None:
    """Another seed of Python's hashes makes no difference, nor does asking again."""
    program = (
        "import networkx as nx\n"
        "from partnermodel import measures\n"
        "graph = nx.relabel_nodes(nx.gnm_random_graph(60, 150, seed=3), str)\n"
        "print([sorted(one) for one in measures.communities(graph, seed=2).sets])\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    ]
    assert runs[0] == runs[1]


def test_bad_arguments_are_refused() -> None:
    """A seed that is no number and a resolution of nothing are refused."""
    graph = nx.path_graph(3)
    with pytest.raises(ValueError, match=r"^resolution is a number over 0, not 0$"):
        measures.communities(graph, resolution=0)
    with pytest.raises(ValueError, match=r"^seed is a whole number, not null$"):
        measures.communities(graph, seed=None)  # type: ignore[arg-type]
    graph.edges[0, 1]["weight"] = -1
    message = r"^weight of the edge from 0 to 1 is a finite number from 0 up, not -1$"
    with pytest.raises(ValueError, match=message):
        measures.communities(graph, weight="weight")


def test_progress_is_told() -> None:
    """Progress rises to one."""
    shares: list[float] = []
    measures.communities(nx.karate_club_graph(), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
