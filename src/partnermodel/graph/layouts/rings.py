"""A layout in rings around one node: as many ties away, as many rings out."""

from __future__ import annotations

from math import acos, atan2, cos, fsum, pi, sin
from typing import TYPE_CHECKING, Any

from partnermodel.graph.layouts.layout import Layout, Points, Room, framed, in_rows, room
from partnermodel.graph.layouts.outline import Outline, outline
from partnermodel.graph.layouts.spreading import spread
from partnermodel.graph.measures.engines import N
from partnermodel.model.doors import door
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

_PASSES = 6
_MANY = 80
"""Around so many nodes there is no room for all labels."""


@door
def rings(
    graph: nx.Graph[N], centre: N, *, hops: int | None = None, mark: float = 16, label: float = 120
) -> Layout[N]:
    """Return a layout in rings around one node, by the number of ties that lead to it.

    What hangs on a node stands outside of it, so that the ties of a tree do not cross. Nodes that are
    farther than `hops`, or that no path leads to, stand in rows below.

    Args:
        graph: Any networkx graph.
        centre: The node in the middle.
        hops: How many rings there are at most; None for as many as there are distances.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels.

    Returns:
        Where each node stands; no two marks touch.

    Raises:
        ValueError: The centre is not a node of the graph, `hops` is not a whole number above 0, or a length
            is no length.

    Example:
        >>> import networkx as nx
        >>> from math import dist
        >>> from partnermodel import layouts
        >>> places = layouts.rings(nx.path_graph(4), 1).positions
        >>> [round(dist(places[1], places[node])) for node in (0, 1, 2, 3)]
        [120, 0, 120, 240]
    """
    needed = room(mark, label)
    if centre not in graph:
        raise ValueError(worded("centre is a node of the graph, which {centre} is not", centre=shown(centre)))
    if hops is not None and (not isinstance(hops, int) or isinstance(hops, bool) or hops < 1):
        raise ValueError(
            worded("hops is a whole number above 0, or None for all, not {hops}", hops=shown(hops))
        )
    found = outline(graph)
    tree = _Tree(found, found.nodes.index(centre), hops)
    points = tree.places(needed)
    radius = max([max(abs(points[node][0]), abs(points[node][1])) for node in tree.order], default=0.0)
    outside = [node for node in range(len(points)) if tree.hop[node] < 0]
    step = needed.gap + needed.line / 2
    beside = max(step, needed.label)
    wide = max(2 * radius, 4 * beside)
    rows = in_rows(len(outside), beside, step, width=wide)
    from_left = -min(wide, beside * (len(outside) - 1)) / 2
    for node, (x, y) in zip(outside, rows, strict=True):
        points[node] = (x + from_left, y + radius + needed.gap + needed.line * 2)
    return framed("rings", found.nodes, points, needed)


