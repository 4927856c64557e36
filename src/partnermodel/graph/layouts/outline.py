"""The outline of a graph that layouts work on: who is tied to whom, in an order that is always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

import attrs

from partnermodel.graph.measures.engines import N, indexed

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen
class Outline(Generic[N]):
    """A graph as lists of numbers, without directions, loops and parallel ties.

    Attributes:
        nodes: The nodes in alphabetical order; a node is known by its place here.
        neighbours: For each node those that it is tied to, in rising order.
    """

    nodes: list[N]
    neighbours: list[list[int]]

    @property
    def ties(self) -> list[tuple[int, int]]:
        """Each tie once, the smaller end first."""
        return [(one, other) for one, row in enumerate(self.neighbours) for other in row if one < other]

    def parts(self) -> list[list[int]]:
        """Return the components, the largest first, then by their first nodes."""
        found: list[list[int]] = []
        seen = [False] * len(self.nodes)
        for start in range(len(self.nodes)):
            if seen[start]:
                continue
            part = [start]
            seen[start] = True
            for node in part:  # which grows
                for other in self.neighbours[node]:
                    if not seen[other]:
                        seen[other] = True
                        part.append(other)
            found.append(sorted(part))
        return sorted(found, key=lambda part: (-len(part), part[0]))


def outline(graph: nx.Graph[N]) -> Outline[N]:
    """Return the outline of a graph: the same, in whatever order nodes and ties were added."""
    found = indexed(graph, directed=False)
    ranked = sorted(range(len(found.nodes)), key=lambda place: _order(found.nodes[place]))
    rank = [0] * len(ranked)
    for number, place in enumerate(ranked):
        rank[place] = number
    return Outline(
        [found.nodes[place] for place in ranked],
        [sorted([rank[other] for other in found.neighbours[place]]) for place in ranked],
    )


def _order(node: Any) -> tuple[str, str]:
    # 1 and "1" are two nodes that are written alike.
    return str(node), type(node).__name__
