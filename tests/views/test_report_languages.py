"""The report says the same in every language, and each page speaks one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from examples.omsk import omsk
from hypothesis import example, given
from tests.strategies import models
from tests.views.pages import Page

from partnermodel import (
    STANDARD,
    Alias,
    Organisation,
    PartnerModel,
    RelationTerm,
    Term,
    UnknownTermError,
    dumps,
    report,
)
from partnermodel.values.text import shown

PROGRAM = {"partnermodel", "e", "i"}
"""What is no word of any language: the name of the program, and that of the E-I index."""


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of some texts, as far as they are letters, without regard to case."""
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def told_by(model: PartnerModel, language: str) -> Iterator[str]:
    """Yield what a file may say in any script, though it is no name: labels, numbers and scopes."""
    own = model.vocabulary
    terms: tuple[Term | RelationTerm, ...] = (*own.terms, *own.relation_terms)
    for term in terms:
        sides = (term.labels, term.inverse_labels) if isinstance(term, RelationTerm) else (term.labels,)
        for labels in sides:
            yield labels.get(language, "") if labels else term.code
    for code in STANDARD.codes("identifier"):
        yield STANDARD.label("identifier", code, language)
    for entity in model.entities.values():
        yield from (one.value for one in entity.identifiers)
        yield from (alias.scope for alias in entity.aliases if alias.scope)
    for record in model.values():
        if not own.knows("status", record.status):
            yield record.status


def quoted_from(model: PartnerModel) -> Iterator[str]:
    """Yield what a finding may quote: all that stands in the file, and the names of schemes and fields."""
    yield from (*STANDARD.schemes, *model.vocabulary.schemes, "vocabulary", "scope")
    waiting: list[Any] = [json.loads(dumps(model))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            # What cannot be shown safely is quoted by its number, with the letter u before it.
            yield from (one, shown(one, longest=len(one) * 8))
        elif isinstance(one, list | dict):
            waiting += one if isinstance(one, list) else one.values()


def strangers(page: Page, model: PartnerModel, script: str, *, quoted: Iterable[str] = ()) -> set[str]:
    """Return the words of a script that a page says of itself, and that neither model nor program has."""
    allowed = words_of(told_by(model, page.language or "")) | PROGRAM
    found = {word for word in words_of(page.ours) - allowed if re.search(script, word)}
    # What is long is quoted in part, and may end within a word.
    whole = words_of(quoted) if found else set()
    return {word for word in found if not any(one.startswith(word) for one in whole)}


@given(models())
@example(PartnerModel("Town", [Organisation(id, id, aliases=[Alias("Yolka")]) for id in "ab"]))
def test_a_page_speaks_one_language(model: PartnerModel) -> None:
    """No word of ours is English on the Russian page or Russian on the English one, whatever the model."""
    for language, script in (("ru", r"[A-Za-z]"), ("en", r"[А-Яа-яЁё]")):
        page = Page(report(model, language=language))
        assert not strangers(page, model, script, quoted=quoted_from(model))


@pytest.mark.parametrize(("language", "script"), [("ru", r"[A-Za-z]"), ("en", r"[А-Яа-яЁё]")])
def test_the_page_of_omsk_speaks_one_language(language: str, script: str) -> None:
    """So it is on the page of the Omsk case, beside an older model of it."""
    model = omsk()
    page = Page(report(model, language=language, as_of="2026-11-24", compared_with=PartnerModel("Old")))
    assert page.faults == []
    assert not strangers(page, model, script)


@given(models(), models())
def test_the_languages_have_the_same_structure(model: PartnerModel, older: PartnerModel) -> None:
    """Both pages have the same sections, headings, tables, rows, cells, ids and links, in the same order."""
    english, russian = (
        Page(report(model, language=language, compared_with=older)) for language in ("en", "ru")
    )
    assert english.faults == russian.faults == []
    assert english.ids == russian.ids
    assert english.links == russian.links
    assert [level for level, _ in english.headings] == [level for level, _ in russian.headings]
    for id, rows in english.rows.items():
        assert [len(row) for row in rows] == [len(row) for row in russian.rows[id]], id


@given(models())
def test_both_pages_know_everybody_by_the_same_names(model: PartnerModel) -> None:
    """Both have the same names; each is marked with its language, unless it is that of the page."""
    for entity in model.entities.values():
        names = {(entity.name, model.language), *((name, tag) for tag, name in entity.names.items())}
        for language in ("en", "ru"):
            told = Page(report(model, language=language)).languages
            for name, tag in names:
                mark = None if tag == language else "" if tag == "und" else tag
                assert (mark, name) in told


def test_who_has_a_russian_name_is_called_by_it_on_the_russian_page() -> None:
    """Headings and links call an organisation by its name in the language of the page, if it has one."""
    page = Page(report(omsk(), language="ru"))
    assert (3, "Омский колледж профессиональных технологий") in page.headings
    assert ("en", "Omsk College of Professional Technologies") in page.languages


def test_an_unknown_language_is_refused() -> None:
    """A language that the library does not speak is refused with a sentence."""
    with pytest.raises(UnknownTermError, match='"fr" is not a language that the library speaks'):
        report(PartnerModel("Town", [Organisation("a", "A")]), language="fr")


def test_a_dialect_falls_back_to_its_language() -> None:
    """`ru-RU` is Russian."""
    assert report(omsk(), language="ru-RU") == report(omsk(), language="ru")
