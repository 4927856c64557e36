"""Names that are alike are found without comparing all: beside a comparison of all pairs."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.matching.registers import register

from partnermodel.model.entities import Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.queries.matching.duplicates import find_duplicates
from partnermodel.queries.matching.likeness import LEAST_LIKENESS, alike
from partnermodel.queries.matching.names import Names, Spelling, latin_skeleton


def _common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence, by the table of the textbook."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row[:]
        for place, twin in enumerate(other):
            row[place + 1] = before[place] + 1 if letter == twin else max(row[place], before[place + 1])
    return row[-1]


def likeness(one: Spelling, other: Spelling) -> float:
    """Return the likeness of two names as its definition says."""
    plain, by_word = (
        (one.latin, other.latin),
        (" ".join(sorted(one.latin.split())), " ".join(sorted(other.latin.split()))),
    )
    return max(2 * _common(*texts) / max(sum(map(len, texts)), 1) for texts in (plain, by_word))


def _spellings(names: list[str]) -> list[Spelling]:
    return list(Names(Organisation(f"o{place:05}", name) for place, name in enumerate(names)).bearers)


@given(st.lists(st.text("абвг 12", min_size=1, max_size=12).filter(str.strip), max_size=8))
def test_the_likeness_is_what_its_definition_says(names: list[str]) -> None:
    """Each pair that is found has the likeness of the definition, and the same numbers, and comes once."""
    found = list(alike(_spellings(names)))
    assert len({frozenset((one, other)) for one, other, _ in found}) == len(found)
    for one, other, found_likeness in found:
        assert one != other
        assert one.numbers == other.numbers
        assert found_likeness == pytest.approx(likeness(one, other))
        assert found_likeness >= LEAST_LIKENESS


def test_nearly_all_pairs_are_found_that_a_comparison_of_all_finds() -> None:
    """Of the pairs of 500 names with slips, all that are alike by 0.88, and 99 of 100 of all."""
    spellings = _spellings(register(500)[0])
    whole = {}
    for one, other in combinations(sorted(spellings), 2):
        # No pair is alike that a bound from above, by the letters alone, refuses.
        if (
            one.numbers == other.numbers
            and SequenceMatcher(None, one.latin, other.latin).quick_ratio() >= 0.84
        ):
            value = likeness(one, other)
            if value >= LEAST_LIKENESS:
                whole[one, other] = value
    found = {(one, other) for one, other, _ in alike(spellings)}
    assert found <= whole.keys()
    assert {pair for pair, value in whole.items() if value >= 0.88} <= found
    assert len(found) >= 0.99 * len(whole) > 50


def test_planted_duplicates_are_found() -> None:
    """Of 100 names that were written again with slips, 95 at the least are suggested."""
    names, planted = register(500)
    model = PartnerModel("Register", [Organisation(f"o{at:03}", name) for at, name in enumerate(names)])
    found = {(pair.one, pair.other) for pair in find_duplicates(model)}
    hits = sum((f"o{one:03}", f"o{other:03}") in found for one, other in planted)
    assert hits >= 0.95 * len(planted)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("омский колледж", ("omskii kolledzh", "omskiy kolledzh", "omskij kolledzh", "omsky kolledzh")),
        ("ярославль", ("iaroslavl", "yaroslavl", "jaroslavl")),
        ("юность", ("iunost", "yunost", "junost")),
        ("хакасия", ("khakasiia", "hakasiya", "khakasija")),
        ("центр", ("tsentr", "centr")),
        ("щит", ("shchit", "schit")),
    ],
)
def test_usual_tables_come_to_one(cyrillic: str, latin: tuple[str, ...]) -> None:
    """What the usual tables write differently makes no difference."""
    assert {latin_skeleton(text) for text in latin} == {latin_skeleton(cyrillic)}
