"""A graph file is told from a model in JSON, and from other graph files, by what is in it."""

from __future__ import annotations

import pytest
from tests.formats.samples import FULL

from partnermodel import dumps
from partnermodel.formats.graphs.doors import dumps_graph
from partnermodel.formats.graphs.known import READ, format_by_ending, graph_found, looks_like_a_graph


@pytest.mark.parametrize("format", READ)
def test_what_is_written_is_known_again(format: str) -> None:
    """Every format is known by its content alone."""
    data = dumps_graph(FULL, format=format).encode()
    assert looks_like_a_graph(data)
    assert graph_found(data, "file").owner == format


@pytest.mark.parametrize(
    "data",
    [dumps(FULL).encode(), b"", b"{", b"[1]", b'{"a": 1}', b'{"format_version": 1, "nodes": []}', b"\xff"],
)
def test_what_is_no_graph_does_not_look_like_one(data: bytes) -> None:
    """A model, and what is nothing at all, is left to the reader of models to word."""
    assert not looks_like_a_graph(data)


@pytest.mark.parametrize("data", [b" <", b"\xef\xbb\xbf<a/>", "<a/>".encode("utf-16"), b'{"elements": 1}'])
def test_what_might_be_a_graph_is_left_to_the_reader_of_graphs(data: bytes) -> None:
    """XML of any sort, and JSON with the keys of a graph, looks like one."""
    assert looks_like_a_graph(data)


def test_endings_are_known_in_any_case() -> None:
    """The longer ending counts; one that is not known is none."""
    assert format_by_ending("a/B.GraphML") == "graphml"
    assert format_by_ending("a.node-link.json") == "node-link"
    assert format_by_ending("a.cql") == "cypher"
    assert format_by_ending("graphml") is None
