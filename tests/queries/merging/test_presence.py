"""Records that are there, and those that one side removed; and what does not fit together."""

from __future__ import annotations

from tests.queries.merging.town import LETTER, PAGE_4, REPORT, school, told, town

from partnermodel.language.retelling import retold
from partnermodel.model.entities import Centre, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.merging.merge import merge
from partnermodel.values.citations import Citation


def test_what_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    """The conflict names what was changed; who is preferred keeps or removes it."""
    base, a, b = (
        town(school(status="planned")),
        town(),
        town(school(status="active", size=3, collective=True)),
    )
    merged = merge(a, b, base=base)
    assert told(merged) == [
        (
            "school: a removed it, and b changed status, collective, size (a: not there; "
            "b: organisation: School; before: organisation: School)"
        )
    ]
    assert "school" not in merge(a, b, base=base, prefer="a").model
    assert merge(a, b, base=base, prefer="b").model == b
    assert merge(a, b, base=base, prefer="a").removed == ("school",)


def test_a_relation_whose_end_was_removed_is_a_conflict_in_words() -> None:
    """Nothing is restored or dropped in silence: the relation is kept with its end, or goes."""
    home = Organisation("home", "Home")
    link = Relation("home", "partners-with", "school", evidence=[PAGE_4])
    base, a, b = town(school(), home), town(home), town(school(), home, link)
    line = (
        'home/partners-with/school.target: a removed "school", and b needs it here (a: not stated; b: school)'
    )
    assert told(merge(a, b, base=base)) == [line]
    assert merge(a, b, base=base, prefer="a").model == a
    assert merge(a, b, base=base, prefer="b").model == b
    assert merge(b, a, base=base, prefer="a").model == b
    assert str(retold(merge(a, b, base=base).conflicts[0].issue(), language="ru")) == (
        'relations["home/partners-with/school"].target: a: запись "school" удалена; '
        "b: здесь на неё ссылаются. "
        "Приведите обе модели к одному значению или укажите prefer. [merge-conflict]"
    )


def test_a_document_that_was_removed_takes_only_its_citations_along() -> None:
    """A new record that cites it stays when the removal is preferred, without that citation."""
    base = PartnerModel("Town", [REPORT, LETTER])
    a, b = base.without("report"), base.with_(school(evidence=[PAGE_4, Citation("letter")]))
    found = merge(a, b, base=base, prefer="a")
    assert found.model == a.with_(school(evidence=[Citation("letter")]))
    assert told(found) == [
        (
            'school.evidence: a removed "report", and b needs it here '
            "(a: not stated; b: document report, locator page 4)"
        )
    ]
    assert merge(a, b, base=base, prefer="b").model == b


def test_a_circle_that_only_both_close_is_a_conflict() -> None:
    """Two relations that are right on each side, and together lead in a circle, are told with the circle."""
    centres = [Centre("c", "C"), Centre("d", "D")]
    a, b = (town(*centres, Relation(*ends)) for ends in (("c", "part-of", "d"), ("d", "part-of", "c")))
    base = town(*centres)
    merged = merge(a, b, base=base)
    assert [conflict.record for conflict in merged.conflicts] == ["c/part-of/d", "d/part-of/c"]
    assert (
        "what the two say does not fit together: the relation closes a circle: c → d → c" in told(merged)[0]
    )
    assert merge(a, b, base=base, prefer="a").model == a
    assert merge(a, b, base=base, prefer="b").model == b


def test_an_id_of_two_types_is_a_conflict() -> None:
    """A record of another type is another record; where only one side has changed it, it is the new one."""
    a, b = town(school()), town(Place("school", "School"))
    assert told(merge(a, b)) == [
        (
            "school: a and b use the id for records of different types "
            "(a: organisation: School; b: place: School)"
        )
    ]
    assert merge(a, b, prefer="b").model == b
    assert merge(a, b, base=a).model == b
    assert merge(b, a, base=a).model == b
    linked = town(school(), Organisation("home", "Home"), Relation("home", "partners-with", "school"))
    turned = merge(linked, town(Place("school", "School")), base=town(school()), prefer="a")
    assert turned.model == linked
    assert "does not fit together" in told(turned)[0]


def test_everything_that_goes_because_of_a_circle_is_told() -> None:
    """Of a circle that one side closes with two relations, both are in conflict, and no more than both."""
    centres = [Centre(id, id) for id in "cde"]
    base = town(*centres)
    a = town(*centres, Relation("c", "part-of", "d"))
    b = town(*centres, Relation("d", "part-of", "e"), Relation("e", "part-of", "c"))
    merged = merge(a, b, base=base, prefer="a")
    assert merged.model == a
    assert set(merged.removed) <= {one.record for one in merged.conflicts}
    assert merge(a, b, base=base, prefer="b").model == b


def test_what_both_have_removed_or_never_had_is_gone() -> None:
    """Nothing comes back that neither side has."""
    base = town(school())
    assert merge(town(), town(), base=base).model == town()


def test_a_type_that_changed_while_the_other_side_removed_it_is_a_conflict() -> None:
    """What was changed is the type, since all else belongs to another record now."""
    base, a, b = town(school()), town(Place("school", "School")), town()
    assert "b removed it, and a changed type" in told(merge(a, b, base=base))[0]
