"""Who serves which group, where, and through what: `coverage` and its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product

import attrs
import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.queries import slow
from tests.queries.networks import (
    CENTRES,
    GROUPS,
    JOINING,
    LOCATING,
    ORGANISATIONS,
    PLACES,
    SERVING,
    STATUSES,
    containers,
    networks,
    standing,
)
from tests.queries.town import town
from tests.strategies import models

from partnermodel.errors import UnknownIdError, UnknownTermError
from partnermodel.model.entities import Centre, Group, Initiative, Organisation, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.coverage import coverage
from partnermodel.queries.gaps import filled_by
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.tally import DIMENSIONS

LAYOUTS = [*permutations(DIMENSIONS, 2), *permutations(DIMENSIONS, 3)]

# Providers by organisation, and provisions by cell: all that follows is a second opinion, by brute force.


def givers(model: PartnerModel, provider: str) -> set[str]:
    """Return the organisations that give what serves somebody."""
    if provider in ORGANISATIONS:
        return {provider}
    linked, giving = set(), set()
    for relation in model.relations.values():
        ends = {relation.source, relation.target}
        for organisation in ends & set(ORGANISATIONS):
            if relation.kind in JOINING and ends == {provider, organisation}:
                linked.add(organisation)
                if gives(relation, organisation):
                    giving.add(organisation)
    within: dict[str, set[bool]] = {}
    for outer, way in containers(model, provider) if provider in CENTRES else ():
        within.setdefault(outer, set()).add(gives(way[0], outer))
    # Within one body in two ways, as its beneficiary and not: the first way that is found decides.
    assume({True, False} not in within.values())
    return giving | {outer for outer, ways in within.items() if ways == {True} and outer not in linked}


def gives(link: Relation, organisation: str) -> bool:
    """Return whether an organisation gives what a relation links it to."""
    return link.source != organisation or link.role not in ("beneficiary", "site")


def places(model: PartnerModel, id: str) -> set[str]:
    """Return the places that something is in, and all that these are part of."""
    found = {
        relation.target
        for relation in model.relations.values()
        if relation.source == id and relation.kind in (LOCATING if id not in PLACES else {"part-of"})
    }
    return found.union(*(places(model, place) for place in found))


def expected(model: PartnerModel) -> Iterator[tuple[str, str | None, str | None, str | None, str]]:
    """Yield (group, place, kind, organisation, provision) for all that serves somebody."""
    for relation in model.relations.values():
        if relation.kind in SERVING:
            for giver in givers(model, relation.source) or [None]:
                where = places(model, relation.source) or (places(model, giver) if giver else set())
                for place in where or [None]:
                    yield relation.target, place, model[relation.source].kind, giver, relation.source


@settings(max_examples=150)  # the networks are small, and quickly drawn
@given(networks(most=20, service=True))
def test_provisions_are_those_that_a_search_through_everything_finds(model: PartnerModel) -> None:
    """Every provision has its organisations, its places rolled up and its kind, and nothing else is one."""
    provisions = coverage(model, groups=GROUPS).provisions
    found = {(one.group, one.place, one.kind, one.organisation, one.provision) for one in provisions}
    assert found == set(expected(model))
    assert len(set(provisions)) == len(provisions)


@settings(max_examples=150)
@given(networks(most=20, service=True))
def test_a_provision_is_what_its_records_make_it(model: PartnerModel) -> None:
    """The records of a provision lead from it to its group, organisation and place, and give its status."""
    for one in coverage(model, groups=GROUPS).provisions:
        first, serving, *links = (model[record] for record in one.records)
        assert first.id == one.provision
        assert isinstance(serving, Relation)
        assert serving.kind in SERVING
        assert (serving.source, serving.target) == (one.provision, one.group)
        ways: nx.Graph[str] = nx.Graph()
        ways.add_node(one.provision)
        for link in links:
            assert isinstance(link, Relation)
            ways.add_edge(link.source, link.target)
        assert nx.is_connected(ways)
        assert {one.organisation, one.place} - {None} <= set(ways)
        assert one.status == standing({model[record].status for record in one.records})
        assert len(set(one.records)) == len(one.records)


@settings(max_examples=300)
@given(networks(most=20, service=True), st.none() | st.sets(st.sampled_from(GROUPS)))
def test_provisions_are_those_that_are_found_one_by_one(model: PartnerModel, groups: set[str] | None) -> None:
    """What is read in one pass is what each relation by itself leads to: the same facts, ways and order."""
    found = coverage(model, groups=groups)
    wanted = found.axes[0]
    assert found.provisions == tuple(one for one in slow.provisions(model) if one.group in wanted)


@given(models(types=(Group, Group, Programme, Centre, Organisation, Place, Place), max_relations=20))
def test_any_model_is_read_in_one_pass(model: PartnerModel) -> None:
    """The same holds in any model, whatever stands at the ends of its relations."""
    assert coverage(model, groups=model.groups).provisions == tuple(
        one for one in slow.provisions(model) if one.group in model.groups
    )


@settings(max_examples=300)
@given(
    networks(most=20, service=True),
    st.sampled_from(LAYOUTS),
    st.none() | st.sets(st.sampled_from(STATUSES), min_size=1, max_size=3),
    st.none() | st.sets(st.sampled_from(GROUPS)),
)
def test_counts_are_of_what_is_different_in_the_cells(
    model: PartnerModel, by: tuple[str, ...], counts: set[str] | None, groups: set[str] | None
) -> None:
    """A cell counts each provider with a provision in it that counts once, and is left out without any."""
    found = coverage(model, by=by, counts=counts, groups=groups)
    counted = {
        cell: len({one.provision for one in inside if one.status in found.counted})
        for cell, inside in found.cells.items()
    }
    assert dict(found.counts) == {cell: number for cell, number in counted.items() if number}


@settings(max_examples=150)
@given(
    networks(most=20, service=True),
    st.sampled_from(LAYOUTS),
    st.none() | st.sets(st.sampled_from(STATUSES), min_size=1, max_size=3),
)
def test_cells_and_gaps_are_all_there_is(
    model: PartnerModel, by: tuple[str, ...], counts: set[str] | None
) -> None:
    """A cell of stated values is a gap exactly if no provision in it counts; nothing else is one."""
    found = coverage(model, by=by, counts=counts)
    counted = set(STATUSES) if counts is None else counts | ({"exists"} if "active" in counts else set())
    filled = set()
    for one in found.provisions:
        cell = tuple(getattr(one, dimension) for dimension in by)
        assert one in found.cell(*cell)
        if one.status in counted:
            filled.add(cell)
    assert sum(map(len, found.cells.values())) == len(found.provisions)
    stated = {cell for cell in product(*found.axes) if None not in cell}
    gaps = [gap.cell for gap in found.gaps]
    assert gaps == [cell for cell in product(*found.axes) if cell in stated - filled]
    assert tuple(gaps) == found.empty
    # What is worked out already gives the same gaps.
    assert filled_by(found.provisions, found.by, found.empty) == found.gaps.items
    assert set(found.cells) <= set(product(*found.axes))
    for gap in found.gaps:
        for one in gap.nearly:
            seen = dict(zip(by, gap.cell, strict=True))
            if one.place is None and "place" in seen:
                seen["place"] = None
            assert seen == {dimension: getattr(one, dimension) for dimension in by}


@settings(max_examples=150)
@given(networks(most=20, service=True), st.sampled_from(LAYOUTS), st.booleans())
def test_what_nearly_fills_a_gap_is_in_its_cell_or_in_no_place(
    model: PartnerModel, by: tuple[str, ...], asked_before: bool
) -> None:
    """Each gap has all that is in its cell, and then all that is there but for its place, in their order.

    It is the same whether or not somebody has asked for all cells before, and however often it is asked.
    """
    found = coverage(model, by=by)
    cells = coverage(model, by=by).cells
    if asked_before:
        assert found.cells == cells
    for gap in (*found.gaps, *found.gaps):
        seen = dict(zip(by, gap.cell, strict=True))
        unplaced = (
            cells.get(tuple((seen | {"place": None})[name] for name in by), ()) if "place" in by else ()
        )
        assert gap.nearly == (*cells.get(gap.cell, ()), *unplaced)


@settings(max_examples=100)
@given(networks(most=20, service=True), st.sampled_from(LAYOUTS))
def test_axes_have_what_can_be_asked_about(model: PartnerModel, by: tuple[str, ...]) -> None:
    """Groups and places have all values, kinds and organisations those that serve; None comes last."""
    found = coverage(model, by=by, groups=GROUPS)
    rows = set(expected(model))
    for dimension, axis in zip(by, found.axes, strict=True):
        column = ("group", "place", "kind", "organisation").index(dimension)
        seen = {row[column] for row in rows}
        stated = [value for value in axis if value is not None]
        known = {"group": GROUPS, "place": PLACES}.get(dimension)
        assert stated == sorted(known or {value for value in seen if value is not None})
        assert list(axis) == stated + [None] * (None in seen)


@settings(max_examples=150)
@given(networks(most=20, service=True), st.sampled_from(LAYOUTS))
def test_a_gap_closes_when_what_is_nearly_there_becomes_active(
    model: PartnerModel, by: tuple[str, ...]
) -> None:
    """Make the records of a provision active that nearly fills a gap in its place: the gap is gone."""
    found = coverage(model, by=by)
    for gap in found.gaps:
        for one in gap.nearly:
            if one in found.cell(*gap.cell):
                changed = [attrs.evolve(model[record], status="active") for record in one.records]
                after = coverage(model.with_(*changed), by=by)
                assert gap.cell not in [left.cell for left in after.gaps]


@settings(max_examples=100)
@given(networks(most=20, service=True))
def test_a_wider_place_has_all_that_is_in_its_parts(model: PartnerModel) -> None:
    """Whatever serves a group in a place serves it in every place that this one is part of."""
    found = coverage(model, groups=GROUPS)
    for relation in model.relations_of("t1", kind="part-of"):
        for group in GROUPS:
            inner = {one.provision for one in found.cell(group, relation.source)}
            assert inner <= {one.provision for one in found.cell(group, relation.target)}


@given(models(types=(Group, Group, Programme, Organisation, Place), max_relations=15))
def test_any_model_can_be_asked(model: PartnerModel) -> None:
    """No model is refused, whatever its words; each provision is of its records, each gap of its groups."""
    for by in (("group", "place"), ("organisation", "kind", "group")):
        found = coverage(model, by=by)
        for one in found.provisions:
            assert {one.group, one.provision, *one.records} <= set(model)
        assert {gap.cell[by.index("group")] for gap in found.gaps} <= set(model.groups)
        assert str(found.gaps)


def test_groups_that_only_act_are_left_out() -> None:
    """A group that takes part and is never served is no group to serve; named on purpose, it is."""
    model = town()
    assert coverage(model).axes[0] == ("blind", "deaf", "residents")
    assert coverage(model, groups=["volunteers", "deaf", "volunteers"]).axes[0] == ("volunteers", "deaf")
    both = model.with_(Relation("signs", "serves", "volunteers"))
    assert coverage(both).axes[0] == ("blind", "deaf", "residents", "volunteers")


def test_no_groups_no_places_nothing() -> None:
    """A model without groups has no rows; without places it has no gaps, and says why."""
    assert str(coverage(PartnerModel("Empty"))) == (
        "Coverage by group and place\n(none)\n"
        "What counts is active or exists; all else says in brackets why it does not.\n"
        "No group is stated, so no cell can be called a gap.\n"
        "No place is stated, so no cell can be called a gap."
    )
    served = PartnerModel(
        "Nowhere",
        [
            Group("deaf", "Deaf learners"),
            Group("blind", "Blind learners"),
            Programme("signs", "Sign language"),
            Relation("signs", "serves", "deaf", status="active"),
        ],
    )
    found = coverage(served)
    assert found.axes == (("blind", "deaf"), (None,))
    assert found.gaps.items == ()
    assert str(found.gaps) == (
        "Gaps in coverage by group and place\n(none)\n"
        "What counts is active or exists; all else says in brackets why it does not.\n"
        "No place is stated, so no cell can be called a gap."
    )
    assert [gap.cell for gap in coverage(served, by=("group", "organisation")).gaps] == []
    assert str(coverage(served.without("deaf"))).splitlines()[1:3] == ["group", "Blind learners"]


def test_the_town_is_covered_as_worked_out_by_hand() -> None:
    """The matrix of the town, in which Omsk Region is the town and the village together.

    Sign language is offered by the college, which is in the town, and so in the region. The training
    has two parties, the college (in the town) and the ministry (in no stated place); the homes in the
    village are its site, and give nothing. All of the training is only discussed.
    """
    found = coverage(town())
    assert str(found) == (
        "Coverage by group and place\n"
        "group           Omsk Region                         Town on the river                   Village  "
        "place not stated\n"
        "Blind learners  nothing                             nothing                             nothing  "
        "nothing\n"
        "Deaf learners   Sign language                       Sign language                       nothing  "
        "nothing\n"
        "Residents       Training for residents (discussed)  Training for residents (discussed)  nothing  "
        "Training for residents (discussed)\n"
        "What counts is active or exists; all else says in brackets why it does not."
    )
    assert str(found.gaps) == (
        "Gaps in coverage by group and place\n"
        "group           place              nearly covered by\n"
        "Blind learners  Omsk Region        nothing\n"
        "Blind learners  Town on the river  nothing\n"
        "Blind learners  Village            nothing\n"
        "Deaf learners   Village            nothing\n"
        "Residents       Omsk Region        Training for residents (discussed)\n"
        "Residents       Town on the river  Training for residents (discussed)\n"
        "Residents       Village            Training for residents (discussed, place not stated)\n"
        "What counts is active or exists; all else says in brackets why it does not."
    )
    village = found.gaps[-1]
    assert village.cell == ("residents", "village")
    assert [one.records for one in village.nearly] == [
        ("training", "training/serves/residents", "ministry/participates-in/training/party")
    ]
    assert found.cell("deaf", "region")[0].records == (
        "signs",
        "signs/serves/deaf",
        "college/offers/signs",
        "college/located-in/town",
        "town/part-of/region",
    )


def test_a_matrix_of_three_is_a_list() -> None:
    """Three dimensions are told as a list of the cells that have something, in the order of the axes."""
    found = coverage(town(), by=("organisation", "group", "kind"), counts=("active", "discussed"))
    assert str(found) == (
        "Coverage by organisation, group and kind\n"
        "organisation        group          kind               through\n"
        "College “Yolka”     Deaf learners  training of staff  Sign language\n"
        "College “Yolka”     Residents      joint training     Training for residents\n"
        "Ministry of Labour  Residents      joint training     Training for residents\n"
        "What counts is active, discussed or exists; all else says in brackets why it does not."
    )
    assert len(found.gaps) == 2 * 3 * 2 - 3


def links(*records: Record) -> PartnerModel:
    """Return a model of one programme, one group, one place and two organisations, with these relations."""
    return PartnerModel(
        "Links",
        [
            Group("group", "Group"),
            Place("place", "Place"),
            Programme("programme", "Programme", kind="welding"),
            Organisation("one", "One"),
            Organisation("two", "Two"),
            *records,
        ],
    )


def test_an_offer_that_is_only_discussed_serves_nobody_yet() -> None:
    """An organisation serves a group only as far as its own part in the provision has come."""
    model = links(
        Relation("programme", "serves", "group", status="active"),
        Relation("one", "offers", "programme", status="discussed"),
        Relation("two", "offers", "programme", status="active"),
    )
    found = coverage(model, by=("group", "organisation"))
    assert [gap.cell for gap in found.gaps] == [("group", "one")]
    assert [one.status for one in found.gaps[0].nearly] == ["discussed"]


def test_a_place_that_is_only_planned_is_not_served_yet() -> None:
    """A way to a place over what is planned gives way to one over what holds, and else lowers the status."""
    planned = Relation("programme", "located-in", "place", status="planned")
    served = Relation("programme", "serves", "group", status="active")
    found = coverage(links(served, planned))
    assert [(one.place, one.status) for one in found.provisions] == [("place", "planned")]
    assert [gap.cell for gap in found.gaps] == [("group", "place")]
    holds = Relation("programme", "located-in", "place", role="host", status="exists")
    found = coverage(links(served, planned, holds))
    assert [(one.place, one.status) for one in found.provisions] == [("place", "active")]
    assert not found.gaps


def test_one_name_stands_once_in_a_cell_and_counts_if_it_does_anyhow() -> None:
    """What serves a group in two ways, one active and one discussed, is named once, without brackets."""
    model = links(
        Relation("programme", "serves", "group", status="active"),
        Relation("programme", "serves", "group", status="discussed", id="talks"),
        Relation("programme", "located-in", "place"),
    )
    assert [*map(str, coverage(model).table().rows[0][1:])] == ["Programme"]
    assert coverage(model).counts == {("group", "place"): 1}
    gone = model.without("programme/serves/group").with_(
        Relation("programme", "serves", "group", status="planned", id="plans")
    )
    assert coverage(gone).table().rows[0][1:] == ("Programme (planned; discussed)",)


def test_a_kind_is_not_taken_for_a_record_of_the_same_name() -> None:
    """A kind has its own label, though a record has the same word for its id."""
    model = links(Organisation("welding", "Welding Ltd"), Relation("programme", "serves", "group"))
    assert [str(row[0]) for row in coverage(model, by=("kind", "group")).table().rows] == ["welding"]
    centre = Centre("career-centre", "Our centre", kind="career-centre")
    model = links(centre, Relation("career-centre", "serves", "group"))
    rows = coverage(model, by=("kind", "group")).table().rows
    assert [[str(cell) for cell in row] for row in rows] == [["career centre", "Our centre (unknown)"]]


def test_a_role_is_the_role_of_its_source() -> None:
    """An organisation is a mere site only by its own role, not by that of what leads to it."""
    fair = Initiative("fair", "Fair")
    served = Relation("fair", "serves", "group")
    own = links(fair, served, Relation("one", "participates-in", "fair", role="site"))
    assert [one.organisation for one in coverage(own).provisions] == [None]
    others = links(fair, served, Relation("fair", "zz-visits", "one", role="site"))
    assert [one.organisation for one in coverage(others).provisions] == ["one"]


def test_every_status_counts_when_none_is_asked_for() -> None:
    """`counts=None` stands for any status, as everywhere: whatever is there fills its cell."""
    model = links(
        Relation("programme", "serves", "group", status="cancelled"),
        Relation("programme", "located-in", "place", status="zz-odd"),
    )
    assert len(coverage(model, counts="active").gaps) == 1
    assert not coverage(model, counts=None).gaps
    assert [*map(str, coverage(model, counts=None).table().rows[0][1:])] == ["Programme"]


@pytest.mark.parametrize(
    ("by", "message"),
    [
        (("group", "plase"), '"plase" is not a dimension of coverage. Did you mean "place"?'),
        (
            ("group", "xyz"),
            '"xyz" is not a dimension of coverage. Choose from group, place, kind, organisation.',
        ),
        (("group",), 'coverage has two or three different dimensions, not ["group"].'),
        ("group", 'coverage has two or three different dimensions, not ["group"].'),
        ((), "coverage has two or three different dimensions, not []."),
        (
            ("group", "place", "group"),
            'coverage has two or three different dimensions, not ["group", "place", "group"].',
        ),
        (DIMENSIONS, f"coverage has two or three different dimensions, not {str([*DIMENSIONS])!s}."),
    ],
)
def test_dimensions_are_two_or_three_of_four(by: tuple[str, ...], message: str) -> None:
    """Dimensions that are unknown, repeated, too few or too many are refused, with what would do."""
    with pytest.raises(UnknownTermError) as caught:
        coverage(town(), by=by)
    assert str(caught.value) == message.replace("'", '"')


def test_only_groups_can_be_looked_at() -> None:
    """An id among `groups` that is no group's is refused, with the nearest that is."""
    with pytest.raises(UnknownIdError) as caught:
        coverage(town(), groups=["deaf", "blnd"])
    assert str(caught.value) == 'no group has the id "blnd". Did you mean "blind"?'


def test_every_layout_is_of_the_same_provisions() -> None:
    """However it is laid out, the matrix holds the same provisions, and two axes make a plain table."""
    model = town()
    all_of_it = coverage(model).provisions
    for by in LAYOUTS:
        found: Coverage = coverage(model, by=by)
        assert found.provisions == all_of_it
        assert found.by == by
    for by in combinations(DIMENSIONS, 2):
        found = coverage(model, by=by)
        assert len(found.table().rows) == len(found.axes[0])
        assert len(found.table().columns) == 1 + len(found.axes[1])
