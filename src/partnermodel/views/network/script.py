"""The script of the page, which is in a file of its own beside this one, and the policy that lets it run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


@cache
def script() -> str:
    """Return the script that serves the keyboard, the search and the filters, without its comments."""
    text = files("partnermodel.views.network").joinpath("script.js").read_text(encoding="utf-8")
    lines = map(str.strip, text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def policy(style: str, script: str) -> str:
    """Return the content security policy of a page: this style and this script, and nothing else at all.

    Example:
        >>> policy("p{}", "").split(";")[0]
        "default-src 'none'"
    """
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
