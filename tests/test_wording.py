"""Sentences that remember how they were made are texts like any other."""

from __future__ import annotations

import copy
import json
import pickle
from string import Formatter

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel.errors import Issue
from partnermodel.wording import NOTHING, Worded, alternatives, together, worded

PARTS = st.sampled_from(["no {noun} has the id {id}", "{noun}, then {id}: {{}}", "{id}", "nothing"])


def sentences() -> st.SearchStrategy[Worded]:
    """Return sentences with texts, numbers and sentences in their gaps."""
    plain = st.builds(lambda text: worded("say {text}", text=text), lines())
    return st.recursive(
        plain,
        lambda inner: st.builds(
            lambda template, noun, number: worded(template, noun=noun, id=number),
            PARTS,
            inner | lines(),
            inner | st.integers(),
        ),
        max_leaves=6,
    )


@given(sentences())
def test_a_sentence_is_the_text_that_its_template_makes(sentence: Worded) -> None:
    """It equals, hashes, prints and encodes as the filled template does."""
    text = "".join(
        literal + (str(sentence.values[gap]) if gap else "")
        for literal, gap, _, _ in Formatter().parse(sentence.template)
    )
    assert sentence == text
    assert hash(sentence) == hash(text)
    assert f"{sentence}" == str(sentence) == text
    assert repr(sentence) == repr(text)
    assert json.loads(json.dumps(sentence)) == text
    assert text in {sentence}


@given(sentences())
def test_a_sentence_is_told_again_after_a_journey(sentence: Worded) -> None:
    """A copy, a pickle, and either of an issue around it keep template and values, to the depths."""
    issue = Issue("a", "$", message=sentence)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert_same(pickle.loads(pickle.dumps(sentence, protocol)), sentence)
    assert_same(copy.copy(sentence), sentence)
    assert_same(copy.deepcopy(sentence), sentence)
    for again in (
        pickle.loads(pickle.dumps(issue)),
        copy.deepcopy(issue),
        attrs.evolve(issue),
        issue.under("a"),
    ):
        assert_same(again.message, sentence)


def assert_same(one: object, other: Worded) -> None:
    """Compare two sentences to their depths."""
    assert isinstance(one, Worded)
    assert one == other
    assert one.template == other.template
    assert one.values.keys() == other.values.keys()
    for name, value in other.values.items():
        assert one.values[name] == value
        if isinstance(value, Worded):
            assert_same(one.values[name], value)


@given(sentences(), sentences())
def test_two_sentences_stand_side_by_side(one: Worded, other: Worded) -> None:
    """There is one space between two of them, and none after one that is alone."""
    assert together(one, other) == f"{one} {other}"
    assert together(one, NOTHING) is one


@given(st.lists(lines(), min_size=1, max_size=5))
def test_alternatives_are_said_with_or_before_the_last(items: list[str]) -> None:
    """All are named in their order, with commas between them, and `or` before the last."""
    *others, last = items
    assert alternatives(items) == " or ".join(filter(None, [", ".join(others), last]))
