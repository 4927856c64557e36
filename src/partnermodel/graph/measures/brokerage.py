"""Who stands between others, and between which groups, after Gould and Fernandez."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import TYPE_CHECKING

import attrs

from partnermodel.graph.measures.engines import N, Progress, indexed
from partnermodel.graph.measures.partition import Partition, blocks
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

_EVERY = 1024


@attrs.frozen
class Brokerage:
    """How often a node brokers, in each of the roles of Gould and Fernandez (1989).

    A node brokers from a first to a second one when it has a tie from the first and one to the second,
    and there is no tie from the first to the second.

    Attributes:
        coordinator: All three are in one block.
        itinerant: The first and the second are in one block, the broker in another: a consultant.
        gatekeeper: The broker and the second are in one block, the first in another.
        representative: The broker and the first are in one block, the second in another.
        liaison: Each of the three is in a block of its own.
    """

    coordinator: int = 0
    itinerant: int = 0
    gatekeeper: int = 0
    representative: int = 0
    liaison: int = 0

    @property
    def total(self) -> int:
        """How often the node brokers, in whatever role."""
        return self.coordinator + self.itinerant + self.gatekeeper + self.representative + self.liaison


@door
def brokerage(
    graph: nx.Graph[N], partition: Partition[N], *, progress: Progress | None = None
) -> dict[N, Brokerage]:
    """Return how often each node stands between two others, by the blocks that the three are in.

    Gould and Fernandez (1989), Structures of Mediation, Sociological Methodology 19: the raw counts,
    not divided by anything. `total` is the same for every partition.

    Direction: what goes from the first to the second, goes along the ties. In an undirected graph each
    tie leads both ways, so that each pair of others counts in both orders: a gatekeeper is as often a
    representative, and every other count is even. Halve the total to count each pair once.
    Weights are not looked at; parallel edges are one tie, and loops are ignored.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.
        progress: Called now and then with the share that is done.

    Returns:
        The counts of each node, in the order of the graph; all are 0 for an isolate.

    Raises:
        ValueError: A node is in no block, or in two.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> graph = nx.DiGraph([("a", "b"), ("b", "c")])
        >>> measures.brokerage(graph, {"a": "school", "b": "college", "c": "college"})["b"]
        Brokerage(coordinator=0, itinerant=0, gatekeeper=1, representative=0, liaison=0)
    """
    of = list(blocks(graph, partition).values())
    found = indexed(graph)
    after = [set(row) for row in found.neighbours]
    before: list[list[int]] = [[] for _ in after]
    for index, row in enumerate(found.neighbours):
        for other in row:
            before[other].append(index)
    made: dict[N, Brokerage] = {}
    for broker, node in enumerate(found.nodes):
        if progress is not None and broker % _EVERY == 0:
            progress(broker / len(after))
        made[node] = _roles(broker, of, before[broker], after)
    if progress is not None:
        progress(1.0)
    return made


def _roles(broker: int, of: list[Hashable], before: list[int], after: list[set[int]]) -> Brokerage:
    """Count the pairs of all who lead here and all whom this leads to, less those with a tie of their own."""
    here = after[broker]
    if not before or not here:
        return Brokerage()
    own = of[broker]
    coming, going = Counter([of[one] for one in before]), Counter([of[one] for one in here])
    within_in, within_out = coming[own], going[own]
    same = sum([number * going[block] for block, number in coming.items() if block != own])
    out_in, out_out = len(before) - within_in, len(here) - within_out
    coordinator, itinerant = within_in * within_out, same
    gatekeeper, representative = out_in * within_out, within_in * out_out
    liaison = out_in * out_out - same
    for first in before:
        block = of[first]
        closed = here & after[first]
        if first in here:
            closed.add(first)  # nobody brokers from one to itself
        for second in closed:
            other = of[second]
            if block == own:
                if other == own:
                    coordinator -= 1
                else:
                    representative -= 1
            elif other == own:
                gatekeeper -= 1
            elif other == block:
                itinerant -= 1
            else:
                liaison -= 1
    return Brokerage(coordinator, itinerant, gatekeeper, representative, liaison)
