"""Intensity, durations, statuses and turnover say of pairs what their ties say."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docs.blocks import ROOT
from tests.strategies import models

from partnermodel.analysis.indicators.durations import durations
from partnermodel.analysis.indicators.intensity import intensity
from partnermodel.analysis.indicators.statuses import status_mix
from partnermodel.analysis.indicators.turnover import turnover
from partnermodel.analysis.spells import UNKNOWN, Band
from partnermodel.errors import UnknownTermError
from partnermodel.formats.files import load
from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.model.entities import Centre, Initiative, Organisation, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.partnerships import partners
from partnermodel.values.dates import OPEN, Period

TYPES = (Organisation, Organisation, Organisation, Initiative, Centre, Programme)
KINDS = ("participates-in", "partners-with", "hosts", "offers", "part-of", "zz-unknown")

registers = models(types=TYPES, kinds=KINDS, min_entities=4, max_entities=9, max_relations=25)


@given(registers)
def test_the_parts_of_the_score_are_those_of_the_network(model: PartnerModel) -> None:
    """Joint and direct are what the edges of the organisation network say; the score is their product."""
    network = organisation_network(model)
    found = intensity(model, counts=None, as_of="2026")
    assert [(one.first, one.second) for one in found] == sorted((min(e), max(e)) for e in network.edges)
    for one in found:
        edge = network.edges[one.first, one.second]
        assert (one.joint, len(one.direct)) == (edge["shared"], edge["direct"])
        assert set(one.records) == set(edge["through"].split(" "))
        assert one.uncounted == ()
        assert min(one.joint, 1) <= one.diversity <= one.joint
        assert one.score == one.years.times(one.joint * one.diversity)
        assert one.joint or one.score == Band(0, 0)


@given(registers)
def test_what_counts_and_what_does_not_make_the_whole(model: PartnerModel) -> None:
    """A record that joins two counts or does not, and none is both or lost."""
    whole = {(one.first, one.second): set(one.records) for one in intensity(model, counts=None, as_of="2026")}
    for one in intensity(model, counts="active", as_of="2026"):
        pair = (one.first, one.second)
        assert {*one.records, *one.uncounted} == whole[pair]
        assert not {*one.records} & {*one.uncounted}


@given(registers, st.sampled_from(((1, 3, 5), (2,), (0.5, 4))))
def test_each_pair_is_in_the_classes_that_its_years_leave_open(
    model: PartnerModel, limits: tuple[float, ...]
) -> None:
    """A pair is possible in every class that its band meets, certain where there is one, or unknown."""
    found = durations(model, limits=limits, counts=None, as_of="2026")
    assert [one.under for one in found] == [*limits, None]
    for pair in intensity(model, counts=None, as_of="2026"):
        ends = (pair.first, pair.second)
        years = pair.years
        assert (ends in found.unknown) == (years == UNKNOWN)
        inside = []
        for one in found:
            meets = years.least is not None and (
                (one.under is None or years.least < one.under)
                and (years.most is None or years.most >= one.at_least)
            )
            assert (ends in one.possible) == meets
            inside += [one] if meets else []
        for one in found:
            assert (ends in one.certain) == (inside == [one])


@given(registers)
def test_the_mix_of_statuses_is_that_of_the_ties(model: PartnerModel) -> None:
    """Each tie that `partners` lists is counted once, whichever end it is seen from; the shares make one."""
    mix = status_mix(model)
    seen = Counter(
        tie.status for id in model.organisations for one in partners(model, id) for tie in one.ties
    )
    assert {one.status: 2 * one.ties for one in mix} == seen
    assert mix.ties == sum(one.ties for one in mix)
    assert mix.pairs == organisation_network(model).number_of_edges()
    assert sum(one.share for one in mix) == pytest.approx(1 if mix.ties else 0)
    talk = {
        (min(ends), max(ends))
        for *ends, data in organisation_network(model).edges(data=True)
        if data["statuses"] == "discussed"
    }
    assert set(mix.only_discussed) == talk
    for one in mix:
        assert set(one.only) == {
            (min(ends), max(ends))
            for *ends, data in organisation_network(model).edges(data=True)
            if data["statuses"] == one.status
        }
    assert mix.share_discussed == (len(talk) / mix.pairs if mix.pairs else None)


@settings(max_examples=25)
@given(registers, registers)
def test_turnover_seen_from_the_other_end(before: PartnerModel, after: PartnerModel) -> None:
    """What is lost on the way there is new on the way back, and what is renewed is so both ways."""
    there, back = turnover(before, after, counts=None), turnover(after, before, counts=None)
    assert [(one.first, one.second) for one in there.renewed] == [
        (one.first, one.second) for one in back.renewed
    ]
    assert [(one.first, one.second, one.before, one.gone) for one in there.lost] == [
        (one.first, one.second, one.after, one.come) for one in back.new
    ]
    assert there.share_lost == back.share_new
    assert there.stability == back.stability
    edges = [{(min(e), max(e)) for e in organisation_network(model).edges} for model in (before, after)]
    assert {(one.first, one.second) for one in there.renewed} == edges[0] & edges[1]
    assert {(one.first, one.second) for one in there.lost} == edges[0] - edges[1]
    if there.share_renewed is not None and there.share_lost is not None:
        assert there.share_renewed + there.share_lost == pytest.approx(1)
    same = turnover(before, before, counts=None)
    assert {one.what for one in same} <= {"renewed"}
    assert same.share_renewed == (1 if edges[0] else None)


def town() -> PartnerModel:
    """Return a college that works with a school since 2020, and talks to a theatre."""
    return PartnerModel(
        "Town",
        [
            *(Organisation(id, id.title()) for id in ("college", "school", "theatre")),
            Initiative("fair", "Fair", kind="event", status="active", period=Period("2020-01-01", OPEN)),
            Initiative("club", "Club", status="completed", period=Period("2021", "2022")),
            Programme("signs", "Signs", kind="staff-training", status="active", period=Period("2019")),
            *(Relation(id, "participates-in", "fair") for id in ("college", "school")),
            *(Relation(id, "participates-in", "club") for id in ("college", "school")),
            *(Relation(id, "participates-in", "signs") for id in ("college", "school")),
            Relation("college", "cooperates-with", "theatre", status="discussed"),
            Relation("college", "funds", "school", status="cancelled"),
        ],
        language="en",
    )


def test_the_intensity_of_a_small_town() -> None:
    """Three things of two kinds, from some day in 2019 to 2024; talk and what was called off do not count."""
    (pair,) = intensity(town(), as_of="2024")
    assert (pair.joint, pair.kinds, pair.diversity) == (
        3,
        ("initiative: event", "programme: staff-training"),
        2,
    )
    assert pair.years.least == pytest.approx(5 + 1 / 365, abs=1e-3)
    assert pair.years.most == 6
    assert pair.score.most == 36
    assert pair.uncounted == ("college/funds/school",)
    assert str(intensity(town(), as_of="2024")) == (
        "Intensity of partnerships in Town\n"
        "organisation  partner  joint  years       kinds  score         direct  through\n"
        "College       School   3      5.0 to 6.0  2      30.0 to 36.0  0       club, fair, signs\n"
        "The score is joint × years × kinds; direct relations add to the years alone.\n"
        "What counts is active, completed or exists.\n"
        "Years are counted up to 31 December 2024."
    )
    (talk,) = intensity(town(), counts="discussed")
    assert (talk.joint, talk.score, talk.years) == (0, Band(0, 0), UNKNOWN)


def test_the_turnover_of_a_small_town() -> None:
    """A partner that is gone is named as gone; one that comes, as come."""
    after = (
        town()
        .without("school")
        .with_(Organisation("works", "Works"), Relation("college", "funds", "works", status="active"))
    )
    found = turnover(town(), after)
    assert [(one.what, one.second, one.gone, one.come) for one in found] == [
        ("lost", "school", ("school",), ()),
        ("new", "works", (), ("works",)),
    ]
    assert (found.share_renewed, found.share_new, found.stability) == (0, 1, 0)


def test_the_omsk_case() -> None:
    """Nothing has a date, so no duration is known; half of the pairs only talk."""
    model = load(ROOT / "examples" / "omsk.json")
    found = intensity(model)
    assert {one.years for one in found} == {UNKNOWN}
    ministry = next(one for one in found if one.second == "omsk-labour-ministry")
    assert (ministry.initiatives, ministry.kinds, ministry.score) == (
        ("visit",),
        ("initiative: visit",),
        UNKNOWN,
    )
    assert len(ministry.uncounted) == 5
    assert len(durations(model).unknown) == 4
    mix = status_mix(model)
    assert [(one.status, one.ties) for one in mix] == [("discussed", 9), ("active", 4), ("completed", 1)]
    assert mix.share_discussed == 0.5
    assert turnover(model, model).share_renewed == 1


def test_a_status_that_nobody_has_counts_nothing() -> None:
    """A word of one's own is no slip, though no record has it on some day; what has it counts."""
    assert len(intensity(town(), counts="zz-own")) == 0
    own = town().with_(Relation("school", "funds", "theatre", status="zz-own"))
    assert [one.second for one in intensity(own, counts="zz-own")] == ["theatre"]
    assert [one.what for one in turnover(town(), own, counts="zz-own")] == ["new"]


def test_bad_questions() -> None:
    """Limits that do not rise or are no numbers, and statuses that are none, are refused."""
    wrong = ((), (0, 1), (3, 1), (1, 1), [1, math.nan], [math.nan], [1, math.inf], "135", [True, 2], 3)
    for limits in wrong:
        with pytest.raises(
            ValueError,
            match=r"^limits are numbers that rise from above nought, as in \(1, 3, 5\); they are (\[.*\]|3)$",
        ):
            durations(town(), limits=limits)  # type: ignore[arg-type]  # what a caller without types may give
    for ask in (intensity, durations):
        with pytest.raises(
            UnknownTermError, match=r'^no status has the code "actve"\. Did you mean "active"\?$'
        ):
            ask(town(), counts="actve")
    with pytest.raises(UnknownTermError):
        turnover(town(), town(), counts=["active", "actve"])
