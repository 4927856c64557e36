"""The checks themselves, one function a doubt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache

from partnermodel.errors import Issue, did_you_mean
from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Document, Entity, Initiative, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.nouns import ENDS
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.answers import doubtful
from partnermodel.queries.doubtful_names import (
    ambiguous_aliases,
    likely_duplicates,
    mixed_names,
    padded_names,
)
from partnermodel.queries.misplaced_words import defined_elsewhere
from partnermodel.values.dates import OPEN, Day, Period, span
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.wording import Worded, worded


def unknown_terms(model: PartnerModel) -> Iterator[Issue]:
    """Yield the codes that the vocabulary does not know, with the nearest one, and those it has replaced."""
    words = model.vocabulary
    hints: dict[tuple[tuple[str, ...], str], Worded] = {}
    known: set[Hashable] = set()
    for record in model.values():
        # A model has very many records and few sets of codes; what was in order once is so again.
        codes = _all_codes(record)
        if codes in known:
            continue
        known.add(codes)
        for field, schemes, code in _codes(record):
            term = next((words.term(scheme, code) for scheme in schemes if words.knows(scheme, code)), None)
            if term is None:
                known.discard(codes)
                if (schemes, code) not in hints:
                    near = did_you_mean(code, [known for scheme in schemes for known in words.codes(scheme)])
                    hints[schemes, code] = (
                        defined_elsewhere(words, schemes, code)
                        or near
                        or worded("Define it in the vocabulary.")
                    )
                message = (
                    worded(
                        "{code} is not a known code of the scheme {scheme}",
                        code=shown(code),
                        scheme=schemes[0],
                    )
                    if len(schemes) == 1
                    else worded("{code} is not a known kind of any type", code=shown(code))
                )
                yield doubtful(record, field, "unknown-term", message, hints[schemes, code], value=code)
            elif term.replaced_by is not None:
                known.discard(codes)
                message = worded("{code} has been replaced", code=shown(code))
                yield doubtful(
                    record,
                    field,
                    "replaced-term",
                    message,
                    worded("Use {code}.", code=shown(term.replaced_by)),
                    value=code,
                )


def _all_codes(record: Record) -> Hashable:
    """Return what two records have in common exactly if they have the same codes in the same fields."""
    sure = tuple([citation.confidence for citation in record.evidence]) if record.evidence else ()
    if isinstance(record, Relation):
        level = None if record.level is None else (record.level.scheme, record.level.value)
        return record.kind, record.status, record.role, level, sure
    numbered = tuple([identifier.scheme for identifier in record.identifiers])
    stated = tuple([(one.kind, one.through) for one in record.stated])
    source_type = record.source_type if isinstance(record, Document) else None
    return record.scheme, record.kind, record.status, sure, numbered, stated, source_type


def _codes(record: Record) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each code of a record: its field, the schemes that it can be of, and itself."""
    if record.kind is not None:
        yield "kind", (type_of(record),), record.kind
    yield "status", ("status",), record.status
    for number, citation in enumerate(record.evidence):
        if citation.confidence is not None:
            yield f"evidence[{number}].confidence", ("confidence",), citation.confidence
    if isinstance(record, Relation):
        if record.role is not None:
            yield "role", ("role",), record.role
        if record.level is not None:
            yield "level.value", (record.level.scheme,), record.level.value
        return
    for number, identifier in enumerate(record.identifiers):
        yield f"identifiers[{number}].scheme", ("identifier",), identifier.scheme
    if isinstance(record, Document) and record.source_type is not None:
        yield "source_type", ("source-type",), record.source_type
    for number, stated in enumerate(record.stated):
        yield f"stated[{number}].kind", ENTITY_TYPES, stated.kind
        yield f"stated[{number}].through", ("relation",), stated.through


def missing_evidence(model: PartnerModel) -> Iterator[Issue]:
    """Yield the records that cite nothing. A document is its own evidence."""
    for record in model.values():
        if not record.evidence and not isinstance(record, Document):
            yield doubtful(record, "evidence", "no-evidence", worded("nobody is cited for it"),
                         worded("Cite the document that says so."))  # fmt: skip


