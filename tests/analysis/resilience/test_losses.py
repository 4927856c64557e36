"""What would be lost is what is not there any more in the model without the organisation."""

from __future__ import annotations

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.resilience.leaving import BY, Cell, filled, leaving, network, registers, split
from tests.docs.blocks import ROOT

from partnermodel.analysis.resilience.losses import loss_of, sole_providers
from partnermodel.errors import UnknownIdError, UnknownTermError
from partnermodel.formats.files import load
from partnermodel.model.entities import Centre, Group, Organisation, Place, Programme
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation

COUNTS = st.sampled_from(("active", None, ("active", "discussed", "unknown")))


@given(registers(), COUNTS)
def test_a_loss_is_what_is_lacking_in_the_model_without(model: PartnerModel, counts: Codes) -> None:
    """What falls, the empty cells, the lost partners and pairs are seen in the model without it."""
    before = filled(model, (), counts)
    graph = network(model, counts)
    for id in model.organisations:
        loss = loss_of(model, id, counts=counts)
        assert {id, *loss.falls} == leaving(model, [id])
        assert {one.cell for one in loss.cells} == before - filled(model, [id], counts)
        assert {one.organisation for one in loss.partners} == set(graph[id])
        assert {one.organisation for one in loss.partners if one.alone} == {
            other for other in graph[id] if graph.degree[other] == 1
        }
        assert loss.pairs == split(graph, id)
        rest = graph.subgraph(nx.node_connected_component(graph, id) - {id})
        assert sorted(map(sorted, loss.parts)) == sorted(map(sorted, nx.connected_components(rest)))
        assert {record for one in loss.cells for record in one.records} <= set(model)
        assert {record for one in loss.partners for record in one.through} <= set(model)


@given(registers(), COUNTS)
def test_what_hangs_on_one_is_what_each_loss_takes(model: PartnerModel, counts: Codes) -> None:
    """The cells that hang on one organisation are those of the losses of all, each under its own."""
    sole = sole_providers(model, counts=counts)
    losses = [one for id in model.organisations for one in loss_of(model, id, counts=counts).cells]
    assert sorted(sole, key=repr) == sorted(losses, key=repr)
    assert sole.filled == len(filled(model, (), counts))
    assert (sole.share is None) == (sole.filled == 0)
    for id in model.organisations:
        assert set(sole.of(id)) == {one for one in losses if one.organisation == id}


@settings(max_examples=20)
@given(registers(), st.sampled_from(((*"g",), ("group", "place"), ("place",), ("kind", "group"))))
def test_fewer_dimensions_lose_less(model: PartnerModel, by: tuple[str, ...]) -> None:
    """A wide cell is lost only when every narrow cell in it is."""
    by = ("group",) if by == ("g",) else by
    for id in model.organisations:
        wide = {one.cell for one in loss_of(model, id, by=by).cells}
        narrow = {one.cell for one in loss_of(model, id).cells}
        left = filled(model, [id], "active")
        seen: set[Cell] = {tuple(cell[BY.index(dimension)] for dimension in by) for cell in narrow}
        kept: set[Cell] = {tuple(cell[BY.index(dimension)] for dimension in by) for cell in left}
        assert wide == seen - kept


def town() -> PartnerModel:
    """Return a town in which two teach signs, one hosts a centre, and one only lends its rooms."""
    return PartnerModel(
        "Town",
        [
            Organisation("college", "College"),
            Organisation("school", "School"),
            Organisation("theatre", "Theatre"),
            Centre("studio", "Studio", kind="studio", status="exists"),
            Programme("signs", "Sign language", kind="staff-training", status="active"),
            Programme("plays", "Plays", kind="leisure-programme", status="active"),
            Group("deaf", "Deaf learners"),
            Place("town", "Town"),
            Relation("college", "hosts", "studio"),
            Relation("studio", "offers", "plays"),
            Relation("theatre", "participates-in", "plays", role="site"),
            Relation("college", "offers", "signs"),
            Relation("school", "offers", "signs"),
            Relation("signs", "serves", "deaf"),
            Relation("plays", "serves", "deaf"),
            Relation("school", "located-in", "town"),
        ],
        language="en",
    )


