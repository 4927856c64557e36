"""The documentation does what it says: every block runs, every link leads somewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.docs.blocks import FENCE, PAGES, ROOT, Page, languages, name_of

RUN = {"python", "text", "console", "json", "sh"}

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
NEEDS = re.compile(r"^<!-- needs: (\w+) -->$", re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def prose(page: Path) -> str:
    """Return a page without its code blocks and without code in its lines."""
    text = page.read_text(encoding="utf-8")
    fences = [found.span() for found in FENCE.finditer(text)]
    for begin, end in reversed(list(zip(fences[::2], fences[1::2], strict=True))):
        text = text[: begin[0]] + text[end[1] :]
    return text


def headings(page: Path) -> list[tuple[int, str]]:
    """Return the level and the text of each heading of a page."""
    return [(len(found[1]), found[2]) for found in HEADING.finditer(prose(page))]


def anchors(page: Path) -> set[str]:
    """Return what a link can point at within a page, as GitHub makes it of the headings."""
    found: dict[str, int] = {}
    made = set()
    for _, heading in headings(page):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        slug = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        made.add(f"{slug}-{found[slug]}" if slug in found else slug)
        found[slug] = found.get(slug, 0) + 1
    return made


def links(page: Path) -> list[str]:
    """Return the targets of the links of a page."""
    return LINK.findall(re.sub(r"`[^`\n]*`", "", prose(page)))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_block_does_what_the_page_says(path: Path, tmp_path: Path) -> None:
    """Each block of a page runs, in order, and prints exactly what the page shows.

    A page may need a package that the tests do without; it is run where that is installed.
    """
    for package in NEEDS.findall(path.read_text(encoding="utf-8")):
        pytest.importorskip(package)
    Page(path, tmp_path).run()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_no_block_goes_unrun(path: Path, tmp_path: Path) -> None:
    """Each block is in a language that is run, and none is lost between the page and the runner."""
    assert set(languages(path)) <= RUN
    regions = {region.start: region for _, region in Page(path, tmp_path).document.regions}
    blocks = {text.start() for text in list(FENCE.finditer(path.read_text(encoding="utf-8")))[::2]}
    assert len(regions) >= len(blocks)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    """A link within the project names a file that is there, and a heading that is in it."""
    for link in links(path):
        if link.startswith("https://"):
            continue
        target, _, anchor = link.partition("#")
        page = (path.parent / target).resolve() if target else path
        assert page.is_relative_to(ROOT), link
        assert page.exists(), link
        if anchor:
            assert anchor in anchors(page), link


def test_every_page_can_be_reached() -> None:
    """Following links from the first page of the documentation leads to each other page and notebook."""
    first = ROOT / "docs" / "index.md"
    seen = {first}
    waiting = [first]
    while waiting:
        page = waiting.pop()
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix in {".md", ".rst", ".ipynb"} and target not in seen and target.exists():
                seen.add(target)
                if target.suffix == ".md":
                    waiting.append(target)
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert seen >= pages | {*(ROOT / "examples").glob("*.ipynb")}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_can_be_walked_by_its_headings(path: Path) -> None:
    """A page has one title, which comes first, and no level is passed over on the way down."""
    levels = [level for level, _ in headings(path)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert prose(path).lstrip().startswith("# ")


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_nothing_is_shown_only_as_a_picture(path: Path) -> None:
    """A picture has a text that says what it shows."""
    assert not re.search(r"!\[\s*\]\(|<img(?![^>]*\balt=\"[^\"]+\")", prose(path))
