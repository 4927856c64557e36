"""What the site is made of, tested without making it: its contents, its gallery, and what is mended."""

from __future__ import annotations

import re
from pathlib import Path

from docs.site_extensions.contents import contents
from docs.site_extensions.gallery import as_notebook
from docs.site_extensions.layout import MENDS, mend
from tests.docs.blocks import PAGES, ROOT

GALLERY = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")


def listed() -> list[str]:
    """Return the pages in the contents of the site, in their order."""
    made = contents((ROOT / "docs" / "index.md").read_text(encoding="utf-8"))
    return re.findall(r"^/(.+)$", made, re.MULTILINE)


def test_the_contents_of_the_site_have_every_page_once() -> None:
    """What the first page lists is what there is: each page and notebook, and no page twice."""
    sources = [*PAGES, *(ROOT / "examples").glob("*.ipynb"), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
    pages = {path.relative_to(ROOT).with_suffix("").as_posix() for path in sources}
    assert sorted(listed()) == sorted(pages - {"docs/index"} | {"docs/api/index"})


def test_the_contents_stand_under_the_headings_of_the_first_page() -> None:
    """A section that lists pages is a part of the contents; one that only talks of pages is none."""
    guides = ["- [B](b.md#c), and", "  [D](../d.md#e)", "- [B](b.md)"]
    lists = "\n".join(["## Where to begin", "", "- [A](a.md)", "", "## Guides", "", *guides, ""])
    assert contents(lists) == "```{toctree}\n:hidden:\n:caption: Guides\n\n/docs/b\n/d\n```"


def test_each_block_of_the_gallery_is_a_cell_and_its_text_is_gone() -> None:
    """The gallery as it is run has the blocks of the page, in order, and none of their text."""
    made = as_notebook(GALLERY, Path("/gallery"))
    blocks = re.findall(r"^```python\n(.*?)^```$", GALLERY, re.MULTILINE | re.DOTALL)
    hidden, *cells = re.findall(r"^```\{code-cell\} python\n(.*?)^```$", made, re.MULTILINE | re.DOTALL)
    assert cells == blocks
    assert "remove-cell" in hidden
    assert "```text" not in made
    assert "```text" in GALLERY


def test_what_only_the_site_has_is_not_seen_elsewhere() -> None:
    """What stands in a comment for the site is shown there."""
    made = as_notebook("# G\n\n<!-- on the site: <p>x</p> -->\n\n<!-- not -->\n", Path("/gallery"))
    assert made.endswith("\n<p>x</p>\n\n<!-- not -->\n")


def test_a_page_that_is_mended_stays_as_it_is() -> None:
    """Each mend is made wherever it is needed, and once."""
    page = "\n".join(old for old, _ in MENDS) * 2
    mended = mend(page)
    assert all(mended.count(new) == 2 for _, new in MENDS)
    assert mend(mended) == mended
