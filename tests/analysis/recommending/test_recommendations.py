"""Which steps to take first: `recommend`, held to what the model says after they are taken."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.recommending.profiles import profiles
from tests.queries.networks import networks
from tests.queries.town import town
from tests.strategies import models

from partnermodel.analysis.recommending.proposals import ACTIONS, Proposal
from partnermodel.analysis.recommending.recommendation import Recommendations
from partnermodel.analysis.recommending.recommendations import recommend
from partnermodel.errors import UnknownIdError
from partnermodel.formats.files import load
from partnermodel.model.entities import Entity, Group, Initiative, Organisation, Person, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joined_pairs, ties_of
from partnermodel.queries.coverage import coverage
from partnermodel.queries.expectations import Expected, expectation
from partnermodel.queries.unmet import unmet

CLOSE = st.sampled_from(("gaps", "parts", "both"))
NETWORKS = networks(most=20, service=True)
TRIED = ("suspended", "cancelled", "not-pursued")


def active_graph(model: PartnerModel) -> nx.Graph[str]:
    """Return the organisations, joined by active ties."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(model.organisations)
    counted = model.codes("status", "active")
    graph.add_edges_from(
        (one, other) for one, other, (_, _, status) in joined_pairs(model) if status in counted
    )
    return graph


def connected(model: PartnerModel) -> int:
    """Return how many pairs of organisations are connected by active ties."""
    return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(active_graph(model)))


@settings(max_examples=200)
@given(NETWORKS, st.data(), CLOSE)
def test_what_is_said_to_close_is_closed(model: PartnerModel, data: st.DataObject, close: str) -> None:
    """Take all steps, as active: each cell that they close is met, and at least as many pairs are joined."""
    wanted = data.draw(st.none() | profiles(model))
    found = recommend(model, wanted, close=close, at_most=None)
    after = found.scenario(model, status="active")
    profile = expectation(model, places=model.places) if wanted is None else wanted
    still = {one.expected for one in unmet(after, profile)}
    assert not {*found.closes} & still
    assert connected(after) - connected(model) >= sum(one.joins for one in found)
    if close != "parts":
        before = {one.expected for one in unmet(model, profile)}
        assert {*found.closes} | {one.expected for one in found.left} == before
        assert not {*found.closes} & {one.expected for one in found.left}


@settings(max_examples=100)
@given(NETWORKS, CLOSE)
def test_steps_close_what_they_say_one_by_one(model: PartnerModel, close: str) -> None:
    """A step by itself adds to its cells; after those before it all they close is, and nothing opened."""
    profile = expectation(model, places=[*model.places, None], at_least=2)
    found = recommend(model, profile, close=close, at_most=None)
    closed: set[Expected] = set()
    open_cells = {one.expected: one.missing for one in unmet(model, profile)}
    after = model
    for one in found:
        alone = model.with_(*one.proposed(model, status="active"))
        step = {left.expected: left.missing for left in unmet(alone, profile)}
        assert all(step.get(cell, 0) < open_cells[cell] for cell in (*one.closes, *one.adds_to))
        after = after.with_(*one.proposed(after, status="active"))
        now = {left.expected: left.missing for left in unmet(after, profile)}
        closed |= {*one.closes}
        assert not closed & now.keys()
        assert all(now.get(cell, 0) <= open_cells.get(cell, 0) for cell in profile)


@settings(max_examples=150)
@given(NETWORKS | models(max_relations=20), CLOSE, st.sampled_from(("planned", "active", "discussed")))
def test_nothing_is_proposed_that_would_be_refused(model: PartnerModel, close: str, status: str) -> None:
    """A model takes the records of each step, by itself and after the others, and loses none by it."""
    found = recommend(model, close=close, at_most=8)
    for one in found:
        records = one.proposed(model, status=status)
        assert records
        after = model.with_(*records)
        assert {record.id for record in records} >= {*after} - {*model}
        assert all(record.status == status and not record.evidence for record in records)
        assert all(record.id in model for record in records) == (
            one.proposal.action == "agree" and one.proposal.place is None
        )
    found.scenario(model, status=status)


