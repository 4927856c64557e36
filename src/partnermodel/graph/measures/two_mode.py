"""Centrality in networks of two modes, such as organisations and what they take part in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import attrs

from partnermodel.errors import UnknownIdError
from partnermodel.graph.measures.betweenness import betweenness
from partnermodel.graph.measures.engines import Engine, Indexed, N, Progress, digits, indexed, one_of
from partnermodel.graph.measures.paths import reached
from partnermodel.model.doors import door
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Normalisation = Literal["two-mode", "one-mode"]


@attrs.frozen
class _Modes:
    """The two sides of a network: for each node whether it is on the first, and how many are."""

    first: list[bool]
    sizes: tuple[int, int]

    def sides(self, index: int) -> tuple[int, int]:
        """Return how many are on the side of a node, and how many on the other."""
        return self.sizes if self.first[index] else (self.sizes[1], self.sizes[0])


def _modes(graph: nx.Graph[N], nodes: Iterable[N]) -> tuple[Indexed[N], _Modes]:
    chosen = set(nodes)
    for node in chosen:
        if node not in graph:
            raise UnknownIdError(worded("the graph has no node {node}", node=shown(node)))
    found = indexed(graph, directed=False)
    first = [node in chosen for node in found.nodes]
    for index, row in enumerate(found.neighbours):
        for other in row:
            if first[index] == first[other]:
                one, two = shown(found.nodes[index]), shown(found.nodes[other])
                raise ValueError(
                    worded(
                        "ties of a two-mode graph join the two sides; {one} and {two} are on one",
                        one=one,
                        two=two,
                    )
                )
    return found, _Modes(first, (len(chosen), len(first) - len(chosen)))


@door
def two_mode_degree(graph: nx.Graph[N], *, nodes: Iterable[N]) -> dict[N, float]:
    """Return the share of the other side that each node is joined to (Borgatti & Everett 1997).

    From 0 to 1; an isolate has 0. Parallel edges are one tie, and loops are none. For graphs without
    parallel edges it is `networkx.bipartite.degree_centrality`.

    Args:
        graph: A graph whose ties join two sides. A directed one is taken as undirected.
        nodes: The nodes of one side, such as the organisations.

    Returns:
        The share for each node of both sides, in the order of the graph; 0 if the other side is empty.

    Raises:
        UnknownIdError: One of `nodes` is not in the graph.
        ValueError: A tie joins two nodes of one side.

    Example:
        >>> import networkx as nx
        >>> two_mode_degree(nx.Graph([("a", "fair"), ("b", "fair"), ("b", "camp")]), nodes=["a", "b"])
        {'a': 0.5, 'fair': 1.0, 'b': 1.0, 'camp': 0.5}
    """
    found, modes = _modes(graph, nodes)
    return found.by_node(
        len(row) / max(modes.sides(index)[1], 1) for index, row in enumerate(found.neighbours)
    )


@door
def two_mode_closeness(
    graph: nx.Graph[N], *, nodes: Iterable[N], progress: Progress | None = None
) -> dict[N, float]:
    """Return how near each node is to all others, by the nearest that two modes allow.

    The nearest is one tie to each of the m nodes of the other side and two ties to each of the n − 1
    others of its own, so the value is (m + 2(n − 1)) divided by the sum of the distances (Borgatti & Everett
    1997). Where a node does not reach all others, this is multiplied by the share of them that it
    reaches, as `networkx.bipartite.closeness_centrality` does; there the value can be above 1, since
    the sum is of fewer distances. In a connected graph it is from 0 to 1. An isolate has 0.

    Args:
        graph: A graph whose ties join two sides. A directed one is taken as undirected. Loops and
            parallel edges change nothing.
        nodes: The nodes of one side, such as the organisations.
        progress: Called now and then with the share of the work that is done.

    Returns:
        The value for each node of both sides, in the order of the graph, to ten digits.

    Raises:
        UnknownIdError: One of `nodes` is not in the graph.
        ValueError: A tie joins two nodes of one side.

    Example:
        >>> import networkx as nx
        >>> two_mode_closeness(nx.Graph([("a", "fair"), ("b", "fair"), ("b", "camp")]), nodes=["a", "b"])
        {'a': 0.6666666667, 'fair': 1.0, 'b': 1.0, 'camp': 0.6666666667}
    """
    found, modes = _modes(graph, nodes)
    number, total = [0] * len(found.nodes), [0] * len(found.nodes)
    for node, step, many in reached(found, progress):
        number[node] += many
        total[node] += many * step
    values = []
    for index, (many, far) in enumerate(zip(number, total, strict=True)):
        own, other = modes.sides(index)
        nearest = other + 2 * (own - 1)
        values.append(digits(nearest * many / (far * (len(number) - 1))) if many else 0.0)
    return found.by_node(values)


@door
def two_mode_betweenness(
    graph: nx.Graph[N],
    *,
    nodes: Iterable[N],
    normalisation: Normalisation = "two-mode",
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float]:
    """Return how much each node stands between others of both sides, from 0 to 1.

    Betweenness is divided by the greatest that there can be, and of that there are two notions:

    - `"two-mode"`: the greatest for a node of its side, given how many nodes each side has
      (Borgatti & Everett 1997), as `networkx.bipartite.betweenness_centrality` has it.
    - `"one-mode"`: the number of pairs of all others, (N − 1)(N − 2)/2 with N nodes on both sides
      (Freeman 1979), as `betweenness` and most programs have it. That is never more.

    Figures of the one cannot be compared with figures of the other. An isolate has 0.

    Args:
        graph: A graph whose ties join two sides. A directed one is taken as undirected. Loops and
            parallel edges change nothing.
        nodes: The nodes of one side, such as the organisations.
        normalisation: Which of the two.
        engine: As for `betweenness`.
        progress: Called now and then with the share of the work that is done.

    Returns:
        The value for each node of both sides, in the order of the graph, to ten digits; 0 where
        nobody of the side could stand between others.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        UnknownIdError: One of `nodes` is not in the graph.
        ValueError: A tie joins two nodes of one side, or an argument is something else.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "fair"), ("b", "fair"), ("b", "camp")])
        >>> two_mode_betweenness(graph, nodes=["a", "b"])["b"]
        1.0
        >>> two_mode_betweenness(graph, nodes=["a", "b"], normalisation="one-mode")["b"]
        0.6666666667
    """
    one_of("normalisation", normalisation, ("two-mode", "one-mode"))
    found, modes = _modes(graph, nodes)
    plain = graph.to_undirected(as_view=True)
    if normalisation == "one-mode":
        return betweenness(plain, engine=engine, progress=progress)
    raw = betweenness(plain, normalised=False, engine=engine, progress=progress)
    most = [_most(*modes.sizes), _most(*modes.sizes[::-1])]
    return {
        node: digits(raw[node] / top) if (top := most[not modes.first[index]]) > 0 else 0.0
        for index, node in enumerate(found.nodes)
    }


def _most(own: int, other: int) -> float:
    """Return the greatest betweenness of a node of a side, after Borgatti & Everett."""
    if own == 0 or other == 0:
        return 0.0
    whole, rest = divmod(own - 1, other)
    return (
        other**2 * (whole + 1) ** 2
        + other * (whole + 1) * (2 * rest - whole - 1)
        - rest * (2 * whole - rest + 3)
    ) / 2
