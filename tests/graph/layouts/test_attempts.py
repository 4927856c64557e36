"""How crossings of a drawing are counted, before the one with the fewest is kept."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import UNDIRECTED, graphs
from tests.graph.layouts.drawings import crossings

from partnermodel.graph.layouts.attempts import crossings as counted
from partnermodel.graph.layouts.forces import Body
from partnermodel.graph.layouts.outline import outline


@given(graph=graphs(UNDIRECTED, most=9), data=st.data())
def test_crossings_are_counted_as_geometry_does(graph: nx.Graph[Any], data: st.DataObject) -> None:
    """Wherever the nodes are, as many crossings are counted as each two lines are found to have."""
    simple = outline(graph)
    size = len(simple.nodes)
    whole = st.lists(st.integers(0, 6), min_size=size, max_size=size)
    xs, ys = (list(map(float, data.draw(whole))) for _ in range(2))
    body = Body([1.0] * size, [(one, other, 1.0) for one, other in simple.ties], [0] * size)
    positions = {node: (xs[place], ys[place]) for place, node in enumerate(simple.nodes)}
    assert counted(body, (xs, ys)) == crossings(graph, positions)
