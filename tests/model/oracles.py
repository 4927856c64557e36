"""What the model did before it was quick: each record looked at, each model built anew, nothing shared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

import attrs

from partnermodel.model.entities import Document, Entity, Initiative, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation


def anew(model: PartnerModel, records: Iterable[Record]) -> PartnerModel:
    """Return a model of other records with all else as it is, through the front door."""
    return PartnerModel(model.name, records, vocabulary=model.vocabulary, language=model.language)


def at(model: PartnerModel, day: str, *, certain: bool = False) -> PartnerModel:
    """Return what may hold on a day, or what must."""
    kept = [
        record for record in model.values() if isinstance(record, Document) or record.period.may_hold(day)
    ]
    if certain:
        possible = {record.id for record in kept}
        must = {
            record.id
            for record in kept
            if isinstance(record, Document)
            or (
                record.period.must_hold(day)
                and (not isinstance(record, Relation) or {record.source, record.target} <= possible)
            )
        }
        needed = {
            end
            for record in kept
            if isinstance(record, Relation) and record.id in must
            for end in (record.source, record.target)
        }
        kept = [record for record in kept if record.id in must or record.id in needed]
    return anew(model, closed(kept))


def where(
    model: PartnerModel,
    keep: Callable[[Record], bool] | None = None,
    *,
    status: str | Collection[str] | None = None,
) -> PartnerModel:
    """Return what passes a test, a filter of statuses, or both."""
    wanted = None if status is None else model.codes("status", status)
    return anew(
        model,
        closed(
            record
            for record in model.values()
            if (keep is None or keep(record)) and (wanted is None or _has_status(model, record, wanted))
        ),
    )


def with_(model: PartnerModel, *records: Record) -> PartnerModel:
    """Return the model with records more, or others in their place."""
    new = {record.id for record in records if isinstance(record, Entity | Relation)}
    return anew(model, [*(record for record in model.values() if record.id not in new), *records])


def without(model: PartnerModel, *ids: str) -> PartnerModel:
    """Return the model without some records."""
    gone = {model[id].id for id in ids}
    return anew(model, closed(record for record in model.values() if record.id not in gone))


def closed(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records that stand together: no relation lacks an end, no citation its document."""
    kept = list(records)
    entities = {record.id for record in kept if isinstance(record, Entity)}
    for record in kept:
        if isinstance(record, Relation) and not {record.source, record.target} <= entities:
            continue
        yield attrs.evolve(record, evidence=[one for one in record.evidence if one.document in entities])


def _has_status(model: PartnerModel, record: Record, wanted: frozenset[str]) -> bool:
    happens = (
        model.vocabulary.nature(record.kind) != "structure"
        if isinstance(record, Relation)
        else isinstance(record, Programme | Initiative)
    )
    return record.status in wanted or (not happens and record.status in ("unknown", "exists", "active"))
