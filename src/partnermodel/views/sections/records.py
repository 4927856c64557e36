"""Every record of the model, with all that is stated of it: the end of every link on the page."""

from __future__ import annotations

from partnermodel.model.catalogues import RECORD_TYPES, type_of
from partnermodel.model.entities import Document, Entity, Programme
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import UNKNOWN_PERIOD
from partnermodel.values.table import Phrase
from partnermodel.views.markup import Content, Markup, code, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, counted_records, listed


def appendix(words: Words) -> Section:
    """Return the section that holds every record, type by type."""
    by_type: dict[str, list[Record]] = {type: [] for type in RECORD_TYPES}
    for record in words.model.values():
        by_type[type_of(record)].append(record)
    parts: list[Content] = []
    for type, records in by_type.items():
        if not records:
            continue
        title = capital(counted_records(len(records), type))
        rows = [_row(words, record) for record in records]
        columns = ["Record", "Kind", "Status", "On whose word", "What else is stated"]
        parts.append(element("h3", title))
        parts.append(
            table(
                f"all-{type}s",
                element("span", f"{title}: all that is stated of each", class_="unseen"),
                columns,
                rows,
                row_ids=(f"record-{record.id}" for record in records),
            )
        )
    return section("records", "All records", *(parts or [paragraph("The model is empty.")]))


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
        joined(more) or "nothing",
    )


def _names(words: Words, entity: Entity) -> Markup:
    others = (element("p", name) for name in words.other_names(entity))
    return joined([words.name(entity), *others])


def _fact(label: str, *content: Content) -> Markup:
    return paragraph(f"{label}: ", *content)


def _shared(words: Words, record: Record) -> list[Content]:
    parts: list[Content] = [words.block(record.description)]
    if record.period != UNKNOWN_PERIOD:
        parts.append(_fact("Period", str(record.period)))
    return parts


def _of_relation(words: Words, relation: Relation) -> list[Content]:
    parts = _shared(words, relation)
    if relation.level is not None:
        parts.append(_fact("How closely", words.level(relation)))
    return parts + _of_others(relation)


def _of_entity(words: Words, entity: Entity) -> list[Content]:
    parts = _shared(words, entity)
    if entity.aliases:
        aliases = [
            joined(
                [Phrase(alias.name, alias.language or "und"), f" (in {alias.scope})" if alias.scope else ""]
            )
            for alias in entity.aliases
        ]
        parts.append(_fact("Also called", listed(aliases)))
    if entity.identifiers:
        numbers = [
            joined([words.term("identifier", identifier.scheme), " ", identifier.value])
            for identifier in entity.identifiers
        ]
        parts.append(_fact("Numbers in registers", listed(numbers)))
    if entity.collective:
        parts.append(paragraph(f"A set whose members are not named; {words.size(entity)}."))
    elif entity.size is not None:
        parts.append(_fact("Size", words.size(entity)))
    if entity.stated:
        counts = [
            joined([words.stated(count), " (through: ", words.term("relation", count.through), ")"])
            for count in entity.stated
        ]
        parts.append(_fact("Stated numbers", listed(counts)))
    if isinstance(entity, Programme | Document) and entity.language is not None:
        parts.append(_fact("Language", code(entity.language)))
    if isinstance(entity, Document):
        parts += _of_document(words, entity)
    return parts + _of_others(entity)


def _of_document(words: Words, document: Document) -> list[Content]:
    parts: list[Content] = []
    if document.published is not None:
        parts.append(_fact("Published", document.published))
    if document.source_type is not None:
        parts.append(_fact("Sort of source", words.term("source-type", document.source_type)))
    if document.url is not None:
        parts.append(_fact("Address", element("span", document.url, class_="wrap")))
    return parts


def _of_others(record: Record) -> list[Content]:
    """Return the keys of strangers' data: what they hold is theirs, and may not be for every eye."""
    if not record.extra:
        return []
    keys = listed(code(key) for key in sorted(record.extra))
    return [_fact("Data of others, kept in the file", keys)]
