"""The blocks of a network, which no single node holds together, and how many hang on each node of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from partnermodel.graph.measures.engines import Indexed


@attrs.frozen
class Block:
    """Nodes of which no one is needed by the others to reach each other (biconnected component).

    Attributes:
        nodes: The nodes.
        counts: Beside each how many nodes reach the others of the block through it, itself among them.
    """

    nodes: list[int]
    counts: list[int]

    def graph(self, rows: Sequence[Sequence[int]]) -> Indexed[int]:
        """Return the block as a graph of its own."""
        place = {node: index for index, node in enumerate(self.nodes)}
        # Two blocks share one node at the most, and so no tie.
        neighbours = [sorted([place[other] for other in rows[node] if other in place]) for node in self.nodes]
        return Indexed(self.nodes, neighbours, None, False)


def blocks(graph: Indexed[Any]) -> tuple[list[Block], list[int]]:
    """Return the blocks of an undirected graph, and how many ordered pairs each node alone holds together.

    Found by one search in depth (Hopcroft & Tarjan 1973).
    """
    rows = graph.neighbours
    place = [-1] * len(rows)
    lowest = [0] * len(rows)  # the earliest node that one tie leads to from a node or from below it
    below: list[list[int]] = [[] for _ in rows]  # how many nodes hang on a node alone, block by block
    held = [0] * len(rows)
    found: list[Block] = []
    for root in range(len(rows)):
        if place[root] >= 0:
            continue
        order = [root]
        first = len(found)
        place[root] = lowest[root] = 0
        pending = [root]  # the nodes whose block is not known yet
        trail = [(root, iter(rows[root]))]
        while trail:
            node, waiting = trail[-1]
            for other in waiting:
                if place[other] < 0:
                    place[other] = lowest[other] = len(order)
                    order.append(other)
                    pending.append(other)
                    trail.append((other, iter(rows[other])))
                    break
                # The tie to where it came from leads no further up than that, which cuts it off all the same.
                lowest[node] = min(lowest[node], place[other])
            else:
                trail.pop()
                if not trail:
                    break
                top = trail[-1][0]
                lowest[top] = min(lowest[top], lowest[node])
                if lowest[node] >= place[top]:
                    inside = [pending.pop()]
                    while inside[-1] != node:
                        inside.append(pending.pop())
                    counts = [1 + sum(below[one]) for one in inside]
                    below[top].append(sum(counts))
                    found.append(Block([*inside, top], counts))
        size = len(order)
        for block in found[first:]:
            block.counts.append(size - sum(block.counts))
        for node in order:
            parts = [*below[node], size - 1 - sum(below[node])]
            held[node] = (size - 1) ** 2 - sum(part * part for part in parts)
    return found, held
