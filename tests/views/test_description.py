"""A network in plain sentences, in both languages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from examples.omsk import omsk
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies

from partnermodel import (
    Citation,
    Document,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Place,
    Programme,
    Relation,
    describe,
    figures,
)
from partnermodel.errors import UnknownTermError
from partnermodel.language.speech import TONGUES
from partnermodel.values.table import Phrase, for_notebook

MODELS = strategies.models(
    max_entities=10,
    max_relations=12,
    types=(Organisation, Organisation, Organisation, Initiative, Programme, Document, Group, Place),
)
LANGUAGES = st.sampled_from(sorted(TONGUES))


def told(model: PartnerModel, language: str = "en") -> dict[str, str]:
    """Return what stands under each heading."""
    found = {}
    for paragraph in describe(model, language=language).paragraphs:
        heading, _, text = str(paragraph).partition("\n")
        found[heading] = text
    return found


@given(MODELS, LANGUAGES)
def test_any_network_is_told_in_whole_sentences(model: PartnerModel, language: str) -> None:
    """Whatever the network, each sentence ends as one, no gap is left open, and nothing reads "None"."""
    card = describe(model, language=language)
    assert card.language == language
    for paragraph in card.paragraphs:
        assert paragraph.sentences
        for sentence in paragraph.sentences:
            ours = "".join(part for part in sentence if not isinstance(part, Phrase))
            assert ours.endswith(".")
            assert not re.search(r"[{}]|None|nan|\binf\b|  ", ours)


@given(MODELS)
def test_both_languages_tell_the_same(model: PartnerModel) -> None:
    """The two languages tell equally many sentences under equally many headings, with the same figures."""
    english, russian = describe(model), describe(model, language="ru")
    assert [len(one.sentences) for one in english.paragraphs] == [
        len(one.sentences) for one in russian.paragraphs
    ]
    assert len(english.figures.rows) == len(russian.figures.rows) == len(figures(model))


@given(MODELS, LANGUAGES)
def test_equal_models_are_told_alike(model: PartnerModel, language: str) -> None:
    """Records in another order make the same description."""
    again = PartnerModel(
        model.name, reversed([*model.values()]), vocabulary=model.vocabulary, language=model.language
    )
    assert describe(again, language=language) == describe(model, language=language)


class _Outline(HTMLParser):
    """What a reader of HTML finds: the tags, their languages, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.languages: list[str | None] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.languages += [value for name, value in attrs if name == "lang"]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@given(MODELS, LANGUAGES)
