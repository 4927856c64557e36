"""Whether records keep together, asked quickly: each different question once, and no words.

A good model is told from a bad one here; what is wrong with the bad one is said by `integrity`. A
property of the tests holds the two to the same verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from partnermodel.model.circles import circles, family
from partnermodel.model.entities import Document
from partnermodel.model.relations import Relation
from partnermodel.model.shelves import Shelves
from partnermodel.vocabulary.vocabulary import Vocabulary


def coherent(shelves: Shelves, count: int, vocabulary: Vocabulary) -> bool:
    """Return whether nothing in a set of records contradicts anything else.

    Args:
        shelves: The records, as `shelves_of` keeps them: without those that have the id of another
            one of their sort, and without relations that lead to themselves.
        count: How many were given, with all of these.
        vocabulary: What the kinds of relation allow at their ends.
    """
    if len(shelves.entities) + len(shelves.relations) != count:
        return False
    by_kind: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in shelves.relations.values():
        by_kind[relation.kind].append(relation)
    return (
        _unlike_entities(shelves)
        and all(_ends_fit(kind, alike, shelves, vocabulary) for kind, alike in by_kind.items())
        and _all_cited(shelves)
        and not _circular(by_kind, vocabulary)
    )


def _unlike_entities(shelves: Shelves) -> bool:
    """Return whether no relation has the id of an entity; a derived one cannot, as it has a slash."""
    return shelves.entities.keys().isdisjoint(
        [own for relation in shelves.relations.values() if (own := relation._id) is not None]
    )


def _ends_fit(kind: str, relations: Sequence[Relation], shelves: Shelves, vocabulary: Vocabulary) -> bool:
    """Return whether the ends of relations of one kind are there, and of the types that it allows."""
    term = vocabulary.relation(kind)
    sources = {relation.source for relation in relations}
    targets = {relation.target for relation in relations}
    return _all_among(sources, () if term is None else term.sources, shelves) and _all_among(
        targets, () if term is None else term.targets, shelves
    )


def _all_among(ids: set[str], types: Sequence[str], shelves: Shelves) -> bool:
    """Return whether ids are all of entities, of some types, or of any when none is named."""
    allowed = [shelves.by_type[scheme] for scheme in types] or [shelves.entities]
    # The largest first: what it holds need not be looked for in the others.
    for entities in sorted(allowed, key=len, reverse=True):
        ids = ids.difference(entities)
    return not ids


def _all_cited(shelves: Shelves) -> bool:
    """Return whether every document that is cited is there."""
    # Comprehensions of their own: where all records are of one class, Python finds their fields at once.
    documents = shelves.by_type[Document.scheme].keys()
    return (
        documents
        >= {citation.document for relation in shelves.relations.values() for citation in relation.evidence}
    ) and all(
        documents >= {citation.document for entity in of_type.values() for citation in entity.evidence}
        for of_type in shelves.by_type.values()
    )


def _circular(by_kind: Mapping[str, Sequence[Relation]], vocabulary: Vocabulary) -> bool:
    """Return whether relations close a circle where they must not."""
    families: defaultdict[str, list[tuple[Sequence[Relation], bool]]] = defaultdict(list)
    for kind, relations in by_kind.items():
        if (found := family(kind, vocabulary)) is not None:
            name, backward = found
            families[name].append((relations, backward))
    suspects = [relation for parts in families.values() for relation in _leading_on(parts)]
    return next(circles(suspects, vocabulary), None) is not None


def _leading_on(parts: Sequence[tuple[Sequence[Relation], bool]]) -> Iterator[Relation]:
    """Yield the relations that end where another one begins; those of a circle all do, and few others.

    Args:
        parts: Relations of one family, kind by kind, and whether they are read backward.
    """
    starts: set[str] = set()
    for relations, backward in parts:
        starts |= (
            {relation.target for relation in relations}
            if backward
            else {relation.source for relation in relations}
        )
    for relations, backward in parts:
        yield from (
            [relation for relation in relations if relation.source in starts]
            if backward
            else [relation for relation in relations if relation.target in starts]
        )
