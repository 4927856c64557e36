"""Misspelt filters: a slip is refused, and a word of one's own is not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from tests.strategies import models

from partnermodel.errors import UnknownTermError
from partnermodel.model.entities import Organisation, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.coverage import coverage
from partnermodel.queries.lookup import find
from partnermodel.queries.neighbourhoods import neighbourhood
from partnermodel.queries.partnerships import partners
from partnermodel.vocabulary.terms import Term
from partnermodel.vocabulary.vocabulary import Vocabulary

Door = Callable[[PartnerModel, str], object]

DOORS: dict[str, tuple[Door, str, str, str]] = {
    "where, status": (lambda model, code: model.where(status=code), "status", "actve", "active"),
    "where, of several": (
        lambda model, code: model.where(status=["active", code]),
        "status",
        "plannd",
        "planned",
    ),
    "relations_of": (lambda model, code: model.relations_of("a", kind=code), "kind", "ofers", "offers"),
    "partners, kind": (lambda model, code: partners(model, "a", kind=code), "kind", "mentring", "mentoring"),
    "partners, role": (lambda model, code: partners(model, "a", role=code), "role", "hots", "host"),
    "partners, status": (lambda model, code: partners(model, "a", status=code), "status", "activ", "active"),
    "find, kind": (lambda model, code: find(model, kind=code), "kind", "schol", "school"),
    "find, status": (lambda model, code: find(model, "a", status=code), "status", "exist", "exists"),
    "neighbourhood, kind": (
        lambda model, code: neighbourhood(model, "a", kind=code),
        "kind",
        "hots",
        "hosts",
    ),
    "neighbourhood, status": (
        lambda model, code: neighbourhood(model, "a", status=code),
        "status",
        "cancelld",
        "cancelled",
    ),
    "coverage": (lambda model, code: coverage(model, counts=code), "status", "actve", "active"),
}


def town(own: str | None = None) -> PartnerModel:
    """Return two organisations and what they share; a word of one's own stands wherever it can."""
    return PartnerModel(
        "Town",
        [
            Organisation("a", "A", kind=own, status=own or "exists"),
            Organisation("b", "B"),
            Programme("course", "Course", kind=own),
            Relation("a", own or "funds", "b", role=own, status=own or "active"),
        ],
    )


@pytest.mark.parametrize(("door", "field", "slip", "meant"), DOORS.values(), ids=DOORS)
def test_a_misspelt_word_is_refused_and_the_right_one_named(
    door: Door, field: str, slip: str, meant: str
) -> None:
    """What no vocabulary and no record has, but looks like a word that one has, finds no silence."""
    told = f'no {field} has the code "{slip}". Did you mean "{meant}"?'
    with pytest.raises(UnknownTermError, match=f"^{re.escape(told)}$"):
        door(town(), slip)
    door(town(), meant)


@pytest.mark.parametrize(("door", "field", "slip", "meant"), DOORS.values(), ids=DOORS)
def test_a_word_of_ones_own_is_welcome(door: Door, field: str, slip: str, meant: str) -> None:
    """What a record has is no slip, however alike; nor is what is like no word, on no record."""
    door(town(own=slip), slip)
    for own in ("zz-9", f"my-{meant}", f"{meant}-too"):
        door(town(), own)


def test_a_kind_is_one_of_the_types_that_are_looked_for() -> None:
    """A kind of centre that is looked for among organisations may be a slip for one of theirs."""
    assert len(find(town(), type=Programme, kind="mentoring")) == 0
    with pytest.raises(UnknownTermError, match=r'^no kind has the code "libary"\. Did you mean "library"\?$'):
        find(town(), type="organisation", kind="libary")


@settings(max_examples=20)
@given(models(max_entities=5, max_relations=5, fields=6))
def test_what_the_records_of_a_model_have_can_be_asked_for(model: PartnerModel) -> None:
    """Every kind, role and status of a record is a filter that is taken, defined or not."""
    for record in model.values():
        model.where(status=record.status)
        if isinstance(record, Relation):
            model.relations_of(record.source, kind=record.kind)
            neighbourhood(model, record.target, kind=record.kind, status=record.status)
        elif record.kind is not None:
            assert record in [match.entity for match in find(model, kind=record.kind, status=record.status)]
            for stated in record.stated:
                model.relations_of(record.id, kind=stated.through)


def test_a_number_is_nobodys_slip() -> None:
    """Of words that are counted, one that no record has yet finds nothing, and is not taken for another."""
    steps = Vocabulary([Term("status", "step-1"), Term("status", "step-2")])
    model = PartnerModel("Town", [Organisation("a", "A", status="step-1")], vocabulary=steps)
    assert [len(model.where(status=code)) for code in ("step-1", "step-3", "step-12")] == [1, 0, 0]
    assert [len(find(model, status=code)) for code in ("step-1", "step-3", "step-12")] == [1, 0, 0]
    with pytest.raises(UnknownTermError, match=r'Did you mean "step-2"\?$'):
        find(model, status="stp-2")
