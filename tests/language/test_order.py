"""Alphabetical order, as readers of a language know it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.language.speech import TONGUES, speech

RUSSIAN_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def test_the_alphabet_is_in_its_own_order() -> None:
    """The letters of the Russian alphabet stay in their order, й after и; ё stands with е."""
    assert speech("ru").alphabetical(reversed(RUSSIAN_ALPHABET)) == list(RUSSIAN_ALPHABET)
    words = ["ёж", "еж", "ежа", "ёжа", "жук", "дуб"]
    assert speech("ru").alphabetical(words) == ["дуб", "еж", "ёж", "ежа", "ёжа", "жук"]
    assert speech("ru").alphabetical(["Ёлка", "Яблоко", "Ель"]) == ["Ёлка", "Ель", "Яблоко"]


@given(st.lists(st.sampled_from(RUSSIAN_ALPHABET), min_size=1), st.lists(st.sampled_from(RUSSIAN_ALPHABET)))
def test_words_are_compared_letter_by_letter(first: list[str], second: list[str]) -> None:
    """Two Russian words come in the order of the first letters in which they differ; a shorter one first."""
    places = [[RUSSIAN_ALPHABET.index(letter) for letter in word] for word in (first, second)]
    words = ["".join(first), "".join(second)]
    expected = words if places[0] <= places[1] else words[::-1]
    assert speech("ru").alphabetical(words) == expected


@pytest.mark.parametrize("language", TONGUES)
@given(numbers=st.lists(st.integers(0, 10**30), min_size=2))
def test_numbers_in_names_stand_by_their_size(language: str, numbers: list[int]) -> None:
    """School 5 stands before school 15, however large the numbers are."""
    names = speech(language).alphabetical(f"№ {number}" for number in numbers)
    found = [int(name.removeprefix("№ ")) for name in names]
    assert found == sorted(numbers)


@pytest.mark.parametrize("language", TONGUES)
@given(texts=st.lists(st.text(max_size=8), unique=True), chance=st.randoms(use_true_random=False))
def test_texts_have_one_order(language: str, texts: list[str], chance: object) -> None:
    """Any texts have one order: shuffled, they are put into the same one again."""
    mixed = list(texts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert speech(language).alphabetical(mixed) == speech(language).alphabetical(texts)


def test_case_accents_and_quotation_marks_do_not_part_what_belongs_together() -> None:
    """Names stand by their letters, not by the marks around or above them."""
    names = speech("en").alphabetical(["Zebra", "“alpha”", "Éclair", "Beta", "eclair"])
    assert names == ["“alpha”", "Beta", "eclair", "Éclair", "Zebra"]
