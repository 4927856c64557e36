"""The graphs are filled at once; nobody can tell them from those that networkx fills edge by edge."""

from __future__ import annotations

import copy
import gc
import io
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.classes.tests import test_graph, test_multidigraph, test_multigraph  # type: ignore[import-not-found]
from tests.graph import oracles
from tests.queries.networks import networks
from tests.strategies import models

from partnermodel.graph.filling import multidigraph, multigraph, undirected
from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.projections.two_modes import two_mode
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Initiative, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation

Graph: TypeAlias = "nx.Graph[str]"
Make = Callable[[PartnerModel], Graph]

PAIRS: list[tuple[Make, Make]] = [
    (to_networkx, oracles.whole),
    (organisation_network, oracles.network),
    (lambda model: two_mode(to_networkx(model)), oracles.affiliations),
]
"""Each of our functions with what does the same slowly."""

both = pytest.mark.parametrize(("ours", "theirs"), PAIRS, ids=["whole", "network", "affiliations"])

crowded = st.one_of(
    models(min_entities=2, max_entities=5, max_relations=20),
    models(types=(Organisation, Organisation, Initiative), max_entities=6, max_relations=20),
    networks(most=20),
)
"""Few entities and many relations: parallel ones, both directions, and isolates."""


def ordered(value: Any) -> Any:
    """Return dictionaries and views as lists of what is in them, so that the order counts too."""
    if hasattr(value, "items"):
        return [(key, ordered(inner)) for key, inner in value.items()]
    return value if isinstance(value, str) or not hasattr(value, "__iter__") else list(value)


def all_of(graph: Graph) -> dict[str, Any]:
    """Return everything that an object is and holds, in the order in which it holds it."""
    return {"class": type(graph)} | {name: ordered(held) for name, held in vars(graph).items()}


def dictionaries(graph: Graph) -> list[Any]:
    """Return every dictionary that a graph is made of, each once, wherever it is found."""
    inside: Any = graph
    edges: list[Any] = []
    for following in inside._adj.values():
        edges += following.values()
        if graph.is_multigraph():
            edges += [data for keys in following.values() for data in keys.values()]
    sides = [inside._adj, inside._pred] if graph.is_directed() else [inside._adj]
    found = [graph.graph, inside.__networkx_cache__, inside._node, *inside._node.values(), *edges]
    found += [held for side in sides for held in (side, *side.values())]
    return list({id(one): one for one in found}.values())


def assert_whole(graph: Graph) -> None:
    """A graph keeps what networkx relies on: both ends share an edge's dictionary, and no others do."""
    inside: Any = graph
    forth, back = inside._adj, inside._pred if graph.is_directed() else inside._adj
    if graph.is_directed():
        assert inside._succ is forth
        assert forth is not back
    assert list(inside._node) == list(forth) == list(back)
    for one, following in forth.items():
        for other, held in following.items():
            assert back[other][one] is held
    assert sum(map(len, forth.values())) == sum(map(len, back.values()))
    joined = sum(len(following) for following in forth.values())
    loops = 0 if graph.is_directed() else sum(one in following for one, following in forth.items())
    pairs = joined if graph.is_directed() else (joined + loops) // 2
    sides = 2 if graph.is_directed() else 1
    count = 3 + len(forth) + sides * (1 + len(forth)) + pairs
    if graph.is_multigraph():
        count += graph.number_of_edges()
    found = dictionaries(graph)
    assert len(found) == count
    assert {type(one) for one in found} == {dict}
    assert len(graph.edges) == graph.number_of_edges() == graph.size()


# What is made


@both
@given(crowded)
def test_a_graph_is_what_networkx_would_have_made(ours: Make, theirs: Make, model: PartnerModel) -> None:
    """Every node, edge, key and attribute is there in the same order, and there is nothing beside them."""
    graph, expected = ours(model), theirs(model)
    assert all_of(graph) == all_of(expected)
    assert nx.utils.graphs_equal(graph, expected)
    assert_whole(graph)


