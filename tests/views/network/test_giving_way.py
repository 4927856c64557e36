"""Room for names: those that matter most have one, and lesser marks give way to them."""

from __future__ import annotations

from itertools import combinations
from math import dist

import networkx as nx
import pytest
from examples.region import region
from hypothesis import given
from hypothesis import strategies as st
from tests.views.network.test_labels import HEIGHT, WIDTH, box_of, marks, overlap

from partnermodel import NetworkView, layouts, network_view, organisation_network
from partnermodel.views.network.giving_way import MOST, made_room
from partnermodel.views.network.labels import Marked, placed


@given(given_marks=st.lists(marks, max_size=40))
def test_lesser_marks_give_way(given_marks: list[Marked]) -> None:
    """No mark lies on a name for which room is made, names do not touch, and the weightiest stay in place."""
    found = made_room(
        given_marks, width=WIDTH, height=HEIGHT, size=12, gap=16, enough=lambda label: len(label.lines) == 1
    )
    first = sorted(range(len(given_marks)), key=lambda place: -given_marks[place].weight)[:MOST]
    assert set(found.labels) <= set(first)
    moved = [
        Marked(x, y, mark.text, mark.weight, mark.radius)
        for (x, y), mark in zip(found.points, given_marks, strict=True)
    ]
    assert all(found.points[place] == (given_marks[place].x, given_marks[place].y) for place in first)
    boxes = [label.box for label in found.labels.values()]
    assert not any(overlap(box, box_of(mark)) for box in boxes for mark in moved)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    if found.points != [(mark.x, mark.y) for mark in given_marks]:
        for place, other in combinations(range(len(moved)), 2):
            if place not in first or other not in first:
                assert dist(found.points[place], found.points[other]) >= 16


@given(given_marks=st.lists(marks, min_size=1, max_size=12))
def test_a_name_that_has_room_moves_nothing(given_marks: list[Marked]) -> None:
    """Where each of those that matter has its name already, the names are those, and all stays in place."""
    alone = placed(given_marks, width=WIDTH, height=HEIGHT)
    if None not in alone:
        found = made_room(given_marks, width=WIDTH, height=HEIGHT, size=12, gap=16, enough=lambda label: True)
        assert [found.labels[place] for place in range(len(alone))] == alone
        assert found.points == [(mark.x, mark.y) for mark in given_marks]


def test_a_label_lies_on_few_lines() -> None:
    """Of the places around a mark that are free the label is in the one with the fewest lines below it."""
    ways = {"right": (300, 150), "left": (100, 150), "below": (200, 250), "above": (200, 50)}
    for free in ways:
        mark = Marked(200, 150, "College", ends=[end for way, end in ways.items() if way != free])
        (label,) = placed([mark], width=WIDTH, height=HEIGHT)
        assert label is not None
        assert mark.lines_under(label.box) == 0
        across = "right" if label.anchor == "start" else "left" if label.anchor == "end" else ""
        straight = label.box[1] < 150 < label.box[3]
        assert straight == (free in ("right", "left"))
        assert not straight or across == free


@pytest.fixture(scope="module")
def dense() -> NetworkView:
    """Return the view of the organisations of a region."""
    return network_view(organisation_network(region()))


def test_who_has_most_ties_has_a_name(dense: NetworkView) -> None:
    """In a dense picture each of the fifteen with the most ties has a label, and no label lies on a node."""
    spots, nodes = dense.scene.spots, dense.contents.nodes
    by_ties = sorted(range(len(nodes)), key=lambda place: (-nodes[place].ties, place))
    assert [nodes[place].name for place in by_ties[:15] if spots[place].label is None] == []
    boxes = [spot.label.box for spot in spots if spot.label]
    assert not any(overlap(box, (x - 8, y - 8, x + 8, y + 8)) for box in boxes for x, y in places(dense))
    assert all(dist(one, other) >= 20 for one, other in combinations(places(dense), 2))


def places(view: NetworkView) -> list[tuple[int, int]]:
    """Return where the nodes of a view are."""
    return [(spot.x, spot.y) for spot in view.scene.spots]


def test_all_of_it_stays_on_the_page(dense: NetworkView) -> None:
    """Where marks have been pushed outwards, the page has grown with them."""
    crowd: nx.Graph[int] = nx.gnm_random_graph(200, 4000, seed=1)
    nx.set_node_attributes(crowd, {node: f"Educational establishment {node}" for node in crowd}, "name")
    for view in (dense, network_view(crowd)):
        assert all(8 <= x <= view.scene.width - 8 for x, _ in places(view))
        assert all(8 <= y <= view.scene.height - 8 for _, y in places(view))


def test_a_layout_that_is_given_is_kept() -> None:
    """Nodes of a layout of the user's own stand just there, names or no names."""
    graph: nx.Graph[int] = nx.gnm_random_graph(200, 1500, seed=1)
    nx.set_node_attributes(graph, {node: f"Educational establishment {node}" for node in graph}, "name")
    layout = layouts.springs(graph)
    view = network_view(graph, layout=layout)
    for key, spot in zip(view.contents.keys, view.scene.spots, strict=True):
        assert isinstance(key, int)
        assert layout.positions[key] == pytest.approx((spot.x, spot.y), abs=0.51)
    assert places(view) != places(network_view(graph))
