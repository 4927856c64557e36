"""The models themselves: their names, their words, and how a merge is shown."""

from __future__ import annotations

from typing import Any

import pytest
from tests.queries.merging.town import school, told, town

from partnermodel.errors import IntegrityError
from partnermodel.model.entities import Initiative, Organisation, Place
from partnermodel.model.relations import Relation
from partnermodel.queries.merging.merge import merge
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary


def test_names_of_models_are_asked_for_or_given() -> None:
    """Two registers have two names: a conflict, unless the name of the merged one is given."""
    a, b = town(name="Omsk"), town(name="Tomsk", language="ru")
    assert told(merge(a, b)) == ["name: a and b state different values (a: Omsk; b: Tomsk)"]
    named = merge(a, b, name="Both").model
    assert (named.name, named.language) == ("Both", "ru")
    assert merge(a, b, base=town(name="Omsk")).model.name == "Tomsk"
    assert told(merge(town(language="en"), town(language="ru"))) == [
        "language: a and b state different values (a: en; b: ru)"
    ]


def test_no_name_is_taken_for_one_of_another_language() -> None:
    """Of two registers in two languages one has to be chosen; names of the other are kept under it."""
    a = town(school("School"), Organisation("home", "Home"), language="en")
    b = town(school("Школа"), Place("omsk", "Омск", names={"en": "Omsk"}), Place("om", "Омь"), language="ru")
    merged = merge(a, b, prefer="a")
    assert told(merged) == ["language: a and b state different values (a: en; b: ru)"]
    assert merged.model["school"] == school("School", names={"ru": "Школа"})
    assert merged.model["omsk"] == Place("omsk", "Omsk", names={"ru": "Омск", "en": "Omsk"})
    assert merged.model["om"] == Place("om", "Омь", names={"ru": "Омь"})
    other = merge(a, b, prefer="b").model
    assert (other["school"], other["home"]) == (
        school("Школа", names={"en": "School"}),
        Organisation("home", "Home", names={"en": "Home"}),
    )


def word(code: str, **fields: Any) -> Term:
    """Return a word for organisations."""
    return Term("organisation", code, **fields)


def test_words_are_merged_like_records() -> None:
    """Labels are joined by language; what a term means otherwise is a conflict, its defaults included."""
    a = town(
        vocabulary=Vocabulary([word("zz-a", labels={"en": "A"})], [RelationTerm("zz-r", sources=["place"])])
    )
    b = town(
        vocabulary=Vocabulary(
            [word("zz-a", labels={"ru": "А"}), word("zz-b", broader="zz-a")], [RelationTerm("zz-r")]
        )
    )
    merged = merge(a, b)
    assert told(merged) == [
        "vocabulary.relation.zz-r.sources: a and b state different values (a: place; b: none)"
    ]
    words = merge(a, b, prefer="b").model.vocabulary
    assert words == Vocabulary(
        [word("zz-a", labels={"en": "A", "ru": "А"}), word("zz-b", broader="zz-a")], [RelationTerm("zz-r")]
    )
    assert merge(a, b, base=a).model == b
    assert merge(b, a, base=a).model == b


def test_words_that_do_not_fit_together_are_a_conflict() -> None:
    """One side removes a word, the other puts a new one under it."""
    base = town(vocabulary=Vocabulary([word("zz-a"), word("zz-c")]))
    a = town(vocabulary=Vocabulary([word("zz-c")]))
    b = town(vocabulary=Vocabulary([word("zz-a"), word("zz-c"), word("zz-b", broader="zz-a")]))
    (line,) = told(merge(a, b, base=base))
    assert line.startswith(
        'vocabulary: what the two say does not fit together: "zz-a" is not a code of the scheme organisation'
    )
    assert merge(a, b, base=base, prefer="a").model == a
    assert merge(a, b, base=base, prefer="b").model == b


def test_a_relation_that_new_words_forbid_is_a_conflict() -> None:
    """One side says what may stand at an end, the other adds a relation with another end."""
    omsk, kazan = Place("omsk", "Omsk"), Place("kazan", "Kazan")
    loose, strict = (Vocabulary([], [RelationTerm("zz-r", sources=ends)]) for ends in ([], ["group"]))
    base, a = (town(omsk, kazan, vocabulary=words) for words in (loose, strict))
    b = town(omsk, kazan, Relation("omsk", "zz-r", "kazan"), vocabulary=loose)
    merged = merge(a, b, base=base)
    assert [(one.record, "does not fit" in one.reason) for one in merged.conflicts] == [
        ("omsk/zz-r/kazan", True)
    ]
    assert merge(a, b, base=base, prefer="a").model == a
    assert merge(a, b, base=base, prefer="b").model == b
    assert merge(b, a, base=base, prefer="a").model == b


def test_a_merge_shows_itself_in_both_languages() -> None:
    """The account and the conflicts are tables, whose words are of the language and whose values are not."""
    a, b = (
        town(school(status="active"), name="Omsk"),
        town(school(status="planned"), Initiative("fair", "Fair")),
    )
    merged = merge(a, b, sides=("mine", "yours"))
    assert str(merged) == "\n".join(
        [
            "What was merged",
            "what                          number",
            "records in both               3",
            "records only in mine          0",
            "records only in yours         1",
            "records removed               0",
            "records called by another id  0",
            "names that are aliases now    0",
            "conflicts                     2",
        ]
    )
    assert str(merged.conflicts) == "\n".join(
        [
            "Conflicts",
            "record     field   mine    yours    why",
            "school     status  active  planned  mine and yours state different values",
            "the model  name    Omsk    Town     mine and yours state different values",
        ]
    )
    known = merge(a, b, base=town(school(), name="Town")).conflicts.table()
    assert str(known).splitlines()[1].split() == ["record", "field", "before", "a", "b", "why"]
    assert str(merged.conflicts.table(language="ru")).splitlines()[:3] == [
        "Конфликты",
        "запись  поле    mine    yours    причина",
        "school  status  active  planned  mine и yours: разные значения",
    ]
    assert str(merged.table(language="ru")).splitlines()[0] == "Итог слияния"
    with pytest.raises(IntegrityError) as caught:
        _ = merged.model
    assert str(caught.value) == "\n".join(
        [
            "mine and yours cannot be merged without a decision:",
            (
                '  organisations["school"].status: mine and yours state different values. Make both models '
                "say the same, or merge with prefer. [merge-conflict]"
            ),
            (
                "  name: mine and yours state different values. Make both models say the same, or merge "
                "with prefer. [merge-conflict]"
            ),
        ]
    )


def test_a_merge_has_rows_for_machines() -> None:
    """Each record is in one row with what became of it, and each conflict in one, with its values."""
    home = Organisation("home", "Home")
    a, b = town(school(status="active"), home), town(school(status="planned"), Initiative("fair", "Fair"))
    merged = merge(a, b, base=town(school(), home))
    assert {row["record"]: row["outcome"] for row in merged.rows()} == {
        "letter": "joined",
        "report": "joined",
        "school": "joined",
        "fair": "only-b",
        "home": "removed",
    }
    assert list(merged.conflicts.rows()) == [
        {
            "record": "school",
            "type": "organisation",
            "field": "status",
            "base": "unknown",
            "a": "active",
            "b": "planned",
            "reason": "a and b state different values",
        }
    ]
