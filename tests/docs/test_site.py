"""The site, as it is made: it asks no other host, every link leads somewhere, and it can be used by ear.

These tests look at what CONTRIBUTING.md says how to make. Where it is not made, they are skipped.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest
from tests.docs.blocks import PAGES, ROOT

import partnermodel

SITE = ROOT / "build" / "html"
MADE = sorted(SITE.rglob("*.html"))

pytestmark = pytest.mark.skipif(not MADE, reason="the site is not made")

LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "href", "xlink:href", "background"}
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
STYLE_LOADS = re.compile(r"""@import\s+["']?([^"';)]+)|url\(\s*["']?([^"')]+)""")
SPACES = {
    "layouts": partnermodel.layouts,
    "measures": partnermodel.measures,
    "projections": partnermodel.projections,
}


@attrs.frozen
class Tag:
    """A tag that opens, and what stands in it."""

    name: str
    attributes: dict[str, str]


@attrs.define
class Reader(HTMLParser):
    """What a page has: its tags, its title, and what its styles say."""

    tags: list[Tag] = attrs.field(factory=list)
    title: str = ""
    style: str = ""
    script: str = ""
    _open: str = ""

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag, as far as text is concerned."""
        self._open = ""

    def handle_data(self, data: str) -> None:
        """Keep the text of the title, of styles and of scripts."""
        if self._open in {"style", "script"} or (self._open == "title" and not self.title):
            setattr(self, self._open, getattr(self, self._open) + data)


@cache
def read(path: Path) -> Reader:
    """Return what a page has."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


@cache
def ids(path: Path) -> frozenset[str]:
    """Return what a link can point at within a page."""
    return frozenset(tag.attributes["id"] for tag in read(path).tags if "id" in tag.attributes)


def name_of(path: Path) -> str:
    """Return what a page of the site is called in a message."""
    return path.relative_to(SITE).as_posix()


def elsewhere(path: Path) -> list[str]:
    """Return what a page would load from another host: all but what its reader may follow."""
    reader = read(path)
    loaded = [
        value
        for tag in reader.tags
        for name, value in tag.attributes.items()
        if name in LOADS and not (tag.name in {"a", "area"} and name == "href")
    ]
    styles = [reader.style, *(tag.attributes.get("style", "") for tag in reader.tags)]
    loaded += [one or other for style in styles for one, other in STYLE_LOADS.findall(style)]
    return [value for value in loaded if ELSEWHERE.match(value)]


@pytest.mark.parametrize("path", MADE, ids=name_of)
def test_a_page_loads_nothing_from_another_host(path: Path) -> None:
    """No script, style, picture, font or form of a page is another host's."""
    assert elsewhere(path) == []
    assert not re.search(r"""["'`](?:https?:)?//""", read(path).script)


def test_styles_and_scripts_load_nothing_from_another_host() -> None:
    """No file that the pages use takes anything from elsewhere."""
    files = [path for path in SITE.rglob("*") if path.suffix in {".css", ".js", ".svg"}]
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".css":
            loaded = [one or other for one, other in STYLE_LOADS.findall(text)]
            assert not [one for one in loaded if ELSEWHERE.match(one)], path
        elif path.name != "searchindex.js":
            strings = re.findall(r"""["'`]((?:https?:)?//[\w.][^"'`]*)""", text)
            assert not [one for one in strings if not one.startswith("http://www.w3.org/")], path


@pytest.mark.parametrize("path", MADE, ids=name_of)
def test_a_page_says_its_language_its_title_and_its_heading(path: Path) -> None:
    """A page has a language and a title of its own, and one heading of the first level."""
    reader = read(path)
    (language,) = [tag.attributes.get("lang") for tag in reader.tags if tag.name == "html"]
    assert language in {"en", "ru"}
    assert reader.title.strip()
    assert sum(tag.name == "h1" for tag in reader.tags) == 1


def test_no_two_pages_have_the_same_title() -> None:
    """A title tells pages apart; the page that leads to the first has the name of the whole."""
    titles = Counter(" ".join(read(path).title.split()) for path in MADE)
    assert not [title for title, times in titles.items() if times > 1]


@pytest.mark.parametrize("path", MADE, ids=name_of)
def test_a_page_can_be_used_by_ear(path: Path) -> None:
    """Headings by role have levels, landmarks of one kind have names, ids are unique, pictures have texts."""
    tags = read(path).tags
    assert all("aria-level" in tag.attributes for tag in tags if tag.attributes.get("role") == "heading")
    for landmark in ("aside", "nav"):
        names = [tag.attributes.get("aria-label") for tag in tags if tag.name == landmark]
        assert len(names) <= 1 or (len(set(names)) == len(names) and None not in names), landmark
    held = Counter(tag.attributes["id"] for tag in tags if "id" in tag.attributes)
    assert not [id for id, times in held.items() if times > 1]
    assert all(tag.attributes.get("alt") for tag in tags if tag.name == "img")


@pytest.mark.parametrize("path", MADE, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    """Whatever a page links to on the site, and loads, is there; so is the place in it."""
    for tag in read(path).tags:
        for name in LOADS & set(tag.attributes):
            value = tag.attributes[name]
            if re.match(r"[a-z]+:", value) or (tag.name, name) == ("meta", "data"):
                continue
            target, _, anchor = value.partition("#")
            file = (path.parent / unquote(target.partition("?")[0])).resolve() if target else path
            assert file.is_file(), value
            if anchor and file.suffix == ".html":
                assert unquote(anchor) in ids(file), value


def test_every_page_of_the_documentation_is_on_the_site() -> None:
    """Each page of Markdown and each notebook is a page of the site."""
    sources = [*PAGES, *(ROOT / "examples").glob("*.ipynb"), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
    assert {path.relative_to(ROOT).with_suffix(".html") for path in sources} <= {
        path.relative_to(SITE) for path in MADE
    }


def test_the_reference_has_every_public_name_and_no_other() -> None:
    """Each public name is documented once, and nothing that is private is."""
    public = {f"partnermodel.{name}" for name in partnermodel.__all__ if name not in {"__version__", *SPACES}}
    public |= {f"partnermodel.{space}.{name}" for space, module in SPACES.items() for name in module.__all__}
    pages = (SITE / "docs" / "api").glob("*.html")
    told = Counter(id for path in pages for id in ids(path) if id.startswith("partnermodel."))
    assert set(told) >= public
    assert not [id for id in told if re.search(r"\._", id)]
    outer = {id for id in told if not any(id.startswith(f"{name}.") for name in public)}
    assert outer == public
    assert set(told.values()) == {1}


def test_the_search_works_without_a_server() -> None:
    """The page of the search has its index as a script, and the index has each page and the words in it."""
    sources = [tag.attributes.get("src", "") for tag in read(SITE / "search.html").tags]
    assert "searchindex.js" in [source.partition("?")[0] for source in sources]
    text = (SITE / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    assert {"docs/gallery", "examples/omsk", "docs/reference/figures"} <= set(index["docnames"])
    # Words are kept by their stems. A word that one page has is kept with a number, others with a list.
    places = index["terms"]["isol"]
    assert isinstance(places, list)
    assert index["docnames"].index("docs/reference/figures") in places


def test_the_gallery_shows_answers_as_they_are() -> None:
    """Under the blocks of the gallery stand tables, and the text of a terminal stands there no more."""
    text = (SITE / "docs" / "gallery.html").read_text(encoding="utf-8")
    assert len(re.findall(r'<div class="output text_html">(?:<div [^>]*>)?<table><caption>', text)) >= 4
    assert "highlight-text" not in text
    assert "os.chdir" not in text


def test_nothing_of_a_machine_is_on_the_site() -> None:
    """No page names a folder of the machine that made the site."""
    for path in MADE:
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path
