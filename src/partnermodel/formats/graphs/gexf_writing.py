"""GEXF 1.3, as Gephi and NetworkX read it, with periods as spells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from partnermodel.formats.graphs.content import Content, Edge, Row, Value, spell_of
from partnermodel.formats.graphs.graphml_writing import RECORD_ID
from partnermodel.formats.graphs.xml_writing import (
    DECLARATION,
    as_text,
    columns_of,
    in_attribute,
    in_text,
    tokens,
)

INSTRUCTION = "partnermodel"
"""The processing instruction that holds what GEXF has no place for: the language and the vocabulary."""

_NOT_AGAIN = ("label",)
"""What GEXF has an attribute of its own for."""


def gexf_pieces(content: Content) -> Iterator[str]:
    """Yield a graph as GEXF, piece by piece.

    Args:
        content: The graph.
    """
    node_rows = [_without(node.row) for node in content.nodes]
    edge_rows = [_edge_row(edge, content.multigraph) for edge in content.edges]
    columns = {"node": columns_of(node_rows), "edge": columns_of(edge_rows)}
    spells = [spell_of(node.row) for node in content.nodes]
    spells += [spell_of(edge.row) for edge in content.edges]
    yield DECLARATION
    rest = {name: value for name, value in content.head.items() if name != "name"}
    if rest:
        said = json.dumps(rest, ensure_ascii=False).replace(">", "\\u003e")
        yield f"<?{INSTRUCTION} {_controlled(said)}?>\n"
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n  <meta>\n    <creator>partnermodel</creator>\n'
    if "name" in content.head:
        yield f"    <description>{in_text(as_text(content.head['name']))}</description>\n"
    default = "directed" if content.directed else "undirected"
    mode = 'mode="dynamic" timeformat="date"' if any(spells) else 'mode="static"'
    yield f'  </meta>\n  <graph defaultedgetype="{default}" idtype="string" {mode}>\n'
    keys: dict[str, Mapping[str, str]] = {}
    for what, sorts in columns.items():
        keys[what] = tokens(sorts)  # some programs show the id, and not the title
        if sorts:
            yield f'    <attributes class="{what}">\n'
            for name, sort in sorts.items():
                id, title = in_attribute(keys[what][name]), in_attribute(name)
                yield f'      <attribute id="{id}" title="{title}" type="{sort}"/>\n'
            yield "    </attributes>\n"
    yield "    <nodes>\n"
    days = iter(spells)
    for node, row in zip(content.nodes, node_rows, strict=True):
        start = _tag("node", id=node.id, label=node.row.get("label", node.id))
        yield f"{start}{_values(row, keys['node'])}{_spells(next(days))}      </node>\n"
    yield "    </nodes>\n    <edges>\n"
    for edge, row in zip(content.edges, edge_rows, strict=True):
        shown = {name: edge.row[name] for name in ("label", "kind") if name in edge.row}
        start = _tag("edge", id=edge.id, source=edge.source, target=edge.target, **shown)
        yield f"{start}{_values(row, keys['edge'])}{_spells(next(days))}      </edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _controlled(text: str) -> str:
    """Return JSON without what XML cannot hold; `json` has escaped the control characters."""
    return "".join(letter if letter.isascii() or in_text(letter) == letter else "\ufffd" for letter in text)


def _without(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _NOT_AGAIN}


def _edge_row(edge: Edge, multigraph: bool) -> Row:
    row = _without(edge.row)
    return {RECORD_ID: edge.id, **row} if multigraph else row


def _tag(name: str, **attributes: Value) -> str:
    said = (f'{key}="{in_attribute(as_text(value))}"' for key, value in attributes.items())
    return f"      <{name} {' '.join(said)}>\n"


def _values(row: Row, keys: Mapping[str, str]) -> str:
    if not row:
        return ""
    lines = "".join(
        f'          <attvalue for="{in_attribute(keys[name])}" value="{in_attribute(as_text(value))}"/>\n'
        for name, value in row.items()
    )
    return f"        <attvalues>\n{lines}        </attvalues>\n"


def _spells(spell: tuple[str, str] | None) -> str:
    if spell is None:
        return ""
    ends = " ".join(f'{name}="{day}"' for name, day in zip(("start", "end"), spell, strict=True) if day)
    return f"        <spells>\n          <spell {ends}/>\n        </spells>\n"
