"""What the report says of the whole network, of brokers, of changes and of its own making."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from examples.omsk import omsk
from examples.region import region
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.pages import Page

from partnermodel import (
    Citation,
    Document,
    Group,
    Organisation,
    PartnerModel,
    Period,
    Programme,
    Record,
    Relation,
    StatedCount,
    Term,
    Vocabulary,
    figures,
    report,
    timeline,
)
from partnermodel.language.speech import speech
from partnermodel.values.version import VERSION
from partnermodel.views import room
from partnermodel.views.words import Words

COLLEGE = "Omsk College of Professional Technologies"
MINISTRY = "Ministry of Labour and Social Development of Omsk Region"


def chain(status: str = "active") -> PartnerModel:
    """Return a model of four organisations in a row."""
    bodies = [Organisation(id, id.upper()) for id in "abcd"]
    ties = [
        Relation(one, "partners-with", other, status=status) for one, other in zip("abc", "bcd", strict=True)
    ]
    return PartnerModel("Row", [*bodies, *ties], language="en")


def test_the_network_is_told_in_the_sentences_of_its_description() -> None:
    """The sentences on size, structure, brokers and gaps stand under headings; the figures in a table."""
    page = Page(report(omsk()))
    told = page.sections["in-words"]
    assert "The network has 8 organisations and 8 ties." in told
    assert [title for _, title in page.headings][4:10] == [
        "The network in words and figures", "What it is", "How large it is", "How it is built",
        "Who holds it together", "Who is left out",
    ]  # fmt: skip


@given(models())
def test_every_figure_is_shown_and_explained(model: PartnerModel) -> None:
    """The table of figures has them all, and the section on the method says of each how it is worked out."""
    page = Page(report(model))
    codes = [figure.code for figure in figures(model)]
    assert len(page.rows["in-words"]) == len(codes) + 1
    assert [row[2] for row in page.rows["method"][1:]] == codes
    assert f"By partnermodel {VERSION}, from the model alone." in page.sections["method"]


def test_who_the_network_depends_on_is_named_with_those_who_would_be_cut_off() -> None:
    """A broker has its partners, the pairs that it holds together, and who would be cut off without it."""
    page = Page(report(chain()))
    assert page.rows["brokers"] == [
        ["Organisation", "Partners", "Pairs held together", "Who would be cut off", "Betweenness"],
        ["B", "2", "2", "A", "67%"],
        ["C", "2", "2", "D", "67%"],
        ["Tie", "The smaller side", "What the tie rests on"],
        ["B – C", "C; D", "b/partners-with/c"],
        ["A – B", "A", "a/partners-with/b"],
        ["C – D", "D", "c/partners-with/d"],
    ]


def test_talks_hold_nothing_together() -> None:
    """Ties that are only discussed make no broker."""
    assert "No organisation lies between others" in Page(report(chain("discussed"))).sections["brokers"]


def test_what_counts_as_active_is_said() -> None:
    """The method names the statuses that count, words of one's own among them; or that nothing is active."""
    own = Term("status", "zz-runs", broader="active", labels={"en": "runs", "ru": "идёт"})
    bodies = [Organisation("a", "A", status="zz-runs"), Organisation("b", "B", status="exists")]
    model = PartnerModel("Town", bodies, vocabulary=Vocabulary([own]))
    assert "in one of these statuses: exists, runs." in Page(report(model)).sections["method"]
    assert "существует, идёт" in Page(report(model, language="ru")).sections["method"]
    assert "Nothing in the model is active." in Page(report(chain("discussed"))).sections["method"]


def changed(*records: Record, older: tuple[Record, ...] = (), language: str = "en") -> Page:
    """Return the page of some records beside that of others."""
    before = PartnerModel("Then", older, language="en")
    now = PartnerModel("Now", records, language="en")
    return Page(report(now, compared_with=before, language=language))


