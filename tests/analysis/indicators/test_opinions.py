"""Levels and ratings: what each side says, where the two disagree, and what cannot be read."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.analysis.indicators.levels import collaboration_levels
from partnermodel.analysis.indicators.ratings import TRUST_AND_VALUE, ratings
from partnermodel.errors import UnknownTermError
from partnermodel.model.entities import Initiative, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.levels import Level
from partnermodel.vocabulary.terms import Term
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

FREY, HIMMELMAN = "levels-of-collaboration-scale", "collaboration-continuum"


def three(*relations: Relation, vocabulary: Vocabulary = STANDARD) -> PartnerModel:
    """Return three organisations and a project, with relations."""
    parties = [Organisation(id, id.upper()) for id in "abc"]
    return PartnerModel("Three", [*parties, Initiative("fair", "Fair"), *relations], vocabulary=vocabulary)


def rated(
    source: str, target: str, value: str, scheme: str = FREY, kind: str = "cooperates-with"
) -> Relation:
    """Return a relation with a level."""
    return Relation(source, kind, target, level=Level(scheme, value))


@given(st.sampled_from(STANDARD.codes(FREY)), st.sampled_from(STANDARD.codes(FREY)))
def test_steps_are_counted_on_the_scale(one: str, other: str) -> None:
    """The two sides are as many steps apart as the scale has between what they say."""
    (pair,) = collaboration_levels(three(rated("b", "a", one), rated("a", "b", other)), scheme=FREY)
    order = STANDARD.codes(FREY)
    assert (pair.first, pair.second, pair.first_says, pair.second_says) == ("a", "b", other, one)
    assert pair.steps == abs(order.index(one) - order.index(other))
    assert not pair.one_sided


def test_one_side_two_scales_and_several_relations() -> None:
    """One side is said to be one side, another scale is not looked at, and the highest of several counts."""
    model = three(
        rated("a", "b", "networking"),
        rated("a", "b", "coalition", kind="funds"),
        rated("b", "a", "collaborating", HIMMELMAN),
        rated("c", "b", "coordination"),
        rated("b", "c", "cooperation"),
        rated("a", "fair", "networking", kind="participates-in"),
        rated("a", "c", "networkin"),
    )
    found = collaboration_levels(model, scheme=FREY)
    assert [(one.first, one.second, one.first_says, one.second_says, one.steps) for one in found] == [
        ("a", "b", "coalition", None, None),
        ("b", "c", "cooperation", "coordination", 1),
    ]
    assert found[0].relations == ("a/cooperates-with/b", "a/funds/b")
    assert [one.first for one in found.disagreeing] == ["b"]
    assert found.scale == STANDARD.codes(FREY)
    assert found.elsewhere == ("a/participates-in/fair",)
    assert [(one.code, one.hint, one.records) for one in found.issues] == [
        ("unknown-term", 'Did you mean "networking"?', ("a/cooperates-with/c",))
    ]
    (other,) = collaboration_levels(model, scheme=HIMMELMAN)
    assert (other.first_says, other.second_says, other.one_sided) == (None, "collaborating", True)


def test_a_scale_of_ones_own() -> None:
    """A scheme whose terms have ranks is a scale, whatever numbers they are; any other is refused."""
    own = Vocabulary(
        [Term("closeness", code, rank=rank) for code, rank in (("far", 1), ("near", 5), ("one", 9))]
    )
    model = three(rated("a", "b", "far", "closeness"), rated("b", "a", "one", "closeness"), vocabulary=own)
    (pair,) = collaboration_levels(model, scheme="closeness")
    assert pair.steps == 2
    message = r'^"closenes" is not a scale of the vocabulary\. Did you mean "closeness"\?$'
    with pytest.raises(UnknownTermError, match=message):
        collaboration_levels(model, scheme="closenes")
    with pytest.raises(
        UnknownTermError, match=r"Choose from collaboration-continuum, levels-of-collaboration"
    ):
        collaboration_levels(three(), scheme="status")


RELIABILITY, MISSION, OPENNESS = TRUST_AND_VALUE["trust"]


def opinion(source: str, target: str, kind: str = "cooperates-with", **values: Any) -> Relation:
    """Return a relation with ratings under the owner `partner`."""
    return Relation(
        source,
        kind,
        target,
        extra={f"partner:{key.replace('_', '-')}": value for key, value in values.items()},
    )


def test_means_given_and_received() -> None:
    """A score is the mean of its items that are given; each rater counts once; nobody is guessed for."""
    model = three(
        opinion("a", "b", reliability=4, mission_support=2, involvement=1),
        opinion("a", "b", kind="funds", reliability=2),
        opinion("c", "b", openness_to_discussion=1),
    )
    found = ratings(model)
    assert [(one.rater, one.rated, dict(one.scores)) for one in found.pairs] == [
        ("a", "b", {"trust": 2.5, "value": 1.0}),
        ("c", "b", {"trust": 1.0, "value": None}),
    ]
    assert found.pairs[0].values[RELIABILITY] == 3
    assert found.pairs[0].relations == ("a/cooperates-with/b", "a/funds/b")
    standing = {(one.organisation, one.score): one for one in found}
    b = standing["b", "trust"]
    assert (b.received, b.raters, b.given, b.rated) == (1.75, ("a", "c"), None, ())
    assert standing["b", "value"].raters == ("a",)
    assert (standing["a", "trust"].given, standing["a", "trust"].received) == (2.5, None)
    assert found.issues == ()


@pytest.mark.parametrize("value", [0, 5, 4.5, "3", True, [3], {"a": 1}])
def test_a_bad_value_is_an_issue(value: object) -> None:
    """What is no number of the scale is in no mean, and is said with the record that holds it."""
    found = ratings(three(opinion("a", "b", reliability=value, mission_support=3)))
    assert [one.scores["trust"] for one in found.pairs] == [3]
    (issue,) = found.issues
    assert (issue.code, issue.records) == ("bad-rating", ("a/cooperates-with/b",))
    assert issue.message == '"partner:reliability" is no number from 1 to 4'


def test_what_is_misspelt_or_rates_no_organisation_is_an_issue() -> None:
    """A key like that of an item, and a rating of a project, are said; strangers' data is let be."""
    found = ratings(
        three(
            opinion("a", "b", reliabilty=3, something_else=9),
            opinion("a", "fair", kind="participates-in", reliability=3),
            Relation("b", "funds", "c", extra={"other:reliability": 3}),
        )
    )
    assert not found.pairs
    assert [(one.message, one.hint) for one in found.issues] == [
        ('"partner:reliabilty" is not an item of any score', 'Did you mean "partner:reliability"?'),
        (
            '"partner:reliability" rates what is no organisation, or is given by none',
            "State it on a relation from one organisation to another.",
        ),
    ]
    assert str(found) == (
        "Ratings in Three\n(none)\nThe scale is from 1 to 4.\n"
        "Organisations that nobody rates, and that rate nobody: 3.\nValues that could not be read: 2."
    )


