"""The kinds of page that the library makes: what is added here is held to every law of this folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
from tests.browser.answers import answers

from partnermodel import (
    PartnerModel,
    coverage,
    describe,
    draw,
    draw_coverage,
    draw_timeline,
    network_view,
    report,
)

FRAGMENT_TITLE = {"en": "Answers", "ru": "Ответы"}


@attrs.frozen
class Kind:
    """A kind of page.

    Attributes:
        name: What it is called in the names of tests and screenshots.
        languages: The languages in which it can be had.
        html: Makes the page of a model in a language, as a whole HTML file.
        complete: Whether it tells all that is in a model.
        undecided: The rules of axe-core that cannot decide on this page, so that a person has looked.
        pictured: The models of which screenshots are made: names of `tests.browser.pages.MODELS`.
        contained: Whether it is a page of its own, with a policy that lets nothing in. What is only a
            piece of somebody else's page, such as a result in a notebook, is not.
    """

    name: str
    languages: tuple[str, ...]
    html: Callable[[PartnerModel, str], str]
    complete: bool = False
    undecided: tuple[str, ...] = ()
    pictured: tuple[str, ...] = ("honest",)
    contained: bool = True


def framed(fragment: str, language: str) -> str:
    """Return a page around a piece of HTML, as plain as a page can be."""
    title = FRAGMENT_TITLE[language]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root{color-scheme:light dark} body{background:Canvas;color:CanvasText}"
        " body{overflow-wrap:anywhere} .piece{overflow-x:auto}</style></head>"
        f"<body><main><h1>{title}</h1>{fragment}</main></body></html>\n"
    )


def _answers(model: PartnerModel, language: str) -> str:
    return framed(
        "".join(
            f'<section><h2>{name}</h2><div class="piece" role="region" tabindex="0"'
            f' aria-label="{name} {place}">{answer._repr_html_()}</div></section>'
            for place, (name, answer) in enumerate(answers(model), start=1)
            if name != "Description"
        ),
        language,
    )


def _pictures(model: PartnerModel, language: str) -> str:
    drawn = (
        draw(model, language=language),
        draw_timeline(model, language=language),
        draw_coverage(coverage(model), language=language),
    )
    return framed(
        "".join(
            f'<section><h2>{place}</h2><div class="piece" role="region" tabindex="0"'
            f' aria-label="{place}">{one.html()}</div></section>'
            for place, one in enumerate(drawn, start=1)
        ),
        language,
    )


UNDECIDED = ("color-contrast",)
"""A name may lie on a line: it has an edge in the colour of the paper, which axe-core does not see."""

KINDS: tuple[Kind, ...] = (
    Kind(
        "report",
        ("en", "ru"),
        lambda model, language: report(model, language=language, as_of="2026-11-24"),
        complete=True,
        undecided=UNDECIDED,
    ),
    Kind(
        "description",
        ("en", "ru"),
        lambda model, language: framed(describe(model, language=language)._repr_html_(), language),
        contained=False,
    ),
    Kind("answers", ("en",), _answers, contained=False),
    Kind(
        "network",
        ("en", "ru"),
        lambda model, language: network_view(model, language=language).html(),
        undecided=UNDECIDED,
    ),
    Kind("pictures", ("en", "ru"), _pictures, undecided=UNDECIDED, contained=False),
)
"""Every kind of page, a line each. A view that is added belongs here."""


def names(pages: Sequence[tuple[Kind, str]]) -> list[str]:
    """Return what kinds in languages are called."""
    return [f"{kind.name}-{language}" for kind, language in pages]


PAGES = [(kind, language) for kind in KINDS for language in kind.languages]
"""Every kind in each of its languages."""

NAMES = names(PAGES)
COMPLETE = [page for page in PAGES if page[0].complete]
CONTAINED = [page for page in PAGES if page[0].contained]
