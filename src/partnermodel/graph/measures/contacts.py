"""What Burt's measures compute on: who is whose contact, and how strong the tie is, both ways together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Generic, Literal

import attrs

from partnermodel.graph.measures.engines import N, indexed
from partnermodel.values.text import shown

if TYPE_CHECKING:
    import networkx as nx

Scope = Literal["whole-network", "ego-network"]
WHOLE: Scope = "whole-network"
EGO: Scope = "ego-network"

Progress = Callable[[float], None]


@attrs.frozen
class Contacts(Generic[N]):
    """The contacts of each node, and the strength of each tie: of both directions together.

    Attributes:
        nodes: The nodes, in the order of the graph; a node is known by its place here.
        neighbours: For each node its contacts, in rising order.
        strengths: Beside each contact how strong the tie is, as a share of the strongest of the
            graph; None when all are alike.
    """

    nodes: list[N]
    neighbours: list[list[int]]
    strengths: list[list[float]] | None

    def rows(self) -> list[dict[int, float]]:
        """Return for each node the strength of the tie to each of its contacts."""
        if self.strengths is None:
            return [dict.fromkeys(row, 1.0) for row in self.neighbours]
        return [dict(zip(*row, strict=True)) for row in zip(self.neighbours, self.strengths, strict=True)]

    def per_node(self, flat: Sequence[float]) -> Iterator[Sequence[float]]:
        """Yield for each node its part of a list with a value for each node and contact, in their order."""
        start = 0
        for end in accumulate(map(len, self.neighbours)):
            yield flat[start:end]
            start = end


def contacts(graph: nx.Graph[N], weight: str | None) -> Contacts[N]:
    """Return the contacts of each node of any graph: loops left out, both directions added.

    Raises:
        ValueError: A weight is negative, or not a finite number.
    """
    found = indexed(graph, weight=weight)
    if found.weights is None and not found.directed:
        return Contacts(found.nodes, found.neighbours, None)
    rows: list[dict[int, float]] = [{} for _ in found.nodes]
    largest = 0.0
    for index, row in enumerate(found.neighbours):
        held = [1.0] * len(row) if found.weights is None else found.weights[index]
        for other, value in zip(row, held, strict=True):
            if value < 0:
                raise ValueError(
                    f"{weight} is 0 or more, not {shown(value)}, as between "
                    f"{shown(found.nodes[index])} and {shown(found.nodes[other])}"
                )
            largest = max(largest, value)
            rows[index][other] = rows[index].get(other, 0.0) + value / 2
            if found.directed:
                rows[other][index] = rows[other].get(index, 0.0) + value / 2
    # A share of the largest cannot overflow, and what is no share of it at all is no tie.
    whole = [[(other, value / largest) for other, value in sorted(row.items()) if value] for row in rows]
    kept = [[(other, share) for other, share in row if share > 0] for row in whole]
    neighbours = [[other for other, _ in row] for row in kept]
    strengths = [[share for _, share in row] for row in kept]
    alike = len({share for row in strengths for share in row}) <= 1
    return Contacts(found.nodes, neighbours, None if alike else strengths)


def checked(scope: Any) -> bool:
    """Return whether a scope is that of the whole network.

    Raises:
        ValueError: There is no such scope.
    """
    if scope not in (WHOLE, EGO):
        raise ValueError(f"scope is {shown(WHOLE)} or {shown(EGO)}, not {shown(scope)}")
    return bool(scope == WHOLE)
