"""A model of a day, of a status, and with one record changed, beside a load of the whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from benchmarks.by_hand import DAY, PRESENT, STRUCTURE
from benchmarks.contest import Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

LOADS = "loads"
AT = "at a day"
WHERE = "where active"
WITH = "with_ one record"


def _given(data: Data) -> tuple[bytes, Any, Any]:
    model = load.ours(data.document)
    changed = attrs.evolve(next(iter(model.organisations.values())), name="Another name")
    return data.document, model, changed


def _counted(of: Any) -> list[int]:
    return [len(of.entities), len(of.relations)]


def _loads_answer(given: Any, model: Any) -> Answer:
    """Answer how many entities and relations each part has, by a plain scan of the model."""
    assert model == given[1]

    def on_the_day(record: Any) -> bool:
        return hasattr(record, "published") or record.period.may_hold(DAY)

    def active(record: Any) -> bool:
        happens = (
            record.kind not in STRUCTURE - {"serves"}
            if hasattr(record, "source")
            else record.scheme in ("programme", "initiative")
        )
        return record.status in ({"active", "exists"} if happens else PRESENT)

    return {
        AT: _scanned(model, on_the_day),
        WHERE: _scanned(model, active),
        WITH: [*_counted(model), "Another name"],
    }


def _scanned(model: Any, keep: Callable[[Any], bool]) -> list[int]:
    entities = {id for id, entity in model.entities.items() if keep(entity)}
    relations = [
        one for one in model.relations.values() if keep(one) and {one.source, one.target} <= entities
    ]
    return [len(entities), len(relations)]


def _with_answer(given: Any, model: Any) -> Answer:
    return {WITH: [*_counted(model), model[given[2].id].name]}


def contest() -> Contest:
    """Return the contest."""
    return Contest(
        "a part of a model, or one record changed",
        (
            Contestant(LOADS, _given, lambda given: load.ours(given[0]), _loads_answer),
            Contestant(AT, _given, lambda given: given[1].at(DAY), lambda _, found: {AT: _counted(found)}),
            Contestant(
                WHERE,
                _given,
                lambda given: given[1].where(status="active"),
                lambda _, found: {WHERE: _counted(found)},
            ),
            Contestant(WITH, _given, lambda given: given[1].with_(given[2]), _with_answer),
        ),
        ours=LOADS,
        shared=True,
        targets=tuple(Target(1 / 3, subject=name, of=LOADS) for name in (AT, WHERE, WITH)),
    )
