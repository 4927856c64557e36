"""The network in plain sentences, and in figures."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.views.markup import Content, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.telling import HEADINGS, Telling
from partnermodel.views.words import Words, capital

_TOLD = ("what", "size", "structure", "brokers", "gaps")
"""The headings of a description that no other section of the page says at more length."""


def told(words: Words, telling: Telling) -> Section:
    """Return the section that tells the network in sentences, and then in figures.

    Args:
        words: The words of the page.
        telling: The network, and its figures.
    """
    return section(
        "in-words",
        words.label("told-title"),
        *_paragraphs(words, telling),
        element("h3", words.label("told-figures")),
        _figures(words, telling),
    )


def _paragraphs(words: Words, telling: Telling) -> Iterator[Content]:
    for heading in _TOLD:
        sentences = [words.told(sentence) for sentence in HEADINGS[heading](telling)]
        if sentences:
            yield element("h3", words.label(f"heading-{heading}"))
            yield paragraph(joined(sentences, " "))


def _figures(words: Words, telling: Telling) -> Content:
    found = telling.figures.table(language=words.language)
    rows = [[capital(str(row[0])), *map(str, row[1:])] for row in found.rows]
    return joined(
        [
            table("figures", words.label("told-caption"), list(map(capital, found.columns)), rows),
            paragraph(*found.notes, class_="soft"),
        ]
    )
