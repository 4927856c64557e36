"""What stays of a model on a day, in a status, or by a test: by the rules that the docstrings say."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model import oracles
from tests.strategies import codes, dates, models

from partnermodel.errors import InvalidRecordError
from partnermodel.model.days import known_days, ordinals
from partnermodel.model.entities import Document, Entity, Initiative, Organisation, Programme
from partnermodel.model.filters import adjacency
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.dates import OPEN, Period
from partnermodel.vocabulary.codes import Status


def _whole(relation: Record, ids: Collection[str]) -> bool:
    return isinstance(relation, Relation) and relation.source in ids and relation.target in ids


def _front_door(model: PartnerModel) -> PartnerModel:
    """Return the same model built with every check."""
    return PartnerModel(model.name, model.values(), vocabulary=model.vocabulary, language=model.language)


def _all_dates(model: PartnerModel) -> st.SearchStrategy[str]:
    """Return days on which something in the model changes, and others."""
    known = {
        date
        for record in model.values()
        for date in (record.period.start, record.period.end)
        if date not in (None, OPEN)
    }
    return st.sampled_from(sorted(date for date in known if date)) | dates() if known else dates()


@given(models(), st.data())
def test_on_a_day_stays_what_may_hold_with_its_ends(model: PartnerModel, data: st.DataObject) -> None:
    """On a day stay all documents, what may hold on it, and of relations only those with both ends."""
    day = data.draw(_all_dates(model))
    may = {
        id: record
        for id, record in model.items()
        if isinstance(record, Document) or record.period.may_hold(day)
    }
    expected = {id: one for id, one in may.items() if isinstance(one, Entity) or _whole(one, may)}
    assert dict(model.at(day)) == expected


@given(models(), st.data())
def test_for_certain_stays_what_must_hold_and_what_it_needs(model: PartnerModel, data: st.DataObject) -> None:
    """For certain stay all documents, what must hold, and the ends of a relation that must."""
    day = data.draw(_all_dates(model))
    may = set(model.at(day))
    links = {id for id, one in model.relations.items() if id in may and one.period.must_hold(day)}
    needed = {end for id in links for end in (model.relations[id].source, model.relations[id].target)}
    expected = {
        id: record
        for id, record in model.items()
        if id in links
        or id in needed
        or isinstance(record, Document)
        or (isinstance(record, Entity) and record.period.must_hold(day))
    }
    assert dict(model.at(day, certain=True)) == expected


@given(models(), st.data(), st.booleans())
def test_to_ask_for_the_same_day_again_changes_nothing(
    model: PartnerModel, data: st.DataObject, certain: bool
) -> None:
    """What holds on a day, asked for that day, is itself, and it is a model that the front door lets in."""
    day = data.draw(_all_dates(model))
    once = model.at(day, certain=certain)
    assert once.at(day, certain=certain) == once
    assert _front_door(once) == once
    assert (once.name, once.language, once.vocabulary) == (model.name, model.language, model.vocabulary)
    assert set(model.at(day, certain=True)) <= set(model.at(day)) <= set(model)


def test_what_ends_takes_its_relations_with_it() -> None:
    """A relation without dates goes on the day on which one of its ends has gone, and is there before."""
    model = PartnerModel(
        "Town",
        [
            Organisation("a", "A", period=Period("2019", "2020")),
            Organisation("b", "B", evidence=[Citation("d")]),
            Document("d", "D", period=Period("2018", "2018"), published="2030"),
            Relation("a", "partners-with", "b"),
        ],
    )
    assert list(model.at("2020-12-31")) == ["a", "b", "d", "a/partners-with/b"]
    assert list(model.at("2021")) == ["b", "d"]
    assert list(model.at("2020-12-31", certain=True)) == ["d"]
    assert model.at("2021")["b"].evidence == (Citation("d"),)


@pytest.mark.parametrize(("day", "certain"), list(product(["2024-13", "", None, OPEN], [True, False])))
def test_a_day_that_is_none_is_refused_even_when_there_is_nothing_to_ask(day: str, certain: bool) -> None:
    """An impossible day is an error for every model, also for an empty one."""
    with pytest.raises(InvalidRecordError, match=r"^this is not a day to ask about:"):
        PartnerModel("Empty").at(day, certain=certain)


@given(models(), st.data())
def test_a_test_keeps_what_it_says_and_what_can_stand_without_the_rest(
    model: PartnerModel, data: st.DataObject
) -> None:
    """Of what passes a test the relations stay that keep both ends, and the citations of kept documents."""
    keep = set(data.draw(st.lists(st.sampled_from(list(model)), unique=True)) if model else [])
    part = model.where(lambda record: record.id in keep)
    entities = keep & set(model.entities)
    assert set(part) == entities | {
        id for id, one in model.relations.items() if id in keep and _whole(one, keep)
    }
    for id, record in part.items():
        kept = tuple(one for one in model[id].evidence if one.document in keep)
        assert record == attrs.evolve(model[id], evidence=kept)
    assert _front_door(part) == part
    assert part.where(lambda record: record.id in keep) == part
    assert model.where() == model.where(lambda _: True) == model


@given(models(), st.data())
def test_a_status_is_asked_of_what_happens_and_not_of_what_is(
    model: PartnerModel, data: st.DataObject
) -> None:
    """What happens stays in the wanted statuses alone, what is also when it exists, is active or unknown."""
    wanted = data.draw(st.lists(codes("status", vocabulary=model.vocabulary), max_size=3, unique=True))
    stays = {}
    for id, record in model.items():
        happens = (
            isinstance(record, Programme | Initiative)
            if isinstance(record, Entity)
            else (term := model.vocabulary.relation(record.kind)) is None or term.nature != "structure"
        )
        asked = any(model.vocabulary.includes("status", wider, record.status) for wider in wanted)
        stays[id] = asked or (not happens and record.status in ("unknown", "exists", "active"))
    part = model.where(status=wanted)
    expected = {id for id in model.entities if stays[id]}
    expected |= {id for id, one in model.relations.items() if stays[id] and _whole(one, expected)}
    assert set(part) == expected
    assert part.where(status=wanted) == part
    if len(wanted) == 1:
        assert model.where(status=wanted[0]) == part


def test_a_status_may_be_a_code_a_constant_or_several() -> None:
    """A filter takes a text, a constant or a list, and a narrower status counts as the wider one."""
    model = PartnerModel("Town", [Initiative(status, status, status=status) for status in Status])
    for wanted in ("active", Status.ACTIVE, ["active"], {Status.ACTIVE}):
        assert set(model.where(status=wanted)) == {"active", "exists"}
    assert set(model.where(status=["planned", "agreed"])) == {"planned", "agreed"}
    assert set(model.where(status=[])) == set()
    assert set(model.where(lambda record: record.id != "planned", status=["planned", "agreed"])) == {"agreed"}


@given(models())
def test_the_relations_at_an_entity_come_in_the_order_in_which_they_are_given(model: PartnerModel) -> None:
    """Each relation is listed at both its ends, in the order of the whole, and nowhere else."""
    found = adjacency(model)
    for id in model.entities:
        expected = tuple(one for one in model.relations.values() if id in (one.source, one.target))
        assert found.get(id, ()) == expected
    assert set(found) <= set(model.entities)


# What is quick does as what was slow


@given(models(), st.data(), st.booleans())
def test_a_day_leaves_what_a_look_at_every_record_leaves(
    model: PartnerModel, data: st.DataObject, certain: bool
) -> None:
    """What holds on a day is the same model, in the same order, as when each record is asked by itself."""
    day = data.draw(_all_dates(model))
    _alike(model.at(day, certain=certain), oracles.at(model, day, certain=certain))


@given(models(), st.data())
def test_a_day_leaves_the_same_whatever_was_asked_before(model: PartnerModel, data: st.DataObject) -> None:
    """Dates are read once for a model, and mean on one day what they mean on another."""
    days = data.draw(st.lists(_all_dates(model), min_size=1, max_size=4))
    for day in (*days, *days):
        _alike(model.at(day), _front_door(model).at(day))
    known = model.once(known_days)
    assert all(known[date] == ordinals(date) for date in known if date not in (None, OPEN))
    assert set(known) - {None, OPEN} <= {
        date for one in model.values() for date in (one.period.start, one.period.end)
    }


@given(models(), st.data())
def test_a_filter_leaves_what_a_look_at_every_record_leaves(model: PartnerModel, data: st.DataObject) -> None:
    """A test, a filter of statuses and both leave the model that is built anew of what they leave."""
    wanted = st.none() | st.lists(codes("status", vocabulary=model.vocabulary), max_size=3)
    gone = set(data.draw(st.lists(st.sampled_from(list(model)), unique=True)) if model else [])
    tests = (None, lambda record: record.id not in gone, lambda record: record.id in gone)
    keep, status = data.draw(st.sampled_from(tests)), data.draw(wanted)
    _alike(model.where(keep, status=status), oracles.where(model, keep, status=status))
    _alike(model.without(*gone), oracles.without(model, *gone))


def _alike(found: PartnerModel, expected: PartnerModel) -> None:
    """Hold two models to be equal, in the same order, in all of their parts."""
    assert found == expected
    assert list(found.items()) == list(expected.items())
    assert list(found.entities.items()) == list(expected.entities.items())
    assert str(found) == str(expected)
    for id, entity in found.entities.items():
        assert found.relations_of(id) == expected.relations_of(id)
        assert entity.evidence == expected.entity(id).evidence


def test_evidence_that_records_share_is_cut_once_and_shared_again() -> None:
    """When a document goes, records that shared their evidence share what is left of it."""
    both, other = (Citation("d"), Citation("e")), (Citation("d"),)
    bodies = [Organisation(id, id.upper(), evidence=both if id in "ab" else other) for id in "abc"]
    model = PartnerModel("Town", [*bodies, Document("d", "D"), Document("e", "E")]).without("e")
    assert model["a"].evidence is model["b"].evidence
    assert model["a"].evidence == (Citation("d"),)
    assert model["c"].evidence is other
