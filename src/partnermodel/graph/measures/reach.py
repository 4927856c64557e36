"""Who can reach whom in a network, and how far it is: components, reachability, distances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from partnermodel.graph.measures.engines import N, Progress, indexed
from partnermodel.graph.measures.paths import AT_ONCE, reached
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.values.collector import collector_paused
from partnermodel.values.columns import Column
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Shown, Table

if TYPE_CHECKING:
    import networkx as nx

M = TypeVar("M", bound=Hashable)


@door
def components(graph: nx.Graph[N], *, strong: bool = False) -> list[frozenset[N]]:
    """Return the parts of a network between which there is no path, the largest first.

    Parts of one size are in the order in which their first nodes are in the graph. An isolate is a part of
    its own. Loops and parallel edges change nothing.

    Args:
        graph: Any networkx graph. Of a directed one these are the weak components, in which a path
            may follow ties in either direction.
        strong: Whether paths must follow the direction, and lead there and back: the strong
            components of a directed graph. Of an undirected graph they are the same.

    Returns:
        The nodes of each part; every node is in exactly one.

    Example:
        >>> import networkx as nx
        >>> [sorted(part) for part in components(nx.Graph([("a", "b"), ("c", "d"), ("d", "e")]))]
        [['c', 'd', 'e'], ['a', 'b']]
    """
    if not graph.is_directed():
        with collector_paused():
            found = parts(dict(graph.adjacency()))
    elif strong:
        part_of = {node: part for part in strong_parts(graph) for node in part}
        found = list({id(part): part for part in map(part_of.__getitem__, graph)}.values())
    else:
        lists = indexed(graph, directed=False)
        inside = parts(dict(enumerate(lists.neighbours)))
        found = [{lists.nodes[index] for index in part} for part in inside]
    return [frozenset(part) for part in sorted(found, key=len, reverse=True)]


def parts(neighbours: Mapping[M, Iterable[M]]) -> list[set[M]]:
    """Return the components, in the order of their first nodes, by waves of whole sets."""
    found: list[set[M]] = []
    seen: set[M] = set()
    for node in neighbours:
        if node not in seen:
            part = front = {node}
            while front:
                front = set().union(*map(neighbours.__getitem__, front)) - part
                part |= front
            seen |= part
            found.append(part)
    return found


def strong_parts(graph: nx.Graph[N]) -> list[set[N]]:
    """Return the strong components of a directed graph, each after all that it leads to."""
    import networkx as nx

    assert isinstance(graph, nx.DiGraph)
    return list(nx.strongly_connected_components(graph))


@door
def reachability(graph: nx.Graph[N]) -> float | None:
    """Return the share of the ordered pairs of nodes of which the first has a path to the second.

    From 0 to 1 (Wasserman & Faust 1994, chapter 4). It is 1 for a (strongly) connected
    graph. Loops and parallel edges change nothing. An isolate is in pairs, and reaches nobody.

    Args:
        graph: Any networkx graph. Paths follow the direction of a directed one.

    Returns:
        The share, or None for a graph of fewer than two nodes.

    Example:
        >>> import networkx as nx
        >>> reachability(nx.DiGraph([("a", "b"), ("b", "c")]))
        0.5
    """
    number = len(graph)
    if number < 2:
        return None
    if not graph.is_directed():
        pairs = sum(len(part) * (len(part) - 1) for part in components(graph))
    else:
        pairs = _ordered_pairs(graph)
    return pairs / (number * (number - 1))


def _ordered_pairs(graph: nx.Graph[N]) -> int:
    # A component comes after all that it leads to, so one pass over the ties is enough.
    parts = strong_parts(graph)
    part_of = {node: place for place, part in enumerate(parts) for node in part}
    leads = [
        {part_of[other] for node in part for other in graph[node]} - {place}
        for place, part in enumerate(parts)
    ]
    pairs = -len(graph)  # everyone reaches itself, which is no pair
    nodes = [node for part in parts for node in part]
    for start in range(0, len(nodes), AT_ONCE):
        held = [0] * len(parts)
        for place, node in enumerate(nodes[start : start + AT_ONCE]):
            held[part_of[node]] |= 1 << place
        for place, others in enumerate(leads):
            bits = held[place]
            for other in others:
                bits |= held[other]
            held[place] = bits
            pairs += len(parts[place]) * bits.bit_count()
    return pairs


@attrs.frozen
class Distances(Shown):
    """How far nodes are from each other, in ties: what `distances` returns.

    Pairs are ordered: of an undirected graph each two nodes are two pairs.

    Attributes:
        mean: The mean distance over the pairs that have a path (the characteristic path length), or
            None when none has.
        diameter: The longest of these distances, or None when no pair has a path.
        unreachable: How many pairs have no path.
        counts: For each distance from 1 to the diameter, how many pairs are so far apart.
    """

    mean: float | None
    diameter: int | None
    unreachable: int
    counts: FrozenMap[int, int]

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each distance, and one for the pairs that have no path.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows: list[tuple[Untold, ...]] = [
            (Number(distance), Number(pairs)) for distance, pairs in self.counts.items()
        ]
        rows.append((saying("no-path"), Number(self.unreachable)))
        notes = () if self.mean is None else (saying("mean-distance", mean=Number(self.mean, 3)),)
        return Sheet(saying("distances"), ("distance", "pairs"), tuple(rows), notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each distance, for machines, and one without a distance for what has no path."""
        columns = Column("distance", "integer"), Column("pairs", "integer")
        return typed_rows(columns, [*self.counts.items(), (None, self.unreachable)])


@door
def distances(graph: nx.Graph[N], *, progress: Progress | None = None) -> Distances:
    """Return how far the nodes are from each other, in ties along the shortest paths.

    Pairs without a path are counted, and enter neither the mean nor the diameter (Wasserman & Faust
    1994, chapter 4). Loops and parallel edges change nothing. All pairs that an isolate is in are
    without a path. `networkx.average_shortest_path_length` and `networkx.diameter` refuse such graphs.

    Args:
        graph: Any networkx graph. Paths follow the direction of a directed one.
        progress: Called now and then with the share of the work that is done.

    Example:
        >>> import networkx as nx
        >>> print(distances(nx.Graph([("a", "b"), ("b", "c"), ("d", "e")])))
        Distances of ordered pairs
        distance  pairs
        1         6
        2         2
        no path   12
        Mean distance: 1.250.
    """
    found: Counter[int] = Counter()
    for _, step, number in reached(indexed(graph), progress):
        found[step] += number
    pairs = found.total()
    return Distances(
        mean=sum(step * number for step, number in found.items()) / pairs if pairs else None,
        diameter=max(found, default=None),
        unreachable=len(graph) * (len(graph) - 1) - pairs,
        counts=FrozenMap(sorted(found.items())),
    )
