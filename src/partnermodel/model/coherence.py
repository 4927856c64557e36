"""Whether records keep together, asked quickly: each different question once, and no words.

A good model is told from a bad one here; what is wrong with the bad one is said by `integrity`. A
property of the tests holds the two to the same verdict.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, islice, repeat
from operator import attrgetter, eq, itemgetter, le
from typing import Any

from partnermodel.model.catalogues import RECORD_TYPES
from partnermodel.model.circles import circles, closing_kinds
from partnermodel.model.entities import Document
from partnermodel.model.relations import Record
from partnermodel.vocabulary.vocabulary import Vocabulary

ByType = dict[str, dict[str, Record]]
"""For each type of record, in the order of the file, its records by id, in the order of their ids."""

_LINK = attrgetter("_id", "source", "kind", "target", "role")


def listed(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the records of each type, in the order in which they come."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.scheme, []).append(record)
    return found


def by_type(lists: Mapping[str, Sequence[Record]]) -> ByType:
    """Return the records of each type by id; of several with one id, one.

    Args:
        lists: The type of record to the records of that type, in any order.
    """
    return {scheme: _by_id(scheme, lists.get(scheme, ())) for scheme in RECORD_TYPES}


def _by_id(scheme: str, records: Sequence[Record]) -> dict[str, Record]:
    ids: list[str]
    if scheme == "relation":
        # What `Relation.id` says, for all of them in one breath.
        ids = [
            own or (f"{source}/{kind}/{target}" if role is None else f"{source}/{kind}/{target}/{role}")
            for own, source, kind, target, role in map(_LINK, records)
        ]
    else:
        ids = list(map(attrgetter("id"), records))
    pairs: Iterable[tuple[str, Record]] = zip(ids, records, strict=True)
    if not all(map(le, ids, islice(ids, 1, None))):
        pairs = sorted(pairs, key=itemgetter(0))
    return dict(pairs)


def coherent(records: ByType, count: int, vocabulary: Vocabulary) -> bool:
    """Return whether nothing in a set of records contradicts anything else.

    Args:
        records: The records by type and id.
        count: How many were given, with those whose id another one has, too.
        vocabulary: What the kinds of relation allow at their ends.
    """
    *entities, links = records.values()
    type_of: dict[str, str] = {}
    for scheme, of_type in records.items():
        if of_type is not links:
            type_of.update(zip(of_type, repeat(scheme)))
    if len(type_of) + len(links) != count or not links.keys().isdisjoint(type_of):
        return False
    relations: Collection[Any] = links.values()
    sources, targets, kinds = (list(map(attrgetter(end), relations)) for end in ("source", "target", "kind"))
    if any(map(eq, sources, targets)):
        return False
    try:
        ends = {
            (kind, place, scheme)
            for place, ids in enumerate((sources, targets))
            for kind, scheme in set(zip(kinds, map(type_of.__getitem__, ids), strict=True))
        }
    except KeyError:
        return False
    return (
        all(_may_stand(scheme, place, vocabulary.relation(kind)) for kind, place, scheme in ends)
        and _all_cited(chain(links.values(), *(of_type.values() for of_type in entities)), records)
        and not _circular(relations, kinds, vocabulary)
    )


def _may_stand(scheme: str, place: int, term: Any) -> bool:
    """Return whether an entity of a type may be the source (0) or the target (1) of a relation."""
    allowed = () if term is None else (term.sources, term.targets)[place]
    return not allowed or scheme in allowed


def _circular(relations: Iterable[Any], kinds: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Return whether relations close a circle where they must not."""
    closing = closing_kinds(set(kinds), vocabulary)
    suspects = [relation for relation, kind in zip(relations, kinds, strict=True) if kind in closing]
    return next(circles(suspects, vocabulary), None) is not None


def _all_cited(records: Iterable[Record], by_type: ByType) -> bool:
    """Return whether every document that is cited is there; shared evidence is looked at once."""
    evidence = {id(found): found for found in map(attrgetter("evidence"), records)}
    cited = {citation.document for found in evidence.values() for citation in found}
    return cited <= by_type[Document.scheme].keys()
