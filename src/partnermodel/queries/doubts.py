"""The checks themselves, one function a doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from partnermodel.errors import Issue
from partnermodel.model.days import Days, Once
from partnermodel.model.entities import Document, Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.answers import doubtful
from partnermodel.queries.doubtful_codes import unknown_terms
from partnermodel.queries.doubtful_names import (
    ambiguous_aliases,
    likely_duplicates,
    mixed_names,
    padded_names,
)
from partnermodel.queries.doubtful_times import apart, odd_ends
from partnermodel.values.text import shown
from partnermodel.wording import worded


def missing_evidence(model: PartnerModel) -> Iterator[Issue]:
    """Yield the records that cite nothing. A document is its own evidence."""
    message, hint = worded("nobody is cited for it"), worded("Cite the document that says so.")
    for record in model.values():
        if not record.evidence and not isinstance(record, Document):
            yield doubtful(record, "evidence", "no-evidence", message, hint)


def self_reported(model: PartnerModel) -> Iterator[Issue]:
    """Yield the documents on which ties rest that their own publisher is a party to."""
    nature = model.vocabulary.nature
    joining: Once[str, bool] = Once(lambda kind: nature(kind) in ("tie", "participation"))
    relations = model.relations.values()
    publishing = model.codes("relation", "published-by")
    publishers: dict[str, set[str]] = {}
    for relation in relations:
        if relation.kind in publishing:
            publishers.setdefault(relation.source, set()).add(relation.target)
    own: dict[str, list[Relation]] = {}
    for relation in relations:
        if evidence := relation.evidence:
            document = evidence[0].document
            parties = publishers.get(document)
            if (
                parties
                and (relation.source in parties or relation.target in parties)
                and joining[relation.kind]
                and all(citation.document == document for citation in evidence)
            ):
                own.setdefault(document, []).append(relation)
    for id, cited in model.documents.items():
        if id in own:
            message = worded(
                "its publisher is a party to {ties} of the ties that rest on this document alone",
                ties=len(own[id]),
            )
            hint = worded("Look for a second source.")
            yield doubtful(cited, "", "self-reported", message, hint, *own[id])


def stated_counts(model: PartnerModel) -> Iterator[Issue]:
    """Yield the records that name more things of a kind than their source says there are."""
    counting = {id: entity for id, entity in model.entities.items() if entity.stated}
    if not counting:
        return
    around = _around(model, counting)
    for id, entity in counting.items():
        for number, stated in enumerate(entity.stated):
            named = _members(model, id, around[id], stated.kind, stated.through)
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


def _around(model: PartnerModel, ids: Iterable[str]) -> dict[str, list[Relation]]:
    """Return the relations of some entities: few, for whom an index of all is not worth its making."""
    found: dict[str, list[Relation]] = {id: [] for id in ids}
    for relation in model.relations.values():
        if relation.source in found:
            found[relation.source].append(relation)
        if relation.target in found:
            found[relation.target].append(relation)
    return found


def named_members(model: PartnerModel, entity: Entity, kind: str, through: str) -> tuple[str, ...]:
    """Return the ids of the entities of a kind that a kind of relation links to an entity."""
    return _members(model, entity.id, model.relations_of(entity.id, kind=through), kind, through)


def _members(
    model: PartnerModel, id: str, relations: Iterable[Relation], kind: str, through: str
) -> tuple[str, ...]:
    """Return the ids of the entities of a kind to which relations of a kind lead from an entity."""
    links = model.codes("relation", through)
    others = [model.entity(relation.other_end(id)) for relation in relations if relation.kind in links]
    includes = model.vocabulary.includes
    return tuple(sorted({other.id for other in others if includes(other.scheme, kind, other.kind)}))


def mirrored_relations(model: PartnerModel) -> Iterator[Issue]:
    """Yield symmetric relations that are stated from both ends, unless each end has its own say.

    A level is a rating by the source, and a role is the source's; what held at another time is another thing.
    """
    seen: dict[tuple[str, str, str], list[Relation]] = {}
    terms = cache(model.vocabulary.relation)
    possible = Days().possible
    for relation in model.relations.values():
        term = terms(relation.kind)
        if term is None or not term.symmetric:
            continue
        for first in seen.get((relation.target, relation.kind, relation.source), ()):
            rated = first.level is not None and relation.level is not None
            in_roles = first.role is not None and relation.role is not None
            if not (rated or in_roles or apart(possible(first.period), possible(relation.period))):
                message = worded("it says the same as {id}, from the other end", id=shown(first.id))
                yield doubtful(
                    relation, "", "mirrored-relation", message, worded("Keep one of the two."), first
                )
                break
        seen.setdefault((relation.source, relation.kind, relation.target), []).append(relation)


def unconnected(model: PartnerModel) -> Iterator[Issue]:
    """Yield entities that no relation begins or ends at. A document is linked by being cited."""
    relations = model.relations.values()
    alone = model.entities.keys() - {relation.source for relation in relations}
    alone -= {relation.target for relation in relations}
    if not alone:
        return
    cited = {citation.document for record in model.values() for citation in record.evidence}
    for id, entity in model.entities.items():
        if id in alone and id not in cited:
            yield doubtful(entity, "", "unconnected", worded("no relation begins or ends at it"),
                         worded("Add the relation that brought it here, or remove it."))  # fmt: skip


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
