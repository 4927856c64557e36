"""What should exist and does not: `unmet`, held to coverage and to a search through everything."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.recommending.profiles import profiles
from tests.queries.networks import STATUSES, networks
from tests.queries.town import town

from partnermodel.errors import UnknownIdError, UnknownTermError
from partnermodel.formats.files import load
from partnermodel.language.retelling import retold
from partnermodel.model.entities import Centre, Group, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.coverage import coverage
from partnermodel.queries.expectations import Expectation, Expected, expectation
from partnermodel.queries.provisions import Provision
from partnermodel.queries.unmet import unmet

NETWORKS = networks(most=20, service=True)
COUNTS = st.none() | st.sets(st.sampled_from(STATUSES[:-1]), min_size=1, max_size=3)


def fits(model: PartnerModel, cell: Expected, one: Provision) -> bool:
    """Return whether a provision is of the group, the place and the kind of a cell."""
    scheme = model.entity(one.provision).scheme
    return (
        one.group == cell.group
        and cell.place in (None, one.place)
        and (cell.kind is None or one.kind in model.codes(scheme, cell.kind))
    )


@settings(max_examples=200)
@given(NETWORKS, st.data(), COUNTS)
def test_what_counts_is_what_coverage_finds(
    model: PartnerModel, data: st.DataObject, counts: set[str] | None
) -> None:
    """In a cell counts what fits it in a counted status; missing is what is expected less the providers."""
    profile = data.draw(profiles(model))
    found = unmet(model, profile, counts=counts)
    everything = coverage(model, groups=model.groups).provisions
    assert [one.expected for one in found.outcomes] == [*profile]
    for one in found.outcomes:
        inside = [each for each in everything if fits(model, one.expected, each)]
        counted = [each for each in inside if counts is None or each.status in found.counted]
        assert sorted(one.found, key=str) == sorted(counted, key=str)
        assert one.providers == tuple(sorted({each.provision for each in counted}))
        assert one.missing == max(0, one.expected.at_least - len(one.providers))
        near = [each.provision for each in one.nearly]
        assert len({each.provision for each in near}) == len(near)
        assert not {each.provision for each in near} & {*one.providers}
        # What fits and does not count is nearly there, for want of nothing but its status.
        left = {each.provision for each in inside if each not in counted} - {*one.providers}
        assert left == {each.provision.provision for each in one.nearly if each.lacking == ("status",)}
    assert found.items == tuple(one for one in found.outcomes if one.missing)
    assert found.met == tuple(one for one in found.outcomes if not one.missing)
    assert found.share == (len(found.met) / len(profile) if len(profile) else None)


@settings(max_examples=150)
@given(NETWORKS, st.data())
def test_what_nearly_covers_lacks_what_it_says(model: PartnerModel, data: st.DataObject) -> None:
    """Each lack is a fact: of the status, the place, the kind or the group; and there is at least one."""
    joined = [Relation("g1", "overlaps", "g2"), Relation("g2", "part-of", "g3", status="active")]
    model = model.with_(*joined)
    beside = {("g1", "g2"), ("g2", "g1"), ("g2", "g3"), ("g3", "g2")}
    for one in unmet(model, data.draw(profiles(model))):
        cell = one.expected
        lengths = [len(near.lacking) for near in one.nearly]
        assert lengths == sorted(lengths)
        for near in one.nearly:
            of = near.provision
            assert near.lacking
            assert len({*near.lacking}) == len(near.lacking)
            assert ("status" in near.lacking) == (of.status not in ("active", "exists"))
            assert ("group" in near.lacking) == (of.group != cell.group)
            assert ("place" in near.lacking) == (cell.place is not None and of.place != cell.place)
            assert of.group == cell.group or (of.group, cell.group) in beside
            assert {*near.records} <= {*model}
            assert {*of.records} <= {*near.records}
            assert len(near.why.split(", ")) >= len(near.lacking)
            if "kind" not in near.lacking:
                scheme = model.entity(of.provision).scheme
                assert cell.kind is None or of.kind in model.codes(scheme, cell.kind)


@settings(max_examples=100)
@given(NETWORKS)
def test_a_product_of_all_is_coverage(model: PartnerModel) -> None:
    """Each group in each place once: what is unmet is the gaps of coverage, in their order."""
    found = unmet(model, expectation(model, places=model.places))
    assert [(one.expected.group, one.expected.place) for one in found] == [
        gap.cell for gap in coverage(model).gaps
    ]


@settings(max_examples=100)
@given(NETWORKS, st.data())
def test_a_cell_is_met_when_what_lacks_a_status_gets_it(model: PartnerModel, data: st.DataObject) -> None:
    """Make the records of what lacks only a status active: it counts."""
    profile = data.draw(profiles(model))
    for one in unmet(model, profile):
        for near in one.nearly:
            if near.lacking == ("status",):
                changed = [attrs.evolve(model[record], status="active") for record in near.provision.records]
                after = unmet(model.with_(*changed), [one.expected]).outcomes[0]
                assert near.provision.provision in after.providers


def test_the_town_is_met_as_worked_out_by_hand() -> None:
    """Of the town, exactly: what is found, what is missing, and what nearly covers it."""
    model = town().with_(
        Relation("blind", "overlaps", "deaf"),
        Centre("signers", "Signers", kind="support-service", status="active"),
        Relation("signers", "serves", "deaf"),
        Relation("signers", "located-in", "region"),
    )
    found = unmet(
        model,
        [
            Expected("deaf", "town", "training-programme", reason="law"),
            Expected("deaf", "town", "vocational-training"),
            Expected("deaf", "town", "support-service"),
            Expected("blind", "town", "staff-training", at_least=2),
            Expected("residents", "village"),
        ],
    )
    table = found.overview()
    assert table.columns == (
        "group", "place", "kind", "expected", "found", "missing", "nearly covered by", "why it is expected"
    )  # fmt: skip
    assert [" | ".join(map(str, row)) for row in table.rows] == [
        "Deaf learners | Town on the river | training programme | 1 | Sign language | 0 | nothing | law",
        (
            "Deaf learners | Town on the river | vocational training | 1 | nothing | 1 | "
            "Sign language (of a sibling kind: training of staff) | "
        ),
        (
            "Deaf learners | Town on the river | support service | 1 | nothing | 1 | "
            "Signers (is in Omsk Region, and nobody says in Town on the river) | "
        ),
        (
            "Blind learners | Town on the river | training of staff | 2 | nothing | 2 | "
            "Sign language (serves Deaf learners, which overlaps with Blind learners) | "
        ),
        (
            "Residents | Village | any | 1 | nothing | 1 | "
            "Training for residents (place not stated, discussed) | "
        ),
    ]
    assert table.notes == ("Met: 1 of 5.",)
    assert found.table().rows == table.rows[1:]
    assert found.share == 0.2
    overlapping = found[2].nearly[0]
    assert overlapping.lacking == ("group",)
    assert overlapping.records[-1] == "blind/overlaps/deaf"
    wider = found[1].nearly[0]
    assert wider.records[-1] == "town/part-of/region"


def test_in_omsk_the_training_is_only_discussed() -> None:
    """C1: vocational training for residents is discussed and not there, and its records say so."""
    found = unmet(load("examples/omsk.json"), [Expected("residents", kind="joint-training")])
    assert str(found) == (
        "Expected and not met\n"
        "group                                 place  kind            expected  found    missing  "
        "nearly covered by                                                         why it is expected\n"
        "Residents of stationary institutions  any    joint training  1         nothing  1        "
        "Vocational training for residents of stationary institutions (discussed)\n"
        "Met: 0 of 1."
    )
    assert found[0].nearly[0].records == (
        "training-for-residents",
        "training-for-residents/serves/residents",
        "omsk-college/participates-in/training-for-residents/party",
    )


def test_kinds_are_wider_siblings_or_not_stated() -> None:
    """A wider kind, a sibling and no kind are near; a kind with no word above it has no siblings."""
    model = PartnerModel(
        "Kinds",
        [
            Group("deaf", "Deaf learners"),
            Programme("wider", "Wider", kind="training-programme", status="active"),
            Programme("sibling", "Sibling", kind="higher-education", status="active"),
            Programme("blank", "Blank", status="active"),
            Programme("other", "Other", kind="mentoring", status="active"),
            *(Relation(id, "serves", "deaf") for id in ("wider", "sibling", "blank", "other")),
        ],
    )
    (one,) = unmet(model, [Expected("deaf", kind="staff-training")])
    assert {near.provision.provision: near.why for near in one.nearly} == {
        "wider": "of a wider kind: training programme",
        "sibling": "of a sibling kind: higher education",
        "blank": "its kind is not stated",
    }
    (alone,) = unmet(model, [Expected("deaf", kind="rehabilitation")])
    assert [near.provision.provision for near in alone.nearly] == ["blank"]


def test_unknown_ids_words_and_numbers_are_refused() -> None:
    """What the model and the vocabulary do not know is refused, with the nearest that they do."""
    model = town()
    with pytest.raises(UnknownIdError, match=r'^no group has the id "deef". Did you mean "deaf"\?$'):
        unmet(model, [Expected("deef")])
    with pytest.raises(UnknownIdError, match=r'^no place has the id "vilage". Did you mean "village"\?$'):
        expectation(model, places=["vilage"])
    with pytest.raises(
        UnknownTermError, match=r'^no kind has the code "mentring". Did you mean "mentoring"\?$'
    ):
        expectation(model, kinds="mentring")
    with pytest.raises(UnknownTermError, match=r'^no status has the code "activ". Did you mean "active"\?$'):
        unmet(model, [Expected("deaf")], counts="activ")
    with pytest.raises(ValueError, match=r"^at_least is 0; give a whole number of providers, 1 or more.$"):
        Expected("deaf", at_least=0)
    assert Expected("deaf", at_least=2**53 - 1).at_least == 9007199254740991
    large = {2**53: "9007199254740992", 2**64: "18446744073709551616", 10**5000: "a very large int"}
    for number, told in large.items():
        with pytest.raises(ValueError, match="at_least") as caught:
            expectation(model, at_least=number)
        assert str(caught.value) == (
            f"at_least is {told}, which not every program could read; give 9007199254740991 or less."
        )
        assert retold(caught.value, language="ru").args[0] == (
            f"Значение at_least — {told}: такое число прочитает не каждая программа; укажите не больше "
            "9007199254740991."
        ).replace("a very large int", "очень большое значение (int)")
    with pytest.raises(
        ValueError, match=r'^\["deaf", null, null\] is expected twice; give each group, place'
    ):
        Expectation([Expected("deaf"), Expected("deaf", at_least=2)])
    told = r'^the expectation is or holds "x"; give an Expectation, or a list of Expected.$'
    with pytest.raises(ValueError, match=told):
        unmet(model, "x")  # type: ignore[arg-type]  # what a caller without types may give
    with pytest.raises(ValueError, match=told):
        Expectation("x")  # type: ignore[arg-type]  # likewise, and before any model is asked


def test_a_kind_that_only_the_model_has_is_known() -> None:
    """A word that no vocabulary has, and that a record uses, may be expected."""
    model = PartnerModel(
        "Own",
        [
            Group("deaf", "Deaf learners"),
            Place("town", "Town"),
            Programme("signs", "Signs", kind="sign-school", status="active"),
            Relation("signs", "serves", "deaf"),
        ],
    )
    assert unmet(model, expectation(model, kinds=["sign-school"])).share == 1
    assert unmet(model, []).share is None


def test_a_profile_is_a_product_or_a_list() -> None:
    """Left out, groups are those of coverage, places and kinds any; what is given twice counts once."""
    model = town()
    assert [cell.key for cell in expectation(model)] == [
        ("blind", None, None),
        ("deaf", None, None),
        ("residents", None, None),
    ]
    cells = expectation(
        model, groups="deaf", places=["town", None, "town"], kinds=["mentoring"], at_least=2, reason="plan"
    )
    assert str(cells) == (
        "What is expected\n"
        "group  place  kind       at least  reason\n"
        "deaf   town   mentoring  2         plan\n"
        "deaf   any    mentoring  2         plan"
    )
    assert Expectation([*cells, Expected("blind")])[2].key == ("blind", None, None)
