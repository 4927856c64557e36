"""A script in Cypher, which Neo4j and others like it run to hold a model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from partnermodel.formats.graphs.content import Content, Edge, Node, Row, Value

_AT_ONCE = 500
"""So many records stand in a statement: a database reads each as a whole."""

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ODD = re.compile(r"\\u?|['\x00-\x1f\x7f-\x9f\u2028\u2029]")


def cypher_pieces(content: Content) -> Iterator[str]:
    """Yield a model as a script in Cypher, piece by piece.

    Every node has the label `Record` and that of its type. The type of a relationship is its kind, in
    capital letters. To run the script again changes what is there, and adds nothing twice.

    Args:
        content: The graph of a model.
    """
    yield "// A model in Cypher, for Neo4j 5; other databases may want the constraint in other words.\n"
    yield f"// {_comment(content.head['name'])}\n"
    yield "CREATE CONSTRAINT `record_id` IF NOT EXISTS FOR (n:`Record`) REQUIRE n.`id` IS UNIQUE;\n"
    nodes: dict[str, list[Node]] = {}
    for node in content.nodes:
        nodes.setdefault(str(node.row["type"]), []).append(node)
    for type, some in nodes.items():
        for batch in _batches([_map({"id": node.id, **_kept(node.row)}) for node in some]):
            yield f"\n{batch}\nMERGE (n:`Record` {{`id`: row.`id`}})\n"
            yield f"SET n:{_name(type.capitalize())}, n = row;\n"
    edges: dict[str, list[Edge]] = {}
    for edge in content.edges:
        edges.setdefault(str(edge.row["kind"]), []).append(edge)
    for kind, links in edges.items():
        rows = [
            f"{{`source`: {_text(edge.source)}, `target`: {_text(edge.target)}, "
            f"`row`: {_map({'id': edge.id, **_kept(edge.row)})}}}"
            for edge in links
        ]
        type = _name(kind.replace("-", "_").upper())
        for batch in _batches(rows):
            yield f"\n{batch}\nMATCH (a:`Record` {{`id`: row.`source`}})\n"
            yield "MATCH (b:`Record` {`id`: row.`target`})\n"
            yield f"MERGE (a)-[r:{type} {{`id`: row.`row`.`id`}}]->(b)\nSET r = row.`row`;\n"


def _batches(rows: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(rows), _AT_ONCE):
        some = ",\n  ".join(rows[start : start + _AT_ONCE])
        yield f"UNWIND [\n  {some}\n] AS row"


def _kept(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "label"}


def _map(row: Row) -> str:
    return "{" + ", ".join(f"{_name(name)}: {_value(value)}" for name, value in row.items()) + "}"


def _name(name: str) -> str:
    """Return a name between backticks, within which only these mean anything."""
    return "`" + name.replace("`", "``") + "`"


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    r"""Return a text between quotation marks.

    A backslash that a `u` follows is written so that neither a reader that replaces `\uXXXX` before all
    else, as Neo4j did before version 5, nor one that does it within texts alone sees what is not there.

    Example:
        >>> print(_text("it's \\u0027"))
        'it\'s \\\u00750027'
    """
    return f"'{_ODD.sub(lambda found: _escaped(found[0]), text)}'"


def _escaped(odd: str) -> str:
    if odd == "\\u":
        return "\\\\\\u0075"
    return _ESCAPES.get(odd) or f"\\u{ord(odd):04x}"


def _comment(text: Value) -> str:
    """Return a text that does not leave its line, whatever the reader takes for the end of one."""
    return json.dumps(text, ensure_ascii=False).replace("\\u", "\\ u")
