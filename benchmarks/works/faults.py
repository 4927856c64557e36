"""A bad file: how long until the exact error, and the most memory in use, beside the load of the good one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import attrs
import msgspec

from benchmarks.contest import Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

GOOD = "good file"
DANGLING = "one end that is missing"
MISTYPED = "one number for a text"
DOUBLED = "one key that stands twice"
UNPARTED = "one comma that is missing"
REPEATED = "one list that stands twice"
WORDED = 100
"""How many faults are worded; the rest are counted."""

Given = tuple[bytes, str, int]
"""A document, what the error must say, and how many faults it must name."""
Spoil = Callable[[dict[str, Any], int, dict[str, Any]], None]
"""Does to a relation, of which the place is given, and the relation before it, what makes one fault."""
Spoilt = Callable[[bytes, int], bytes]
"""Returns a good document with one fault, at the relation of which the place is given."""


class _Relations(msgspec.Struct):
    """Of a document, where each relation begins and ends; what else were made would leave room behind."""

    relations: list[msgspec.Raw]


def _good(data: Data) -> Given:
    return data.document, "", 0


def _one(name: str, data: Data) -> Given:
    spoilt, says = ONE[name]
    place = _number(data) // 2
    document = data.derived(_file(name), lambda good: spoilt(good, place), _HERE)
    unparted = re.search(rb'[^,{\s]\s+"extra"', document) if name == UNPARTED else None
    line = 0 if unparted is None else document.count(b"\n", 0, unparted.end()) + 1
    return document, says.format(place=place, line=line), 1


def _many(name: str, data: Data) -> Given:
    spoil, says = MANY[name]
    places = range(1, _number(data), 5)
    document = data.derived(_file(name), lambda good: _spoilt(good, places, spoil), _HERE)
    return document, says.format(place=1), len(places)


def _number(data: Data) -> int:
    return len(msgspec.json.decode(data.document, type=_Relations).relations)


def _file(name: str) -> str:
    return "faults-" + name.replace(" ", "-")


def _without_end(relation: dict[str, Any], place: int, _before: dict[str, Any]) -> None:
    relation["target"] = f"nowhere-{place}"  # another each time, so that no two relations are alike


def _with_number(relation: dict[str, Any], place: int, _before: dict[str, Any]) -> None:
    relation["status"] = place


def _in_turn(relation: dict[str, Any], place: int, before: dict[str, Any]) -> None:
    (_with_number if place % 2 else _without_end)(relation, place, before)


def _without_document(relation: dict[str, Any], place: int, _before: dict[str, Any]) -> None:
    relation["evidence"] = [{"document": f"lost-{place}"}]


def _like_the_last(relation: dict[str, Any], _place: int, before: dict[str, Any]) -> None:
    for key in ("source", "kind", "target", "role"):
        relation.pop(key, None)
        if key in before:
            relation[key] = before[key]


def _with_unknown_key(relation: dict[str, Any], place: int, _before: dict[str, Any]) -> None:
    relation[f"colour-{place}"] = "red"


def _without_kind(relation: dict[str, Any], _place: int, _before: dict[str, Any]) -> None:
    del relation["kind"]


def _with_kind_twice(relation: dict[str, Any], _place: int, _before: dict[str, Any]) -> None:
    relation[_AGAIN] = relation["kind"]


def _without_comma(relation: dict[str, Any], _place: int, _before: dict[str, Any]) -> None:
    relation[_UNPARTED] = {}


_AGAIN = "kind, again"
"""What becomes a second key `kind` when all is written: a dict holds no key twice."""

_UNPARTED = "extra, without a comma"
"""What becomes a key that no comma parts from the one before it: a dict cannot hold such a one."""

_NOWHERE = '$.relations[{place}].target: no entity has the id "nowhere-{place}". '
_KIND_TWICE = '$.relations[{place}].kind: the key "kind" stands twice in one object. '
_NO_TEXT = "$.relations[{place}].status: {place} is a whole number, and a text belongs here. "


def _at(spoil: Spoil) -> Spoilt:
    return lambda good, place: _spoilt(good, [place], spoil)


def _with_list_twice(good: bytes, _place: int) -> bytes:
    return good[: good.rindex(b"}")].rstrip() + b',\n  "relations": []\n}\n'


ONE: Mapping[str, tuple[Spoilt, str]] = {
    DANGLING: (_at(_without_end), _NOWHERE),
    MISTYPED: (_at(_with_number), _NO_TEXT),
    DOUBLED: (_at(_with_kind_twice), _KIND_TWICE),
    UNPARTED: (_at(_without_comma), '$: in line {line}, column 7, a comma is missing before "extra". '),
    REPEATED: (_with_list_twice, '$.relations: the key "relations" stands twice in one object. '),
}
MANY: Mapping[str, tuple[Spoil, str]] = {
    "numbers for texts": (_with_number, _NO_TEXT),
    "ends that are missing": (_without_end, _NOWHERE),
    "the two in turn": (_in_turn, _NO_TEXT),
    "documents that are missing": (
        _without_document,
        '$.relations[{place}].evidence[0].document: no document has the id "lost-{place}". ',
    ),
    "ids that another one has": (
        _like_the_last,
        "$.relations[{place}].id: a second relation has the same source, kind, target and role: ",
    ),
    "unknown keys": (
        _with_unknown_key,
        '$.relations[{place}]["colour-{place}"]: "colour-{place}" is not a field of a relation. ',
    ),
    "missing fields": (_without_kind, '$.relations[{place}]: the field "kind" is missing. Add it. '),
    "keys that stand twice": (_with_kind_twice, _KIND_TWICE),
}
"""What is done to every fifth relation, and how the error begins to say it."""


def _spoilt(good: bytes, places: Sequence[int], spoil: Spoil) -> bytes:
    document = msgspec.json.decode(good)
    relations = document["relations"]
    for place in places:
        spoil(relations[place], place, relations[place - 1])
    written = msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
    written = written.replace(f'"{_AGAIN}"'.encode(), b'"kind"')
    return re.sub(rb',(\s+)"%b"' % _UNPARTED.encode(), rb'\1"extra"', written)


def _load(given: Given) -> Any:
    from partnermodel import PartnermodelError

    try:
        return load.ours(given[0])
    except PartnermodelError as error:
        return str(error), error.issues


def _answer(given: Given, found: Any) -> Answer:
    _, says, number = given
    message, issues = found if isinstance(found, tuple) else ("", ())
    more = f"… and {number - WORDED} more" if number > WORDED else ""
    return {
        "what it says first": ((message.splitlines() or [""])[1:2] or [""])[0].strip().startswith(says),
        "how many it counts": message.endswith(more),
        "how many there are": len(issues) == number,
    }


_HERE = sys.modules[__name__]


def _contest(name: str, spoilt: Callable[[str, Data], Given], sorts: Iterable[str], most: Target) -> Contest:
    """Return a contest of files with faults of some sorts, each beside a good one."""
    return Contest(
        name,
        (
            Contestant(GOOD, _good, _load, _answer),
            *(Contestant(sort, partial(spoilt, sort), _load, _answer) for sort in sorts),
        ),
        ours=GOOD,
        measures=("seconds", "peak"),
        fresh=True,
        rounds=3,
        targets=tuple(attrs.evolve(most, subject=sort) for sort in sorts),
    )


def contests() -> tuple[Contest, ...]:
    """Return two contests: one fault, of which the time counts, and very many, of which the memory does."""
    return (
        _contest("bytes to the exact error", _one, ONE, Target(3, of=GOOD)),
        _contest("bytes to a fault in every fifth relation", _many, MANY, Target(2, of=GOOD, measure="peak")),
    )
