"""Pages of each kind, made once: of an honest model, of a hostile one, and of one of plain words."""

from __future__ import annotations

from functools import cache

from examples.omsk import omsk
from tests.browser.hostile import hostile, meek
from tests.browser.kinds import Kind

MODELS = {"honest": cache(omsk), "hostile": cache(hostile), "meek": cache(meek)}


@cache
def page_of(kind: Kind, language: str, model: str = "honest") -> str:
    """Return the page of a kind in a language, of one of `MODELS`."""
    return kind.html(MODELS[model](), language)
