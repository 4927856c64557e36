"""The report as a page: whatever is in the model, it can be read, heard, reached, and trusted."""

from __future__ import annotations

import datetime
import html
import re
from pathlib import Path

import pytest
from examples.omsk import omsk
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import dates, models
from tests.views.pages import Page

from partnermodel import (
    Alias,
    Citation,
    Document,
    Initiative,
    InvalidRecordError,
    Organisation,
    PartnerModel,
    Period,
    Relation,
    Term,
    Vocabulary,
    loads,
    network_view,
    organisation_network,
    report,
)
from partnermodel import dumps as document_of
from partnermodel.language.speech import TONGUES

OMSK = omsk()
LANGUAGES = st.sampled_from(sorted(TONGUES))
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    '"><a href="https://example.org">x</a>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; <!-- ]]> -->",
    "{{7*7}} ${7*7} <?php ?>",
)


@given(models(max_entities=14, max_relations=20), st.none() | dates(), LANGUAGES)
def test_a_page_of_any_model_is_whole(model: PartnerModel, day: str | None, language: str) -> None:
    """Every page is balanced, labelled, linked and captioned, and holds only what the list allows."""
    page = Page(report(model, as_of=day, language=language))
    assert page.faults == []
    assert page.language == language


@given(models(), LANGUAGES)
def test_every_record_is_on_its_page(model: PartnerModel, language: str) -> None:
    """The name of each entity, in each language, and the id of each record can be read on the page."""
    page = Page(report(model, language=language))
    for entity in model.entities.values():
        assert entity.name in page.text
        assert all(name in page.text for name in entity.names.values())
    for id in model:
        assert id in page.text
        assert f"record-{id}" in page.ids


@given(models())
def test_equal_models_give_equal_pages(model: PartnerModel) -> None:
    """There is no clock, no chance and no order of arguments in a page."""
    again = PartnerModel(
        model.name, reversed(list(model.values())), vocabulary=model.vocabulary, language=model.language
    )
    assert report(model) == report(again) == report(loads(document_of(model)))


@pytest.mark.parametrize("language", sorted(TONGUES))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str, language: str) -> None:
    """Whatever a field holds is shown as it is, letter by letter, and is never markup."""
    code = text.translate({ord(letter): None for letter in " /"})  # no id has a space or a slash
    model = PartnerModel(
        text,
        [
            Organisation(
                code,
                text,
                names={"ru": text},
                description=text,
                aliases=[Alias(text)],
                evidence=[Citation(f"{code}-source", locator=text)],
                extra={f"owner:{text}": text},
            ),
            Organisation("other", "Other", kind="zz-club"),
            Document(f"{code}-source", text, kind="report"),
            Relation(code, "funds", "other", description=text, status="zz-status"),
        ],
        vocabulary=Vocabulary(
            [
                Term("organisation", "zz-club", labels={"de": text}),
                Term("status", "zz-status", labels={"en": text, "ru": text}),
            ]
        ),
    )
    older = PartnerModel(
        f"{text}!", [Organisation(code, f"{text}?", names={"de": text}), Organisation("gone", text)]
    )
    source = report(model, language=language, compared_with=older)
    page = Page(source)
    assert page.faults == []
    assert page.text.count(text) > 15
    assert text not in source.replace(html.escape(text), "")


def test_the_page_of_omsk_is_small_and_says_what_it_is() -> None:
    """The page of the Omsk case is well below half a megabyte, and its title is the model's name."""
    source = report(OMSK)
    page = Page(source)
    assert len(source.encode()) < 300_000
    assert page.headings[0] == (1, OMSK.name)
    assert f"<title>{OMSK.name} – partnership report</title>" in source
    assert source.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')


def test_names_are_spoken_in_their_language() -> None:
    """A name is marked with its language, or as of no known one, unless it is the language of the page."""
    page = Page(report(OMSK))
    assert ("ru", "Омский колледж профессиональных технологий") in page.languages
    assert (None, "Omsk College of Professional Technologies") in page.languages
    unknown = Page(report(PartnerModel("Город", [Organisation("a", "Школа")])))
    assert ("", "Школа") in unknown.languages
    assert ("", "Город") in unknown.languages


def test_the_sections_come_in_the_order_of_the_questions() -> None:
    """Every page has the same sections in the same order, and the contents list them all."""
    titles = [title for level, title in Page(report(OMSK)).headings if level == 2]
    assert titles == [
        "Contents",
        "What this is",
        "The network as a picture",
        "The network in words and figures",
        "Who works with whom",
        "Who the network depends on",
        "What is active, and what is only discussed",
        "Who is served, where, and by whom",
        "When",
        "Stated, but not named",
        "Claims and expectations",
        "On whose word",
        "What a person should look at",
        "What is not known",
        "How it was worked out",
        "All records",
    ]
    assert [title for level, title in Page(report(PartnerModel("Empty"))).headings if level == 2] == titles


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_picture_is_the_view_of_the_organisations(language: str) -> None:
    """The picture and its table are those of `network_view`, letter by letter, and so is its one script."""
    source = report(OMSK, language=language)
    view = network_view(organisation_network(OMSK), vocabulary=OMSK.vocabulary, language=language)
    parts = view.parts(prefix="picture")
    assert Page(source).picture == parts.body
    assert re.findall(r"<script>(.*?)</script>", source, re.DOTALL) == [parts.script]
    assert source.count("<style>") == 1
    assert parts.style in source


def test_a_day_changes_only_what_the_calendar_overtakes() -> None:
    """With a day, statuses that it has overtaken are named; without one, the page says that nobody looked."""
    over = Initiative("fair", "Fair", status="active", period=Period("2019", "2020"))
    town = PartnerModel("Town", [over])
    assert "No day was given" in report(town)
    assert "stale-status" not in report(town)
    assert "as of 24 November 2026" in report(town, as_of="2026-11-24")
    assert "stale-status" in report(town, as_of=datetime.date(2026, 11, 24))


def test_a_day_that_is_none_is_refused() -> None:
    """What is no date is refused before any work, as everywhere."""
    with pytest.raises(InvalidRecordError, match=r'"2026-13" is not a date'):
        report(OMSK, as_of="2026-13")


def test_the_file_is_not_touched(tmp_path: Path) -> None:
    """Reporting on a loaded model leaves its file as it was, to the byte and the second."""
    path = tmp_path / "model.json"
    path.write_text(document_of(OMSK), encoding="utf-8")
    before = path.read_bytes(), path.stat().st_mtime_ns
    report(loads(path.read_bytes()))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
