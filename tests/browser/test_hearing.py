"""What a screen reader is given: landmarks, headings in order, named tables, and every name in the model."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from tests.browser.browsing import Opened, name, role
from tests.browser.conftest import Open
from tests.browser.kinds import KINDS, NAMES, PAGES, Kind
from tests.browser.pages import page_of

from partnermodel import PartnerModel

HEADINGS = (
    """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(one => Number(one.tagName[1]))"""
)
CAPTIONS = """() => [...document.querySelectorAll("table")].map(
  one => one.caption ? one.caption.innerText.trim() : "")"""
LANGUAGES = """() => [...document.querySelectorAll("[lang]")].map(one => one.lang)"""


def of_role(tree: list[dict[str, Any]], *roles: str) -> list[dict[str, Any]]:
    """Return the nodes of some roles."""
    return [node for node in tree if role(node) in roles]


def heard(tree: list[dict[str, Any]]) -> str:
    """Return all that is read out, as one text."""
    return " ".join(name(node) for node in of_role(tree, "StaticText"))


@pytest.fixture
def page(kind: Kind, language: str, show: Open) -> Opened:
    """Return the page of the example."""
    return show(page_of(kind, language))


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_there_is_one_main_and_the_whole_page_has_its_landmarks(kind: Kind, page: Opened) -> None:
    """A page has one main landmark; a page of its own has a head, a navigation and a foot besides."""
    found = Counter(role(node) for node in page.tree())
    assert found["main"] == 1
    if kind.contained:
        assert (found["banner"], found["navigation"] > 0, found["contentinfo"]) == (1, True, 1)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_headings_come_in_order(page: Opened) -> None:
    """There is one heading of the first level, at the head, no level is left out, and each says something."""
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    headings = of_role(page.tree(), "heading")
    assert len(headings) == len(levels)
    assert all(name(node).strip() for node in headings)


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_tables_are_called_by_their_captions(page: Opened) -> None:
    """Every table has a caption, which is what a screen reader calls it; no two are called alike."""
    captions = page.evaluate(CAPTIONS)
    tables = of_role(page.tree(), "table")
    assert all(captions)
    assert [" ".join(name(node).split()) for node in tables] == [" ".join(one.split()) for one in captions]


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_cells_have_heads(page: Opened) -> None:
    """Each table has heads of columns and of rows, and no style makes it anything but a table."""
    tree = page.tree()
    tables = len(of_role(tree, "table"))
    assert len(of_role(tree, "columnheader")) >= tables > 0
    assert len(of_role(tree, "rowheader")) >= tables


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_whatever_can_be_used_has_a_name(page: Opened) -> None:
    """Each link, button, field and region that has the keyboard says what it is."""
    focusable = [
        node
        for node in page.tree()
        if any(held["name"] == "focusable" and held["value"]["value"] for held in node.get("properties", ()))
    ]
    # The page itself and its main part can be given the focus, but are no stop of the keyboard.
    nameless = {role(node) for node in focusable if not name(node).strip()}
    assert nameless - {"RootWebArea", "main"} == set()


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_the_page_says_its_language(language: str, page: Opened) -> None:
    """The page is marked with the language of its own words, and other marks are language tags or none."""
    languages = page.evaluate(LANGUAGES)
    assert languages[0] == language
    assert [
        one for one in languages if not re.fullmatch(r"|[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?", one)
    ] == []


def test_the_report_names_every_organisation(show: Open, town: PartnerModel) -> None:
    """Each record of the model can be heard by its name, and each organisation is a heading."""
    tree = show(page_of(KINDS[0], "en")).tree()
    said = heard(tree)
    headings = {name(node) for node in of_role(tree, "heading")}
    assert [one.name for one in town.entities.values() if one.name not in said] == []
    assert [one.name for one in town.organisations.values() if one.name not in headings] == []
