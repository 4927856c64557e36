"""Who works with whom: `partners` and `relations_between`."""

from __future__ import annotations

import pickle
from itertools import cycle, permutations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.networks import CENTRES, INITIATIVES, ORGANISATIONS, PLACES, STATUSES, networks, standing
from tests.queries.town import town
from tests.strategies import models

from partnermodel.errors import InvalidRecordError, UnknownIdError
from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.model.days import ALWAYS, ordinals
from partnermodel.model.entities import Centre, Initiative, Organisation
from partnermodel.model.joins import Joins, codes_of
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import Tie
from partnermodel.queries.neighbourhoods import Neighbour, Neighbourhood, neighbourhood
from partnermodel.queries.partnerships import Partner, Partners, partners, relations_between
from partnermodel.values.dates import Period, span


def ties(found: Partners) -> set[Tie]:
    """Return every tie of an answer."""
    return {tie for partner in found for tie in partner.ties}


def reversed_tie(tie: Tie) -> Tie:
    """Return a tie as it is seen from the other end."""
    return Tie(
        tie.partner,
        tie.organisation,
        tie.via,
        tie.kind,
        tie.relations[::-1],
        tie.partner_role,
        tie.role,
        tie.status,
    )


@settings(max_examples=120)  # the networks are small, and quickly drawn
@given(networks(most=20))
def test_partners_are_the_neighbours_in_the_network(model: PartnerModel) -> None:
    """`partners` and `organisation_network` know the same partners, records and statuses."""
    network = organisation_network(model)
    for id in ORGANISATIONS:
        found = partners(model, id)
        assert [partner.organisation.id for partner in found] == sorted(network[id])
        for partner in found:
            edge = network.edges[id, partner.organisation.id]
            joining = {tie.via or tie.relations[0] for tie in partner.ties}
            assert sorted(joining) == edge["through"].split(" ")
            assert list(partner.statuses) == edge["statuses"].split(" ")


@settings(max_examples=120)
@given(networks(most=20))
def test_a_tie_is_the_same_from_either_end(model: PartnerModel) -> None:
    """Each tie of one organisation is, turned round, a tie of its partner: roles, records and status too."""
    seen = {id: ties(partners(model, id)) for id in ORGANISATIONS}
    for one, other in permutations(ORGANISATIONS, 2):
        there = {reversed_tie(tie) for tie in seen[one] if tie.partner == other}
        assert there == {tie for tie in seen[other] if tie.partner == one}


@settings(max_examples=120)
@given(networks(most=20))
def test_a_tie_says_what_its_records_say(model: PartnerModel) -> None:
    """The relations of a tie lead from end to end; its status is its only record's, or all of theirs."""
    for id in ORGANISATIONS:
        for tie in ties(partners(model, id)):
            at = id
            for relation in tie.relations:
                at = model.relations[relation].other_end(at)
            assert at == tie.partner
            statuses = [model[record].status for record in tie.records]
            assert tie.status == (statuses[0] if tie.via is None else standing(set(statuses)))
            assert tie.kind == model[tie.via or tie.relations[0]].kind
            first, last = model.relations[tie.relations[0]], model.relations[tie.relations[-1]]
            assert tie.role == (first.role if first.source == id else None)
            assert tie.partner_role == (last.role if last.source == tie.partner else None)


@given(models(types=(Organisation, Organisation, Centre, Initiative), max_relations=20))
def test_answers_are_about_records_of_the_model(model: PartnerModel) -> None:
    """Each record of an answer is in the model; ties, partners and records each come once, and in order."""
    for id, organisation in model.organisations.items():
        found = partners(model, id)
        assert found.organisation is organisation
        assert [partner.organisation.id for partner in found] == sorted({tie.partner for tie in ties(found)})
        for partner in found:
            assert partner.organisation is model[partner.organisation.id]
            assert partner.organisation is not organisation
            assert len(partner.ties) == len(set(partner.ties)) > 0
            assert {tie.organisation for tie in partner.ties} == {id}
            assert set(partner.through) == {record for tie in partner.ties for record in tie.records}
            assert list(partner.through) == sorted(partner.through)
            assert set(partner.through) <= set(model)


@settings(max_examples=100)
@given(networks())
def test_a_partner_stands_and_falls_with_its_records(model: PartnerModel) -> None:
    """Without the records of a partner there is no such partner; with nothing but them there still is."""
    for id in ORGANISATIONS:
        for partner in partners(model, id):
            other = partner.organisation.id
            left = partners(model.without(*partner.through), id)
            assert other not in [one.organisation.id for one in left]
            needed = {id, other, *partner.through}
            for record in partner.through:
                found = model[record]
                needed |= {found.source, found.target} if isinstance(found, Relation) else set()
            alone = model.where(lambda record, needed=needed: record.id in needed)  # type: ignore[misc]
            assert set(partner.ties) <= ties(partners(alone, id))


