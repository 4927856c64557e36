"""Any graph of networkx becomes a file that networkx reads, where its own writers fail or lie."""

from __future__ import annotations

import datetime
import io
import json
import math
from enum import Enum
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.graphs.grammar import GEXF, GEXF_RULES, GRAPHML, GRAPHML_RULES, assert_fits
from tests.formats.samples import FULL

from partnermodel import organisation_network, to_networkx
from partnermodel.formats.graphs.doors import dumps_graph

GRAPHS = {"graph": nx.Graph, "digraph": nx.DiGraph, "multi": nx.MultiGraph, "multidi": nx.MultiDiGraph}


def read(text: str, format: str) -> Any:
    """Return the graph that networkx reads."""
    if format == "node-link":
        return nx.node_link_graph(json.loads(text), edges="edges")
    file = io.BytesIO(text.encode())
    return nx.read_graphml(file) if format == "graphml" else nx.read_gexf(file)


def assert_valid(text: str, format: str) -> None:
    """Assert that XML follows the rules of its format."""
    if format == "graphml":
        assert_fits(text, GRAPHML, GRAPHML_RULES)
    elif format == "gexf":
        assert_fits(text, GEXF, GEXF_RULES)


class Colour(Enum):
    """A value that is neither a text nor a number."""

    RED = 1


class Scalar:
    """A value as numpy has it: of no dimension, with what Python has for it inside."""

    shape = ()

    def __init__(self, value: object) -> None:
        """Take what Python has for it."""
        self.value = value

    def item(self) -> object:
        """Return what Python has for it."""
        return self.value


ROW = {
    "none": None,
    "nan": math.nan,
    "list": [1, None, "x", {"a": (2,)}],
    "set": {"b", "a"},
    "numpy": Scalar(2.5),
    "whole": Scalar(7),
    "flag": Scalar(True),
    "array": (Scalar(1), Scalar(2)),
    "control": "a\x00\x1b\ufffe]]>&<'\"\r\n\tz",
    "large": 2**80,
    "infinite": math.inf,
    "day": datetime.date(2019, 5, 1),
    "enum": Colour.RED,
    "bytes": b"\x00",
    5: "five",
}


@pytest.mark.parametrize("format", ["graphml", "gexf", "node-link"])
@pytest.mark.parametrize("sort", GRAPHS)
def test_what_the_writers_of_networkx_fail_on_is_written(format: str, sort: str) -> None:
    """No None, no lists, no control characters, no number that is none: all by the documented rule."""
    graph: nx.Graph[Any] = GRAPHS[sort](name="A graph", **{str(key): value for key, value in ROW.items()})
    graph.add_node("a", **{str(key): value for key, value in ROW.items()})
    graph.add_node(("b", 1), label=3, size=2)
    graph.add_node(3, size=2.5, label="x")
    graph.add_edge("a", ("b", 1), weight=Scalar(0.5), **{"two words": 1})
    graph.add_edge("a", 3, weight=2, kind="x")
    before = nx.node_link_data(graph, edges="edges")
    text = dumps_graph(graph, format=format)
    assert_valid(text, format)
    again = read(text, format)
    assert set(again) == {"a", '["b", 1]' if format != "graphml" else "__b___1_", "3"}
    row = again.nodes["a"]
    assert {"none", "nan"}.isdisjoint(row)
    assert row["list"] == '[1, null, "x", {"a": [2]}]'
    assert row["set"] == '["a", "b"]'
    assert (row["numpy"], row["whole"], row["flag"]) == (2.5, 7, True)
    assert row["array"] == "[1, 2]"
    assert row["large"] == str(2**80)
    assert (row["infinite"], row["day"], row["enum"]) == ("inf", "2019-05-01", "Colour.RED")
    assert row["5"] == "five"
    expected = ROW["control"] if format == "node-link" else "a\ufffd\ufffd\ufffd]]>&<'\"\r\n\tz"
    assert row["control"] == expected
    assert again.nodes["3"]["size"] == 2.5
    assert again.number_of_edges() == 2
    assert again.is_directed() == graph.is_directed()
    assert str(nx.node_link_data(graph, edges="edges")) == str(before), "the graph stays as it is"


def test_numbers_of_numpy_are_numbers() -> None:
    """What numpy itself has is written as what Python has for it."""
    np = pytest.importorskip("numpy")
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_node("a", x=np.float64(2.5), y=np.int64(7), z=np.bool_(True), l=np.array([1, 2]))
    row = read(dumps_graph(graph, format="node-link"), "node-link").nodes["a"]
    assert row == {"x": 2.5, "y": 7, "z": True, "l": "[1, 2]"}


