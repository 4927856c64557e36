"""GraphML, as Gephi, yEd, igraph, NetworkX and others read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from partnermodel.formats.graphs.content import Content, Row
from partnermodel.formats.graphs.xml_writing import (
    DECLARATION,
    as_text,
    columns_of,
    in_attribute,
    in_text,
    tokens,
)

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = (
    f'<graphml xmlns="{_SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">\n'
)

RECORD_ID = "record_id"
"""The attribute with the whole id of a record, of which a file holds a part or another spelling."""


def graphml_pieces(content: Content) -> Iterator[str]:
    """Yield a graph as GraphML, piece by piece.

    Its ids are what the schema takes; where that is not the id of the record, `record_id` holds it, and
    an edge of a multigraph always has one.

    Args:
        content: The graph.
    """
    nodes = tokens(node.id for node in content.nodes)
    edges = tokens(edge.id for edge in content.edges)
    node_rows = [_with_id(node.row, node.id, nodes[node.id] != node.id) for node in content.nodes]
    edge_rows = [_with_id(edge.row, edge.id, content.multigraph) for edge in content.edges]
    yield DECLARATION + _HEAD
    keys: dict[str, Mapping[str, str]] = {}
    for what, rows in (("graph", [content.head]), ("node", node_rows), ("edge", edge_rows)):
        columns = columns_of(rows)
        keys[what] = _keys(what, columns)
        for name, sort in columns.items():
            key = keys[what][name]
            shown = key.removeprefix(f"{what}.")
            yield f'  <key id="{key}" for="{what}" attr.name="{shown}" attr.type="{sort}"/>\n'
    default = "directed" if content.directed else "undirected"
    yield f'  <graph id="G" edgedefault="{default}">\n'
    yield _data(content.head, keys["graph"], "    ")
    for node, row in zip(content.nodes, node_rows, strict=True):
        id = in_attribute(nodes[node.id])
        yield f'    <node id="{id}">\n{_data(row, keys["node"])}    </node>\n'
    for edge, row in zip(content.edges, edge_rows, strict=True):
        ends = " ".join(
            f'{name}="{in_attribute(value)}"'
            for name, value in (
                ("id", edges[edge.id]),
                ("source", nodes[edge.source]),
                ("target", nodes[edge.target]),
            )
        )
        yield f"    <edge {ends}>\n{_data(row, keys['edge'])}    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(what: str, names: Iterable[str]) -> Mapping[str, str]:
    """Return the key of each attribute: its name, after what it is an attribute of."""
    return {name: f"{what}.{token}" for name, token in tokens(names).items()}


def _with_id(row: Row, id: str, needed: bool) -> Row:
    return {RECORD_ID: id, **row} if needed else row


def _data(row: Row, keys: Mapping[str, str], indent: str = "      ") -> str:
    return "".join(
        f'{indent}<data key="{keys[name]}">{in_text(as_text(value))}</data>\n' for name, value in row.items()
    )