WIDER = {
    "partners-with": {"partners-with", "cooperates-with"},
    "cooperates-with": {"cooperates-with"},
    "event": {"event", "visit", "championship", "conference", "concert-trip"},
    "studio": {"studio", "television-studio", "radio-studio", "recording-studio", "creative-studio"},
    "zz-helps": {"zz-helps"},
    "zz-nothing": {"zz-nothing"},
}
"""What some kinds take in, from the table of words, by hand."""


@settings(max_examples=120)
@given(
    networks(most=20),
    st.none() | st.sets(st.sampled_from(sorted(WIDER)), max_size=2),
    st.none() | st.sets(st.sampled_from(("host", "party", "site", "zz-role")), max_size=2),
    st.none() | st.sets(st.sampled_from(STATUSES), max_size=3),
)
def test_a_filter_keeps_exactly_the_ties_it_names(
    model: PartnerModel, kind: set[str] | None, role: set[str] | None, status: set[str] | None
) -> None:
    """Of all ties those stay whose kind, partner's role and status are named or narrower, and no others."""
    kinds = None if kind is None else {code for wide in kind for code in WIDER[wide]}
    statuses = None if status is None else status | ({"exists"} if "active" in status else set())
    for id in ORGANISATIONS:
        kept = {
            tie
            for tie in ties(partners(model, id))
            if (kinds is None or tie.kind in kinds)
            and (role is None or tie.partner_role in role)
            and (statuses is None or tie.status in statuses)
        }
        assert ties(partners(model, id, kind=kind, role=role, status=status)) == kept


def test_one_code_is_a_filter_too() -> None:
    """A filter may be a single code: the partners who organise, who are active, who share an event."""
    model = town()

    def ids(found: Partners) -> list[str]:
        return [partner.organisation.id for partner in found]

    assert ids(partners(model, "college")) == ["homes", "ministry", "theatre"]
    assert ids(partners(model, "college", role="organiser")) == ["ministry"]
    assert ids(partners(model, "college", status="active")) == ["ministry", "theatre"]
    assert ids(partners(model, "college", status="discussed")) == ["homes", "ministry"]
    assert ids(partners(model, "homes", kind="joint-training")) == ["college", "ministry"]
    assert ids(partners(model, "ministry", kind="event")) == ["college"]
    assert ids(partners(model, "ministry", kind="funds")) == ["college"]
    assert ids(partners(model, "theatre", kind="media-centre")) == ["college"]


def test_partners_read_well() -> None:
    """The table says with whom, how and in what roles, how far it has come, and through which record."""
    assert str(partners(town(), "college")) == (
        "Partners of College “Yolka”\n"
        "partner             id        how                                                           "
        "                    status     through\n"
        "Care homes          homes     both take part in Training for residents (itself as party, the "
        "partner as site)   discussed  training\n"
        "Ministry of Labour  ministry  both take part in Fair of skills (itself as host, the partner as "
        "organiser)       completed  fair\n"
        "Ministry of Labour  ministry  both take part in Training for residents (itself as party, the "
        "partner as party)  discussed  training\n"
        "Ministry of Labour  ministry  is funded by                                                  "
        "                    active     ministry/funds/college\n"
        "Theatre             theatre   both take part in Media studio                                "
        "                    active     studio"
    )
    assert str(partners(town().without("training", "fair"), "homes")) == "Partners of Care homes\n(none)"


def test_only_what_is_stated_is_worded() -> None:
    """A role of one end is told of that end alone, in a direct tie as in a shared one."""
    model = PartnerModel(
        "Two",
        [
            Organisation("a", "A"),
            Organisation("b", "B"),
            Initiative("fair", "Fair"),
            Relation("a", "funds", "b", role="funding"),
            Relation("a", "participates-in", "fair"),
            Relation("b", "participates-in", "fair", role="host"),
        ],
    )
    hows = {id: [row[2] for row in partners(model, id).table().rows] for id in ("a", "b")}
    assert hows == {
        "a": ["funds (itself as funding)", "both take part in Fair (the partner as host)"],
        "b": ["is funded by (the partner as funding)", "both take part in Fair (itself as host)"],
    }
    assert [row[0] for row in relations_between(model, "b", "a").table().rows] == [
        "is funded by (the second as funding)",
        "both take part in Fair (the first as host)",
    ]
    assert [row[0] for row in relations_between(model, "a", "b").table().rows] == [
        "funds (the first as funding)",
        "both take part in Fair (the second as host)",
    ]


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("colege", 'no organisation has the id "colege". Did you mean "college"?'),
        ("nobody-at-all", 'no organisation has the id "nobody-at-all".'),
        ("studio", '"studio" is of the type centre, not organisation.'),
        ("ministry/funds/college", '"ministry/funds/college" is of the type relation, not organisation.'),
    ],
)
def test_only_an_organisation_has_partners(id: str, message: str) -> None:
    """An id that is not an organisation's is refused, with what it is or the nearest that would do."""
    with pytest.raises(UnknownIdError) as caught:
        partners(town(), id)
    assert str(caught.value) == message


