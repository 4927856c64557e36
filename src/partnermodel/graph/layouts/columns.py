"""A layout in columns: a column for each type, kind, or block of nodes."""

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

_WIDE = 1.4
_SHORTEST = 24
"""A column of so many nodes is never wrapped."""


@door
def columns(graph: nx.Graph[N], *, by: By[N] = "type", mark: float = 16, label: float = 120) -> Layout[N]:
    """Return a layout in columns, one for each value of an attribute; a long one is wrapped into several.

    Args:
        graph: Any networkx graph.
        by: The name of an attribute of the nodes, or the block of each node, as `projections.sectors` and
            `measures.communities` tell it.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels.

    Returns:
        Where each node stands, and the columns as `bands`: the types of the model in its order, other values
        in that of the alphabet, nodes without a value last. No two marks touch.

    Raises:
        ValueError: `by` is neither a name nor a mapping, or a length is no length.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import layouts
        >>> layout = layouts.columns(nx.path_graph(4), by={0: "a", 1: "b", 2: "a", 3: "b"})
        >>> [band.value for band in layout.bands]
        ['a', 'b']
        >>> layout.positions[0][0] == layout.positions[2][0] < layout.positions[1][0]
        True
    """
    needed = room(mark, label)
    found = outline(graph)
    groups = ordered(found, grouped(graph, found, by))
    step = max(needed.gap, needed.line + 4)
    wide = needed.mark + needed.label + 16
    count = len(found.nodes)
    longest = max(_SHORTEST, ceil(sqrt(count * wide / step / _WIDE)))
    places: Points = [(0.0, 0.0)] * count
    bands, x = [], 0.0
    height = step * min(longest, max((len(members) for _, members in groups), default=1))
    # Ties between few and long columns would be steep if these stood side by side.
    filled_width = wide * sum(ceil(len(members) / longest) for _, members in groups)
    free = (height * _WIDE - filled_width) / max(len(groups) - 1, 1)
    between = max(needed.mark * 2, wide / 3, min(free, 2 * wide))
    for value, members in groups:
        number = ceil(len(members) / longest)
        each = ceil(len(members) / number)
        for place, node in enumerate(members):
            filled = min(each, len(members) - place // each * each)
            places[node] = (
                x + (place // each + 0.5) * wide,
                (height - filled * step) / 2 + (place % each + 0.5) * step,
            )
        bands.append(Band(value, x, 0.0, number * wide, height))
        x += number * wide + between
    return framed("columns", found.nodes, places, needed, bands=bands)