@settings(max_examples=150)
@given(NETWORKS, st.data(), CLOSE)
def test_what_was_tried_is_never_proposed_in_silence(
    model: PartnerModel, data: st.DataObject, close: str
) -> None:
    """What did not work out in a cell of a step, or between its two, is in its warning with its records."""
    renamed = data.draw(st.sampled_from(TRIED))
    model = model.with_(
        *(
            attrs.evolve(relation, status=renamed)
            for relation in model.relations.values()
            if relation.status in ("completed", "zz-odd")
        )
    )
    for one in recommend(model, close=close, at_most=None):
        told = [ground.records for ground in one.tried]
        for cell in (*one.closes, *one.adds_to):
            for past in coverage(model, counts=None, groups=[cell.group]).provisions:
                if past.status in TRIED and (cell.place is None or past.place in (cell.place, None)):
                    assert past.records in told
                    assert model.entity(past.provision).name in one.warning
        if one.proposal.action == "connect":
            for tie in ties_of(model, one.proposal.source):
                if tie.partner == one.proposal.target and tie.status in TRIED:
                    assert tie.records in told


@st.composite
def attempts(draw: st.DrawFn) -> PartnerModel:
    """Draw a network in which courses were tried: for groups that overlap, and in places that are nested."""
    model = draw(networks(most=8, service=True))
    groups, places, organisations = (
        sorted(some) for some in (model.groups, model.places, model.organisations)
    )
    beside = draw(
        st.lists(
            st.tuples(st.sampled_from([*combinations(groups, 2)]), st.sampled_from(("overlaps", "part-of"))),
            max_size=2,
            unique_by=lambda one: one[0],
        )
    )
    tried = draw(
        st.lists(
            st.tuples(
                st.sampled_from((None, "staff-training", "vocational-training", "training-programme")),
                st.sampled_from(TRIED),
                st.none() | st.sampled_from(organisations),
                st.sampled_from(groups),
                st.none() | st.sampled_from(places),
            ),
            min_size=1,
            max_size=3,
        )
    )
    records: list[Entity | Relation] = [
        Relation(one, how, other, id=f"beside-{one}-{other}", status="exists") for (one, other), how in beside
    ]
    for one, wider in pairwise(draw(st.permutations(places))):
        # A place is part of one that the network itself puts before it, or of none, so there are no circles.
        if wider < one:
            records.append(Relation(one, "part-of", wider, id=f"inner-{one}-{wider}", status="exists"))
    for number, (kind, status, giver, group, place) in enumerate(tried):
        course = f"course-{number}"
        records += [
            Programme(course, f"Course {number}", kind=kind, status=status),
            Relation(course, "serves", group),
        ]
        if giver is not None:
            records.append(Relation(giver, "offers", course))
            inside = draw(st.sampled_from(places))
            records.append(Relation(giver, "located-in", inside, id=f"in-{number}", status="exists"))
        if place is not None:
            records.append(Relation(course, "located-in", place))
    return model.with_(*records)


@settings(max_examples=300)
@given(attempts(), st.data(), CLOSE)
def test_what_unmet_lists_as_tried_by_who_would_act_is_said(
    model: PartnerModel, data: st.DataObject, close: str
) -> None:
    """What nearly covers a cell, did not work out, and had who would act take part, is in every warning.

    The warning is that of each step that adds to the cell; it is the same whether the group, the place, the
    kind or nothing of it was another.
    """
    kind = data.draw(st.sampled_from((None, "vocational-training", "training-programme")))
    profile = expectation(model, groups=model.groups, places=[*model.places, None], kinds=[kind], at_least=2)
    nearly = {one.expected: one.nearly for one in unmet(model, profile)}
    takes_part: dict[str, set[str]] = {}
    for found in coverage(model, counts=None, groups=[*model.groups]).provisions:
        if found.organisation is not None:
            takes_part.setdefault(found.provision, set()).add(found.organisation)
    for one in recommend(model, profile, close=close, at_most=None):
        step = one.proposal
        acting = {step.source, step.target} | takes_part.get(step.source, set())
        if step.source in model.organisations:
            acting = {step.source, step.target}
        told = {ground.records: ground.words for ground in one.tried}
        for cell in (*one.closes, *one.adds_to):
            for near in nearly[cell]:
                past = near.provision
                if past.status in TRIED and {past.provision, past.organisation} & acting:
                    assert near.records in told
                    assert model.entity(past.provision).name in told[near.records]
                    assert told[near.records] in one.warning


