"""Multiplex networks: a layer for each kind of relation, and layers added up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, overload

from partnermodel.graph.filling import Attributes, multidigraph, multigraph, undirected
from partnermodel.graph.projections.naming import Edge, N, edges_of, in_order, listed, name_of, relation_names
from partnermodel.graph.weights import total, weight_of
from partnermodel.model.doors import door
from partnermodel.values.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

NOT_STATED = ""
"""The name of the layer of those relations of which the attribute is not stated."""


@overload
def layers(graph: nx.DiGraph[N], *, by: str = ...) -> dict[str, nx.MultiDiGraph[N]]: ...


@overload
def layers(graph: nx.Graph[N], *, by: str = ...) -> dict[str, nx.MultiGraph[N]]: ...


@door
def layers(graph: nx.Graph[N], *, by: str = "kind") -> Mapping[str, nx.MultiGraph[N]]:
    """Return a network as a multiplex one: a layer for each kind of relation.

    Every layer has all nodes, with their attributes, so that one can be laid upon another; most nodes of
    a layer are isolates in it. Every relation is in one layer, with its direction, its key and its
    attributes; parallel relations and loops stay. (Kivelä et al. 2014, "Multilayer networks", Journal of
    Complex Networks 2: a node-aligned multiplex network.)

    Args:
        graph: Any networkx graph. For the organisations alone: `layers(direct(graph))`.
        by: The attribute of an edge that says to which layer it belongs: `kind`, `nature`, `status`, ….

    Returns:
        A new multigraph for each value of the attribute that an edge has, directed if the graph is, in
        alphabetical order. Values that are no texts go by what `str` makes of them. Edges without the
        attribute are in a layer of their own, which comes last and is named by the empty text. A graph
        without edges has no layers.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, projections, to_networkx
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "funds", "b"), Relation("b", "advises", "a"),
        ... ])
        >>> for kind, layer in projections.layers(to_networkx(model)).items():
        ...     print(kind, list(layer.edges))
        advises [('b', 'a', 'b/advises/a')]
        funds [('a', 'b', 'a/funds/b')]
    """
    with collector_paused():
        found: dict[str, list[tuple[N, N, Hashable, Attributes]]] = {}
        for source, target, key, held in edges_of(graph):
            value = held.get(by)
            name = NOT_STATED if value is None else str(value)
            found.setdefault(name, []).append((source, target, 0 if key is None else key, dict(held)))
        make = multidigraph if graph.is_directed() else multigraph
        return {
            name: make(
                name_of(graph), ((node, dict(held)) for node, held in graph.nodes(data=True)), found[name]
            )
            for name in sorted(found, key=_last_if_not_stated)
        }


@door
def flattened(layers: Mapping[str, nx.Graph[N]], *, weight: str | None = None) -> nx.Graph[N]:
    """Return the layers of a multiplex network added up: one edge for each pair that any layer joins.

    Edges have `weight`, how many relations join the two in all layers; `overlap`, in how many layers they
    are joined (the edge overlap of Battiston, Nicosia and Latora 2014, "Structural measures for multiplex
    networks", Physical Review E 89, 032804); `layers`, the names of these layers; and `through`, the
    relations. Names are in alphabetical order and separated by spaces. The direction of relations is not
    read: one in each direction are two relations.

    A relation is called by its key, if every key in its layer is a text and that of no other edge in any.
    Else it is called by its ends, the layer between them, and its key if it has any: `a/funds/b/0`. The
    layer of what is not stated, which is named by the empty text, stands as two quotation marks in `layers`.

    Args:
        layers: The layers by name: those of `layers`, or any graphs. One need not have all nodes.
        weight: The attribute of the edges that is added up instead of counting each relation as 1, as for
            layers that are projections; an edge without it counts as 1.

    Returns:
        A new undirected graph. A loop stays a loop; a node that no layer joins is an isolate. It is the
        same in whatever order the layers are given: nodes and their attributes are taken from the first
        layer in alphabetical order, and from the next what that does not have.

    Raises:
        ValueError: A weight, or the sum of those between two nodes, is not a finite number.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, projections, to_networkx
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "funds", "b"), Relation("b", "advises", "a"),
        ... ])
        >>> projections.flattened(projections.layers(to_networkx(model))).edges["a", "b"]
        {'weight': 2, 'overlap': 2, 'layers': 'advises funds', 'through': 'a/funds/b b/advises/a'}
    """
    with collector_paused():
        order = sorted(layers, key=_last_if_not_stated)
        nodes: dict[N, Attributes] = {}
        edges: list[Edge[N]] = []
        names: list[str] = []
        for name in order:
            layer = layers[name]
            for node, held in layer.nodes(data=True):
                nodes[node] = {**held, **nodes.get(node, {})}
            for one, other, key, held in edges_of(layer):
                ends = (one, other) if layer.is_directed() else in_order(one, other)
                edges.append((*ends, key, held))
                names.append(name)
        called = relation_names(edges, directed=True, layers=names)
        place = {node: place for place, node in enumerate(nodes)}
        joined: dict[tuple[N, N], list[tuple[str, str, float]]] = {}
        for (one, other, _, held), found_in, name in zip(edges, names, called, strict=True):
            pair = (one, other) if place[one] <= place[other] else (other, one)
            value = 1 if weight is None else weight_of(held.get(weight, 1), weight, one, other)
            joined.setdefault(pair, []).append((found_in, name, value))
        return undirected(
            name_of(layers[order[0]]) if order else "",
            nodes.items(),
            ((one, other, _attributes(ties, weight)) for (one, other), ties in joined.items()),
        )


def _attributes(ties: list[tuple[str, str, float]], weight: str | None) -> Attributes:
    kinds = {layer for layer, *_ in ties}
    return {
        "weight": total((value for *_, value in ties), weight),
        "overlap": len(kinds),
        "layers": listed(kinds),
        "through": listed(name for _, name, _ in ties),
    }


def _last_if_not_stated(name: str) -> tuple[bool, str]:
    return name == NOT_STATED, name
