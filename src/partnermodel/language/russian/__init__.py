"""What the library says in Russian: a file a topic."""

from __future__ import annotations

from partnermodel.language.grammar import NO_BREAK_SPACE, Tongue, merged, russian_form, russian_form_of
from partnermodel.language.order import russian_order
from partnermodel.language.russian import (
    answers,
    command,
    coverage,
    description,
    facts,
    figures,
    imports,
    indicators,
    matching,
    measures,
    merging,
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
    tables,
    words,
)
from partnermodel.language.russian.dates import russian_date
from partnermodel.language.russian.messages import MESSAGES

RUSSIAN = Tongue(
    tag="ru",
    name="русский",
    form=russian_form,
    form_of=russian_form_of,
    decimal=",",
    thousands=NO_BREAK_SPACE,
    percent=f"{NO_BREAK_SPACE}%",
    conjunction="и",
    quotes=("«", "»"),
    inner_quotes=("„", "“"),
    date=russian_date,
    order=russian_order,
    nouns=merged(nouns.NOUNS, pictures.NOUNS),
    texts=merged(
        answers.TEXTS,
        command.TEXTS,
        coverage.TEXTS,
        description.TEXTS,
        facts.TEXTS,
        figures.TEXTS,
        imports.TEXTS,
        network.TEXTS,
        pictures.TEXTS,
        indicators.TEXTS,
        matching.TEXTS,
        measures.TEXTS,
        merging.TEXTS,
        recommendations.TEXTS,
        records.TEXTS,
        resilience.TEXTS,
        report.TEXTS,
        report_method.TEXTS,
        report_network.TEXTS,
        report_sources.TEXTS,
        tables.TEXTS,
        words.TEXTS,
    ),
    messages=MESSAGES,
)
