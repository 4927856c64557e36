"""How closely a network holds together, tie by tie: density, reciprocity, transitivity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from partnermodel.graph.measures.engines import N, indexed, one_of
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx


@door
def density(graph: nx.Graph[N]) -> float | None:
    """Return the share of the ties that could be which are: from 0 to 1.

    Of an undirected graph of n nodes there could be n(n − 1)/2, of a directed one n(n − 1)
    (Wasserman & Faust 1994, chapter 4). A loop is no tie and parallel edges are one: unlike
    in `networkx.density`, the share never goes above 1. Isolates count among the nodes.

    Args:
        graph: Any networkx graph; of a directed one, a tie each way is two.

    Returns:
        The share, or None for a graph of fewer than two nodes, where no tie could be.

    Example:
        >>> import networkx as nx
        >>> density(nx.path_graph(3))
        0.6666666666666666
    """
    found = indexed(graph)
    number = len(found.nodes)
    if number < 2:
        return None
    return sum(map(len, found.neighbours)) / (number * (number - 1))


@door
def reciprocity(graph: nx.Graph[N], *, of: Literal["dyads", "arcs"] = "dyads") -> float | None:
    """Return how much of a directed network is mutual: from 0 to 1.

    Of dyads: the share of the pairs with any tie that have ties both ways, M / (M + A), where M is the
    number of mutual and A of asymmetric pairs. Of arcs: the share of ties that are returned,
    2M / (2M + A), as `networkx.overall_reciprocity` has it. With the second, one mutual pair
    counts twice (Hanneman & Riddle 2005, chapter 8, tell both). Loops count as nothing, parallel
    edges as one, and isolates are in no pair.

    Args:
        graph: A directed graph. In an undirected one all is mutual.
        of: `"dyads"` for the share of pairs, `"arcs"` for the share of ties.

    Returns:
        The share, or None for a graph without ties.

    Raises:
        ValueError: `of` is something else.

    Example:
        >>> import networkx as nx
        >>> graph = nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])
        >>> reciprocity(graph), reciprocity(graph, of="arcs")
        (0.5, 0.6666666666666666)
    """
    one_of("of", of, ("dyads", "arcs"))
    arcs = {(index, other) for index, row in enumerate(indexed(graph).neighbours) for other in row}
    if not arcs:
        return None
    returned = sum((other, index) in arcs for index, other in arcs)
    if of == "arcs":
        return returned / len(arcs)
    return (returned // 2) / (len(arcs) - returned // 2)


@door
def transitivity(graph: nx.Graph[N]) -> float | None:
    """Return how often two partners of one node are partners themselves: from 0 to 1.

    Three times the number of triangles, divided by the number of paths of two ties (Newman, Strogatz &
    Watts 2001): the global clustering coefficient. Loops are left out, parallel edges are one tie, and
    isolates are in no path.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected: a tie either way is a tie.

    Returns:
        The share, or None for a graph in which no node has two partners.

    Example:
        >>> import networkx as nx
        >>> transitivity(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
        0.6
    """
    found = indexed(graph, directed=False)
    closed = sum(_closed(found.neighbours))
    paths = sum(len(row) * (len(row) - 1) // 2 for row in found.neighbours)
    return closed / paths if paths else None


@door
def clustering(graph: nx.Graph[N]) -> dict[N, float | None]:
    """Return, for each node, the share of the pairs of its partners that are partners themselves.

    The local clustering coefficient (Watts & Strogatz 1998), from 0 to 1: the density of what is around a
    node. Loops are left out, and parallel edges are one tie.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected: a tie either way is a tie.

    Returns:
        The share for each node, in the order of the graph; None for a node with fewer than two
        partners, such as an isolate, for which `networkx.clustering` says 0.

    Example:
        >>> import networkx as nx
        >>> clustering(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
        {'a': 1.0, 'b': 1.0, 'c': 0.3333333333333333, 'd': None}
    """
    found = indexed(graph, directed=False)
    return found.by_node(
        number / (len(row) * (len(row) - 1) // 2) if len(row) > 1 else None
        for number, row in zip(_closed(found.neighbours), found.neighbours, strict=True)
    )


def _closed(rows: list[list[int]]) -> list[int]:
    """Return, for each node, how many pairs of its neighbours are neighbours themselves."""
    # Each triangle is found once, at its node of the fewest neighbours, where there is the least to do.
    rank = {
        node: place for place, node in enumerate(sorted(range(len(rows)), key=lambda one: len(rows[one])))
    }
    later = [{other for other in row if rank[other] > rank[node]} for node, row in enumerate(rows)]
    found = [0] * len(rows)
    for node, others in enumerate(later):
        for other in others:
            third = others & later[other]
            if third:
                found[node] += len(third)
                found[other] += len(third)
                for one in third:
                    found[one] += 1
    return found
