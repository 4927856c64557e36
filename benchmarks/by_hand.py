"""What the register says, found by hand in its plain JSON: what the peers are given, and an oracle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import msgspec

DAY = "2024-06-01"
KIND = "project"
PROJECTS = frozenset({"project", "volunteer-project", "inclusive-volunteering", "social-project"})
SAMPLE = 500
"""How many organisations are asked about, each once in a round: no question is easier for the one before."""

STRUCTURE = frozenset({"serves", "located-in", "part-of"})
"""The kinds of relation in the register that join nobody."""

PRESENT = frozenset({"active", "exists", "unknown"})
CHOSEN = 2000
"""How many organisations, the busiest, make the part of the network that slow measures are taken of."""

Record = dict[str, Any]


def holds(found: Record, day: str) -> bool:
    """Return whether what has a `start` or an `end`, or neither, may hold on a day."""
    start, end = found.get("start"), found.get("end")
    return (start is None or start <= day[: len(start)]) and (
        end is None or end == ".." or end >= day[: len(end)]
    )


def sample(document: bytes) -> bytes:
    """Return the ids of organisations of which the number of relations is nearest to the median, as JSON."""
    data = msgspec.json.decode(document)
    number = _degrees(data["relations"])
    there = [one["id"] for one in data["organisations"] if holds(one.get("period", {}), DAY)]
    median = sorted(number[id] for id in there)[len(there) // 2]
    return msgspec.json.encode(sorted(there, key=lambda one: (abs(number[one] - median), one))[:SAMPLE])


def _degrees(relations: Iterable[Record]) -> Counter[str]:
    return Counter(id for one in relations for id in (one["source"], one["target"]))


def programmes(document: bytes) -> bytes:
    """Return a row of each programme: its groups, its places with the wider ones, whether it is active.

    Programmes are in the places of who offers them. A link that is not stated to be active and is
    not of unknown status takes away what it leads to.
    """
    data = msgspec.json.decode(document)
    wider: dict[str, str] = {}
    place: dict[str, str] = {}
    giver: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for one in data["relations"]:
        source, kind, target = one["source"], one["kind"], one["target"]
        present = one.get("status", "unknown") in PRESENT
        if kind == "part-of":
            wider[source] = target
        elif kind == "located-in":
            place[source] = target
        elif kind == "offers" and present:
            giver[target] = source
        elif kind == "serves" and present:
            groups.setdefault(source, []).append(target)
    rows = []
    for one in data["programmes"]:
        id = one["id"]
        there = place[giver[id]] if id in giver else None
        places = [] if there is None else [there, wider[there]] if there in wider else [there]
        active = one["status"] in ("active", "exists") and bool(places)
        rows.append((id, groups.get(id, []), places, active))
    return msgspec.json.encode(rows)


def network(document: bytes) -> bytes:
    """Return the organisations and which work together, as JSON: ids, and pairs of their numbers."""
    data = msgspec.json.decode(document)
    ids = [one["id"] for one in data["organisations"]]
    number = {id: index for index, id in enumerate(ids)}
    pairs = set()
    taking_part: dict[str, set[int]] = {}
    for one in data["relations"]:
        source, target = one["source"], one["target"]
        if one["kind"] in STRUCTURE:
            continue
        if target in number:
            pairs.add(_pair(number[source], number[target]))
        else:
            taking_part.setdefault(target, set()).add(number[source])
    for parties in taking_part.values():
        pairs |= set(combinations(sorted(parties), 2))
    return msgspec.json.encode((ids, sorted(pairs)))


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def busiest(document: bytes) -> bytes:
    """Return the network of the organisations with the most partners alone."""
    ids, pairs = msgspec.json.decode(network(document))
    number = Counter(index for pair in pairs for index in pair)
    chosen = sorted(sorted(range(len(ids)), key=lambda index: (-number[index], index))[:CHOSEN])
    place = {index: rank for rank, index in enumerate(chosen)}
    kept = [(place[one], place[other]) for one, other in pairs if one in place and other in place]
    return msgspec.json.encode(([ids[index] for index in chosen], kept))
