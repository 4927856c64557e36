"""Where things would serve a group, and which parts of a network are looked at."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from tests.queries.networks import networks

from partnermodel.analysis.recommending.bridging import bridges
from partnermodel.analysis.recommending.choosing import Parts
from partnermodel.analysis.recommending.footing import Footing
from partnermodel.analysis.recommending.proposals import free_id
from partnermodel.analysis.recommending.reaching import Reach
from partnermodel.model.entities import Group, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.provisions import Provision, provisions


@given(networks(most=20, service=True))
def test_a_thing_would_serve_where_the_model_says_that_it_does(model: PartnerModel) -> None:
    """Let all things of a model serve a new group: what counts then is where, by whom and by what records."""
    group = free_id(model, "group")
    catalogues = (model.organisations, model.centres, model.programmes, model.initiatives)
    things = [id for catalogue in catalogues for id in catalogue]
    supposed = model.with_(
        Group(group, "Group"), *(Relation(id, "serves", group, status="active") for id in things)
    )
    counted = model.codes("status", "active")
    expected: dict[str, list[Provision]] = {}
    for one in provisions(supposed, {group}):
        if one.status in counted:
            expected.setdefault(one.provision, []).append(one)
    reach = Reach(model)
    assert {id: set(places) for id, places in reach.places.items()} == {
        id: {one.place for one in some} for id, some in expected.items()
    }
    for id in things:
        ways = list(reach.ways(id))
        first = {(place, giver): records for place, giver, records in reversed(ways)}
        told = {
            (one.place, one.organisation): (one.records[0], *one.records[2:])
            for one in reversed(expected.get(id, []))
        }
        assert first == told


def test_the_parts_that_are_looked_at_do_not_depend_on_the_order_of_their_ties() -> None:
    """Of parts that are as large, the ones of the first ids are looked at, however they were joined."""
    names = "abcdefghi"
    model = PartnerModel("Town", [Organisation(id, id) for id in names])
    footing = Footing(model)
    found = set()
    for first, second in permutations((("a", "c"), ("c", "f"))):
        for third, fourth in permutations((("b", "d"), ("d", "e"))):
            parts = Parts(list(names))
            for pair in (first, second, third, fourth, ("g", "h"), ("h", "i")):
                parts.join(*pair)
            found.add(tuple(bridges(footing, parts, 1)))
    assert len(found) == 1