DERIVED: dict[str, Callable[[Any], Graph]] = {
    "copy": lambda graph: graph.copy(),
    "deep copy": copy.deepcopy,
    "pickle": lambda graph: pickle.loads(pickle.dumps(graph)),
    "to_undirected": lambda graph: graph.to_undirected(),
    "to_directed": lambda graph: graph.to_directed(),
    "reverse": lambda graph: graph.reverse() if graph.is_directed() else graph.copy(),
    "subgraph": lambda graph: graph.subgraph(list(graph)[::2]).copy(),
    "edge_subgraph": lambda graph: graph.edge_subgraph(list(graph.edges)[::2]).copy(),
    "of its own": lambda graph: type(graph)(graph),
    "relabelled": lambda graph: nx.relabel_nodes(graph, {node: f"{node}!" for node in graph}),
}


@both
@settings(max_examples=50)
@given(model=crowded)
def test_what_is_made_of_a_graph_is_what_would_have_been(
    ours: Make, theirs: Make, model: PartnerModel
) -> None:
    """Copies, pickles, parts and turned graphs are those of a graph that networkx has filled."""
    graph, expected = ours(model), theirs(model)
    for name, derive in DERIVED.items():
        derived = derive(graph)
        assert all_of(derived) == all_of(derive(expected)), name
        assert_whole(derived)
    assert all_of(graph) == all_of(expected)


@both
@given(crowded)
def test_files_are_the_same_bytes(ours: Make, theirs: Make, model: PartnerModel) -> None:
    """GraphML and GEXF, which follow the order of everything, are written byte for byte the same."""

    def written(graph: Graph) -> list[bytes]:
        graphml, gexf = io.BytesIO(), io.BytesIO()
        nx.write_graphml(graph, graphml)
        nx.write_gexf(graph, gexf)
        return [graphml.getvalue(), re.sub(rb'lastmodifieddate="[^"]*"', b"", gexf.getvalue())]

    assert written(ours(model)) == written(theirs(model))


def test_parallel_relations_and_isolates() -> None:
    """Relations between the same two are keys of one pair, which is one dictionary from both its ends."""
    model = PartnerModel(
        "Town",
        [
            Organisation("a", "A"),
            Organisation("b", "B"),
            Organisation("c", "C"),
            Relation("a", "funds", "b"),
            Relation("a", "funds", "b", id="again", status="completed"),
            Relation("a", "advises", "b"),
            Relation("b", "advises", "a"),
        ],
    )
    graph = to_networkx(model)
    assert list(graph["a"]["b"]) == ["a/advises/b", "a/funds/b", "again"]
    assert [graph.number_of_edges(*ends) for ends in ("ab", "ba", "ac")] == [3, 1, 0]
    assert list(nx.isolates(graph)) == ["c"]
    graph.remove_edge("a", "b", "a/funds/b")
    assert list(graph.pred["b"]["a"]) == ["a/advises/b", "again"]
    assert_whole(graph)


# What is done with it


def changes() -> st.SearchStrategy[list[tuple[str, int, int, int]]]:
    """Return changes to a graph, each a word and three numbers that choose what it is about."""
    words = st.sampled_from(
        (
            "add_node",
            "remove_node",
            "add_edge",
            "remove_edge",
            "mark_node",
            "mark_edge",
            "look",
            "clear_edges",
        )
    )
    numbers = st.integers(0, 30)
    return st.lists(st.tuples(words, numbers, numbers, numbers), max_size=20)


def change(graph: Any, word: str, first: int, second: int, third: int) -> object:
    """Change a graph in a way that depends on nothing but what is in it, and return what networkx says."""
    nodes = [*graph, f"new {first}", f"new {second}"]
    edges = list(graph.edges(keys=True) if graph.is_multigraph() else graph.edges)
    one, other = nodes[first % len(nodes)], nodes[second % len(nodes)]
    if word == "add_node":
        return graph.add_node(one, colour=third)
    if word == "add_edge":
        key = {"key": [None, f"key {third}", third][third % 3]} if graph.is_multigraph() else {}
        return graph.add_edge(one, other, **key, colour=third)
    if word == "look":
        return [list(view) for view in (graph.nodes, graph.edges, graph.adj, graph.degree)]
    if word == "clear_edges":
        return graph.clear_edges() if third == 7 else None
    if word in ("remove_node", "mark_node") and len(graph):
        there = list(graph)[first % len(graph)]
        return graph.remove_node(there) if word == "remove_node" else graph.nodes[there].update(colour=third)
    if word in ("remove_edge", "mark_edge") and edges:
        edge = edges[first % len(edges)]
        return graph.remove_edge(*edge) if word == "remove_edge" else graph.edges[edge].update(colour=third)
    return None


