"""Who stands between others: betweenness, exact or estimated from some of the nodes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import isfinite, log, sqrt
from random import Random
from typing import TYPE_CHECKING, Any, Generic

import attrs

from partnermodel.graph.measures.blocks import blocks
from partnermodel.graph.measures.dependencies import dependencies
from partnermodel.graph.measures.engines import (
    PYTHON,
    Engine,
    Indexed,
    N,
    Progress,
    choose,
    digits,
    indexed,
    rustworkx_graph,
)
from partnermodel.graph.measures.paths import lengths
from partnermodel.model.doors import door
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

WORTH = 50
"""How many nodes a graph has for which it is worth loading a package."""

AT_ONE_GO = 5 * 10**8
"""How many steps rustworkx, which cannot be interrupted, is given at the most: some seconds."""

SURE = 0.95


@door
def betweenness(
    graph: nx.Graph[N],
    *,
    normalised: bool = True,
    distance: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float]:
    """Return how much each node stands between others, exactly (Freeman 1977; computed after Brandes 2001).

    For each two other nodes, the share of the shortest paths between them that go through the node; all
    shares are added. Normalised, the sum is divided by the number of pairs of others, (n − 1)(n − 2)/2, and
    is from 0 to 1; the hub of a star has 1 (Freeman 1979). Loops and parallel edges change nothing; of
    parallel edges of several lengths the shortest counts. An isolate has 0.

    Args:
        graph: Any networkx graph. Paths follow the direction of a directed one, where pairs are
            ordered, and there are (n − 1)(n − 2) of them.
        normalised: Whether to divide by the number of pairs. With fewer than three nodes all have 0.
        distance: The attribute that holds the length of an edge, 1 where it is missing; None to count ties.
            Two paths whose lengths differ by less than a billionth of a thousandth are equally long:
            0.1 + 0.2 is 0.3, which networkx does not see.
        engine: `"rustworkx"` (the quickest; tells no progress and cannot be interrupted), `"scipy"` or
            `"python"`; None for the quickest that is installed, and that can be interrupted where
            it takes long. All give the same values. With lengths there is pure Python only.
        progress: Called now and then with the share of the work that is done.

    Returns:
        The value for each node, in the order of the graph, to ten digits.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work, or a length is not above 0.

    Example:
        >>> import networkx as nx
        >>> betweenness(nx.path_graph(["a", "b", "c", "d"]), normalised=False)
        {'a': 0.0, 'b': 2.0, 'c': 2.0, 'd': 0.0}
    """
    found = indexed(graph) if distance is None else lengths(graph, distance)
    size = len(found.nodes)
    steps = size * sum(map(len, found.neighbours))
    offered: tuple[Engine, ...] = ("rustworkx", "scipy")
    if distance is not None:
        offered = ()
    elif progress is not None or steps > AT_ONE_GO:
        offered = ("scipy", "rustworkx")
    chosen = choose(engine, *offered, pays=size >= WORTH)
    sums = _by_rustworkx(found) if chosen == "rustworkx" else None
    if sums is None and distance is None and not found.directed:
        sums = _by_blocks(found, engine, offered, progress)
    elif sums is None:
        sums = _added(found, chosen, None, progress)
    elif progress is not None:
        progress(1.0)
    scale = _scale(found, normalised)
    return found.by_node(digits(value * scale) for value in sums)


def _added(
    graph: Indexed[Any], engine: Engine, counts: Sequence[int] | None, progress: Progress | None
) -> list[float]:
    """Return the sums over ordered pairs, from each node to all others; see `dependencies`."""
    size = len(graph.nodes)
    sums, done = [0.0] * size, 0
    for number, more, _ in dependencies(graph, range(size), engine, counts):
        sums = [one + float(other) for one, other in zip(sums, more, strict=True)]
        done += number
        if progress is not None:
            progress(done / size)
    return sums


def _by_blocks(
    graph: Indexed[Any], engine: Engine | None, offered: tuple[Engine, ...], progress: Progress | None
) -> list[float]:
    """Return the sums over ordered pairs, block by block (Sarıyüce et al. 2013).

    Between two that a node holds together, all paths lead through it. Between all others, what matters
    is where the paths enter and leave a block, and a node of it stands for all that hang on it.
    """
    found, held = blocks(graph)
    sums = [float(pairs) for pairs in held]
    inner = [(block, block.graph(graph.neighbours)) for block in found if len(block.nodes) > 3]
    # In a block whose nodes are all neighbours, nobody stands between two others.
    inner = [(block, part) for block, part in inner if not _complete(part)]
    work, done = sum(len(block.nodes) ** 2 for block, _ in inner), 0
    for block, part in inner:
        size = len(block.nodes)
        told = None if progress is None else partial(_tell, progress, done / work, size**2 / work)
        chosen = choose(engine, *offered, pays=size >= WORTH)
        more = _added(part, PYTHON if chosen == "rustworkx" else chosen, block.counts, told)
        for node, value in zip(block.nodes, more, strict=True):
            sums[node] += value
        done += size**2
    if progress is not None and not inner:
        progress(1.0)
    return sums


def _complete(graph: Indexed[Any]) -> bool:
    size = len(graph.nodes)
    return sum(map(len, graph.neighbours)) == size * (size - 1)


def _tell(progress: Progress, before: float, share: float, done: float) -> None:
    progress(min(1.0, before + share * done))


def _by_rustworkx(graph: Indexed[Any]) -> list[float] | None:
    """Return the sums over ordered pairs, or None where there are more paths than it can count."""
    import rustworkx

    found = rustworkx.betweenness_centrality(rustworkx_graph(graph), normalized=False)
    both = 1 if graph.directed else 2
    sums = [both * float(found[node]) for node in range(len(graph.nodes))]
    return sums if all(map(isfinite, sums)) else None


def _scale(graph: Indexed[Any], normalised: bool) -> float:
    """Return what a sum over ordered pairs is multiplied by."""
    size = len(graph.nodes)
    if normalised:
        return 1 / ((size - 1) * (size - 2)) if size > 2 else 0.0
    return 1.0 if graph.directed else 0.5


@attrs.frozen
class BetweennessEstimate(Generic[N]):
    """What `betweenness_estimate` returns.

    Attributes:
        values: The estimate for each node, in the order of the graph.
        errors: The standard error of each, from how much the sampled nodes differ; 0 when all nodes
            were sampled. None when only one was, and nothing differs.
        bound: By how much any of the values is wrong at the most, with a probability of 95 % for all
            of them at once. It supposes the worst and is wide; the standard errors are what
            is to be expected.
        samples: How many nodes the paths were followed from.
    """

    values: FrozenMap[N, float]
    errors: FrozenMap[N, float] | None
    bound: float
    samples: int


@door
def betweenness_estimate(
    graph: nx.Graph[N],
    *,
    samples: int,
    seed: int = 0,
    normalised: bool = True,
    distance: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> BetweennessEstimate[N]:
    """Estimate the betweenness of a large network from the shortest paths that start at some nodes.

    The nodes are drawn at random, each at most once (Brandes & Pich 2007), and what they find is scaled up to
    all nodes: on the average over all draws that is the exact value. The standard error is that of a mean
    of a sample without replacement. The bound follows from Hoeffding's inequality (1963), for all nodes at
    once: with n nodes and k samples, n / (n − 1) · √(ln(2n / 0.05) / 2k) of the normalised values.

    What a tie, a direction, an isolate and a normalised value are is as for `betweenness`.

    Args:
        graph: Any networkx graph.
        samples: From how many nodes to start, from 1 up; as many as there are, or more, gives the
            exact values.
        seed: Which nodes are drawn: the same seed, the same graph, the same answer.
        normalised: Whether to divide by the number of pairs.
        distance: The attribute that holds the length of an edge; None to count ties.
        engine: `"scipy"` or `"python"`; None for the quickest that is installed.
        progress: Called now and then with the share of the work that is done.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work, `samples` is not a whole number from 1 up, or a length is
            not above 0.

    Example:
        >>> import networkx as nx
        >>> found = betweenness_estimate(nx.star_graph(40), samples=20, seed=1)
        >>> print(f"{found.values[0]:.2f} ± {found.errors[0]:.2f}, at the most {found.bound:.2f}")
        0.97 ± 0.04, at the most 0.44
    """
    if not isinstance(samples, int) or isinstance(samples, bool) or samples < 1:
        raise ValueError(worded("samples is a whole number from 1 up, not {samples}", samples=shown(samples)))
    found = indexed(graph) if distance is None else lengths(graph, distance)
    size = len(found.nodes)
    offered: tuple[Engine, ...] = () if distance is not None else ("scipy",)
    chosen = choose(engine, *offered, pays=size >= WORTH)
    drawn = sorted(Random(seed).sample(range(size), min(samples, size)))
    sums, squares, done = [0.0] * size, [0.0] * size, 0
    for number, more, squared in dependencies(found, drawn, chosen):
        sums = [one + float(other) for one, other in zip(sums, more, strict=True)]
        squares = [one + float(other) for one, other in zip(squares, squared, strict=True)]
        done += number
        if progress is not None:
            progress(done / len(drawn))
    up = _scale(found, normalised) * size
    values = FrozenMap(found.by_node(digits(value / done * up) for value in sums))
    bound = 0.0
    if done < size:
        bound = size / (size - 1) * sqrt(log(2 * size / (1 - SURE)) / (2 * done))
        bound *= _scale(found, normalised) * (size - 1) * (size - 2)
    return BetweennessEstimate(values, _errors(found, sums, squares, done, up), bound, done)


def _errors(
    graph: Indexed[N], sums: list[float], squares: list[float], done: int, up: float
) -> FrozenMap[N, float] | None:
    size = len(graph.nodes)
    if done >= size:
        return FrozenMap(graph.by_node(0.0 for _ in sums))
    if done == 1:
        return None
    spread = [
        max(square - total * total / done, 0) / (done - 1)
        for total, square in zip(sums, squares, strict=True)
    ]
    return FrozenMap(graph.by_node(digits(up * sqrt((1 - done / size) * one / done)) for one in spread))
