"""The keyboard reaches whatever can be used, in order, and always shows where it is."""

from __future__ import annotations

import re

import pytest
from tests.browser.browsing import SCHEMES, focusable
from tests.browser.conftest import Open
from tests.browser.kinds import COMPLETE, CONTAINED, NAMES, PAGES, Kind, names
from tests.browser.pages import page_of


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG of a colour, as browsers write it: `rgb(0, 87, 164)`."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast of WCAG of two colours."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_tab_goes_through_everything_once(kind: Kind, language: str, show: Open) -> None:
    """Tab stops at each thing that can have the focus, in the order of the page, in view and outlined."""
    stops = focusable(show(page_of(kind, language)))
    places = [stop["place"] for stop in stops]
    assert places == list(range(len(places)))
    assert [stop["what"] for stop in stops if not (stop["visible"] and stop["outlined"])] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("kind", "language"), CONTAINED, ids=names(CONTAINED))
def test_the_outline_stands_out(kind: Kind, language: str, scheme: str, show: Open) -> None:
    """The outline of what has the focus has a contrast of 3 to 1 with the page, light or dark."""
    page = show(page_of(kind, language), color_scheme=scheme)
    for stop in focusable(page, at_most=20):
        assert contrast(stop["colour"], stop["ground"]) >= 3, stop["what"]


@pytest.mark.parametrize(("kind", "language"), COMPLETE, ids=names(COMPLETE))
def test_the_first_stop_skips_to_the_content(kind: Kind, language: str, show: Open) -> None:
    """The first Tab shows a link to the content, and Enter goes there, past the contents."""
    page = show(page_of(kind, language))
    page.page.keyboard.press("Tab")
    box = page.page.locator(":focus").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")
    page.page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('nav') === null")


def test_a_stop_that_cannot_be_seen_is_caught(show: Open) -> None:
    """A thing without an outline, or out of sight, is found."""
    style = "a{outline:none!important} .away{position:absolute;left:-999px}"
    page = show(f"<!DOCTYPE html><style>{style}</style><a href=#a>a</a><a class=away href=#b>b</a>")
    assert [(stop["visible"], stop["outlined"]) for stop in focusable(page)] == [
        (True, False),
        (False, False),
    ]
