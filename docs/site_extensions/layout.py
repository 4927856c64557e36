"""What is mended of the pages that Sphinx and its theme make, most of it for those who listen.

Each mend names what it looks for as it is made today; the tests of the site see when a theme has changed.
What is mended for the keyboard is in the folder `static`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MENDS = (
    # A heading without a level is none.
    ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">'),
    # Two landmarks of one kind need names to be told apart.
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="All pages">'),
    ('<aside class="toc-drawer">', '<aside class="toc-drawer" aria-label="On this page">'),
    ('<aside class="toc-drawer no-toc">', '<aside class="toc-drawer no-toc" aria-label="On this page">'),
    # The parameters of a signature are laid out as a list of definitions that defines nothing.
    ('<dl>\n<dd><em class="sig-param">', '<dl role="presentation">\n<dd><em class="sig-param">'),
    # What a docstring calls attributes.
    ('Variables<span class="colon">', 'Attributes<span class="colon">'),
    # The page of the search has no heading, and says nothing of its results to who does not see them.
    ('<div id="search-results"></div>', '<h1>Search</h1>\n<div id="search-results" role="status"></div>'),
)

ENTRANCE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={first}">
<title>partnermodel: to the documentation</title>
</head>
<body>
<main>
<h1>partnermodel</h1>
<p><a href="{first}">The documentation</a></p>
</main>
</body>
</html>
"""


def mend(text: str) -> str:
    """Return a page with every mend made; a page that is mended stays as it is."""
    for old, new in MENDS:
        if new not in text:
            text = text.replace(old, new)
    return text


def mend_pages(app: Sphinx, exception: Exception | None) -> None:
    """Mend each page that is made, and put a page before them that leads to the first."""
    if exception is not None or app.builder.name != "html":
        return
    place = Path(app.outdir)
    for docname in [*app.env.found_docs, "genindex", "search"]:
        path = place / f"{docname}.html"
        text = path.read_text(encoding="utf-8")
        path.write_text(mend(text), encoding="utf-8")
    (place / "index.html").write_text(ENTRANCE.format(first=f"{app.config.root_doc}.html"), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Join in when all is made."""
    app.connect("build-finished", mend_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
