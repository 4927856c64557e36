"""What this is: how much the model holds, on whose word, how far things have come, and how to read it."""

from __future__ import annotations

from partnermodel.views.facts import holdings_line, sentences, status_table
from partnermodel.views.markup import bullets, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, capitalised


def opening(words: Words) -> Section:
    """Return the section that says what the model is."""
    model, language = words.model, words.language
    statuses = status_table(model, language=language)
    return section(
        "what-this-is",
        words.label("opening-title"),
        paragraph(words.say("opening-holds", holdings=holdings_line(model, language=language))),
        bullets(words.told(sentence) for sentence in sentences(model, language=language)),
        paragraph(words.say("opening-marks")),
        table(
            "statuses",
            statuses.caption,
            [capital(column) for column in statuses.columns],
            [[capitalised(words.cell(row[0])), *map(words.cell, row[1:])] for row in statuses.rows],
        )
        if statuses.rows
        else "",
    )
