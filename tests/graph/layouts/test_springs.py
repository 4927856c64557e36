"""Springs: what is tied is near, communities and components apart, known shapes as they are."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations
from math import cos, dist, hypot, sin, tau
from statistics import mean
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs
from tests.graph.layouts.drawings import crossings

from partnermodel import MissingExtraError, layouts
from partnermodel.graph.layouts.spreading import spread
from partnermodel.graph.measures import engines

HAS_RUSTWORKX = find_spec("rustworkx") is not None
ENGINES: tuple[engines.Engine, ...] = ("python", "rustworkx") if HAS_RUSTWORKX else ("python",)


def apart(positions: Any, one: Any, other: Any) -> float:
    """Return how far two nodes are from each other."""
    (x, y), (a, b) = positions[one], positions[other]
    return hypot(x - a, y - b)


@pytest.mark.parametrize("engine", ENGINES)
@given(graph=graphs(least=1, most=12))
def test_components_stand_side_by_side(engine: engines.Engine, graph: nx.Graph[Any]) -> None:
    """The rectangles around components do not touch, and isolates are below all that is tied."""
    positions = layouts.springs(graph, engine=engine).positions
    plain: nx.Graph[Any] = nx.Graph(graph.to_undirected())
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    boxes = []
    for part in nx.connected_components(plain):
        xs, ys = zip(*(positions[node] for node in part), strict=True)
        boxes.append((len(part), min(xs) - 8, min(ys) - 8, max(xs) + 8, max(ys) + 8))
    for (_, left, top, right, bottom), (_, a, b, c, d) in combinations(boxes, 2):
        assert right <= a or c <= left or bottom <= b or d <= top
    lowest = max((bottom for size, *_, bottom in boxes if size > 1), default=0.0)
    assert all(top >= lowest for size, _, top, *_ in boxes if size == 1)


@pytest.mark.parametrize("engine", ENGINES)
def test_communities_are_seen(engine: engines.Engine) -> None:
    """Nodes of one block are much nearer to each other than to others, and so are those of two factions."""
    blocks = nx.random_partition_graph([25] * 4, 0.25, 0.01, seed=3)
    mixed = nx.random_partition_graph([25] * 4, 0.25, 0.03, seed=3)
    karate = nx.karate_club_graph()
    for graph, name, share in ((blocks, "block", 0.4), (mixed, "block", 0.55), (karate, "club", 0.6)):
        positions = layouts.springs(graph, engine=engine).positions
        of = nx.get_node_attributes(graph, name)
        within = mean(apart(positions, a, b) for a, b in combinations(graph, 2) if of[a] == of[b])
        between = mean(apart(positions, a, b) for a, b in combinations(graph, 2) if of[a] != of[b])
        assert within < share * between


@pytest.mark.parametrize("engine", ENGINES)
def test_known_shapes_are_drawn_as_they_are(engine: engines.Engine) -> None:
    """A lattice, a ring and a star have no crossing; a tree has few; a chain goes from end to end."""
    for graph in (nx.grid_2d_graph(6, 6), nx.cycle_graph(20), nx.star_graph(12), nx.ladder_graph(10)):
        assert crossings(graph, layouts.springs(graph, engine=engine).positions) == 0
    tree = nx.balanced_tree(2, 5)
    assert crossings(tree, layouts.springs(tree, engine=engine).positions) <= len(tree) / 8
    chain = nx.path_graph(15)
    positions = layouts.springs(chain, engine=engine).positions
    assert apart(positions, 0, 14) > 3 * apart(positions, 6, 8)


def test_ties_cross_less_than_in_a_circle() -> None:
    """On known networks, far fewer ties cross than when the nodes stand in a circle."""
    for graph in (nx.karate_club_graph(), nx.les_miserables_graph(), nx.davis_southern_women_graph()):
        turn = tau / len(graph)
        naive = {node: (cos(turn * place), sin(turn * place)) for place, node in enumerate(graph)}
        assert crossings(graph, layouts.springs(graph).positions) < 0.5 * crossings(graph, naive)


def test_it_says_what_computed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is the one that is asked for, whatever is installed; a missing one is named."""
    graph = nx.path_graph(4)
    assert layouts.springs(graph).engine == "python"
    if HAS_RUSTWORKX:
        assert layouts.springs(graph, engine="rustworkx").engine == "rustworkx"
    with pytest.raises(ValueError, match=r'^engine is None or one of "python", "rustworkx", not "scipy"$'):
        layouts.springs(graph, engine="scipy")
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    assert layouts.springs(graph).engine == "python"
    with pytest.raises(MissingExtraError, match=r'^the engine "rustworkx" is not installed; '):
        layouts.springs(graph, engine="rustworkx")


points = st.tuples(st.floats(-100, 100), st.floats(-100, 100))


@given(given_points=st.lists(st.one_of(points, st.just((1.0, 1.0))), max_size=40), gap=st.floats(0.1, 50))
def test_spread_points_are_far_enough_apart(given_points: list[tuple[float, float]], gap: float) -> None:
    """Wherever points are, even all in one place, no two are too near afterwards; the free ones stay."""
    moved = spread(given_points, gap)
    assert len(moved) == len(given_points)
    for (x, y), (a, b) in combinations(moved, 2):
        assert hypot(x - a, y - b) >= gap
    if all(hypot(x - a, y - b) > gap + 0.1 for (x, y), (a, b) in combinations(given_points, 2)):
        assert moved == given_points


def test_a_crowd_is_spread() -> None:
    """Two hundred points in one place find room around it."""
    moved = spread([(5.0, 5.0)] * 200, 10)
    assert all(hypot(x - a, y - b) >= 10 for (x, y), (a, b) in combinations(moved, 2))
    assert max(hypot(x - 5, y - 5) for x, y in moved) < 400


rectangles = st.tuples(points, st.floats(0, 50), st.floats(0, 50)).map(
    lambda one: (*one[0], one[0][0] + one[1], one[0][1] + one[2])
)


@given(
    given_points=st.lists(points, max_size=30),
    kept=st.lists(rectangles, max_size=4),
    data=st.data(),
)
def test_what_is_spread_goes_around_what_stays(
    given_points: list[tuple[float, float]],
    kept: list[tuple[float, float, float, float]],
    data: st.DataObject,
) -> None:
    """Points that are fixed stay, and the others are neither near to one nor in a rectangle."""
    fixed = data.draw(st.sets(st.integers(0, max(0, len(given_points) - 1))))
    moved = spread(given_points, 10, fixed=fixed, kept=kept)
    for place, (x, y) in enumerate(moved):
        if place in fixed:
            assert (x, y) == given_points[place]
            continue
        assert not any(left < x < right and top < y < bottom for left, top, right, bottom in kept)
        assert all(place == other or dist((x, y), at) >= 10 for other, at in enumerate(moved))
