"""What edges are called, and how ids stand in a text."""

from __future__ import annotations

import csv
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.projections.plain import Graph, edges, graphs
from tests.strategies import ids, models

from partnermodel.graph.projections.naming import edges_of, listed, relation_names
from partnermodel.graph.whole import to_networkx
from partnermodel.model.model import PartnerModel

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=4) | st.text(' "\r\na', max_size=4)


@given(st.lists(anything, min_size=1, max_size=5))
def test_what_is_listed_can_be_read_back(texts: list[str]) -> None:
    """A list of any texts is a row of a CSV file, from which they are read in alphabetical order."""
    row = next(csv.reader([listed(texts)], delimiter=" ", strict=True), [])
    assert row == sorted(texts)


@given(st.lists(ids().filter(lambda one: not one.startswith('"')), max_size=5))
def test_ids_of_a_model_stand_as_they_are(names: list[str]) -> None:
    """An id of a model has no space, and a list of such ids is what `join` makes of them."""
    assert listed(names) == " ".join(sorted(names))


def test_a_list_is_the_same_in_whatever_order_it_comes() -> None:
    """Ids are sorted as texts, numbers among them; nothing makes an empty text, an empty id does not."""
    assert listed([10, "b", 9, "a c"]) == listed(["a c", 9, "b", 10]) == '10 9 "a c" b'
    assert listed([]) == ""
    assert listed([""]) == '""'


@given(models(max_entities=8, max_relations=12))
def test_a_relation_of_a_model_is_called_by_its_id(model: PartnerModel) -> None:
    """The names of the edges of a model are the ids of its relations."""
    found = list(edges_of(to_networkx(model)))
    names = relation_names(found, directed=True)
    assert sorted(names) == sorted(model.relations)
    assert all(name == key for name, (_, _, key, _) in zip(names, found, strict=True))


@given(graphs())
def test_each_edge_has_a_name_of_its_own(graph: Graph) -> None:
    """As many names as edges, none twice, whatever the keys; and every edge is seen once."""
    found = list(edges_of(graph))
    assert [(one, other, 0 if key is None else key, held) for one, other, key, held in found] == edges(graph)
    names = relation_names(found, directed=graph.is_directed())
    assert len(names) == len(set(names)) == graph.number_of_edges()


@pytest.mark.parametrize(
    ("graph", "names"),
    [
        (nx.Graph([("b", "a")]), ["a/b"]),
        (nx.DiGraph([("b", "a")]), ["b/a"]),
        (nx.MultiGraph([("b", "a"), ("a", "b")]), ["a/b/0", "a/b/1"]),
        (nx.MultiDiGraph([("b", "a", "met"), ("a", "b", "met")]), ["b/a/met", "a/b/met"]),
        (nx.MultiDiGraph([("b", "a", "met"), ("a", "b", "saw")]), ["met", "saw"]),
        (nx.MultiGraph([("a", "b", "1"), ("a", "b", 1)]), ["'a'/'b'/'1'", "'a'/'b'/1"]),
    ],
)
def test_what_has_no_key_of_its_own_is_called_by_its_ends(graph: Graph, names: list[str]) -> None:
    """The ends, in an undirected graph the smaller first, and the key if there is one."""
    assert relation_names(edges_of(graph), directed=graph.is_directed()) == names


def test_a_layer_stands_between_the_ends() -> None:
    """With layers a name is made as the id of a relation is: source, kind, target."""
    found: list[Any] = [("a", "b", None, {}), ("a", "b", None, {})]
    assert relation_names(found, directed=True, layers=["funds", "met"]) == ["a/funds/b", "a/met/b"]


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("a/funds/b", ["a/funds/b", "a/met/b"]),
        ("a/met/b", ["'a'/'funds'/'b'/'a/met/b'", "'a'/'met'/'b'"]),
    ],
)
def test_a_layer_of_relations_keeps_their_ids_beside_others(key: str, names: list[str]) -> None:
    """A layer with keys of its own is called by them, whatever the others are; and no name is given twice."""
    found: list[Any] = [("a", "b", key, {}), ("a", "b", None, {})]
    assert relation_names(found, directed=True, layers=["funds", "met"]) == names


def test_edges_that_cannot_be_told_apart_are_refused() -> None:
    """Two nodes that are written alike in every way have edges of one name, and one would hide the other."""

    class Twin:
        def __repr__(self) -> str:
            return "twin"

    graph: Graph = nx.Graph([(Twin(), "a"), (Twin(), "a")])
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the whole message is compared)
        relation_names(edges_of(graph), directed=False)
    assert str(refused.value) == (
        "two edges would be called \"'a'/twin\". Give edges keys of their own, or relabel nodes."
    )
