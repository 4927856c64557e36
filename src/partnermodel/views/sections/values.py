"""A value of a field of a record, as the page tells it: no more of it than of the record itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Group
from partnermodel.model.relations import Record
from partnermodel.values.table import Phrase
from partnermodel.views.markup import Content, code, joined
from partnermodel.views.naming import name_in
from partnermodel.views.words import Words, listed

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
            return [self.own.cited(self.ref(one.document), one) for one in value]
        if field == "names":
            return [self.page.html(Phrase(name, tag)) for tag, name in sorted(value.items())]
        if field == "aliases":
            return map(self.own.alias, value)
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
