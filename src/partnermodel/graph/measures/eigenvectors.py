"""Who has central partners: eigenvector centrality, for any network."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.graph.measures.engines import (
    Engine,
    Indexed,
    N,
    choose,
    digits,
    indexed,
    sparse,
)
from partnermodel.graph.measures.reach import parts
from partnermodel.graph.weights import evened
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

WORTH = 1000
"""How many nodes a component has for which it is worth loading scipy."""

AT_LEAST = 20
"""A component of fewer nodes is too small for the method of scipy."""

EXACT = 1e-14
NEARLY = 1e-12
PATIENCE = 500
"""How many steps may pass without gain, while the residual is more than `NEARLY`; then it is a tenth."""

AT_MOST = 20_000
EQUAL = 1e-9
"""Components whose eigenvalues differ by a smaller share have the same."""

Vector = list[float]


@door
def eigenvector(
    graph: nx.Graph[N], *, weight: str | None = None, engine: Engine | None = None
) -> dict[N, float]:
    """Return how central each node is by how central its partners are (Bonacich 1972).

    The values are proportional to the sums of the values of the partners: the eigenvector of the
    greatest eigenvalue of the matrix of ties. None is below 0, and their squares add up to 1, as with
    `networkx.eigenvector_centrality`. Loops are left out, and parallel edges are one tie.

    In a network of several components those count that have the greatest eigenvalue, which is mostly one
    component, the closest; all nodes elsewhere have 0, and so has an isolate. If several have it, as
    copies of one component do, each has its own vector, and how much of the whole it gets is what the
    power method gives that starts with the same value for all nodes. Without ties all nodes have 0. What
    makes the power method swing for ever, two modes, does no harm here.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected: where ties lead one way only,
            as in a hierarchy, the directed eigenvector is 0 nearly everywhere.
        weight: The attribute that holds the weight of an edge, 1 where it is missing; the weights of
            all edges that join two nodes are added. None for ties that all count the same.
        engine: `"scipy"` or `"python"`; None for scipy where it is installed and the graph is large.
            Both give the same values.

    Returns:
        The value for each node, in the order of the graph, to ten digits, of which the last
        ones can be wrong in long chains.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work, or a weight is below 0 or not a finite number.

    Example:
        >>> import networkx as nx
        >>> eigenvector(nx.Graph([("a", "b"), ("a", "c"), ("a", "d"), ("a", "e"), ("f", "g")]))["b"]
        0.3535533906
    """
    found = indexed(graph, directed=False, weight=weight, signed=False)
    if found.weights is not None:
        found = attrs.evolve(found, weights=evened(found.weights))
    chosen = choose(engine, "scipy", pays=len(found.nodes) >= WORTH)
    results = []
    for part in parts(dict(enumerate(found.neighbours))):
        if len(part) > 1:
            inside = sorted(part)
            small = _cut_out(found, inside)
            large = chosen == "scipy" and len(inside) >= AT_LEAST
            value, vector = _by_scipy(small) if large else _by_hand(small)
            results.append((value, inside, vector))
    values = [0.0] * len(found.nodes)
    greatest = max((value for value, *_ in results), default=0.0)
    if greatest > 0:
        for value, inside, vector in results:
            if value >= greatest * (1 - EQUAL):
                share = fsum(vector)
                for index, one in zip(inside, vector, strict=True):
                    values[index] = one * share
        length = sqrt(fsum(value * value for value in values))
        values = [digits(value / length) for value in values]
    return found.by_node(values)


def _cut_out(graph: Indexed[Any], inside: Sequence[int]) -> Indexed[int]:
    number = {index: place for place, index in enumerate(inside)}
    return Indexed(
        list(inside),
        [[number[other] for other in graph.neighbours[index]] for index in inside],
        None if graph.weights is None else [graph.weights[index] for index in inside],
        False,
    )


def _by_scipy(graph: Indexed[int]) -> tuple[float, Vector]:
    import numpy
    from scipy.sparse.linalg import eigsh

    # A start that is the same each time makes the answer the same.
    values, vectors = eigsh(sparse(graph), k=1, which="LA", v0=numpy.ones(len(graph.nodes)), tol=0)
    return float(values[0]), [abs(float(one)) for one in vectors[:, 0]]


def _by_hand(graph: Indexed[int]) -> tuple[float, Vector]:
    """Return the greatest eigenvalue of a connected graph and its vector, of length 1.

    Each step takes the best in the space of the vector, of its residual, and of the step before (the
    locally optimal method of Knyazev, 2001, for one vector). Plain power iteration needs the square of
    as many steps, and with two modes it never ends.
    """
    size = len(graph.nodes)
    now = [1 / sqrt(size)] * size
    image = _times(graph, now)
    step: Vector | None = None
    best, waited = float("inf"), 0
    answer = now
    for _ in range(AT_MOST):
        value = _dot(now, image)
        residual = [one - value * other for one, other in zip(image, now, strict=True)]
        wrong = sqrt(_dot(residual, residual)) / value if value > 0 else 0.0
        waited = 0 if wrong < best else waited + 1
        if wrong < best:
            best, answer = wrong, now
        if wrong <= EXACT or waited > (PATIENCE if best > NEARLY else PATIENCE // 10):
            break
        basis = [now]
        for other in (residual, step):
            straight = None if other is None else _straightened(other, basis)
            if straight is not None:
                basis.append(straight)
        images = [image, *(_times(graph, one) for one in basis[1:])]
        matrix = [[_dot(one, other) for other in images] for one in basis]
        weights = _top(matrix)
        step = _mixed(weights[1:], basis[1:])
        now = _unit(_mixed(weights, basis))
        image = _times(graph, now)
    return _dot(answer, _times(graph, answer)), [abs(one) for one in answer]


def _times(graph: Indexed[int], vector: Vector) -> Vector:
    at = vector.__getitem__
    if graph.weights is None:
        return [sum(map(at, row)) for row in graph.neighbours]
    return [
        sum(map(float.__mul__, map(float, weights), map(at, row)))
        for row, weights in zip(graph.neighbours, graph.weights, strict=True)
    ]


def _dot(one: Vector, other: Vector) -> float:
    return sum(map(float.__mul__, one, other))


def _unit(vector: Vector) -> Vector:
    length = sqrt(_dot(vector, vector))
    return [one / length for one in vector]


def _mixed(weights: Vector, basis: Sequence[Vector]) -> Vector:
    return [sum(map(float.__mul__, weights, column)) for column in zip(*basis, strict=True)]


def _straightened(vector: Vector, basis: Sequence[Vector]) -> Vector | None:
    """Return the vector at right angles to all of a basis, of length 1; None if next to nothing is left."""
    length = sqrt(_dot(vector, vector))
    if length == 0:
        return None
    vector = [one / length for one in vector]
    for _ in range(2):  # once leaves what rounding has left
        for other in basis:
            along = _dot(vector, other)
            vector = [one - along * two for one, two in zip(vector, other, strict=True)]
    return _unit(vector) if sqrt(_dot(vector, vector)) > 1e-8 else None


def _top(matrix: list[list[float]]) -> Vector:
    """Return the vector of the greatest eigenvalue of a symmetric matrix of at most 3 × 3, after Jacobi."""
    size = len(matrix)
    turned = [[(matrix[i][j] + matrix[j][i]) / 2 for j in range(size)] for i in range(size)]
    vectors = [[float(i == j) for j in range(size)] for i in range(size)]
    for _ in range(30):
        for i in range(size):
            for j in range(i + 1, size):
                if turned[i][j] == 0:
                    continue
                half = (turned[j][j] - turned[i][i]) / (2 * turned[i][j])
                tangent = (1 if half >= 0 else -1) / (abs(half) + sqrt(half * half + 1))
                cosine = 1 / sqrt(tangent * tangent + 1)
                sine = tangent * cosine
                for rows in (turned, vectors):
                    for row in rows:
                        row[i], row[j] = cosine * row[i] - sine * row[j], sine * row[i] + cosine * row[j]
                turned[i], turned[j] = (
                    [cosine * a - sine * b for a, b in zip(turned[i], turned[j], strict=True)],
                    [sine * a + cosine * b for a, b in zip(turned[i], turned[j], strict=True)],
                )
    place = max(range(size), key=lambda index: turned[index][index])
    return [row[place] for row in vectors]
