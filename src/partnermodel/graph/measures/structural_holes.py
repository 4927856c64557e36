"""Structural holes after Burt: how far the contacts of a node stand in for each other, and hem it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, log
from typing import TYPE_CHECKING

from partnermodel.graph.measures.contacts import WHOLE, Contacts, Scope, checked, contacts
from partnermodel.graph.measures.engines import PYTHON, Engine, N, Progress, choose, digits
from partnermodel.graph.measures.investments import invested, redundant
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

_PAYS = 2_000
"""From how many nodes it is worth loading numpy, which comes with scipy."""


@door
def constraint(
    graph: nx.Graph[N],
    *,
    scope: Scope = WHOLE,
    weight: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float | None]:
    """Return Burt's constraint of each node: how far its contacts lead back to each other.

    With p(i, j) the share of the ties of i that goes to j, the contact j constrains i by
    (p(i, j) + the sum over the other contacts q of p(i, q) p(q, j)) squared, and the constraint of i
    is the sum of it over the contacts of i (Burt 1992, Structural Holes, chapter 2).

    Two conventions are in use, and they differ in what p(q, j) is a share of. In the whole network it
    is a share of all ties of q: igraph and networkx compute so. In the ego network it is a share of
    the ties of q to i and to the contacts of i, as if there were no others: the ego network model of
    UCINET. For a node that has a tie to every other node the two agree.

    Direction: the tie of i and j is as strong as the tie from i to j and that from j to i together.
    Weights are strengths; without `weight` each tie counts as 1, and parallel edges are one tie. With
    `weight` the weights of parallel edges are added; a tie that weighs 0 is none. Loops are ignored.

    Args:
        graph: Any networkx graph.
        scope: `whole-network` or `ego-network`.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.
        engine: What computes it: `python`, or `scipy` with the extra `fast`; None for the quickest.
        progress: Called now and then with the share that is done.

    Returns:
        The constraint of each node, in the order of the graph, to ten digits; None for a node without
        contacts. For n contacts it is from 1/n to less than 2; with few contacts it is often over 1.

    Raises:
        ValueError: The scope is unknown, the weight of an edge is negative or not a finite number, or
            the engine cannot do this work.
        MissingExtraError: The engine is not installed.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.constraint(nx.star_graph(4))
        {0: 0.25, 1: 1.0, 2: 1.0, 3: 1.0, 4: 1.0}
        >>> measures.constraint(nx.complete_graph(3))
        {0: 1.125, 1: 1.125, 2: 1.125}
    """
    found, parts = _constraints(graph, scope, weight, engine, progress)
    return {node: digits(fsum(part)) if part else None for node, part in zip(found.nodes, parts, strict=True)}


@door
def local_constraint(
    graph: nx.Graph[N],
    *,
    scope: Scope = WHOLE,
    weight: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, dict[N, float]]:
    """Return how far each contact of each node constrains it: the parts whose sum is the constraint.

    UCINET calls it the dyadic constraint (Burt 1992, chapter 2). Definition, conventions, direction,
    weights and loops are those of `constraint`.

    Args:
        graph: Any networkx graph.
        scope: `whole-network` or `ego-network`.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.
        engine: What computes it: `python`, or `scipy` with the extra `fast`; None for the quickest.
        progress: Called now and then with the share that is done.

    Returns:
        For each node a dictionary of its contacts, both in the order of the graph; it is empty for a
        node without contacts. Each value is over 0 and at most 1.

    Raises:
        ValueError: The scope is unknown, the weight of an edge is negative or not a finite number, or
            the engine cannot do this work.
        MissingExtraError: The engine is not installed.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.local_constraint(nx.path_graph(3))
        {0: {1: 1.0}, 1: {0: 0.25, 2: 0.25}, 2: {1: 1.0}}
    """
    found, parts = _constraints(graph, scope, weight, engine, progress)
    return {
        node: dict(zip(map(found.nodes.__getitem__, row), map(digits, part), strict=True))
        for node, row, part in zip(found.nodes, found.neighbours, parts, strict=True)
    }


@door
def structural_hierarchy(
    graph: nx.Graph[N],
    *,
    scope: Scope = WHOLE,
    weight: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float | None]:
    """Return Burt's hierarchy of each node: whether its constraint comes from few of its contacts.

    It is the Coleman-Theil index of disorder of the parts of the constraint: with r the part of a
    contact divided by the mean part, the sum of r ln r over the n contacts, divided by n ln n (Burt
    1992, chapter 2). It is about one node; the hierarchy of `krackhardt` is about a whole graph.

    Conventions, direction, weights and loops are those of `constraint`.

    Args:
        graph: Any networkx graph.
        scope: `whole-network` or `ego-network`.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.
        engine: What computes it: `python`, or `scipy` with the extra `fast`; None for the quickest.
        progress: Called now and then with the share that is done.

    Returns:
        The hierarchy of each node, in the order of the graph, from 0 (each contact constrains alike) to 1
        (all of it comes from one). A node with one contact has 1, which is a convention, and one without
        contacts None.

    Raises:
        ValueError: The scope is unknown, the weight of an edge is negative or not a finite number, or
            the engine cannot do this work.
        MissingExtraError: The engine is not installed.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.structural_hierarchy(nx.star_graph(4))
        {0: 0.0, 1: 1.0, 2: 1.0, 3: 1.0, 4: 1.0}
    """
    found, parts = _constraints(graph, scope, weight, engine, progress)
    return {node: _disorder(part) for node, part in zip(found.nodes, parts, strict=True)}


@door
def effective_size(
    graph: nx.Graph[N],
    *,
    scope: Scope = WHOLE,
    weight: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float]:
    """Return the effective size of the network of each node: its contacts, less what is redundant in them.

    The sum over the contacts j of 1 less the sum over the other contacts q of p(i, q) m(j, q), where
    p is the share of the ties of i, and m(j, q) the strength of the tie of j and q divided by that of
    the strongest tie of j: of all its ties (`whole-network`) or of those to i and the contacts of i
    (`ego-network`; Burt 1992, chapter 2). Where ties are neither directed nor weighted, it is
    n - 2t/n for n contacts with t ties between them, in both conventions (Borgatti 1997,
    Structural Holes: Unpacking Burt's Redundancy Measures, Connections 20(1)).

    Direction, weights and loops are those of `constraint`.

    Args:
        graph: Any networkx graph.
        scope: `whole-network` or `ego-network`.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.
        engine: What computes it: `python`, or `scipy` with the extra `fast`; None for the quickest.
        progress: Called now and then with the share that is done.

    Returns:
        The effective size of each node, in the order of the graph: from 1, when the contacts all lead to
        each other, to their number. It is 0 for a node without contacts.

    Raises:
        ValueError: The scope is unknown, the weight of an edge is negative or not a finite number, or
            the engine cannot do this work.
        MissingExtraError: The engine is not installed.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.effective_size(nx.complete_graph(4))
        {0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0}
    """
    found, parts = _redundancies(graph, scope, weight, engine, progress)
    return {node: digits(len(part) - fsum(part)) for node, part in zip(found.nodes, parts, strict=True)}


@door
def structural_efficiency(
    graph: nx.Graph[N],
    *,
    scope: Scope = WHOLE,
    weight: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> dict[N, float | None]:
    """Return Burt's efficiency of each node: the effective size of its network divided by its contacts.

    It is of Burt (1992, chapter 2). Conventions, direction, weights and loops are those of `effective_size`.

    Args:
        graph: Any networkx graph.
        scope: `whole-network` or `ego-network`.
        weight: The attribute with the strength of a tie; an edge that has none weighs 1.
        engine: What computes it: `python`, or `scipy` with the extra `fast`; None for the quickest.
        progress: Called now and then with the share that is done.

    Returns:
        The efficiency of each node, in the order of the graph: from 1/n for n contacts to 1; None for a
        node without contacts.

    Raises:
        ValueError: The scope is unknown, the weight of an edge is negative or not a finite number, or
            the engine cannot do this work.
        MissingExtraError: The engine is not installed.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.structural_efficiency(nx.star_graph(2))
        {0: 1.0, 1: 1.0, 2: 1.0}
    """
    found, parts = _redundancies(graph, scope, weight, engine, progress)
    return {
        node: digits((len(part) - fsum(part)) / len(part)) if part else None
        for node, part in zip(found.nodes, parts, strict=True)
    }


def _constraints(
    graph: nx.Graph[N], scope: Scope, weight: str | None, engine: Engine | None, progress: Progress | None
) -> tuple[Contacts[N], Iterator[Sequence[float]]]:
    whole = checked(scope)
    found = contacts(graph, weight)
    if choose(engine, "scipy", pays=len(found.nodes) >= _PAYS) == PYTHON:
        flat = invested(found, whole=whole, progress=progress)
    else:
        from partnermodel.graph.measures import triangles

        flat = triangles.invested(found, whole=whole, progress=progress)
    return found, found.per_node([share * share for share in flat])


def _redundancies(
    graph: nx.Graph[N], scope: Scope, weight: str | None, engine: Engine | None, progress: Progress | None
) -> tuple[Contacts[N], Iterator[Sequence[float]]]:
    whole = checked(scope)
    found = contacts(graph, weight)
    if choose(engine, "scipy", pays=len(found.nodes) >= _PAYS) == PYTHON:
        flat = redundant(found, whole=whole, progress=progress)
    else:
        from partnermodel.graph.measures import triangles

        flat = triangles.redundant(found, whole=whole, progress=progress)
    return found, found.per_node(flat)


def _disorder(parts: Sequence[float]) -> float | None:
    number = len(parts)
    if number < 2:
        return 1.0 if number else None
    mean = fsum(parts) / number
    ratios = [part / mean for part in parts if part]
    found = fsum(ratio * log(ratio) for ratio in ratios) / (number * log(number))
    # What parts that are alike leave after rounding is 0, as it should be.
    return max(0.0, round(found, 12))
