"""Where organisations stand, against networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from tests.analysis.test_figures import NETWORKS

from partnermodel import Organisation, PartnerModel, Relation, organisation_network, standings


@given(NETWORKS)
def test_every_organisation_stands_where_networkx_finds_it(model: PartnerModel) -> None:
    """Each organisation stands in the list once, with what networkx finds of it in the network."""
    graph = organisation_network(model)
    found = {one.organisation: one for one in standings(model)}
    assert found.keys() == set(model.organisations)
    betweenness, cores = nx.betweenness_centrality(graph), nx.core_number(graph)
    parts = {id: part for part in map(frozenset, nx.connected_components(graph)) for id in part}
    for id, one in found.items():
        assert one.partners == graph.degree(id)
        assert one.betweenness == pytest.approx(betweenness[id])
        assert one.core == cores[id]
        assert one.cut_point == (id in set(nx.articulation_points(graph)))
        assert (one.constraint is None) == (graph.degree(id) == 0)
        assert {other for other in found if found[other].part == one.part} == parts[id]
        assert len({found[other].community for other in found if found[other].part == one.part}) >= 1


@given(NETWORKS)
def test_the_busiest_come_first(model: PartnerModel) -> None:
    """Organisations are listed by the number of their partners, then by id; parts by their size."""
    found = list(standings(model))
    assert found == sorted(found, key=lambda one: (-one.partners, one.organisation))
    parts = [one.part for one in found]
    sizes = [parts.count(part) for part in range(1, max(parts, default=0) + 1)]
    assert sizes == sorted(sizes, reverse=True)


def test_the_table_is_told_in_two_languages() -> None:
    """The table has names as the model has them, and numbers as the reader writes them."""
    bodies = [Organisation(id, id.upper()) for id in "abc"]
    links = [Relation("a", "partners-with", "b"), Relation("b", "partners-with", "c")]
    table = standings(PartnerModel("Town", [*bodies, *links])).table(language="ru")
    assert [tuple(map(str, row)) for row in table.rows] == [
        ("B", "b", "2", "1", "0,5", "1", "1", "1", "да"),
        ("A", "a", "1", "0", "1", "1", "1", "1", "нет"),
        ("C", "c", "1", "0", "1", "1", "1", "1", "нет"),
    ]
    assert table.columns[:3] == ("организация", "идентификатор", "партнёры")
