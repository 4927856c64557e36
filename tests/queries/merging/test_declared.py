"""What a person has declared to be one record."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.merging.families import strangers
from tests.queries.merging.town import school, told, town

from partnermodel.errors import UnknownIdError
from partnermodel.model.entities import Centre, Document, Organisation, Person, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.merging.conflicts import Side
from partnermodel.queries.merging.merge import merge
from partnermodel.values.citations import Citation
from partnermodel.values.names import Alias


def test_declared_records_are_called_by_the_id_of_the_first() -> None:
    """The other name is an alias, ends and citations lead to the new id, and like relations are joined."""
    a = town(
        school("School 15", kind="school"),
        Organisation("home", "Home"),
        Relation("home", "partners-with", "school"),
    )
    annual = Citation("annual", locator="p. 1")
    b = PartnerModel(
        "Town",
        [
            Document("annual", "Report"),
            Organisation("s-15", "Fifteenth School", names={"ru": "Школа 15"}, evidence=[annual]),
            Organisation("home", "Home"),
            Relation("home", "partners-with", "s-15", status="active", evidence=[Citation("annual")]),
            Relation("s-15", "partners-with", "home", id="own"),
        ],
        language="en",
    )  # fmt: skip
    merged = merge(a, b, same={"s-15": "school", "annual": "report"}, prefer="b")
    found = merged.model
    assert found["school"] == school(
        "School 15",
        kind="school",
        names={"ru": "Школа 15"},
        aliases=[Alias("Fifteenth School", language="en")],
        evidence=[Citation("report", locator="p. 1")],
    )
    assert found["home/partners-with/school"] == Relation(
        "home", "partners-with", "school", status="active", evidence=[Citation("report")]
    )
    assert found["own"] == Relation("school", "partners-with", "home", id="own")
    assert merged.renamed == (
        ("s-15", "school"),
        ("annual", "report"),
        ("home/partners-with/s-15", "home/partners-with/school"),
    )
    assert merged.aliased == (("school", "Fifteenth School"),)
    assert merged.joined == ("home", "school", "report", "home/partners-with/school")
    assert (merged.only_a, merged.only_b, merged.removed) == (("letter",), ("own",), ())
    assert told(merged) == []


def test_several_records_can_be_one() -> None:
    """Duplicates within the second model are joined as well; one that would lead to itself is told."""
    b = town(
        Organisation("s-1", "One", kind="school"),
        Organisation("s-2", "Two", status="active"),
        Relation("s-1", "partners-with", "s-2"),
    )
    merged = merge(town(school()), b, same=[("s-1", "school"), ("s-2", "school")], prefer="a")
    assert merged.model["school"] == school(
        kind="school", status="active", aliases=[Alias("Two"), Alias("One")]
    )
    assert told(merged) == [
        (
            's-1/partners-with/s-2: it would lead from "school" to itself, now that its ends are one '
            "(a: not there; b: relation)"
        )
    ]
    alone = merge(PartnerModel("Town"), b.without("s-1/partners-with/s-2"), same={"s-2": "s-1"})
    assert alone.model["s-1"] == Organisation(
        "s-1", "One", kind="school", status="active", aliases=[Alias("Two")]
    )
    assert "s-2" not in alone.model


@pytest.mark.parametrize(("prefer", "kind"), [("a", "school"), ("b", "university")])
def test_what_two_records_of_one_model_say_differently_is_decided_as_all_else(
    prefer: Side, kind: str
) -> None:
    """Whatever conflict is told, it is the side that is preferred whose value it is that stays."""
    b = town(Organisation("s-1", "One", kind="school"), Organisation("s-2", "Two", kind="university"))
    merged = merge(town(), b, same={"s-2": "s-1"}, prefer=prefer)
    assert told(merged) == [
        (
            "s-1.kind: two records of b that are one now state different values "
            "(the record that stays: school; the other record: university)"
        )
    ]
    (conflict,) = merged.conflicts
    assert conflict.within
    assert not merge(town(school(kind="school")), town(school(kind="university"))).conflicts[0].within
    assert merged.model["s-1"] == Organisation("s-1", "One", kind=kind, aliases=[Alias("Two")])


def test_an_id_of_the_first_model_is_always_its_own_record() -> None:
    """Where both models use an id for two different things, each is called what it is in the first."""
    a = town(Organisation("t", "T"), Organisation("u", "U"))
    b = town(Organisation("s", "S", kind="school"), Organisation("t", "Other T", kind="university"))
    found = merge(a, b, same={"s": "t", "t": "u"}).model
    assert (found["t"].kind, found["u"].kind, "s" in found) == ("school", "university", False)


def test_a_circle_that_only_a_declaration_closes_is_told() -> None:
    """Whoever is preferred, there is a model without the circle, and what went is told."""
    a = town(Centre("c", "C"))
    b = town(
        *(Centre(id, id) for id in ("c-1", "c-2", "d")),
        Relation("c-1", "part-of", "d"),
        Relation("d", "part-of", "c-2"),
    )
    for prefer in ("a", "b"):
        merged = merge(a, b, same={"c-1": "c", "c-2": "c"}, prefer=prefer)
        assert set(merged.model) >= {"c", "d"}
        assert set(merged.removed) <= {one.record for one in merged.conflicts}
        assert merged.removed
        assert all("closes a circle" in one.reason for one in merged.conflicts)


def test_a_name_that_can_be_no_alias_is_a_conflict() -> None:
    """A person has a name and nothing else, so two names of one person are for a person to decide."""
    a, b = town(Person("p", "P. One")), town(Person("q", "P. Other"))
    assert told(merge(a, b, same={"q": "p"})) == [
        "p.name: a and b state different values (a: P. One; b: P. Other)"
    ]
    same_id = merge(town(school("A")), town(school("B")), same={"school": "school"})
    assert same_id.model["school"] == school("A", aliases=[Alias("B")])


def test_declared_records_are_merged_with_an_ancestor_too() -> None:
    """What the other side called by its old id is one record, and what it changed since is changed."""
    old = Organisation("s-15", "School", status="planned")
    base, b = town(old), town(attrs.evolve(old, status="active"))
    a = town(school(status="planned", kind="school"))
    assert merge(a, b, base=base, same={"s-15": "school"}).model == town(
        school(status="active", kind="school")
    )
    kept = merge(town(school(), old), b, base=base, same={"s-15": "school"})
    assert (
        "s-15" not in kept.model
    )  # the second side no longer has it under that id, and the first has left it alone


REFUSED: list[tuple[Any, type[Exception], str]] = [
    ({"nobody": "school"}, UnknownIdError, 'no record has the id "nobody".'),
    (
        {"school": "s"},
        UnknownIdError,
        'same names "school", a record of the first model, where one of the second belongs.',
    ),
    *(
        (
            [slip],
            ValueError,
            (
                f"same has a {type(slip).__name__} where a pair of ids belongs; of pairs that "
                "find_duplicates finds, give (pair.other, pair.one) for those that are one."
            ),
        )
        for slip in ("st", ("s", "t", "school"), ("s", 5), None)
    ),
    ({"s": "nobody"}, UnknownIdError, 'no record has the id "nobody".'),
    (
        {"s": "omsk"},
        ValueError,
        'same says that "s" (organisation) and "omsk" (place) are one record; they are of different types.',
    ),
    (
        [("s", "school"), ("s", "t")],
        ValueError,
        'same says that "s" is "school" and that it is "t"; it can be one of them only.',
    ),
    ({"s": "t", "t": "s"}, ValueError, 'same leads from "s" back to it; say which record is kept.'),
    (
        {"s/partners-with/t": "school/partners-with/home"},
        ValueError,
        (
            'same says that the relations "s/partners-with/t" and "school/partners-with/home" are one; '
            "their ends, their kinds or their roles differ."
        ),
    ),
]


@pytest.mark.parametrize(("same", "error", "words"), REFUSED)
def test_what_cannot_be_one_is_refused(same: Any, error: type[Exception], words: str) -> None:
    """What a person has declared is taken at its word, or refused with the reason."""
    home = Organisation("home", "Home")
    a = town(school(), home, Place("omsk", "Omsk"), Relation("school", "partners-with", "home"))
    b = town(Organisation("s", "S"), Organisation("t", "T"), Relation("s", "partners-with", "t"))
    with pytest.raises(error) as caught:
        merge(a, b, same=same)
    assert str(caught.value) == words


def test_a_preference_is_one_of_two_words() -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match=r'^prefer is "a", "b" or None, not "ours"'):
        merge(town(), town(), prefer="ours")  # type: ignore[arg-type]


@given(strangers(), st.data())
def test_the_account_adds_up_with_declared_records(
    pair: tuple[PartnerModel, PartnerModel], data: st.DataObject
) -> None:
    """Every record of either model is in one part of the account, under the id that it has now."""
    a, b = pair
    options = [
        (old, new)
        for old, one in b.entities.items()
        for new, other in a.entities.items()
        if type(one) is type(other)
    ]
    pairs = dict(data.draw(st.lists(st.sampled_from(options), max_size=2))) if options else {}
    merged = merge(a, b, same=pairs, prefer="a")
    ids = dict(merged.renamed)
    parts = [set(merged.joined), set(merged.only_a), set(merged.only_b), set(merged.removed)]
    assert len(merged.model) == len(merged.joined) + len(merged.only_a) + len(merged.only_b)
    assert set(merged.model) == set().union(*parts[:3])
    looped = {one.record for one in merged.conflicts if "to itself" in one.reason}
    for id in (*a, *(ids.get(old, old) for old in b if old not in looped)):
        assert sum(id in part for part in parts) == 1
    for old, new in pairs.items():
        assert ids.get(old, old) == new
    assert pickle.loads(pickle.dumps(merged)) == merged
