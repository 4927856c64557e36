"""A value of a field of a record, as the page tells it: no more of it than of the record itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Group
from partnermodel.model.relations import Record
from partnermodel.values.citations import Citation
from partnermodel.values.names import Alias
from partnermodel.values.table import Phrase
from partnermodel.views.markup import Content, code, joined
from partnermodel.views.naming import name_in
from partnermodel.views.words import Words, listed
from partnermodel.vocabulary.vocabulary import AnyTerm, Vocabulary, scheme_of

_CODES = {"status": "status", "role": "role", "source_type": "source-type"}
"""The fields that hold a code of one scheme, whatever the record."""


class Values:
    """The values of the records of a model, on a page about it or about a newer model.

    Args:
        page: The words of the page.
        own: The words of the model whose values are told.
    """

    def __init__(self, page: Words, own: Words) -> None:
        self.page, self.own = page, own

    def of(self, record: Record, field: str, value: Any) -> Content:
        """Return the value of a field; of strangers' data only the keys, of few people no number."""
        if value is None or value in ("", (), {}):
            return self.page.label("not-stated")
        if field in _CODES:
            return self.own.term(_CODES[field], value)
        if field == "kind":
            return self.own.term(type_of(record), value)
        if field in ("source", "target"):
            return self.ref(value)
        if field == "collective":
            return self.page.label("yes" if value else "no")
        if field == "size":
            return self.page.people(value) if isinstance(record, Group) else self.page.speech.number(value)
        if field == "period":
            return self.page.speech.period(value)
        if field == "published":
            return self.page.speech.date(value)
        if field == "level":
            return joined([self.own.term(value.scheme, value.value), " (", code(value.scheme), ")"])
        if field in ("language", "id", "url"):
            return code(value)
        if isinstance(value, str):
            return self.own.prose(value)
        return listed(self._parts(field, value))

    def _parts(self, field: str, value: Any) -> Iterable[Content]:
        if field == "evidence":
            return map(self._citation, value)
        if field == "names":
            return [self.page.html(Phrase(name, tag)) for tag, name in sorted(value.items())]
        if field == "aliases":
            return map(self._alias, value)
        if field == "identifiers":
            return [joined([self.own.term("identifier", one.scheme), " ", one.value]) for one in value]
        if field == "stated":
            return map(self.own.stated, value)
        return map(code, sorted(value))  # the keys of strangers' data

    def ref(self, id: str) -> Content:
        """Return the name of a record, with a link if the page is about it."""
        if id in self.page.model:
            return self.page.link(id)
        if id in self.own.model.entities:
            return self.page.html(name_in(self.own.model, self.own.model.entity(id), self.page.language))
        return code(id)

    def _citation(self, citation: Citation) -> Content:
        parts = [self.ref(citation.document)]
        if citation.locator is not None:
            language = self.own.document_language(citation.document)
            parts.append(self.page.html(Phrase(citation.locator, language)))
        if citation.claim:
            parts.append(self.page.label("report-claim"))
        if citation.confidence is not None:
            sure = self.own.term("confidence", citation.confidence)
            parts.append(self.page.say("report-confidence", confidence=sure))
        return joined(parts, ", ")

    def _alias(self, alias: Alias) -> Content:
        name = self.page.html(Phrase(alias.name, alias.language or "und"))
        return self.page.say("records-alias", name=name, scope=alias.scope) if alias.scope else name


def words_apart(one: Vocabulary, other: Vocabulary) -> tuple[Content, ...]:
    """Return the codes of the words that the first vocabulary has, and the second not, or not so."""
    theirs = _terms(other)
    found = [term for term in _terms(one) if term not in theirs]
    return tuple(code(f"{scheme_of(term)}: {term.code}") for term in found)


def _terms(vocabulary: Vocabulary) -> tuple[AnyTerm, ...]:
    return (*vocabulary.terms, *vocabulary.relation_terms)
