"""The drafts of a maker with what tells whose they are: ids, identifiers and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from partnermodel.formats.tables.reading.groups import Node
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.model.entities import Place

SHARED = frozenset({"kpp", "oktmo", "iso-3166-2"})
"""Schemes whose identifiers many organisations have in common; a place has its own."""


def nodes_of(maker: Maker, broken: set[int]) -> Iterator[Node]:
    """Yield the drafts of a maker that rows say which are not broken."""
    first, times = _rows(maker, broken)
    places: dict[str, list[int]] = {}
    for place, line in enumerate(maker.lines):
        places.setdefault(line.target.field, []).append(place)
    own = frozenset() if maker.record.type == Place.scheme else SHARED
    identifiers = [(place, maker.lines[place].target.part) for place in places.get("identifiers", ())]
    others = [*places.get("names", ()), *places.get("aliases", ())]
    for number, draft in enumerate(maker.all_drafts()):
        if number in times:
            yield Node(
                maker,
                number,
                first[number],
                times[number],
                next((draft[place] for place in places.get("id", ())), None),
                next((draft[place] for place in places.get("name", ())), None),
                tuple(
                    pair
                    for place, scheme in identifiers
                    if draft[place] is not None
                    for pair in _pairs(draft[place], scheme)
                    if pair[0] not in own
                ),
                tuple(
                    name for place in others if draft[place] is not None for name in names_of(draft[place])
                ),
            )


def _rows(maker: Maker, broken: set[int]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Return the position of the first row that says each draft, and how many rows say it."""
    if not broken:
        # The first of several is what is put there last.
        first = dict(zip(reversed(maker.drafts), reversed(maker.positions), strict=True))
        return first, Counter(maker.drafts)
    first, times = {}, Counter[int]()
    for position, draft in zip(maker.positions, maker.drafts, strict=True):
        if position not in broken:
            times[draft] += 1
            first.setdefault(draft, position)
    return first, times


def _pairs(value: tuple[str, ...] | bytes, scheme: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        yield from ((scheme, one) for one in value)
        return
    for one in _items(value):
        if isinstance(one, dict) and isinstance(one.get("scheme"), str) and isinstance(one.get("value"), str):
            yield one["scheme"], one["value"]


def names_of(value: str | tuple[str, ...] | bytes) -> Iterator[str]:
    """Yield the names that a cell of names or other names says."""
    if isinstance(value, bytes):
        names = (one.get("name") if isinstance(one, dict) else one for one in _items(value))
        yield from (name for name in names if isinstance(name, str))
    else:
        yield from (value,) if isinstance(value, str) else value


def _items(value: bytes) -> list[Any]:
    """Return what a list of JSON holds, or the values of an object; nothing of anything else."""
    held = msgspec.json.decode(value)
    return list(held.values()) if isinstance(held, dict) else held if isinstance(held, list) else []
