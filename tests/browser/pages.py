"""Pages of each kind, made once: of an honest model, of hostile and plain ones, and of larger ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from examples.omsk import omsk
from examples.region import region
from tests.browser.kinds import Kind
from tests.hostile import dense, hostile, meek

from partnermodel import PartnerModel


def sized(count: int) -> PartnerModel:
    """Return a part of the generated region with so many organisations, its first, and what ties them."""
    whole = region()
    kept = list(whole.organisations)[:count]
    return whole.without(*(id for id in whole.organisations if id not in kept))


MODELS: dict[str, Callable[[], PartnerModel]] = {
    "honest": cache(omsk),
    "hostile": cache(hostile),
    "dense": cache(dense),
    "meek": cache(meek),
    "25": cache(partial(sized, 25)),
    "300": cache(region),
}
"""The models of which pages are made; the last two are for the eye."""


@cache
def page_of(kind: Kind, language: str, model: str = "honest") -> str:
    """Return the page of a kind in a language, of one of `MODELS`."""
    return kind.html(MODELS[model](), language)
