"""The model: a value, whatever the order of its records; changed by copying; asked by id."""

from __future__ import annotations

import gc
import random
from collections import Counter
from collections.abc import Callable
from typing import Any, get_args

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.model import oracles
from tests.strategies import any_entities, codes, ids, languages, lines, models, relations_among

from partnermodel.errors import IntegrityError, InvalidRecordError, Issue, UnknownIdError
from partnermodel.model.entities import ENTITY_CLASSES, Centre, Document, Entity, Organisation, Place
from partnermodel.model.filters import Direction
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.vocabulary.codes import RelationKind
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary


def rebuilt(model: PartnerModel, records: list[Record]) -> PartnerModel:
    """Return a model of other records with all else as it is, through the front door."""
    return PartnerModel(model.name, records, vocabulary=model.vocabulary, language=model.language)


# A value


@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(model: PartnerModel, order: random.Random) -> None:
    """A model of the same records in another order is equal, hashes alike, and lists them alike."""
    shuffled = list(model.values())
    order.shuffle(shuffled)
    again = rebuilt(model, shuffled)
    assert again == model
    assert hash(again) == hash(model)
    assert list(again.items()) == list(model.items())


@given(models(), lines(), languages(), models(max_entities=2))
def test_models_differ_when_anything_in_them_does(
    model: PartnerModel, name: str, language: str, other: PartnerModel
) -> None:
    """Two models are equal exactly when name, language, vocabulary and records are."""
    records = list(model.values())
    for changed in (
        PartnerModel(name, records, vocabulary=model.vocabulary, language=model.language),
        PartnerModel(model.name, records, vocabulary=model.vocabulary, language=language),
    ):
        assert (changed == model) == ((changed.name, changed.language) == (model.name, model.language))
    same = (other.name, other.language, other.vocabulary, dict(other)) == (
        model.name, model.language, model.vocabulary, dict(model)
    )  # fmt: skip
    assert (other == model) == same
    assert model != dict(model)
    if model:
        without_last = [record for record in records if isinstance(record, Entity) and not record.evidence][
            :-1
        ]
        assert rebuilt(model, list(without_last)) != model


@given(models())
def test_a_model_is_a_mapping_of_its_records(model: PartnerModel) -> None:
    """A model has a length, iterates over ids, and finds each record by the id that it has."""
    assert len(model) == len(list(model))
    for id in model:
        assert id in model
        assert model[id].id == id
    assert list(model.items()) == [(id, model[id]) for id in model]
    assert None not in model
    assert repr(model) == (
        f"<PartnerModel {model.name!r}: {len(model.entities)} entities, {len(model.relations)} relations>"
    )


@given(models())
def test_a_model_cannot_change(model: PartnerModel) -> None:
    """Nothing of a model can be assigned or deleted, and the message says how to get another."""
    says = "^a PartnerModel cannot be changed \\(name\\); use with_, without, where or at$"
    with pytest.raises(AttributeError, match=says):
        model.name = "other"
    with pytest.raises(AttributeError, match=says):
        del model.name
    with pytest.raises(AttributeError):
        model.other = 1
    with pytest.raises(TypeError):
        model["a"] = 1  # type: ignore[index]  # that is the test


@given(models())
def test_a_model_shows_how_many_records_of_each_type_it_has(model: PartnerModel) -> None:
    """The table of a model counts its records by type, in the order of the file, without what it lacks."""
    rows = model.table().rows
    assert sum(int(str(count)) for _, count in rows) == len(model)
    assert [name for name, _ in rows] == list(dict.fromkeys(
        f"{'relation' if isinstance(record, Relation) else record.scheme}s" for record in model.values()
    ))  # fmt: skip
    assert model.table().caption == model.name
    assert str(model) == str(model.table())