@settings(max_examples=150)
@given(NETWORKS)
def test_what_is_discussed_is_moved_on_with(model: PartnerModel) -> None:
    """Where enough is discussed for a cell, no step that begins something new is said to close it."""
    profile = expectation(model, places=model.places)
    over = {*TRIED, "completed"}
    waiting = {
        one.expected
        for one in unmet(model, profile)
        if any(near.lacking == ("status",) and near.provision.status not in over for near in one.nearly)
    }
    found = recommend(model, profile, at_most=None)
    for one in found:
        if one.proposal.action not in ("agree", "ask"):
            assert not {*one.closes, *one.adds_to} & waiting
    assert waiting <= {*found.closes}


@settings(max_examples=100)
@given(NETWORKS | models(max_relations=20), CLOSE)
def test_reasons_are_records_and_nobody_is_named(model: PartnerModel, close: str) -> None:
    """Every id of a reason is of a record of the model; no person stands at an end, or in a reason."""
    for one in recommend(model, close=close, at_most=None):
        assert {*one.records} | {id for ground in one.tried for id in ground.records} <= {*model}
        ids = {one.proposal.source, one.proposal.target, *one.proposal.advances, *one.records}
        assert not any(isinstance(model.get(id), Person) for id in ids)
        assert one.grounds
        assert one.proposal.action in ACTIONS


@settings(max_examples=100)
@given(NETWORKS)
def test_the_second_opinion_is_that_of_networkx(model: PartnerModel) -> None:
    """A score is the Adamic-Adar index that networkx gives, summed over those that serve the group."""
    graph = active_graph(model)

    def index(one: str, others: set[str]) -> float:
        pairs = [(one, other) for other in sorted(others - {one})]
        return float(sum(score for _, _, score in nx.adamic_adar_index(graph, pairs)))

    for one in recommend(model, close="both", at_most=None):
        step = one.proposal
        if step.action == "serve" and step.source in model.organisations:
            serving = {
                found.organisation
                for found in coverage(model, groups=[step.group or ""]).provisions
                if found.status in ("active", "exists") and found.organisation is not None
            }
            if serving - {step.source}:
                assert one.score == pytest.approx(index(step.source, serving))
            else:
                assert one.score is None
        if step.pairs:
            assert one.score == pytest.approx(max(index(a, {b}) for a, b in step.pairs))


@settings(max_examples=80)
@given(NETWORKS, st.integers(min_value=0, max_value=3))
def test_the_most_pairs_are_joined(model: PartnerModel, at_most: int) -> None:
    """No choice of as many new relations between organisations connects more pairs than those advised."""
    graph = active_graph(model)
    found = recommend(model, close="parts", at_most=at_most)
    before = connected(model)
    best = 0
    for some in combinations(list(combinations(graph, 2)), at_most):
        wider = graph.copy()
        wider.add_edges_from(some)
        best = max(best, sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(wider)))
    assert sum(one.joins for one in found) == best - before


@settings(max_examples=60)
@given(NETWORKS, CLOSE)
def test_the_order_of_records_makes_no_difference(model: PartnerModel, close: str) -> None:
    """A model of the same records in another order gets the same advice."""
    mixed = PartnerModel(model.name, [*model.values()][::-1], vocabulary=model.vocabulary)
    assert recommend(mixed, close=close) == recommend(model, close=close)
    assert str(recommend(mixed, close=close)) == str(recommend(model, close=close))


