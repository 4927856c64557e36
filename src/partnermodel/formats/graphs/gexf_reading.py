"""GEXF as it is given: ours, or that of Gephi or NetworkX, of the versions 1.1 to 1.3."""

from __future__ import annotations

from typing import Any

import attrs
import msgspec

from partnermodel.errors import Issue
from partnermodel.formats.graphs.content import spell_of
from partnermodel.formats.graphs.finding import (
    Found,
    FoundEdge,
    FoundNode,
    Line,
    own_id,
    placed,
    placed_attribute,
)
from partnermodel.formats.graphs.gexf_writing import INSTRUCTION
from partnermodel.formats.graphs.graphml_writing import RECORD_ID
from partnermodel.formats.graphs.values import value_of
from partnermodel.formats.graphs.xml_reading import Element, elements
from partnermodel.values.text import shown
from partnermodel.wording import worded

_CONTAINERS = frozenset({"gexf", "graph", "nodes", "edges"})
_NODE = frozenset({"id", "label", "start", "end"})
_EDGE = _NODE | {"source", "target", "type", "kind", "weight"}

Columns = dict[str, tuple[str, str, str | None]]
"""The attributes that are declared, by their ids: the title, the sort, and the default."""


def gexf_found(data: bytes, source: str) -> Found:
    """Return what a GEXF document holds.

    Args:
        data: The document.
        source: What it is called in a message.

    Raises:
        InvalidDocumentError: It is no XML, or no GEXF.
    """
    found = Found("GEXF", "gexf", source)
    columns: dict[str, Columns] = {"node": {}, "edge": {}}
    undirected = False
    for element in elements(data, source, found.format, "gexf", _CONTAINERS):
        if element.name == f"?{INSTRUCTION}":
            _add_instruction(found, element)
        elif element.name == "meta":
            name = element.first("description")
            if name is not None:
                found.head["name"] = name.text
        elif element.name == "graph":
            undirected = element.attributes.get("defaultedgetype", "undirected") != "directed"
        elif element.name == "attributes":
            _declare(element, columns)
        elif element.name == "node":
            _add_node(found, element, columns["node"])
        elif element.name == "edge":
            _add_edge(found, element, columns["edge"], undirected)
    return found


def _add_instruction(found: Found, element: Element) -> None:
    try:
        said = msgspec.json.decode(element.text)
    except (msgspec.DecodeError, RecursionError):
        said = None
    if isinstance(said, dict):
        found.head.update(said)
        return
    message = worded("what stands after {name} is no JSON object", name=f"<?{INSTRUCTION}")
    hint = worded("It holds the language and the vocabulary; mend it, or remove it.")
    found.add(Issue("unreadable-graph", Line(element.line, "graph", None).at(), "", message, hint))


def _declare(element: Element, columns: dict[str, Columns]) -> None:
    known = columns.setdefault(element.attributes.get("class", "node"), {})
    for one in element.inner:
        said, default = one.attributes, one.first("default")
        id = said.get("id", "")
        known[id] = (
            said.get("title", id), said.get("type", "string"), None if default is None else default.text
        )  # fmt: skip


def _row(found: Found, element: Element, columns: Columns, line: Line) -> dict[str, Any]:
    row: dict[str, Any] = {
        title: value_of(default, sort, found, line, title)
        for title, sort, default in columns.values()
        if default is not None
    }
    drawn: dict[str, Any] = {}
    for one in element.inner:
        if one.name == "attvalues":
            for value in one.inner:
                _put(found, value, columns, row, line)
        elif one.name in ("nodes", "edges", "parents"):
            message = worded("there are nodes within a node")
            hint = worded("Ungroup the nodes in the program that made the file, and save it again.")
            found.add(Issue("unreadable-graph", line.at(), "", message, hint))
        elif one.name not in ("spells", "slices"):
            drawn[one.name] = one.attributes
    if drawn:
        row["viz"] = drawn
    return row


def _put(found: Found, value: Element, columns: Columns, row: dict[str, Any], line: Line) -> None:
    said = value.attributes
    id = said.get("for", said.get("id", ""))
    if id not in columns:
        message = worded("the attribute {key} is nowhere declared", key=shown(id))
        hint = worded("Add an <attribute> for it.")
        found.add(Issue("unreadable-graph", line.at(), shown(id), message, hint))
        return
    title, sort, _ = columns[id]
    if title in row and not {"start", "end", "timestamp"}.isdisjoint(said):
        message = worded("the attribute {key} has several values in time", key=shown(title))
        hint = worded("A record states one; keep the one that is meant.")
        found.add(Issue("unreadable-graph", placed_attribute(line, title), shown(title), message, hint))
    row[title] = value_of(said.get("value", ""), sort, found, line, title)


def _dated(found: Found, element: Element, row: dict[str, Any], line: Line) -> None:
    """Put into the row what is said of days, where it does not say it itself."""
    said = {name: _day(element.attributes.get(name, "")) for name in ("start", "end")}
    spells = [
        (_day(one.attributes.get("start", "")), _day(one.attributes.get("end", "")))
        for holder in element.inner
        if holder.name in ("spells", "slices")
        for one in holder.inner
    ]
    if "start" in row or "end" in row:
        spells.append((said["start"], said["end"]))
    else:  # NetworkX writes there what we have as attributes of our own
        row |= {name: day for name, day in said.items() if day}
    spells = [spell for spell in dict.fromkeys(spells) if any(spell)]
    if not spells or spells == [spell_of(row)]:
        return
    if "start" in row or "end" in row:
        row["spells"] = [{"start": start, "end": end} for start, end in spells]
    elif len(spells) == 1:
        row |= {name: day for name, day in zip(("start", "end"), spells[0], strict=True) if day}
    else:
        message = worded("there are several periods, and a record has one")
        hint = worded("Keep one of them, or make a record of each.")
        found.add(Issue("unreadable-graph", line.at(), "", message, hint))


def _day(text: str) -> str:
    """Return a day as we write it: programs add the midnight, and a word for a day that is not known."""
    day = text.partition("T")[0]
    return "" if day in ("None", "Infinity", "-Infinity") else day


def _add_node(found: Found, element: Element, columns: Columns) -> None:
    said = element.attributes
    line = Line(element.line, "node", said.get("id"))
    row = _row(found, element, columns, line)
    _dated(found, element, row, line)
    if "label" in said:
        row.setdefault("label", said["label"])
    row |= {name: value for name, value in said.items() if name not in _NODE}
    id = row.pop(RECORD_ID, None) or said.get("id")
    if id is None:
        found.refuse_missing(placed(line), "id")
    else:
        found.nodes.append(FoundNode(attrs.evolve(line, id=str(id)), str(id), row, said.get("id")))


def _add_edge(found: Found, element: Element, columns: Columns, undirected: bool) -> None:
    said = element.attributes
    line = Line(element.line, "edge", said.get("id"))
    row = _row(found, element, columns, line)
    _dated(found, element, row, line)
    for name in ("label", "kind"):
        if name in said:
            row.setdefault(name, said[name])
    if "weight" in said:
        row.setdefault("weight", value_of(said["weight"], "double", found, line, "weight"))
    row |= {name: value for name, value in said.items() if name not in _EDGE}
    own = own_id(row.pop(RECORD_ID, None))
    row.pop("networkx_key", None)  # which is what the edge is called in a graph of networkx
    if "type" in said:
        undirected = said["type"] != "directed"
    for end in ("source", "target"):
        if end not in said:
            found.refuse_missing(placed(line, end), end)
    if "source" in said and "target" in said:
        found.edges.append(FoundEdge(line, said["source"], said["target"], row, own, undirected))