@settings(max_examples=100)
@given(networks(most=20))
def test_what_is_between_two_is_what_a_scan_finds(model: PartnerModel) -> None:
    """Between two are the relations whose ends they are, in order, and what they share as partners."""
    pairs = permutations((*ORGANISATIONS, CENTRES[0], INITIATIVES[0], PLACES[0]), 2)
    for first, second in pairs:
        found = relations_between(model, first, second)
        assert found.relations == tuple(
            relation
            for relation in model.relations.values()
            if {relation.source, relation.target} == {first, second}
        )
        both = first in ORGANISATIONS and second in ORGANISATIONS
        through = {tie for tie in ties(partners(model, first)) if tie.via is not None} if both else set()
        assert set(found.shared) == {tie for tie in through if tie.partner == second}
        assert bool(found) == bool(found.relations or found.shared)
        back = relations_between(model, second, first)
        assert back.relations == found.relations
        assert {reversed_tie(tie) for tie in back.shared} == set(found.shared)
        assert (found.first, found.second) == (back.second, back.first) == (first, second)
        assert len(found.table().rows) == len(found.relations) + len(found.shared)


def test_between_two_reads_well() -> None:
    """The table says how the first stands to the second, and is honest when there is nothing."""
    assert str(relations_between(town(), "ministry", "college")) == (
        "Between Ministry of Labour and College “Yolka”\n"
        "how                                                                                 status     "
        "through\n"
        "funds                                                                               active     "
        "ministry/funds/college\n"
        "both take part in Fair of skills (the first as organiser, the second as host)       completed  "
        "fair\n"
        "both take part in Training for residents (the first as party, the second as party)  discussed  "
        "training"
    )
    assert str(relations_between(town(), "town", "region")) == (
        "Between Town on the river and Omsk Region\n"
        "how         status   through\n"
        "is part of  unknown  town/part-of/region"
    )
    assert str(relations_between(town(), "blind", "deaf")) == (
        "Between Blind learners and Deaf learners\n(none)"
    )


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("college", "colege", 'no record has the id "colege". Did you mean "college"?'),
        ("zzz", "college", 'no record has the id "zzz".'),
        ("college", "college", '"college" is given twice; name two different entities.'),
        (
            "college",
            "ministry/funds/college",
            '"ministry/funds/college" is the id of a relation, not of an entity.',
        ),
    ],
)
def test_between_needs_two_different_entities(first: str, second: str, message: str) -> None:
    """What is not an entity, or the same one twice, is refused by name."""
    with pytest.raises(UnknownIdError) as caught:
        relations_between(town(), first, second)
    assert str(caught.value) == message


def dated(model: PartnerModel, spans: list[Period]) -> PartnerModel:
    """Return the model with periods for its records, in turn."""
    turns = cycle(spans)
    records = [attrs.evolve(record, period=next(turns)) for record in model.values()]
    return PartnerModel(model.name, records, vocabulary=model.vocabulary, language=model.language)


YEARS = st.sampled_from(
    (
        Period(),
        Period(),
        Period("2019"),
        Period("2020", "2021"),
        Period(None, "2020-06"),
        Period("2021", ".."),
    )
)


@settings(max_examples=200)
@given(
    networks(most=20),
    st.lists(YEARS, min_size=3, max_size=7),
    st.sampled_from(("2018", "2019", "2020-03-01", "2020-08", "2021", "2022")),
    st.none() | st.sampled_from(sorted(WIDER)) | st.sets(st.sampled_from(sorted(WIDER)), max_size=2),
    st.none() | st.sampled_from(STATUSES),
)
def test_to_ask_about_a_day_is_to_ask_the_model_of_the_day(
    network: PartnerModel, spans: list[Period], day: str, kind: set[str] | None, status: str | None
) -> None:
    """`partners(model, id, at=day)` is `partners(model.at(day), id)`: the answer, its ties and its rows."""
    model = dated(network, spans)
    there = model.at(day)
    for id in ORGANISATIONS:
        if id in there:
            found = partners(model, id, kind=kind, status=status, at=day)
            expected = partners(there, id, kind=kind, status=status)
            assert found == expected
            assert found.table() == expected.table()
            assert partners(model, id, at=span(day)[0]) == partners(model.at(span(day)[0]), id)
        else:
            with pytest.raises(UnknownIdError, match=rf'^"{id}" is not there on {day}: its period is'):
                partners(model, id, kind=kind, status=status, at=day)


