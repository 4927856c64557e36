"""Names in Latin letters: the table, the words that mix scripts, and the ids that are made of names."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel.values.homoglyphs import strays, unmixed
from partnermodel.values.slugs import slug
from partnermodel.values.transliteration import transliterated

# As a passport writes them (order No. 2113 of the Russian foreign ministry, 2020, by ICAO Doc 9303).
ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
PASSPORT = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".replace(
    "-", ""
).split(" ")

russian = st.text(st.sampled_from(ALPHABET + ALPHABET.upper() + " -«»№5"), max_size=30)


@pytest.mark.parametrize(("letter", "written"), list(zip(ALPHABET, PASSPORT, strict=True)))
def test_a_letter_is_written_as_in_a_passport(letter: str, written: str) -> None:
    """Each Russian letter, small and capital, composed or not, is written as a passport writes it."""
    assert transliterated(letter) == written
    assert transliterated(letter.upper()) == written.capitalize()
    assert transliterated(unicodedata.normalize("NFD", letter)) == written
    assert slug(letter) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ЩИТ", "SHCHIT"),
        ("Щит", "Shchit"),
        ("ЦЮ", "TSIU"),
        ("Ю. Я", "Iu. Ia"),
        ("Київ, Їжак", "Kiiv, Izhak"),
        ("Љубљана", "Ljubljana"),
        ("Қазақстан, Өфө", "Kazakstan, Ofo"),
        ("Łódź, Straße", "Lodz, Strasse"),
        ("東京 5", "東京 5"),
    ],
)
def test_a_text_is_written_in_latin_letters(text: str, written: str) -> None:
    """Capitals stay capitals, other Cyrillic is known, accents go, and other scripts stay."""
    assert transliterated(text) == written


@given(russian, russian)
def test_a_text_is_written_letter_by_letter(one: str, other: str) -> None:
    """What stands beside a letter changes its case at most: parts are written as the whole is."""
    assert transliterated(one + other).lower() == (transliterated(one) + transliterated(other)).lower()
    assert transliterated(one).replace("№", "").replace("«", "").replace("»", "").isascii()


@given(lines())
def test_what_is_written_once_stays(text: str) -> None:
    """To write again what is written in Latin letters changes nothing."""
    assert transliterated(transliterated(text)) == transliterated(text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Oмск", "Омск"),  # a Latin O
        ("БПOУ OO «Kолледж»", "БПОУ OO «Колледж»"),
        ("Соllege", "College"),  # two Cyrillic letters
        ("COУ", "СОУ"),
        ("ХTX", "ХТХ"),  # either would do: Cyrillic
        ("PRойти", "PRойти"),  # R is no Cyrillic letter, й no Latin one
        ("IT-куб, 3D-печать, TOP", "IT-куб, 3D-печать, TOP"),
    ],
)
def test_a_word_of_two_scripts_becomes_one_of_one(text: str, mended: str) -> None:
    """A word that mixes scripts is of one by letters that look alike, or stays; other words stay."""
    assert unmixed(text) == mended


@given(lines())
def test_mending_is_done_once_and_keeps_the_length(text: str) -> None:
    """To mend a mended text changes nothing, and a letter is exchanged for one letter."""
    assert unmixed(unmixed(text)) == unmixed(text)
    assert len(unmixed(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Омский колледж № 5", "omskii-kolledzh-5"),
        ("  «Ёлка» — школа-интернат  ", "elka-shkola-internat"),
        ("Oмск", "omsk"),
        ("St. John’s, Children's Home", "st-johns-childrens-home"),
        ("Объект", "obieekt"),
        ("№ 5/2", "5-2"),
        ("Ｆｕｌｌ ½", "full-1-2"),
        ("東京", ""),
        ("", ""),
        ("!?", ""),
    ],
)
def test_an_id_is_made_of_a_name(name: str, made: str) -> None:
    """These ids are for ever: a release that changes one of them breaks files."""
    assert slug(name) == made


@given(lines(), st.integers(1, 30))
def test_an_id_is_ascii_and_short(name: str, longest: int) -> None:
    """It has only small letters, digits and single hyphens between them, and is as long as asked for."""
    whole, cut = slug(name), slug(name, longest=longest)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", whole)
    assert slug(whole) == whole
    assert len(cut) <= longest
    assert whole.startswith(cut)
    assert bool(cut) == bool(whole)
    # Only a single word that is too long is cut within.
    assert cut == whole or whole[len(cut)] == "-" or "-" not in whole[: longest + 1]


@given(russian)
def test_case_and_the_dots_of_a_letter_make_no_other_id(name: str) -> None:
    """Names that differ in case or in ё and е give one id."""
    assert slug(name) == slug(name.upper()) == slug(name.replace("ё", "е").replace("Ё", "Е"))


def test_a_length_of_nothing_is_refused() -> None:
    """A shortest id has a character."""
    with pytest.raises(ValueError, match=r"^longest is 0; give a whole number of characters, 1 or more\.$"):
        slug("Омск", longest=0)


@given(st.text("oоaаCСIбкW -5", max_size=12))
def test_a_stray_letter_is_what_unmixing_mends(text: str) -> None:
    """A word is named exactly when something is mended, with the letters that change, and once only."""
    found = strays(text)
    assert (found is None) == (unmixed(text) == text)
    assert strays(unmixed(text)) is None
    if found is not None:
        word, letters = found
        kept, changed = set(word) & set(unmixed(word)), set(word) - set(unmixed(word))
        assert word in text
        assert set(letters) == changed
        assert not kept & set(letters)
