"""The gallery is run while the site is made: its blocks of Python are cells, and show what they give.

In the Markdown of the page stands, under each block, what it prints in a terminal. The tests hold it to
that. On the site the real thing stands there instead: a table, a picture. A file that a block writes is put
beside the page, and a comment `<!-- on the site: … -->` holds what leads to it; elsewhere it is not there.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGE = "docs/gallery"
TOP = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n"
"""What makes of a page of Markdown one that is run."""

_BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)
_ON_SITE = re.compile(r"^<!-- on the site: (.*?) -->$", re.MULTILINE | re.DOTALL)


def folder(app: Sphinx) -> Path:
    """Return the folder in which the blocks run: it has the examples, and gets what they write."""
    return Path(app.doctreedir).parent / "gallery"


def as_notebook(text: str, place: Path) -> str:
    """Return a page with its blocks of Python as cells, after one that enters a folder and is not shown."""
    enter = f"```{{code-cell}} python\n:tags: [remove-cell]\n\nimport os\n\nos.chdir({str(place)!r})\n```\n\n"
    title, _, rest = text.partition("\n\n")
    cells = _BLOCK.sub(lambda block: f"```{{code-cell}} python\n{block[1]}```\n", rest)
    shown = _ON_SITE.sub(r"\1", cells)
    return f"{TOP}{title}\n\n{enter}{shown}"


def run_gallery(app: Sphinx, docname: str, source: list[str]) -> None:
    """Turn the gallery into a notebook."""
    if docname == PAGE:
        place = folder(app)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(Path(app.srcdir) / "examples", place / "examples")
        source[0] = as_notebook(source[0], place)


def keep_what_is_written(app: Sphinx, exception: Exception | None) -> None:
    """Put the files that the gallery has written beside its page."""
    if exception is None and folder(app).exists():
        for path in sorted(folder(app).glob("*.*")):
            shutil.copy(path, Path(app.outdir) / "docs" / path.name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Join in where Sphinx reads a page, and at the end."""
    app.connect("source-read", run_gallery)
    app.connect("build-finished", keep_what_is_written)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
