"""The ids that records get: of an identifier, or else of their name; the same whatever the order of rows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from partnermodel.formats.tables.cells.cells import LONGEST_ID
from partnermodel.formats.tables.reading.groups import Group, Key, called
from partnermodel.values.fields import ID_RULE
from partnermodel.values.slugs import slug


def name_of(group: Group) -> str | None:
    """Return the name of a record: what the first mapping calls it most often, whatever the order of rows."""
    named = [node for node in group.nodes if node.name is not None]
    if len(named) < 2:
        return named[0].name if named else None
    first = min(node.maker.rank for node in named)
    times: Counter[str] = Counter()
    for node in named:
        if node.maker.rank == first:
            times[node.name or ""] += node.times
    return min(times, key=lambda name: (-times[name], name))


def named(groups: Sequence[Group], schemes: Mapping[str, int]) -> list[Group]:
    """Give each record its id; return those that would have had one id, and got something behind it."""
    wanted: dict[str, list[Group]] = {}
    stated = set()
    for group in groups:
        id = next((node.id for node in group.nodes if node.id is not None), None)
        if id is not None:
            group.id = id
            stated.add(id)
            continue
        group.id, group.why = _id_of(group, schemes)
        wanted.setdefault(group.id, []).append(group)
    suffixed = []
    for id, some in wanted.items():
        if len(some) > 1 or id in stated:
            for group in some:
                group.id = f"{id}-{_mark(group)}"
                suffixed.append(group)
    return suffixed


def _id_of(group: Group, schemes: Mapping[str, int]) -> tuple[str, str]:
    held = sorted(
        {pair for node in group.nodes for pair in node.identifiers},
        key=lambda pair: (schemes.get(pair[0], len(schemes)), pair),
    )
    if held:
        scheme, value = held[0]
        return f"{scheme}-{value if ID_RULE.accepts(value) else slug(value)}", "identifier"
    made = slug(name_of(group) or "", longest=LONGEST_ID)
    return (made or group.type), "name"


def _mark(group: Group) -> str:
    """Return what tells a record from others that would have the same id; it depends on itself alone."""
    held = sorted({pair for node in group.nodes for pair in node.identifiers})
    text = repr((group.type, called(name_of(group) or ""), held))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def alike(groups: Sequence[Group]) -> dict[Key, list[Group]]:
    """Return the records of one type that have one name, and are several."""
    found: dict[Key, list[Group]] = {}
    for group in groups:
        name = name_of(group)
        if name is not None:
            found.setdefault((group.type, called(name)), []).append(group)
    return {key: some for key, some in found.items() if len(some) > 1}
