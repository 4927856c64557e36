"""What sources state without naming it, and what they claim or hope for."""

from __future__ import annotations

from partnermodel.model.entities import Statement
from partnermodel.views.facts import Tally, tallies
from partnermodel.views.markup import Content, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, capitalised, counted, listed


def stated_not_named(words: Words) -> Section:
    """Return the section on numbers that are stated, beside what is named of them."""
    id, title = "stated-not-named", "Stated, but not named"
    found = tallies(words.model)
    if not found:
        return section(id, title, paragraph("No source states a number of things."))
    missing = sum(tally.missing > 0 for tally in found)
    return section(
        id,
        title,
        paragraph(
            f"{capital(counted(len(found), 'number'))} {'is' if len(found) == 1 else 'are'} stated, "
            f"{missing or 'none'} of them without naming all that is counted."
        ),
        table(
            "stated",
            "What is stated, and what is named",
            ["Who", "Stated", "Named", "Not named"],
            [_tally(words, tally) for tally in found],
        ),
    )


def _tally(words: Words, tally: Tally) -> tuple[Content, ...]:
    named = [f"{len(tally.named)}", ": ", words.links(tally.named)] if tally.named else ["none"]
    return (
        words.link(tally.entity.id),
        words.stated(tally.stated),
        joined(named),
        words.number_of(tally.stated.kind, tally.missing) if tally.missing else "none",
    )


def claims(words: Words) -> Section:
    """Return the section on statements, and on all else that a source claims rather than states."""
    model = words.model
    id, title = "claims", "Claims and expectations"
    kinds = sorted(
        {statement.kind for statement in model.statements.values()}, key=lambda kind: (kind is None, kind)
    )
    parts: list[Content] = []
    for number, kind in enumerate(kinds, start=1):
        label = "Kind not stated" if kind is None else capitalised(words.term("statement", kind))
        rows = [
            _statement(words, statement) for statement in model.statements.values() if statement.kind == kind
        ]
        columns = ["What is said", "Status", "About", "On whose word"]
        parts.append(table(f"statements-{number}", label, columns, rows))
    others = [
        record
        for record in model.values()
        if not isinstance(record, Statement) and any(citation.claim for citation in record.evidence)
    ]
    if others:
        rows = [(words.described(record), words.status(record), words.evidence(record)) for record in others]
        columns = ["Record", "Status", "On whose word"]
        parts.append(table("claimed", "Other records that a source claims", columns, rows))
    if not parts:
        parts = [paragraph("Nothing in the model is a statement, and nothing is marked as a claim.")]
    else:
        parts.insert(
            0,
            paragraph(
                "A claim is an evaluation or a promise by whoever says it. An expectation is a hope: nobody "
                "says that it has come true."
            ),
        )
    return section(id, title, *parts)


def _statement(words: Words, statement: Statement) -> tuple[Content, ...]:
    about = [
        joined([label, " ", listed(ends)])
        for label, ends in words.links_by_kind(statement.id, words.model.relations_of(statement.id))
    ]
    said = joined([words.link(statement.id), words.block(statement.description)])
    return said, words.status(statement), joined(about, ". ") or "not stated", words.evidence(statement)
