"""A bad file: how long until the exact error, and the most memory in use, beside the load of the good one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from benchmarks.contest import Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

GOOD = "good file"
DANGLING = "one end that is missing"
MISTYPED = "one number for a text"
MANY = "a fault in every fifth relation"
WORDED = 100
"""How many faults are worded; the rest are counted."""

Given = tuple[bytes, str]
"""A document, and what the error must say."""


def _good(data: Data) -> Given:
    return data.document, ""


def _dangling(data: Data) -> Given:
    place = _middle(data)
    document = data.derived("dangling", lambda good: _spoilt(good, [place], _without_end), _HERE)
    return document, f'$.relations[{place}].target: no entity has the id "nowhere-{place}"'


def _mistyped(data: Data) -> Given:
    place = _middle(data)
    document = data.derived("mistyped", lambda good: _spoilt(good, [place], _with_number), _HERE)
    return document, f"$.relations[{place}].status: "


def _many(data: Data) -> Given:
    places = range(0, _number(data), 5)

    def spoilt(good: bytes) -> bytes:
        return _spoilt(_spoilt(good, places[::2], _without_end), places[1::2], _with_number)

    more = len(places) - WORDED
    return data.derived("many", spoilt, _HERE), f"… and {more} more" if more > 0 else "$.relations[0]"


def _number(data: Data) -> int:
    return len(msgspec.json.decode(data.document)["relations"])


def _middle(data: Data) -> int:
    return _number(data) // 2


def _without_end(relation: dict[str, Any], place: int) -> None:
    relation["target"] = f"nowhere-{place}"  # another each time, so that no two relations are alike


def _with_number(relation: dict[str, Any], place: int) -> None:
    relation["status"] = place


def _spoilt(good: bytes, places: Iterable[int], spoil: Callable[[dict[str, Any], int], None]) -> bytes:
    document = msgspec.json.decode(good)
    for place in places:
        spoil(document["relations"][place], place)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _load(given: Given) -> Any:
    from partnermodel import PartnermodelError

    try:
        return load.ours(given[0])
    except PartnermodelError as error:
        return str(error)


def _answer(given: Given, found: Any) -> Answer:
    return {"what it says": given[1] in found if given[1] else not isinstance(found, str)}


_HERE = sys.modules[__name__]


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "bytes to the exact error",
            (
                Contestant(GOOD, _good, _load, _answer),
                Contestant(DANGLING, _dangling, _load, _answer),
                Contestant(MISTYPED, _mistyped, _load, _answer),
                Contestant(MANY, _many, _load, _answer),
            ),
            ours=GOOD,
            measures=("seconds", "peak"),
            fresh=True,
            rounds=3,
            targets=(
                Target(3, subject=DANGLING, of=GOOD),
                Target(3, subject=MISTYPED, of=GOOD),
                Target(2, subject=MANY, of=GOOD, measure="peak"),
            ),
        ),
    )
