"""The organisations of a network, or what else is asked for, with the relations between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from partnermodel.graph.filling import multidigraph, multigraph
from partnermodel.graph.projections.choosing import chosen
from partnermodel.graph.projections.naming import N, edges_of, name_of
from partnermodel.model.doors import door
from partnermodel.model.model import Codes
from partnermodel.vocabulary.terms import ENTITY_TYPES, NATURES

if TYPE_CHECKING:
    import networkx as nx


@overload
def direct(graph: nx.DiGraph[N], *, types: Codes = ..., natures: Codes = ...) -> nx.MultiDiGraph[N]: ...


@overload
def direct(graph: nx.Graph[N], *, types: Codes = ..., natures: Codes = ...) -> nx.MultiGraph[N]: ...


@door
def direct(
    graph: nx.Graph[N],
    *,
    types: Codes = ("organisation",),
    natures: Codes = ("tie", "participation"),
) -> nx.MultiGraph[N]:
    """Return only the nodes of some types, joined directly: with the relations between them.

    It is the subgraph that these nodes induce, without the relations of other natures. Every relation
    keeps its direction, its key and its attributes; parallel relations and loops stay. A node that no
    relation touches is an isolate.

    Args:
        graph: Any networkx graph. Of nodes it reads `type`, of edges `nature`; what has no such attribute
            is of no type and of no nature.
        types: The types of the nodes: one, several, or None for all nodes, also those without a type.
        natures: The natures of the relations: one, several, or None for all.

    Returns:
        A new multigraph, directed if the graph is. An edge of a graph without parallel edges has the key
        0, as networkx gives it.

    Raises:
        ValueError: A type or a nature seems to be misspelt.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Place, Relation, projections, to_networkx
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Place("town", "Town"),
        ...     Relation("a", "funds", "b"), Relation("a", "located-in", "town"),
        ... ])
        >>> list(projections.direct(to_networkx(model)).edges(keys=True))
        [('a', 'b', 'a/funds/b')]
    """
    data: Any = graph
    wanted = chosen(
        types, "types", standard=ENTITY_TYPES, present=lambda: [type for _, type in data.nodes(data="type")]
    )
    joining = chosen(
        natures, "natures", standard=NATURES, present=lambda: [edge[-1] for edge in data.edges(data="nature")]
    )
    nodes = {
        node: dict(held)
        for node, held in graph.nodes(data=True)
        if wanted is None or held.get("type") in wanted
    }
    edges = (
        (source, target, 0 if key is None else key, dict(held))
        for source, target, key, held in edges_of(graph)
        if source in nodes and target in nodes and (joining is None or held.get("nature") in joining)
    )
    make = multidigraph if graph.is_directed() else multigraph
    return make(name_of(graph), nodes.items(), edges)
