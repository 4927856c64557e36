"""What all answers have in common: they are values, they print, and anybody can read them."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Collection, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from tests.queries.town import town
from tests.strategies import models

from partnermodel.analysis.recommending.recommendations import recommend
from partnermodel.errors import Issue
from partnermodel.model.entities import (
    ENTITY_CLASSES,
    Centre,
    Document,
    Group,
    Initiative,
    Organisation,
    Place,
    Programme,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.answers import Listing
from partnermodel.queries.checks import Findings, check
from partnermodel.queries.comparison import compare
from partnermodel.queries.coverage import coverage
from partnermodel.queries.expectations import expectation
from partnermodel.queries.lookup import find
from partnermodel.queries.matching.duplicates import find_duplicates
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.neighbourhoods import neighbourhood
from partnermodel.queries.partnerships import partners, relations_between
from partnermodel.queries.timelines import timeline
from partnermodel.queries.unmet import unmet
from partnermodel.queries.unpartnered import unpartnered
from partnermodel.values.citations import Citation
from partnermodel.values.dates import Period
from partnermodel.values.names import Alias
from partnermodel.values.table import Phrase, Shown
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary

HOSTILE = "<script>alert('x')</script>\"&lt;b onload=\"'"

TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "span", "p", "div"}


def answers(model: PartnerModel) -> Iterator[Shown]:
    """Yield an answer of every sort that a model can give."""
    for id in list(model.organisations)[:2]:
        yield partners(model, id)
        yield neighbourhood(model, id)
    yield from (relations_between(model, *pair) for pair in [list(model.entities)[:2]] if len(pair) == 2)
    for by in (("group", "place"), ("kind", "organisation"), ("organisation", "group", "kind")):
        yield coverage(model, by=by)
        yield coverage(model, by=by).gaps
    yield find_duplicates(model, type=[cls.scheme for cls in ENTITY_CLASSES], threshold=0)
    profile = expectation(model, places=[*model.places, None], at_least=2, reason=model.name)
    yield from (
        profile,
        unmet(model, profile),
        unpartnered(model, [*list(model)[:3], model.name], kind="visit"),
    )
    yield recommend(model, profile, close="both")
    other = model.without(*list(model)[:1])
    yield compare(model, PartnerModel(f"{model.name}!", other.values(), language="ru"))
    yield timeline(model)
    yield check(model, as_of="2026-11-24")
    yield find(model)
    yield find(model, model.name)
    for entity in list(model.entities.values())[:1]:
        yield find(model, entity.name)


class Reader(HTMLParser):
    """Reads a table as a screen reader would, and notes what should not be there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.captions: list[str] = []
        self.notes: list[str] = []
        self.rows: list[list[str]] = []
        self.heads: list[tuple[str, str]] = []
        self.languages: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hold a tag to what a table of ours is made of."""
        assert tag in TAGS
        given = {name: value or "" for name, value in attrs}
        assert list(given) == {"th": ["scope"], "span": ["lang"], "div": ["class"]}.get(tag, [])
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
        if tag == "th":
            self.heads.append((given["scope"], "head" if "thead" in self.open else "body"))
        if tag == "span":
            self.languages.append(given["lang"])
        for texts, name in ((self.captions, "caption"), (self.notes, "p")):
            if tag == name:
                texts.append("")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that what was opened last is closed first."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Add a text to where it stands; none stands loose."""
        where = [tag for tag in self.open if tag != "span"][-1]
        texts = {"caption": self.captions, "p": self.notes}.get(where)
        if texts is not None:
            texts[-1] += data
        else:
            assert where in ("th", "td")
            self.rows[-1][-1] += data

    def handle_comment(self, data: str) -> None:
        """Refuse a comment."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        """Refuse a processing instruction."""
        raise AssertionError(data)


def said(answer: Shown) -> Reader:
    """Return what a reader makes of an answer in a notebook, held to the printed one."""
    table = answer.table()
    read = Reader(answer._repr_html_())
    notes = list(table.notes)
    grid = [list(table.columns), *([str(cell) for cell in row] for row in table.rows)]
    lines = str(answer).split("\n")
    if not table.rows:
        assert read.notes == [f"{table.caption}: none.", *notes]
        assert (read.captions, read.rows) == ([], [])
        assert lines == [table.caption, "(none)", *notes]
        return read
    assert (read.captions, read.rows, read.notes) == ([table.caption], grid, notes)
    across, down = len(table.columns), len(table.rows)
    assert read.heads == [("col", "head")] * across + [("row", "body")] * down
    assert {len(row) for row in grid} == {across}
    # The same cells stand in the printed lines, one after the other, with at least two spaces between.
    assert len(lines) == 1 + len(grid) + len(notes)
    assert (lines[0], lines[1 + len(grid) :]) == (table.caption, notes)
    for row, line in zip(grid, lines[1 : 1 + len(grid)], strict=True):
        cells = (re.escape(re.sub("[\t\n]", " ", cell).rstrip()) for cell in row)
        padded = line + "  " * across  # the spaces at the end of a line are left out
        assert re.fullmatch("".join(rf"{cell}\s{{2,}}" for cell in cells), padded)
    return read


def is_a_value(first: Shown, again: Shown) -> None:
    """See that an answer is equal to itself asked again, pickled and copied, and cannot be changed."""
    assert first == again
    assert hash(first) == hash(again)
    for same in (pickle.loads(pickle.dumps(first)), copy.copy(first), copy.deepcopy(first)):
        assert same == first
        assert hash(same) == hash(first)
        assert str(same) == str(first)
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(first))):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(first, field.name, None)
    with pytest.raises((AttributeError, TypeError)):
        first.new = 1  # type: ignore[attr-defined]  # that is the test


@given(models(types=(Organisation, Organisation, Group, Place, Programme, Initiative, Centre, Document)))
def test_an_answer_is_a_value(model: PartnerModel) -> None:
    """An answer is equal to itself asked again, pickled and copied, has one hash, and can not be changed."""
    for first, again in zip(answers(model), answers(model), strict=True):
        is_a_value(first, again)


@given(models(types=(Organisation, Organisation, Group, Place, Programme, Initiative, Centre, Document)))
def test_what_is_printed_is_what_the_notebook_says(model: PartnerModel) -> None:
    """Text and HTML hold the same caption, cells and notes; heads have a scope; the HTML has no more."""
    for answer in answers(model):
        read = said(answer)
        assert all(re.fullmatch("[A-Za-z0-9-]+", language) for language in read.languages)
        assert "und" not in read.languages


def test_hostile_words_stay_words() -> None:
    """Markup in any field of any record, and in the words of the vocabulary, is text and nothing else."""
    words = {"en": HOSTILE}
    vocabulary = Vocabulary(
        [
            Term("organisation", "zz-kind", labels=words),
            Term("programme", "zz-kind", labels=words),
            Term("status", "zz-status", labels=words),
            Term("role", "zz-role", labels=words),
        ],
        [
            RelationTerm("zz-tie", labels=words, inverse_labels=words),
            RelationTerm("zz-part", labels=words, inverse_labels=words, nature="participation"),
            RelationTerm("zz-serve", labels=words, inverse_labels=words, nature="provision"),
        ],
    )
    ids = {name: f"<{name}>&\"'" for name in ("one", "two", "programme", "group", "place", "document")}
    cite = [Citation(ids["document"], locator=HOSTILE)]
    common: dict[str, Any] = {
        "names": {"ru": HOSTILE},
        "aliases": [Alias(HOSTILE, language="en", scope="RU")],
        "description": f"{HOSTILE}\n",
        "status": "zz-status",
        "evidence": cite,
    }
    model = PartnerModel(
        HOSTILE,
        [
            Organisation(ids["one"], HOSTILE, kind="zz-kind", period=Period("2024"), **common),
            Organisation(ids["two"], HOSTILE, kind="zz-kind", **common),
            Programme(ids["programme"], HOSTILE, kind="zz-kind", **common),
            Group(ids["group"], HOSTILE, **common),
            Place(ids["place"], HOSTILE, **common),
            Document(ids["document"], HOSTILE, published="2024"),
            Relation(ids["one"], "zz-tie", ids["two"], role="zz-role", evidence=cite, period=Period("2024")),
            *(
                Relation(ids[id], "zz-part", ids["programme"], role="zz-role", evidence=cite)
                for id in ("one", "two")
            ),
            Relation(ids["programme"], "zz-serve", ids["group"], status="zz-status", evidence=cite),
            Relation(ids["programme"], "located-in", ids["place"], evidence=cite),
        ],
        vocabulary=vocabulary,
        language="en",
    )
    hostile_issue = Issue("own", HOSTILE, HOSTILE, HOSTILE, HOSTILE, records=(HOSTILE,))
    for answer in (
        *answers(model),
        check(model, lambda given: [hostile_issue]),
        compare(model, PartnerModel("Empty")),
        compare(PartnerModel("Empty"), model),
        compare(model, model.with_(Organisation(ids["one"], "Plain"))),
        find(model, HOSTILE, scope="RU"),
        find(model, "alert"),
    ):
        read = said(answer)
        assert "alert" in "".join(cell for row in read.rows for cell in row) + "".join(
            read.captions + read.notes
        )


def test_names_are_said_in_their_language() -> None:
    """Names are marked with the language of the model, if it is known, and codes are not taken for names."""
    for language, marked in (("ru", {"ru"}), ("und", set())):
        model = PartnerModel("Town", town().values(), language=language)
        for answer in (partners(model, "college"), coverage(model).gaps, timeline(model), find(model)):
            assert set(said(answer).languages) == marked


def test_a_list_of_answers_has_all_that_a_sequence_has() -> None:
    """It has a length, places, slices, an order and a truth, as a tuple of its items has.

    It is no `Sequence` by name: polars would make a column of the answers, and not ask for their rows.
    """
    found: Listing[Issue] = check(PartnerModel("Two", [Place("a", "A"), Place("b", "B")]))
    items = found.items
    assert len(items) == 4
    assert isinstance(found, Collection)
    assert not isinstance(found, Sequence)
    assert list(found) == list(items)
    assert (len(found), found[0], found[-1], found[1:3]) == (4, items[0], items[3], items[1:3])
    assert items[2] in found
    assert object() not in found
    assert found.index(items[2]) == found.index(items[2], 1) == found.index(items[2], -2, 3) == 2
    assert (found.count(items[2]), found.count(None)) == (1, 0)
    with pytest.raises(ValueError, match="not in tuple"):
        found.index(items[2], 0, 2)
    assert list(reversed(found)) == list(reversed(items))
    assert bool(found)
    assert not Findings(())
    with pytest.raises(IndexError):
        found[4]


@settings(max_examples=20)
@given(models(types=(Organisation, Group, Place, Programme)))
def test_what_is_left_out_of_a_repr_is_in_the_table(model: PartnerModel) -> None:
    """A representation names the class and its facts, and has neither rows nor names that the table has."""
    for answer in answers(model):
        assert repr(answer).startswith(f"{type(answer).__name__}(")
        assert "Phrase(" not in repr(answer)


def test_answers_of_different_models_differ() -> None:
    """Two answers are equal only if they say the same of the same."""
    model = town()
    other = model.with_(attrs.evolve(model.organisations["theatre"], name="Puppet theatre"))
    assert partners(model, "college") != partners(other, "college")
    assert coverage(model) != coverage(model, by=("place", "group"))
    assert coverage(model) != coverage(model, counts="discussed")
    assert isinstance(coverage(model), Coverage)
    assert Phrase("a") == Phrase("a", "und") != Phrase("a", "en")