def self_reported(model: PartnerModel) -> Iterator[Issue]:
    """Yield the documents on which ties rest that their own publisher is a party to."""
    resting: dict[str, list[Relation]] = {}
    joining = cache(lambda kind: model.vocabulary.nature(kind) in ("tie", "participation"))
    for relation in model.relations.values():
        if relation.evidence and joining(relation.kind):
            first, *others = relation.evidence
            if all(citation.document == first.document for citation in others):
                resting.setdefault(first.document, []).append(relation)
    for id in model.documents:
        if id not in resting:
            continue
        publishers = {link.target for link in model.relations_of(id, kind="published-by", direction="out")}
        own = [relation for relation in resting[id] if publishers & {relation.source, relation.target}]
        if own:
            message = worded(
                "its publisher is a party to {ties} of the ties that rest on this document alone",
                ties=len(own),
            )
            yield doubtful(model[id], "", "self-reported", message, worded("Look for a second source."), *own)


def stated_counts(model: PartnerModel) -> Iterator[Issue]:
    """Yield the records that name more things of a kind than their source says there are."""
    for entity in model.entities.values():
        for number, stated in enumerate(entity.stated):
            named = named_members(model, entity, stated.kind, stated.through)
            if stated.qualifier in ("exactly", "at-most") and len(named) > stated.number:
                most = (
                    worded("at most {number}", number=stated.number)
                    if stated.qualifier == "at-most"
                    else str(stated.number)
                )
                message = worded(
                    "{named} of the kind {kind} are named, and the source counts {number}",
                    named=len(named),
                    kind=shown(stated.kind),
                    number=most,
                )
                yield doubtful(entity, f"stated[{number}]", "count-exceeded", message,
                             worded("Correct the number, or the kinds of what is named."),
                             *(model[id] for id in named))  # fmt: skip


def named_members(model: PartnerModel, entity: Entity, kind: str, through: str) -> tuple[str, ...]:
    """Return the ids of the entities of a kind that a kind of relation links to an entity."""
    linked = (relation.other_end(entity.id) for relation in model.relations_of(entity.id, kind=through))
    found = {
        id for id in linked if model.vocabulary.includes(model.entity(id).scheme, kind, model.entity(id).kind)
    }
    return tuple(sorted(found))


_ACROSS_TIME = ("about", "has-on-agenda", "succeeds")
"""Relations that may lead to what is no more, or is not yet."""


def odd_ends(model: PartnerModel) -> Iterator[Issue]:
    """Yield relations that are active though an end is over, or that cannot hold while both ends do."""
    active = model.vocabulary.narrower("status", "active")
    over = model.codes("status", ["completed", "cancelled", "not-pursued"])
    across_time = model.codes("relation", _ACROSS_TIME)
    happens = cache(lambda kind: model.vocabulary.nature(kind) != "structure")
    ended = {id for id, entity in model.entities.items() if entity.status in over}
    bounded = {id for id, entity in model.entities.items() if _is_bounded(entity.period)}
    apart = cache(_apart)
    for relation in model.relations.values():
        sides = (("source", relation.source), ("target", relation.target))
        if relation.status in active and happens(relation.kind):
            for field, id in sides:
                if id in ended:
                    end = model.entity(id)
                    message = worded(
                        "the relation is {status}, and its {end} is {other}",
                        status=relation.status,
                        end=ENDS[field],
                        other=end.status,
                    )
                    hint = worded("Correct one of the two statuses.")
                    yield doubtful(relation, field, "odd-end", message, hint, end, value=end.id)
        # What has no bounds is not apart from anything, and most have none.
        ends = [(field, model.entity(id)) for field, id in sides if id in bounded]
        if not ends or relation.kind in across_time:
            continue
        for field, end in ends:
            if apart(relation.period, end.period):
                message = worded(
                    "the relation holds {period}, and its {end} exists {other}",
                    period=relation.period.told(),
                    end=ENDS[field],
                    other=end.period.told(),
                )
                hint = worded("Correct one of the two periods.")
                yield doubtful(
                    relation, "period", "odd-period", message, hint, end, value=str(relation.period)
                )
        if len(ends) == 2 and apart(ends[0][1].period, ends[1][1].period):
            (_, source), (_, target) = ends
            message = worded(
                "its source exists {period}, and its target exists {other}",
                period=source.period.told(),
                other=target.period.told(),
            )
            hint = worded("Correct one of the two periods.")
            yield doubtful(relation, "", "odd-period", message, hint, source, target)