def test_a_page_without_an_older_model_has_no_section_on_changes() -> None:
    """What has changed is said only when something to compare with is given."""
    assert "changes" not in Page(report(chain())).sections
    same = Page(report(chain(), compared_with=chain())).sections["changes"]
    assert same == "What has changedNothing differs from the older model, Row."


def test_what_has_changed_is_told_record_by_record_and_figure_by_figure() -> None:
    """What was added, what was removed, each field with both values, and the figures that differ."""
    a, b = Organisation("a", "A"), Organisation("b", "B", description="Old.")
    tie = Relation("a", "partners-with", "b", status="discussed")
    page = changed(
        a,
        evolve(b, description="New.", period=Period("2024-09", "..")),
        evolve(tie, status="active"),
        Programme("course", "Course", status="planned"),
        older=(a, b, tie, Organisation("gone", "Gone")),
    )
    rows = page.rows["changes"]
    assert rows[1] == ["Course", "programme", "planned", "nobody is cited"]
    assert rows[3] == ["Gonegone", "organisation", "unknown"]
    assert rows[5:9] == [
        ["B", "description", "Old.", "New."],
        ["B", "period", "not known", "September 2024 – until further notice"],
        ["A is a partner of B (relation)", "status", "discussed", "active"],
        ["the model itself", "name", "Then", "Now"],
    ]
    differing = {row[0]: row[1:] for row in rows[10:]}
    assert differing["Ties that are active"] == ["0%", "100%", "+100 points", "1 tie in another status"]
    assert "Density" in differing
    assert "Tied pairs" not in differing
    assert (
        "Since the older model, Then, 1 record was added, 1 record was removed, and 2 records were "
        in (page.sections["changes"])
    )


def test_what_must_not_be_told_is_not_told_of_a_change_either() -> None:
    """Of strangers' data only the keys, of few people no number, neither before nor after."""
    few, fewer = Group("g", "G", size=4), Group("g", "G", size=3)
    secret, other = ({"owner:note": text} for text in ("the old secret", "the new secret"))
    page = changed(evolve(few, extra=secret), older=(evolve(fewer, extra=other),))
    assert ["G", "size", "fewer than 5", "fewer than 5"] in page.rows["changes"]
    assert ["G", "data of others", "owner:note", "owner:note"] in page.rows["changes"]
    assert "secret" not in page.text


def with_few(model: PartnerModel, number: int) -> PartnerModel:
    """Return a model in which every number of people that is too small to be told is this one."""

    def told(record: Record) -> Record:
        if isinstance(record, Relation):
            return evolve(record, extra=dict.fromkeys(record.extra, f"secret {number}"))
        counts = [
            evolve(count, number=number)
            if 0 < count.number < 5 and model.vocabulary.knows("group", count.kind)
            else count
            for count in record.stated
        ]
        fields: dict[str, Any] = {"extra": dict.fromkeys(record.extra, f"secret {number}")}
        if counts:
            fields["stated"] = counts
        if isinstance(record, Group) and record.size is not None and 0 < record.size < 5:
            fields["size"] = number
        return evolve(record, **fields)

    return PartnerModel(
        model.name, map(told, model.values()), vocabulary=model.vocabulary, language=model.language
    )


def named_and_stated(qualifier: str = "exactly") -> PartnerModel:
    """Return a model in which more groups are named than a source counts people."""
    groups = [Group(id, id.upper(), kind="residents", size=2) for id in "pqrstu"]
    counts = [StatedCount("residents", 2, through="serves", qualifier=qualifier)]
    home = Organisation("home", "Home", stated=counts, extra={"x:y": "z"})
    return PartnerModel("Town", [home, *groups, *(Relation("home", "serves", one.id) for one in groups)])


