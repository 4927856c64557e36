"""New networkx graphs, filled at once instead of node by node and edge by edge.

networkx says how its graphs hold what is in them (`networkx.Graph`, "Subclasses"): a dictionary of
nodes, one of neighbours for each node, and, in a multigraph, one of keys for each pair; each is made by
a factory of the class. `add_edges_from` asks for each edge anew whether its nodes are there and what
form it was given in. Here nodes come first and edges are known to be new, so that none of it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from partnermodel.values.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

N = TypeVar("N", bound="Hashable")

Attributes = dict[str, Any]


def multidigraph(
    name: str, nodes: Iterable[tuple[N, Attributes]], edges: Iterable[tuple[N, N, Hashable, Attributes]]
) -> nx.MultiDiGraph[N]:
    """Return a directed multigraph of nodes and edges.

    Args:
        name: What the graph is of.
        nodes: Each node once, with its attributes, which the graph keeps as they are.
        edges: The source, the target, the key and the attributes of each edge. Its ends are among the
            nodes, and no two edges are alike in source, target and key.

    Raises:
        KeyError: An edge begins or ends at what is no node.

    Example:
        >>> multidigraph("Two", [("a", {}), ("b", {})], [("a", "b", "knows", {"since": 2019})]).adj
        MultiAdjacencyView({'a': {'b': {'knows': {'since': 2019}}}, 'b': {}})
    """
    import networkx as nx

    graph: nx.MultiDiGraph[N] = nx.MultiDiGraph(name=name)
    inside: Any = graph  # which the stubs do not describe
    _fill(inside, inside._succ, inside._pred, nodes, edges)
    return graph


def multigraph(
    name: str, nodes: Iterable[tuple[N, Attributes]], edges: Iterable[tuple[N, N, Hashable, Attributes]]
) -> nx.MultiGraph[N]:
    """Return an undirected multigraph of nodes and edges.

    Args:
        name: What the graph is of.
        nodes: Each node once, with its attributes, which the graph keeps as they are.
        edges: The ends, the key and the attributes of each edge. Its ends are among the nodes, and no two
            edges between the same two are alike in their key.

    Raises:
        KeyError: An edge ends at what is no node.

    Example:
        >>> multigraph("Two", [("a", {}), ("b", {})], [("a", "b", "met", {"in": 2019})]).adj
        MultiAdjacencyView({'a': {'b': {'met': {'in': 2019}}}, 'b': {'a': {'met': {'in': 2019}}}})
    """
    import networkx as nx

    graph: nx.MultiGraph[N] = nx.MultiGraph(name=name)
    inside: Any = graph
    _fill(inside, inside._adj, inside._adj, nodes, edges)
    return graph


def _fill(
    inside: Any,
    forth: dict[N, Any],
    back: dict[N, Any],
    nodes: Iterable[tuple[N, Attributes]],
    edges: Iterable[tuple[N, N, Hashable, Attributes]],
) -> None:
    """Fill a multigraph, which holds what follows a node in one dictionary, and what precedes it in another.

    In an undirected one the two are the same.
    """
    held = inside._node
    neighbours, keys = inside.adjlist_inner_dict_factory, inside.edge_key_dict_factory
    with collector_paused(kept=True):
        for node, attributes in nodes:
            held[node] = attributes
            forth[node] = neighbours()
            if back is not forth:
                back[node] = neighbours()
        for source, target, key, attributes in edges:
            following = forth[source]
            parallel = following.get(target)
            if parallel is None:
                # One dictionary, which is found from both ends.
                parallel = following[target] = back[target][source] = keys()
            parallel[key] = attributes


def undirected(
    name: str, nodes: Iterable[tuple[N, Attributes]], edges: Iterable[tuple[N, N, Attributes]]
) -> nx.Graph[N]:
    """Return an undirected graph of nodes and edges.

    Args:
        name: What the graph is of.
        nodes: Each node once, with its attributes, which the graph keeps as they are.
        edges: The ends and the attributes of each edge. Its ends are among the nodes, and no two edges
            have the same ends.

    Raises:
        KeyError: An edge ends at what is no node.

    Example:
        >>> undirected("Two", [("a", {}), ("b", {})], [("a", "b", {"weight": 2})]).adj
        AdjacencyView({'a': {'b': {'weight': 2}}, 'b': {'a': {'weight': 2}}})
    """
    import networkx as nx

    graph: nx.Graph[N] = nx.Graph(name=name)
    inside: Any = graph  # which the stubs do not describe
    held, adjacent, neighbours = inside._node, inside._adj, inside.adjlist_inner_dict_factory
    with collector_paused(kept=True):
        for node, attributes in nodes:
            held[node] = attributes
            adjacent[node] = neighbours()
        for one, other, attributes in edges:
            adjacent[one][other] = adjacent[other][one] = attributes
    return graph
