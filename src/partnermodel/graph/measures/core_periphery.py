"""A core whose nodes are tied to all, and a periphery that is tied to the core alone."""

from __future__ import annotations

from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Generic

import attrs

from partnermodel.graph.measures.contacts import contacts
from partnermodel.graph.measures.engines import N
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

SMALL = 12
"""Up to how many nodes each core is tried."""

_GAIN = 1e-12
"""What rounding may make of no gain at all."""


@attrs.frozen
class CorePeriphery(Generic[N]):
    """What `core_periphery` returns.

    Attributes:
        core: The nodes of the core.
        periphery: The others.
        fit: The correlation of the ties with those of an ideal core and periphery, at most 1; None where
            it is not defined.
    """

    core: frozenset[N]
    periphery: frozenset[N]
    fit: float | None


@attrs.define
class _Search:
    """A core that grows and shrinks, with the correlation that each step would lead to."""

    rows: list[dict[int, float]]
    degrees: list[float]
    total: float
    spread: float
    inside: bytearray
    size: int = 0
    covered: float = 0.0
    """The weight of the ties with an end in the core."""

    def fit(self, size: int, covered: float) -> float | None:
        number = len(self.rows)
        pairs = number * (number - 1) / 2
        outside = (number - size) * (number - size - 1) / 2
        ideal = pairs - outside
        if not ideal or not outside:
            return None
        return (pairs * covered - self.total * ideal) / sqrt(self.spread * ideal * outside)

    def after(self, node: int) -> tuple[int, float]:
        """Return the size of the core, and what it covers, when a node changes sides."""
        alone = self.degrees[node] - sum(
            [weight for other, weight in self.rows[node].items() if self.inside[other]]
        )
        step = -1 if self.inside[node] else 1
        return self.size + step, self.covered + step * alone

    def change(self, node: int) -> None:
        """Let a node change sides."""
        self.size, self.covered = self.after(node)
        self.inside[node] ^= 1


@door
def core_periphery(graph: nx.Graph[N], *, weight: str | None = None) -> CorePeriphery[N]:
    """Return the core and the periphery of a network: the split that fits best to an ideal one.

    In the ideal network each pair with a node of the core in it is tied, and no other. The fit is
    Pearson's correlation, over all pairs of nodes, of the ties with the ideal ones: Borgatti and Everett
    (2000), Models of core/periphery structures, Social Networks 21, the discrete model.

    Up to 12 nodes each core is tried, and the fit is the greatest there is; of equal ones the smallest
    core is taken, with the nodes that come first in the graph. In larger networks the search starts with
    the best core of the nodes with the most ties, and lets one node after the other change sides until
    none would better the fit: it is a good core, not surely the best one. There is no chance in it.

    Direction: the tie of two nodes is as strong as the ties of both directions together. Without
    `weight` each tie counts as 1, and parallel edges are one tie. Loops are ignored.

    Args:
        graph: Any networkx graph.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.

    Returns:
        The core, the periphery and the fit. Where all pairs are alike (no ties, or all tied as strongly,
        or fewer than three nodes) there is no fit: it is None, and the core is empty.

    Raises:
        ValueError: A weight is negative, or not a finite number.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.core_periphery(nx.star_graph(3))
        CorePeriphery(core=frozenset({0}), periphery=frozenset({1, 2, 3}), fit=1.0)
    """
    found = contacts(graph, weight)
    rows = found.rows()
    number = len(rows)
    degrees = [sum(row.values()) for row in rows]
    total = sum(degrees) / 2
    squares = sum(value * value for row in rows for value in row.values()) / 2
    spread = number * (number - 1) / 2 * squares - total * total
    core: frozenset[int] = frozenset()
    fit: float | None = None
    if number > 2 and spread > _GAIN * total * total:
        search = _Search(rows, degrees, total, spread, bytearray(number))
        core, fit = _every(search) if number <= SMALL else _climb(search)
    return CorePeriphery(
        frozenset([found.nodes[index] for index in core]),
        frozenset([node for index, node in enumerate(found.nodes) if index not in core]),
        fit if fit is None else min(fit, 1.0),
    )


def _every(search: _Search) -> tuple[frozenset[int], float | None]:
    """Return the best of all cores."""
    best: tuple[frozenset[int], float | None] = (frozenset(), None)
    for size in range(1, len(search.rows) - 1):
        for core in combinations(range(len(search.rows)), size):
            inner = sum(search.rows[one].get(other, 0.0) for one, other in combinations(core, 2))
            fit = search.fit(size, sum([search.degrees[one] for one in core]) - inner)
            if fit is not None and (best[1] is None or fit > best[1] + _GAIN):
                best = frozenset(core), fit
    return best


def _climb(search: _Search) -> tuple[frozenset[int], float | None]:
    """Return the core that no change of one node betters, from the nodes with the most ties on."""
    number = len(search.rows)
    order = sorted(range(number), key=lambda node: (-search.degrees[node], node))
    fits: list[tuple[float, int]] = []
    for size, node in enumerate(order[:-2], start=1):
        search.change(node)
        fits.append((search.fit(size, search.covered) or -1.0, -size))
    best, fewest = max(fits)
    for node in reversed(order[-fewest : number - 2]):
        search.change(node)
    changed = True
    while changed:
        changed = False
        for node in order:
            fit = search.fit(*search.after(node))
            if fit is not None and fit > best + _GAIN:
                search.change(node)
                best, changed = fit, True
    return frozenset([node for node in range(number) if search.inside[node]]), best
