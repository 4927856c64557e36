"""The patterns: what may stand in a text, and how a refused value is shown."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import BLANK, HOSTILE, blocks, codes, ids, languages, lines, urls

from partnermodel.values import text
from partnermodel.values.text import compiled, fallbacks, folded, folded_all, shown

# Every character of the basic plane, and every hundredth beyond it, where the patterns refuse nothing.
CHARACTERS = [chr(number) for number in (*range(0x10000), *range(0x10000, sys.maxunicode + 1, 100))]
CONTROL = {c for c in CHARACTERS if unicodedata.category(c) == "Cc"}
SURROGATES = {c for c in CHARACTERS if unicodedata.category(c) == "Cs"}


def _alone(pattern: str) -> set[str]:
    matches = compiled(pattern).match
    return {c for c in CHARACTERS if matches(c)}


def test_a_line_refuses_only_what_misleads_or_cannot_be_seen() -> None:
    """Of all characters a line alone refuses controls, surrogates, overrides and blanks."""
    assert set(CHARACTERS) - _alone(text.LINE) == CONTROL | SURROGATES | set(HOSTILE) | set(BLANK)


def test_a_line_takes_within_it_whatever_does_not_mislead() -> None:
    """Beside something visible a line refuses only controls, surrogates and overrides: joiners stay."""
    matches = compiled(text.LINE).match
    for frame in ("a{}b", "{}a", "a{}"):
        refused = {c for c in CHARACTERS if not matches(frame.format(c))}
        assert refused == CONTROL | SURROGATES | set(HOSTILE), frame


def test_a_block_takes_line_feeds_and_tabs_and_nothing_else_of_the_controls() -> None:
    """Free text refuses controls other than line feed and tab, surrogates and overrides."""
    assert set(CHARACTERS) - _alone(text.BLOCK) == (CONTROL | SURROGATES | set(HOSTILE)) - {"\n", "\t"}
    assert compiled(text.BLOCK).match("")


def test_an_id_has_nothing_in_it_that_cannot_be_seen() -> None:
    """An id refuses what a line refuses, every blank, general punctuation, and the slash of derived ids."""
    punctuation = {chr(number) for number in range(0x2010, 0x2028)}
    refused = CONTROL | SURROGATES | set(HOSTILE) | set(BLANK) | punctuation | {"/"}
    assert set(CHARACTERS) - _alone(text.ID) == refused
    assert not compiled(text.ID).match("")


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (text.CODE, ["a", "0", "vocational-college", "a-1-b"], ["", "-a", "a-", "a--b", "A", "a_b", "é"]),
        (
            text.LANGUAGE,
            ["ru", "und", "tt-Cyrl", "de-DE-1996", "de-x-leicht", "RU", "zh-Hant-TW"],
            ["", "r", "russ", "ru_RU", "ru-", "ru-abcdefghi", "ру"],
        ),
        (text.EXTRA_KEY, ["a:b", "my-register:строка", "x.org:a:b"], ["a", "a:", ":b", "A:b", "a b:c"]),
        (text.PLACE_CODE, ["RU", "RU-OMS", "FR-75", "DE-B"], ["", "ru", "R", "RU-", "RU-OMSK", "RUS"]),
        (
            text.URL,
            ["https://a", "http://пример.рф/путь?q#f"],
            ["", "a.org", "ftp://a", "https://", "https://a b", "https://a\n", "javascript:alert(1)", 'https://"'],
        ),
    ],
)  # fmt: skip
def test_a_pattern_takes_what_its_standard_takes(pattern: str, good: list[str], bad: list[str]) -> None:
    """Codes, language tags, keys, place codes and addresses have the form that their standard says."""
    matches = compiled(pattern).match
    assert [word for word in good if not matches(word)] == []
    assert [word for word in bad if matches(word)] == []


@pytest.mark.parametrize(
    ("pattern", "strategy"),
    [
        (text.LINE, lines),
        (text.BLOCK, blocks),
        (text.ID, ids),
        (text.CODE, codes),
        (text.LANGUAGE, languages),
        (text.URL, urls),
    ],
)
def test_what_the_strategies_draw_is_what_the_patterns_take(
    pattern: str, strategy: Callable[[], st.SearchStrategy[str]]
) -> None:
    """Each strategy for texts draws only texts that its pattern takes."""

    @given(strategy())
    def holds(value: str) -> None:
        assert compiled(pattern).match(value)

    holds()


@given(lines(), st.sampled_from([text.LINE, text.ID, text.CODE, text.LANGUAGE, text.PLACE_CODE, text.URL]))
def test_a_last_line_feed_is_no_match(value: str, pattern: str) -> None:
    """`$` is the end of the text, as in JSON Schema: a line feed after it is refused."""
    assert compiled(pattern).match(value + "\n") is None


def test_a_pattern_without_an_end_is_taken_as_it_is() -> None:
    """Only a `$` at the very end is read in the manner of ECMA 262."""
    assert compiled("^a").pattern == "^a"
    assert compiled("^a$").pattern == r"^a\Z"


@given(st.text(), st.integers(min_value=2, max_value=80))
def test_what_is_shown_is_one_short_line_without_hostile_characters(value: str, longest: int) -> None:
    """Whatever a text holds, showing it gives one line, no longer than allowed, and nothing hostile."""
    line = shown(value, longest)
    assert 0 < len(line) <= longest
    assert not set(line) & (CONTROL | SURROGATES | set(HOSTILE))
    assert not re.search("[\u200b-\u200f]", line)


@given(st.text(max_size=8))
def test_what_is_shown_in_full_can_be_read_back(value: str) -> None:
    """A text that is shown without being cut is its JSON."""
    assert json.loads(shown(value, 1000)) == value


def test_what_is_not_json_is_shown_too() -> None:
    """A value that JSON cannot hold is shown by its repr, or, were that endless, by its size."""
    circle: list[object] = []
    circle.append(circle)
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert shown({1, }) == "{1}"  # fmt: skip
    assert shown(b"\xff") == r"b'\xff'"
    assert shown(circle) == shown(deep) == "a very large list"
    assert shown(10**5000) == "a very large int"
    assert shown("a" * 100) == f'"{"a" * 58}…'


@given(lines())
def test_folding_is_blind_to_quotation_marks_and_spaces(value: str) -> None:
    """A text in quotation marks, or with spaces around it, folds to what it folds to alone."""
    assert folded(f" «{value}» ") == folded(f'"{value}"') == folded(f"{value}\u00a0") == folded(value)


@given(st.text("абвёЁЖabcÉßǅﬁ", max_size=8))
def test_folding_is_blind_to_case(value: str) -> None:
    """Upper and lower case, ё and е, the composed and the decomposed letter fold to the same."""
    decomposed = unicodedata.normalize("NFD", value)
    assert folded(value.upper()) == folded(value.lower()) == folded(decomposed) == folded(value)
    assert folded("ёлка") == folded("ЕЛКА")


@given(st.lists(lines() | st.text('ё№ЁEеÉ \u0301\u0308«’"\xa0ﬁǅA5', max_size=6), max_size=8))
def test_very_many_texts_fold_as_each_does(values: list[str]) -> None:
    """Texts that are folded together come to what each of them comes to alone."""
    assert folded_all(values) == [folded(value) for value in values]


def test_what_is_taken_for_settled_is_settled() -> None:
    """What normalisation is not asked about is as it leaves it, alone and beside each other."""
    settled = [one for one in CHARACTERS if compiled(text._SETTLED).match(one)]
    pairs = "".join(one + other for one in settled for other in settled)
    assert unicodedata.is_normalized("NFKC", pairs)
    assert {*"Яё «5»\n"} < set(settled)


@given(languages())
def test_a_language_falls_back_to_its_shorter_forms(language: str) -> None:
    """Each form is the one before it without its last part, down to the language itself."""
    forms = list(fallbacks(language))
    assert forms[0] == language
    assert "-" not in forms[-1]
    assert all(longer.startswith(f"{shorter}-") for longer, shorter in pairwise(forms))
    assert len(forms) == language.count("-") + 1
