"""What sources state without naming it, and what they claim or hope for."""

from __future__ import annotations

from partnermodel.model.entities import Statement
from partnermodel.views.facts import Tally, tallies
from partnermodel.views.markup import Content, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised, listed


def stated_not_named(words: Words) -> Section:
    """Return the section on numbers that are stated, beside what is named of them."""
    id, title = "stated-not-named", words.label("stated-title")
    found = tallies(words.model)
    if not found:
        return section(id, title, paragraph(words.say("stated-nothing")))
    shown, more = words.room.first(found)
    missing = sum(tally.missing > 0 for tally in found)
    return section(
        id,
        title,
        paragraph(
            words.say("stated-lead" if missing else "stated-lead-none", count=len(found), missing=missing)
        ),
        table(
            "stated",
            words.label("stated-caption"),
            words.heads("stated-who", "stated-stated", "stated-named", "stated-unnamed"),
            [_tally(words, tally) for tally in shown],
        ),
        words.rest(more),
    )


def _tally(words: Words, tally: Tally) -> tuple[Content, ...]:
    none = words.label("none")
    return (
        words.link(tally.entity.id),
        words.stated(tally.stated),
        joined([words.speech.number(len(tally.named)), ": ", words.links(tally.named)])
        if tally.named
        else none,
        words.number_of(tally.stated.kind, tally.missing) if tally.missing else none,
    )


def claims(words: Words) -> Section:
    """Return the section on statements, and on all else that a source claims rather than states."""
    model = words.model
    id, title = "claims", words.label("claims-title")
    kinds = sorted(
        {statement.kind for statement in model.statements.values()}, key=lambda kind: (kind is None, kind)
    )
    parts: list[Content] = []
    for number, kind in enumerate(kinds, start=1):
        label: Content = words.label("claims-no-kind")
        if kind is not None:
            label = capitalised(words.term("statement", kind))
        of_kind = (statement for statement in model.statements.values() if statement.kind == kind)
        shown, more = words.room.first(of_kind)
        columns = words.heads("claims-said", "report-status", "claims-about", "report-evidence")
        rows = [_statement(words, statement) for statement in shown]
        parts += [table(f"statements-{number}", label, columns, rows), words.rest(more)]
    others = [
        record
        for record in model.values()
        if not isinstance(record, Statement) and any(citation.claim for citation in record.evidence)
    ]
    if others:
        some, more = words.room.first(others)
        told = [(words.described(record), words.status(record), words.evidence(record)) for record in some]
        columns = words.heads("report-record", "report-status", "report-evidence")
        parts += [table("claimed", words.label("claims-others"), columns, told), words.rest(more)]
    parts.insert(0, paragraph(words.say("claims-lead" if parts else "claims-nothing")))
    return section(id, title, *parts)


def _statement(words: Words, statement: Statement) -> tuple[Content, ...]:
    about = [
        words.say("claims-linked", label=label, ends=listed(words.end(statement.id, one) for one in of_kind))
        for label, of_kind in words.links_by_kind(statement.id, words.model.relations_of(statement.id))
    ]
    said = joined([words.link(statement.id), words.block(statement.description)])
    return (
        said,
        words.status(statement),
        joined(about, ". ") or words.label("not-stated"),
        words.evidence(statement),
    )
