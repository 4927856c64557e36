"""What Burt's measures compute on: who is whose contact, and how strong the tie is, both ways together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Any, Generic, Literal

import attrs

from partnermodel.graph.measures.engines import N, indexed, one_of

if TYPE_CHECKING:
    import networkx as nx

Scope = Literal["whole-network", "ego-network"]
WHOLE: Scope = "whole-network"
EGO: Scope = "ego-network"


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
        ValueError: The weight of an edge is negative or not a finite number.
    """
    found = indexed(graph, weight=weight, signed=False)
    if found.weights is None and not found.directed:
        return Contacts(found.nodes, found.neighbours, None)
    held = found.weights or [[1.0] * len(row) for row in found.neighbours]
    # A share of the largest cannot overflow, and what is no share of it at all is no tie.
    largest = max(map(max, filter(None, held)), default=0.0) or 1.0
    neighbours, strengths = found.neighbours, [[value / largest for value in values] for values in held]
    if found.directed:
        neighbours, strengths = _both_ways(neighbours, strengths)
    if not all(map(all, strengths)):
        neighbours = [list(compress(*row)) for row in zip(neighbours, strengths, strict=True)]
        strengths = [list(filter(None, row)) for row in strengths]
    alike = len({share for row in strengths for share in row}) <= 1
    return Contacts(found.nodes, neighbours, None if alike else strengths)


def _both_ways(
    neighbours: list[list[int]], strengths: list[list[float]]
) -> tuple[list[list[int]], list[list[float]]]:
    """Return the same with what leads to each node added to what leads from it."""
    added = [dict(zip(*row, strict=True)) for row in zip(neighbours, strengths, strict=True)]
    for index, row in enumerate(neighbours):
        for other, share in zip(row, strengths[index], strict=True):
            added[other][index] = added[other].get(index, 0.0) + share
    ends = [sorted(inside) for inside in added]
    return ends, [list(map(inside.__getitem__, row)) for inside, row in zip(added, ends, strict=True)]


def checked(scope: Any) -> bool:
    """Return whether a scope is that of the whole network.

    Raises:
        ValueError: There is no such scope.
    """
    one_of("scope", scope, (WHOLE, EGO))
    return bool(scope == WHOLE)
