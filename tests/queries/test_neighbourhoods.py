"""What is near to something: `neighbourhood`, held to networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.town import town
from tests.strategies import codes, models

from partnermodel.errors import UnknownIdError
from partnermodel.graph.whole import to_networkx
from partnermodel.model.model import PartnerModel
from partnermodel.queries.neighbourhoods import neighbourhood

NETWORKS = models(max_entities=8, max_relations=12, fields=2)


@given(NETWORKS, st.integers(min_value=0, max_value=4))
def test_a_neighbourhood_is_what_networkx_reaches(model: PartnerModel, hops: int) -> None:
    """Entities and distances are those of the shortest paths in the undirected graph, the nearest first."""
    graph = to_networkx(model).to_undirected()
    for id in model.entities:
        found = neighbourhood(model, id, hops=hops)
        distances = {one.entity.id: one.distance for one in found}
        assert distances == nx.single_source_shortest_path_length(graph, id, cutoff=hops)
        order = [(one.distance, one.entity.id) for one in found]
        assert order == sorted(order)
        assert len(found) == len(distances)
        assert (found.entity, found.hops) == (model[id], hops)
        for one in found:
            assert one.entity is model[one.entity.id]


@given(NETWORKS, st.integers(min_value=0, max_value=3))
def test_each_neighbour_is_led_to_by_its_relations(model: PartnerModel, hops: int) -> None:
    """The relations of a neighbour are all that join it to what is one relation nearer."""
    for id in model.entities:
        found = neighbourhood(model, id, hops=hops)
        distances = {one.entity.id: one.distance for one in found}
        for one in found:
            assert list(one.through) == sorted(
                relation.id
                for relation in model.relations_of(one.entity.id)
                if distances.get(relation.other_end(one.entity.id)) == one.distance - 1
            )
            assert bool(one.through) == bool(one.distance)


@given(NETWORKS, st.data())
def test_a_filter_is_a_model_without_the_other_relations(model: PartnerModel, data: st.DataObject) -> None:
    """By kind and status one reaches what one would if there were no other relations."""
    vocabulary = model.vocabulary
    kind = data.draw(st.none() | codes("relation", vocabulary=vocabulary) | st.just("partners-with"))
    status = data.draw(st.none() | codes("status", vocabulary=vocabulary) | st.just(["active", "unknown"]))
    kinds = None if kind is None else model.codes("relation", kind)
    statuses = None if status is None else model.codes("status", status)
    part = model.without(
        *(
            id
            for id, one in model.relations.items()
            if (kinds is not None and one.kind not in kinds)
            or (statuses is not None and one.status not in statuses)
        )
    )
    for id in model.entities:
        found = neighbourhood(model, id, hops=3, kind=kind, status=status)
        assert found == neighbourhood(part, id, hops=3)


def test_a_neighbourhood_reads_well() -> None:
    """The table says who is near, what that is, how far away, and by which relations."""
    assert str(neighbourhood(town(), "theatre", hops=2, kind=["cooperates-with", "hosts"])) == (
        "Neighbourhood of Theatre (2)\n"
        "entity           id       type          distance  through\n"
        "Theatre          theatre  organisation  0\n"
        "Media studio     studio   centre        1         theatre/cooperates-with/studio\n"
        "College “Yolka”  college  organisation  2         college/hosts/studio"
    )
    assert [one.entity.id for one in neighbourhood(town(), "theatre", hops=0)] == ["theatre"]


@pytest.mark.parametrize("hops", [-1, 1.0, "2", None, True])
def test_hops_are_a_whole_number(hops: object) -> None:
    """A number of relations that is none is refused by name."""
    with pytest.raises(ValueError, match=r"^hops is a whole number from 0 up, not "):
        neighbourhood(town(), "theatre", hops=hops)  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("colege", 'no record has the id "colege". Did you mean "college"?'),
        ("ministry/funds/college", '"ministry/funds/college" is the id of a relation, not of an entity.'),
    ],
)
def test_only_an_entity_has_a_neighbourhood(id: str, message: str) -> None:
    """An id that is no entity's is refused, with what it is or the nearest that would do."""
    with pytest.raises(UnknownIdError) as caught:
        neighbourhood(town(), id)
    assert str(caught.value) == message