@both
@settings(max_examples=60)
@given(model=crowded, steps=changes())
def test_a_graph_can_be_changed_like_any_other(
    ours: Make, theirs: Make, model: PartnerModel, steps: list[tuple[str, int, int, int]]
) -> None:
    """After any changes it is still what a graph that networkx has filled has become, and still whole."""
    graph, expected = ours(model), theirs(model)
    for step in steps:
        assert change(graph, *step) == change(expected, *step)
        assert_whole(graph)
        assert_whole(expected)
    assert all_of(graph) == all_of(expected)


@both
@given(crowded)
def test_two_graphs_of_a_model_share_nothing_that_can_change(
    ours: Make, theirs: Make, model: PartnerModel
) -> None:
    """No dictionary of one graph is in another graph of the same model."""
    first, second = ours(model), ours(model)
    assert all_of(first) == all_of(second)
    assert not {id(one) for one in dictionaries(first)} & {id(one) for one in dictionaries(second)}


class TestMultiDiGraphOfOurs(test_multidigraph.TestMultiDiGraph):  # type: ignore[misc]  # has no stubs
    """What networkx asks of its own directed multigraph holds of one that is filled at once."""

    def setup_method(self) -> None:
        """Let networkx test our graph of three nodes in the place of its own."""
        super().setup_method()
        nodes: list[tuple[int, dict[str, Any]]] = [(node, {}) for node in self.k3nodes]
        self.K3 = multidigraph(
            "", nodes, [(u, v, 0, {}) for u in self.k3nodes for v in self.k3nodes if u != v]
        )
        self.K3.graph.clear()


class TestMultiGraphOfOurs(test_multigraph.TestMultiGraph):  # type: ignore[misc]  # has no stubs
    """What networkx asks of its own undirected multigraph holds of one that is filled at once."""

    def setup_method(self) -> None:
        """Let networkx test our graph of three nodes in the place of its own."""
        super().setup_method()
        nodes: list[tuple[int, dict[str, Any]]] = [(node, {}) for node in self.k3nodes]
        self.K3 = multigraph("", nodes, [(u, v, 0, {}) for u, v in self.k3edges])
        self.K3.graph.clear()


class TestGraphOfOurs(test_graph.TestGraph):  # type: ignore[misc]  # has no stubs
    """What networkx asks of its own undirected graph holds of one that is filled at once."""

    def setup_method(self) -> None:
        """Let networkx test our graph of three nodes in the place of its own."""
        super().setup_method()
        nodes: list[tuple[int, dict[str, Any]]] = [(node, {}) for node in self.k3nodes]
        self.K3 = undirected("", nodes, [(u, v, {}) for u, v in self.k3edges])
        self.K3.graph.clear()


# How it is filled


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_paused_and_always_restored(enabled: bool) -> None:
    """While a graph is filled the collector stands still; afterwards, and after an error, it is as it was."""
    seen: list[bool] = []

    def nodes(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
        for number in range(count):
            seen.append(gc.isenabled())
            yield str(number), {}

    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        multidigraph("Two", nodes(2), [("0", "1", "key", {})])
        multigraph("Two", nodes(2), [("0", "1", "key", {})])
        undirected("Two", nodes(2), [("0", "1", {})])
        assert gc.isenabled() == enabled
        with pytest.raises(KeyError):
            multidigraph("One", nodes(1), [("0", "1", "key", {})])
        with pytest.raises(KeyError):
            multigraph("One", nodes(1), [("0", "1", "key", {})])
        with pytest.raises(KeyError):
            undirected("One", nodes(1), [("0", "1", {})])
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()
    assert seen == [False] * 9
