"""The layout that suits a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnermodel.graph.layouts.columns import columns
from partnermodel.graph.layouts.layout import Layout
from partnermodel.graph.layouts.rings import rings
from partnermodel.graph.layouts.springs import springs
from partnermodel.graph.measures.engines import N, indexed
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

_FEW = 40
_MOST = 0.8


@door
def best(graph: nx.Graph[N], *, mark: float = 16, label: float = 120) -> Layout[N]:
    """Return the layout that suits a graph; its `name` says which one it is.

    Args:
        graph: Any networkx graph.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels.

    Returns:
        Rings, if one node is tied to nearly all and there are few ties besides; columns, if there are at most
        40 nodes and most ties are between nodes of two types; springs for everything else.

    Raises:
        ValueError: A length is no length.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import layouts
        >>> layouts.best(nx.star_graph(5)).name, layouts.best(nx.cycle_graph(5)).name
        ('rings', 'springs')
    """
    found = indexed(graph, directed=False)
    count = len(found.nodes)
    ties = sum(map(len, found.neighbours)) / 2
    hub = max(range(count), key=lambda place: len(found.neighbours[place]), default=None)
    if (
        hub is not None
        and count >= 4
        and len(found.neighbours[hub]) >= _MOST * (count - 1)
        and ties < 2 * count
    ):
        most = len(found.neighbours[hub])
        if sum(len(row) == most for row in found.neighbours) == 1:
            return rings(graph, found.nodes[hub], mark=mark, label=label)
    types = [graph.nodes[node].get("type") for node in found.nodes]
    if count <= _FEW and len(set(map(str, types))) > 1 and ties:
        across = sum(types[one] != types[other] for one, row in enumerate(found.neighbours) for other in row)
        if across / 2 >= _MOST * ties:
            return columns(graph, mark=mark, label=label)
    return springs(graph, mark=mark, label=label)