@settings(max_examples=60)
@given(NETWORKS, st.data(), CLOSE)
def test_why_there_is_nothing_to_do_is_said(model: PartnerModel, data: st.DataObject, close: str) -> None:
    """Below the steps stands what stays open, or why there was no gap, and whether all parts are one."""
    wanted = data.draw(st.none() | profiles(model))
    found = recommend(model, wanted, close=close, at_most=data.draw(st.sampled_from((0, None))))
    asked = wanted is not None or bool(model.groups)
    said = {
        f"Not met after these steps: {len(found.left)}.": bool(found.left),
        "No group is stated, so there is no gap to close.": (close != "parts" and not asked),
        "All that is expected is there.": (
            close != "parts"
            and not (found.left or found.closes)
            and (wanted is not None or bool(model.groups))
        ),
        "No part of the network is separate from another one.": close != "gaps" and not found.separate,
    }
    assert found.table().notes == tuple(note for note, holds in said.items() if holds)


def test_in_omsk_the_training_is_to_be_agreed() -> None:
    """The training for residents is only discussed: the advice is to move on with it, and nothing new."""
    model = load("examples/omsk.json")
    found = recommend(model, [Expected("residents", kind="joint-training")])
    table = found.table()
    assert table.caption == "Recommended"
    assert table.columns == (
        "step", "closes", "joins", "cost", "because", "tried before", "Adamic-Adar"
    )  # fmt: skip
    assert [tuple(map(str, row)) for row in table.rows] == [
        (
            (
                "Move on with Vocational training for residents of stationary institutions (discussed), for "
                "Residents of stationary institutions."
            ),
            "Residents of stationary institutions through joint training",
            "0",
            "1",
            (
                "Vocational training for residents of stationary institutions is for Residents of stationary "
                "institutions (discussed)"
            ),
            "nothing",
            "not defined",
        )
    ]
    assert table.notes == ()
    (only,) = found
    assert only.records == (
        "omsk-college/participates-in/training-for-residents/party",
        "training-for-residents",
        "training-for-residents/serves/residents",
    )
    assert only.warning == ""
    assert [record.id for record in only.proposed(model)] == [
        "training-for-residents",
        "training-for-residents/serves/residents",
        "omsk-college/participates-in/training-for-residents/party",
    ]
    assert {record.status for record in only.proposed(model)} == {"planned"}


def test_what_nobody_places_is_to_be_asked_about() -> None:
    """What serves a group in no stated place is to be asked about first; one question may close two gaps."""
    found = recommend(load("examples/omsk.json"))
    assert [(one.proposal.action, one.proposal.source, len(one.closes)) for one in found] == [
        ("ask", "inclusive-vocational-education-centre", 2),
        ("agree", "training-for-residents", 1),
    ]
    assert found[0].reason == (
        "Find out whether Inclusive Vocational Education Centre serves People with disability, People with "
        "limited health capacities in Omsk Region: nobody says where it is."
    )


def test_the_town_is_advised_as_worked_out_by_hand() -> None:
    """In the town: agree the training, let the course serve the blind too; in the village, the homes."""
    found = recommend(town())
    region = town().places["region"].name
    assert [(one.reason, len(one.closes)) for one in found] == [
        (
            f"Move on with Training for residents (discussed), for Residents in {region}, Town on the river.",
            2,
        ),
        ("Sign language could serve Blind learners in Omsk Region, Town on the river as well.", 2),
        ("Care homes could serve Blind learners in Village.", 1),
        ("Care homes could serve Deaf learners in Village.", 1),
        ("Care homes could serve Residents in Village.", 1),
    ]
    assert [ground.words for ground in found[4].grounds] == [
        "Care homes is in Village",
        "Training for residents (discussed) may be there: its place is not stated in full",
    ]
    assert found.left == ()
    assert found.cost == 5


def village() -> PartnerModel:
    """Return two villages and a town: a course in the town, and who could give it in the villages."""
    return PartnerModel(
        "Villages",
        [
            Group("deaf", "Deaf learners"),
            Place("town", "Town"),
            Place("east", "East"),
            Place("west", "West"),
            Organisation("college", "College"),
            Organisation("school", "School"),
            Organisation("club", "Club"),
            Programme("signs", "Signs", kind="staff-training", status="active"),
            Relation("college", "offers", "signs", status="active"),
            Relation("signs", "serves", "deaf", status="active"),
            Relation("college", "located-in", "town"),
            Relation("school", "located-in", "east"),
            Relation("club", "located-in", "west"),
            Relation("college", "advises", "school", status="active"),
        ],
    )


