"""Graphs of every class, of nodes of any sort, with attributes of ours, of others, or none."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import strategies as st

CLASSES = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "javascript:alert(1)",
    "\x00\x1b[31m\n\u202e\ud800",
    "",
    " ",
    "]]>",
    "מרכז לחינוך",
    "Очень длинное название " * 9,
)

values = st.one_of(st.none(), st.sampled_from(HOSTILE), st.integers(), st.booleans(), st.floats(), st.text())
attributes = st.dictionaries(
    st.sampled_from(
        ("name", "label", "type", "kind", "status", "start", "end", "open", "size", "members", "within",
         "weight", "statuses", "name_en", "name_ru", "class")
    ),
    values,
    max_size=5,
)  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[Any]:
    """Draw a graph with up to eight nodes, loops and parallel edges among its edges."""
    graph: nx.Graph[Any] = draw(st.sampled_from(CLASSES))()
    nodes: list[Any] = draw(
        st.lists(
            st.one_of(st.integers(0, 9), st.text(max_size=3), st.sampled_from(HOSTILE)),
            max_size=8,
            unique=True,
        )
    )
    for node in nodes:
        graph.add_node(node, **draw(attributes))
    if nodes:
        ends = st.sampled_from(nodes)
        for source, target in draw(st.lists(st.tuples(ends, ends), max_size=12)):
            graph.add_edge(source, target, **draw(attributes))
    return graph