def test_a_loss_of_a_small_town() -> None:
    """Centres go with their host, and what they give; what another gives stays; a site gives nothing."""
    loss = loss_of(town(), "college", counts=None)
    assert loss.falls == ("studio", "plays")
    assert [one.cell for one in loss.cells] == [
        ("deaf", None, "leisure-programme"),
        (
            "deaf",
            None,
            "staff-training",
        ),  # the school gives it in the town, and the college nobody knows where
    ]
    assert loss.groups == ("deaf",)
    assert loss_of(town(), "college", by=["place"]).groups == ()
    assert loss_of(town(), "theatre").falls == ()
    assert loss_of(town(), "theatre").cells == ()
    assert [one.cell for one in sole_providers(town(), by=["kind", "group"])] == [
        ("leisure-programme", "deaf")
    ]
    assert str(loss_of(town(), "college")) == (
        "What would be lost without College\n"
        "loss          what                              where             through\n"
        "goes with it  Studio                            centre            studio\n"
        "goes with it  Plays                             programme         plays\n"
        "coverage      Deaf learners: leisure programme  place not stated  plays\n"
        "coverage      Deaf learners: training of staff  place not stated  signs\n"
        "partner       School                            has no other      signs\n"
        "Pairs of others that could no longer reach each other: 0.\n"
        "What counts is active or exists."
    )


def test_what_is_only_discussed_is_no_loss() -> None:
    """What does not count cannot be lost, and does not stand in for what counts."""
    model = town()
    talk = model.with_(attrs.evolve(model.programmes["plays"], status="discussed"))
    assert [one.cell for one in sole_providers(talk, by=["kind", "group"])] == []
    half = model.with_(attrs.evolve(model["school/offers/signs"], status="discussed"))
    assert ("staff-training", "deaf") in [one.cell for one in sole_providers(half, by=["kind", "group"])]


def test_what_a_centre_of_nobody_gives_stays() -> None:
    """A programme goes with all that give it: one that a centre gives as well stays as long as the centre."""
    model = PartnerModel(
        "Town",
        [
            Organisation("college", "College"),
            Organisation("school", "School"),
            Centre("lonely", "Centre of nobody"),
            Centre("shared", "Centre of the two"),
            Programme("signs", "Sign language"),
            Programme("plays", "Plays"),
            Group("deaf", "Deaf learners"),
            Relation("college", "hosts", "shared"),
            Relation("school", "hosts", "shared"),
            Relation("college", "offers", "signs"),
            Relation("lonely", "offers", "signs"),
            Relation("college", "offers", "plays"),
            Relation("shared", "offers", "plays"),
            Relation("signs", "serves", "deaf"),
            Relation("plays", "serves", "deaf"),
        ],
    )
    assert loss_of(model, "college", counts=None).falls == ()
    assert loss_of(model, "school", counts=None).falls == ()
    left = model.without("school")
    assert loss_of(left, "college", counts=None).falls == ("shared", "plays")
    assert loss_of(left, "college", counts=None).cells == ()  # the centre of nobody still serves the group


def test_the_omsk_case() -> None:
    """All that is known to be given in Omsk hangs on the college, and the proposals on the two together."""
    model = load(ROOT / "examples" / "omsk.json")
    sole = sole_providers(model)
    assert {(one.cell, one.organisation) for one in sole} == {
        ((group, None, "inclusive-vocational-education-centre"), "omsk-college")
        for group in ("people-with-disability", "people-with-ovz")
    }
    assert sole.share == 1
    assert len(sole_providers(model, counts=None)) == 2
    assert loss_of(model, "omsk-labour-ministry").cells == ()
    loss = loss_of(model, "omsk-labour-ministry", counts=None)
    assert loss.falls == ()
    assert (loss.parts[1:], loss.pairs) == ((("vocational-education-system",),), 4)
    assert len(loss_of(model, "omsk-college").falls) == 16


def test_bad_questions() -> None:
    """An unknown organisation, dimension or status is refused with the nearest one."""
    model = town()
    with pytest.raises(UnknownIdError, match=r'Did you mean "college"\?'):
        loss_of(model, "colege")
    with pytest.raises(UnknownTermError, match=r'^"grup" is not a dimension of what can be lost\. Did you'):
        loss_of(model, "college", by=["grup"])
    with pytest.raises(
        UnknownTermError, match=r"^what can be lost has one to three different dimensions, not \[\]"
    ):
        sole_providers(model, by=())
    with pytest.raises(UnknownTermError, match=r'^no status has the code "actve"\. Did you mean "active"\?$'):
        sole_providers(model, counts="actve")
