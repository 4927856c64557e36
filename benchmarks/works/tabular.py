"""Tables: how long it takes, and how much memory, to make a model of one, and to find likely duplicates."""

from __future__ import annotations

from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works.tabling import files, reading

PANDAS, BY_HAND, ALL_PAIRS = "pandas, as texts", "csv and networkx", "rapidfuzz, all pairs"


def _contestants(made: Any, mapping: str, source: str, target: str) -> tuple[Contestant, ...]:
    given = reading.on_disk(made)
    return (
        Contestant(OURS, given, reading.ours(mapping), reading.of_model),
        Contestant(PANDAS, given, reading.pandas, reading.of_frame(source), needs=("pandas",)),
        Contestant(BY_HAND, given, reading.by_hand(source, target), reading.of_graph),
    )


def _named(data: Data) -> Any:
    from partnermodel import Organisation, PartnerModel

    bodies = (Organisation(f"body-{place}", name) for place, name in enumerate(files.names(data)))
    return PartnerModel("Names", bodies)


def _duplicates(model: Any) -> Any:
    from partnermodel import find_duplicates

    return find_duplicates(model)


def _all_pairs(model: Any) -> Any:
    """Compare each name with each other, as one would write it by hand."""
    from rapidfuzz import fuzz, process

    names = [one.name.casefold() for one in model.organisations.values()]
    return [
        (place, other)
        for place, name in enumerate(names)
        for _, _, other in process.extract_iter(name, names[place + 1 :], scorer=fuzz.ratio, score_cutoff=85)
    ]


def _pairs(model: Any, found: Any) -> Answer:
    return {"some": len(found) > 0}


def contests() -> tuple[Contest, ...]:
    """Return the contests: a register, a list of participations, and names."""
    return (
        Contest(
            "a register of 16,000 rows to a model",
            _contestants(files.register, reading.REGISTER_MAPPING, "ИНН", "Регион"),
            measures=("seconds", "peak"),
            fresh=True,
            targets=(Target(2),),
        ),
        Contest(
            "a table of 1,000,000 participations to a model",
            _contestants(files.participation, reading.PARTICIPATION_MAPPING, "ИНН", "Проект"),
            measures=("seconds", "peak"),
            fresh=True,
            rounds=3,
            targets=(Target(60), Target(1.5e9, measure="peak")),
        ),
        Contest(
            "likely duplicates among 16,000 names",
            (
                Contestant(OURS, _named, _duplicates, _pairs, needs=("rapidfuzz",)),
                Contestant(ALL_PAIRS, _named, _all_pairs, _pairs, needs=("rapidfuzz",)),
            ),
            rounds=3,
            targets=(Target(30),),
        ),
    )
