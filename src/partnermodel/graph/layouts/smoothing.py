"""Places of a connected graph refined by rustworkx, whose forces make ties alike in length."""

from __future__ import annotations

from math import dist, fsum

from partnermodel.graph.layouts.forces import Body

_ROUNDS = 30
_DIGITS = 6
"""The digits of a place that two builds of the package agree on."""


def smoothed(body: Body, xs: list[float], ys: list[float]) -> None:
    """Move points, in place, by the forces of Fruchterman & Reingold (1991).

    Args:
        body: The nodes and ties.
        xs: Where the nodes are, across; no two in one place.
        ys: Where the nodes are, down.
    """
    import rustworkx

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(xs)))
    graph.add_edges_from(body.ties)
    total = fsum([dist((xs[one], ys[one]), (xs[other], ys[other])) for one, other, _ in body.ties])
    unit = total / len(body.ties) or 1.0
    start = {node: (x / unit, y / unit) for node, (x, y) in enumerate(zip(xs, ys, strict=True))}
    found = rustworkx.spring_layout(graph, pos=start, k=1.0, num_iter=_ROUNDS, seed=0, weight_fn=float)
    for node in range(len(xs)):
        x, y = found[node]
        xs[node], ys[node] = round(float(x), _DIGITS), round(float(y), _DIGITS)
