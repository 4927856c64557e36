"""Ties: what joins two organisations, held to a search through all records that shares no line with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import codes, models

from partnermodel.errors import UnknownIdError
from partnermodel.model.entities import Centre, Group, Initiative, Organisation, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joined_pairs, joint_status, parties, ties_of
from partnermodel.vocabulary.codes import Status
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

WORDS = Vocabulary(
    [Term("status", "zz-paused", broader="suspended"), Term("status", "zz-running", broader="active")],
    [
        RelationTerm("zz-runs", broader="hosts", nature="structure"),
        RelationTerm("zz-section-of", broader="part-of", nature="structure"),
        RelationTerm("zz-mentors", nature="participation"),
    ],
)
KINDS = (
    "hosts", "part-of", "part-of", "zz-runs", "zz-section-of", "zz-mentors", "zz-unknown",
    "partners-with", "funds", "advises", "participates-in", "offers", "supervises", "serves", "member-of",
)  # fmt: skip
TYPES = (Organisation, Organisation, Organisation, Centre, Centre, Initiative, Programme, Group)


def towns() -> st.SearchStrategy[PartnerModel]:
    """Return models in which much is joined."""
    words = st.just(WORDS)
    return models(
        min_entities=3, max_entities=8, max_relations=14, types=TYPES, kinds=KINDS, vocabulary=words, fields=2
    )


# The search through all records

WORST_FIRST = ("not-pursued", "cancelled", "completed", "suspended", "zz-paused", "discussed", "planned",
               "expected", "agreed")  # fmt: skip


def _joint(statuses: list[str]) -> str:
    stated = [status for status in statuses if status != "unknown"]
    for status in WORST_FIRST:
        if status in stated:
            return status
    others = sorted(set(stated) - {"active", "exists", "zz-running"})
    if others:
        return others[0]
    return "active" if stated else "unknown"


JOINING = {
    "hosts", "offers", "participates-in", "zz-mentors",
    "zz-unknown", "partners-with", "funds", "advises", "supervises",
}  # fmt: skip


def _joining(model: PartnerModel, one: str, other: str) -> list[Relation]:
    """Return the relations by which one takes part in another, or both work together."""
    ends = {one, other}
    links = model.relations.values()
    return [link for link in links if {link.source, link.target} == ends and link.kind in JOINING]


def _within(model: PartnerModel, centre: str) -> Iterator[tuple[str, list[Relation]]]:
    """Yield each organisation that a centre is within, with each way up to it, through centres alone."""
    for relation in model.relations.values():
        if relation.kind in ("hosts", "zz-runs"):
            outer, inner = relation.source, relation.target
        elif relation.kind in ("part-of", "zz-section-of"):
            outer, inner = relation.target, relation.source
        else:
            continue
        if inner == centre and outer in model.organisations:
            yield outer, [relation]
        elif inner == centre and outer in model.centres:
            for top, way in _within(model, outer):
                yield top, [*way, relation]


def _expected(model: PartnerModel, a: str) -> Counter[tuple[str, str | None, frozenset[str]]]:
    """Return the ties of an organisation: partner, what is shared, and the ids of its joining relations."""
    found: Counter[tuple[str, str | None, frozenset[str]]] = Counter()
    for b in model.organisations:
        if b == a:
            continue
        found.update((b, None, frozenset({link.id})) for link in _joining(model, a, b))
        for via in (*model.centres, *model.programmes, *model.initiatives):
            mine, theirs = _joining(model, a, via), _joining(model, b, via)
            holders = {outer for outer, _ in _within(model, via)} if via in model.centres else set()
            found.update((b, via, frozenset({one.id, other.id})) for one in mine for other in theirs)
            if not theirs and b in holders:
                found.update((b, via, frozenset({one.id})) for one in mine)
            if not mine and a in holders:
                found.update((b, via, frozenset({other.id})) for other in theirs)
    return found


@given(towns())
def test_ties_are_what_a_search_through_all_records_finds(model: PartnerModel) -> None:
    """An organisation is tied directly, through what it shares, and through the centres within it."""
    for a in model.organisations:
        found: Counter[tuple[str, str | None, frozenset[str]]] = Counter()
        for tie in ties_of(model, a):
            assert tie.organisation == a
            around = [(a, tie.via or tie.partner), (tie.partner, tie.via or a)]
            joining = {link.id for one, other in around for link in _joining(model, one, other)}
            found[tie.partner, tie.via, frozenset(joining & set(tie.relations))] += 1
        assert found == _expected(model, a)


@given(towns())
def test_a_tie_leads_from_the_one_to_the_other(model: PartnerModel) -> None:
    """The relations of a tie are a way from the organisation to its partner, through what they share."""
    for a in model.organisations:
        for tie in ties_of(model, a):
            at, passed = a, []
            for id in tie.relations:
                at = model.relations[id].other_end(at)
                passed.append(at)
            assert at == tie.partner
            assert (tie.via is None) == (passed == [tie.partner])
            assert tie.via is None or tie.via in passed
            assert all(id in model.centres or id == tie.via for id in passed[:-1])
            assert tie.records == (tie.relations if tie.via is None else (tie.via, *tie.relations))


@given(towns())
def test_a_tie_tells_the_kind_the_roles_and_the_status(model: PartnerModel) -> None:
    """A tie has the kind of what joins, each role with its bearer, and the status of all its records."""
    for a in model.organisations:
        for tie in ties_of(model, a):
            links = [model.relations[id] for id in tie.relations]
            shared = None if tie.via is None else model.entity(tie.via)
            assert tie.kind == (links[0].kind if shared is None else shared.kind)
            assert tie.role == (links[0].role if links[0].source == a else None)
            assert tie.partner_role == (links[-1].role if links[-1].source == tie.partner else None)
            statuses = [link.status for link in links]
            expected = links[0].status if shared is None else _joint([shared.status, *statuses])
            assert tie.status == expected


@given(towns())
def test_who_is_tied_to_another_has_the_other_tied_to_it(model: PartnerModel) -> None:
    """Seen from the partner, each tie is the same: the relations in reverse, the roles exchanged."""
    ties = Counter(tie for id in model.organisations for tie in ties_of(model, id))
    mirrored = Counter(
        attrs.evolve(
            tie,
            organisation=tie.partner,
            partner=tie.organisation,
            relations=tie.relations[::-1],
            role=tie.partner_role,
            partner_role=tie.role,
        )
        for tie in ties.elements()
    )
    assert ties == mirrored


@given(towns())
def test_joined_pairs_are_all_ties_seen_from_one_side(model: PartnerModel) -> None:
    """What a network needs of the ties is the same whether they are asked for one by one or all at once."""
    expected = Counter(
        (id, tie.partner, (tie.via or tie.relations[0], tie.via is None, tie.status))
        for id in model.organisations
        for tie in ties_of(model, id)
        if id < tie.partner
    )
    assert Counter(joined_pairs(model)) == expected


@given(towns())
def test_the_parties_of_what_is_shared_are_those_that_are_tied_through_it(model: PartnerModel) -> None:
    """The parties of a thing are those that take part in it, and those that only contain it."""
    for via in (*model.programmes, *model.initiatives, *model.centres):
        chains = list(parties(model, via))
        joined = [id for id, chain in chains if chain in [(one,) for one in _joining(model, id, via)]]
        assert Counter(joined) == Counter(id for id in model.organisations for _ in _joining(model, id, via))
        holders = {id for id, _ in _within(model, via)} if via in model.centres else set()
        everyone = {id for id, _ in chains}
        assert everyone == set(joined) | holders
        assert {id for id, _ in parties(model, via, climb=False)} == set(joined)
        for id, chain in chains:
            if id not in joined:
                assert list(chain) in [way for outer, way in _within(model, via) if outer == id]


STATUSES = st.lists(codes("status", vocabulary=WORDS) | st.sampled_from([*Status, "zz-odd"]), max_size=4)


@given(STATUSES, st.randoms(use_true_random=False))
def test_what_records_say_together_does_not_depend_on_their_order(statuses: list[str], order: object) -> None:
    """The joint status is the worst of what is stated, in whatever order the records come."""
    shuffled = list(statuses)
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert joint_status(statuses, WORDS) == joint_status(shuffled, WORDS) == _joint(statuses)


@pytest.mark.parametrize(
    ("statuses", "joint"),
    [
        ([], "unknown"),
        (["unknown", "unknown"], "unknown"),
        (["unknown", "exists"], "active"),
        (["active", "planned", "discussed", "agreed"], "discussed"),
        (["agreed", "active"], "agreed"),
        (["discussed", "cancelled", "completed"], "cancelled"),
        (["completed", "discussed"], "completed"),
        (["suspended", "active"], "suspended"),
        (["zz-odd", "active"], "zz-odd"),
        (["zz-odd", "planned"], "planned"),
    ],
)
def test_a_chain_is_as_good_as_its_worst_link(statuses: list[str], joint: str) -> None:
    """What is over decides first, then what has come least far; what is active only if all of it is."""
    assert joint_status(statuses, STANDARD) == joint


def test_only_an_organisation_has_ties() -> None:
    """A centre, or an id that is not there, has no ties: to ask for them is an error."""
    model = PartnerModel("Town", [Centre("c", "C")])
    for id in ("c", "x"):
        with pytest.raises(UnknownIdError, match=f'^no organisation has the id "{id}"'):
            list(ties_of(model, id))


def test_many_ways_up_are_walked_once() -> None:
    """A centre within others in very many ways is found at once, since no centre is entered twice."""
    levels = [[Centre(f"c{level}-{side}", "C") for side in "ab"] for level in range(40)]
    links = [
        Relation(inner.id, "part-of", outer.id)
        for below, above in pairwise(levels)
        for inner in below
        for outer in above
    ]
    top, friend = Organisation("top", "T"), Organisation("friend", "F")
    ends = [Relation("top", "hosts", levels[-1][0].id), Relation("friend", "advises", levels[0][0].id)]
    model = PartnerModel("Town", [top, friend, *(one for level in levels for one in level), *links, *ends])
    assert [(tie.partner, tie.via) for tie in ties_of(model, "friend")] == [("top", "c0-a")]
    assert [(tie.partner, tie.via) for tie in ties_of(model, "top")] == [("friend", "c0-a")]
