"""Networks of blocks: nodes that are alike, merged into one."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, overload

from partnermodel.graph.projections.naming import N, edges_of, listed, name_of, relation_names
from partnermodel.graph.projections.partitions import partition as by_attribute
from partnermodel.graph.weights import total, weight_of
from partnermodel.model.doors import door
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Partition = Mapping[Any, Any] | str


@overload
def quotient(
    graph: nx.DiGraph[N], partition: Partition, *, weight: str | None = ..., rest: str | None = ...
) -> nx.DiGraph[Any]: ...


@overload
def quotient(
    graph: nx.Graph[N], partition: Partition, *, weight: str | None = ..., rest: str | None = ...
) -> nx.Graph[Any]: ...


@door
def quotient(
    graph: nx.Graph[N], partition: Partition, *, weight: str | None = None, rest: str | None = "not-stated"
) -> nx.Graph[Any]:
    """Return a network whose nodes are blocks of nodes: all of a type, of a kind, in a place, of a sector.

    Nodes have `size`, how many nodes were merged; `members`, their ids; and `within`, how many relations
    join two of them. Edges have `weight`, how many relations lead from one block to the other, and
    `relations`, which these are. Relations within a block make a loop, so that each relation of the graph
    is in one edge, and the weights add up to their number. (The image of a blockmodel, without a verdict on
    which blocks are joined: White, Boorman and Breiger 1976, "Social structure from multiple networks. I",
    American Journal of Sociology 81.)

    Ids are in alphabetical order and separated by spaces; one that has a space in it stands in quotation
    marks, as in a CSV file. A relation is called by its key, if every key of the graph is a text and no
    two are alike. Else by its ends, and its key if it has any: `a/b`, `a/b/0`.

    Args:
        graph: Any networkx graph.
        partition: The block of each node, as `partition`, `places` and `sectors` return them, or the name
            of an attribute of the nodes. What it says of nodes that are not in the graph is not read.
        weight: The attribute of the edges that is added up instead of counting each relation as 1; an edge
            without it counts as 1.
        rest: The name of the block of those nodes of which the partition says nothing, or None. There is
            such a block only if there are such nodes.

    Returns:
        A new graph, directed if the graph is, with one edge for each pair of blocks and direction. Blocks
        come in the order in which the graph has the first of their members, the rest last. A block that
        nothing joins is an isolate.

    Raises:
        ValueError: The partition says nothing of a node and `rest` is None, or `rest` is the name of a
            block of the partition, too. A weight, or the sum of those between two blocks, is not a
            finite number.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import projections
        >>> graph = nx.Graph([("a", "b"), ("b", "c")])
        >>> merged = projections.quotient(graph, {"a": "school", "b": "school", "c": "employer"})
        >>> merged.nodes["school"]
        {'size': 2, 'members': 'a b', 'within': 1}
        >>> merged.edges["school", "employer"]
        {'weight': 1, 'relations': 'b/c'}
    """
    import networkx as nx

    with collector_paused():
        block = _blocks(graph, partition, rest)
        members: dict[Hashable, list[N]] = {}
        for node, name in block.items():
            members.setdefault(name, []).append(node)
        place = {name: place for place, name in enumerate(members)}
        directed = graph.is_directed()
        edges = list(edges_of(graph))
        joined: dict[tuple[Hashable, Hashable], list[tuple[str, float]]] = {}
        for (source, target, _, held), name in zip(
            edges, relation_names(edges, directed=directed), strict=True
        ):
            ends = block[source], block[target]
            if not directed and place[ends[0]] > place[ends[1]]:
                ends = ends[1], ends[0]
            value = 1 if weight is None else weight_of(held.get(weight, 1), weight, source, target)
            joined.setdefault(ends, []).append((name, value))
        made: nx.Graph[Any] = nx.DiGraph(name=name_of(graph)) if directed else nx.Graph(name=name_of(graph))
        made.add_nodes_from(
            (
                name,
                {
                    "size": len(inside),
                    "members": listed(inside),
                    "within": len(joined.get((name, name), ())),
                },
            )
            for name, inside in members.items()
        )
        made.add_edges_from(
            (
                *ends,
                {
                    "weight": total((value for _, value in relations), weight),
                    "relations": listed(name for name, _ in relations),
                },
            )
            for ends, relations in joined.items()
        )
        return made


def _blocks(graph: nx.Graph[N], partition: Partition, rest: str | None) -> dict[N, Hashable]:
    """Return the block of each node; nodes of the rest come last."""
    said = by_attribute(graph, by=partition) if isinstance(partition, str) else partition
    found: dict[N, Hashable] = {node: said[node] for node in graph if said.get(node) is not None}
    left = [node for node in graph if node not in found]
    if left and rest is None:
        some = shown(left[0])
        if len(left) > 1:
            some = worded("{some} and of {rest} more", some=some, rest=len(left) - 1)
        raise ValueError(
            worded(
                "the partition says nothing of {nodes}. Name a block for them with `rest`.",
                nodes=some,
            )
        )
    if left and rest in found.values():
        raise ValueError(
            worded("{block} is a block of the partition. Give the `rest` another name.", block=shown(rest))
        )
    return found | dict.fromkeys(left, rest)
