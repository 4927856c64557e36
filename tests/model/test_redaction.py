"""What must not be published is not in the model any more, nor in the bytes of its file."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models

from partnermodel.formats.files import dumps, loads
from partnermodel.model.entities import (
    Centre,
    Document,
    Entity,
    Group,
    Organisation,
    Person,
    Place,
    Programme,
    Statement,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.redaction import CONFIDENTIAL, SUPPRESSED, redacted, suppressed_fields
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount

FIELDS = (
    "description",
    "evidence",
    "period",
    "status",
    "names",
    "names.ru",
    "document.url",
    "organisation.identifiers",
    "programme.kind",
    "extra.a:b",
    "size",
    "stated",
)
asks = st.fixed_dictionaries(
    {
        "persons": st.booleans(),
        "fields": st.lists(st.sampled_from(FIELDS), unique=True, max_size=4),
        "extra": st.booleans(),
        "min_count": st.none() | st.integers(2, 20),
    }
)
SECRET = "Zq7secret"


@given(models(), asks)
def test_what_is_redacted_is_a_valid_model_and_stays_so(model: PartnerModel, ask: dict[str, Any]) -> None:
    """It reads back from its own file as it is, and to redact it again changes nothing."""
    public = redacted(model, **ask)
    assert loads(dumps(public)) == public
    assert redacted(public, **ask) == public
    again = PartnerModel(public.name, public.values(), vocabulary=public.vocabulary, language=public.language)
    assert again == public


@given(models(), asks)
def test_what_is_asked_to_go_is_gone(model: PartnerModel, ask: dict[str, Any]) -> None:
    """No person, no `extra` but what says what was suppressed, no field that was named, no small number."""
    public = redacted(model, **ask)
    assert not ask["persons"] or not public.persons
    for record in public.values():
        assert CONFIDENTIAL not in record.extra
        assert not ask["extra"] or {*record.extra} <= {SUPPRESSED}
        assert "description" not in ask["fields"] or not record.description
        assert "evidence" not in ask["fields"] or not record.evidence
        assert "extra.a:b" not in ask["fields"] or "a:b" not in record.extra
        if isinstance(record, Entity):
            assert "names.ru" not in ask["fields"] or "ru" not in record.names
            for number in [record.size, *(count.number for count in record.stated)]:
                assert number is None or number >= (ask["min_count"] or 0)


@given(models(), asks)
def test_nothing_else_is_changed(model: PartnerModel, ask: dict[str, Any]) -> None:
    """Every record that is left has what it had, but for what was asked; nothing is added but the mark."""
    public = redacted(model, **ask)
    assert (public.name, public.language, public.vocabulary) == (model.name, model.language, model.vocabulary)
    named = {
        path.split(".")[-1 if path.split(".")[0] in ("document", "programme") else 0]
        for path in ask["fields"]
    }
    named |= {"extra", "evidence", "identifiers"} | ({"size", "stated"} if ask["min_count"] else set())
    for id, record in public.items():
        before = model[id]
        for field in attrs.fields(type(before)):
            same = getattr(record, field.name) == getattr(before, field.name)
            assert same or field.name in named
    gone = model.keys() - public.keys()
    for id in gone:
        record = model[id]
        if isinstance(record, Relation):
            assert {record.source, record.target} & gone
        else:
            assert isinstance(record, Person | Statement)


@given(models(), st.booleans())
def test_no_byte_of_what_is_removed_is_left(model: PartnerModel, by_mark: bool) -> None:
    """Neither the names of persons, nor marked fields, nor `extra` are in the bytes of the file."""
    marked: list[Record] = []
    for record in model.values():
        if isinstance(record, Person):
            marked.append(attrs.evolve(record, name=f"{SECRET} name", names={"ru": f"{SECRET} имя"}))
            continue
        extra: dict[str, Any] = {"a:b": {SECRET: [SECRET]}, f"{SECRET.lower()}:c": 1}
        if by_mark:
            extra[CONFIDENTIAL] = ["description"]
        marked.append(attrs.evolve(record, description=f"{SECRET}\n", extra=extra))
    secret = model.with_(*marked) if marked else model
    public = redacted(secret, fields=() if by_mark else ["description"])
    assert SECRET.lower() not in dumps(public).lower()


@given(models())
def test_nothing_asked_is_nothing_done(model: PartnerModel) -> None:
    """A model of which nothing is to be removed stays as it is."""
    assert redacted(model, persons=False, extra=False) == model


def town() -> PartnerModel:
    """Return a town with a head, a statement about her alone, and a statement about her and the school."""
    return PartnerModel(
        "Town",
        [
            Organisation("school", "School", extra={"register:phone": "00", "register:seats": 12}),
            Person("head", "The head"),
            Document("letter", "Letter", url="https://example.org"),
            Statement("praise", "Praise", evidence=[Citation("letter")]),
            Statement("plan", "Plan"),
            Statement("alone", "Nobody says about what"),
            Statement("echo", "Praise of the praise"),
            Relation("head", "holds-post-at", "school"),
            Relation("praise", "about", "head"),
            Relation("echo", "about", "praise"),
            Relation("plan", "about", "head"),
            Relation("plan", "about", "school"),
        ],
    )


def test_what_is_about_a_person_alone_goes_with_them() -> None:
    """A statement goes when all that it is about goes; one that was about nothing stays."""
    assert list(redacted(town())) == [
        "school", "letter", "alone", "plan", "plan/about/school"
    ]  # fmt: skip


def test_a_mark_takes_a_record_or_some_of_its_fields() -> None:
    """True takes the record, its relations and its citations; a list takes fields; the mark itself goes."""
    secret = town().with_(
        Document("letter", "Letter", extra={CONFIDENTIAL: True}),
        Organisation(
            "school",
            "School",
            kind="school",
            description="In the yard",
            extra={
                CONFIDENTIAL: ["description", "kind", "extra.register:phone"],
                "register:phone": "00",
                "a:b": 1,
            },
        ),
    )
    public = redacted(secret, persons=False, extra=False)
    assert "letter" not in public
    assert not public["praise"].evidence
    assert public["school"] == Organisation("school", "School", extra={"a:b": 1})


def test_one_entry_of_a_field_goes_and_the_others_stay() -> None:
    """`extra.KEY` takes one key of strangers' data."""
    public = redacted(town(), extra=False, fields=["extra.register:phone"])
    assert public["school"].extra == {"register:seats": 12}