def test_a_name_is_held_as_a_plain_string() -> None:
    """An enumeration or another sort of text as the name or the language is held as the text that it is."""

    class Word(str):
        __slots__ = ()

    model = PartnerModel(Word("Town"), language=Word("ru"))
    assert type(model.name) is type(model.language) is str


def test_what_is_no_model_is_refused_all_at_once() -> None:
    """A faulty name, language, record and vocabulary are named together, each with its place."""
    with pytest.raises(InvalidRecordError) as caught:
        PartnerModel("", ["a", None], vocabulary={}, language="Russian")  # type: ignore[list-item, arg-type]
    assert caught.value.heading == "this PartnerModel cannot be made:"
    assert [(issue.code, issue.path, issue.message) for issue in caught.value.issues] == [
        ("bad-text", "PartnerModel.name", '"" is not a line of text'),
        ("bad-language", "PartnerModel.language", '"Russian" is not a language tag'),
        ("wrong-type", "PartnerModel.records[0]", '"a" is a text, and an Entity or a Relation belongs here'),
        ("wrong-type", "PartnerModel.records[1]", "null stands where an Entity or a Relation belongs"),
        ("wrong-type", "PartnerModel.vocabulary", "an object stands where a Vocabulary belongs"),
    ]
    with pytest.raises(InvalidRecordError):
        PartnerModel("Town").with_("a")  # type: ignore[arg-type]  # that is the test


def test_a_record_of_a_type_of_somebody_elses_is_refused() -> None:
    """An entity of a class that is none of ours has no list to stand in."""

    @attrs.frozen
    class Stranger(Entity):
        scheme = "stranger"

    with pytest.raises(InvalidRecordError, match="a Stranger stands where an Entity or a Relation belongs"):
        PartnerModel("Town", [Stranger("a", "A")])


# Changed by copying


@given(models(), any_entities().map(lambda entity: attrs.evolve(entity, evidence=())))
def test_an_entity_that_is_added_can_be_taken_away(model: PartnerModel, entity: Entity) -> None:
    """With a new entity and then without it a model is what it was."""
    assume(entity.id not in model)
    larger = model.with_(entity)
    assert larger[entity.id] is entity
    assert len(larger) == len(model) + 1
    assert larger.without(entity.id) == model


@given(models(), st.data())
def test_a_relation_that_is_added_can_be_taken_away(model: PartnerModel, data: st.DataObject) -> None:
    """With a new relation and then without it a model is what it was."""
    # No acyclic kinds: together with what the model has they might close a circle.
    kinds = [code for code in STANDARD.codes("relation") if code not in ("part-of", "hosts", "succeeds")]
    drawn = data.draw(relations_among(list(model.entities.values()), kinds=kinds, most=2))
    new = [relation for relation in drawn if relation.id not in model]
    assert model.with_(*new).without(*(relation.id for relation in new)) == model


@given(models(), st.data())
def test_a_record_that_is_given_again_takes_the_place_of_the_old_one(
    model: PartnerModel, data: st.DataObject
) -> None:
    """With a record whose id is there already a model has the new one, and all else as it was."""
    assume(model)
    old = data.draw(st.sampled_from(list(model.values())))
    assert model.with_(old) == model
    new = attrs.evolve(old, evidence=())
    changed = model.with_(new)
    assert changed[old.id] is new
    assert {id: record for id, record in changed.items() if id != old.id} == {
        id: record for id, record in model.items() if id != old.id
    }
    assert (changed == model) == (new == old)


def _tried(
    add: Callable[..., PartnerModel], *given: Any
) -> tuple[PartnerModel | None, str, tuple[Issue, ...]]:
    try:
        return add(*given), "", ()
    except IntegrityError as error:
        return None, str(error), tuple(error.issues)


KINDS = ("hosts", "part-of", "part-of", "succeeds", "funds", "serves", "zz-unknown")


