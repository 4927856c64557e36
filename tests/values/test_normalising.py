"""Names as they are compared: spellings of one name come to one text, and numbers stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel.values.legal_forms import INSTITUTIONS, SHORT
from partnermodel.values.normalising import name_parts, normalised_name
from partnermodel.values.text import folded

SPELLINGS = [
    "БПОУ Омской области «Омский колледж № 5 имени П. Ёлкина»",
    "  бпоу омской области  омский КОЛЛЕДЖ №5 имени П.Елкина ",
    "БПОУ ОО “Омский колледж No. 5 им. П. Ёлкина”",
    "Бюджетное профессиональное образовательное учреждение Омской области „Омский колледж #5 им. П. Ёлкина“",
    "Омский колледж N 5 имени П. Ёлкина, БПОУ",
    "Частное профессиональное образовательное учреждение Омской обл. Омский колледж номер 5 им П Ёлкина",
    "Омский — колледж № 5 им. П. Ёлкина",
    "Oмcкий кoллeдж № 5 имeни П. Ёлкинa",  # with Latin o, c, e, a
    "ОМСКИЙ КОЛЛЕДЖ № 5 ИМЕНИ П. ЁЛКИНА (КГБПОУ)",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_spellings_of_one_name_come_to_one_text(text: str) -> None:
    """Case, ё, quotation marks, dashes, number signs, forms and Latin letters make no difference."""
    assert normalised_name(text) == "омский колледж 5 имени п елкина"


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("ООО «Ромашка»", "ромашка"),
        ("OOO Ромашка", "ромашка"),  # Latin letters only
        ("Ромашка, ООО", "ромашка"),
        ("Общество с ограниченной ответственностью «Ромашка»", "ромашка"),
        ("Публичное акционерное общество «Ромашка»", "ромашка"),
        ("АНО ДПО «Центр»", "центр"),
        ("ФГБОУ ВО «ОмГПУ»", "омгпу"),
        (
            "Федеральное государственное бюджетное образовательное учреждение высшего образования ОмГПУ",
            "омгпу",
        ),
        ("Омский филиал ФГБОУ ВО «Академия»", "омский филиал академия"),
        ("Государственное бюджетное учреждение здравоохранения «Больница»", "больница"),
        ("ГБУЗ Республики Татарстан «Больница»", "больница"),
        ("ГБУЗ Чеченской Республики «Больница»", "больница"),
        ("ГБУ Ханты-Мансийского автономного округа «Центр»", "центр"),
        ("ГБУ Республики", "гбу республика"),
        ("МБОУ г. Омска «СОШ № 5»", "город омска средняя общеобразовательная школа 5"),
        ("МБОУ районного центра", "районного центра"),
        ("МБОУ Область знаний", "область знаний"),
        ("Профессиональное училище № 5", "профессиональное училище 5"),
        ("Частное дело", "частное дело"),
        ("Автономное", "автономное"),
        ("Общество книголюбов", "общество книголюбов"),
        ("Клуб ООО друзей", "клуб ооо друзей"),
        ("МАОУ", "маоу"),
        ("Help Community Interest Company", "help"),
        ("The Omsk College Ltd.", "omsk college"),
        ("The", "the"),
        ("BPOU Omskii kolledzh", "omskii kolledzh"),
        ("Р-н, ин-т, ун-т, д/с", "район институт университет детский сад"),
        ("A & B", "a and b"),
        ("5-я школа", "5 школа"),
        ("1st School", "1 school"),
        ("Школа5а", "школа 5 а"),
        ("События 1905 г.", "события 1905 г"),
        ("Школа пятая", "школа пятая"),
        ("!?", "!?"),
        ("東京 5", "東京 5"),
    ],
)
def test_a_name_comes_to_what_it_is_called_by(text: str, normalised: str) -> None:
    """The legal form goes where it is one, abbreviations are written out, and what is not known stays."""
    assert normalised_name(text) == normalised


@pytest.mark.parametrize(
    ("text", "founder"),
    [
        ("БПОУ Омской области «Колледж»", "омской область"),
        ("БПОУ ОО «Колледж»", "оо"),
        ("ГБУЗ Республики Татарстан «Больница»", "республика татарстан"),
        ("КГБПОУ Алтайского края «Лицей»", "алтайского край"),
        ("ООО Омской области", ""),
        ("Колледж Омской области", ""),
    ],
)
def test_the_region_after_the_form_of_an_institution_is_its_founder(text: str, founder: str) -> None:
    """The region that stands after the form is told apart from the name, and only there."""
    assert " ".join(name_parts(text).founder) == founder


names = st.text(st.sampled_from("аеёоБПОУ ООО Омскollege №5#-–«»\"'.гим"), min_size=1, max_size=25)


@given(st.one_of(names, lines()))
def test_it_is_a_notion_of_the_folded_text(text: str) -> None:
    """Whatever folds to the same comes to the same, and something is always left."""
    assert name_parts(folded(text)) == name_parts(text)
    assert normalised_name(text) or not folded(text)
    assert normalised_name(f"«Школа {text} ») ") == normalised_name(f" ШКОЛА  {text})")


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["№ ", "№", "No. ", "#", "N", ""]))
def test_numbers_are_kept_exactly(one: int, other: int, sign: str) -> None:
    """Names with different numbers are never the same, however the numbers are marked."""
    same = normalised_name(f"Школа {sign}{one}") == normalised_name(f"Школа № {other}")
    assert same == (one == other)
    assert normalised_name("Школа № 05") != normalised_name("Школа № 5")


def test_the_forms_are_no_words() -> None:
    """Every form is of letters only, folded, and none is a preposition or a single letter."""
    assert all(form == folded(form) and form.isalpha() for form in SHORT)
    assert {"бпоу", "гбпоу", "гапоу", "кпоу", "мбоу", "маоу", "фгбоу", "мкдоу", "гбуз", "бу"} <= INSTITUTIONS
    assert not {form for form in SHORT if len(form) < 2} | (SHORT & {"у", "оу", "на", "по", "из"})