def test_a_survey_of_ones_own() -> None:
    """Other items on another scale are read as they are named."""
    model = three(Relation("a", "funds", "b", extra={"my:warmth": 7}), opinion("a", "c", reliability=4))
    found = ratings(model, scores={"warmth": ["my:warmth"]}, scale=(1, 10))
    assert [(one.organisation, one.received) for one in found] == [("a", None), ("b", 7), ("c", None)]
    wrong: list[dict[str, list[str]]] = [{}, {"a": []}, {"a": ["my:x"] * 2}, {"a": ["my:x"], "b": ["my:x"]}]
    for scores in wrong:
        with pytest.raises(ValueError, match=r"^each of `scores` has items"):
            ratings(model, scores=scores)
    scales = ((4, 4), (1,), (1, 2, 3), (1, math.nan), (1, math.inf), "14", (False, 4), 4)
    for scale in scales:
        with pytest.raises(
            ValueError, match=r"^a scale is two numbers that rise, as from 1 to 4; this one is \[.*\]$"
        ):
            ratings(model, scale=scale)  # type: ignore[arg-type]  # what a caller without types may give
    with pytest.raises(ValueError, match=r"this one is \[1\]$"):
        ratings(model, scale=(1,))  # type: ignore[arg-type]  # the same


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(1, 4)), max_size=8))
def test_means_stay_on_the_scale(opinions: list[tuple[str, str, int]]) -> None:
    """No mean is off the scale, and as many ratings are given as are received."""
    relations = {
        (one, other): opinion(one, other, involvement=value) for one, other, value in opinions if one != other
    }
    found = ratings(three(*relations.values()))
    values = [one for one in found if one.score == "value"]
    assert sum(len(one.raters) for one in values) == sum(len(one.rated) for one in values) == len(relations)
    for one in values:
        assert (one.received is None) == (not one.raters)
        assert all(mean is None or 1 <= mean <= 4 for mean in (one.received, one.given))
