"""axe-core, the checker of accessibility that browsers' own tools use, finds nothing on any kind of page."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.browser.browsing import Opened
from tests.browser.conftest import Open, absent
from tests.browser.kinds import CONTAINED, NAMES, PAGES, Kind, names
from tests.browser.pages import page_of

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""All that WCAG 2.2 asks for at the levels A and AA, and what axe calls best practice."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that look at colours, which take most of the time."""


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the script of axe-core, which its package carries: nothing is fetched."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        absent("axe-core is not installed: it comes with the extra browser")
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(
    page: Opened, axe: str, *, colours: bool | None = None, undecided: tuple[str, ...] | None = None
) -> list[str]:
    """Return what axe-core finds or cannot decide, each with the first elements that it is about.

    Args:
        page: The page.
        axe: The script.
        colours: Whether only the rules on colours are asked for, or only the others; None for all.
        undecided: The rules that need not decide, where all others must; None if none must.
    """
    page.evaluate(axe)
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    if colours is True:
        options["runOnly"] = {"type": "rule", "values": COLOURS}
    elif colours is False:
        options["rules"] = {rule: {"enabled": False} for rule in COLOURS}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert found["passes"]
    doubtful = [one for one in found["incomplete"] if undecided is not None and one["id"] not in undecided]
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in (*found["violations"], *doubtful)
    ]


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_axe_finds_nothing(kind: Kind, language: str, show: Open, axe: str) -> None:
    """No kind of page has a violation in any language."""
    assert violations(show(page_of(kind, language)), axe, undecided=kind.undecided) == []


@pytest.mark.parametrize(("kind", "language"), CONTAINED, ids=names(CONTAINED))
def test_axe_finds_nothing_in_the_dark(kind: Kind, language: str, show: Open, axe: str) -> None:
    """The colours of the dark, which are all that it changes, have the contrast that those of the light have.

    What is only a piece of somebody else's page has no colours of its own.
    """
    page = show(page_of(kind, language), color_scheme="dark")
    assert page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    assert violations(page, axe, colours=True, undecided=kind.undecided) == []


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_axe_finds_nothing_on_a_telephone(kind: Kind, language: str, show: Open, axe: str) -> None:
    """On a narrow screen, with less motion and with colours of somebody else's, nothing is wrong either."""
    page = show(
        page_of(kind, language),
        viewport={"width": 360, "height": 800},
        reduced_motion="reduce",
        forced_colors="active",
    )
    assert violations(page, axe, colours=False, undecided=kind.undecided) == []


@pytest.mark.parametrize(
    ("breach", "rule"),
    [
        ("<p style='color:#999;background:#fff'>faint</p>", "color-contrast"),
        ("<img src='data:,'>", "image-alt"),
        ("<div role=region tabindex=0 aria-label=''><p>x</p></div><button></button>", "button-name"),
        ("<h4>deep</h4>", "heading-order"),
    ],
)
def test_a_page_with_a_breach_is_caught(breach: str, rule: str, show: Open, axe: str) -> None:
    """What a page does wrong is found, so that nothing found means something."""
    page = f'<!DOCTYPE html><html lang="en"><title>x</title><main><h1>x</h1>{breach}</main></html>'
    assert any(one.startswith(f"{rule}:") for one in violations(show(page), axe))