@pytest.mark.parametrize("format", ["graphml", "gexf", "node-link"])
def test_a_projection_is_written(format: str) -> None:
    """What `organisation_network` makes has its nodes, edges and weights in every file."""
    graph = organisation_network(FULL)
    text = dumps_graph(graph, format=format)
    assert_valid(text, format)
    again = read(text, format)
    assert set(again) == set(graph)
    assert {frozenset(edge) for edge in again.edges} == {frozenset(edge) for edge in graph.edges}
    for source, target, row in graph.edges(data=True):
        assert again.edges[source, target]["weight"] == row["weight"]


@pytest.mark.parametrize("format", ["graphml", "gexf", "node-link"])
def test_parallel_edges_stay_apart(format: str) -> None:
    """Edges whose keys are alike between other nodes, and numbers as keys, are all written."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="x")
    graph.add_edge("b", "a", key="x")
    graph.add_edge("a", "b", key=0)
    again = read(dumps_graph(graph, format=format), format)
    assert sorted(edge[:2] for edge in again.edges) == [("a", "b"), ("a", "b"), ("b", "a")]
    whole = read(dumps_graph(to_networkx(FULL), format=format), format)
    assert whole.number_of_edges() == len(FULL.relations)


def test_attributes_that_are_called_like_the_ends_of_an_edge_stay() -> None:
    """In node-link JSON an attribute called `id` or `source` gets a low line; networkx overwrites it."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", id="other", id_="third")
    graph.add_edge("a", "b", key="k", source="x", target="y")
    graph.edges["a", "b", "k"]["key"] = "z"
    again = read(dumps_graph(graph, format="node-link"), "node-link")
    assert again.nodes["a"] == {"id__": "other", "id_": "third"}
    assert again.edges["a", "b", "k"] == {"source_": "x", "target_": "y", "key_": "z"}


def test_half_a_character_is_escaped_in_json() -> None:
    """A lone surrogate, which UTF-8 cannot hold, is an escape in JSON, and U+FFFD in XML."""
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_node("a", half="\ud800", whole="Ё")
    text = dumps_graph(graph, format="node-link")
    assert r'"half": "\ud800"' in text
    text.encode()
    assert read(dumps_graph(graph, format="graphml"), "graphml").nodes["a"]["half"] == "\ufffd"
    graph.graph["half"] = "\ud800"
    assert dumps_graph(graph, format="gexf").splitlines()[1] == '<?partnermodel {"half": "\ufffd"}?>'


def test_what_cannot_be_told_apart_is_refused() -> None:
    """Two nodes, or two attributes, of one name in the file would become one: that is said."""
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from([1, "1"])
    with pytest.raises(ValueError, match=r"^two nodes are called 1 in a file: 1 and '1'; give "):
        dumps_graph(graph, format="graphml")
    graph = nx.Graph()
    graph.add_node("a")
    graph.nodes["a"].update({1: "x", "1": "y"})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match=r"^two attributes are called 1 in a file$"):
        dumps_graph(graph, format="gexf")


def test_what_holds_itself_is_refused() -> None:
    """A list in itself has no end, and is refused in bounded time."""
    circle: list[Any] = []
    circle.append(circle)
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_node("a", circle=circle)
    with pytest.raises(ValueError, match=r"^a value is nested more than 64 deep, or holds itself$"):
        dumps_graph(graph, format="node-link")


@pytest.mark.parametrize("format", ["kumu", "cypher"])
def test_only_a_model_has_what_some_formats_need(format: str) -> None:
    """Kumu and Cypher are for models, whose nodes have types and whose edges have kinds."""
    with pytest.raises(ValueError, match=f"^{format} is for models; a graph becomes graphml"):
        dumps_graph(nx.Graph(), format=format)


@pytest.mark.parametrize("format", ["graphml", "gexf", "node-link"])
@pytest.mark.parametrize("value", [None, float("nan")])
def test_nothing_at_all_is_a_graph_too(format: str, value: object) -> None:
    """An empty graph is valid, and a node called None or NaN has a name."""
    assert_valid(dumps_graph(nx.DiGraph(), format=format), format)
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_node(str(value))
    assert read(dumps_graph(graph, format=format), format).number_of_nodes() == 1


@pytest.mark.parametrize("format", ["graphml", "gexf"])
@given(text=st.text())
def test_any_text_is_one_that_xml_can_hold(format: str, text: str) -> None:
    """Whatever a text holds, the file is valid, and nothing but what XML cannot hold is changed."""
    graph: nx.Graph[Any] = nx.Graph(name=text, other=text)
    graph.add_node("a", label=text, note=text)
    graph.add_edge("a", text or "b", label=text)
    written = dumps_graph(graph, format=format)
    assert_valid(written, format)
    found = read(written, format).nodes["a"]["note"]
    assert len(found) == len(text)
    assert all(one in (other, "\ufffd") for one, other in zip(found, text, strict=True))
