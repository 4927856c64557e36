"""What this is: how much the model holds, on whose word, how far things have come, and how to read it."""

from __future__ import annotations

from partnermodel.views.facts import holdings_line, sentences, status_table
from partnermodel.views.markup import bullets, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, capitalised


def opening(words: Words) -> Section:
    """Return the section that says what the model is."""
    model = words.model
    statuses = status_table(model)
    return section(
        "what-this-is",
        "What this is",
        paragraph(f"This page tells what a model of a partnership network holds: {holdings_line(model)}."),
        bullets(joined(sentence) for sentence in sentences(model)),
        paragraph(
            "What is discussed is not agreed, and what is claimed is not a fact; each is marked as what it "
            "is. What is not stated anywhere is not guessed: it says “not stated”, or it is absent."
        ),
        table(
            "statuses",
            statuses.caption,
            [capital(column) for column in statuses.columns],
            [[capitalised(row[0]), *row[1:]] for row in statuses.rows],
        )
        if statuses.rows
        else "",
    )
