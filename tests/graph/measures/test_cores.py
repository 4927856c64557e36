"""Cores, cut points and bridges: against networkx, and against their definitions, by every engine."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures.cores import bridges, core_numbers, cut_points
from partnermodel.graph.measures.engines import Engine


def check(graph: nx.Graph[Any], engine: Engine) -> None:
    """Compare with networkx, and the order with the graph's."""
    plain = simple(graph, directed=False)
    order = list(graph)
    if engine != "rustworkx":
        assert core_numbers(graph, engine=engine) == nx.core_number(plain)
        assert list(core_numbers(graph, engine=engine)) == order
    if engine != "scipy":
        expected = sorted(nx.articulation_points(plain), key=order.index)
        assert cut_points(graph, engine=engine) == expected
        pairs = [tuple(sorted(map(order.index, pair))) for pair in nx.bridges(plain)]
        assert [tuple(map(order.index, pair)) for pair in bridges(graph, engine=engine)] == sorted(pairs)


@given(data=st.data())
def test_every_engine_finds_what_networkx_finds(engine: Engine, data: st.DataObject) -> None:
    """Each engine finds the same, in the order of the graph."""
    check(data.draw(graphs(most=12)), engine)


def test_every_engine_is_right_for_all_small_graphs(engine: Engine) -> None:
    """It holds for every graph of up to six nodes, connected or not."""
    for graph in small_graphs(connected=False):
        check(graph, engine)


def test_cut_points_and_bridges_are_what_takes_the_network_apart() -> None:
    """A cut point, or a bridge, is one without which there are more components, and there is no other."""
    for graph in small_graphs(connected=False):
        parts = nx.number_connected_components(graph)
        points = [
            node
            for node in graph
            if len(graph) > 1 and nx.number_connected_components(graph.subgraph(set(graph) - {node})) > parts
        ]
        assert cut_points(graph) == points
        ties = [
            tie
            for tie in graph.edges
            if nx.number_connected_components(nx.restricted_view(graph, [], [tie])) > parts
        ]
        assert {frozenset(tie) for tie in bridges(graph)} == {frozenset(tie) for tie in ties}


def test_a_core_is_the_largest_part_in_which_all_have_so_many_partners() -> None:
    """The nodes of a number k or more have k partners among themselves, and the others cannot join them."""
    for graph in small_graphs(connected=False):
        numbers = core_numbers(graph)
        for k in range(max(numbers.values()) + 2):
            left = graph.copy()
            while poor := [node for node, number in left.degree() if number < k]:
                left.remove_nodes_from(poor)
            assert {node for node, number in numbers.items() if number >= k} == set(left)


def test_two_parallel_edges_are_one_bridge() -> None:
    """However many relations two organisations have, without their tie the network falls apart."""
    graph: nx.MultiGraph[str] = nx.MultiGraph([("a", "b"), ("a", "b"), ("b", "b")])
    assert bridges(graph) == [("a", "b")]


def test_a_large_graph_is_done_by_what_is_installed() -> None:
    """In a graph so large that packages pay, what is chosen finds what pure Python finds."""
    graph: nx.Graph[int] = nx.gnm_random_graph(1500, 2200, seed=1)
    assert core_numbers(graph) == core_numbers(graph, engine="python")
    assert cut_points(graph) == cut_points(graph, engine="python") != []
    assert bridges(graph) == bridges(graph, engine="python") != []


def test_a_long_chain_is_no_trouble() -> None:
    """The search in depth does not recurse: in a chain of ten thousand, all but the ends are cut points."""
    chain = nx.path_graph(10_000)
    assert cut_points(chain, engine="python") == list(range(1, 9_999))
    assert len(bridges(chain, engine="python")) == 9_999


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same cores, cut points and bridges."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    assert core_numbers(other) == {names[node]: number for node, number in core_numbers(graph).items()}
    assert set(cut_points(other)) == {names[node] for node in cut_points(graph)}
    assert {frozenset(pair) for pair in bridges(other)} == {
        frozenset((names[one], names[two])) for one, two in bridges(graph)
    }


def test_the_karate_club() -> None:
    """Zachary's club holds together by its instructor alone, and one member by a single tie."""
    club = nx.karate_club_graph()
    assert cut_points(club) == [0]
    assert bridges(club) == [(0, 11)]
    assert max(core_numbers(club).values()) == 4
    assert sum(number == 4 for number in core_numbers(club).values()) == 10