def test_the_page_says_what_the_text_says(model: PartnerModel, language: str) -> None:
    """As HTML the description has the same words, in headings, paragraphs and one table, in its language."""
    card = describe(model, language=language)
    page = _Outline()
    page.feed(card.html())
    assert page.languages[0] == language
    assert set(page.tags) <= {
        "section", "h2", "p", "span", "table", "caption", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert page.tags.count("table") == 1
    words = "".join(page.text)
    for paragraph in card.paragraphs:
        assert all("".join(map(str, sentence)) in words for sentence in paragraph.sentences)
    assert card._repr_html_() == for_notebook(card.html())


def test_hostile_names_are_escaped() -> None:
    """No name becomes a tag of the page."""
    model = PartnerModel("<script>", [Organisation("a", "<img onerror=x>"), Organisation("b", "B"),
                                      Relation("a", "partners-with", "b")])  # fmt: skip
    assert "<script" not in describe(model).html()
    assert "<img" not in describe(model).html()


def test_names_are_told_in_the_language_of_the_reader_where_there_are_such() -> None:
    """A name that the model has in the language of the reader is told in it, else the plain name."""
    bodies = [Organisation("a", "Fair", names={"ru": "Ярмарка"}), Organisation("b", "Ball")]
    tie = Relation("a", "partners-with", "b", status="active")
    model = PartnerModel("Town", [*bodies, tie], language="en")
    names = [
        part
        for paragraph in describe(model, language="ru-RU").paragraphs
        for sentence in paragraph.sentences
        for part in sentence
        if isinstance(part, Phrase)
    ]
    assert Phrase("Ярмарка", "ru") in names
    assert Phrase("Ball", "en") in names
    assert Phrase("Fair", "en") not in names


def test_an_empty_model_is_described_too() -> None:
    """Of nothing at all it is said that there is nothing."""
    assert told(PartnerModel("Nothing")) == {
        "What it is": "“Nothing” is a model of a partnership network. The nodes of the network are "
        "organisations. "
        "Two organisations are tied when a relation joins them directly, or when both take part in the same "
        "initiative, programme or centre. Ties have no direction, and each pair counts once.",
        "Where it comes from": "No document is cited for anything.",
        "When": "Nothing in it is dated.",
        "How large it is": "The network has 0 organisations and 0 ties.",
        "How it is built": "There is no organisation, and so no network.",
        "Who is left out": "It cannot be said who is left out: no group is stated.",
        "What is not known": "Nothing of what this description asks is missing.",
    }


def test_many_names_are_not_all_told() -> None:
    """Of more than five, the first five are named, and how many there are."""
    lonely = PartnerModel("Town", [Organisation(f"o{number}", f"O{number}") for number in range(7)])
    assert told(lonely)["How it is built"] == (
        "It falls into 7 parts; the largest has 1 organisation. 7 organisations work with nobody, among them "
        "“O0”, “O1”, “O2”, “O3” and “O4”. Of all pairs of organisations, 0% are tied."
    )
    assert "Ни с кем не работают 7 организаций, среди них «O0», «O1»" in told(lonely, "ru")["Устройство"]


def test_sources_and_dates_are_told() -> None:
    """How many documents there are, how much they carry, and from when to when dates run."""
    cited = [Citation("act")]
    model = PartnerModel("Town", [
        Document("act", "Act", published="2019"), Document("letter", "Letter", published="2021-05"),
        Organisation("a", "A", evidence=cited), Organisation("b", "B"),
        Relation("a", "partners-with", "b", evidence=cited),
        Initiative("fair", "Fair", period=Period("2020", "..")),
    ])  # fmt: skip
    assert told(model)["Where it comes from"] == "The sources are 2 documents. 2 of 4 records cite a source."
    assert (
        told(model)["When"]
        == "Its dates run from 2019 to May 2021. 1 record that could have a date has none."
    )
    assert (
        told(model, "ru")["Откуда сведения"] == "Источники — 2 документа. Источник указан у 2 из 4 записей."
    )
    assert told(model, "ru")["Период"] == (
        "Самая ранняя дата — 2019\u00a0г., самая поздняя — май 2021\u00a0г. "
        "У 1 записи, которая могла бы иметь дату, она не указана."
    )


def test_the_first_case_is_told_right() -> None:
    """The Omsk case is told in both languages, with the figures that a person counts in it."""
    assert told(omsk())["Where it comes from"] == (
        "The only source is one document: “Mintrud widens its partnership with the system of vocational "
        "education”. "
        "117 of 117 records cite a source. 8 relations rest on the word of a party alone."
    )
    assert told(omsk())["What it is"].endswith(
        "The ties are in these statuses: active, completed and discussed."
    )
    assert told(omsk())["Who is left out"] == (
        "Something active serves 0 of 3 pairs of group and place. Nothing active is known to serve "
        "“Residents of "
        "stationary institutions”. A gap says that the model knows of nothing there, not that there is "
        "nothing."
    )
    assert told(omsk(), "ru")["Размер"] == (
        "В сети 8 организаций и 8 связей. 2 связи — через прямое отношение, 4 связи — через общее дело, "
        "2 связи — через то и другое. Кроме того, в модели: 10 центров и объектов, 3 программы, 10 "
        "инициатив, 6 групп, 1 должностное лицо, 1 место, 1 документ и 6 утверждений."
    )
    assert told(omsk(), "ru")["Что неизвестно"] == (
        "5 организаций обозначают совокупность, состав которой не назван. 3 числа приведены без "
        "полного перечня того, что учтено. Статус неизвестен у 3 записей."
    )


def test_nobody_is_a_broker_by_talks_alone() -> None:
    """Who holds the network together is told of active ties: what is discussed or over joins nobody now."""
    bodies = [Organisation(id, id.upper()) for id in "abc"]
    links = [
        Relation("a", "partners-with", "b", status="discussed"),
        Relation("b", "partners-with", "c", status="cancelled"),
    ]
    talks = PartnerModel("Town", [*bodies, *links])
    assert (
        told(talks)["Who holds it together"] == "No tie is active, so nobody holds the network together yet."
    )
    works = talks.with_(*(evolve(link, status="active") for link in links))
    assert told(works)["Who holds it together"] == (
        "Only active ties count here. “B” has the most partners: 2. Without “B”, some organisations that "
        "can "
        "reach each other now no longer could. 2 ties are each the only way from one side of the network "
        "to another."
    )
    assert told(works, "ru")["Кто скрепляет сеть"] == (
        "Здесь учтены только действующие связи. Больше всего партнёров — 2 — у организации «B». Без "
        "организации "
        "«B» некоторые организации, между которыми сейчас есть путь, лишились бы его. Мостов, то есть "
        "связей, без "
        "которых часть сети отделилась бы от остальной, — 2."
    )


def test_without_a_place_groups_are_told_all_the_same() -> None:
    """Where no place is stated, a group that nothing active serves is named; one that is served is not."""
    model = PartnerModel("Town", [
        Group("deaf", "Deaf learners"), Group("blind", "Blind learners"),
        Programme("signs", "Signs", status="active"), Relation("signs", "serves", "deaf", status="active"),
    ])  # fmt: skip
    assert told(model)["Who is left out"] == (
        "No place is stated, so of each group it is asked only whether anything serves it at all. Nothing "
        "active "
        "is known to serve “Blind learners”. A gap says that the model knows of nothing there, not that "
        "there is "
        "nothing."
    )


def test_of_groups_that_are_all_served_that_is_told() -> None:
    """What is asked is answered, also where no place is stated and the answer is a good one."""
    model = PartnerModel(
        "Town",
        [
            Organisation("college", "College"),
            Group("deaf", "Deaf students"),
            Relation("college", "serves", "deaf", status="active"),
        ],
    )
    assert told(model)["Who is left out"] == (
        "No place is stated, so of each group it is asked only whether anything serves it at all. "
        "Something active is known to serve each."
    )
    assert told(model, "ru")["Кто не охвачен"].endswith("Для каждой из них действующая поддержка известна.")
    lonely = told(model.with_(Group("blind", "Blind students")))["Who is left out"]
    assert "to serve each" not in lonely


@given(MODELS)
def test_communities_of_one_are_told_to_be_such(model: PartnerModel) -> None:
    """A picture counts none of the organisations without a partner; whoever compares the two learns why."""
    text = told(model).get("How it is built", "")
    alone = figures(model)["isolates"].value
    if "communit" in text:
        counted = f"counting each that works with nobody as one ({alone:.0f})"
        assert (counted in text) == bool(alone)


def test_a_language_that_is_not_spoken_is_refused() -> None:
    """A language that the library does not speak is an error that lists those that it does."""
    with pytest.raises(UnknownTermError, match=r"^\"fr\" is not a language that the library speaks"):
        describe(omsk(), language="fr")