@settings(max_examples=150)
@given(
    networks(most=20),
    st.lists(YEARS, min_size=3, max_size=7),
    st.none() | st.sampled_from(("2019", "2020-03-01", "2020-08", "2021")),
    st.none() | st.sampled_from(sorted(WIDER)),
)
def test_who_is_found_is_who_is_joined(
    network: PartnerModel, spans: list[Period], day: str | None, kind: str | None
) -> None:
    """Those who are found at once are, each once and in order, those of whom links are found later."""
    model = dated(network, spans)
    joins = model.once(Joins)
    for id in ORGANISATIONS:
        if day is None or id in model.at(day):
            asked = ALWAYS if day is None else ordinals(day), None if kind is None else codes_of(model, kind)
            found = [partner.organisation.id for partner in partners(model, id, kind=kind, at=day)]
            assert found == sorted(joins.partners(id, *asked))
            itself, together = joins.together(id, *asked)
            assert [one.id for one in together] == sorted(one.id for one in together)
            assert {one.id for one in together} - {id} == {*found}
            assert itself is model[id] or not together


def test_of_two_faults_the_first_is_told() -> None:
    """Who is asked about must be there before it matters whether the kind is one."""
    model = PartnerModel("Past", [Organisation("a", "A", period=Period("2019", "2019"))])
    with pytest.raises(UnknownIdError, match=r'^"a" is not there on 2020: its period is'):
        partners(model, "a", kind=2020, at="2020")  # type: ignore[arg-type]  # that is the test
    with pytest.raises(UnknownIdError):
        partners(model, "b", kind=2020)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(TypeError):
        partners(model, "a", kind=2020)  # type: ignore[arg-type]  # that is the test


def test_a_day_that_is_none_is_refused() -> None:
    """What is no date is no day to ask about, whatever else is asked."""
    for day in ("2024-13", "..", ["2024"]):
        with pytest.raises(InvalidRecordError, match=r"^this is not a day to ask about:"):
            partners(town(), "college", at=day)  # type: ignore[arg-type]  # that is the test


def test_an_answer_is_closed() -> None:
    """What is made in an open form is what its class makes: of that class alone, and nobody can change it."""
    model = town()
    near = neighbourhood(model, "college")
    found = partners(model, "college")
    for answer, cls in ((found, Partners), (found[0], Partner), (near, Neighbourhood), (near[0], Neighbour)):
        assert type(answer) is cls
        for name in ("organisation", "entity", "items", "ties", "through", "_of"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(answer, name, ())
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(answer, name)


def test_what_is_late_is_made_once() -> None:
    """Ties that have been looked at are kept, and a fault while they are made is told as it is."""
    found = partners(town(), "college")
    assert found[0].ties is found[0].ties
    assert found.items is found.items
    object.__setattr__(found[1], "_of", None)
    with pytest.raises(TypeError):
        _ = found[1].ties


def test_what_one_alone_takes_part_in_joins_it_once_another_does() -> None:
    """Who is alone in something has no partner by it, on a day or ever; with a second on the day, it has."""
    alone = PartnerModel(
        "Fair",
        [
            Organisation("a", "A"),
            Organisation("b", "B"),
            Centre("hall", "Hall"),
            Relation("a", "hosts", "hall"),
            Relation("a", "advises", "hall"),
        ],
    )
    assert not partners(alone, "a")
    assert not partners(alone, "a", kind="studio", at="2024")
    both = alone.with_(Relation("b", "advises", "hall", period=Period("2024", "2024")))
    found = partners(both, "a", at="2024")
    assert [(one.organisation.id, len(one.ties)) for one in found] == [("b", 2)]
    assert [one.organisation.id for one in partners(both, "b")] == ["a"]
    assert not partners(both, "a", at="2025")


def test_an_answer_is_the_same_before_and_after_it_is_looked_at() -> None:
    """What is made late is made alike: compared, pickled or printed first, and of one partner or of all."""
    model = town()
    seen = partners(model, "college")
    assert [len(partner.ties) for partner in seen] == [1, 3, 1]
    assert partners(model, "college") == seen
    assert hash(partners(model, "college")) == hash(seen)
    assert repr(partners(model, "college")) == repr(seen)
    assert str(partners(model, "college")) == str(seen)
    assert pickle.loads(pickle.dumps(partners(model, "college"))) == seen
    assert pickle.loads(pickle.dumps(partners(model, "college")[1])) == seen[1]
    assert b"PartnerModel" not in pickle.dumps(seen)
    assert partners(model, "college")[0] == Partner(seen[0].organisation, seen[0].ties)
    for name in ("tie", "_other", "_of_it"):
        with pytest.raises(AttributeError, match=f"^'Partner' object has no attribute '{name}'$"):
            getattr(seen[0], name)
    with pytest.raises(AttributeError, match="'_of'"):
        _ = pickle.loads(pickle.dumps(seen))._of