def test_a_partner_joins_and_another_begins() -> None:
    """A partner of the college gives its course where it is; who is no partner begins one of the kind."""
    wanted = [Expected("deaf", "east", "training-programme"), Expected("deaf", "west", "training-programme")]
    found = recommend(village(), wanted)
    assert [one.reason for one in found] == [
        "School could offer Signs, for Deaf learners in East.",
        "Club could begin something new for Deaf learners in West: training programme.",
    ]
    assert [ground.words for ground in found[0].grounds] == [
        "School is in East",
        "Signs serves Deaf learners already",
        "School works with College",
    ]
    new = found[1].proposed(village())
    assert [record.id for record in new] == [
        "club-training-programme-for-deaf",
        "club/offers/club-training-programme-for-deaf",
        "club-training-programme-for-deaf/serves/deaf",
    ]
    assert {getattr(record, "description", "") for record in new} == {"Proposed; no source says so."}


def test_what_was_cancelled_is_proposed_with_a_warning() -> None:
    """That the school offered the course once and stopped is said, and another that can is preferred."""
    tried = village().with_(Relation("school", "offers", "signs", status="cancelled"))
    (only,) = recommend(tried, [Expected("deaf", "east", "staff-training")], at_most=1)
    assert only.warning == "Tried before: Signs by School for Deaf learners: cancelled."
    assert only.tried[0].records == (
        "signs",
        "signs/serves/deaf",
        "school/offers/signs",
        "school/located-in/east",
    )
    assert only.proposed(tried)[0].id not in tried
    other = tried.with_(
        Organisation("library", "Library"),
        Relation("library", "located-in", "east"),
        Relation("library", "cooperates-with", "college", status="active"),
    )
    (instead,) = recommend(other, [Expected("deaf", "east", "staff-training")], at_most=1)
    assert instead.proposal.source == "library"
    assert instead.warning == only.warning


def test_what_serves_a_wider_place_may_extend() -> None:
    """What is in the region, and says so itself, may be in its town as well."""
    model = PartnerModel(
        "Region",
        [
            Group("deaf", "Deaf learners"),
            Place("region", "Region"),
            Place("town", "Town"),
            Relation("town", "part-of", "region"),
            Programme("signs", "Signs", status="active"),
            Relation("signs", "serves", "deaf"),
            Relation("signs", "located-in", "region"),
        ],
    )
    (only,) = recommend(model, [Expected("deaf", "town")])
    assert only.reason == "Signs could be in Town as well, for Deaf learners."
    assert [record.id for record in only.proposed(model)] == ["signs/located-in/town"]


def test_parts_are_joined_where_most_is_in_common() -> None:
    """Two parts are joined by those that serve one group, before those that have nothing in common."""
    model = village().with_(
        Initiative("talks", "Talks"),
        Programme("lips", "Lip reading", status="active"),
        Relation("club", "offers", "lips", status="active"),
        Relation("lips", "serves", "deaf"),
    )
    (only,) = recommend(model, close="parts")
    assert (only.proposal.source, only.proposal.kind, only.proposal.target) == (
        "club",
        "cooperates-with",
        "college",
    )
    assert only.joins == 2
    assert [ground.words for ground in only.grounds] == [
        "both serve Deaf learners",
        "Club has no active partners",
        "College has 1 active partner",
    ]
    assert only.score == 0
    again = model.with_(Relation("college", "cooperates-with", "club", status="not-pursued"))
    warned = recommend(again, close="parts")[0]
    assert {warned.proposal.source, warned.proposal.target} == {"club", "school"}
    assert warned.warning == ""


def test_costs_decide() -> None:
    """A mapping or a function makes a step dear; what is cheaper for as much comes first."""
    model = village()
    wanted = [Expected("deaf", "east", "staff-training")]
    assert recommend(model, wanted)[0].proposal.action == "join"
    dear = recommend(model, wanted, cost={"join": 3})
    assert (dear[0].proposal.action, dear[0].cost) == ("begin", 1)

    def price(step: Proposal) -> float:
        return 0.5 if step.source == "school" and step.action == "begin" else 2

    assert (recommend(model, wanted, cost=price)[0].cost, recommend(model, wanted, cost=price).cost) == (
        0.5,
        0.5,
    )


