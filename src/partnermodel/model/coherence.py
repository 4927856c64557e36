"""Records as they come, put in order, and asked quickly whether they keep together.

They are asked piece by piece, while they are at hand, for to come back to each of them costs more than
any question. A good model is told from a bad one here, and no words are made; what is wrong with the bad
one is said by `integrity`. A property of the tests holds the two to the same verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import islice
from operator import lt
from typing import Any

import attrs

from partnermodel.model.circles import circles, family
from partnermodel.model.entities import ENTITY_CLASSES, Document, Entity
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import Shelf, Shelves, in_order, together
from partnermodel.vocabulary.vocabulary import Vocabulary

SCHEMES = (*(cls.scheme for cls in ENTITY_CLASSES), Relation.scheme)
"""The types of record that a model holds, in the order of the file."""

# Relations, and whether they are read backward.
_Part = tuple[Sequence[Relation], bool]


@attrs.frozen
class _Kind:
    """What the relations of one kind may join.

    Attributes:
        sources: The ids of the entities, by type, of which one must be the source.
        targets: Those of which one must be the target.
        family: Among which relations one of this kind must close no circle, and whether it is read
            backward; None if it may.
    """

    sources: Sequence[set[str]]
    targets: Sequence[set[str]]
    family: tuple[str, bool] | None


class Gathering:
    """Records that are gathered, type by type.

    Args:
        vocabulary: What the kinds of relation allow at their ends.
        cited: The ids of all documents that the records cite, if somebody keeps a list of them. It is not
            looked at before the end.
    """

    def __init__(self, vocabulary: Vocabulary, cited: Set[str] | None = None) -> None:
        self._vocabulary = vocabulary
        self._by_type: dict[str, dict[str, Entity]] = {cls.scheme: {} for cls in ENTITY_CLASSES}
        self._entities: dict[str, Entity] = {}
        self._ids: dict[str | None, set[str]] = {}
        self._relations: list[Relation] = []
        self._given = 0
        self._last: dict[str, str] = {}
        self._unsorted: set[str] = set()
        self._listed = cited
        self._cited: set[str] = set()
        self._fit = True
        self._kinds: dict[str, _Kind] = {}
        self._closing: defaultdict[str, list[_Part]] = defaultdict(list)

    def add(self, scheme: str, records: Sequence[Any]) -> None:
        """Take in more records of one type; relations come after all entities.

        Args:
            scheme: The name of the type.
            records: The records, in any order; each keeps its rules, but for the ends of relations.
        """
        self._given += len(records)
        if scheme == Relation.scheme:
            self._add_relations(records)
        else:
            found = {entity.id: entity for entity in records}
            self._by_type[scheme].update(found)
            self._look_at_order(scheme, list(found))
        if self._listed is None:
            self._cited.update({citation.document for record in records for citation in record.evidence})

    def shelves(self) -> Shelves | None:
        """Return all records, sorted, or None when anything contradicts anything else."""
        by_type = {
            scheme: in_order(of_type) if scheme in self._unsorted else of_type
            for scheme, of_type in self._by_type.items()
        }
        known = self._entities and self._unsorted <= {Relation.scheme}
        entities = self._entities if known else together(by_type)
        # Where each id is greater than the one before, no two are the same, and none need be looked up.
        relations = (
            Shelf(in_order({relation.id: relation for relation in self._relations}))
            if Relation.scheme in self._unsorted
            else Shelf(self._relations)
        )
        cited = self._cited if self._listed is None else self._listed
        if (
            self._fit
            and len(entities) + len(relations) == self._given
            and cited <= by_type[Document.scheme].keys()
            and not self._circular()
        ):
            return Shelves(by_type, relations, entities)
        return None

    def _add_relations(self, relations: Sequence[Relation]) -> None:
        if not self._entities:
            self._entities = together(self._by_type)
        # What `Relation.id` says, for all of them in one breath. It reads both ends, so to compare them as
        # well costs nothing here.
        ids = [
            own
            if (own := relation._id) is not None
            else f"{source}/{relation.kind}/{target}"
            if (role := relation.role) is None
            else f"{source}/{relation.kind}/{target}/{role}"
            for relation in relations
            if (source := relation.source) != (target := relation.target)
        ]
        self._relations += relations
        self._look_at_order(Relation.scheme, ids)
        # A derived id cannot be that of an entity, as it has a slash.
        own_ids = [own for relation in relations if (own := relation._id) is not None]
        leads_on = len(ids) == len(relations)  # where one leads to itself, it has no id here
        self._fit = self._fit and leads_on and self._entities.keys().isdisjoint(own_ids)
        by_kind: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in relations:
            by_kind[relation.kind].append(relation)
        for code, alike in by_kind.items():
            kind = self._kinds.get(code) or self._kind(code)
            self._fit = (
                self._fit
                and _all_among({relation.source for relation in alike}, kind.sources)
                and _all_among({relation.target for relation in alike}, kind.targets)
            )
            if kind.family is not None:
                name, backward = kind.family
                self._closing[name].append((alike, backward))

    def _kind(self, code: str) -> _Kind:
        term = self._vocabulary.relation(code)
        sources, targets = ((), ()) if term is None else (term.sources, term.targets)
        found = _Kind(self._of(sources), self._of(targets), family(code, self._vocabulary))
        self._kinds[code] = found
        return found

    def _of(self, types: Collection[str]) -> Sequence[set[str]]:
        """Return the ids of the entities of some types; of any when none is named."""
        # The largest first: what it holds need not be looked for in the others.
        return sorted((self._ids_of(scheme) for scheme in types or (None,)), key=len, reverse=True)

    def _ids_of(self, scheme: str | None) -> set[str]:
        """Return the ids of all entities of a type: one is found sooner in a set than in a large dict."""
        found = self._ids.get(scheme)
        if found is None:
            entities = self._entities if scheme is None else self._by_type[scheme]
            found = self._ids[scheme] = set(entities)
        return found

    def _look_at_order(self, scheme: str, ids: Sequence[str]) -> None:
        """See whether each id is greater than the one before, as in a file: then nothing need be sorted."""
        if ids and (ids[0] <= self._last.get(scheme, "") or not all(map(lt, ids, islice(ids, 1, None)))):
            self._unsorted.add(scheme)
        if ids:
            self._last[scheme] = ids[-1]

    def _circular(self) -> bool:
        """Return whether relations close a circle where they must not."""
        suspects = [relation for parts in self._closing.values() for relation in _leading_on(parts)]
        return next(circles(suspects, self._vocabulary), None) is not None


def gathered(records: Iterable[Record], vocabulary: Vocabulary) -> Shelves | None:
    """Return records, in any order, sorted, or None when anything contradicts anything else.

    Args:
        records: The records, each of a type of `SCHEMES`.
        vocabulary: What the kinds of relation allow at their ends.

    Example:
        >>> from partnermodel import STANDARD, Place
        >>> shelves = gathered([Place("omsk", "Omsk"), Place("kazan", "Kazan")], STANDARD)
        >>> None if shelves is None else list(shelves.entities)
        ['kazan', 'omsk']
    """
    lists: dict[str, list[Record]] = {scheme: [] for scheme in SCHEMES}
    for record in records:
        lists[record.scheme].append(record)
    gathering = Gathering(vocabulary)
    for scheme, of_type in lists.items():
        gathering.add(scheme, of_type)
    return gathering.shelves()


def _all_among(ids: set[str], allowed: Sequence[set[str]]) -> bool:
    """Return whether all ids are among those that are allowed."""
    for some in allowed:
        ids = ids.difference(some)
    return not ids


def _leading_on(parts: Sequence[_Part]) -> Iterator[Relation]:
    """Yield the relations that end where another one begins; those of a circle all do, and few others.

    Args:
        parts: Relations of one family.
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
