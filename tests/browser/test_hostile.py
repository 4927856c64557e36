"""Whatever a file holds, a page of it runs nothing, asks nobody, and is built like a page of plain words."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from tests.browser.conftest import Open
from tests.browser.kinds import NAMES, PAGES, Kind
from tests.browser.pages import page_of
from tests.hostile import LABELS, REFUSED, attacked, filled, text_fields

from partnermodel import InvalidRecordError

SENTINEL = "window.calls = []; window.pwned = name => { window.calls.push(String(name)); };"

# All that a person could do by accident to whatever is there.
TOUCH = """() => {
  const all = [...document.querySelectorAll("body *")];
  for (const one of all) {
    for (const name of ["mouseover", "focus", "click"]) one.dispatchEvent(new Event(name, {bubbles: false}));
  }
  return {
    calls: window.calls,
    listeners: all.filter(one => [...one.attributes].some(held => /^on/i.test(held.name))).length,
    schemes: [...new Set(all.flatMap(one => ["href", "src", "action", "formaction", "xlink:href"]
      .map(name => [name, one.getAttribute(name)])
      .filter(([name, held]) => held && !(name === "src" && held.startsWith("data:image/")))
      .map(([, held]) => held.startsWith("#") ? "#" : held.split(":")[0])))],
    text: document.body.textContent,
    hidden: getComputedStyle(document.body).display === "none",
  };
}"""


class Written(HTMLParser):
    """The elements of a page, each with the names of its attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[tuple[str, ...]] = set()
        self.pieces: list[str] = []
        self.feed(source)
        self.close()
        self.text = "".join(self.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.add((tag, *(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment as if it were an element."""
        self.elements.add(("!--",))


@pytest.mark.parametrize("bypass", [False, True], ids=["as it is", "without its policy"])
@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_nothing_runs_and_nobody_is_asked(kind: Kind, language: str, bypass: bool, show: Open) -> None:
    """No label in any field runs, loads, opens or hides anything, nor does it breach the policy of the page.

    The page keeps so even in a browser that does not heed the policy: what holds it is the escaping.
    """
    page = show(page_of(kind, language, "hostile"), bypass_csp=bypass, init=SENTINEL)
    seen = page.evaluate(TOUCH)
    page.page.wait_for_timeout(100)
    assert page.evaluate("() => window.calls") == seen["calls"] == []
    assert page.said == []
    assert page.requests == []
    assert seen["listeners"] == 0
    assert set(seen["schemes"]) <= {"#"}
    assert not seen["hidden"]


@pytest.mark.parametrize(("kind", "language"), PAGES, ids=NAMES)
def test_a_page_is_built_of_what_a_page_of_plain_words_is_built_of(kind: Kind, language: str) -> None:
    """No label brings an element, an attribute or a comment of its own; each is a text, letter by letter."""
    hostile, meek = (Written(page_of(kind, language, model)) for model in ("hostile", "meek"))
    assert hostile.elements <= meek.elements
    if kind.complete:
        assert [label for label in LABELS.values() if label not in hostile.text] == []


@pytest.mark.parametrize(
    "breach",
    [
        "<img src=x onerror=\"pwned('image')\">",
        "<script>pwned('script')</script>",
        "<a href=\"javascript:pwned('link')\">x</a>",
        "<link rel=stylesheet href=https://example.org/a.css>",
        "<p style='background:url(https://example.org/a.png)'>x</p>",
        "<script>console.log(1)</script>",
        "<script>alert(1)</script>",
    ],
)
def test_a_page_that_is_not_safe_is_caught(breach: str, show: Open) -> None:
    """What the tests above look for is found in a page that has it."""
    page = show(f"<!DOCTYPE html><title>x</title><body>{breach}</body>", init=SENTINEL)
    seen = page.evaluate(TOUCH)
    page.page.wait_for_timeout(100)
    assert page.said or page.requests or page.evaluate("() => window.calls") or seen["schemes"]


@pytest.mark.parametrize("piece", REFUSED, ids=ascii)
def test_what_acts_on_a_terminal_is_in_no_field(piece: str) -> None:
    """Control characters, escapes and overrides of direction are refused in every text of every record."""
    assert _taken(piece) == set()


def test_what_is_harmless_is_taken() -> None:
    """The way in which the test above asks is a way in which a field of free text takes what is good."""
    assert _taken("ё") >= {"Organisation.name", "Term.labels", "Citation.locator", "Relation.description"}


def _taken(piece: str) -> set[str]:
    """Return the fields that take a piece of text somewhere."""
    return {
        f"{cls.__name__}.{name}"
        for cls, name in text_fields()
        for build in attacked(_instance(cls), name, piece)
        if _is_taken(build)
    }


def _instance(cls: type) -> Any:
    given = {"document": "source"} if cls.__name__ == "Citation" else {}
    return filled(cls, "Plain words", 0, **given)


def _is_taken(build: Any) -> bool:
    try:
        build()
    except InvalidRecordError:
        return False
    return True
