"""The small print of the sections: whom a row names, and what counts, where it could be read in two ways."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.views.pages import Page

from partnermodel import (
    STANDARD,
    Citation,
    Document,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Place,
    Programme,
    Record,
    Relation,
    RelationTerm,
    Term,
    Vocabulary,
    network_view,
    organisation_network,
    report,
)
from partnermodel.views.sections import picture

A, B = Organisation("a", "A"), Organisation("b", "B")
PAPER, LETTER = Document("paper", "Paper"), Document("letter", "Letter")


def rows(section: str, *records: Record, vocabulary: Vocabulary = STANDARD) -> list[list[str]]:
    """Return the rows of the tables of a section, on the page of some records."""
    return Page(report(PartnerModel("Town", records, vocabulary=vocabulary))).rows[section]


def test_an_initiative_serves_whom_it_leads_to_and_not_who_supports_it() -> None:
    """Whoever provides something to an initiative is not among those whom the initiative serves."""
    helps = RelationTerm("zz-lends-rooms-to", labels={"en": "lends rooms to"}, nature="provision")
    found = rows(
        "progress",
        A,
        Group("g", "G"),
        Initiative("fair", "Fair"),
        Relation("fair", "serves", "g"),
        Relation("a", "zz-lends-rooms-to", "fair"),
        vocabulary=Vocabulary([], [helps]),
    )
    assert found[1] == ["Fair", "not stated", "not stated", "G"]


def test_a_part_says_how_far_it_is_unless_nobody_knows() -> None:
    """A part that is further than the whole says so; one in an unknown status says nothing of it."""
    found = rows(
        "progress",
        A,
        B,
        Initiative("fair", "Fair", status="planned"),
        Relation("a", "participates-in", "fair", status="active"),
        Relation("b", "participates-in", "fair"),
    )
    assert found[1] == ["Fair", "not stated", "A: active; B", "not stated"]


def test_a_document_does_not_rest_on_itself() -> None:
    """What a document claims of itself is no claim of another record that rests on it."""
    own = Document("own", "Own", evidence=[Citation("own", claim=True)])
    found = rows("evidence", own, Organisation("c", "C", evidence=[Citation("own")]))
    resting, claims = found[1][4:6]
    assert resting.startswith("1, ")
    assert claims == "0"


def test_a_record_rests_once_on_what_it_cites_twice() -> None:
    """Two citations of one document are one on which a record rests alone, and a claim if one of them is."""
    places = [Citation("paper", locator="page 1", claim=True), Citation("paper", locator="page 2")]
    found = rows("evidence", PAPER, Organisation("c", "C", evidence=places))
    assert found[1][4:6] == ["1, of them 1 on it alone", "1"]


def test_one_giver_in_a_place_is_enough() -> None:
    """Where something serves a group is known when one of several who give it is somewhere."""
    asked = "Where it serves a group"
    course: list[Record] = [
        *(A, B, Group("g", "G"), Programme("course", "Course")),
        *(Relation(id, "offers", "course") for id in "ab"),
        Relation("course", "serves", "g"),
    ]
    assert [row[1] for row in rows("not-known", *course) if row[0] == asked] == ["1 of 1"]
    somewhere: list[Record] = [Place("town", "Town"), Relation("a", "located-in", "town")]
    assert asked not in [row[0] for row in rows("not-known", *course, *somewhere)]


def test_a_kind_of_two_types_is_called_as_it_is_of_the_first() -> None:
    """A word that is a kind of two types has one row: the label is that of what serves first, by id."""
    words = [Term(type, "zz-both", labels={"en": f"{type} of both"}) for type in ("programme", "initiative")]
    serving: list[Record] = [
        Group("g", "G"),
        Initiative("first", "First", kind="zz-both"),
        Programme("second", "Second", kind="zz-both"),
        Relation("first", "serves", "g"),
        Relation("second", "serves", "g"),
    ]
    found = rows("coverage", *serving, vocabulary=Vocabulary(words))
    assert "Initiative of both" in {cell for row in found for cell in row}


def test_one_place_in_a_source_is_enough() -> None:
    """A record lacks a place in its source only when none of its citations has one."""
    half = Organisation("c", "C", evidence=[Citation("paper", locator="page 2"), Citation("letter")])
    none = Organisation("d", "D", evidence=[Citation("paper"), Citation("letter")])
    found = rows("not-known", PAPER, LETTER, half, none)
    assert [row[1] for row in found if row[2] == "D"] == ["1 of 2"]


def test_what_is_gone_is_told_in_the_words_that_it_had() -> None:
    """A status of a record that is no more has the label of the older model, which alone knows it."""
    rests = Vocabulary([Term("status", "zz-rests", labels={"en": "at rest"})])
    older = PartnerModel("Then", [Organisation("c", "C", status="zz-rests")], vocabulary=rests)
    found = Page(report(PartnerModel("Now", [A]), compared_with=older)).rows["changes"]
    assert ["Cc", "organisation", "at rest"] in found


@pytest.mark.parametrize(("kinds", "by"), [((None,), "community"), (("school", "employer", None), "sector")])
def test_the_picture_of_a_large_network_leaves_the_page_small(kinds: tuple[str | None, ...], by: str) -> None:
    """Of more than a page has room for, it shows groups: the page is less than half a megabyte."""
    count = picture.ORGANISATIONS_AT_MOST
    bodies = [
        Organisation(
            f"o{place}", f"Municipal educational institution {place}", kind=kinds[place % len(kinds)]
        )
        for place in range(count + 1)
    ]
    ties = [
        Relation(f"o{place}", "cooperates-with", f"o{(place + step) % count}")
        for place in range(count)
        for step in (1, 2, 3)
    ]
    for number in (count + 1, count):
        model = PartnerModel("Town", [*bodies[:number], *ties])
        view = network_view(organisation_network(model), by=by if number > count else None)
        source = report(model)
        assert Page(source).picture == view.parts(prefix="picture").body
        assert len(source.encode()) < 500_000
    many = [Relation(f"o{one}", "funds", f"o{two}") for one, two in combinations(range(46), 2)]
    assert len(many) > picture.TIES_AT_MOST
    model = PartnerModel("Town", [*bodies[:count], *many])
    grouped = network_view(organisation_network(model), by=by).parts(prefix="picture")
    assert Page(report(model)).picture == grouped.body


def test_what_a_field_was_is_told_in_the_words_that_it_had() -> None:
    """A status before a change has the label of the older model, and the one after it that of the newer."""
    then, now = (
        PartnerModel(
            name,
            [Organisation("c", "C", status=f"zz-{name}")],
            vocabulary=Vocabulary([Term("status", f"zz-{name}", labels={"en": f"label of {name}"})]),
        )
        for name in ("then", "now")
    )
    found = Page(report(now, compared_with=then)).rows["changes"]
    assert ["C", "status", "label of then", "label of now"] in found