def test_bad_arguments_are_refused_with_a_sentence() -> None:
    """What is not an aim, a number of steps, a cost or an action is refused, and the mend is named."""
    model = village()
    with pytest.raises(ValueError, match=r'^close is "gap", which nothing is called. Did you mean "gaps"\?$'):
        recommend(model, close="gap")
    with pytest.raises(ValueError, match=r"^at_most is -1; give a whole number of steps, or None for all.$"):
        recommend(model, at_most=-1)
    with pytest.raises(ValueError, match=r'^"jion" is not an action that has a cost. Did you mean "join"\?$'):
        recommend(model, cost={"jion": 2})
    with pytest.raises(ValueError, match=r"^\w+ costs 0; give a number above 0.$"):
        recommend(model, cost=lambda step: 0)
    with pytest.raises(UnknownIdError, match=r'^no group has the id "daef". Did you mean "deaf"\?$'):
        recommend(model, [Expected("daef")])
    for wrong, told in (("x", '"x"'), (["deaf"], '"deaf"'), (Expected("deaf"), "Expected"), (5, "int")):
        with pytest.raises(
            ValueError, match=rf"^the expectation is or holds {told}; give an Expectation, or "
        ):
            recommend(model, wrong)  # type: ignore[arg-type]  # what a caller without types may give


def test_nothing_asked_is_nothing_advised() -> None:
    """A model without gaps or parts gets no steps, and the progress goes from 0 to 1 and never back."""
    shares: list[float] = []
    empty = recommend(PartnerModel("Empty"), close="both", progress=shares.append)
    assert isinstance(empty, Recommendations)
    assert str(empty).splitlines() == [
        "Recommended",
        "(none)",
        "No group is stated, so there is no gap to close.",
        "No part of the network is separate from another one.",
    ]
    assert (empty.items, empty.left, empty.separate, empty.cost) == ((), (), 0, 0)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert recommend(village(), at_most=0).items == ()


def test_what_is_discussed_is_moved_on_with_whatever_it_costs() -> None:
    """Nothing new is proposed where enough is discussed, be it ten times as cheap; where more is, it is."""
    model = village().with_(
        Programme("lips", "Lip reading", status="discussed"),
        Relation("school", "offers", "lips", status="active"),
        Relation("lips", "serves", "deaf"),
    )
    one = recommend(model, [Expected("deaf", "east")], cost={"agree": 10}, at_most=None)
    assert [step.proposal.action for step in one] == ["agree"]
    two = recommend(model, [Expected("deaf", "east", at_least=2)], cost={"agree": 10}, at_most=None)
    assert [step.proposal.action for step in two] == ["join", "agree"]


def test_nobody_joins_what_says_itself_where_it_is() -> None:
    """A course that has a place of its own is not brought elsewhere by another who gives it."""
    model = village().with_(Relation("signs", "located-in", "town"))
    found = recommend(model, [Expected("deaf", "east", "staff-training")])
    assert [step.proposal.action for step in found] == ["begin"]
    assert not unmet(found.scenario(model, status="active"), [Expected("deaf", "east", "staff-training")])


def test_the_index_of_adamic_and_adar_is_as_published() -> None:
    """One partner in common, who has two partners, gives 1 / log 2."""
    model = village().with_(
        Organisation("hub", "Hub"),
        Relation("hub", "cooperates-with", "school", status="active"),
        Relation("hub", "cooperates-with", "college", status="active"),
    )
    (step,) = recommend(model, [Expected("deaf", "east", "staff-training")], cost={"join": 3})
    assert step.proposal.action == "begin"
    assert step.score == pytest.approx(1 / math.log(2))


def region(*more: Entity | Relation) -> PartnerModel:
    """Return a town in a region, with a college for one group in it, and another group that overlaps."""
    return PartnerModel(
        "Region",
        [
            Group("deaf", "Deaf learners"),
            Group("blind", "Blind learners"),
            Place("region", "Region"),
            Place("town", "Town"),
            Relation("town", "part-of", "region"),
            Organisation("college", "College"),
            Relation("college", "located-in", "town"),
            *more,
        ],
    )


