"""What is said of a whole model: on whose word, when, and what is not named."""

from __future__ import annotations

import pytest
from examples.omsk import omsk
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models

from partnermodel import (
    Centre,
    Citation,
    Document,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Person,
    Place,
    Record,
    Relation,
    StatedCount,
    Term,
    Vocabulary,
    report,
)
from partnermodel.queries.timelines import timeline
from partnermodel.values.table import Phrase
from partnermodel.views import facts
from partnermodel.views.naming import labelled, name_in
from partnermodel.views.words import Words

CITED = (Citation("act"),)
ACT = Document("act", "Act")


def said(*records: Record) -> list[str]:
    """Return what is said of a model of some records."""
    model = PartnerModel("Town", records)
    return ["".join(map(str, sentence)) for sentence in facts.sentences(model)]


def test_what_is_said_of_omsk() -> None:
    """The Omsk case rests on one self-reported document, has no date, and names too little."""
    release = "Mintrud widens its partnership with the system of vocational education"
    first, second, third, fourth = ("".join(map(str, sentence)) for sentence in facts.sentences(omsk()))
    assert first == f"All of it rests on one document: {release}."
    assert second == (
        f"Self-reported: the publisher of {release} is itself a party to 8 ties for which there is no other "
        "source."
    )
    assert third == "Nothing in it is dated: 96 records that could have a date have none."
    assert fourth == (
        "12 records stand for a set whose members are not named; "
        "3 numbers are stated though not all that is counted is named."
    )


def test_what_is_said_of_sources() -> None:
    """It is said how many records rest on how many documents, and for how many nobody is cited."""
    assert said() == ["Nobody is cited for anything in it.", "Nothing in it is dated."]
    assert said(Place("town", "Town", evidence=CITED), ACT)[0] == "All of it rests on one document: Act."
    assert said(Place("a", "A", evidence=CITED), Place("b", "B"), ACT)[:2] == [
        "1 of 2 records rest on one document: Act.",
        "For 1 record nobody is cited.",
    ]
    assert said(Place("town", "Town", evidence=CITED), ACT, Document("b", "B"))[0] == (
        "1 of 1 record cite 2 documents."
    )


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        ([], "Nothing in it is dated."),
        ([Period()], "Nothing in it is dated: 1 record that could have a date has none."),
        ([Period("2020")], "The only date is 2020."),
        ([Period("2020"), Period(end="2021-05"), Period()],
         "The dates run from 2020 to May 2021; 1 record that could have a date has none."),
    ],
)  # fmt: skip
def test_what_is_said_of_dates(periods: list[Period], words: str) -> None:
    """It is said from when to when the dates run, and how much has none."""
    records = [Initiative(f"i{number}", "I", period=period) for number, period in enumerate(periods)]
    assert said(*records)[1] == words


def test_what_is_said_of_what_is_not_named() -> None:
    """Sets and numbers are told apart; a number that is only an upper bound misses nothing."""
    sets = [Organisation("homes", "Homes", collective=True)]
    assert said(*sets)[-1] == "1 record stands for a set whose members are not named."
    for qualifier, missing in (("exactly", 2), ("about", 2), ("at-least", 2), ("at-most", 0)):
        count = StatedCount("studio", 3, through="hosts", qualifier=qualifier)
        records: list[Record] = [
            Organisation("college", "College", stated=[count]),
            Centre("radio", "Radio", kind="radio-studio"),
            Relation("college", "hosts", "radio"),
        ]
        (tally,) = facts.tallies(PartnerModel("Town", records))
        assert (tally.named, tally.missing) == (("radio",), missing)
        assert (said(*records)[-1] == "1 number is stated though not all that is counted is named.") == bool(
            missing
        )


def test_statuses_come_in_the_order_of_interest() -> None:
    """What goes on comes first, what is over later, a word of one's own after it, the unknown last."""
    words = ("unknown", "zz-own", "completed", "discussed", "exists", "active")
    model = PartnerModel(
        "Town", [Initiative(f"i{number}", "I", status=word) for number, word in enumerate(words)]
    )
    assert facts.statuses(model) == ["active", "exists", "discussed", "completed", "zz-own", "unknown"]


@given(models())
def test_the_table_of_statuses_counts_every_record_once(model: PartnerModel) -> None:
    """Its numbers add up to the number of records."""
    table = facts.status_table(model)
    assert sum(int(str(cell)) for row in table.rows for cell in row[1:]) == len(model)


