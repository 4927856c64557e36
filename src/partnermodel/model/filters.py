"""Which records stay: on a day, in a status, and when others have gone. Nothing here checks anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import attrs

from partnermodel.model.catalogues import Catalogues
from partnermodel.model.entities import UNKNOWN_STATUS, Document, Entity, Initiative, Programme
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import Day, span
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary

_PRESENT = frozenset({UNKNOWN_STATUS, "exists", "active"})


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
        raise ValueError(f'a direction is "out", "in" or "both", not {shown(direction)}')
    if direction == "both":
        return relations
    return tuple(one for one in relations if (one.source if direction == "out" else one.target) == id)


def closed(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records that stand together: no relation lacks an end, no citation its document."""
    kept = list(records)
    entities = {record.id for record in kept if isinstance(record, Entity)}
    for record in kept:
        if isinstance(record, Relation) and not (record.source in entities and record.target in entities):
            continue
        if all(citation.document in entities for citation in record.evidence):
            yield record
        else:
            evidence = tuple(citation for citation in record.evidence if citation.document in entities)
            yield attrs.evolve(record, evidence=evidence)


def has_status(record: Record, wanted: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Return whether a filter of statuses keeps a record; `PartnerModel.where` says by which rule."""
    if record.status in wanted:
        return True
    happens = (
        vocabulary.nature(record.kind) != "structure"
        if isinstance(record, Relation)
        else isinstance(record, Programme | Initiative)
    )
    return not happens and record.status in _PRESENT


def holding(records: Iterable[Record], day: Day, *, certain: bool) -> Iterator[Record]:
    """Yield the records that may hold on a day, or that must; `PartnerModel.at` says by which rule."""
    span(day)  # a day that is none is refused even when there is no record to ask
    kept = [record for record in records if isinstance(record, Document) or record.period.may_hold(day)]
    if certain:
        possible = {record.id for record in kept}
        must = {
            record.id
            for record in kept
            if isinstance(record, Document)
            or (
                record.period.must_hold(day)
                and (not isinstance(record, Relation) or _whole(record, possible))
            )
        }
        needed = {
            end
            for record in kept
            if isinstance(record, Relation) and record.id in must
            for end in (record.source, record.target)
        }
        kept = [record for record in kept if record.id in must or record.id in needed]
    return closed(kept)


def _whole(relation: Relation, ids: set[str]) -> bool:
    return relation.source in ids and relation.target in ids
