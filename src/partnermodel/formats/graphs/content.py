"""What a graph file is to hold, whatever its format: nodes and edges with flat attributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import msgspec

from partnermodel.formats.flat.flattening import flattened
from partnermodel.formats.outlining import outlines_of
from partnermodel.model.entities import UNKNOWN_STATUS
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.dates import DATE_RULE, OPEN, span
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

Value = str | int | float | bool
"""What an attribute of a node, of an edge or of the graph holds."""

Row = Mapping[str, Value]

UNKNOWN_LANGUAGE = "und"


@attrs.frozen
class Node:
    """A node.

    Attributes:
        id: Its id.
        row: Its attributes.
    """

    id: str
    row: Row


@attrs.frozen
class Edge:
    """An edge.

    Attributes:
        id: Its id.
        source: The id of the node where it begins.
        target: The id of the node where it ends.
        row: Its attributes.
        undirected: Whether it leads both ways, in a graph whose edges have a direction.
    """

    id: str
    source: str
    target: str
    row: Row
    undirected: bool = False


@attrs.frozen
class Content:
    """A graph as a file holds it.

    Attributes:
        head: The attributes of the graph itself.
        nodes: Its nodes.
        edges: Its edges.
        directed: Whether its edges have a direction.
        multigraph: Whether two nodes may have several edges between them.
    """

    head: Row
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    directed: bool = True
    multigraph: bool = True


def content_of(model: PartnerModel) -> Content:
    """Return a model as a graph: entities are nodes, relations are edges.

    The attributes are those of `to_networkx`, and with them whatever else the records state, by the rule
    of `flattened`. Nodes and edges have a `label`, too, which other programs show.

    Example:
        >>> from partnermodel import Organisation
        >>> content_of(PartnerModel("Town", [Organisation("a", "A")])).nodes[0].row
        {'type': 'organisation', 'label': 'A', 'name': 'A', 'status': 'unknown'}
    """
    head: dict[str, Value] = {"name": model.name}
    if model.language != UNKNOWN_LANGUAGE:
        head["language"] = model.language
    if model.vocabulary != STANDARD:
        (words,) = outlines_of(Vocabulary, [model.vocabulary])
        head["vocabulary"] = msgspec.json.encode(words).decode()
    nodes = []
    for id, entity in model.entities.items():
        row = _opened(flattened(entity))
        del row["id"]
        row.setdefault("status", UNKNOWN_STATUS)  # persons have none, but nodes all do
        nodes.append(Node(id, {"type": entity.scheme, "label": entity.name, **row}))
    edges = []
    for id, relation in model.relations.items():
        term = model.vocabulary.relation(relation.kind)
        undirected = term is not None and term.symmetric
        edges.append(Edge(id, relation.source, relation.target, _edge_row(relation, model), undirected))
    return Content(head, nodes, edges)


def _edge_row(relation: Relation, model: PartnerModel) -> dict[str, Value]:
    row = _opened(flattened(relation))
    for end in ("id", "source", "target"):
        row.pop(end, None)
    if relation.evidence:
        row.setdefault("documents", " ".join(dict.fromkeys(one.document for one in relation.evidence)))
    label = model.vocabulary.label("relation", relation.kind, model.language)
    return {"label": label, **row, "nature": model.vocabulary.nature(relation.kind)}


def _opened(flat: dict[str, str | int | bool]) -> dict[str, Value]:
    """Return a flat row as a graph has it: `..` is no date, and programs for graphs take an end for one."""
    row: dict[str, Value] = {}
    for column, value in flat.items():
        if column == "end" and value == OPEN:
            row["open"] = True
        else:
            row[column] = value
    return row


def spell_of(row: Mapping[str, object]) -> tuple[str, str] | None:
    """Return the first and the last day on which something may have been there, as its dates allow.

    A day that is not known, or an end that is open, is an empty text; None when neither day is known.

    Example:
        >>> spell_of({"start": "2019", "end": "2021-02"}), spell_of({"start": "2019-05", "open": True})
        (('2019-01-01', '2021-02-28'), ('2019-05-01', ''))
    """
    start, end = row.get("start"), row.get("end")
    first = span(start)[0].isoformat() if isinstance(start, str) and DATE_RULE.accepts(start) else ""
    last = span(end)[1].isoformat() if isinstance(end, str) and DATE_RULE.accepts(end) else ""
    return (first, last) if first or last else None
