"""Cypher: statements of four shapes, and no text of a model is ever anything but a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.samples import FULL
from tests.hostile import hostile
from tests.strategies import models

from partnermodel import Organisation, PartnerModel, Relation
from partnermodel.formats.graphs.content import content_of
from partnermodel.formats.graphs.doors import dumps_graph

# Our own reading of the tokens of Cypher, by its grammar, which shares nothing with what wrote them.
TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<comment>//[^\r\n]*)|(?P<text>'(?:[^'\\]|\\[\\'"bfnrt]|\\u[0-9a-fA-F]{4})*')"""
    r"""|(?P<name>`(?:[^`]|``)*`)|(?P<word>[A-Za-z_]\w*)|(?P<number>-?\d+)|(?P<mark>->|[][(){}:,;.=-])"""
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}

CONSTRAINT = "CREATE CONSTRAINT N IF NOT EXISTS FOR ( n : N ) REQUIRE n . N IS UNIQUE"
NODES = "UNWIND V AS row MERGE ( n : N { N : row . N } ) SET n : N , n = row"
EDGES = (
    "UNWIND V AS row MATCH ( a : N { N : row . N } ) MATCH ( b : N { N : row . N } ) "
    "MERGE ( a ) - [ r : N { N : row . N . N } ] -> ( b ) SET r = row . N"
)


def tokens(script: str) -> Iterator[tuple[str, Any]]:
    """Yield the tokens of a script, each with its sort, and texts with what they hold."""
    at = 0
    while at < len(script):
        found = TOKEN.match(script, at)
        assert found is not None, script[at : at + 60]
        at = found.end()
        sort = str(found.lastgroup)
        if sort == "text":
            yield sort, ESCAPE.sub(unescaped, found[0][1:-1])
        elif sort == "name":
            yield sort, found[0][1:-1].replace("``", "`")
        elif sort not in ("space", "comment"):
            yield sort, int(found[0]) if sort == "number" else found[0]


def unescaped(found: re.Match[str]) -> str:
    """Return what an escape stands for."""
    return chr(int(found[1][1:], 16)) if len(found[1]) == 5 else PLAIN.get(found[1], found[1])


def value(stream: list[tuple[str, Any]]) -> Any:
    """Take a literal off the front of a list of tokens."""
    sort, held = stream.pop(0)
    if sort in ("text", "number"):
        return held
    if sort == "word":
        return {"true": True, "false": False}[held]
    assert held in "[{"
    items: list[Any] = []
    pairs: dict[str, Any] = {}
    while stream[0][1] not in ("]", "}"):
        if held == "[":
            items.append(value(stream))
        else:
            name, key = stream.pop(0)
            assert name == "name"
            assert stream.pop(0)[1] == ":"
            assert key not in pairs
            pairs[key] = value(stream)
        if stream[0] == ("mark", ","):
            stream.pop(0)
    stream.pop(0)
    return items if held == "[" else pairs


def statements(script: str) -> Iterator[tuple[str, list[str], list[Any]]]:
    """Yield each statement: its shape, the names in it, and the rows of its literal."""
    stream = list(tokens(script))
    while stream:
        shape: list[str] = []
        names: list[str] = []
        rows: list[Any] = []
        while stream[0] != ("mark", ";"):
            sort, held = stream[0]
            if held == "[" and shape == ["UNWIND"]:
                rows = value(stream)
                shape.append("V")
                continue
            stream.pop(0)
            shape.append("N" if sort == "name" else str(held))
            if sort == "name":
                names.append(held)
            assert sort in ("name", "word", "mark")
        stream.pop(0)
        yield " ".join(shape), names, rows


def assert_says(model: PartnerModel, script: str) -> None:
    """Assert that a script has our four shapes of statement only, and makes exactly the model."""
    content = content_of(model)
    nodes = {node.id: {key: one for key, one in node.row.items() if key != "label"} for node in content.nodes}
    edges = {edge.id: edge for edge in content.edges}
    first, *others = statements(script)
    assert first == (CONSTRAINT, ["record_id", "Record", "id"], [])
    for shape, names, rows in others:
        assert shape in (NODES, EDGES)
        assert len(rows) <= 500
        for row in rows:
            if shape == NODES:
                id = row.pop("id")
                assert nodes.pop(id) == row
                assert names[3] == str(row["type"]).capitalize()
            else:
                edge = edges.pop(row["row"].pop("id"))
                assert (row["source"], row["target"]) == (edge.source, edge.target)
                assert row["row"] == {key: one for key, one in edge.row.items() if key != "label"}
                assert names[6] == str(edge.row["kind"]).replace("-", "_").upper()
    assert not nodes
    assert not edges


@given(models())
def test_a_script_makes_exactly_the_model(model: PartnerModel) -> None:
    """Read by a grammar of its own, a script has every record once, with all that is stated of it."""
    assert_says(model, dumps_graph(model, format="cypher"))


def test_hostile_texts_stay_texts() -> None:
    """No text ends its quotation marks, its line of comment or its statement."""
    assert_says(hostile(), dumps_graph(hostile(), format="cypher"))


@given(
    st.lists(
        st.sampled_from(["\\", "u", "0027", "'", "`", '"', "\n", "//", ";", "*/", "\\u0027"]), max_size=8
    )
)
def test_escapes_that_are_read_before_all_else_make_no_other_text(parts: list[str]) -> None:
    """Where codes of characters are replaced before all else, as in older databases, texts stay the same."""
    text = f"A{''.join(parts)}"
    model = PartnerModel(text.replace("\n", " "), [Organisation("a", "A", description=text)])
    script = dumps_graph(model, format="cypher")
    assert_says(model, script)
    # Such a reader may, or may not, leave alone a code whose backslash is itself escaped.
    for before in (r"(?<!\\)((?:\\\\)*)", "()"):
        early = re.sub(
            rf"{before}\\u([0-9a-fA-F]{{4}})", lambda found: found[1] + chr(int(found[2], 16)), script
        )
        assert_says(model, early)


def test_many_records_are_several_statements() -> None:
    """A statement has at most 500 rows."""
    many = PartnerModel(
        "Town",
        [
            *(Organisation(f"o{number}", "O") for number in range(501)),
            *(Relation("o0", "funds", f"o{number}") for number in range(1, 501)),
        ],
    )
    script = dumps_graph(many, format="cypher")
    assert script.count("UNWIND") == 3
    assert_says(many, script)


def test_a_script_is_as_it_is_documented() -> None:
    """The first lines say for what it is, and of what; the rest is the constraint and the records."""
    lines = dumps_graph(
        PartnerModel('"Town"\\u000aDROP', [Organisation("a", "A")]), format="cypher"
    ).splitlines()
    assert lines == [
        "// A model in Cypher, for Neo4j 5; other databases may want the constraint in other words.",
        '// "\\"Town\\"\\\\ u000aDROP"',
        "CREATE CONSTRAINT `record_id` IF NOT EXISTS FOR (n:`Record`) REQUIRE n.`id` IS UNIQUE;",
        "",
        "UNWIND [",
        "  {`id`: 'a', `type`: 'organisation', `name`: 'A', `status`: 'unknown'}",
        "] AS row",
        "MERGE (n:`Record` {`id`: row.`id`})",
        "SET n:`Organisation`, n = row;",
    ]
    assert "UNIQUE" in dumps_graph(FULL, format="cypher")
