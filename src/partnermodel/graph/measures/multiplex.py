"""Networks of several layers: how far the layers agree, and which ties are of more than one kind."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Generic

import attrs

from partnermodel.graph.measures.engines import N
from partnermodel.model.doors import door
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen
class Multiplexity(Generic[N]):
    """What `multiplexity` returns.

    Attributes:
        layers: For each tie of any layer, in how many layers it is.
        share: The share of the ties that are in more than one layer; None without ties.
    """

    layers: FrozenMap[tuple[N, N], int]
    share: float | None


@door
def layer_overlap(layers: Mapping[str, nx.Graph[N]]) -> dict[tuple[str, str], float | None]:
    """Return how far each two layers have the same ties: those in both, divided by those in either.

    It is the index of Jaccard of the two sets of ties.

    Direction: in directed layers a tie and its reverse are two ties. Weights are not looked at; parallel
    edges are one tie, and loops are ignored. Isolates make no difference.

    Args:
        layers: The graphs by name: all of the same nodes, and all directed or all undirected.

    Returns:
        For each pair of layers a share from 0 to 1, in the order of the layers; None where neither has a tie.

    Raises:
        ValueError: The layers have not the same nodes, or some are directed and others are not.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.layer_overlap({"funds": nx.path_graph(3), "advises": nx.complete_graph(3)})
        {('funds', 'advises'): 0.6666666666666666}
    """
    ties = _ties(layers)
    found: dict[tuple[str, str], float | None] = {}
    for one, other in combinations(ties, 2):
        either = len(ties[one].keys() | ties[other].keys())
        found[one, other] = len(ties[one].keys() & ties[other].keys()) / either if either else None
    return found


@door
def multiplexity(layers: Mapping[str, nx.Graph[N]]) -> Multiplexity[N]:
    """Return in how many layers each tie is, and which share of the ties is in more than one.

    Direction: in directed layers a tie and its reverse are two ties; in undirected ones a tie is named
    with the end first that comes first in the first layer. Weights are not looked at; parallel edges are
    one tie, and loops are ignored.

    Args:
        layers: The graphs by name: all of the same nodes, and all directed or all undirected.

    Returns:
        The ties with their numbers of layers, in the order in which the layers have them, and the share.

    Raises:
        ValueError: The layers have not the same nodes, or some are directed and others are not.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.multiplexity({"funds": nx.path_graph(3), "advises": nx.complete_graph(3)})
        Multiplexity(layers=FrozenMap({(0, 1): 2, (1, 2): 2, (0, 2): 1}), share=0.6666666666666666)
    """
    counts: dict[tuple[N, N], int] = {}
    for ties in _ties(layers).values():
        for tie in ties:
            counts[tie] = counts.get(tie, 0) + 1
    several = sum(number > 1 for number in counts.values())
    return Multiplexity(FrozenMap(counts), several / len(counts) if counts else None)


def _ties(layers: Mapping[str, nx.Graph[N]]) -> dict[str, dict[tuple[N, N], None]]:
    """Return the ties of each layer, in its order."""
    found: dict[str, dict[tuple[N, N], None]] = {}
    if not layers:
        return found
    name, first = next(iter(layers.items()))
    place = {node: index for index, node in enumerate(first)}
    for other, graph in layers.items():
        if graph.is_directed() != first.is_directed():
            raise ValueError(
                worded(
                    "all layers are directed or none is, unlike {name} and {other}",
                    name=shown(name),
                    other=shown(other),
                )
            )
        if set(graph) != set(first):
            raise ValueError(
                worded(
                    "all layers have the same nodes, unlike {name} and {other}",
                    name=shown(name),
                    other=shown(other),
                )
            )
        edges = ((one, two) for one, two in graph.edges() if one != two)
        if not graph.is_directed():
            edges = ((one, two) if place[one] < place[two] else (two, one) for one, two in edges)
        found[other] = dict.fromkeys(edges)
    return found
