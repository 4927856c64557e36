"""What every layout holds to: room for every node, and the same places for the same graph."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs
from tests.graph.layouts.drawings import LAYOUTS, nearest, rebuilt

from partnermodel import layouts, load, organisation_network, to_networkx
from partnermodel.graph.layouts import Layout

TYPES = ("organisation", "centre", "person", "club", None)


@st.composite
def typed_graphs(draw: st.DrawFn, least: int = 1) -> nx.Graph[Any]:
    """Draw a graph of which some nodes have a type."""
    graph = draw(graphs(least=least, most=12))
    for node in graph:
        if (type := draw(st.sampled_from(TYPES))) is not None:
            graph.nodes[node]["type"] = type
    return graph


def holds(graph: nx.Graph[Any], layout: Layout[Any], mark: float, label: float) -> None:
    """Assert that every node has its place on the page, with its mark and room for its label."""
    assert set(layout.positions) == set(graph)
    for x, y in layout.positions.values():
        beside = max(mark, label) / 2
        assert beside <= x <= layout.width - beside
        assert mark / 2 + bool(label) * 30 <= y <= layout.height - mark / 2 - bool(label) * 30
    assert nearest(layout) >= mark


@pytest.mark.parametrize("name", LAYOUTS)
@given(graph=typed_graphs(), mark=st.floats(0.5, 60), label=st.one_of(st.just(0.0), st.floats(0, 300)))
def test_every_node_has_room(name: str, graph: nx.Graph[Any], mark: float, label: float) -> None:
    """Every mark lies on the page, with room for a label, and none touches another."""
    holds(graph, LAYOUTS[name](graph, mark=mark, label=label), mark, label)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize(
    "graph",
    [
        nx.random_partition_graph([20] * 6, 0.2, 0.01, seed=1),
        nx.star_graph(150),
        nx.path_graph(120),
        nx.complete_graph(40),
        nx.balanced_tree(3, 4),
        nx.empty_graph(70),
        nx.grid_2d_graph(9, 9),
        nx.barbell_graph(20, 5),
    ],
    ids=["blocks", "star", "path", "complete", "tree", "empty", "grid", "barbell"],
)
def test_every_node_has_room_in_larger_graphs(name: str, graph: nx.Graph[Any]) -> None:
    """So it is in graphs that are large, crowded around a hub, long, or without ties."""
    holds(graph, LAYOUTS[name](graph), 16, 120)


@pytest.mark.parametrize("name", LAYOUTS)
@given(graph=typed_graphs(), data=st.data())
def test_the_order_of_a_graph_moves_nothing(name: str, graph: nx.Graph[Any], data: st.DataObject) -> None:
    """Nodes and edges that are added in another order stand in the same places."""
    nodes = data.draw(st.permutations(list(graph)))
    edges = data.draw(st.permutations(list(graph.edges(data=True))))
    other = LAYOUTS[name](rebuilt(graph, nodes, edges))
    assert other == LAYOUTS[name](graph)
    assert list(other.positions) == sorted(graph)


@pytest.mark.parametrize("name", LAYOUTS)
@given(graph=typed_graphs())
def test_names_in_the_same_order_stand_in_the_same_places(name: str, graph: nx.Graph[Any]) -> None:
    """Only the alphabetical order of the nodes counts, not how they are called."""
    names = {node: f"{node}{node}" for node in graph}
    named = LAYOUTS[name](nx.relabel_nodes(graph, names)).positions
    assert {node: named[names[node]] for node in graph} == LAYOUTS[name](graph).positions


@pytest.mark.parametrize("name", LAYOUTS)
@given(graph=typed_graphs())
def test_what_is_tied_twice_or_one_way_is_tied(name: str, graph: nx.Graph[Any]) -> None:
    """Directions, loops, parallel ties and weights move nothing, and the graph is left as it was."""
    before = nx.to_dict_of_dicts(graph), dict(graph.nodes(data=True))
    plain: nx.Graph[Any] = nx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    plain.add_edges_from((one, other) for one, other in graph.edges() if one != other)
    assert LAYOUTS[name](plain) == LAYOUTS[name](graph)
    assert (nx.to_dict_of_dicts(graph), dict(graph.nodes(data=True))) == before


def test_nodes_that_are_written_alike_are_two() -> None:
    """1 and "1" are two nodes, in whatever order they come."""
    one: nx.Graph[Any] = nx.Graph([(1, "1"), ("1", 2)])
    other: nx.Graph[Any] = nx.Graph([(2, "1"), ("1", 1)])
    for layout in (layouts.springs, layouts.columns, layouts.best):
        assert layout(one) == layout(other)


def test_the_seed_of_hashes_moves_nothing() -> None:
    """Two runs of Python, whose sets and dictionaries of text differ in order, draw the same."""
    program = (
        "import networkx as nx; from partnermodel import layouts as l\n"
        "g = nx.relabel_nodes(nx.les_miserables_graph(), str.upper)\n"
        "print(l.springs(g), l.columns(g), l.rings(g, 'VALJEAN'), l.best(g))"
    )
    path = ":".join(sys.path)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": path},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert runs[0].startswith("Layout(name='springs'")


def test_a_picture_of_networkx_takes_the_places() -> None:
    """The places are what networkx takes as `pos`."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("agg")
    pyplot = pytest.importorskip("matplotlib.pyplot")
    graph = to_networkx(load("examples/omsk.json"))
    figure, axes = pyplot.subplots()
    nx.draw(graph, pos=layouts.springs(graph).positions, ax=axes, with_labels=True)
    pyplot.close(figure)


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_empty_graph_is_an_empty_page(name: str) -> None:
    """Without nodes there are no places, and the page is there all the same."""
    if not name.startswith("rings"):
        layout = LAYOUTS[name](nx.Graph())
        assert not layout.positions
        assert layout.width > 0
        assert layout.height > 0


def test_best_says_what_it_chose() -> None:
    """One centre is drawn in rings, a small graph of two modes in columns, all else by springs."""
    omsk = load("examples/omsk.json")
    assert layouts.best(nx.star_graph(9)).name == "rings"
    assert layouts.best(nx.star_graph(9)) == layouts.rings(nx.star_graph(9), 0)
    davis = nx.davis_southern_women_graph()
    for _, data in davis.nodes(data=True):
        data["type"] = "person" if data["bipartite"] == 0 else "initiative"
    assert layouts.best(davis) == layouts.columns(davis)
    for graph in (to_networkx(omsk), organisation_network(omsk), nx.karate_club_graph(), nx.Graph()):
        assert layouts.best(graph) == layouts.springs(graph)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"mark": 0}, "mark is a length in pixels, above 0 and at most 10000, not 0"),
        ({"mark": True}, "mark is a length in pixels, above 0 and at most 10000, not true"),
        ({"mark": float("nan")}, "mark is a length in pixels, above 0 and at most 10000, not NaN"),
        ({"label": -1}, "label is a length in pixels, 0 or more and at most 10000, not -1"),
        ({"label": "wide"}, 'label is a length in pixels, 0 or more and at most 10000, not "wide"'),
        ({"label": 10_001}, "label is a length in pixels, 0 or more and at most 10000, not 10001"),
    ],
)
def test_what_is_no_length_is_refused(given: dict[str, Any], told: str) -> None:
    """A length that no mark or label can have is named."""
    for layout in LAYOUTS.values():
        with pytest.raises(ValueError, match=r".+") as caught:
            layout(nx.path_graph(3), **given)
        assert str(caught.value) == told
