"""Organisations joined directly and through what they share."""

from __future__ import annotations

import io
from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from tests.graph import oracles
from tests.queries.networks import (
    CENTRES,
    INITIATIVES,
    JOINING,
    ORGANISATIONS,
    PROGRAMMES,
    containers,
    networks,
)
from tests.strategies import models

from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Centre, Initiative, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation


def joined_by(model: PartnerModel, one: str, other: str) -> tuple[set[str], set[str]]:
    """Return the relations and the shared records that join two organisations, by looking at everything."""

    def linked(left: str, right: str) -> set[str]:
        return {
            id
            for id, relation in model.relations.items()
            if relation.kind in JOINING and {relation.source, relation.target} == {left, right}
        }

    shared = {
        thing
        for thing in INITIATIVES + PROGRAMMES + CENTRES
        if (linked(one, thing) or linked(other, thing))
        and all(
            linked(party, thing)
            or (thing in CENTRES and party in {outer for outer, _ in containers(model, thing)})
            for party in (one, other)
        )
    }
    return linked(one, other), shared


@settings(max_examples=120)  # they are small, and quickly drawn
@given(networks(most=20))
def test_organisations_are_joined_by_what_a_search_through_everything_finds(model: PartnerModel) -> None:
    """Two organisations have an edge exactly if a relation joins them or both take part in one thing."""
    network = organisation_network(model)
    assert set(network) == set(ORGANISATIONS)
    for one, other in combinations(ORGANISATIONS, 2):
        direct, shared = joined_by(model, one, other)
        assert network.has_edge(one, other) == bool(direct or shared)
        if direct or shared:
            edge = network.edges[one, other]
            assert edge["through"].split(" ") == sorted(direct | shared)
            assert (edge["direct"], edge["shared"]) == (len(direct), len(shared))
            assert set(edge) == {"weight", "direct", "shared", "through", "statuses"}


@given(models(types=(Organisation, Organisation, Centre, Initiative), max_relations=20))
def test_edges_add_up_and_lead_back_to_the_model(model: PartnerModel) -> None:
    """Every organisation is a node, none is joined to itself, and a weight counts records of the model."""
    network = organisation_network(model)
    assert type(network) is nx.Graph
    assert list(network) == list(model.organisations)
    assert nx.number_of_selfloops(network) == 0
    whole = to_networkx(model)
    for id, data in network.nodes(data=True):
        assert data == whole.nodes[id]
    for *_, data in network.edges(data=True):
        records = data["through"].split(" ")
        assert data["weight"] == data["direct"] + data["shared"] == len(records)
        assert all(record in model for record in records)
        assert data["statuses"].split(" ") == sorted(set(data["statuses"].split(" ")))


@given(models(types=(Organisation, Organisation, Centre, Initiative), max_entities=6))
def test_the_network_can_be_written(model: PartnerModel) -> None:
    """The network, too, is plain enough for GraphML."""
    network, file = organisation_network(model), io.BytesIO()
    nx.write_graphml(network, file)
    back = nx.read_graphml(io.BytesIO(file.getvalue()))
    assert {id: back.nodes[id] for id in back} == {id: network.nodes[id] for id in network}
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in network.edges}


@settings(max_examples=120)
@given(networks(most=20))
def test_all_comes_in_the_order_of_the_ids(model: PartnerModel) -> None:
    """Nodes, edges, neighbours and attributes come as where each edge is added in turn."""
    network, expected = organisation_network(model), oracles.network(model)
    assert list(network.nodes(data=True)) == list(expected.nodes(data=True))
    for id in expected:
        assert list(network.adj[id]) == list(expected.adj[id])
    for one, other, held in expected.edges(data=True):
        assert list(network.edges[one, other].items()) == list(held.items())
        assert network.edges[one, other] is network.edges[other, one]


def test_each_way_of_being_joined_counts_once() -> None:
    """One relation, one fair with both in it twice over, one centre: a weight of three; and one stays alone.

    The college takes part in the fair in two roles, which makes two ties of one shared record. The
    ministry works with the media centre, which the college hosts: that is the college's work too.
    """
    model = PartnerModel(
        "Town",
        [
            Organisation("college", "College"),
            Organisation("ministry", "Ministry"),
            Organisation("hermit", "Hermit"),
            Initiative("fair", "Fair", status="completed"),
            Centre("media", "Media centre"),
            Relation("ministry", "funds", "college", status="active"),
            Relation("college", "participates-in", "fair", role="host"),
            Relation("college", "participates-in", "fair", role="organiser"),
            Relation("ministry", "participates-in", "fair"),
            Relation("college", "hosts", "media"),
            Relation("ministry", "advises", "media", status="discussed"),
            Relation("hermit", "member-of", "ministry"),
        ],
    )
    network = organisation_network(model)
    assert list(network.edges(data=True)) == [
        (
            "college",
            "ministry",
            {
                "weight": 3,
                "direct": 1,
                "shared": 2,
                "through": "fair media ministry/funds/college",
                "statuses": "active completed discussed",
            },
        )
    ]
    assert list(nx.isolates(network)) == ["hermit"]
