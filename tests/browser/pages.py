"""Pages of each kind, made once: of an honest model, of hostile ones, and of one of plain words."""

from __future__ import annotations

from functools import cache

from examples.omsk import omsk
from tests.browser.kinds import Kind
from tests.hostile import dense, hostile, meek

MODELS = {"honest": cache(omsk), "hostile": cache(hostile), "dense": cache(dense), "meek": cache(meek)}


@cache
def page_of(kind: Kind, language: str, model: str = "honest") -> str:
    """Return the page of a kind in a language, of one of `MODELS`."""
    return kind.html(MODELS[model](), language)
