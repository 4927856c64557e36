"""The words for one model in one language: names, links to records, labels of codes, numbers of things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from partnermodel.language.speech import speech
from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Document, Entity, Group
from partnermodel.model.model import PartnerModel
from partnermodel.model.redaction import suppressed_fields
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.names import Alias
from partnermodel.values.table import Cell, Phrase
from partnermodel.views.facts import joining_directly
from partnermodel.views.markup import Content, Markup, code, element, html, joined, link, paragraph, phrase
from partnermodel.views.naming import labelled, name_in
from partnermodel.views.room import Room

if TYPE_CHECKING:
    from partnermodel.queries.matrix import Coverage

FEWEST_PEOPLE = 5
"""Fewer people than this are not counted out: in a small place a number can point at a person."""


def capital(text: str) -> str:
    """Return a text with its first letter large, as at the head of a line."""
    return text[:1].upper() + text[1:]


def capitalised(content: Content) -> Content:
    """Return a label of ours with its first letter large; what is marked up stays as it is."""
    return capital(content) if type(content) is str else content


def listed(parts: Iterable[Content]) -> Markup:
    """Return contents in a row, separated by semicolons, since names have commas."""
    return joined(parts, "; ")


class Words:
    """How a report speaks of the records of one model.

    What it gives is for a page in its language: what is in another language is marked, the rest is not.

    Args:
        model: The model.
        language: `en` or `ru`.
    """

    def __init__(self, model: PartnerModel, language: str = "en") -> None:
        self.model = model
        self.speech = speech(language)
        self.room = Room(model)
        self._links: dict[str, Markup] = {}

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.speech.language

    @cached_property
    def coverage(self) -> Coverage:
        """Who serves which group where."""
        from partnermodel.queries.coverage import coverage  # most who need words need no matrix

        return coverage(self.model)

    def html(self, content: Content) -> Markup:
        """Return content as HTML for a page in this language."""
        return phrase(content, page=self.language) if isinstance(content, Phrase) else html(content)

    def cell(self, content: Cell) -> Content:
        """Return a cell of a table: a phrase as HTML, and a plain text as it is."""
        return self.html(content) if isinstance(content, Phrase) else content

    def told(self, sentence: Iterable[Cell]) -> Markup:
        """Return a sentence that is there in parts."""
        return joined(map(self.html, sentence))

    def say(self, key: str, **values: Any) -> Markup:
        """Return a sentence of ours; what fills its gaps may be marked up."""
        return self.told(self.speech.parts(key, **values))

    def label(self, key: str, **values: Any) -> str:
        """Return a word or a heading of ours, as a plain text."""
        return self.speech.say(key, **values)

    def heads(self, *keys: str) -> list[Content]:
        """Return the heads of the columns of a table."""
        return [self.label(key) for key in keys]

    def rest(self, number: int) -> Markup:
        """Return the sentence that says how many rows a table has left out; nothing for none."""
        return paragraph(self.say("report-rest", count=number), class_="soft") if number else joined([])

    def name(self, entity: Entity) -> Markup:
        """Return the name of an entity: in the language of the page if it has one, or else its plain one."""
        return self.html(name_in(self.model, entity, self.language))

    def prose(self, text: str) -> Markup:
        """Return a description, in the language of the model."""
        return self.html(Phrase(text, self.model.language))

    def alias(self, alias: Alias) -> Markup:
        """Return another name, and where it is used."""
        name = self.html(Phrase(alias.name, alias.language or "und"))
        return self.say("records-alias", name=name, scope=alias.scope) if alias.scope else name

    def other_names(self, entity: Entity) -> tuple[Markup, ...]:
        """Return the names of an entity that are not the one it is called by, by language."""
        called = name_in(self.model, entity, self.language)
        names = [Phrase(entity.name, self.model.language)]
        names += [Phrase(name, language) for language, name in sorted(entity.names.items())]
        return tuple(self.html(name) for name in dict.fromkeys(names) if name != called)

    def link(self, id: str) -> Markup:
        """Return a link to what the page says of a record: by its name, or for a relation by its id.

        What a large model has, and the page has no room for, is named without a link.
        """
        found = self._links.get(id)
        if found is None:
            record = self.model[id]
            name = code(id) if isinstance(record, Relation) else self.name(record)
            place = self.room.places.get(id)
            found = self._links[id] = name if place is None else link(place, name)
        return found

    def links(self, ids: Sequence[str], most: int | None = None) -> Markup:
        """Return links to records; of very many the first, and how many more there are."""
        most = self.room.links if most is None else most
        return self.listed_at_most([self.link(id) for id in ids[:most]], len(ids) - most)

    def listed_at_most(self, parts: Sequence[Content], more: int) -> Markup:
        """Return contents in a row, and how many more there are."""
        key = "report-more-listed" if self.room.is_whole else "report-more"
        return listed([*parts, self.say(key, count=more)] if more > 0 else parts)

    def term(self, scheme: str, word: str, *, inverse: bool = False) -> Content:
        """Return the label of a code; a code that no vocabulary knows, as what it is."""
        vocabulary = self.model.vocabulary
        if not vocabulary.knows(scheme, word):
            return code(word)
        label = labelled(vocabulary, scheme, word, self.language, inverse=inverse)
        return self.html(label) if isinstance(label, Phrase) else label

    def kind(self, record: Record) -> Content:
        """Return what sort of thing a record is, or that nobody says."""
        return self.label("not-stated") if record.kind is None else self.term(type_of(record), record.kind)

    def status(self, record: Record) -> Content:
        """Return how far a record has come."""
        return self.term("status", record.status)

    def sentence(self, relation: Relation) -> Markup:
        """Return a relation as a sentence, with links to both ends and the role of its source."""
        told = self.relation(self.link(relation.source), relation, self.link(relation.target))
        return joined([told, self.manner(relation)])

    def relation(self, source: Content, relation: Relation, target: Content) -> Markup:
        """Return who is related to whom, and how."""
        label = self.term("relation", relation.kind)
        return self.say("report-sentence", source=source, label=label, target=target)

    @cached_property
    def ties(self) -> tuple[Relation, ...]:
        """The relations that join two organisations directly."""
        return tuple(filter(self.is_tie, self.model.relations.values()))

    @cached_property
    def is_tie(self) -> Callable[[Relation], bool]:
        """Says whether a relation joins two organisations directly."""
        return joining_directly(self.model)

    def described(self, record: Record) -> Markup:
        """Return a record as a line: the name of an entity, or a relation as a sentence; with a link."""
        if not isinstance(record, Relation):
            return self.link(record.id)
        place = self.room.places.get(record.id)
        mark = self.label("report-relation")
        return joined([self.sentence(record), " ", mark if place is None else link(place, mark)])

    def block(self, text: str) -> Markup:
        """Return a description with its line breaks, in the language of the model; nothing for none."""
        return element("p", self.prose(text), class_="block") if text else joined([])

    def level(self, relation: Relation) -> Markup:
        """Return how closely the ends of a relation work together, and in whose eyes."""
        level = relation.level
        assert level is not None
        return self.say(
            "report-level",
            level=self.term(level.scheme, level.value),
            scheme=code(level.scheme),
            source=self.link(relation.source),
        )

    def is_claimed(self, record: Record) -> bool:
        """Return whether whoever is cited for a record only claims it."""
        return bool(record.evidence) and all(citation.claim for citation in record.evidence)

    def manner(self, relation: Relation) -> Markup:
        """Return in brackets in what role it is, and whether it is only claimed; nothing if neither."""
        parts: list[Content] = [] if relation.role is None else [self.term("role", relation.role)]
        if self.is_claimed(relation):
            parts.append(self.label("report-claimed"))
        return joined([" (", joined(parts, ", "), ")"] if parts else [])

    def links_by_kind(
        self, id: str, relations: Iterable[Relation]
    ) -> Iterator[tuple[Content, list[Relation]]]:
        """Yield by what an entity is linked: each kind of relation, seen from it, and the relations."""
        groups: dict[tuple[str, bool], list[Relation]] = {}
        for relation in relations:
            groups.setdefault((relation.kind, relation.source != id), []).append(relation)
        for (kind, inverse), of_kind in groups.items():
            yield self.term("relation", kind, inverse=inverse), of_kind

    def end(self, id: str, relation: Relation) -> Markup:
        """Return the other end of a relation of an entity, in what role it is, and whether it is claimed."""
        return joined([self.link(relation.other_end(id)), self.manner(relation)])

    def people(self, number: int) -> str:
        """Return a number of people, none too small to be told.

        Example:
            >>> words = Words(PartnerModel("Town"))
            >>> words.people(40), words.people(3)
            ('40', 'fewer than 5')
        """
        if 0 < number < FEWEST_PEOPLE:
            return self.label("report-fewer", number=FEWEST_PEOPLE)
        return self.speech.number(number)

    def size(self, entity: Entity) -> str:
        """Return how many members a set or group has, as far as that is known and can be told."""
        if entity.size is None:
            gone = "size" in suppressed_fields(entity)
            return self.label("report-size-suppressed" if gone else "report-size-unknown")
        number = self.people(entity.size) if isinstance(entity, Group) else self.speech.number(entity.size)
        return self.label("report-size", number=number)

    def stated(self, count: StatedCount) -> Markup:
        """Return a number that a source states, with what it counts."""
        number = self.number_of(count.kind, count.number)
        qualifier = count.qualifier
        if self.is_too_few(count.kind, count.number):
            # “Fewer than 5” says of itself that it is not exact; of at least 3 it would say too much.
            number, qualifier = (
                (self.speech.number(1), qualifier) if qualifier == "at-least" else (number, "exactly")
            )
        qualified = self.label(f"qualifier-{qualifier}", number=number)
        return joined([self.counted_kind(count), f": {qualified}"])

    def number_of(self, kind: str, number: int) -> str:
        """Return a number of things of a kind; of people, none too small to be told."""
        return self.people(number) if self.is_too_few(kind, number) else self.speech.number(number)

    def is_too_few(self, kind: str, number: int) -> bool:
        """Return whether a number of things of a kind is one of people, and too small to be told."""
        return 0 < number < FEWEST_PEOPLE and self.model.vocabulary.knows("group", kind)

    def counted_kind(self, count: StatedCount) -> Content:
        """Return what a stated count counts: the label of its kind, whatever type it is a kind of."""
        schemes = ("programme", "centre", "initiative", "organisation", "group", "document", "place")
        known = [scheme for scheme in schemes if self.model.vocabulary.knows(scheme, count.kind)]
        return self.term(known[0], count.kind) if known else code(count.kind)

    def evidence(self, record: Record) -> Markup:
        """Return on whose word a record stands: each document, where in it, how sure, fact or claim."""
        if record.evidence:
            return listed(self.cited(self.link(one.document), one) for one in record.evidence)
        return self.say("report-itself" if isinstance(record, Document) else "report-nobody")

    def cited(self, document: Content, citation: Citation) -> Markup:
        """Return a document that is cited, and what a citation says of it: where in it, how sure, a claim."""
        parts: list[Content] = [document]
        if citation.locator is not None:
            language = self.model.documents[citation.document].language or "und"
            parts.append(self.html(Phrase(citation.locator, language)))
        if citation.claim:
            parts.append(self.label("report-claim"))
        if citation.confidence is not None:
            sure = self.term("confidence", citation.confidence)
            parts.append(self.say("report-confidence", confidence=sure))
        return joined(parts, ", ")
