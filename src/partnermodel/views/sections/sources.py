"""On whose word it all stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partnermodel.model.entities import Document
from partnermodel.model.relations import Record
from partnermodel.queries.doubts import self_reported
from partnermodel.views.facts import publishers
from partnermodel.views.markup import Content, Markup, element, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, listed

_HEADS = ("document", "what", "publisher", "published", "records", "claims", "self")


def evidence(words: Words) -> Section:
    """Return the section on the documents, and how much rests on each."""
    model = words.model
    id, title = "evidence", words.label("report-evidence")
    silent = sum(not record.evidence and not isinstance(record, Document) for record in model.values())
    parts: list[Content] = []
    if model.documents:
        resting, alone, claims = _resting(model.values())
        ties = {issue.records[0]: len(set(issue.records[1:])) for issue in self_reported(model)}
        shown, more = words.room.first(model.documents.values())
        rows = [
            (
                words.link(document.id),
                _sort(words, document),
                _publishers(words, document),
                words.label("not-stated")
                if document.published is None
                else words.speech.date(document.published),
                words.say("evidence-resting", count=resting[document.id], alone=alone[document.id]),
                words.speech.number(claims[document.id]),
                words.say("evidence-own", count=ties[document.id])
                if document.id in ties
                else words.label("evidence-not-own"),
            )
            for document in shown
        ]
        columns = words.heads(*(f"evidence-{head}" for head in _HEADS))
        parts += [
            paragraph(words.say("evidence-lead")),
            table("documents", words.label("evidence-caption"), columns, rows),
            words.rest(more),
        ]
    else:
        parts.append(paragraph(words.say("evidence-no-document"), class_="none"))
    if silent:
        parts.append(paragraph(words.say("facts-silent", count=silent), class_="none"))
    return section(id, title, *parts)


def _resting(records: Iterable[Record]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how many records rest on each document, on it alone, and on it for a claim.

    What a document says of itself is not counted.
    """
    resting: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for record in records:
        cited: dict[str, bool] = {}
        for citation in record.evidence:
            cited[citation.document] = citation.claim or cited.get(citation.document, False)
        if isinstance(record, Document):
            cited.pop(record.id, None)
        for document, claimed in cited.items():
            resting[document] += 1
            alone[document] += len(cited) == 1
            claims[document] += claimed
    return resting, alone, claims


def _sort(words: Words, document: Document) -> Markup:
    parts: list[Content] = [words.kind(document)]
    if document.source_type is not None:
        parts.append(words.term("source-type", document.source_type))
    if document.url is not None:
        parts.append(element("span", document.url, class_="wrap"))
    return listed(parts)


def _publishers(words: Words, document: Document) -> Content:
    return listed(map(words.link, publishers(words.model, document.id))) or words.label("not-stated")
