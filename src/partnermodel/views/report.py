"""The report: one page about one model that anybody can read, keep and print, and that asks no network."""

from __future__ import annotations

from partnermodel.model.model import PartnerModel
from partnermodel.values.dates import Day, as_text, span
from partnermodel.values.table import Phrase
from partnermodel.views.markup import PAGE_LANGUAGE, Markup, bullets, element, html, joined, link, paragraph
from partnermodel.views.sections.doubts import not_known, to_look_at
from partnermodel.views.sections.opening import opening
from partnermodel.views.sections.progress import progress
from partnermodel.views.sections.reach import reach
from partnermodel.views.sections.records import appendix
from partnermodel.views.sections.said import claims, stated_not_named
from partnermodel.views.sections.section import Section
from partnermodel.views.sections.sources import evidence, happenings
from partnermodel.views.sections.together import together
from partnermodel.views.style import STYLE, policy
from partnermodel.views.words import FEWEST_PEOPLE, Words


def report(model: PartnerModel, *, as_of: Day | None = None) -> str:
    """Return a page that tells what a model holds: for people, whether they see it, hear it or print it.

    It is one self-contained HTML file. It has no script, loads nothing, and lets a browser load
    nothing; every text of the model is escaped. Equal models give equal pages: there is no clock in
    it. Its own words are English; names are marked with their language. Numbers of people below 5
    are written as “fewer than 5”, and of strangers' data (`extra`) only the keys are told.

    Args:
        model: The model. To report on a day or a status, filter it first, with `at` or `where`.
        as_of: The day by which statuses may be out of date; left out, nobody looks for such.

    Returns:
        HTML, to be saved as UTF-8.

    Raises:
        InvalidRecordError: `as_of` is not a date.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, report
        >>> page = report(PartnerModel("Town", [Organisation("college", "<College>")]))
        >>> page[:15], "&lt;College&gt;" in page
        ('<!DOCTYPE html>', True)
    """
    if as_of is not None:
        span(as_of)  # a day that is none is refused before any work
    words = Words(model)
    sections = [
        opening(words),
        together(words),
        progress(words),
        reach(words),
        happenings(words),
        stated_not_named(words),
        claims(words),
        evidence(words),
        to_look_at(words, as_text(as_of)),
        not_known(words),
        appendix(words),
    ]
    return f"<!DOCTYPE html>\n{element('html', _head(model), _body(model, sections), lang=PAGE_LANGUAGE)}\n"


def _head(model: PartnerModel) -> Markup:
    # The style sheet is the one text that must not be escaped: its hash is in the policy.
    return Markup(
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{html(policy())}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{html(model.name)} – partnership report</title>"
        f"<style>{STYLE}</style></head>"
    )


def _body(model: PartnerModel, sections: list[Section]) -> Markup:
    contents = bullets(link(section.id, section.title) for section in sections)
    parts = [
        element("a", "Skip to the report", href="#main", class_="skip"),
        element(
            "header",
            element("h1", Phrase(model.name, model.language)),
            paragraph("A report on a partnership network", class_="lead"),
        ),
        element(
            "nav", element("h2", "Contents", id="contents-title"), contents, aria_labelledby="contents-title"
        ),
        element("main", *(section.html() for section in sections), id="main", tabindex="-1"),
        element(
            "footer",
            paragraph(
                "Made with partnermodel. The page has no script and asks no network. Numbers of people below "
                f"{FEWEST_PEOPLE} are not told; of data that others keep in the file, only the keys are."
            ),
        ),
    ]
    return element("body", joined(parts, "\n"))
