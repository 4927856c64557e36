"""What a screen reader is given: landmarks, headings in order, named tables, and every name in the model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.browser.browsing import name, opened, role
from tests.browser.kinds import COMPLETE, NAMES, PAGES, Kind, names
from tests.browser.pages import page_of

from partnermodel import PartnerModel

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HEADINGS = (
    """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(one => Number(one.tagName[1]))"""
)
CAPTIONS = """() => [...document.querySelectorAll("table")].map(
  one => one.caption ? one.caption.innerText.trim() : "")"""
LANGUAGES = """() => [...document.querySelectorAll("[lang]")].map(one => one.getAttribute("lang"))"""


def of_role(tree: list[dict[str, Any]], *roles: str) -> list[dict[str, Any]]:
    """Return the nodes of some roles."""
    return [node for node in tree if role(node) in roles]


def heard(tree: list[dict[str, Any]]) -> str:
    """Return all that is read out, as one text."""
    return " ".join(name(node) for node in of_role(tree, "StaticText"))


@attrs.frozen
class Heard:
    """What a screen reader is given of a page, and what it is made of.

    Attributes:
        tree: The nodes of the accessibility tree.
        levels: The level of each heading, in the order of the page.
        captions: The caption of each table.
        languages: Each mark of a language.
    """

    tree: list[dict[str, Any]]
    levels: list[int]
    captions: list[str]
    languages: list[str]


@pytest.fixture(scope="module")
def hear(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind, str], Heard]:
    """Return a function that opens the page of the example, each once, and says what can be heard of it."""

    @cache
    def one(kind: Kind, language: str) -> Heard:
        path = tmp_path_factory.mktemp("heard") / "page.html"
        path.write_text(page_of(kind, language), encoding="utf-8")
        with browser.new_context() as context:
            page = opened(context, path)
            return Heard(page.tree(), *map(page.evaluate, (HEADINGS, CAPTIONS, LANGUAGES)))

    return one


@pytest.fixture
def page(kind: Kind, language: str, hear: Callable[[Kind, str], Heard]) -> Heard:
    """Return what can be heard of the page."""
    return hear(kind, language)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_a_page_has_its_landmarks(kind: Kind, page: Heard) -> None:
    """A page has one main landmark; one that tells all has a head, a navigation and a foot besides."""
    found = Counter(role(node) for node in page.tree)
    assert found["main"] == 1
    if kind.complete:
        assert (found["banner"], found["navigation"] > 0, found["contentinfo"]) == (1, True, 1)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_headings_come_in_order(page: Heard) -> None:
    """There is one heading of the first level, at the head, no level is left out, and each says something."""
    levels = page.levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    headings = of_role(page.tree, "heading")
    assert len(headings) == len(levels)
    assert all(name(node).strip() for node in headings)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_tables_are_called_by_their_captions(page: Heard) -> None:
    """Every table has a caption, which is what a screen reader calls it."""
    captions = page.captions
    tables = of_role(page.tree, "table")
    assert all(captions)
    # The tree is told level by level, and not in the order of the page.
    assert sorted(" ".join(name(node).split()) for node in tables) == sorted(
        " ".join(one.split()) for one in captions
    )


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_cells_have_heads(page: Heard) -> None:
    """Each table has heads of columns and of rows, and no style makes it anything but a table."""
    tree = page.tree
    tables = len(of_role(tree, "table"))
    assert len(of_role(tree, "columnheader")) >= tables > 0
    assert len(of_role(tree, "rowheader")) >= tables


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_whatever_can_be_used_has_a_name(page: Heard) -> None:
    """Each link, button, field and region that has the keyboard says what it is."""
    focusable = [
        node
        for node in page.tree
        if any(held["name"] == "focusable" and held["value"]["value"] for held in node.get("properties", ()))
    ]
    # The page itself and its main part can be given the focus, but are no stop of the keyboard.
    nameless = {role(node) for node in focusable if not name(node).strip()}
    assert nameless - {"RootWebArea", "main"} == set()


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_the_page_says_its_language(language: str, page: Heard) -> None:
    """The page is marked with the language of its own words, and other marks are language tags or none."""
    languages = page.languages
    assert languages[0] == language
    assert [
        one for one in languages if not re.fullmatch(r"|[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?", one)
    ] == []


@pytest.mark.parametrize(("kind", "language"), COMPLETE, ids=names(COMPLETE))
def test_every_name_can_be_heard(language: str, page: Heard, town: PartnerModel) -> None:
    """On a page that tells all, each entity is heard by its name in the language of the page."""
    said = heard(page.tree)
    assert [one.id for one in town.entities.values() if one.name_in(language) not in said] == []
