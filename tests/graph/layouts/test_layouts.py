"""Layouts: every node on the page, no two marks on each other, the same places for the same graph."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import hypot
from typing import Any

import networkx as nx
import pytest

from partnermodel import layouts
from partnermodel.graph.layouts import Layout

LAYOUTS: dict[str, Callable[..., Layout[Any]]] = {
    "columns": layouts.columns,
    "rings": lambda graph, **given: layouts.rings(graph, min(graph, key=str), **given),
    "layers": layouts.layers,
    "springs": layouts.springs,
    "best": layouts.best,
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_node_has_room(name: str) -> None:
    """Every mark lies on the page, and none on another."""
    graph = nx.les_miserables_graph()
    layout = LAYOUTS[name](graph, mark=20)
    assert set(layout.positions) == set(graph)
    for x, y in layout.positions.values():
        assert 10 <= x <= layout.width - 10
        assert 10 <= y <= layout.height - 10
    for (x, y), (a, b) in combinations(layout.positions.values(), 2):
        assert hypot(x - a, y - b) >= 20