@given(models(kinds=KINDS, fields=2), st.data())
def test_what_is_added_is_refused_as_when_all_is_built_anew(model: PartnerModel, data: st.DataObject) -> None:
    """With records that fit or do not, a model is the one that is built anew of all, or the same error."""
    known = [id for id in model if "/" not in id] or ["a"]  # nobody can name a derived id
    documents = st.sampled_from(known).map(Citation)

    def entity(id: str, cls: type[Entity], cited: list[Citation]) -> Entity:
        return cls(id, "A", evidence=cited)

    some = st.sampled_from(known) | st.sampled_from(["new", "another"])
    evidence = st.lists(documents, max_size=1)
    bodies = st.builds(entity, some, st.sampled_from(ENTITY_CLASSES), evidence)
    ends = st.sampled_from([*model.entities, "new", *known[-1:]])
    own = st.none() | some
    links = st.builds(Relation, ends, st.sampled_from(KINDS), ends, id=own, evidence=evidence)
    again = st.sampled_from(list(model.values())) if model else bodies
    records = data.draw(st.lists(bodies | links | links | again, min_size=1, max_size=3))
    found, message, issues = _tried(model.with_, *records)
    assert (found, message, issues) == _tried(oracles.with_, model, *records)
    if found is not None:
        assert list(found.items()) == list(rebuilt(found, list(found.values())).items())
        assert list(found.entities) == [id for id in found if id not in found.relations]


@settings(max_examples=150)
@given(
    st.sampled_from("abcdr"),
    st.sampled_from(ENTITY_CLASSES) | st.none(),
    st.lists(st.sampled_from("abcdrx").map(Citation), max_size=1),
)
def test_what_takes_the_place_of_another_is_held_to_what_leads_to_the_other(
    id: str, cls: type[Entity] | None, evidence: list[Citation]
) -> None:
    """A record of any type in the place of any other is refused exactly when it does not fit there."""
    model = PartnerModel(
        "Town",
        [
            Organisation("a", "A", evidence=[Citation("d")]),
            Place("b", "B"),
            Centre("c", "C"),
            Document("d", "D"),
            Relation("a", "located-in", "b", id="r", evidence=[Citation("d")]),
            Relation("a", "hosts", "c"),
        ],
    )
    link = Relation("a", "funds", "c", id=id, evidence=evidence)
    record = link if cls is None else cls(id, "New", evidence=evidence)
    assert _tried(model.with_, record) == _tried(oracles.with_, model, record)


