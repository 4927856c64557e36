"""The page around the sections of a report: its head, its landmarks, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Sequence

from partnermodel.values.table import Phrase
from partnermodel.views.markup import Markup, bullets, element, html, joined, link, paragraph
from partnermodel.views.sections.section import Section
from partnermodel.views.style import STYLE, policy
from partnermodel.views.words import FEWEST_PEOPLE, Words


def page(words: Words, sections: Sequence[Section]) -> str:
    """Return the page that holds some sections.

    What looks or moves in a way of its own is in the one style sheet and the one script of the page,
    whose hashes are in its policy; without such a section it has no script.

    Args:
        words: The words of the model, and so the language of the page.
        sections: The sections, in the order of reading.
    """
    style = STYLE + "".join(section.style for section in sections)
    script = "".join(section.script for section in sections)
    head = _head(words, style, script)
    body = _body(words, sections, script)
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=words.language)}\n"


def _head(words: Words, style: str, script: str) -> Markup:
    # The style sheet and the script are what must not be escaped: their hashes are in the policy.
    return Markup(
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{html(policy(style, script or None))}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{html(words.label('report-title', name=words.model.name))}</title>"
        f"<style>{style}</style></head>"
    )


def _body(words: Words, sections: Sequence[Section], script: str) -> Markup:
    model = words.model
    contents = bullets(link(section.id, section.title) for section in sections)
    footer = words.say("report-footer-script" if script else "report-footer", fewest=FEWEST_PEOPLE)
    parts = [
        element("a", words.label("report-skip"), href="#main", class_="skip"),
        element(
            "header",
            element("h1", words.html(Phrase(model.name, model.language))),
            paragraph(words.label("report-lead"), class_="lead"),
        ),
        element(
            "nav",
            element("h2", words.label("report-contents"), id="contents-title"),
            contents,
            aria_labelledby="contents-title",
        ),
        element("main", *(section.html() for section in sections), id="main", tabindex="-1"),
        element("footer", paragraph(footer)),
    ]
    if script:
        parts.append(Markup(f"<script>{script}</script>"))
    return element("body", joined(parts, "\n"))
