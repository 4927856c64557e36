"""How it was worked out: what counts, what each figure is, and by which version of the library."""

from __future__ import annotations

from partnermodel.analysis.network import LARGE
from partnermodel.values.version import VERSION
from partnermodel.views.facts import statuses
from partnermodel.views.markup import Content, bullets, code, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.telling import Telling
from partnermodel.views.words import Words, capital


def method(words: Words, telling: Telling) -> Section:
    """Return the section on how the page was made.

    Args:
        words: The words of the page.
        telling: The network, and its figures.
    """
    active = words.model.codes("status", "active")
    counting = [words.term("status", status) for status in statuses(words.model) if status in active]
    rules: list[Content] = [
        words.say("method-network"),
        words.say("method-statuses"),
        words.say("method-counting", statuses=joined(counting, ", "))
        if counting
        else words.say("method-counting-none"),
        words.say("method-brokers"),
        words.say("method-coverage"),
        words.say("method-communities"),
    ]
    if len(words.model.organisations) > LARGE:
        rules.append(words.say("method-large", count=LARGE))
    rows = [
        (
            capital(words.label(f"figure-{figure.code}")),
            words.say(f"definition-{figure.code}"),
            code(figure.code),
        )
        for figure in telling.figures
    ]
    columns = words.heads("method-figure", "method-definition", "method-code")
    return section(
        "method",
        words.label("method-title"),
        paragraph(words.say("method-lead", version=VERSION)),
        bullets(rules),
        element("h3", words.label("method-figures")),
        table("definitions", words.label("method-caption"), columns, rows),
    )
