"""When it happens: what is dated, in the order of the days, and year by year."""

from __future__ import annotations

from collections import Counter

from partnermodel.queries.timelines import Moment, timeline
from partnermodel.views.facts import dates
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words

_EVENTS = ("starts", "ends", "published")

_YEARS_AT_LEAST = 2
"""In fewer years there is nothing to compare."""


def happenings(words: Words) -> Section:
    """Return the section on what is dated."""
    line = words.model.once(timeline)
    sentence = dates(words.model, words.speech, undated="facts-undated-model")
    parts: list[Content] = [paragraph(words.told(sentence))]
    if line.items:
        parts += [_years(words, line.items), *_moments(words, line.items)]
    if line.open:
        parts.append(paragraph(words.say("when-open", records=words.links(line.open))))
    return section("timeline-section", words.label("when-title"), *parts)


def _moments(words: Words, moments: tuple[Moment, ...]) -> list[Content]:
    latest, more = words.room.first(reversed(moments))
    rows = [
        (
            words.speech.date(moment.date),
            words.label(f"when-{moment.event}"),
            words.described(words.model[moment.record]),
        )
        for moment in reversed(latest)
    ]
    columns = words.heads("when-date", "when-what", "report-record")
    return [table("timeline", words.label("when-caption"), columns, rows), words.rest(more)]


def _years(words: Words, moments: tuple[Moment, ...]) -> Markup:
    """Return how much is dated in each year, as a table whose bars say the same as its numbers."""
    counts = Counter((moment.date[:4], moment.event) for moment in moments)
    years = sorted({year for year, _ in counts})
    if len(years) < _YEARS_AT_LEAST:
        return joined([])
    events = [event for event in _EVENTS if any(key[1] == event for key in counts)]
    totals = {year: sum(counts[year, event] for event in events) for year in years}
    most = max(totals.values())
    rows = [
        (
            year,
            *(words.speech.number(counts[year, event]) for event in events),
            joined([_bar(totals[year] / most), " ", words.speech.number(totals[year])]),
        )
        for year in years
    ]
    columns = words.heads("when-year", *(f"when-{event}-many" for event in events), "when-all")
    shown, more = words.room.first(reversed(rows)) if len(rows) > 1 else (tuple(rows), 0)
    return joined(
        [table("years", words.label("when-years"), columns, tuple(reversed(shown))), words.rest(more)]
    )


def _bar(share: float) -> Markup:
    """Return a bar, which the number beside it makes needless to whoever cannot see it."""
    width = max(1, round(100 * share))
    bar = Markup(f'<rect class="bar" width="{width}" height="10"></rect>')
    return element("svg", bar, viewbox="0 0 100 10", width="100", height="10", aria_hidden="true")
