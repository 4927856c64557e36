"""Every result that shows itself in a notebook, made of one model: what the page of answers holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from tests.formats.tables.reading.tables import account_of

import partnermodel as pm
from partnermodel.values.table import Shown, Table


class Seen(Protocol):
    """What a notebook shows as HTML."""

    def _repr_html_(self) -> str: ...


def _emptied(model: pm.PartnerModel) -> pm.PartnerModel:
    return pm.PartnerModel(model.name, vocabulary=model.vocabulary, language=model.language)


def _first(model: pm.PartnerModel, place: int = 0) -> str:
    return list(model.organisations)[place]


def _scheme(model: pm.PartnerModel) -> str:
    levels = (relation.level for relation in model.relations.values() if relation.level)
    return next((level.scheme for level in levels), "levels-of-collaboration-scale")


def _everywhere(model: pm.PartnerModel) -> pm.Expectation:
    return pm.expectation(model, reason="Every group is served everywhere.")


def somewhere(model: pm.PartnerModel) -> dict[str, Any]:
    """Return shapes of the places of a model, a degree apart."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": place.name},
            "geometry": {"type": "Point", "coordinates": [70 + number, 55]},
        }
        for number, place in enumerate(model.places.values())
    ]
    return {"type": "FeatureCollection", "features": features}


ANSWERS: tuple[Callable[[pm.PartnerModel], Seen], ...] = (
    lambda model: model,
    account_of,
    lambda model: pm.merge(model, pm.PartnerModel("Another")),
    lambda model: pm.merge(model, pm.PartnerModel("Another")).conflicts,
    lambda model: pm.suggest_mapping(pm.node_table(model)),
    lambda model: pm.relations_between(model, _first(model), _first(model, 1)),
    pm.brokers,
    lambda model: pm.check(model, as_of="2026-11-24"),
    lambda model: pm.collaboration_levels(model, scheme=_scheme(model)),
    lambda model: pm.compare(_emptied(model), model),
    lambda model: pm.compare_networks(_emptied(model), model),
    lambda model: pm.coverage(model, by=("group", "place", "kind"), counts=None),
    lambda model: pm.coverage(model).gaps,
    pm.describe,
    lambda model: pm.describe(model, language="ru"),
    lambda model: pm.durations(model, counts=None),
    lambda model: pm.find_duplicates(model, type=("organisation", "centre"), threshold=0),
    _everywhere,
    pm.figures,
    pm.find,
    pm.governance_form,
    pm.intensity,
    lambda model: pm.loss_of(model, _first(model)),
    pm.losses_in_order,
    lambda model: pm.neighbourhood(model, _first(model)),
    lambda model: pm.partners(model, _first(model)),
    pm.ratings,
    pm.recommend,
    pm.sector_mix,
    pm.sole_providers,
    pm.standings,
    pm.status_mix,
    pm.timeline,
    lambda model: pm.trend(model, days=["2024", "2025"]),
    lambda model: pm.turnover(_emptied(model), model),
    lambda model: pm.unmet(model, _everywhere(model)),
    lambda model: pm.unpartnered(model, list(model.organisations)),
    lambda model: pm.find(model).table(),
    pm.network_view,
    lambda model: pm.network_view(pm.organisation_network(model), language="ru"),
    pm.draw,
    pm.draw_timeline,
    lambda model: pm.draw_coverage(pm.coverage(model), language="ru"),
    lambda model: pm.draw_map(model, somewhere(model)),
)
"""One function for each class of result; a test holds the list to what the library has."""


def answers(model: pm.PartnerModel) -> Iterator[tuple[str, Seen]]:
    """Yield every answer about a model, with the name of its class."""
    for make in ANSWERS:
        answer = make(model)
        yield type(answer).__name__, answer


def shown_classes() -> set[str]:
    """Return the names of the public classes that show themselves as HTML."""
    found = (getattr(pm, name) for name in pm.__all__)
    classes = {cls for cls in found if isinstance(cls, type) and hasattr(cls, "_repr_html_")}
    return {cls.__name__ for cls in classes if issubclass(cls, Shown) or cls is Table} | {"PartnerModel"}
