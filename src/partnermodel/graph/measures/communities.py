"""Communities of a network: sets of nodes with more ties within than chance would have it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, Generic

import attrs

from partnermodel.graph.measures.engines import N, Progress
from partnermodel.graph.measures.leiden import Level, leiden
from partnermodel.graph.measures.modularity import weighed
from partnermodel.graph.weights import evened
from partnermodel.model.doors import door
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen
class Communities(Generic[N]):
    """What `communities` returns: sets that can be looped over, and that other measures take as a partition.

    Attributes:
        sets: The communities, the largest first; every node is in one.
        modularity: Their modularity, directions left aside; None for a graph without ties.
    """

    sets: tuple[frozenset[N], ...]
    modularity: float | None

    def __iter__(self) -> Iterator[frozenset[N]]:
        return iter(self.sets)

    def __len__(self) -> int:
        return len(self.sets)

    def by_node(self) -> dict[N, int]:
        """Return for each node the place of its community in `sets`: a partition for other measures."""
        return {node: place for place, members in enumerate(self.sets) for node in members}


@door
def communities(
    graph: nx.Graph[N],
    *,
    seed: int = 0,
    resolution: float = 1.0,
    weight: str | None = None,
    progress: Progress | None = None,
) -> Communities[N]:
    """Return communities of a graph: a partition with a high modularity, each part of it connected.

    Found with the algorithm of Leiden: Traag, Waltman and van Eck (2019), From Louvain to Leiden:
    guaranteeing well-connected communities; except that a node that is refined joins the part that it
    adds most to, where the paper draws by chance. It is a good partition, not surely the best one.

    Directions are left aside: an edge of a directed graph counts as one of an undirected graph, and
    the modularity is that of the undirected graph. Parallel edges each count, and loops only for
    the degree of their node. A tie that weighs 0 joins nobody. An isolate is a community of its own.

    The same graph and `seed` give the same communities. When all nodes are strings, or all are whole
    numbers, the order of nodes and edges makes no difference (but for the rounding of fractions in
    the weights). Another seed may find others: what several seeds agree on is surer.

    Args:
        graph: Any networkx graph.
        seed: Where chance starts: a whole number.
        resolution: What chance is multiplied by; above 1 communities are smaller.
        weight: The attribute with the weight of an edge; an edge that has none weighs 1.
        progress: Called now and then with the share that is done.

    Returns:
        The communities, the largest first, and their modularity.

    Raises:
        ValueError: The resolution is not over 0, the seed is no whole number, or a weight is negative or
            not a finite number.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> found = measures.communities(nx.barbell_graph(3, 0))
        >>> [sorted(members) for members in found.sets]
        [[0, 1, 2], [3, 4, 5]]
        >>> round(found.modularity, 3)
        0.357
    """
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise ValueError(worded("seed is a whole number, not {seed}", seed=shown(seed)))
    if not 0 < resolution < float("inf"):
        raise ValueError(
            worded("resolution is a number over 0, not {resolution}", resolution=shown(resolution))
        )
    with collector_paused():
        return _communities(graph, seed, resolution, weight, progress)


def _communities(
    graph: nx.Graph[N], seed: int, resolution: float, weight: str | None, progress: Progress | None
) -> Communities[N]:
    nodes = _in_order(list(graph))
    level, loops = _level(graph, nodes, resolution, weight)
    if not level.scale:
        return Communities(tuple(frozenset([node]) for node in nodes), None)
    rounds = 0

    def report() -> None:
        nonlocal rounds
        rounds += 1
        if progress is not None:
            progress(1 - 0.5**rounds)  # nobody knows how many rounds there are; the first takes longest

    found = _connected(level, leiden(level, Random(seed), report))
    members: dict[int, list[int]] = {}
    for index, community in enumerate(found):
        members.setdefault(community, []).append(index)
    listed = sorted(members.values(), key=lambda one: (-len(one), one[0]))
    if progress is not None:
        progress(1.0)
    return Communities(
        tuple(frozenset([nodes[index] for index in one]) for one in listed),
        _modularity(level, loops, found, listed, resolution),
    )


def _in_order(nodes: list[N]) -> list[N]:
    """Return the nodes in an order that does not hang on that of the graph, if they have one."""
    for kind in (str, int):
        if all(type(node) is kind for node in nodes):
            return sorted(nodes, key=lambda node: node)  # type: ignore[arg-type, return-value]
    return nodes


def _level(
    graph: nx.Graph[N], nodes: list[N], resolution: float, weight: str | None
) -> tuple[Level, list[float]]:
    """Return the graph as the algorithm takes it, and the weight of the loops of each node."""
    number = {node: index for index, node in enumerate(nodes)}
    loops: list[float] = [0] * len(nodes)
    if weight is None and not graph.is_directed() and not graph.is_multigraph():
        at = number.__getitem__
        neighbours = [sorted(map(at, graph.adj[node])) for node in nodes]
        for index, row in enumerate(neighbours):
            if index in row:
                row.remove(index)
                loops[index] = 1
        degrees: list[float] = [len(row) + 2 * loop for row, loop in zip(neighbours, loops, strict=True)]
        return Level(neighbours, None, degrees, resolution / (sum(degrees) or float("inf"))), loops
    rows: list[dict[int, float]] = [{} for _ in nodes]
    for one, other, held in weighed(graph, weight):
        first, second = number[one], number[other]
        if first == second:
            loops[first] += held
        elif held:
            rows[first][second] = rows[first].get(second, 0) + held
            rows[second][first] = rows[second].get(first, 0) + held
    found = [sorted(row.items()) for row in rows]
    neighbours = [[other for other, _ in row] for row in found]
    weights = [[held for _, held in row] for row in found]
    *weights, loops = evened([*weights, loops])
    degrees = [sum(row) + 2 * loop for row, loop in zip(weights, loops, strict=True)]
    return Level(neighbours, weights, degrees, resolution / (sum(degrees) or float("inf"))), loops


def _connected(level: Level, community: list[int]) -> list[int]:
    """Return the communities, each in connected parts: what rounding may have left together."""
    found = [-1] * len(community)
    for start, own in enumerate(community):
        if found[start] >= 0:
            continue
        found[start] = start
        stack = [start]
        while stack:
            for other in level.neighbours[stack.pop()]:
                if found[other] < 0 and community[other] == own:
                    found[other] = start
                    stack.append(other)
    return found


def _modularity(
    level: Level, loops: list[float], community: list[int], listed: list[list[int]], resolution: float
) -> float:
    total = resolution / level.scale  # the sum of the degrees
    gain = 0.0
    for members in listed:
        own = community[members[0]]
        within: float = 0
        for node in members:
            near = level.neighbours[node]
            held = [1.0] * len(near) if level.weights is None else level.weights[node]
            within += 2 * loops[node] + sum(
                [weight for other, weight in zip(near, held, strict=True) if community[other] == own]
            )
        degree = sum(level.degrees[node] for node in members)
        gain += within / total - resolution * (degree / total) ** 2
    return gain
