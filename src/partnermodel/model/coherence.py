"""Whether records keep together, asked quickly: each different question once, and no words.

A good model is told from a bad one here; what is wrong with the bad one is said by `integrity`. A
property of the tests holds the two to the same verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from operator import attrgetter, eq

from partnermodel.model.circles import circles, closing_kinds
from partnermodel.model.entities import Document
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import Shelves
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import Vocabulary


def coherent(shelves: Shelves, count: int, vocabulary: Vocabulary) -> bool:
    """Return whether nothing in a set of records contradicts anything else.

    Args:
        shelves: The records.
        count: How many were given, with those whose id another one has, too.
        vocabulary: What the kinds of relation allow at their ends.
    """
    type_of: dict[str, str] = {}
    for scheme, of_type in shelves.by_type.items():
        type_of.update(zip(of_type, repeat(scheme)))
    if len(type_of) + len(shelves.relations) != count or not shelves.relations.keys().isdisjoint(type_of):
        return False
    relations = list(shelves.relations.values())
    sources = [relation.source for relation in relations]
    targets = [relation.target for relation in relations]
    kinds = [relation.kind for relation in relations]
    if any(map(eq, sources, targets)):
        return False
    type_at = type_of.__getitem__
    try:
        ends = set(zip(kinds, map(type_at, sources), map(type_at, targets), strict=True))
    except KeyError:
        return False
    return (
        all(_may_stand(source, target, vocabulary.relation(kind)) for kind, source, target in ends)
        and _all_cited(chain(relations, shelves.entities.values()), shelves)
        and not _circular(relations, kinds, vocabulary)
    )


def _may_stand(source: str, target: str, term: RelationTerm | None) -> bool:
    """Return whether an entity of a type may be the source, and one of a type the target, of a relation."""
    return term is None or (
        (not term.sources or source in term.sources) and (not term.targets or target in term.targets)
    )


def _circular(relations: Sequence[Relation], kinds: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Return whether relations close a circle where they must not."""
    closing = closing_kinds(set(kinds), vocabulary)
    suspects = [relation for relation, kind in zip(relations, kinds, strict=True) if kind in closing]
    return next(circles(suspects, vocabulary), None) is not None


def _all_cited(records: Iterable[Record], shelves: Shelves) -> bool:
    """Return whether every document that is cited is there."""
    citations = chain.from_iterable(map(attrgetter("evidence"), records))
    return set(map(attrgetter("document"), citations)) <= shelves.by_type[Document.scheme].keys()