@given(models())
def test_datable_is_what_the_timeline_misses_a_date_in(model: PartnerModel) -> None:
    """What the timeline calls undated is of one of the types of which we say that a date is missing."""
    from partnermodel.model.catalogues import type_of

    assert {type_of(model[id]) for id in timeline(model).undated} <= facts.DATABLE


@given(models(), st.sampled_from(["en", "ru"]))
def test_a_label_is_in_the_language_or_marked_with_its_own(model: PartnerModel, language: str) -> None:
    """A word is shown in the language of the page; one without such a label, in English, or in another."""
    for term in model.vocabulary.terms:
        label = labelled(model.vocabulary, term.scheme, term.code, language)
        if language in term.labels:
            assert label == term.labels[language]
        elif term.labels:
            assert isinstance(label, Phrase)
            assert label.language == ("en" if "en" in term.labels else min(term.labels))
            assert term.labels[label.language] == label.text
        else:
            assert label == term.code


@pytest.mark.parametrize(
    ("own", "names", "told"),
    [
        ("en", {"ru": "Ярмарка"}, Phrase("Ярмарка", "ru")),
        ("en", {"de": "Messe"}, Phrase("Fair", "en")),
        ("ru", {"ru": "Ярмарка"}, Phrase("Fair", "ru")),
    ],
)
def test_a_name_is_in_the_language_or_the_plain_one(own: str, names: dict[str, str], told: Phrase) -> None:
    """Who has a name in the language of the readers is called by it, unless the model speaks it."""
    fair = Initiative("fair", "Fair", names=names)
    assert name_in(PartnerModel("Town", [fair], language=own), fair, "ru") == told


def test_the_order_of_labels_is_no_matter() -> None:
    """Equal vocabularies give equal labels, though a mapping keeps the order in which it was written."""
    labels = {"ru": "приостановлено", "de": "ruht"}
    pages = []
    for items in (list(labels.items()), list(reversed(labels.items()))):
        words = Vocabulary([Term("status", "zz-rests", labels=dict(items))])
        pages.append(report(PartnerModel("Town", [Place("p", "P", status="zz-rests")], vocabulary=words)))
    assert pages[0] == pages[1]
    assert '<bdi lang="de">ruht</bdi>' in pages[0]


def test_an_inverse_label_is_looked_up_from_the_target() -> None:
    """Seen from its target, a relation has the label of its target."""
    words = Words(PartnerModel("Town"))
    assert words.term("relation", "hosts", inverse=True) == "is hosted by"
    assert words.term("relation", "zz-hosts", inverse=True) == "<code><bdi>zz-hosts</bdi></code>"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5")]
)  # fmt: skip
def test_few_people_are_not_counted_out(number: int, text: str) -> None:
    """From one to four people are "fewer than 5"; nobody at all, and five, are told."""
    words = Words(PartnerModel("Town"))
    assert words.people(number) == text
    assert words.size(Group("g", "G", size=number)) == f"{text} in number"
    assert words.number_of("students", number) == text
    assert words.number_of("studio", number) == str(number)


def test_a_stated_count_of_people_is_told_by_the_same_rule() -> None:
    """A source's number of learners is a number of people, whatever record it stands on; own words too."""
    own = Term("group", "zz-pupils", labels={"en": "pupils of ours"}, broader="pupils")
    words = Words(PartnerModel("Town", vocabulary=Vocabulary([own])))
    assert words.stated(StatedCount("zz-pupils", 3, through="serves")) == "pupils of ours: fewer than 5"
    assert words.stated(StatedCount("zz-thing", 3, through="serves", qualifier="at-least")) == (
        "<code><bdi>zz-thing</bdi></code>: at least 3"
    )


def test_types_are_counted_in_words_that_need_no_manual() -> None:
    """Every type has its noun in both numbers."""
    model = PartnerModel("Town", [Person("p", "P"), Centre("a", "A"), Centre("b", "B")])
    assert facts.holdings_line(model) == "2 centres and facilities, 1 person in a public post"
    told = facts.holdings_line(model, language="ru")
    assert told == "2 центра или объекта, 1 должностное лицо"
    assert facts.holdings_line(PartnerModel("Empty")) == "no records"
