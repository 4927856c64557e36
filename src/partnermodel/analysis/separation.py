"""What falls apart when a node leaves a network: every cut point and bridge, in one walk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

Slice = tuple[int, int]
"""A stretch of the walk: its first place, and the one after its last."""


@attrs.frozen(eq=False)
class Separations:
    """What would fall apart, after the walk of Tarjan (1972) and Hopcroft and Tarjan (1973).

    Attributes:
        order: The nodes in the order of the walk. Those of a component stand together.
        places: The place of each node in it.
        components: For each place, the stretch of its component.
        below: For each node that cuts its component, the stretches that hang on it alone.
        bridges: The stretch that hangs on each edge without which its component falls apart, by the
            two ends of the edge, the one that is nearer to the beginning of the walk first.
    """

    order: Sequence[str]
    places: Mapping[str, int]
    components: Sequence[Slice]
    below: Mapping[str, Sequence[Slice]]
    bridges: Mapping[tuple[str, str], Slice]

    def sizes(self, node: str) -> list[int]:
        """Return how many nodes are in each part of its component that is left when a node leaves."""
        begin, end = self.components[self.places[node]]
        sizes = [after - first for first, after in self.below.get(node, ())]
        rest = end - begin - 1 - sum(sizes)
        return [*sizes, rest] if rest else sizes

    def pairs(self, node: str) -> int:
        """Return how many pairs of others can reach each other through a node alone."""
        if node not in self.below:
            return 0
        sizes = self.sizes(node)
        return (sum(sizes) ** 2 - sum(size * size for size in sizes)) // 2

    def parts(self, node: str) -> tuple[tuple[str, ...], ...]:
        """Return the parts of its component that are left without a node: the largest first, then by id."""
        begin, end = self.components[self.places[node]]
        parts = []
        at = begin
        rest: list[str] = []
        for first, after in sorted(self.below.get(node, ())):
            parts.append(tuple(sorted(self.order[first:after])))
            rest += self.order[at:first]
            at = after
        rest += self.order[at:end]
        rest.remove(node)
        if rest:
            parts.append(tuple(sorted(rest)))
        return tuple(sorted(parts, key=lambda part: (-len(part), part)))

    def cut_off(self, node: str) -> tuple[tuple[str, ...], ...]:
        """Return what `parts` returns, but for the first of them, which may be nearly everything."""
        begin, end = self.components[self.places[node]]
        below = self.below.get(node, ())
        hanging = sum(after - first for first, after in below)
        if 2 * hanging < end - begin - 1:  # the rest is the largest, and need not be looked at
            parts = [tuple(sorted(self.order[first:after])) for first, after in below]
            return tuple(sorted(parts, key=lambda part: (-len(part), part)))
        return self.parts(node)[1:]

    def smaller_side(self, bridge: tuple[str, str]) -> tuple[tuple[str, ...], int]:
        """Return what stands on the smaller side of a bridge, and how many nodes on the other.

        Of two sides that are as large it is the one that does not have the first id of all.
        """
        first, after = self.bridges[bridge]
        begin, end = self.components[first]
        far, near = after - first, (end - begin) - (after - first)
        if far < near:
            return tuple(sorted(self.order[first:after])), near
        sides = (
            tuple(sorted(self.order[first:after])),
            tuple(sorted((*self.order[begin:first], *self.order[after:end]))),
        )
        return (sides[1], far) if near < far or sides[0] < sides[1] else (sides[0], near)


def separations(around: Mapping[str, Collection[str]], *, gone: Collection[str] = ()) -> Separations:
    """Return the cut points and the bridges of an undirected graph without loops.

    Args:
        around: The neighbours of each node.
        gone: Nodes that are to be taken as not there.
    """
    order: list[str] = []
    places: dict[str, int] = {}
    components: list[Slice] = []
    below: dict[str, list[Slice]] = {}
    bridges: dict[tuple[str, str], Slice] = {}
    for root in around:
        if root in places or root in gone:
            continue
        begin = places[root] = len(order)
        order.append(root)
        lowest = {root: begin}  # the least place that a node's part of the walk has an edge to
        branches = 0
        stack: list[tuple[str, str | None, Iterator[str]]] = [(root, None, iter(around[root]))]
        while stack:
            node, parent, waiting = stack[-1]
            for other in waiting:
                if other not in places:
                    if other in gone:
                        continue
                    lowest[other] = places[other] = len(order)
                    order.append(other)
                    stack.append((other, node, iter(around[other])))
                    break
                if other != parent and places[other] < lowest[node]:
                    lowest[node] = places[other]
            else:
                stack.pop()
                if parent is None:
                    continue
                lowest[parent] = min(lowest[parent], lowest[node])
                hanging = (places[node], len(order))
                branches += parent == root
                if lowest[node] >= places[parent]:
                    below.setdefault(parent, []).append(hanging)
                    if lowest[node] > places[parent]:
                        bridges[parent, node] = hanging
        if branches < 2:
            below.pop(root, None)
        components += [(begin, len(order))] * (len(order) - begin)
    return Separations(order, places, components, below, bridges)
