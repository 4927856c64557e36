"""What is mended of the pages that Sphinx and its theme make."""

from __future__ import annotations

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Join in."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