BELOW = Vocabulary(relation_terms=[
    RelationTerm("zz-holds", broader="hosts"), RelationTerm("zz-after", acyclic=True),
])  # fmt: skip


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from("pha")), max_size=12), st.data()
)
def test_a_circle_that_is_closed_is_found_as_when_all_is_built_anew(
    steps: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    """What closes a circle of containing, or of succeeding, is refused, and nothing else is."""
    kinds = {"p": "part-of", "h": "zz-holds", "a": "zz-after"}

    def link(first: int, second: int, how: str) -> Relation:
        return Relation(f"p{first}", kinds[how], f"p{second}")

    # What is part of something comes before it, what holds something after it: no circle yet.
    fit = {
        link(min(one, other), max(one, other), how)
        if how != "h"
        else link(max(one, other), min(one, other), how)
        for one, other, how in steps
        if one != other
    }
    model = PartnerModel("Town", [*(Place(f"p{number}", "P") for number in range(5)), *fit], vocabulary=BELOW)
    ends = st.integers(0, 4)
    added = data.draw(st.lists(st.builds(link, ends, ends, st.sampled_from("pha")), min_size=1, max_size=3))
    assert _tried(model.with_, *added) == _tried(oracles.with_, model, *added)


def test_what_is_not_changed_is_shared() -> None:
    """With another relation a model has the same entities, and what is replaced keeps its place."""
    model = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B")])
    larger = model.with_(Relation("a", "funds", "b"))
    assert larger._shelves.entities is model._shelves.entities
    renamed = larger.with_(Organisation("a", "Z"))
    assert renamed._shelves.relations is larger._shelves.relations
    assert list(renamed) == ["a", "b", "a/funds/b"]


def test_what_is_no_record_is_told_by_its_place_among_the_new_ones() -> None:
    """Whoever gives `with_` a list in place of its records is told which argument that is."""
    model = PartnerModel("Town", [Organisation("a", "A")])
    with pytest.raises(InvalidRecordError, match=r"PartnerModel\.records\[1\]: a list stands where"):
        model.with_(Organisation("b", "B"), [Organisation("c", "C")])  # type: ignore[arg-type]  # that is the test


def test_two_new_records_with_one_id_are_refused() -> None:
    """What is added may take the place of an old record, never of another new one."""
    with pytest.raises(IntegrityError, match='"a" is the id of two records'):
        PartnerModel("Town").with_(Organisation("a", "A"), Organisation("a", "B"))


@given(models(), st.data())
def test_without_leaves_nothing_dangling(model: PartnerModel, data: st.DataObject) -> None:
    """Without some records a model lacks them, what needs them and citations of them, and no more."""
    gone = data.draw(
        st.lists(st.sampled_from(list(model)), unique=True, max_size=4) if model else st.just([])
    )
    left = model.without(*gone)
    assert rebuilt(model, list(left.values())) == left  # the front door refuses whatever dangles
    for id, record in model.items():
        needs = {record.source, record.target} if isinstance(record, Relation) else set()
        assert (id in left) == (id not in gone and not needs & set(gone))
        if id in left:
            kept = tuple(citation for citation in record.evidence if citation.document not in gone)
            assert left[id] == attrs.evolve(record, evidence=kept)
    assert left.without() == left
    assert (left.name, left.language, left.vocabulary) == (model.name, model.language, model.vocabulary)


@given(models())
def test_without_a_document_nothing_cites_it(model: PartnerModel) -> None:
    """When a document goes, every other record stays, and each citation of it goes with it."""
    for id in model.documents:
        left = model.without(id)
        assert set(left) >= set(model.entities) - {id}
        assert not any(citation.document == id for record in left.values() for citation in record.evidence)


@given(models(), ids())
def test_what_is_not_there_cannot_be_taken_away(model: PartnerModel, id: str) -> None:
    """To take away an unknown id is an error, and not a model that is silently the same."""
    assume(id not in model)
    with pytest.raises(UnknownIdError):
        model.without(id)
    with pytest.raises(UnknownIdError):
        model.without(*list(model)[:1], id)


# Asked by id


def _scan(model: PartnerModel, id: str, kinds: set[str] | None, direction: str) -> list[Relation]:
    return [
        relation
        for relation in sorted(model.relations.values(), key=lambda relation: relation.id)
        if (direction != "in" and relation.source == id) or (direction != "out" and relation.target == id)
        if kinds is None or any(model.vocabulary.includes("relation", kind, relation.kind) for kind in kinds)
    ]


@given(models(), st.data())
def test_the_relations_of_an_entity_are_those_that_a_scan_finds(
    model: PartnerModel, data: st.DataObject
) -> None:
    """By kind, narrower kinds included, and by direction, they are what a scan of all relations finds."""
    known = st.sets(codes("relation", vocabulary=model.vocabulary), max_size=3)
    wanted = data.draw(st.none() | known | known.map(lambda some: some | {"partners-with"}))
    for id in model.entities:
        assert list(model.relations_of(id)) == _scan(model, id, None, "both")
        for direction in get_args(Direction):
            found = model.relations_of(id, kind=wanted, direction=direction)
            assert list(found) == _scan(model, id, wanted, direction)
        for kind in wanted or ():
            assert list(model.relations_of(id, kind=kind)) == _scan(model, id, {kind}, "both")


def test_a_narrower_kind_is_found_under_the_wider_one() -> None:
    """Who asks for partners gets those that cooperate, whether by constant, text or list; not the reverse."""
    records: list[Record] = [Organisation("a", "A"), Organisation("b", "B")]
    works = Relation("a", "cooperates-with", "b")
    model = PartnerModel("Town", [*records, works, Relation("a", "partners-with", "b")])
    for kind in (
        "partners-with",
        RelationKind.PARTNERS_WITH,
        ["partners-with"],
        {RelationKind.PARTNERS_WITH},
    ):
        assert len(model.relations_of("b", kind=kind)) == 2
    assert model.relations_of("a", kind="cooperates-with") == (works,)
    assert model.relations_of("a", kind=[]) == ()
    assert model.codes("relation", [RelationKind.PARTNERS_WITH, "zz"]) == {
        "partners-with",
        "cooperates-with",
        "zz",
    }


@given(models(min_entities=1), st.data())
def test_only_an_entity_has_relations(model: PartnerModel, data: st.DataObject) -> None:
    """A relation or an unknown id has no relations of its own: to ask for them is an error that says so."""
    for id in model.relations:
        for ask in (model.entity, model.relations_of):
            with pytest.raises(UnknownIdError, match=r"is the id of a relation, not of an entity\.$"):
                ask(id)
    for id, entity in model.entities.items():
        assert model.entity(id) is entity
    stranger = data.draw(ids())
    assume(stranger not in model)
    for ask in (model.entity, model.relations_of):
        with pytest.raises(UnknownIdError, match=r"^no record has the id"):
            ask(stranger)


def test_a_direction_is_one_of_three_words() -> None:
    """A direction that is none is refused, and not taken for one of the others."""
    model = PartnerModel("Town", [Organisation("a", "A")])
    with pytest.raises(ValueError, match=r'^a direction is "out", "in" or "both", not "outgoing"$'):
        model.relations_of("a", direction="outgoing")  # type: ignore[arg-type]  # that is the test


@given(models(), st.data())
def test_codes_stand_for_themselves_and_all_narrower_ones(model: PartnerModel, data: st.DataObject) -> None:
    """Several codes stand for the union of what each stands for."""
    scheme = data.draw(st.sampled_from(["status", "organisation", "relation"]))
    wanted: Any = data.draw(st.lists(codes(scheme, vocabulary=model.vocabulary), max_size=3))
    expected = {
        code
        for code in (*model.vocabulary.codes(scheme), *wanted)
        if any(model.vocabulary.includes(scheme, wider, code) for wider in wanted)
    }
    assert model.codes(scheme, wanted) == expected


def test_a_model_of_nothing_is_a_model() -> None:
    """A model without records is false as a condition, and everything can be asked of it."""
    model = PartnerModel("Empty")
    assert not model
    assert (len(model), list(model), model.language) == (0, [], "und")
    assert model.at("2024") == model.where() == model.with_() == model.without() == model
    assert model.vocabulary is STANDARD
    assert Vocabulary() == STANDARD
    assert list(model.documents.values()) == []


def test_what_is_made_of_a_model_is_made_once() -> None:
    """A function is called once for each model, and what it returned is kept, even if it is None."""
    called: list[PartnerModel] = []
    first, second = PartnerModel("First"), PartnerModel("Second")
    for model in (first, second, first, second):
        assert model.once(called.append) is None
    assert called == [first, second]


def test_the_collector_rests_while_an_index_is_made() -> None:
    """What `once` makes is made without the garbage collector, which goes on afterwards, come what may."""

    def fails(_: PartnerModel) -> None:
        assert not gc.isenabled()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        PartnerModel("First").once(fails)
    assert gc.isenabled()


@given(models())
def test_a_model_has_a_row_for_each_type_that_it_has(model: PartnerModel) -> None:
    """For machines, a model is how many records of each type it has; what it has none of has no row."""
    counted = Counter("relation" if isinstance(one, Relation) else one.scheme for one in model.values())
    assert set(model.rows().values) == set(counted.items())
