"""The site of the documentation, opened from its files: by eye, by ear, by keyboard, and without a network.

The tests look at what CONTRIBUTING.md says how to make. Where it is not made, they are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser import test_axe
from tests.browser.browsing import SCHEMES, Opened, opened
from tests.browser.conftest import absent
from tests.browser.test_axe import violations
from tests.docs.blocks import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

SITE = ROOT / "build" / "html"

KINDS = (
    "docs/index",
    "docs/gallery",
    "docs/omsk-report",
    "docs/api/index",
    "docs/api/projections",
    "docs/reference/figures",
    "docs/how-to/keep-a-register-in-git",
    "examples/omsk",
    "genindex",
    "search",
)
"""A page of each kind."""

NARROW = {"width": 360, "height": 800}

Visit = Callable[..., Opened]

axe = test_axe.axe
"""The fixture that has the script of axe-core."""


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return a function that opens a page of the site in a new, empty context."""
    if not SITE.exists():
        absent("the site is not made: CONTRIBUTING.md says how")
    contexts: list[BrowserContext] = []

    def open_one(name: str, **options: Any) -> Opened:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        return opened(contexts[-1], SITE / f"{name}.html")

    yield open_one
    for context in contexts:
        context.close()


def asked_of_others(page: Opened) -> list[str]:
    """Return what a page asked for that is no file of its own."""
    return [address for address in page.requests if not address.startswith(SITE.as_uri())]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing_on_the_site(name: str, scheme: str, visit: Visit, axe: str) -> None:
    """No kind of page has a violation, light or dark; none asks another host, or has a script that fails."""
    page = visit(name, color_scheme=scheme)
    assert asked_of_others(page) == []
    assert page.said == []
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_of_the_site_fits_a_telephone(name: str, visit: Visit, axe: str) -> None:
    """On a narrow screen a page does not scroll sideways, and has no violation either."""
    page = visit(name, viewport=NARROW)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
    assert violations(page, axe, colours=False) == []


def test_the_folder_of_the_site_leads_to_its_first_page(visit: Visit) -> None:
    """Who opens the site without naming a page comes to the first page of the documentation."""
    page = visit("index").page
    page.get_by_role("heading", name="partnermodel: documentation").wait_for()


def test_the_search_answers_without_a_server(visit: Visit) -> None:
    """A word that is typed and entered leads to the pages that have it, and no other host is asked."""
    page = visit("docs/index")
    page.page.get_by_role("textbox", name="Search").fill("isolates")
    page.page.keyboard.press("Enter")
    found = page.page.locator("#search-results")
    found.get_by_role("heading", name="Search Results").wait_for()
    found.get_by_role("link", name="The figures of a network").first.wait_for()
    assert asked_of_others(page) == []
    assert page.said == []


def test_a_menu_of_a_narrow_window_is_opened_and_closed_by_keys(visit: Visit) -> None:
    """A closed menu has no stop for the keyboard; Enter on its button opens it, and Escape leads back."""
    page = visit("docs/reference/figures", viewport=NARROW).page
    menu = page.get_by_role("complementary", name="All pages")
    button = page.get_by_role("button", name="All pages")
    assert menu.count() == 0
    for _ in range(4):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert menu.get_by_role("link", name="Glossary").is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert menu.count() == 0
    assert button.evaluate("button => button === document.activeElement")


def test_what_scrolls_sideways_can_be_reached(visit: Visit) -> None:
    """What is wider than a narrow window is a stop for the keyboard, and what fits is none."""
    page = visit("docs/gallery", viewport=NARROW)
    boxes = page.evaluate("""() => [...document.querySelectorAll("article pre, article .text_html")].map(
        box => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])""")
    assert {wide for wide, _ in boxes} == {True, False}
    assert all(wide == reached for wide, reached in boxes)
