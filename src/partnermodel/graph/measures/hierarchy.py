"""How near a directed network is to a hierarchy in which everybody has one superior, after Krackhardt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from partnermodel.graph.measures.engines import Indexed, N, Progress, indexed
from partnermodel.graph.measures.paths import backwards
from partnermodel.graph.measures.reach import parts, strong_parts
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Shown, Table
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen
class Krackhardt(Shown):
    """The four dimensions of `krackhardt`, each from 0 to 1; all four are 1 only in a tree.

    Attributes:
        connectedness: The share of pairs with a path that minds no direction. None without pairs.
        hierarchy: Of the pairs with a path in either direction, the share without one in the other.
            None when nobody has a path to anybody.
        efficiency: 1 minus the share of the ties that could be beyond those which hold the components
            together. None when all nodes are isolates.
        least_upper_bound: 1 minus the share of pairs of a component without a lowest common superior.
            None when no component has three nodes.
    """

    connectedness: float | None
    hierarchy: float | None
    efficiency: float | None
    least_upper_bound: float | None

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each dimension.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(
            (saying(f"krackhardt-{name.replace('_', '-')}"), Number(value, 3))
            for name, value in attrs.asdict(self).items()
        )
        return Sheet(saying("krackhardt"), ("dimension", "value"), rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each dimension, for machines."""
        return typed_rows(
            [Column("dimension", "text"), Column("value", "number")], attrs.asdict(self).items()
        )


@door
def krackhardt(graph: nx.Graph[N], *, progress: Progress | None = None) -> Krackhardt:
    """Return the four graph-theoretical dimensions of hierarchy (Krackhardt 1994).

    A tie leads from the superior to the subordinate. In an out-tree, with one root and one superior for
    each other node, all four are 1:

    - connectedness: of the n(n − 1)/2 pairs, the share that is in one weak component;
    - hierarchy: of the pairs of which one reaches the other, the share in which not both do;
    - efficiency: with components of N nodes, 1 − (ties − Σ(N − 1)) / Σ(N(N − 1) − (N − 1));
    - least upper bound: with components of three nodes and more, 1 − (pairs of one component that have
      no least upper bound) / Σ(N − 1)(N − 2)/2. An upper bound of two nodes is a node that reaches
      both, and every node reaches itself; it is the least when all upper bounds of the two reach it.

    These are the definitions in the manual of the package sna for R (Butts), by which values that it does
    not define are None here. Loops are left out, and parallel edges are one tie. An isolate is a
    component: it lowers connectedness, and the other three do not see it.

    Memory grows with the square of the number of nodes: for 10,000 some hundred megabytes.

    Args:
        graph: A directed graph.
        progress: Called now and then with the share of the work that is done.

    Raises:
        ValueError: The graph is undirected, so nobody is superior.

    Example:
        >>> import networkx as nx
        >>> print(krackhardt(nx.DiGraph([("a", "b"), ("a", "c"), ("b", "c"), ("d", "c")])))
        Krackhardt's dimensions
        dimension          value
        connectedness      1.000
        hierarchy          1.000
        efficiency         0.889
        least_upper_bound  0.333
    """
    if not graph.is_directed():
        raise ValueError(
            worded("the dimensions of hierarchy are of a directed graph, and this one is undirected")
        )
    found = indexed(graph)
    number = len(found.nodes)
    weak = parts(dict(enumerate(indexed(graph, directed=False).neighbours)))
    sizes = [len(part) for part in weak]
    ties = sum(map(len, found.neighbours))
    needed = sum(size - 1 for size in sizes)
    superfluous = sum((size - 1) ** 2 for size in sizes)
    strong, above = _above(graph, found)
    mutual = sum(len(part) * (len(part) - 1) // 2 for part in strong)
    one_way = sum(bits.bit_count() - 1 for bits in above) - 2 * mutual
    violated = _violated(weak, above, progress)
    most = sum((size - 1) * (size - 2) // 2 for size in sizes)
    pairs = number * (number - 1) // 2
    return Krackhardt(
        connectedness=sum(size * (size - 1) // 2 for size in sizes) / pairs if pairs else None,
        hierarchy=one_way / (one_way + mutual) if one_way + mutual else None,
        efficiency=1 - (ties - needed) / superfluous if superfluous else None,
        least_upper_bound=1 - violated / most if most else None,
    )


def _above(graph: nx.Graph[N], found: Indexed[N]) -> tuple[list[set[N]], list[int]]:
    """Return the strong components, and for each node those that reach it, itself included, as bits."""
    at = {node: index for index, node in enumerate(found.nodes)}
    before = backwards(found).neighbours
    above = [0] * len(found.nodes)
    strong = strong_parts(graph)
    for part in reversed(strong):  # what leads to a component has come before it
        inside = [at[node] for node in part]
        bits = 0
        for index in inside:
            bits |= 1 << index
            for other in before[index]:
                bits |= above[other]
        for index in inside:
            above[index] = bits
    return strong, above


def _violated(weak: list[set[int]], above: list[int], progress: Progress | None) -> int:
    """Return how many pairs of a component have no least upper bound."""
    # The upper bounds of two nodes all reach the least of them, and are all that do: the common bits
    # of the two are those of one node, or there is no least.
    of_one_node = set(above)
    violated = done = 0
    for part in weak:
        inside = [above[index] for index in part]
        for place, bits in enumerate(inside):
            violated += sum(bits & other not in of_one_node for other in inside[place + 1 :])
            done += 1
            if progress is not None and (done % 100 == 0 or done == len(above)):
                progress(done / len(above))
    return violated