def sizes(*pairs: tuple[str, int], within: str = "all") -> PartnerModel:
    """Return groups with their sizes, all but the first part of the one called `all`."""
    groups = [Group(id, id, size=size) for id, size in pairs]
    parts = [Relation(id, "part-of", within) for id, _ in pairs if id != within]
    return PartnerModel("Town", [*groups, *parts])


def left(model: PartnerModel, min_count: int) -> dict[str, int | None]:
    """Return the sizes that are still stated."""
    public = redacted(model, min_count=min_count)
    return {id: one.size for id, one in public.entities.items() if one.size is not None}


def test_of_parts_and_a_whole_enough_is_removed() -> None:
    """A small part cannot be had by subtracting the others from the whole."""
    model = sizes(("all", 97), ("deaf", 3), ("blind", 40), ("mute", 54))
    assert left(model, 10) == {"all": 97, "mute": 54}
    assert left(model, 3) == {"all": 97, "deaf": 3, "blind": 40, "mute": 54}


def test_what_is_hosted_is_a_part_too() -> None:
    """A centre is a part of what hosts it, as something that is part of something."""
    model = PartnerModel(
        "Town",
        [
            Organisation("college", "College", size=100),
            Centre("one", "One", size=95),
            Centre("two", "Two", size=5),
            Relation("college", "hosts", "one"),
            Relation("college", "hosts", "two"),
        ],
    )
    assert left(model, 10) == {"college": 100}


