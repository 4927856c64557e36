"""Columns and layers: every node with its group, the groups in their order, few crossings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs
from tests.graph.layouts.drawings import crossed, crossings

from partnermodel import layouts
from partnermodel.graph.layouts import Band, Layout
from partnermodel.graph.layouts.groups import crossings as counted
from partnermodel.graph.layouts.groups import grouped, ordered
from partnermodel.graph.layouts.outline import outline
from partnermodel.model.catalogues import RECORD_TYPES

BOTH: tuple[Callable[..., Layout[Any]], ...] = (layouts.columns, layouts.layers)
blocks = st.lists(st.sampled_from(["b", "a", "person", "centre", 1, None]), min_size=12, max_size=12)


def inside(band: Band, place: tuple[float, float]) -> bool:
    """Return whether a place is in a band."""
    x, y = place
    return band.left < x < band.left + band.width and band.top < y < band.top + band.height


@pytest.mark.parametrize("layout_of", BOTH)
@given(graph=graphs(least=1, most=12), found=blocks)
def test_every_node_is_in_the_band_of_its_group(
    layout_of: Callable[..., Layout[Any]], graph: nx.Graph[Any], found: list[Any]
) -> None:
    """A node is in one band, which is that of its group; bands are on the page, and one after the other."""
    by = {node: block for node, block in zip(sorted(graph), found, strict=False) if block is not None}
    layout = layout_of(graph, by=by)
    for node, place in layout.positions.items():
        assert [band.value for band in layout.bands if inside(band, place)] == [by.get(node)]
    for one, other in pairwise(layout.bands):
        assert one.left + one.width < other.left or one.top + one.height < other.top
    for band in layout.bands:
        assert band.left >= 0
        assert band.top >= 0
        assert band.left + band.width <= layout.width + 0.01
        assert band.top + band.height <= layout.height + 0.01


@pytest.mark.parametrize("layout_of", BOTH)
def test_groups_stand_in_the_order_of_the_types(layout_of: Callable[..., Layout[Any]]) -> None:
    """Types of the model come first, as the model has them; then the alphabet; what has none is last."""
    values = ["zoo", None, *reversed(RECORD_TYPES), "club"]
    graph: nx.Graph[int] = nx.empty_graph(len(values))
    nx.set_node_attributes(graph, {node: {"type": value} for node, value in enumerate(values) if value})
    told = [band.value for band in layout_of(graph, by="type").bands]
    assert told == [*RECORD_TYPES, "club", "zoo", None]


@given(graph=graphs(least=1, most=12), found=blocks)
def test_crossings_are_counted_as_geometry_does(graph: nx.Graph[Any], found: list[Any]) -> None:
    """Between each two groups, as many ties are said to cross as lines do between two upright columns."""
    by = dict(zip(sorted(graph), found, strict=False))
    simple = outline(graph)
    rows = [members for _, members in grouped(graph, simple, by)]
    number = {node: place for place, row in enumerate(rows) for node in row}
    where = {node: (float(number[node]), float(row.index(node))) for row in rows for node in row}
    total = 0
    for one, other in combinations(range(len(rows)), 2):
        lines = [(where[a], where[b]) for a, b in simple.ties if {number[a], number[b]} == {one, other}]
        total += sum(
            crossed(sorted(first), sorted(second))  # type: ignore[arg-type]  # each has two ends
            for first, second in combinations(lines, 2)
            if not {*first} & {*second}
        )
    assert counted(simple, rows) == total


@given(graph=graphs(least=1, most=12), found=blocks)
def test_the_order_crosses_no_more_than_the_alphabet(graph: nx.Graph[Any], found: list[Any]) -> None:
    """Sorting loses no node, and makes nothing worse than the order of names."""
    by = dict(zip(sorted(graph), found, strict=False))
    simple = outline(graph)
    before = grouped(graph, simple, by)
    after = ordered(simple, before)
    assert [(value, sorted(row)) for value, row in after] == before
    assert counted(simple, [row for _, row in after]) <= counted(simple, [row for _, row in before])


def test_what_can_be_drawn_without_crossings_is() -> None:
    """A two-mode chain, a ladder of three groups, and several pairs need no crossing, and have none."""
    chain = nx.relabel_nodes(nx.path_graph(20), {node: (node * 7) % 20 for node in range(20)})
    by = {(node * 7) % 20: node % 2 for node in range(20)}
    assert crossings(chain, layouts.columns(chain, by=by).positions) == 0
    pairs: nx.Graph[str] = nx.Graph([(f"a{one}", f"b{(one * 5) % 11}") for one in range(11)])
    letters = {node: node[0] for node in pairs}
    assert crossings(pairs, layouts.columns(pairs, by=letters).positions) == 0
    assert crossings(pairs, layouts.layers(pairs, by=letters).positions) == 0


def test_ties_cross_far_less_than_in_the_order_of_the_alphabet() -> None:
    """On a known network, sorting leaves less than two fifths of the crossings of the alphabet."""
    davis = nx.davis_southern_women_graph()
    simple = outline(davis)
    before = grouped(davis, simple, "bipartite")
    after = counted(simple, [row for _, row in ordered(simple, before)])
    assert after < 0.4 * counted(simple, [row for _, row in before])


def test_a_long_column_is_wrapped() -> None:
    """A group of many nodes stands in several columns side by side, of much the same height."""
    layout = layouts.columns(nx.empty_graph(400), by={node: node < 300 for node in range(400)})
    assert layout.width > layout.height / 2
    across = {x for node, (x, _) in layout.positions.items() if node < 300}
    assert len(across) > 3


@pytest.mark.parametrize("layout_of", BOTH)
def test_what_makes_no_groups_is_refused(layout_of: Callable[..., Layout[Any]]) -> None:
    """Neither a name nor a mapping: it is named."""
    with pytest.raises(ValueError, match=r".+") as caught:
        layout_of(nx.path_graph(3), by=3)
    assert str(caught.value) == "by is the name of an attribute or the block of each node, not 3"
