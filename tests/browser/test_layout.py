"""How pages lie: on a telephone, on a large screen, on paper, and in colours that somebody else chose."""

from __future__ import annotations

import pytest
from tests.browser.browsing import WIDTHS
from tests.browser.conftest import Open
from tests.browser.kinds import NAMES, PAGES, Kind
from tests.browser.pages import page_of

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What is cut off: text in a box that does not let itself be scrolled, and is smaller than what it holds.
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  return one.clientWidth > 1 && ["hidden", "clip"].includes(style.overflowX)
    && one.scrollWidth > one.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 120))"""

# Texts that are on the page and not on the paper, but for what is used and not read: links, buttons, fields.
UNPRINTED = """() => [...document.querySelectorAll("body *")].filter(one =>
  !one.checkVisibility({opacityProperty: true, visibilityProperty: true})
  && !one.closest("nav, .skip, form, fieldset, button, select, [role=search], [role=toolbar], [hidden]")
  && !one.closest(".screen-only")
  && !one.closest("script, style, template, title, desc, defs, metadata")
  && one.textContent.trim()).map(one => one.outerHTML.slice(0, 120))"""

SCROLLED = """() => [...document.querySelectorAll("body *")].filter(one =>
  ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
).map(one => one.outerHTML.slice(0, 120))"""

A4 = {"width": 718, "height": 1047}
"""A sheet of A4 less a margin of 10 mm, in CSS pixels."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_no_page_is_wider_than_its_screen(kind: Kind, language: str, width: int, show: Open) -> None:
    """A page never scrolls sideways as a whole, and cuts nothing off; only a table may scroll within it."""
    page = show(page_of(kind, language), viewport={"width": width, "height": 900})
    assert page.evaluate(WIDER) == 0
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_long_words_do_not_widen_a_page(kind: Kind, language: str, show: Open) -> None:
    """That holds for ids and names without a single space in them, too."""
    page = show(page_of(kind, language, "dense"), viewport={"width": 360, "height": 900})
    assert page.evaluate(WIDER) == 0


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_paper_has_all_that_the_screen_has(kind: Kind, language: str, show: Open) -> None:
    """Printing hides nothing but what is used, and cuts nothing off at the edge of the sheet."""
    page = show(page_of(kind, language), viewport=A4)
    page.page.emulate_media(media="print")
    assert page.evaluate(UNPRINTED) == []
    if kind.contained:
        assert page.evaluate(WIDER) == 0
        assert page.evaluate(SCROLLED) == []
    assert page.page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_nothing_moves_where_less_motion_is_wished(kind: Kind, language: str, show: Open) -> None:
    """A page with reduced motion has no animation and no transition."""
    page = show(page_of(kind, language), reduced_motion="reduce")
    assert page.evaluate("() => document.getAnimations().length") == 0
    moving = "one => !/^(0s(, )?)+$/.test(getComputedStyle(one).transitionDuration)"
    assert page.evaluate(f"() => [...document.querySelectorAll('body *')].filter({moving}).length") == 0


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_pages_ask_nobody(kind: Kind, language: str, show: Open) -> None:
    """The page of an honest model has no request, no message and no breach of its own policy."""
    page = show(page_of(kind, language))
    page.page.wait_for_timeout(100)
    assert (page.requests, page.said) == ([], [])
