"""Pages of one network, as a user of each library would make them."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.dataset import Data

SIZES = {"tiny": (25, 60), "small": (300, 900), "large": (1000, 3000)}
"""How many nodes and ties the network has."""

_KINDS = ("school", "vocational-college", "employer", "resource-centre")


def network(data: Data) -> Any:
    """Return a network of organisations with names; a few have very many ties."""
    import networkx as nx

    nodes, ties = SIZES[data.size]
    draw = random.Random(data.seed)
    graph: nx.Graph[str] = nx.Graph()
    for number in range(nodes):
        kind = draw.choice(_KINDS)
        # Names are as long as they are, and none is a part of another one.
        graph.add_node(f"body-{number}", type="organisation", kind=kind, name=f"Организация №{number:04}")
    while graph.number_of_edges() < ties:
        hub = int(nodes * draw.random() ** 2)
        other = draw.randrange(nodes)
        if hub != other:
            graph.add_edge(f"body-{hub}", f"body-{other}")
    return graph


def names(graph: Any) -> list[str]:
    """Return the names of the nodes."""
    return [name for _, name in graph.nodes(data="name")]


def ours(graph: Any) -> str:
    """Return the page of the library."""
    from partnermodel import network_view

    page: str = network_view(graph).html()
    return page


def pyvis(graph: Any) -> str:
    """Return the page of pyvis, whole in one file as far as it can be."""
    from pyvis.network import Network

    made = Network(cdn_resources="in_line")
    for node, name in graph.nodes(data="name"):
        made.add_node(node, label=name)
    made.add_edges(list(graph.edges))
    page: str = made.generate_html()
    return page


def plotly(graph: Any) -> str:
    """Return the page of plotly, as its documentation draws a network: a layout, then points and lines."""
    import networkx as nx
    import plotly.graph_objects as go

    place = nx.spring_layout(graph, seed=1)
    across: list[float | None] = []
    down: list[float | None] = []
    for one, other in graph.edges:
        across += [place[one][0], place[other][0], None]
        down += [place[one][1], place[other][1], None]
    points = [place[node] for node in graph]
    figure = go.Figure(
        [
            go.Scatter(x=across, y=down, mode="lines"),
            go.Scatter(
                x=[x for x, _ in points], y=[y for _, y in points], mode="markers+text", text=names(graph)
            ),
        ]
    )
    page: str = figure.to_html()
    return page


def cytoscape(graph: Any) -> str:
    """Return the page of cytoscape.js, which its documentation has load the script from a network."""
    import json

    elements = [
        *({"data": {"id": node, "label": name}} for node, name in graph.nodes(data="name")),
        *({"data": {"id": f"{one}/{other}", "source": one, "target": other}} for one, other in graph.edges),
    ]
    options = {"elements": elements, "style": [{"selector": "node", "style": {"label": "data(label)"}}]}
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Network</title>'
        '<script src="https://unpkg.com/cytoscape/dist/cytoscape.min.js"></script>'
        '<style>#cy { width: 100vw; height: 100vh; }</style></head><body><div id="cy"></div><script>'
        f"cytoscape(Object.assign({{container: document.getElementById('cy')}}, {json.dumps(options)}))"
        "</script></body></html>"
    )
