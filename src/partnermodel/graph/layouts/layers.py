"""A layout in layers: one below the other, for each sector, place, or block of nodes."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from partnermodel.graph.layouts.groups import By, grouped, ordered
from partnermodel.graph.layouts.layout import Band, Layout, Points, framed, room
from partnermodel.graph.layouts.outline import outline
from partnermodel.graph.measures.engines import N
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

_WIDE = 1.6
_SHORTEST = 8
"""A layer of so many nodes is never wrapped."""


@door
def layers(graph: nx.Graph[N], *, by: By[N] = "sector", mark: float = 16, label: float = 120) -> Layout[N]:
    """Return a layout in layers, one for each value of an attribute; a long one is wrapped into several rows.

    Args:
        graph: Any networkx graph.
        by: The name of an attribute of the nodes, or the block of each node, as `projections.sectors` and
            `measures.communities` tell it.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels.

    Returns:
        Where each node stands, and the layers as `bands`: the types of the model in its order, other values
        in that of the alphabet, nodes without a value last. No two marks touch.

    Raises:
        ValueError: `by` is neither a name nor a mapping, or a length is no length.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import layouts
        >>> layout = layouts.layers(nx.path_graph(3), by={0: "upper", 1: "lower", 2: "upper"})
        >>> [band.value for band in layout.bands]
        ['lower', 'upper']
    """
    needed = room(mark, label)
    found = outline(graph)
    groups = ordered(found, grouped(graph, found, by))
    step = max(needed.gap, needed.label + 12)
    high = needed.gap + needed.line + 12
    between = high / 2
    count = len(found.nodes)
    longest = max(_SHORTEST, ceil(sqrt(count * high / step * _WIDE)))
    places: Points = [(0.0, 0.0)] * count
    bands, y = [], 0.0
    width = step * min(longest, max((len(members) for _, members in groups), default=1))
    for value, members in groups:
        number = ceil(len(members) / longest)
        # Neighbours in the order are one below the other, so that both rows go by the same order.
        for place, node in enumerate(members):
            row, column = place % number, place // number
            filled = len(range(row, len(members), number))
            places[node] = (
                (width - filled * step) / 2 + (column + 0.5) * step,
                y + (row + 0.5) * high,
            )
        bands.append(Band(value, 0.0, y, width, number * high))
        y += number * high + between
    return framed("layers", found.nodes, places, needed, bands=bands)
