"""The other questions of the library, which have no peer: how long each takes on a loaded model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from benchmarks.contest import Contest, Contestant
from benchmarks.dataset import Data
from benchmarks.works import load

Given = tuple[Any, Any, str]


def _given(data: Data) -> Given:
    """Return the model, another one that differs in a record, and the id of its busiest organisation."""
    model = load.ours(data.document)
    busiest = max(model.organisations, key=lambda one: len(model.relations_of(one)))
    other = model.with_(attrs.evolve(model.organisations[busiest], name="Another name"))
    return model, other, busiest


def _asked(name: str, ask: Callable[[Any, Given], Any]) -> Contestant:
    def work(given: Given) -> Any:
        import partnermodel

        return ask(partnermodel, given)

    return Contestant(name, _given, work)


def contest() -> Contest:
    """Return the contest, in which nobody competes."""
    return Contest(
        "other questions, by the library alone",
        (
            _asked("partners of the busiest", lambda p, given: list(p.partners(given[0], given[2]))),
            _asked("find a name", lambda p, given: p.find(given[0], "колледж")),
            _asked("timeline", lambda p, given: p.timeline(given[0])),
            _asked("compare with one record changed", lambda p, given: p.compare(given[0], given[1])),
            _asked("check", lambda p, given: p.check(given[0], as_of="2026-01-01")),
            _asked("gaps in coverage", lambda p, given: p.coverage(given[0]).gaps),
            _asked("organisation_network", lambda p, given: p.organisation_network(given[0])),
        ),
        shared=True,
        rounds=3,
    )
