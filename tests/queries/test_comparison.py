"""What is different between two models: `compare`."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.town import town
from tests.strategies import any_entities, blocks, lines, models

from partnermodel.language.sayings import in_english
from partnermodel.model.entities import Document, Initiative, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.comparison import Change, compare, untold
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.mapping import frozen
from partnermodel.values.names import Alias
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PartnerModel, PartnerModel]:
    """Draw two models: now strangers whose ids may meet by chance, now two versions of one."""
    before = draw(models(max_entities=6, max_relations=6))
    if draw(st.booleans()):
        return before, draw(models(max_entities=6, max_relations=6))
    after = before
    if before:
        after = after.without(*draw(st.lists(st.sampled_from(list(before)), max_size=2)))
    for id in draw(st.lists(st.sampled_from(list(after)), max_size=3, unique=True)) if after else ():
        record = after[id]
        changes: dict[str, Any] = {"evidence": ()}
        if isinstance(record, Relation):
            changes |= {"description": draw(blocks()), "status": "completed"}
        else:
            changes |= {"name": draw(lines())}
        after = after.with_(attrs.evolve(record, **changes))
    new = draw(any_entities())
    if new.id not in after and not new.evidence:
        after = after.with_(new)
    return before, PartnerModel(
        draw(st.just(after.name) | lines()), after.values(), vocabulary=after.vocabulary, language="en"
    )


@given(models(max_entities=8, max_relations=10))
def test_a_model_does_not_differ_from_itself(model: PartnerModel) -> None:
    """Compared with itself, or with another that holds the same, a model shows no difference."""
    same = PartnerModel(
        model.name, reversed(list(model.values())), vocabulary=model.vocabulary, language=model.language
    )
    for other in (model, same):
        found = compare(model, other)
        assert not found
        assert (found.added, found.removed, found.changed) == ((), (), ())


@given(pairs())
def test_a_comparison_is_true_exactly_if_the_models_differ(
    versions: tuple[PartnerModel, PartnerModel],
) -> None:
    """The truth of a comparison is that the models are not equal."""
    before, after = versions
    assert bool(compare(before, after)) == (before != after)


@given(pairs())
def test_a_comparison_can_be_read_backwards(versions: tuple[PartnerModel, PartnerModel]) -> None:
    """From the second model to the first, what was added is removed, and before and after change places."""
    before, after = versions
    there, back = compare(before, after), compare(after, before)
    assert there.added == back.removed
    assert there.removed == back.added
    assert {attrs.evolve(one, before=one.after, after=one.before) for one in back.changed} == set(
        there.changed
    )
    assert len(there.changed) == len(set(there.changed)) == len(back.changed)


@given(pairs())
def test_a_comparison_makes_the_one_model_the_other(versions: tuple[PartnerModel, PartnerModel]) -> None:
    """Remove what is removed, add what is added, change what is changed: the first is the second."""
    before, after = versions
    found = compare(before, after)
    own: dict[str, Any] = {"name": before.name, "language": before.language, "vocabulary": before.vocabulary}
    records: dict[str, Record] = {id: record for id, record in before.items() if record not in found.removed}
    changes: dict[str, dict[str, Any]] = {}
    for change in found.changed:
        changes.setdefault(change.record, {})[change.field] = change.after
        was = getattr(before[change.record], change.field) if change.record else own[change.field]
        assert was == change.before
        assert was != change.after
    own |= changes.pop("", {})
    records |= {id: attrs.evolve(records[id], **fields) for id, fields in changes.items()}
    assert not set(records) & {record.id for record in found.added}
    made = PartnerModel(
        own["name"],
        [*records.values(), *found.added],
        vocabulary=own["vocabulary"],
        language=own["language"],
    )
    assert made == after


@given(pairs())
def test_before_and_after_never_read_alike(versions: tuple[PartnerModel, PartnerModel]) -> None:
    """However much two values look alike, the words for before and after differ, and each is one line."""
    for change in compare(*versions).changed:
        before, after = change.words
        assert before != after
        assert "\n" not in before + after
        assert "\t" not in before + after


def test_another_type_is_another_record() -> None:
    """A record that becomes one of another type is removed and added, not changed."""
    found = compare(
        PartnerModel("A", [Place("omsk", "Omsk")]), PartnerModel("A", [Organisation("omsk", "Omsk")])
    )
    assert (found.removed, found.added) == ((Place("omsk", "Omsk"),), (Organisation("omsk", "Omsk"),))
    assert found.changed == ()


def test_differences_read_well() -> None:
    """The table names each record first, then what became of it, and says none when there is none."""
    before = town()
    after = (
        before.with_(
            attrs.evolve(before["training"], status="active", description="Two\n\nlines", evidence=()),
            Initiative("next", "Next fair", kind="championship"),
            Relation("college", "participates-in", "next"),
        )
        .without("fair")
        .without("ministry/funds/college")
    )
    after = PartnerModel("Town, next year", after.values(), language="en")
    found = compare(before, after).table()
    assert (found.caption, found.columns) == (
        "Differences",
        ("record", "difference", "field", "before", "after"),
    )
    assert found.rows == (
        ("fair", "removed", "", "initiative: Fair of skills", ""),
        ("college/participates-in/fair/host", "removed", "", "relation", ""),
        ("ministry/funds/college", "removed", "", "relation", ""),
        ("ministry/participates-in/fair/organiser", "removed", "", "relation", ""),
        ("volunteers/participates-in/fair/performer", "removed", "", "relation", ""),
        ("next", "added", "", "", "initiative: Next fair"),
        ("college/participates-in/next", "added", "", "", "relation"),
        ("training", "changed", "description", "not stated", "Two lines"),
        ("training", "changed", "status", "discussed", "active"),
        ("training", "changed", "evidence", "document release", "none"),
        ("the model", "changed", "name", "Town", "Town, next year"),
        ("the model", "changed", "language", "und", "en"),
    )
    assert [str(change) for change in compare(before, after).changed[1:4]] == [
        "training.status: discussed → active",
        "training.evidence: document release → none",
        "name: Town → Town, next year",
    ]
    assert str(compare(before, before)) == "Differences\n(none)"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not stated"),
        ("", "not stated"),
        ((), "none"),
        ({}, "none"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (2.5, "2.5"),
        ("Two\n\tlines ", "Two lines"),
        ({"ru": "Омск", "en": "Omsk"}, "en: Omsk; ru: Омск"),
        ({"my:row": [1, {"b": True, "a\n": "x"}]}, "my:row: 1; a: x; b: yes"),
        ((Identifier("iso-3166-2", "RU-OMS"),), "ISO-3166-2 RU-OMS"),
        ((Alias("Минтруд", scope="RU-OMS"), Alias("MT")), "Минтруд (in RU-OMS); MT"),
        (Period("2024", OPEN), "2024 to open"),
        (Period(), "unknown"),
        (Level("collaboration-continuum", "networking"), "networking (collaboration-continuum)"),
        ((StatedCount("studio", 10, through="hosts", qualifier="at-least"),), "at least 10 studio"),
        (
            (Citation("act", locator="page 2", confidence="high", claim=True), Citation("report")),
            "document act, locator page 2, confidence high, claim yes; document report",
        ),
        (
            Term("status", "paused", labels={"en": "paused"}, broader="suspended", rank=0),
            "scheme status, code paused, labels en: paused, broader suspended, rank 0",
        ),
    ],
)
def test_a_value_is_worded(value: object, words: str) -> None:
    """A value of any field has a line of words, in which what is absent is passed over or said to be."""
    assert in_english(untold(frozen(value))) == words


def test_values_that_look_alike_are_told_in_full() -> None:
    """Two values that short words do not tell apart are shown as Python writes them."""
    one, other = Alias("Минтруд", language="ru"), Alias("Минтруд", language="uk")
    assert Change("a", "aliases", (one,), (other,)).words == (
        "(Alias(name='Минтруд', language='ru'),)",
        "(Alias(name='Минтруд', language='uk'),)",
    )
    assert str(Change("a", "description", "two words", "two\nwords")) == (
        "a.description: 'two words' → 'two\\nwords'"
    )


def test_of_vocabularies_only_the_difference_is_told() -> None:
    """When words are added to a model that has some, the change names the new ones, and no others."""
    old = Term("status", "paused", labels={"en": "paused"})
    new = RelationTerm("mentors", labels={"en": "mentors"}, symmetric=True)
    before, after = Vocabulary([old]), Vocabulary([old], [new])
    (change,) = compare(PartnerModel("A", vocabulary=before), PartnerModel("A", vocabulary=after)).changed
    assert change == Change("", "vocabulary", before, after)
    assert change.words == ("none", "code mentors, labels en: mentors, nature tie, symmetric yes")
    turned = (
        Vocabulary([Term("role", "x", labels={"en": "x"}), old]),
        Vocabulary([old, Term("role", "x", labels={"en": "x"})]),
    )
    assert Change("", "vocabulary", *turned).words == (repr(turned[0]), repr(turned[1]))


def test_a_document_that_goes_leaves_a_change_behind() -> None:
    """Without a document, what cited it is changed: the citation is gone."""
    before = PartnerModel("A", [Document("d", "D"), Place("p", "P", evidence=[Citation("d")])])
    found = compare(before, before.without("d"))
    assert found.removed == (Document("d", "D"),)
    assert found.changed == (Change("p", "evidence", (Citation("d"),), ()),)
