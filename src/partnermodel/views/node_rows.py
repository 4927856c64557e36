"""What a graph says of its nodes, and its nodes as rows for machines, whichever picture shows them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import isnan
from typing import Any

from partnermodel.values.columns import Column
from partnermodel.values.dates import OPEN
from partnermodel.values.rows import Rows, typed_rows

_SAID = ("name", "type", "kind", "status", "start", "end")
_COLUMNS = (
    *(Column(name, "text") for name in ("node", *_SAID)),
    Column("ties", "integer"),
    Column("neighbours", "ids"),
)


def node_rows(graph: Any, keys: Sequence[Hashable], ties: Iterable[tuple[int, int]]) -> Rows:
    """Return a row for each node: what the graph says of it, and whom it is tied to.

    Args:
        graph: A networkx graph, of which attributes are read as `to_networkx` writes them.
        keys: Its nodes, in the order of the rows.
        ties: For each tie the places of its two ends. One that leads back to its node counts once.
    """
    held = dict(graph.nodes(data=True))
    degrees = [0] * len(keys)
    around: list[set[str]] = [set() for _ in keys]
    for ends in ties:
        for one, other in {ends, ends[::-1]}:
            degrees[one] += 1
            around[one].add(str(keys[other]))
    return typed_rows(
        _COLUMNS,
        (
            (str(key), *_said(held[key]), degree, sorted(others))
            for key, degree, others in zip(keys, degrees, around, strict=True)
        ),
    )


def _said(held: Mapping[str, Any]) -> list[str | None]:
    found = [attribute_of(held, name) for name in _SAID]
    return [*found[:-1], found[-1] or (OPEN if held.get("open") else None)]


def is_nan(value: object) -> bool:
    """Return whether a value is not a number, as a table has it where nothing is stated."""
    return isinstance(value, float) and isnan(value)


def attribute_of(held: Mapping[str, Any], name: str) -> str | None:
    """Return what an attribute says; None when there is none, or it is blank, or not a number."""
    given = held.get(name)
    text = "" if given is None or is_nan(given) else str(given)
    return text if text.strip() else None
