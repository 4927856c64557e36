"""The contents of the site: what the first page lists, under the headings under which it lists it.

So the pages stay plain Markdown, and the list of pages is kept in one place.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FIRST_PAGE = "docs/index"
HIDDEN = {"Where to begin", "How these pages are written"}
"""The sections of the first page that list no pages of their own."""

_SECTION = re.compile(r"^## (.+)\n((?:(?!## ).*\n?)*)", re.MULTILINE)
_ITEM_LINK = re.compile(r"\]\(([^)#:]+\.(?:md|rst|ipynb))(?:#[^)]*)?\)")


def contents(text: str) -> str:
    """Return a page of lists of links as the tables of contents that Sphinx knows, one for each section."""
    made = []
    for heading, body in _SECTION.findall(text):
        if heading in HIDDEN:
            continue
        links = dict.fromkeys(_ITEM_LINK.findall(body))
        pages = [
            "/" + posixpath.splitext(posixpath.normpath(posixpath.join("docs", one)))[0] for one in links
        ]
        if pages:
            made.append("\n".join(["```{toctree}", ":hidden:", f":caption: {heading}", "", *pages, "```"]))
    return "\n\n".join(made)


def add_contents(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the tables of contents at the end of the first page."""
    if docname == FIRST_PAGE:
        source[0] += "\n" + contents(source[0]) + "\n"


def setup(app: Sphinx) -> dict[str, bool]:
    """Join in where Sphinx reads a page."""
    app.connect("source-read", add_contents)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
