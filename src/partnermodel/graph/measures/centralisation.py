"""How much a whole network is centred on one node, after Freeman."""

from __future__ import annotations

from math import fsum, sqrt
from typing import TYPE_CHECKING, Literal

from partnermodel.graph.measures.betweenness import betweenness
from partnermodel.graph.measures.centrality import closeness, degree
from partnermodel.graph.measures.eigenvectors import eigenvector
from partnermodel.graph.measures.engines import DIRECTIONS, Direction, Engine, N, Progress, one_of
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

Centrality = Literal["degree", "closeness", "betweenness", "eigenvector"]
CENTRALITIES = ("degree", "closeness", "betweenness", "eigenvector")


@door
def centralisation(
    graph: nx.Graph[N],
    *,
    of: Centrality = "degree",
    direction: Direction = "any",
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> float | None:
    """Return how much a network is centred on its most central node: 1 in a star, 0 if all are alike.

    The differences between the most central node and each other are added, and divided by what the sum is in
    a star of as many nodes (Freeman 1979): for degree (n − 1)(n − 2); for closeness, of which
    values are from 0 to 1, (n − 1)(n − 2)/(2n − 3); for normalised betweenness n − 1; for an eigenvector of
    length 1 (n − 1 − √(n − 1))/√2. With a direction, the star is of ties that all lead to the hub, or all
    from it: for degree (n − 1)², for closeness n − 1.

    Of degree, closeness and betweenness no network has more than a star. Of the eigenvector some
    have: a network whose close part is small and whose other nodes are far away goes above 1.

    Loops and parallel edges change nothing. Isolates count among the nodes: closeness is that of Wasserman
    & Faust, which has a value for every network.

    Args:
        graph: Any networkx graph.
        of: Which centrality: `"degree"`, `"closeness"`, `"betweenness"` or `"eigenvector"`.
        direction: Of a directed graph, `"in"` or `"out"` for ties and paths that lead to a node or
            from it; betweenness then follows directions, which is the same for both. `"any"` takes the
            graph as undirected, and so does the eigenvector always.
        engine: What computes betweenness and the eigenvector, as for these.
        progress: Called now and then with the share of the work that is done.

    Returns:
        The value, to nine places, or None for a graph of fewer than three nodes, where a star is not
        different from all else.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: `of` or `direction` is something else, or the engine cannot do this work.

    Example:
        >>> import networkx as nx
        >>> star = nx.star_graph(5)
        >>> centralisation(star), centralisation(star, of="closeness"), centralisation(nx.path_graph(4))
        (1.0, 1.0, 0.333333333)
    """
    one_of("of", of, CENTRALITIES)
    one_of("direction", direction, DIRECTIONS)
    number = len(graph)
    if number < 3:
        _done(progress)
        return None
    one_way = graph.is_directed() and direction != "any"
    values: dict[N, float]
    if of == "degree":
        values = degree(graph, direction=direction)
        _done(progress)
        star: float = (number - 1) ** 2 if one_way else (number - 1) * (number - 2)
    elif of == "closeness":
        values = closeness(graph, direction=direction, progress=progress)
        star = number - 1 if one_way else (number - 1) * (number - 2) / (2 * number - 3)
    elif of == "betweenness":
        taken = graph if one_way else graph.to_undirected(as_view=True)
        values = betweenness(taken, engine=engine, progress=progress)
        star = number - 1
    else:
        values = eigenvector(graph, engine=engine)
        _done(progress)
        star = (number - 1 - sqrt(number - 1)) / sqrt(2)
    most = max(values.values())
    return round(fsum(most - value for value in values.values()) / star, 9)


def _done(progress: Progress | None) -> None:
    if progress is not None:
        progress(1.0)
