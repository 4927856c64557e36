"""What the library says, in every language that it speaks."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel import Locale
from babel.plural import to_python
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.errors import UnknownTermError
from partnermodel.language.english import ENGLISH
from partnermodel.language.grammar import NO_BREAK_SPACE, Tongue
from partnermodel.language.russian import RUSSIAN
from partnermodel.language.speech import TONGUES, Speech, speech
from partnermodel.values.table import Phrase

FORMS = {"en": ("one", "other"), "ru": ("one", "few", "many")}
"""The plural categories of whole numbers (CLDR) in the order of the forms of a noun."""

HOWS = {"", "number", "percent", "list", "name", "items"}
"""The ways of filling a gap that are not nouns."""


def gaps(tongue: Tongue, key: str) -> list[tuple[str, str]]:
    """Return the gaps of a text, each with how it is filled."""
    return [(gap, how or "") for _, gap, how, _ in Formatter().parse(tongue.texts[key]) if gap is not None]


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=lambda tongue: tongue.tag)
def test_every_language_says_everything(tongue: Tongue) -> None:
    """Each language has the same nouns and texts as English, none of them empty."""
    assert tongue.nouns.keys() == ENGLISH.nouns.keys()
    assert tongue.texts.keys() == ENGLISH.texts.keys()
    assert all(tongue.texts.values())
    assert all(map(str.strip, (form for forms in tongue.nouns.values() for form in forms)))


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=lambda tongue: tongue.tag)
def test_every_noun_has_all_its_forms(tongue: Tongue) -> None:
    """A noun has a form for each plural category of its language, and so has each choice by number.

    A Russian noun has one more, its genitive singular, exactly where that is another one than beside 2.
    """
    many = len(FORMS[tongue.tag])
    for key, forms in tongue.nouns.items():
        assert len(forms) == many or (tongue.tag == "ru" and len(forms) == many + 1), key
        assert forms[many:] != forms[1:2], key
    for key in tongue.texts:
        for _, how in gaps(tongue, key):
            if how.startswith("|"):
                assert len(how[1:].removesuffix("*").split("|")) == many, key


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=lambda tongue: tongue.tag)
def test_every_gap_can_be_filled(tongue: Tongue) -> None:
    """Each gap of a text is filled in a way that there is; and English leaves out no gap that it needs."""
    for key in tongue.texts:
        for _, how in gaps(tongue, key):
            assert how in HOWS or how.startswith("|") or how.removesuffix("*") in tongue.nouns, key
        told = {gap for gap, _ in gaps(tongue, key)} - {"count"}
        assert told == {gap for gap, _ in gaps(ENGLISH, key)} - {"count"}, key


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=lambda tongue: tongue.tag)
@given(number=st.integers(0, 10**7))
def test_nouns_agree_with_whole_numbers(tongue: Tongue, number: int) -> None:
    """The form beside a whole number is that of its plural category in the CLDR, as Babel knows it."""
    category = to_python(Locale(tongue.tag).plural_form)(number)
    assert FORMS[tongue.tag][tongue.form(number)] == category


COUNTED = [
    key
    for key in RUSSIAN.texts
    if any(how.startswith("|") or how.removesuffix("*") in RUSSIAN.nouns for _, how in gaps(RUSSIAN, key))
]


@pytest.mark.parametrize("key", COUNTED)
def test_a_sentence_agrees_with_its_number(key: str) -> None:
    """A Russian sentence reads alike with 1 and 21, and with 0, 5 and 11; nothing in it agrees with one only.

    To read them all, run this file with `-s`.
    """
    told = {number: _told(key, number) for number in (0, 1, 2, 5, 11, 21)}
    print(*told.values(), sep="\n")
    blank = {number: re.sub(r"\b(?:0|1|2|5|11|21)\b", "n", text) for number, text in told.items()}
    assert blank[1] == blank[21]
    assert blank[0] == blank[5] == blank[11]
    assert len({blank[1], blank[2], blank[5]}) > 1
    # What stands right before a number with its noun, and is the same beside all, does not agree with it.
    for literal, gap, how, _ in Formatter().parse(RUSSIAN.texts[key]):
        if gap is not None and how in RUSSIAN.nouns:
            assert not re.search(r"(?:ен|ена|ено|ены|ан|ана|ано|аны)\s$", literal), literal


def _told(key: str, number: int) -> str:
    """Return a Russian text with a number in each gap that takes one."""
    filled: dict[str, object] = {}
    for gap, how in gaps(RUSSIAN, key):
        filled[gap] = ["А", "Б"] if how in ("list", "items") else "А" if how in ("", "name") else number
    return speech("ru").say(key, **filled)


def test_a_number_with_a_fraction_takes_its_own_form() -> None:
    """Beside a fraction stands the plural in English, and the form of two in Russian."""
    assert speech("en").counted(1.5, "step") == "1.5 steps"
    assert speech("ru").counted(1.5, "step") == "1,5 шага"
    assert speech("ru").counted(1.5, "step", genitive=True) == "1,5 шага"


def test_a_number_is_counted_as_it_is_written() -> None:
    """What is written without a fraction is counted as a whole number."""
    assert speech("en").counted(1.0, "step") == "1 step"
    assert speech("ru").counted(4.999, "step") == "5 шагов"
    assert speech("en").number(-0.001) == "0"


@pytest.mark.parametrize("noun", RUSSIAN.nouns)
def test_a_russian_noun_stands_in_the_genitive_singular_beside_one_of_them(noun: str) -> None:
    """After «из» and beside 1, as a fraction, no noun has an ending of the plural or the nominative."""
    forms = RUSSIAN.nouns[noun]
    singular = forms[3] if len(forms) == 4 else forms[1]
    for number, told in ((1, "1"), (21, "21"), (1.5, "1,5")):
        assert speech("ru").counted(number, noun, genitive=True) == f"{told} {singular}"
    assert speech("ru").counted(1.5, noun) == f"1,5 {singular}"
    assert singular != forms[2]
    # An adjective of the plural has one of these endings, and one of the nominative singular another.
    first = singular.split()[0].rstrip(",")
    assert not first.endswith(("ые", "ие", "ых", "их", "ый", "ий", "ая", "яя"))


def test_a_choice_by_number_can_stand_in_the_genitive() -> None:
    """«менее 1 года», «менее 1,5 года», «менее 2 лет»: what stands after a word that wants the genitive."""
    told = [speech("ru").say("years-under", under=n, count=n) for n in (1, 1.5, 2, 5, 21)]
    assert told == ["менее 1 года", "менее 1.5 года", "менее 2 лет", "менее 5 лет", "менее 21 года"]


@pytest.mark.parametrize(
    ("number", "told"),
    [(1, "1 организации"), (2, "2 организаций"), (11, "11 организаций"), (21, "21 организации")],
)
def test_the_russian_genitive_agrees(number: int, told: str) -> None:
    """After «из», one and twenty-one take the genitive singular, all else the genitive plural."""
    assert speech("ru").counted(number, "organisation", genitive=True) == told


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (0, "0", "0"),
        (9999, "9999", "9999"),
        (10000, "10,000", "10\u00a0000"),
        (-1234567, "−1,234,567", "−1\u00a0234\u00a0567"),
        (0.5, "0.5", "0,5"),
        (12345.678, "12,345.68", "12\u00a0345,68"),
        (2.0, "2", "2"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: float, english: str, russian: str) -> None:
    """A number has at most two decimals, and groups of three digits when it has five or more."""
    assert (speech("en").number(number), speech("ru").number(number)) == (english, russian)


@given(share=st.floats(0, 1))
def test_only_nothing_is_nothing_and_only_all_is_all(share: float) -> None:
    """A percentage says 0% of nothing only, and 100% of all only."""
    told = speech("en").percent(share)
    assert (told == "0%") == (share == 0)
    assert (told == "100%") == (share == 1)


def test_a_percentage_is_rounded_to_whole_numbers() -> None:
    """A share is told in whole percent, with the space that its language wants."""
    assert [speech("ru").percent(share) for share in (0.004, 0.333, 0.999)] == [
        "менее 1\u00a0%", "33\u00a0%", "более 99\u00a0%",
    ]  # fmt: skip


def test_a_name_stays_in_its_own_language() -> None:
    """A name stands in quotation marks, as a part that still knows its language; a list has a last "and"."""
    names = [Phrase("Омский колледж", "ru"), Phrase("Fair", "en"), Phrase("A")]
    parts = speech("en").parts("gaps-groups", count=3, names=names)
    assert "".join(map(str, parts)) == "Nothing active is known to serve “Омский колледж”, “Fair” and “A”."
    assert [part for part in parts if isinstance(part, Phrase)] == names


def test_a_list_stands_as_it_is_or_in_quotation_marks() -> None:
    """A list has commas where nothing else is said of it; parts stay together."""
    names = [Phrase("A"), "B", Phrase("C")]
    assert speech("en").parts("recommend-in", places=names) == (" in ", names[0], ", ", "B", ", ", names[2])
    assert speech("ru").say("recommend-in", places=names) == " (место: «A», «B» и «C»)"
    assert speech("en").parts("sentence", text=(names[0], "B")) == (names[0], "B", ".")


@given(st.floats(-(10**6), 10**6), st.integers(0, 4))
def test_decimals_are_written_with_their_noughts(number: float, decimals: int) -> None:
    """A number with so many decimals is that of Python, but for the signs of the language."""
    written = speech("en").number(number, decimals=decimals)
    plain = f"{number:.{decimals}f}"
    assert written.replace(",", "").replace("−", "-") == plain.removeprefix("-" if float(plain) == 0 else "")
    swapped = written.translate(str.maketrans(",.", "\xa0,"))
    assert speech("ru").number(number, decimals=decimals) == swapped


def test_what_is_given_is_never_read_as_a_gap() -> None:
    """A name with braces or format marks in it is told as it is."""
    hostile = "{0.__class__} {names:list} %s"
    assert speech("ru").say("what-model", name=hostile) == f"«{hostile}» — модель партнёрской сети."


@pytest.mark.parametrize("language", ["fr", "", "english"])
def test_a_language_that_is_not_spoken_is_refused(language: str) -> None:
    """A language that the library does not speak is an error that lists those that it does."""
    with pytest.raises(UnknownTermError) as caught:
        speech(language)
    assert str(caught.value) == (
        f'"{language}" is not a language that the library speaks. Choose from en (English), ru (русский).'
    )


def test_a_longer_tag_falls_back() -> None:
    """`ru-RU` is told in Russian."""
    assert speech("ru-RU") == Speech(RUSSIAN)


@pytest.mark.parametrize("tongue", TONGUES.values(), ids=lambda tongue: tongue.tag)
def test_two_full_stops_never_meet(tongue: Tongue) -> None:
    """Whatever ends with a full stop, a date above all, takes no second one from the text around it."""
    words = Speech(tongue)
    for key in tongue.texts:
        filled: dict[str, object] = {}
        for gap, how in gaps(tongue, key):
            plural = {"list": ["A.", "B."], "items": ["A.", "B."], "name": "A."}
            filled[gap] = plural.get(
                how, words.date("2024-09-01") + "." * (tongue.tag == "en") if not how else 1
            )
        assert ".." not in words.say(key, **filled), key
        assert ".." not in words.say("sentence", text=words.say(key, **filled)), key
    assert speech("ru").say("period-one", date=speech("ru").date("2024")).endswith(f"2024{NO_BREAK_SPACE}г.")
    assert words.say("sentence", text="..") == "..."


def test_russian_is_set_as_russian_is() -> None:
    """Quotation marks are «…», a per cent sign is held to its number, a dash is none of the keyboard's."""
    for key, text in RUSSIAN.texts.items():
        assert not re.search(r"[\"'“”]", text), key
        assert not re.search(r"(?<!\u00a0)%", text), key
        assert not re.search(r" - |\.\.\.|  ", text), key
        assert text.count("«") == text.count("»"), key
