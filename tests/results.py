"""A result of every class of the library, for the tests of what all results have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from tests.browser.answers import ANSWERS, somewhere

import partnermodel as pm
from partnermodel.model.display import Display
from partnermodel.queries.answers import Listing, Sheeted
from partnermodel.values.table import Shown

DRAWN: dict[str, Callable[[pm.PartnerModel], Any]] = {
    "draw": pm.draw,
    "draw_coverage": lambda model: pm.draw_coverage(pm.coverage(model)),
    "draw_map": lambda model: pm.draw_map(model, somewhere(model)),
    "draw_timeline": pm.draw_timeline,
}
"""A picture by each function that draws."""

MEASURED: tuple[Callable[[pm.PartnerModel], Any], ...] = (
    lambda model: pm.measures.krackhardt(pm.to_networkx(model)),
    lambda model: pm.measures.distances(pm.to_networkx(model)),
    pm.coverage,
    lambda model: pm.draw(pm.organisation_network(model)),
    lambda model: pm.draw_timeline(model, types="relation"),
)
"""What is no answer about a model in a notebook, or another case of one that is."""


def results(model: pm.PartnerModel) -> Iterator[tuple[str, Shown]]:
    """Yield a result of every class, as far as a model has one to give, and the function that draws it."""
    for name, make in DRAWN.items():
        yield name, make(model)
    for make in (*MEASURED, *ANSWERS):
        with suppress(pm.UnknownTermError):  # a model may name a scale that is none
            found = make(model)
            if isinstance(found, Shown) and not isinstance(found, pm.Picture):
                yield "", found


def classes(base: type[Any] = Shown) -> Iterator[str]:
    """Yield the name of every class of the library that shows itself."""
    for cls in base.__subclasses__():
        yield from classes(cls)
        if cls.__module__.startswith("partnermodel.") and cls not in (Listing, Sheeted, Display):
            yield cls.__name__
