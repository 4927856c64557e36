"""What the library says in English: a file a topic."""

from __future__ import annotations

from partnermodel.language.english import (
    answers,
    command,
    coverage,
    description,
    facts,
    figures,
    indicators,
    measures,
    network,
    nouns,
    pictures,
    recommendations,
    records,
    report,
    report_method,
    report_network,
    report_sources,
    resilience,
    suggestions,
    tables,
    words,
)
from partnermodel.language.english.dates import english_date
from partnermodel.language.grammar import Tongue, english_form, merged
from partnermodel.language.order import english_order

ENGLISH = Tongue(
    tag="en",
    name="English",
    form=english_form,
    form_of=english_form,
    decimal=".",
    thousands=",",
    percent="%",
    conjunction="and",
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    date=english_date,
    order=english_order,
    nouns=merged(nouns.NOUNS, pictures.NOUNS),
    texts=merged(
        answers.TEXTS,
        command.TEXTS,
        coverage.TEXTS,
        description.TEXTS,
        facts.TEXTS,
        figures.TEXTS,
        network.TEXTS,
        pictures.TEXTS,
        indicators.TEXTS,
        measures.TEXTS,
        recommendations.TEXTS,
        records.TEXTS,
        resilience.TEXTS,
        report.TEXTS,
        report_method.TEXTS,
        report_network.TEXTS,
        report_sources.TEXTS,
        suggestions.TEXTS,
        tables.TEXTS,
        words.TEXTS,
    ),
)
