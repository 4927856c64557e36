"""What any networkx graph is to a type checker, for rooms that do not import networkx themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

    AnyGraph = nx.Graph[Any]
