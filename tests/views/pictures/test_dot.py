"""A network in DOT keeps the grammar of Graphviz, and every name comes back from it."""

from __future__ import annotations

import html
import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.pictures.hostile import HOSTILE, all_named, named
from tests.views.pictures.test_picture import town

from partnermodel import PartnerModel, organisation_network, to_dot
from partnermodel.views.pictures.plain import one_line

# The grammar of Graphviz, as far as it is needed: ids, numbers, quoted strings, and the signs between them.
TOKEN = re.compile(
    r'\s*(?:("(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z_0-9]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))|(->|--|[{}\[\];,=]))'
)


def tokens(text: str) -> list[str]:
    """Return the tokens of a text, all of it."""
    found, at = [], 0
    while text[at:].strip():
        token = TOKEN.match(text, at)
        assert token is not None, text[at : at + 60]
        found.append(token[0].strip())
        at = token.end()
    return found


def statements(text: str) -> tuple[str, list[tuple[list[str], dict[str, str]]]]:
    """Return the sort of a graph and its statements: the ids of each, and its attributes."""
    sort, name, opening, *rest, closing = tokens(text)
    assert (name, opening, closing) == ("network", "{", "}")
    found, at = [], 0
    while at < len(rest):
        ids = [rest[at]]
        at += 1
        while rest[at] in ("->", "--"):
            assert rest[at] == {"digraph": "->", "graph": "--"}[sort]
            ids.append(rest[at + 1])
            at += 2
        assert rest[at] == "["
        attributes = {}
        while rest[at] != "]":
            key, equals, value = rest[at + 1 : at + 4]
            assert equals == "="
            attributes[key] = value
            at += 4
            assert rest[at] in (",", "]")
        assert rest[at + 1] == ";"
        at += 2
        found.append((ids, attributes))
    return sort, found


def shown(quoted: str) -> str:
    """Return what Graphviz shows for a quoted label: escapes and entities are read, and lines joined."""
    inside = quoted[1:-1].replace('\\"', '"')
    read = re.sub(r"\\(.)", lambda one: {"n": " ", "\\": "\\"}[one[1]], inside)
    return html.unescape(read)


@given(model=models())
def test_every_node_and_tie_is_a_statement(model: PartnerModel) -> None:
    """There is a statement for each entity, named n1, n2, …, and one for each relation."""
    sort, found = statements(to_dot(model))
    assert sort == "digraph"
    nodes = [ids[0] for ids, _ in found if len(ids) == 1 and ids[0] not in ("graph", "node", "edge")]
    assert nodes == [f"n{place}" for place in range(1, len(model.entities) + 1)]
    assert sum(len(ids) == 2 for ids, _ in found) == len(model.relations)


def test_every_hostile_name_comes_back() -> None:
    """What Graphviz would show for each node is its name on one line, and no name makes an attribute."""
    _, found = statements(to_dot(all_named()))
    labels = [
        attributes["label"] for ids, attributes in found if re.fullmatch(r"n\d+", ids[0]) and len(ids) == 1
    ]
    told = sorted(re.sub(r"\s", "", shown(label)) for label in labels)
    wanted = sorted(re.sub(r"\s", "", one_line(name) or "–") for name in HOSTILE if len(name) < 100)
    assert [name for name in told if not name.startswith("xxx")] == [name for name in wanted if name]
    rest = ("fillcolor", "dir")
    keys = {key for _, attributes in found for key in attributes}
    assert keys <= {
        "charset",
        "rankdir",
        "label",
        "labelloc",
        "fontname",
        "fontsize",
        "style",
        "shape",
        *rest,
    }


@given(name=st.text(st.characters()))
def test_any_name_keeps_the_grammar(name: str) -> None:
    """Whatever a node is called, the text has one graph with two nodes and a tie."""
    _, found = statements(to_dot(named(name)))
    assert [len(ids) for ids, _ in found] == [1, 1, 1, 1, 1, 2]


def test_directions_and_stages_are_kept() -> None:
    """A tie that leads one way is an arrow; what is not active says how far it has come."""
    text = to_dot(town(), language="ru")
    assert '  n2 -> n1 [label="финансирование", style=solid];' in text.splitlines()
    assert to_dot(organisation_network(town())).startswith("graph network {")


def test_a_graph_without_anything_is_a_graph() -> None:
    """An empty graph is written, and what is no graph is refused."""
    assert statements(to_dot(nx.Graph()))[0] == "graph"
    with pytest.raises(TypeError, match="a PartnerModel or a networkx graph belongs here, not a str"):
        to_dot("graph")  # type: ignore[arg-type]
