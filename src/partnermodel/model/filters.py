"""Which records stay: on a day, in a status, and when others have gone. Nothing here checks anything.

A part of a model is sorted as the model is, and has the very dicts of which no record goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar, cast, get_args

import attrs

from partnermodel.model.catalogues import Catalogues
from partnermodel.model.days import Days, Once, ordinals
from partnermodel.model.entities import UNKNOWN_STATUS, Document, Entity, Initiative, Programme
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import Shelf, Shelves, together
from partnermodel.values.citations import Citation
from partnermodel.values.dates import UNKNOWN_PERIOD, Day, Period
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

R = TypeVar("R", Entity, Relation)

_PRESENT = frozenset({UNKNOWN_STATUS, "exists", "active"})
_HAPPENING = frozenset({Programme.scheme, Initiative.scheme})


Direction = Literal["out", "in", "both"]


def adjacency(model: Catalogues) -> dict[str, tuple[Relation, ...]]:
    """Return the relations at each entity, in the order of their ids."""
    found: dict[str, list[Relation]] = {}
    for relation in model.relations.values():
        found.setdefault(relation.source, []).append(relation)
        found.setdefault(relation.target, []).append(relation)
    return {id: tuple(at_it) for id, at_it in found.items()}


def seen_from(id: str, relations: tuple[Relation, ...], direction: Direction) -> tuple[Relation, ...]:
    """Return those of the relations at an entity that lead out of it, into it, or both.

    Raises:
        ValueError: `direction` is none of the three words.
    """
    if direction not in get_args(Direction):
        raise ValueError(
            worded('a direction is "out", "in" or "both", not {direction}', direction=shown(direction))
        )
    if direction == "both":
        return relations
    return tuple(one for one in relations if (one.source if direction == "out" else one.target) == id)


def passing(whole: Shelves, keep: Callable[[Record], object]) -> Shelves:
    """Return the records that pass a test, and can stand without the others."""

    def failing(records: Mapping[str, Record]) -> list[str]:
        return [id for id, one in records.items() if not keep(one)]

    return lacking(whole, _of_each(whole.by_type.values(), failing), failing(whole.relations))


def in_status(whole: Shelves, wanted: frozenset[str], vocabulary: Vocabulary) -> Shelves:
    """Return what a filter of statuses keeps; `PartnerModel.where` says by which rule."""
    present = wanted | _PRESENT

    def of_kind(kind: str) -> frozenset[str]:
        return present if vocabulary.nature(kind) == "structure" else wanted

    allowed = Once(of_kind)
    away = [
        id
        for scheme, of_type in whole.by_type.items()
        for statuses in [wanted if scheme in _HAPPENING else present]
        for id, one in of_type.items()
        if one.status not in statuses
    ]
    relations = [id for id, one in whole.relations.items() if one.status not in allowed[one.kind]]
    return lacking(whole, away, relations)


def holding(whole: Shelves, day: Day, *, certain: bool, days: Days) -> Shelves:
    """Return what may hold on a day, or what must; `PartnerModel.at` says by which rule.

    Args:
        whole: The records.
        day: The day.
        certain: Whether they must hold.
        days: The days of the dates that are known so far.
    """
    first, last = ordinals(day)
    begun: Once[str | None, bool] = Once(lambda start: days[start][0] <= last)
    lasting: Once[str | None, bool] = Once(lambda end: days[end][1] >= first)

    def impossible(records: Mapping[str, Record]) -> list[str]:
        return [
            id
            for id, one in records.items()
            # Most records have no date, and a date is looked at once however many records have it.
            if (period := one.period) is not UNKNOWN_PERIOD
            and not (begun[period.start] and lasting[period.end])
        ]

    possible = lacking(whole, _of_each(_dated(whole), impossible), impossible(whole.relations))
    if not certain:
        return possible
    known: Once[Period, bool] = Once(lambda period: days.must_hold(period, first, last))
    undated = known[UNKNOWN_PERIOD]

    def uncertain(records: Mapping[str, Record]) -> list[str]:
        return [
            id
            for id, one in records.items()
            if not (undated if (period := one.period) is UNKNOWN_PERIOD else known[period])
        ]

    relations = set(uncertain(possible.relations))
    links = [one for id, one in possible.relations.items() if id not in relations]
    needed = {end for one in links for end in (one.source, one.target)}
    return lacking(possible, set(_of_each(_dated(possible), uncertain)) - needed, relations)


def _dated(whole: Shelves) -> list[dict[str, Entity]]:
    """Return the entities that come and go. Documents do not: what was said stays said."""
    return [of_type for scheme, of_type in whole.by_type.items() if scheme != Document.scheme]


def _of_each(
    shelves: Iterable[dict[str, Entity]], away: Callable[[Mapping[str, Record]], list[str]]
) -> list[str]:
    return [id for of_type in shelves for id in away(of_type)]


def lacking(whole: Shelves, away: Iterable[str], relations: Iterable[str] = ()) -> Shelves:
    """Return what can stand without some records: no relation lacks an end, no citation its document.

    Args:
        whole: The records, in which nothing is lacking.
        away: The ids of the entities that go.
        relations: The ids of the relations that go.
    """
    gone = set(away)
    lost = set(relations)
    if not gone:
        return attrs.evolve(whole, relations=_links_left(whole.relations, lost))
    lost.update([id for id, one in whole.relations.items() if one.source in gone or one.target in gone])
    by_type = {scheme: _left(of_type, gone & of_type.keys()) for scheme, of_type in whole.by_type.items()}
    left = _links_left(whole.relations, lost)
    if by_type[Document.scheme] is whole.by_type[Document.scheme]:
        return Shelves(by_type, left, _left(whole.entities, gone))
    cut = _Cut(gone)
    by_type = {scheme: cut.all_of(of_type) for scheme, of_type in by_type.items()}
    return Shelves(by_type, Shelf(cut.all_of(left.by_id)), together(by_type))


def _links_left(relations: Shelf, away: set[str]) -> Shelf:
    """Return relations without some of them; the same shelf, if none goes."""
    return Shelf(_left(relations.by_id, away)) if away else relations


def _left(records: dict[str, R], away: set[str]) -> dict[str, R]:
    """Return records without some of them; the same dict, if none goes."""
    if not away:
        return records
    if 2 * len(away) > len(records):
        return {id: one for id, one in records.items() if id not in away}
    # To copy a dict as it is costs a tenth of making one like it.
    left = records.copy()
    for id in away:
        del left[id]
    return left


class _Cut:
    """Takes citations of documents that have gone out of records."""

    def __init__(self, gone: set[str]) -> None:
        self._gone = gone
        self._known: dict[int, tuple[Citation, ...]] = {}

    def all_of(self, records: dict[str, R]) -> dict[str, R]:
        """Return the records with the citations that are left to them."""
        changed = {
            id: _citing(one, left)
            for id, one in records.items()
            if one.evidence and (left := self._left(one.evidence)) is not one.evidence
        }
        return records | changed if changed else records

    def _left(self, evidence: tuple[Citation, ...]) -> tuple[Citation, ...]:
        # Many records share one tuple, and a hash of what is in it would cost more than it saves.
        left = self._known.get(id(evidence))
        if left is None:
            left = tuple(one for one in evidence if one.document not in self._gone)
            left = self._known[id(evidence)] = evidence if len(left) == len(evidence) else left
        return left


def _citing(record: R, evidence: tuple[Citation, ...]) -> R:
    """Return a record with part of its evidence. What is left is valid, so nothing is checked again."""
    # This is how attrs lets a frozen record be unpickled.
    other: Any = object.__new__(type(record))
    other.__setstate__({**cast("dict[str, Any]", record.__getstate__()), "evidence": evidence})
    return cast("R", other)
