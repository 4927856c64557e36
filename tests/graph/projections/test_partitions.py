"""Blocks of nodes: by an attribute, by place, by sector."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.projections.plain import Graph, graphs
from tests.queries.networks import LOCATING, PLACES, networks
from tests.strategies import models

from partnermodel.errors import UnknownTermError
from partnermodel.graph.projections.partitions import partition, places, sectors
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.vocabulary.terms import Term
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary


@given(graphs(), st.sampled_from(("type", "nothing")))
def test_a_block_is_the_value_of_an_attribute(graph: Graph, by: str) -> None:
    """Each node that has the attribute is in the block of its value, and no other node is in any."""
    made = partition(graph, by=by)
    assert made == {node: graph.nodes[node][by] for node in graph if by in graph.nodes[node]}
    assert list(made) == [node for node in graph if node in made]


# Places


def wider(model: PartnerModel, place: str) -> set[str]:
    """Return every place that a place is a part of, over every way there is."""
    above = {one.target for one in model.relations.values()
             if one.kind == "part-of" and one.source == place and one.target in PLACES}  # fmt: skip
    return above.union(*(wider(model, outer) for outer in above))


@given(networks(most=20, service=True))
def test_a_place_is_the_narrowest_that_is_stated(model: PartnerModel) -> None:
    """A node is in the places that it is said to be in, but for those that one of them is a part of."""
    located = model.codes("relation", "located-in")
    assert located == LOCATING
    made = places(to_networkx(model), located=located)
    expected = {}
    for id in model.entities:
        stated = {one.target for one in model.relations.values() if one.kind in LOCATING and one.source == id}
        if stated:
            expected[id] = " ".join(
                sorted(place for place in stated if not any(place in wider(model, one) for one in stated))
            )
    assert made == expected
    assert list(made) == [id for id in model.entities if id in made]


@given(networks(most=20, service=True), st.sets(st.sampled_from(PLACES)))
def test_a_level_is_the_nearest_wider_place_of_a_kind(model: PartnerModel, regions: set[str]) -> None:
    """On every way up from the places that are stated, the first that is of the kind counts, and no other."""
    graph = to_networkx(model)
    for place in regions:
        graph.nodes[place]["kind"] = "region"

    def nearest(place: str) -> set[str]:
        if place in regions:
            return {place}
        above = [one.target for one in model.relations.values()
                 if one.kind == "part-of" and one.source == place]  # fmt: skip
        return set().union(*map(nearest, above))

    expected = {}
    for id in model.entities:
        stated = [one.target for one in model.relations.values() if one.kind in LOCATING and one.source == id]
        if found := set().union(*map(nearest, stated)):
            expected[id] = " ".join(sorted(found))
    assert places(graph, level="region", located=LOCATING) == expected
    assert places(graph, level=["region", "county"], located=LOCATING, parts=["part-of"]) == expected
    assert places(graph, level="county") == {}


def country() -> PartnerModel:
    """Return four organisations: in one town, in two of a region, in none, and in the town and its region."""
    return PartnerModel(
        "Country",
        [
            *(Organisation(id, id.upper()) for id in ("a", "b", "c", "d")),
            Place("tara", "Tara", kind="town"),
            Place("omsk", "Omsk", kind="town"),
            Place("omsk-region", "Omsk region", kind="region"),
            Relation("tara", "part-of", "omsk-region"),
            Relation("omsk", "part-of", "omsk-region"),
            Relation("a", "located-in", "tara"),
            Relation("b", "located-in", "tara"),
            Relation("b", "located-in", "omsk"),
            Relation("c", "responsible-for", "omsk-region"),
            Relation("d", "located-in", "omsk"),
            Relation("d", "located-in", "omsk-region"),
        ],
    )


def test_several_places_are_a_block_of_their_own() -> None:
    """Two towns make a block of the two, but are one place at the level of their region.

    To answer for a place is not to be in it; and who is in a town and its region is in the town.
    """
    graph = to_networkx(country())
    assert places(graph) == {"a": "tara", "b": "omsk tara", "d": "omsk"}
    assert places(graph, level="region") == dict.fromkeys("abd", "omsk-region")
    assert places(graph, located="responsible-for") == {"c": "omsk-region"}


def test_a_circle_of_places_has_an_end() -> None:
    """If places are parts of each other, which a model refuses, the search ends, and none is lost."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, kind in (("x", "y", "part-of"), ("y", "x", "part-of"), ("a", "x", "located-in")):
        graph.add_edge(source, target, kind=kind)
    assert places(graph) == {"a": "x"}
    assert places(graph, level="region") == {}


def test_only_a_place_is_a_place() -> None:
    """What is located in an organisation is in no place, and what has no type is believed to be one."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("house", type="organisation")
    graph.add_edge("a", "house", kind="located-in")
    graph.add_edge("b", "new york", kind="located-in")
    assert places(graph) == {"b": '"new york"'}


def test_places_need_a_direction() -> None:
    """An undirected graph does not say what is in what."""
    graph: Any = nx.Graph()
    message = "^places are told from a directed graph: in an undirected one nobody sees what is in what$"
    with pytest.raises(ValueError, match=message):
        places(graph)


# Sectors


@given(models(types=(Organisation, Place), max_entities=8, max_relations=0))
def test_a_sector_is_the_widest_kind(model: PartnerModel) -> None:
    """Each organisation with a kind is in the sector of the kind that has none above it."""
    made = sectors(model)
    assert set(made) == {id for id, one in model.organisations.items() if one.kind is not None}
    for id, sector in made.items():
        kind = model.organisations[id].kind
        assert kind is not None
        assert sector == model.vocabulary.wider("organisation", kind)[-1]
        assert not model.vocabulary.knows("organisation", sector) or (
            model.vocabulary.term("organisation", sector).broader is None
        )
    assert list(made) == [id for id in model.organisations if id in made]


def test_sectors_are_merged_as_a_study_needs_them() -> None:
    """A name for a kind holds for narrower kinds, unless one of them is named; unknown kinds stay apart."""
    words = Vocabulary([Term("organisation", "lyceum", broader="school")])
    kinds = {
        "a": "lyceum",
        "b": "special-school",
        "c": "education-system",
        "d": "municipal-authority",
        "e": "zz",
        "f": None,
    }
    model = PartnerModel(
        "Town", [Organisation(id, id.upper(), kind=kind) for id, kind in kinds.items()], vocabulary=words
    )
    assert sectors(model) == {
        "a": "educational-institution",
        "b": "educational-institution",
        "c": "education-system",
        "d": "public-authority",
        "e": "zz",
    }
    education = dict.fromkeys(("educational-institution", "education-system"), "education")
    assert sectors(model, merged=education | {"special-school": "special education", "zz": "other"}) == {
        "a": "education",
        "b": "special education",
        "c": "education",
        "d": "public-authority",
        "e": "other",
    }


def test_a_kind_that_is_misspelt_merges_nothing() -> None:
    """A code that nobody knows is refused with the nearest one."""
    with pytest.raises(UnknownTermError) as refused:
        sectors(country(), merged={"shool": "education"})
    assert str(refused.value) == ('"shool" is not a code of the scheme organisation. Did you mean "school"?')


def test_the_standard_words_make_few_sectors() -> None:
    """Every standard kind of organisation has a widest one, which is its own widest."""
    for code in STANDARD.codes("organisation"):
        widest = STANDARD.wider("organisation", code)[-1]
        assert STANDARD.wider("organisation", widest) == (widest,)
