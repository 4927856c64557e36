"""On whose word it all stands, and when it happens."""

from __future__ import annotations

from collections import Counter

from partnermodel.model.entities import Document
from partnermodel.queries.doubts import self_reported
from partnermodel.queries.timelines import timeline
from partnermodel.views.facts import dates, publishers
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, counted, listed


def evidence(words: Words) -> Section:
    """Return the section on the documents, and how much rests on each."""
    model = words.model
    id, title = "evidence", "On whose word"
    silent = sum(not record.evidence and not isinstance(record, Document) for record in model.values())
    parts: list[Content] = []
    if model.documents:
        resting: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        claims: Counter[str] = Counter()
        for record in model.values():
            cited = {citation.document for citation in record.evidence} - {record.id}
            resting.update(cited)
            alone.update(cited if len(cited) == 1 else ())
            claims.update({one.document for one in record.evidence if one.claim} - {record.id})
        ties = {issue.records[0]: len(set(issue.records[1:])) for issue in self_reported(model)}
        rows = [
            (
                words.link(document.id),
                _sort(words, document),
                _publishers(words, document),
                document.published or "not stated",
                f"{resting[document.id]}, of them {alone[document.id]} on it alone",
                str(claims[document.id]),
                f"yes: {counted(ties[document.id], 'tie')} of its publisher"
                if document.id in ties
                else "no such tie",
            )
            for document in model.documents.values()
        ]
        columns = [
            "Document",
            "What it is",
            "Published by",
            "Published",
            "Records that rest on it",
            "Claims",
            "Self-reported",
        ]
        parts.append(
            paragraph(
                "A document is self-reported where its own publisher is a party to ties for which there is "
                "no other source."
            )
        )
        parts.append(table("documents", "The documents, and what rests on them", columns, rows))
    else:
        parts.append(paragraph("The model has no document.", class_="none"))
    if silent:
        parts.append(paragraph(f"For {counted(silent, 'record')} nobody is cited.", class_="none"))
    return section(id, title, *parts)


def _sort(words: Words, document: Document) -> Markup:
    parts: list[Content] = [words.kind(document)]
    if document.source_type is not None:
        parts.append(words.term("source-type", document.source_type))
    if document.url is not None:
        parts.append(element("span", document.url, class_="wrap"))
    return listed(parts)


def _publishers(words: Words, document: Document) -> Content:
    return listed(map(words.link, publishers(words.model, document.id))) or "not stated"


def happenings(words: Words) -> Section:
    """Return the section on what is dated, in the order of the days."""
    line = timeline(words.model)
    parts: list[Content] = [paragraph(joined(dates(words.model, called="the model")))]
    if line.items:
        rows = [
            (moment.date, moment.event, words.described(words.model[moment.record])) for moment in line.items
        ]
        parts.append(table("timeline", "Timeline", ["Date", "What", "Record"], rows))
    if line.open:
        parts.append(paragraph("Known to go on: ", words.links(line.open), "."))
    return section("timeline-section", "When", *parts)
