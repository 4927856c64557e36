"""What has changed since an older model: records, their fields, and the figures of the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partnermodel.analysis.scenarios import compare_networks
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.comparison import Change, Comparison, compare, words_apart
from partnermodel.values.table import Phrase
from partnermodel.views.markup import Content, Markup, code, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.sections.values import Values
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, listed
from partnermodel.vocabulary.vocabulary import AnyTerm, scheme_of


def changes(words: Words, older: PartnerModel) -> Section:
    """Return the section on what differs from an older model.

    Args:
        words: The words of the page.
        older: The older model.
    """
    id, title = "changes", words.label("changes-title")
    found = compare(older, words.model)
    name = words.html(Phrase(older.name, older.language))
    if not found:
        return section(id, title, paragraph(words.say("changes-none", name=name)))
    old = Words(older, words.language)
    lead = words.say(
        "changes-lead",
        name=name,
        added=len(found.added),
        removed=len(found.removed),
        changed=len({change.record for change in found.changed if change.record}),
    )
    return section(
        id,
        title,
        paragraph(lead),
        *_added(words, found),
        *_removed(words, old, found),
        *_changed(words, old, found),
        *_figures(words, older),
    )


def _added(words: Words, found: Comparison) -> Iterator[Content]:
    if not found.added:
        return
    shown, more = words.room.first(found.added)
    rows = [
        (
            words.described(record),
            words.label(f"type-{record.scheme}"),
            words.status(record),
            words.evidence(record),
        )
        for record in shown
    ]
    columns = words.heads("report-record", "changes-type", "report-status", "report-evidence")
    yield element("h3", words.label("changes-added"))
    yield table("added", words.label("changes-added-caption"), columns, rows)
    yield words.rest(more)


def _removed(words: Words, old: Words, found: Comparison) -> Iterator[Content]:
    if not found.removed:
        return
    values = Values(words, old)
    shown, more = words.room.first(found.removed)
    rows = [
        (
            joined([_called(values, record), element("p", code(record.id), class_="soft")]),
            words.label(f"type-{record.scheme}"),
            old.status(record),
        )
        for record in shown
    ]
    columns = words.heads("report-record", "changes-type", "report-status")
    yield element("h3", words.label("changes-removed"))
    yield table("removed", words.label("changes-removed-caption"), columns, rows)
    yield words.rest(more)


def _called(values: Values, record: Record) -> Content:
    """Return what a record of the older model is called; none of its links leads to what is no more."""
    if isinstance(record, Relation):
        return values.own.relation(values.ref(record.source), record, values.ref(record.target))
    return values.own.name(record)


def _changed(words: Words, old: Words, found: Comparison) -> Iterator[Content]:
    if not found.changed:
        return
    before, after = Values(words, old), Values(words, words)
    shown, more = words.room.first(found.changed)
    rows = [_change(words, before, after, change) for change in shown]
    columns = words.heads("report-record", "changes-field", "changes-before", "changes-after")
    yield element("h3", words.label("changes-changed"))
    yield table("changed", words.label("changes-changed-caption"), columns, rows)
    yield words.rest(more)


def _change(words: Words, before: Values, after: Values, change: Change) -> tuple[Content, ...]:
    field = words.label(f"field-{change.field.replace('_', '-')}")
    if change.record:
        old, new = before.own.model[change.record], words.model[change.record]
        return (
            words.described(new),
            field,
            before.of(old, change.field, change.before),
            after.of(new, change.field, change.after),
        )
    whole = words.label("changes-model")
    if change.field == "vocabulary":
        none = words.label("none")
        gone, come = words_apart(change.before, change.after), words_apart(change.after, change.before)
        return whole, field, _codes(gone) or none, _codes(come) or none
    if change.field == "language":
        return whole, field, code(change.before), code(change.after)
    return whole, field, before.own.prose(change.before), after.own.prose(change.after)


def _codes(terms: Iterable[AnyTerm]) -> Markup:
    return listed(code(f"{scheme_of(term)}: {term.code}") for term in terms)


def _figures(words: Words, older: PartnerModel) -> Iterator[Content]:
    compared = compare_networks(older, words.model)
    yield element("h3", words.label("changes-figures"))
    if not compared.changed:
        yield paragraph(words.say("changes-figures-none"))
        return
    found = attrs.evolve(compared, items=compared.changed).table(language=words.language)
    rows = [[capital(str(row[0])), *map(str, row[1:])] for row in found.rows]
    columns = list(map(capital, found.columns))
    yield table("figures-changed", words.label("changes-figures-caption"), columns, rows)
