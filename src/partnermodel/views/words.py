"""The words for one model: names in their language, links to records, labels of codes, numbers of things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Document, Entity, Group, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.counts import StatedCount
from partnermodel.values.table import Cell, Phrase
from partnermodel.views.markup import PAGE_LANGUAGE, Content, Markup, code, element, joined, link
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import Vocabulary

if TYPE_CHECKING:
    from partnermodel.queries.matrix import Coverage

FEWEST_PEOPLE = 5
"""Fewer people than this are not counted out: in a small place a number can point at a person."""

MOST_LINKS = 12

_NOUNS = {
    "person": ("person in a public post", "people in public posts"),
    "centre": ("centre or facility", "centres and facilities"),
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "centre"), counted(2, "centre"), counted(0, "relation")
        ('1 centre', '2 centres', 'no relations')
    """
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def counted_records(number: int, type: str) -> str:
    """Return how many records of a type there are, in words that need no manual.

    Example:
        >>> counted_records(2, "person"), counted_records(1, "place")
        ('2 people in public posts', '1 place')
    """
    return counted(number, *_NOUNS.get(type, (type, None)))


def capital(text: str) -> str:
    """Return a text with its first letter large, as at the head of a line."""
    return text[:1].upper() + text[1:]


def capitalised(content: Content) -> Content:
    """Return a label of ours with its first letter large; what is marked up stays as it is."""
    return capital(content) if type(content) is str else content


def labelled(vocabulary: Vocabulary, scheme: str, word: str, *, inverse: bool = False) -> Cell:
    """Return the label of a code: in English if there is one, else in the first language that there is."""
    if not vocabulary.knows(scheme, word):
        return word
    term = vocabulary.term(scheme, word)
    labels = term.inverse_labels if inverse and isinstance(term, RelationTerm) else term.labels
    if PAGE_LANGUAGE in labels:
        return labels[PAGE_LANGUAGE]
    # By its tag: two equal vocabularies may hold their labels in different orders.
    return Phrase(labels[min(labels)], min(labels)) if labels else word


def people(number: int) -> str:
    """Return a number of people, none too small to be told.

    Example:
        >>> people(40), people(3)
        ('40', 'fewer than 5')
    """
    return f"fewer than {FEWEST_PEOPLE}" if 0 < number < FEWEST_PEOPLE else str(number)


def listed(parts: Iterable[Content]) -> Markup:
    """Return contents in a row, separated by semicolons, since names have commas."""
    return joined(parts, "; ")


def listed_at_most(parts: Sequence[Content], most: int = MOST_LINKS) -> Markup:
    """Return contents in a row; of very many the first, and how many more there are."""
    more = len(parts) - most
    return listed([*parts[:most], f"and {more} more, in the list of all records"] if more > 0 else parts)