class _Tree:
    """The shortest paths from the centre, as a tree of which each node has a share of the circle."""

    def __init__(self, found: Outline[Any], centre: int, hops: int | None) -> None:
        self.found = found
        self.order = [centre]
        self.hop = [-1] * len(found.nodes)
        self.hop[centre] = 0
        self.children: list[list[int]] = [[] for _ in found.nodes]
        for node in self.order:  # which grows
            if hops is not None and self.hop[node] >= hops:
                continue
            for other in found.neighbours[node]:
                if self.hop[other] < 0:
                    self.hop[other] = self.hop[node] + 1
                    self.children[node].append(other)
                    self.order.append(other)
        self.children[centre] = self._chained(centre)
        # The farther out a node is, the less of the circle it needs.
        self.needs = [1.0] * len(found.nodes)
        for node in reversed(self.order):
            inner = fsum([self.needs[child] for child in self.children[node]])
            self.needs[node] = max(1 / max(self.hop[node], 1), inner)

    def _chained(self, centre: int) -> list[int]:
        """Return the nodes of the first ring in an order in which the tied ones are neighbours."""
        first = self.children[centre]
        branch = [-1] * len(self.hop)
        for node in first:
            branch[node] = node
        for node in self.order[1:]:
            for child in self.children[node]:
                branch[child] = branch[node]
        ties: dict[int, dict[int, int]] = {node: {} for node in first}
        for one, other in self.found.ties:
            a, b = branch[one], branch[other]
            if a >= 0 and b >= 0 and a != b:
                ties[a][b] = ties[b][a] = ties[a].get(b, 0) + 1
        left = dict.fromkeys(sorted(first, key=lambda node: (len(ties[node]), node)))
        chain: list[int] = []
        while left:
            # From the last of the chain, or one before it, to who is most tied to it and least to others.
            step = next(
                (
                    min(near, key=lambda one: (-ties[node][one], sum(two in left for two in ties[one]), one))
                    for node in reversed(chain)
                    if (near := [one for one in ties[node] if one in left])
                ),
                next(iter(left)),
            )
            chain.append(step)
            del left[step]
        return chain

    def places(self, needed: Room) -> Points:
        """Return the places of the nodes that are reached, around the origin; the others are there."""
        angles = self._angles()
        best, least = angles, self._length(angles)
        for _ in range(_PASSES):
            self._sort(angles)
            angles = self._angles()
            length = self._length(angles)
            if length < least:
                best, least = angles, length
        step = self._step(best, needed)
        points: Points = [(0.0, 0.0)] * len(self.hop)
        for node in self.order:
            radius = self.hop[node] * step
            points[node] = radius * cos(best[node]), radius * sin(best[node])
        moved = spread([points[node] for node in self.order], needed.gap)
        for node, at in zip(self.order, moved, strict=True):
            points[node] = at
        return points

    def _angles(self) -> list[float]:
        angles = [0.0] * len(self.hop)
        shares = {self.order[0]: (-pi, pi)}
        for node in self.order:
            low, high = shares[node]
            hop = self.hop[node]
            if hop:
                # A tie that leans farther than this would cut through the ring that it comes from.
                lean = acos(hop / (hop + 1)) * 0.98
                low, high = max(low, angles[node] - lean), min(high, angles[node] + lean)
            each = (high - low) / (fsum([self.needs[child] for child in self.children[node]]) or 1.0)
            for child in self.children[node]:
                shares[child] = low, low + each * self.needs[child]
                low = shares[child][1]
                angles[child] = (shares[child][0] + shares[child][1]) / 2
        return angles

    def _sort(self, angles: list[float]) -> None:
        """Bring the children of each node into the order of where their ties lead."""
        wanted = {}
        for node in self.order[1:]:
            x = y = 0.0
            for other in self.found.neighbours[node]:
                if self.hop[other] > 0:
                    x += cos(angles[other])
                    y += sin(angles[other])
            for child in self.children[node]:
                for other in self.found.neighbours[child]:
                    if self.hop[other] > 0:
                        x += cos(angles[other])
                        y += sin(angles[other])
            wanted[node] = atan2(y, x) if abs(x) + abs(y) > 1e-9 else angles[node]
        for node in self.order:
            middle = angles[node] if self.hop[node] else 0.0
            key = {child: round((wanted[child] - middle + pi) % (2 * pi), 9) for child in self.children[node]}
            self.children[node].sort(key=lambda child: (key[child], child))

    def _length(self, angles: list[float]) -> float:
        """Return how long the ties are, in circles around the centre."""
        total = 0.0
        for one, other in self.found.ties:
            if self.hop[one] > 0 and self.hop[other] > 0:
                apart = abs(angles[one] - angles[other])
                total += min(apart, 2 * pi - apart)
        return round(total, 9)

    def _step(self, angles: list[float], needed: Room) -> float:
        """Return how far rings are apart: so far that the nodes on each have room beside each other."""
        step = max(needed.gap * 2, needed.label)
        gap = needed.gap if len(self.order) > _MANY else max(needed.gap, needed.line)
        on: dict[int, list[float]] = {}
        for node in self.order[1:]:
            on.setdefault(self.hop[node], []).append(angles[node])
        for hop, found in on.items():
            found.sort()
            nearest = min([b - a for a, b in zip(found, [*found[1:], found[0] + 2 * pi], strict=True)])
            chord = 2 * hop * sin(min(nearest, pi) / 2)
            step = max(step, (gap + 0.1) / max(chord, 1e-3))
        return step
