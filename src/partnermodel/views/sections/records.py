"""Every record of the model, with all that is stated of it: the end of every link on the page."""

from __future__ import annotations

from partnermodel.model.entities import Document, Entity, Programme
from partnermodel.model.redaction import SUPPRESSED, suppressed_fields
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import UNKNOWN_PERIOD
from partnermodel.views.facts import holdings
from partnermodel.views.markup import Content, Markup, code, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, listed


def appendix(words: Words) -> Section:
    """Return the section that holds every record, type by type."""
    parts: list[Content] = []
    for type, number in holdings(words.model).items():
        records = words.room.records[type]
        title = words.speech.counted(number, type)
        rows = [_row(words, record) for record in records]
        columns = words.heads(
            "report-record", "report-kind", "report-status", "report-evidence", "records-more"
        )
        parts += [
            element("h3", title),
            words.rest(number - len(records)),
            table(
                f"all-{type}s",
                element("span", words.label("records-caption", title=title), class_="unseen"),
                columns,
                rows,
                row_ids=(f"record-{record.id}" for record in records),
            ),
        ]
    return section(
        "records", words.label("records-title"), *(parts or [paragraph(words.say("records-none"))])
    )


def _row(words: Words, record: Record) -> tuple[Content, ...]:
    if isinstance(record, Relation):
        name, more = words.sentence(record), _of_relation(words, record)
    else:
        name, more = _names(words, record), _of_entity(words, record)
    return (
        joined([name, element("p", code(record.id), class_="soft")]),
        words.kind(record),
        words.status(record),
        words.evidence(record),
        joined(more) or words.label("records-nothing"),
    )


def _names(words: Words, entity: Entity) -> Markup:
    others = (element("p", name) for name in words.other_names(entity))
    return joined([words.name(entity), *others])


def _fact(words: Words, key: str, *content: Content) -> Markup:
    return paragraph(words.label(f"records-{key}"), ": ", *content)


def _shared(words: Words, record: Record) -> list[Content]:
    parts: list[Content] = [words.block(record.description)]
    if record.period != UNKNOWN_PERIOD:
        parts.append(_fact(words, "period", words.speech.period(record.period)))
    return parts


def _of_relation(words: Words, relation: Relation) -> list[Content]:
    parts = _shared(words, relation)
    if relation.level is not None:
        parts.append(_fact(words, "level", words.level(relation)))
    return parts + _of_others(words, relation)


def _of_entity(words: Words, entity: Entity) -> list[Content]:
    parts = _shared(words, entity)
    suppressed = suppressed_fields(entity)
    if entity.aliases:
        parts.append(_fact(words, "aliases", listed(map(words.alias, entity.aliases))))
    if entity.identifiers:
        numbers = [
            joined([words.term("identifier", identifier.scheme), " ", identifier.value])
            for identifier in entity.identifiers
        ]
        parts.append(_fact(words, "identifiers", listed(numbers)))
    if entity.collective:
        parts.append(paragraph(words.say("records-set", size=words.size(entity))))
    elif entity.size is not None or "size" in suppressed:
        parts.append(_fact(words, "size", words.size(entity)))
    if entity.stated or "stated" in suppressed:
        counts: list[Content] = [
            words.say(
                "records-count", count=words.stated(count), relation=words.term("relation", count.through)
            )
            for count in entity.stated
        ]
        counts += [words.label("records-suppressed")] if "stated" in suppressed else []
        parts.append(_fact(words, "stated", listed(counts)))
    if isinstance(entity, Programme | Document) and entity.language is not None:
        parts.append(_fact(words, "language", code(entity.language)))
    if isinstance(entity, Document):
        parts += _of_document(words, entity)
    return parts + _of_others(words, entity)


def _of_document(words: Words, document: Document) -> list[Content]:
    parts: list[Content] = []
    if document.published is not None:
        parts.append(_fact(words, "published", words.speech.date(document.published)))
    if document.source_type is not None:
        parts.append(_fact(words, "source-type", words.term("source-type", document.source_type)))
    if document.url is not None:
        parts.append(_fact(words, "url", element("span", document.url, class_="wrap")))
    return parts


def _of_others(words: Words, record: Record) -> list[Content]:
    """Return the keys of strangers' data: what they hold is theirs, and may not be for every eye."""
    keys = [code(key) for key in sorted(record.extra) if key != SUPPRESSED]  # which is told in words
    return [_fact(words, "extra", listed(keys))] if keys else []
