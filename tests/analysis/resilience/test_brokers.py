"""Brokers are who is needed by others to reach each other, as networkx finds them."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.resilience.leaving import network, registers, split
from tests.docs.blocks import ROOT

from partnermodel.analysis.resilience.brokers import brokers
from partnermodel.formats.files import load
from partnermodel.model.entities import Organisation
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation

COUNTS = st.sampled_from(("active", None, ("active", "discussed", "unknown")))


@given(registers(), COUNTS)
def test_brokers_are_the_cut_points_and_who_lies_between(model: PartnerModel, counts: Codes) -> None:
    """They are who cuts the network or lies between others; the parts are those without them."""
    graph = network(model, counts)
    found = brokers(model, counts=counts)
    between = nx.betweenness_centrality(graph)
    assert {one.organisation for one in found} == {id for id in graph if between[id] > 0}
    assert {one.organisation for one in found if one.cuts} == set(nx.articulation_points(graph))
    constraint = nx.constraint(graph) if graph else {}
    for one in found:
        assert one.betweenness == pytest.approx(between[one.organisation])
        assert one.constraint == pytest.approx(constraint[one.organisation])
        assert one.pairs == split(graph, one.organisation)
        assert one.partners == tuple(sorted(graph[one.organisation]))
        assert set(one.through) <= set(model)
    assert {(one.first, one.second) for one in found.bridges} == {
        (min(ends), max(ends)) for ends in nx.bridges(graph)
    }
    for bridge in found.bridges:
        assert (bridge.first in bridge.cut_off) != (bridge.second in bridge.cut_off)
        assert bridge.rest + len(bridge.cut_off) == len(nx.node_connected_component(graph, bridge.first))
    quick = brokers(model, counts=counts, between=False)
    assert {one.organisation for one in quick} == set(nx.articulation_points(graph))
    assert quick.bridges == found.bridges
    assert {one.betweenness for one in quick} | {one.constraint for one in quick} <= {None}


@given(st.integers(1, 9), st.integers(0, 10**6), st.floats(0.1, 0.7))
def test_constraint_is_that_of_networkx(size: int, seed: int, density: float) -> None:
    """In random networks, too, Burt's constraint is what networkx computes from the definition."""
    graph = nx.gnp_random_graph(size, density, seed=seed)
    model = PartnerModel(
        "Random",
        [
            *(Organisation(f"o{node}", "O") for node in graph),
            *(Relation(f"o{one}", "partners-with", f"o{other}") for one, other in graph.edges),
        ],
    )
    expected = nx.constraint(graph)
    for one in brokers(model, counts=None):
        assert one.constraint == pytest.approx(expected[int(one.organisation[1:])])


def test_the_omsk_case() -> None:
    """Nobody holds anything together by what is active; when talk counts, the two do, each one other."""
    model = load(ROOT / "examples" / "omsk.json")
    assert brokers(model).items == ()
    assert len(brokers(model).bridges) == 3
    found = brokers(model, counts=None)
    assert [(one.organisation, one.cut_off, one.pairs) for one in found] == [
        ("omsk-college", (("paralympic-training-centre",),), 4),
        ("omsk-labour-ministry", (("vocational-education-system",),), 4),
    ]
    assert [(one.first, one.second, len(one.through)) for one in found.bridges] == [
        ("authorities", "educational-institutions", 1),
        ("omsk-college", "paralympic-training-centre", 1),
        ("omsk-labour-ministry", "vocational-education-system", 2),
    ]
    assert (found.bridges[1].cut_off, found.bridges[1].rest) == (("paralympic-training-centre",), 5)