class Words:
    """How a report speaks of the records of one model.

    Args:
        model: The model.
    """

    def __init__(self, model: PartnerModel) -> None:
        self.model = model
        self._links: dict[str, Markup] = {}

    @cached_property
    def coverage(self) -> Coverage:
        """Who serves which group where."""
        from partnermodel.queries.coverage import coverage  # most who need words need no matrix

        return coverage(self.model)

    def name(self, entity: Entity) -> Phrase:
        """Return the plain name of an entity, in the language of the model."""
        return Phrase(entity.name, self.model.language)

    def prose(self, text: str) -> Phrase:
        """Return a description, in the language of the model."""
        return Phrase(text, self.model.language)

    def other_names(self, entity: Entity) -> tuple[Phrase, ...]:
        """Return the names of an entity that are not its plain one, by language."""
        return tuple(
            Phrase(name, language)
            for language, name in sorted(entity.names.items())
            if (name, language) != (entity.name, self.model.language)
        )

    def link(self, id: str) -> Markup:
        """Return a link to what the page says of a record: by its name, or for a relation by its id."""
        found = self._links.get(id)
        if found is None:
            record = self.model[id]
            where = "organisation" if isinstance(record, Organisation) else "record"
            name = code(id) if isinstance(record, Relation) else self.name(record)
            found = self._links[id] = link(f"{where}-{id}", name)
        return found

    def links(self, ids: Sequence[str], most: int = MOST_LINKS) -> Markup:
        """Return links to records; of very many the first, and how many more there are."""
        return listed_at_most([self.link(id) for id in ids], most)

    def term(self, scheme: str, word: str, *, inverse: bool = False) -> Content:
        """Return the label of a code; a code that no vocabulary knows, as what it is."""
        vocabulary = self.model.vocabulary
        known = vocabulary.knows(scheme, word)
        return labelled(vocabulary, scheme, word, inverse=inverse) if known else code(word)

    def kind(self, record: Record) -> Content:
        """Return what sort of thing a record is, or that nobody says."""
        return "not stated" if record.kind is None else self.term(type_of(record), record.kind)

    def status(self, record: Record) -> Content:
        """Return how far a record has come."""
        return self.term("status", record.status)

    def sentence(self, relation: Relation) -> Markup:
        """Return a relation as a sentence, with links to both ends and the role of its source."""
        label = joined([" ", self.term("relation", relation.kind), " "])
        return joined([self.link(relation.source), label, self.link(relation.target), self.manner(relation)])

    def is_tie(self, relation: Relation) -> bool:
        """Return whether a relation joins two organisations directly."""
        joins = self.model.vocabulary.nature(relation.kind) in ("tie", "participation")
        ends = (relation.source, relation.target)
        return joins and all(isinstance(self.model[end], Organisation) for end in ends)

    def described(self, record: Record) -> Markup:
        """Return a record as a line: the name of an entity, or a relation as a sentence; with a link."""
        if isinstance(record, Relation):
            return joined([self.sentence(record), " ", link(f"record-{record.id}", "(relation)")])
        return self.link(record.id)

    def block(self, text: str) -> Markup:
        """Return a description with its line breaks, in the language of the model; nothing for none."""
        return element("p", self.prose(text), class_="block") if text else joined([])

    def level(self, relation: Relation) -> Markup:
        """Return how closely the ends of a relation work together, and in whose eyes."""
        level = relation.level
        assert level is not None
        scale = joined([" (", code(level.scheme), "), in the eyes of "])
        return joined([self.term(level.scheme, level.value), scale, self.link(relation.source)])

    def is_claimed(self, record: Record) -> bool:
        """Return whether whoever is cited for a record only claims it."""
        return bool(record.evidence) and all(citation.claim for citation in record.evidence)

    def manner(self, relation: Relation) -> Markup:
        """Return in brackets in what role it is, and whether it is only claimed; nothing if neither."""
        parts: list[Content] = [] if relation.role is None else [self.term("role", relation.role)]
        if self.is_claimed(relation):
            parts.append("claimed")
        return joined([" (", joined(parts, ", "), ")"] if parts else [])

    def links_by_kind(
        self, id: str, relations: Iterable[Relation]
    ) -> Iterator[tuple[Content, list[Content]]]:
        """Yield what an entity is linked to: each kind of relation, seen from it, and the other ends."""
        groups: dict[tuple[str, bool], list[Content]] = {}
        for relation in relations:
            end = joined([self.link(relation.other_end(id)), self.manner(relation)])
            groups.setdefault((relation.kind, relation.source != id), []).append(end)
        for (kind, inverse), ends in groups.items():
            yield self.term("relation", kind, inverse=inverse), ends

    def size(self, entity: Entity) -> str:
        """Return how many members a set or group has, as far as that is known and can be told."""
        if entity.size is None:
            return "size not stated"
        number = people(entity.size) if isinstance(entity, Group) else str(entity.size)
        return f"{number} in number"

    def stated(self, count: StatedCount) -> Markup:
        """Return a number that a source states, with what it counts."""
        qualifier = "" if count.qualifier == "exactly" else f"{count.qualifier.replace('-', ' ')} "
        number = self.number_of(count.kind, count.number)
        return joined([self.counted_kind(count), f": {qualifier}{number}"])

    def number_of(self, kind: str, number: int) -> str:
        """Return a number of things of a kind; of people, none too small to be told."""
        return people(number) if self.model.vocabulary.knows("group", kind) else str(number)

    def counted_kind(self, count: StatedCount) -> Content:
        """Return what a stated count counts: the label of its kind, whatever type it is a kind of."""
        schemes = ("programme", "centre", "initiative", "organisation", "group", "document", "place")
        known = [scheme for scheme in schemes if self.model.vocabulary.knows(scheme, count.kind)]
        return self.term(known[0], count.kind) if known else code(count.kind)

    def evidence(self, record: Record) -> Markup:
        """Return on whose word a record stands: each document, where in it, how sure, fact or claim."""
        cited = []
        for citation in record.evidence:
            parts: list[Content] = [self.link(citation.document)]
            if citation.locator is not None:
                language = self.document_language(citation.document)
                parts.append(Phrase(citation.locator, language))
            if citation.claim:
                parts.append("a claim, not a fact")
            if citation.confidence is not None:
                parts.append(joined(["confidence: ", self.term("confidence", citation.confidence)]))
            cited.append(joined(parts, ", "))
        if cited:
            return listed(cited)
        return joined(["it is a source itself" if isinstance(record, Document) else "nobody is cited"])

    def document_language(self, id: str) -> str:
        """Return the language that a document is written in; `und` when it is not known."""
        return self.model.documents[id].language or "und"
