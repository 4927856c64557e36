"""What edges are called, and how ids stand in a text: attributes of a graph are no lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from partnermodel.graph.filling import Attributes
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

N = TypeVar("N", bound=Hashable)

Edge = tuple[N, N, Hashable | None, Attributes]
"""The ends, the key and the attributes of an edge. In a graph without parallel edges the key is None."""


def listed(ids: Iterable[Hashable]) -> str:
    """Return ids as one text, in alphabetical order and separated by spaces.

    An id of a model has no space in it. Where another is empty, has a space or a line break, or begins
    with a quotation mark, it stands in quotation marks, and those within it are doubled: such a text is
    a row of a CSV file with spaces between the cells, and `csv.reader([text], delimiter=" ")` reads it
    back. What is no text stands as `str` has it.

    Example:
        >>> listed(["media-centre", "fair"]), listed([2, "Evelyn Jefferson"])
        ('fair media-centre', '2 "Evelyn Jefferson"')
    """
    return " ".join(map(_cell, sorted(map(str, ids))))


def _cell(id: str) -> str:
    plain = id and id[0] != '"' and not any(mark in id for mark in " \r\n")
    return id if plain else '"' + id.replace('"', '""') + '"'


def edges_of(graph: nx.Graph[N]) -> Iterator[Edge[N]]:
    """Yield every edge of a graph of any class, once.

    Example:
        >>> import networkx as nx
        >>> list(edges_of(nx.path_graph(2)))
        [(0, 1, None, {})]
    """
    many: Any = graph
    if graph.is_multigraph():
        yield from many.edges(keys=True, data=True)
    else:
        for source, target, attributes in many.edges(data=True):
            yield source, target, None, attributes


def relation_names(
    edges: Iterable[Edge[N]], *, directed: bool, layers: Iterable[str] | None = None
) -> list[str]:
    """Return what the edges of a graph are called: each has a name that no other has.

    Where each edge has a key that is a text and that no other has, as in `to_networkx`, it is called by
    that. Else by its ends and the key, if any: `a/b` or `a/b/0`, in an undirected graph the smaller end
    first. With layers it is decided for each of them, and the layer stands between the ends, as the kind
    does in the id of a relation: `a/funds/b/0`. Where two would be alike all the same, since one node is 1
    and another "1", both are written as `repr` has them.

    Args:
        edges: The edges.
        directed: Whether they are those of a directed graph.
        layers: The layer of each edge, or None when there are no layers.

    Raises:
        ValueError: Two edges cannot be told apart even by that.

    Example:
        >>> import networkx as nx
        >>> relation_names(edges_of(nx.path_graph(3)), directed=False)
        ['0/1', '1/2']
    """
    held = list(edges)
    between = list(layers) if layers is not None else [None] * len(held)
    often: Counter[Hashable] = Counter(key for _, _, key, _ in held)
    by_ends = {
        layer
        for (_, _, key, _), layer in zip(held, between, strict=True)
        if not isinstance(key, str) or often[key] > 1
    }
    if not by_ends:
        return [str(key) for _, _, key, _ in held]
    parts: list[list[Hashable]] = []
    names: list[str] = []
    for (source, target, key, _), layer in zip(held, between, strict=True):
        first, last = (source, target) if directed else in_order(source, target)
        one = [first, *([] if layer is None else [layer]), last, *([] if key is None else [key])]
        parts.append(one)
        names.append("/".join(map(str, one)) if layer in by_ends else str(key))
    names = _again(names, lambda place: "/".join(map(repr, parts[place])))
    if len(set(names)) < len(names):
        twice = next(name for name, times in Counter(names).items() if times > 1)
        raise ValueError(
            worded(
                "two edges would be called {twice}. Give edges keys of their own, or relabel nodes.",
                twice=shown(twice),
            )
        )
    return names


def _again(names: list[str], other: Callable[[int], str]) -> list[str]:
    """Return the names, with another for the place of each that is there more than once."""
    often = Counter(names)
    if len(often) == len(names):
        return names
    return [other(place) if often[name] > 1 else name for place, name in enumerate(names)]


def in_order(one: N, other: N) -> tuple[N, N]:
    """Return two nodes, the smaller first, whatever they are.

    Example:
        >>> in_order("b", 2), in_order("2", 2)
        ((2, 'b'), ('2', 2))
    """
    return (one, other) if (str(one), repr(one)) <= (str(other), repr(other)) else (other, one)


def name_of(graph: nx.Graph[N]) -> str:
    """Return what a graph says that it is of, or an empty text."""
    return str(graph.graph.get("name", ""))