def test_stated_counts_of_one_thing_are_parts_and_wholes_of_each_other() -> None:
    """Counts of the same kind through the same relation are looked at together, others are not."""

    def school(id: str, learners: int, courses: int) -> Organisation:
        counts = [
            StatedCount("students", learners, through="serves"),
            StatedCount("students", learners + 1, through="serves", qualifier="at-most"),
            StatedCount("training-direction", courses, through="offers"),
        ]
        return Organisation(id, id, stated=counts)

    model = PartnerModel(
        "Town",
        [
            school("all", 60, 30), school("a", 4, 10), school("b", 56, 20),
            Relation("a", "part-of", "all"), Relation("b", "part-of", "all"),
        ],
    )  # fmt: skip
    public = redacted(model, min_count=5)
    assert {id: [count.number for count in one.stated] for id, one in public.entities.items()} == {
        "a": [10], "all": [60, 61, 30], "b": [20]
    }  # fmt: skip
    assert [sorted(suppressed_fields(public[id])) for id in ("a", "all", "b")] == [["stated"], [], ["stated"]]


def test_a_record_says_which_numbers_it_has_lost() -> None:
    """The mark stays when the model is redacted again, for as long as it is true; nothing hides behind it."""
    group = Group("deaf", "Deaf", size=4, extra={"a:b": 1})
    programme = Programme("a", "A", size=2, stated=[StatedCount("students", 3, through="serves")])
    public = redacted(PartnerModel("Town", [group, programme]), min_count=5)
    assert public["deaf"].extra == {SUPPRESSED: ("size",)}
    assert public["a"].extra == {SUPPRESSED: ("size", "stated")}
    assert redacted(public) == public
    assert not suppressed_fields(attrs.evolve(public.groups["deaf"], size=4))
    for said in ("size", [1], ["secret"], {"size": 1}, ["size", "secret", 2]):
        marked = Group("deaf", "Deaf", extra={SUPPRESSED: said})
        assert suppressed_fields(marked) == ({"size"} if said == ["size", "secret", 2] else set())
        kept = redacted(PartnerModel("Town", [marked]))["deaf"].extra
        assert "secret" not in json.dumps([*kept.get(SUPPRESSED, ())])
    assert not suppressed_fields(Place("town", "Town", extra={SUPPRESSED: ["size"]}))
    assert not suppressed_fields(Relation("a", "about", "b", extra={SUPPRESSED: ["size"]}))


NO_KIND = "a relation is nothing without a kind; to remove the kinds of a type, write organisation.kind"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["descripton"], '"descripton" is no field that can be removed. Did you mean "description"?'),
        (["kind"], NO_KIND),
        (["relation.kind"], NO_KIND),
        (["name"], '"name" cannot be removed: the record would be another one'),
        (["relation.id"], '"relation.id" cannot be removed: the record would be another one'),
        (["role"], '"role" cannot be removed: the record would be another one'),
        (["collective"], '"collective" cannot be removed: the record would be another one'),
        (["evidence.locator"], '"evidence.locator" has no entries to remove one by one; write evidence'),
        (["group.url"], '"group.url" is no field that can be removed.'),
        (["_id"], '"_id" is no field that can be removed.'),
    ],
)  # fmt: skip
def test_what_no_record_can_be_without_is_refused(fields: list[str], message: str) -> None:
    """A field that is not known, or that cannot be removed, is named, with the nearest that can."""
    with pytest.raises(ValueError, match=r".") as refused:
        redacted(town(), fields=fields)
    assert str(refused.value) == message


@pytest.mark.parametrize("mark", [False, "description", [1], {"description": True}, 1])
def test_a_mark_that_is_not_understood_is_refused(mark: Any) -> None:
    """It is not taken for nothing: whoever marked the record wanted something removed."""
    secret = town().with_(Organisation("school", "School", extra={CONFIDENTIAL: mark}))
    with pytest.raises(
        ValueError, match='partnermodel:confidential of "school" is true, or a list of fields, not'
    ):
        redacted(secret)


def test_one_field_need_not_be_a_list() -> None:
    """A text is one field, and never its letters."""
    model = PartnerModel("Town", [Organisation("a", "A", description="Secret")])
    assert redacted(model, fields="description") == redacted(model, fields=["description"])
    assert "Secret" not in dumps(redacted(model, fields="description"))