def cancelled_course(kind: str | None) -> list[Entity | Relation]:
    """Return a course of the college for the deaf, which was cancelled."""
    return [
        Programme("signs", "Signs", kind=kind, status="cancelled"),
        Relation("college", "offers", "signs"),
        Relation("signs", "serves", "deaf"),
    ]


def test_what_was_cancelled_of_no_stated_kind_is_said() -> None:
    """A course of which nobody says the kind may have been of the one that is to begin."""
    model = region(*cancelled_course(None))
    (only,) = recommend(model, [Expected("deaf", "town", "vocational-training")])
    assert only.proposal.action == "begin"
    assert only.warning == (
        "Tried before: Signs by College for Deaf learners (its kind is not stated): cancelled."
    )


def test_what_was_cancelled_in_a_wider_place_is_said() -> None:
    """What the college tried in the region is said where it is to begin in the town; to another it is not."""
    model = region(
        *cancelled_course("vocational-training"),
        Relation("signs", "located-in", "region"),
    )
    wanted = [Expected("deaf", "town", "vocational-training")]
    (only,) = recommend(model, wanted)
    assert only.warning == "Tried before: Signs by College for Deaf learners in Region: cancelled."
    assert only.tried[0].records == (
        "signs", "signs/serves/deaf", "college/offers/signs", "signs/located-in/region", "town/part-of/region"
    )  # fmt: skip
    other = model.with_(Organisation("museum", "Museum"), Relation("museum", "located-in", "town"))
    (instead,) = recommend(other, wanted)
    assert (instead.proposal.source, instead.warning) == ("museum", "")


def test_what_was_cancelled_for_a_group_beside_is_said() -> None:
    """That the college stopped serving a group is said before it serves one that overlaps; once, no "by"."""
    model = region(
        Relation("college", "serves", "deaf", status="cancelled"), Relation("blind", "overlaps", "deaf")
    )
    (only,) = recommend(model, [Expected("blind", "town")])
    assert only.reason == "College could serve Blind learners in Town."
    assert only.warning == "Tried before: College for Deaf learners: cancelled."
    assert only.tried[0].records == (
        "college", "college/serves/deaf", "college/located-in/town", "blind/overlaps/deaf"
    )  # fmt: skip


def test_what_nobody_gave_is_said_to_everybody() -> None:
    """Of what was cancelled in the region nobody says who gave it: it may have been who would begin."""
    model = region(
        Programme("signs", "Signs", kind="vocational-training", status="cancelled"),
        Relation("signs", "serves", "deaf"),
        Relation("signs", "located-in", "region"),
    )
    (only,) = recommend(model, [Expected("deaf", "town", "vocational-training")])
    assert only.warning == "Tried before: Signs for Deaf learners in Region: cancelled."


def test_who_stopped_serving_stands_back_for_who_never_did() -> None:
    """A college all of whose service was cancelled does not serve: a museum that never did comes first."""
    model = region(
        Relation("college", "serves", "deaf", status="cancelled"),
        Organisation("museum", "Museum"),
        Relation("museum", "located-in", "town"),
    )
    (only,) = recommend(model, [Expected("deaf", "town")])
    assert only.reason == "Museum could serve Deaf learners in Town."
    assert only.warning == "Tried before: College for Deaf learners: cancelled."
    two = recommend(model, [Expected("deaf", "town", at_least=2)])
    assert [one.proposal.source for one in two] == ["museum", "college"]


def test_what_two_have_completed_is_a_ground_to_connect_them() -> None:
    """Two that worked together once are told so, and it is no warning."""
    model = PartnerModel(
        "Two",
        [
            Organisation("club", "Club"),
            Organisation("school", "School"),
            Relation("club", "cooperates-with", "school", status="completed"),
        ],
    )
    (only,) = recommend(model, close="parts")
    assert [ground.words for ground in only.grounds] == [
        "they have worked together: Club cooperates with School (completed)",
        "Club has no active partners",
        "School has no active partners",
    ]
    assert only.grounds[0].records == ("club/cooperates-with/school",)
    assert only.warning == ""
