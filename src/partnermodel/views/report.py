"""The report: one page about one model that anybody can read, keep and print, and that asks no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partnermodel.errors import Issue
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.redaction import redacted
from partnermodel.values.collector import collector_paused
from partnermodel.values.dates import Day, as_text, span
from partnermodel.views.page import page
from partnermodel.views.sections.changes import changes
from partnermodel.views.sections.doubts import findings, not_known, to_look_at
from partnermodel.views.sections.holding import holding
from partnermodel.views.sections.method import method
from partnermodel.views.sections.opening import opening
from partnermodel.views.sections.picture import picture
from partnermodel.views.sections.progress import progress as progress_of
from partnermodel.views.sections.reach import reach
from partnermodel.views.sections.records import appendix
from partnermodel.views.sections.said import claims, stated_not_named
from partnermodel.views.sections.section import Section
from partnermodel.views.sections.sources import evidence
from partnermodel.views.sections.together import together
from partnermodel.views.sections.told import told
from partnermodel.views.sections.when import happenings
from partnermodel.views.telling import Telling
from partnermodel.views.words import Words


@door
def report(
    model: PartnerModel,
    *,
    language: str = "en",
    as_of: Day | None = None,
    compared_with: PartnerModel | None = None,
    min_count: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> str:
    """Return a page that tells what a model holds: for people, whether they see it, hear it or print it.

    It is one self-contained HTML file. It loads nothing, and lets a browser load nothing; every text of
    the model is escaped. Equal models give equal pages: there is no clock in it. Names are told in the
    language of the page where the model has them in it, and marked with their language. Numbers of people
    below 5 are written as “fewer than 5”, and of strangers' data (`extra`) only the keys are told. Of a
    large model the long lists are cut short, with a sentence that says how much more there is.

    Args:
        model: The model. To report on a day or a status, filter it first, with `at` or `where`.
        language: The language of its own words: `en` or `ru`.
        as_of: The day by which statuses may be out of date; left out, nobody looks for such.
        compared_with: An older model; the page then says what has changed since.
        min_count: The least number that may be told of what is stated and not named: sizes and stated counts.
            Smaller ones are suppressed in both models, as `redacted` does it, and the page says so.
        progress: Is told what share of the figures is worked out.

    Returns:
        HTML, to be saved as UTF-8.

    Raises:
        InvalidRecordError: `as_of` is not a date.
        ValueError: `min_count` is below 2.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, report
        >>> page = report(PartnerModel("Town", [Organisation("college", "<College>")]))
        >>> page[:15], "&lt;College&gt;" in page
        ('<!DOCTYPE html>', True)
    """
    if as_of is not None:
        span(as_of)  # a day that is none is refused before any work
    if min_count is not None:
        model = redacted(model, persons=False, extra=False, min_count=min_count)
        if compared_with is not None:
            compared_with = redacted(compared_with, persons=False, extra=False, min_count=min_count)
    return page_and_doubts(model, language, as_text(as_of), compared_with, progress)[0]


def page_and_doubts(
    model: PartnerModel,
    language: str,
    as_of: str | None,
    older: PartnerModel | None,
    progress: Callable[[float], None] | None,
) -> tuple[str, int]:
    """Return the page, and how many things for a person to look at there are on it."""
    words = Words(model, language)
    with collector_paused(kept=True):  # of a large model it makes very much, and hardly any rubbish
        telling = Telling(model, words.speech, progress)
        issues = findings(model, as_of)
        return page(words, _sections(words, telling, issues, as_of, older)), len(issues)


def _sections(
    words: Words, telling: Telling, issues: Sequence[Issue], as_of: str | None, older: PartnerModel | None
) -> list[Section]:
    return [
        opening(words),
        picture(words),
        told(words, telling),
        together(words),
        holding(words, telling),
        progress_of(words),
        reach(words),
        happenings(words),
        *([] if older is None else [changes(words, older)]),
        stated_not_named(words),
        claims(words),
        evidence(words),
        to_look_at(words, issues, as_of),
        not_known(words),
        method(words, telling),
        appendix(words),
    ]
