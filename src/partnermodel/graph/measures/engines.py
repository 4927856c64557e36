"""What the measures compute on: a graph as lists of numbers, and the packages that do it faster."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from importlib.util import find_spec
from math import fsum
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import attrs

from partnermodel.errors import missing_extra
from partnermodel.graph.weights import LARGEST, too_large, weight_of
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

N = TypeVar("N", bound=Hashable)

Engine = Literal["python", "rustworkx", "scipy"]
PYTHON: Engine = "python"
EXTRA = "fast"

Progress = Callable[[float], None]
"""What is called now and then in long work, with the share of it that is done."""

Direction = Literal["any", "in", "out"]
DIRECTIONS = ("any", "in", "out")


def one_of(name: str, value: str, known: Iterable[str]) -> None:
    """Raise a ValueError that names what is known unless `value` is one of it."""
    words = tuple(known)
    if value not in words:
        told = ", ".join(map(shown, words))
        message = worded("{name} is one of {words}, not {value}", name=name, words=told, value=shown(value))
        raise ValueError(message)


def digits(value: float) -> float:
    """Return a number to ten digits: what is tied stays tied, whatever engine and order made it."""
    return float(f"{value:.10g}")


@attrs.frozen
class Indexed(Generic[N]):
    """A graph as lists of numbers: no loops, and at most one tie from a node to another.

    Attributes:
        nodes: The nodes, in the order of the graph; a node is known by its place here.
        neighbours: For each node, the nodes that a tie leads to, in rising order.
        weights: Beside each neighbour the weight of the tie, or None when each tie counts as one.
        directed: Whether ties lead one way only.
    """

    nodes: list[N]
    neighbours: list[list[int]]
    weights: list[list[float]] | None
    directed: bool

    def by_node(self, values: Iterable[Any]) -> dict[N, Any]:
        """Return values that are in the order of the nodes as a dictionary."""
        return dict(zip(self.nodes, values, strict=True))


def indexed(
    graph: nx.Graph[N],
    *,
    directed: bool | None = None,
    weight: str | None = None,
    least: bool = False,
    signed: bool = True,
) -> Indexed[N]:
    """Return a graph as lists of numbers, without its loops; parallel edges are one tie.

    Args:
        graph: Any networkx graph.
        directed: False to take a directed graph as undirected, where edges of both directions are
            one tie; None as the graph is. Of an undirected graph, each tie leads both ways.
        weight: The attribute that holds the weight of an edge; an edge without it weighs 1, and the
            weights of edges that are one tie are added. None to look at no weights.
        least: Whether the least of the weights of edges that are one tie is taken instead of their
            sum, as is right for lengths.
        signed: Whether the weight of an edge may be below 0.

    Raises:
        ValueError: A weight is not a finite number or is below 0 and may not be, or the sum of those
            that are one tie is not finite.
    """
    with collector_paused():
        return _indexed(graph, directed, weight, least=least, signed=signed)


def _indexed(
    graph: nx.Graph[N],
    directed: bool | None,
    weight: str | None = None,
    *,
    least: bool = False,
    signed: bool = True,
) -> Indexed[N]:
    nodes = list(graph)
    number = {node: index for index, node in enumerate(nodes)}
    both = graph.is_directed() and directed is False
    one_way = graph.is_directed() and not both
    if weight is not None:
        rows = _weighed(graph, number, weight, both=both, least=least, signed=signed)
        found = [sorted(row.items()) for row in rows]
        return Indexed(
            nodes,
            [[other for other, _ in row] for row in found],
            [[held for _, held in row] for row in found],
            one_way,
        )
    at = number.__getitem__
    neighbours = [list(map(at, inside)) for _, inside in graph.adjacency()]
    if both:
        known: list[set[int]] = [set(row) for row in neighbours]
        for index, row in enumerate(neighbours):
            for other in row:
                known[other].add(index)
        neighbours = [list(row) for row in known]
    for index, row in enumerate(neighbours):
        row.sort()
        if index in row:
            row.remove(index)
    return Indexed(nodes, neighbours, None, one_way)


def _weighed(
    graph: nx.Graph[N], number: dict[N, int], weight: str, *, both: bool, least: bool, signed: bool
) -> list[dict[int, float]]:
    held: list[dict[int, list[float]]] = [{} for _ in number]
    alone: list[dict[int, float]] = [{} for _ in number]
    several = graph.is_multigraph()
    single = not several and not both
    lowest = -LARGEST if signed else 0.0
    for node, inside in graph.adjacency():
        index = number[node]
        row = alone[index]
        for neighbour, edges in inside.items():
            other = number[neighbour]
            if other == index:
                continue
            for data in edges.values() if several else (edges,):
                value: Any = data.get(weight, 1)
                kind = type(value)  # the rule itself is slower, and nearly all are one of these
                if (kind is not int and kind is not float) or not lowest <= value <= LARGEST:
                    value = weight_of(value, weight, node, neighbour, signed=signed)
                if single:
                    row[other] = value
                    continue
                held[index].setdefault(other, []).append(value)
                if both:
                    held[other].setdefault(index, []).append(value)
    if single:
        return alone
    joined: Callable[[list[float]], float] = min if least else fsum
    try:
        return [
            {other: found[0] if len(found) == 1 else joined(found) for other, found in row.items()}
            for row in held
        ]
    except OverflowError:
        raise too_large(weight) from None


def choose(engine: Engine | None, *offered: Engine, pays: bool = True) -> Engine:
    """Return the engine to use: the one that is asked for, or the first that is offered and installed.

    Args:
        engine: What the user asks for; None for what is quickest.
        offered: The packages that can do the work, the quickest first. Pure Python always can.
        pays: Whether the work is so large that it is worth loading a package.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work.
    """
    if engine is None:
        return next((one for one in offered if pays and installed(one)), PYTHON)
    if engine != PYTHON and engine not in offered:
        known = ", ".join(shown(one) for one in (PYTHON, *offered))
        message = worded("engine is None or one of {known}, not {engine}", known=known, engine=shown(engine))
        raise ValueError(message)
    if not installed(engine):
        raise missing_extra(worded('the engine "{engine}" is not installed', engine=engine), EXTRA)
    return engine


def installed(engine: Engine) -> bool:
    """Return whether an engine can be had here."""
    return engine == PYTHON or find_spec(engine) is not None


def sparse(graph: Indexed[Any]) -> Any:
    """Return the graph as a matrix of scipy (compressed rows, floats): from the row to the column."""
    from itertools import chain

    import numpy
    from scipy.sparse import csr_array

    starts = _starts(graph.neighbours)
    number = int(starts[-1])
    columns = numpy.fromiter(chain.from_iterable(graph.neighbours), numpy.int32, number)
    if graph.weights is None:
        held = numpy.ones(number)
    else:
        held = numpy.fromiter(chain.from_iterable(graph.weights), numpy.float64, number)
    return csr_array((held, columns, starts), shape=(len(graph.nodes),) * 2)


def undirected_rows(graph: nx.Graph[N]) -> tuple[list[N], Any, Any]:
    """Return the nodes, where the row of each begins, and all neighbours in a row, as arrays of numpy.

    Of a graph that is undirected and has no loops, no lists are made for it: it is the quickest way.
    Neighbours are in the order of the graph.
    """
    from itertools import chain

    import numpy

    with collector_paused():
        if not graph.is_directed():
            nodes = list(graph)
            number = {node: index for index, node in enumerate(nodes)}
            rows = [inside for _, inside in graph.adjacency()]
            starts = _starts(rows)
            ends = list(chain.from_iterable(rows))
            # One call that looks up all is twice as quick as a call each; it wants two at the least.
            found_ends = itemgetter(*ends)(number) if len(ends) > 1 else [number[end] for end in ends]
            columns = numpy.fromiter(found_ends, numpy.int32, len(ends))
            if not (_of_rows(starts) == columns).any():
                return nodes, starts, columns
        found = _indexed(graph, False)
        columns = numpy.array(list(chain.from_iterable(found.neighbours)), numpy.int32)
        return found.nodes, _starts(found.neighbours), columns


def _of_rows(starts: Any) -> Any:
    """Return, beside each neighbour in a row, whose neighbour it is."""
    import numpy

    return numpy.repeat(numpy.arange(len(starts) - 1, dtype=numpy.int32), numpy.diff(starts))


def _starts(rows: list[Any]) -> Any:
    import numpy

    starts: Any = numpy.zeros(len(rows) + 1, numpy.int32)
    numpy.cumsum(numpy.fromiter(map(len, rows), numpy.int32, len(rows)), out=starts[1:])
    return starts


def undirected_rustworkx(graph: nx.Graph[N]) -> tuple[list[N], Any]:
    """Return the nodes, and the graph as an undirected one of rustworkx, whose nodes have their numbers."""
    import rustworkx

    made: Any = rustworkx.PyGraph()
    with collector_paused():
        if installed("scipy"):
            nodes, starts, columns = undirected_rows(graph)
            rows = _of_rows(starts)
            once = rows < columns
            pairs = zip(rows[once].tolist(), columns[once].tolist(), strict=True)
            made.add_nodes_from(range(len(nodes)))
            made.add_edges_from_no_data(list(pairs))
            return nodes, made
    found = indexed(graph, directed=False)
    return found.nodes, rustworkx_graph(found)


def rustworkx_graph(graph: Indexed[Any]) -> Any:
    """Return the graph as one of rustworkx, whose nodes have the same numbers."""
    import rustworkx

    made: Any = rustworkx.PyDiGraph() if graph.directed else rustworkx.PyGraph()
    made.add_nodes_from(range(len(graph.nodes)))
    with collector_paused():
        pairs = [
            (index, other)
            for index, row in enumerate(graph.neighbours)
            for other in row
            if graph.directed or index < other
        ]
        made.add_edges_from_no_data(pairs)
    return made