def _is_bounded(period: Period) -> bool:
    return period.start is not None or period.end not in (None, OPEN)


def _apart(one: Period, other: Period) -> bool:
    return one.earliest_start() > other.latest_end() or other.earliest_start() > one.latest_end()


def mirrored_relations(model: PartnerModel) -> Iterator[Issue]:
    """Yield symmetric relations that are stated from both ends, unless each end has its own say.

    A level is a rating by the source, and a role is the source's; what held at another time is another thing.
    """
    seen: dict[tuple[str, str, str], list[Relation]] = {}
    terms = cache(model.vocabulary.relation)
    for relation in model.relations.values():
        term = terms(relation.kind)
        if term is None or not term.symmetric:
            continue
        for first in seen.get((relation.target, relation.kind, relation.source), ()):
            rated = first.level is not None and relation.level is not None
            in_roles = first.role is not None and relation.role is not None
            if not (rated or in_roles or _apart(first.period, relation.period)):
                message = worded("it says the same as {id}, from the other end", id=shown(first.id))
                yield doubtful(
                    relation, "", "mirrored-relation", message, worded("Keep one of the two."), first
                )
                break
        seen.setdefault((relation.source, relation.kind, relation.target), []).append(relation)


def unconnected(model: PartnerModel) -> Iterator[Issue]:
    """Yield entities that no relation begins or ends at. A document is linked by being cited."""
    linked = {citation.document for record in model.values() for citation in record.evidence}
    linked.update(relation.source for relation in model.relations.values())
    linked.update(relation.target for relation in model.relations.values())
    for id, entity in model.entities.items():
        if id not in linked:
            yield doubtful(entity, "", "unconnected", worded("no relation begins or ends at it"),
                         worded("Add the relation that brought it here, or remove it."))  # fmt: skip


def stale_statuses(model: PartnerModel, as_of: Day) -> Iterator[Issue]:
    """Yield records whose status the calendar has overtaken by a day."""
    today = span(as_of)[0]
    going_on = model.codes("status", ["active", "suspended"])
    ahead = model.codes("status", ["discussed", "planned", "expected", "agreed"])
    last_day, last_start = cache(Period.latest_end), cache(Period.latest_start)
    for record in model.values():
        status, period = record.status, record.period
        if status in going_on and period.end not in (None, OPEN) and last_day(period) < today:
            message = worded("it is {status}, and ended in {end}", status=record.status, end=period.end)
            hint = worded("Say how it ended, or correct the end.")
            yield doubtful(record, "status", "stale-status", message, hint, value=record.status)
        if status not in ahead or period.start is None or last_start(period) >= today:
            continue
        if isinstance(record, Relation | Initiative | Programme):
            message = worded(
                "it is {status}, and was to start in {start}", status=record.status, start=period.start
            )
            hint = worded("Say whether it started, or correct the start.")
            yield doubtful(record, "status", "stale-status", message, hint, value=record.status)


DOUBTS: tuple[Callable[[PartnerModel], Iterable[Issue]], ...] = (
    unknown_terms,
    missing_evidence,
    self_reported,
    stated_counts,
    likely_duplicates,
    ambiguous_aliases,
    padded_names,
    mixed_names,
    odd_ends,
    mirrored_relations,
    unconnected,
)