@given(models(fields=6), models(fields=6, max_entities=6), st.sampled_from(["en", "ru"]))
@example(named_and_stated(), named_and_stated(), "en")
@example(named_and_stated("at-most"), named_and_stated("at-least"), "ru")
def test_what_must_not_be_told_makes_no_difference(
    model: PartnerModel, older: PartnerModel, language: str
) -> None:
    """Whether few people are 1 or 2, and whatever strangers' data are, the page is the same to the letter."""
    before = with_few(older, 3)
    pages = [
        report(with_few(model, few), language=language, as_of="2026-01-01", compared_with=before)
        for few in (1, 2)
    ]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("qualifier", "english", "russian"),
    [
        ("exactly", "fewer than 5", "менее 5"),
        ("about", "fewer than 5", "менее 5"),
        ("at-most", "fewer than 5", "менее 5"),
        ("at-least", "at least 1", "не менее 1"),
    ],
)
def test_few_people_are_told_in_a_sentence_that_is_right(qualifier: str, english: str, russian: str) -> None:
    """A number that is not told has no word before it that only a number can have."""
    count = StatedCount("residents", 3, through="serves", qualifier=qualifier)
    for language, told in (("en", f": {english}"), ("ru", f": {russian}")):
        assert str(Words(PartnerModel("Town"), language).stated(count)).endswith(told)


def test_a_record_that_is_no_more_is_named_by_the_older_model() -> None:
    """What the older model had is called as it was there, by its names and its words, without a link."""
    act = Document("act", "Act", names={"ru": "Акт"})
    a = Organisation("a", "A", evidence=[Citation("act", locator="page 2", claim=True)])
    gone = Organisation("gone", "Gone", names={"ru": "Ушедшая"})
    page = changed(
        evolve(a, evidence=()), older=(a, act, gone, Relation("gone", "funds", "a")), language="ru"
    )
    cells = [cell for row in page.rows["changes"] for cell in row]
    assert "Ушедшая — финансирование: Agone/funds/a" in cells
    assert "Акт, page 2, заявление, а не факт" in cells
    assert page.faults == []


@given(models(), models())
def test_any_two_models_can_be_compared(model: PartnerModel, older: PartnerModel) -> None:
    """Whatever two models hold, the page is whole, and so are all its links."""
    assert Page(report(model, compared_with=older)).faults == []


@given(models())
def test_the_years_add_up_to_the_moments(model: PartnerModel) -> None:
    """In the table of years each moment counts once, in its year."""
    rows = Page(report(model)).rows["timeline-section"]
    if rows and rows[0][0] == "Year":
        end = next(place for place, row in enumerate(rows) if row[0] == "Date")
        assert sum(int(row[-1]) for row in rows[1:end]) == len(timeline(model))
        assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in rows[1:end])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_of_a_large_model_the_page_stays_small_and_says_what_it_leaves_out(language: str) -> None:
    """A region of 300 organisations fits into half a megabyte, and each list says how many more there are."""
    model = region()
    source = report(model, language=language)
    page = Page(source)
    assert page.faults == []
    assert len(source.encode()) < 500_000
    headed = [id for id in page.ids if id.startswith("organisation-")]
    assert len(headed) == room.ORGANISATIONS_AT_MOST
    rows = [id for id in page.ids if id.startswith("record-")]
    left = {"en": "1300 more are in the model", "ru": "в модели есть ещё 1300"}[language]
    assert len(model.relations) - 1300 == room.RECORDS_AT_MOST
    assert left in page.sections["records"]
    assert len(rows) < len(model)
    last = timeline(model)[-1]
    assert page.rows["timeline-section"][-1][0] == speech(language).date(last.date)


def test_a_model_that_is_small_enough_is_told_whole() -> None:
    """Up to a size nothing is left out, and no sentence speaks of more."""
    bodies = [Organisation(f"o{number}", f"O{number}") for number in range(room.WHOLE)]
    page = Page(report(PartnerModel("Town", bodies)))
    assert len([id for id in page.ids if id.startswith("record-")]) == room.WHOLE
    assert "not shown here" not in page.text
    larger = Page(report(PartnerModel("Town", [*bodies, Organisation("z", "Z")])))
    assert f"{room.WHOLE + 1 - room.RECORDS_AT_MOST} more are in the model" in larger.sections["records"]
