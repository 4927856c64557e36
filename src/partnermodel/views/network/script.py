"""The script of the page, which is in a file of its own beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def script() -> str:
    """Return the script that serves the keyboard, the search and the filters, without its comments."""
    text = files("partnermodel.views.network").joinpath("script.js").read_text(encoding="utf-8")
    lines = map(str.strip, text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
