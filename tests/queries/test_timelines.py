"""What begins and ends when: `timeline`."""

from __future__ import annotations

import calendar
import copy
import datetime
import pickle
from collections import Counter

from hypothesis import given
from tests.queries.town import town
from tests.strategies import models

from partnermodel.model.entities import Centre, Document, Group, Initiative, Organisation, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.timelines import Timeline, timeline
from partnermodel.values.dates import OPEN, Period

HAPPENING = (Programme, Initiative, Centre, Document, Relation)
"""What a person would date; an organisation or a place is simply there."""


def days(date: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a year, a month or a day."""
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else None
    if len(rest) == 2:
        return (day := datetime.date(year, rest[0], rest[1])), day
    last = calendar.monthrange(year, month or 12)[1]
    return datetime.date(year, month or 1, 1), datetime.date(year, month or 12, last)


def key(date: str, event: str, record: str) -> tuple[datetime.date, datetime.date, int, str]:
    """Return what moments are ordered by."""
    return *days(date), ("published", "starts", "ends").index(event), record


@given(models(max_entities=8, max_relations=10))
def test_moments_stand_in_the_order_of_their_days(model: PartnerModel) -> None:
    """What can be first is first; what is more precise, then what starts, stands before the rest."""
    keys = [key(moment.date, moment.event, moment.record) for moment in timeline(model)]
    assert keys == sorted(keys)


@given(models(max_entities=8, max_relations=10))
def test_every_date_that_is_known_occurs_once(model: PartnerModel) -> None:
    """Each start, end and publication of each record is one moment, and there is no other."""
    known = Counter[tuple[str, str, str]]()
    for id, record in model.items():
        if record.period.start is not None:
            known[record.period.start, "starts", id] += 1
        if record.period.end not in (None, OPEN):
            known[str(record.period.end), "ends", id] += 1
        if isinstance(record, Document) and record.published is not None:
            known[record.published, "published", id] += 1
    assert Counter((one.date, one.event, one.record) for one in timeline(model)) == known


@given(models(max_entities=8, max_relations=10))
def test_what_has_no_date_is_named_beside(model: PartnerModel) -> None:
    """What happens and has no date is undated, what is known to go on is open, in the model's order."""
    found = timeline(model)
    dated = {moment.record for moment in found}
    going_on = tuple(id for id, record in model.items() if record.period.end == OPEN)
    assert found.open == going_on
    assert found.undated == tuple(
        id
        for id, record in model.items()
        if isinstance(record, HAPPENING) and id not in dated and id not in going_on
    )


def called(model: PartnerModel, id: str) -> str:
    """Return what an English reader reads for a record; of a relation it is a sentence."""
    record = model[id]
    if not isinstance(record, Relation):
        return model.entity(id).name_in("en")
    ends = (model.entity(end).name_in("en") for end in (record.source, record.target))
    return f" {model.vocabulary.label('relation', record.kind)} ".join(ends)


@given(models(max_entities=8, max_relations=10))
def test_each_moment_has_a_row_that_is_made_when_somebody_looks(model: PartnerModel) -> None:
    """The table tells each moment in its order; to look first, to copy or to pickle makes no difference."""
    fresh, found = timeline(model), timeline(model)
    told = [(str(row[1]), str(row[2]), row[3]) for row in found.table().rows]
    assert told == [(one.event, called(model, one.record), one.record) for one in found]
    assert found == fresh == timeline(model)
    assert hash(found) == hash(timeline(model))
    for again in (
        copy.copy(timeline(model)),
        copy.deepcopy(found),
        pickle.loads(pickle.dumps(timeline(model))),
    ):
        assert again == found
        assert again.table(language="ru") == found.table(language="ru")


def test_a_timeline_reads_well() -> None:
    """The town, by hand: the year in which the theatre began, the report of 2024, then the fair in May."""
    found = timeline(town())
    assert str(found) == (
        "Timeline of Town\n"
        "date         event      record                                id\n"
        "2023         starts     Theatre cooperates with Media studio  theatre/cooperates-with/studio\n"
        "2024         published  Report                                report\n"
        "May 2024     starts     Fair of skills                        fair\n"
        "17 May 2024  ends       Fair of skills                        fair\n"
        "Without any date: 20.\n"
        "Known to go on: 1."
    )
    assert found.open == ("theatre/cooperates-with/studio",)
    assert str(timeline(PartnerModel("Empty"))) == (
        "Timeline of Empty\n(none)\nWithout any date: 0.\nKnown to go on: 0."
    )


def test_precision_decides_between_what_begins_alike() -> None:
    """A day stands before its month and the month before its year; of one day, the start before the end."""
    found = timeline(
        PartnerModel(
            "Order",
            [
                Initiative("a", "A", period=Period("2024")),
                Initiative("b", "B", period=Period("2024-01-01", "2024-01-01")),
                Initiative("c", "C", period=Period("2024-01", "2024")),
                Document("d", "D", published="2024-01-01"),
                Organisation("e", "E", period=Period(None, "2023-12-31")),
                Place("f", "F", period=Period(None, OPEN)),
                Group("g", "G"),
            ],
        )
    )
    assert [(one.date, one.event, one.record) for one in found] == [
        ("2023-12-31", "ends", "e"),
        ("2024-01-01", "published", "d"),
        ("2024-01-01", "starts", "b"),
        ("2024-01-01", "ends", "b"),
        ("2024-01", "starts", "c"),
        ("2024", "starts", "a"),
        ("2024", "ends", "c"),
    ]
    assert (found.undated, found.open) == ((), ("f",))


def test_what_happens_on_one_day_is_in_the_order_of_the_ids() -> None:
    """Of what begins alike the first id is first, whatever type of record it is of."""
    day = Period("2024-05-01")
    found = timeline(
        PartnerModel(
            "Order",
            [
                Organisation("b", "B", period=day),
                Initiative("c", "C", period=day),
                Place("a", "A", period=day),
            ],
        )
    )
    assert [one.record for one in found] == ["a", "b", "c"]


def test_a_relation_is_told_as_a_sentence() -> None:
    """The record of a moment is called by its name, and a relation by what its source does to its target."""
    model = PartnerModel(
        "Two",
        [
            Organisation("a", "Alpha"),
            Organisation("b", "Beta"),
            Relation("a", "funds", "b", period=Period("2024", "2025")),
        ],
    )
    found: Timeline = timeline(model)
    assert [str(row[2]) for row in found.table().rows] == ["Alpha funds Beta"] * 2
