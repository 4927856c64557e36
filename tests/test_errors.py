"""The error tree: every fault at once, for a person to read and a program to catch."""

from __future__ import annotations

import copy
import pickle
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel import errors
from partnermodel.errors import (
    BROKEN,
    DOUBTFUL,
    WORDED_AT_MOST,
    IntegrityError,
    InvalidDocumentError,
    InvalidRecordError,
    InvalidTableError,
    Issue,
    MissingExtraError,
    PartnermodelError,
    Suggestions,
    UnknownIdError,
    UnknownTermError,
    UnsupportedFormatError,
    did_you_mean,
    nearest,
)
from partnermodel.model.entities import Organisation

TREE: dict[type[PartnermodelError], type[Exception]] = {
    PartnermodelError: Exception,
    InvalidRecordError: ValueError,
    InvalidDocumentError: ValueError,
    InvalidTableError: ValueError,
    IntegrityError: ValueError,
    UnsupportedFormatError: ValueError,
    UnknownIdError: KeyError,
    UnknownTermError: KeyError,
    MissingExtraError: ImportError,
}
CLASSES = st.sampled_from(list(TREE))


def issues() -> st.SearchStrategy[Issue]:
    """Return issues of all sorts."""
    ids = st.lists(lines(), max_size=2).map(tuple)
    severity = st.sampled_from([BROKEN, DOUBTFUL])
    return st.builds(
        Issue, lines(), lines(), lines(), lines(), st.just("") | lines(), severity=severity, records=ids
    )


def test_the_tree_has_one_root_and_known_branches() -> None:
    """Every error of the module is under the one root, and is also the error of Python that one expects."""
    found = {
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, Exception) and one.__module__ == errors.__name__
    }
    assert found == set(TREE)
    for cls, python in TREE.items():
        assert issubclass(cls, PartnermodelError)
        assert issubclass(cls, python)


@given(CLASSES, lines(), st.lists(issues(), max_size=4))
def test_an_error_says_its_heading_and_every_issue(
    cls: type[PartnermodelError], heading: str, found: list[Issue]
) -> None:
    """Printed, an error is its heading and one line an issue, without the quotation marks of a KeyError."""
    error = cls(heading, found)
    assert error.issues == tuple(found)
    assert error.heading == heading
    assert str(error) == "\n".join([heading, *(f"  {issue}" for issue in found)])


@given(CLASSES, lines(), st.lists(issues(), max_size=3))
def test_an_error_pickles_and_copies(cls: type[PartnermodelError], heading: str, found: list[Issue]) -> None:
    """A pickled or copied error has the class, the message, the issues and the place of the first."""
    error = cls(heading, found)
    if isinstance(error, InvalidRecordError):
        error.place = "Organisation"
    copies = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in (copy.copy(error), copy.deepcopy(error), *copies):
        assert type(again) is cls
        assert str(again) == str(error)
        assert (again.heading, again.issues, again.args) == (error.heading, error.issues, error.args)
        assert getattr(again, "place", None) == getattr(error, "place", None)


def test_an_error_that_the_library_raised_pickles() -> None:
    """A refusal that a worker process raised reaches its parent whole."""
    with pytest.raises(InvalidRecordError) as caught:
        Organisation("a b", "")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.place == 'Organisation("a b")'
    assert again.issues == caught.value.issues


@given(st.integers(0, 3))
def test_the_hundred_and_first_issue_is_counted_and_not_worded(more: int) -> None:
    """An error words a hundred issues and counts the others; `issues` holds them all."""
    one = Issue("a", "$", message="it is wrong")
    error = IntegrityError("they contradict:", [one] * (WORDED_AT_MOST + more))
    said = str(error).split("\n")
    assert len(error.issues) == WORDED_AT_MOST + more
    assert said[1 : WORDED_AT_MOST + 1] == ["  $: it is wrong. [a]"] * WORDED_AT_MOST
    assert said[WORDED_AT_MOST + 1 :] == ([f"  … and {more} more"] if more else [])


@given(issues(), lines())
def test_an_issue_reads_as_place_fault_hint_and_code(issue: Issue, prefix: str) -> None:
    """Printed, an issue is its path, its message, its hint if there is one, and its code."""
    hint = [issue.hint] if issue.hint else []
    assert str(issue) == " ".join([f"{issue.path}: {issue.message}.", *hint, f"[{issue.code}]"])
    further = issue.under(prefix)
    assert further.path == prefix + issue.path
    assert str(further) == prefix + str(issue)
    assert (further.code, further.value, further.severity, further.records) == (
        issue.code,
        issue.value,
        issue.severity,
        issue.records,
    )


@given(issues())
def test_an_issue_is_a_value(issue: Issue) -> None:
    """An issue pickles and copies to its equal, hash and all, and is broken unless it is called doubtful."""
    for again in (copy.copy(issue), copy.deepcopy(issue), pickle.loads(pickle.dumps(issue))):
        assert again == issue
        assert hash(again) == hash(issue)
    assert Issue("a", "b").severity == BROKEN == "broken"
    assert DOUBTFUL == "doubtful"


WORDS = st.text("abcd", min_size=1, max_size=7)


@given(WORDS, st.lists(WORDS, max_size=8))
def test_the_nearest_word_is_the_most_alike_by_the_ratio(word: str, words: list[str]) -> None:
    """The nearest word has the greatest ratio of Ratcliff and Obershelp, and at least 0.6."""
    ratios = [SequenceMatcher(a=other, b=word).ratio() for other in words]
    found = nearest(word, words)
    if max(ratios, default=0) < 0.6:
        assert found is None
        assert did_you_mean(word, words) == ""
    else:
        assert found is not None
        assert SequenceMatcher(a=found, b=word).ratio() == max(ratios)
        assert did_you_mean(word, words) == f'Did you mean "{found}"?'


REGISTER = [f"{number:05d}-school-{number:05d}" for number in range(5000)]


@given(st.integers(0, 4999), st.integers(0, 17), st.sampled_from(["", "x", "xx"]))
def test_among_very_many_words_one_a_slip_away_is_found(number: int, place: int, slip: str) -> None:
    """In a register of thousands a word with one letter left out or mistyped finds what was meant."""
    # The slips are letters, so that none of them makes another word of the register.
    word = REGISTER[number]
    meant = word[:place] + slip + word[place + 1 :]
    found = nearest(meant, REGISTER)
    assert found is not None
    ratio = SequenceMatcher(a=found, b=meant).ratio()
    assert ratio >= SequenceMatcher(a=word, b=meant).ratio() or found == word


@pytest.mark.parametrize("word", ["university", "", "x", "00000"])
def test_among_very_many_words_a_word_like_none_of_them_finds_nothing(word: str) -> None:
    """Where nothing in a large register is alike, nothing is suggested, not even for an empty word."""
    assert nearest(word, REGISTER) is None


def test_suggestions_are_made_for_as_many_faults_as_are_worded() -> None:
    """The words are asked for once and late, and after a hundred suggestions no more are made."""
    asked: list[int] = []

    def words() -> list[str]:
        asked.append(1)
        return ["omsk", "tomsk"]

    suggestions = Suggestions(words)
    assert asked == []
    said = [suggestions.of("omks") for _ in range(WORDED_AT_MOST + 2)]
    assert said == ['Did you mean "omsk"?'] * WORDED_AT_MOST + ["", ""]
    assert asked == [1]
