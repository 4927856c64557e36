"""What the schemas of GraphML 1.0 and GEXF 1.3 allow, stated once more, as far as our files use them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import attrs

Check = Callable[[str], object]


def any_text(_: str) -> bool:
    """Allow whatever XML does."""
    return True


def one_of(*words: str) -> Check:
    """Allow one of a few words."""
    return frozenset(words).__contains__


# What XML Schema calls NMTOKEN, without the scripts that its editions do not agree on.
token = re.compile(r"[-.:\w]+").fullmatch
date = re.compile(r"\d{4}-\d\d-\d\d").fullmatch

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"


@attrs.frozen
class Rule:
    """What may be in an element.

    Attributes:
        required: The attributes that it has, with what they may be.
        optional: Those that it may have.
        inner: The elements in it, as a pattern of their names, each with a space after it.
        text: Whether there may be text.
    """

    required: Mapping[str, Check] = attrs.Factory(dict)
    optional: Mapping[str, Check] = attrs.Factory(dict)
    inner: str = ""
    text: bool = False


GRAPHML_RULES = {
    "graphml": Rule(
        optional={"{http://www.w3.org/2001/XMLSchema-instance}schemaLocation": any_text},
        inner="(key )*(graph )*",
    ),
    "key": Rule(
        {"id": token},
        {
            "for": one_of("graph", "node", "edge", "all"),
            "attr.name": token,
            "attr.type": one_of("boolean", "int", "long", "float", "double", "string"),
        },
    ),
    "graph": Rule({"edgedefault": one_of("directed", "undirected")}, {"id": token}, "(data |node |edge )*"),
    "node": Rule({"id": token}, inner="(data )*"),
    "edge": Rule({"source": token, "target": token}, {"id": token}, "(data )*"),
    "data": Rule({"key": token}, text=True),
}

TYPES = one_of("string", "long", "double", "boolean")

GEXF_RULES = {
    "gexf": Rule({"version": one_of("1.3")}, inner="(meta )?graph "),
    "meta": Rule(inner="(creator |description )*"),
    "creator": Rule(text=True),
    "description": Rule(text=True),
    "graph": Rule(
        optional={
            "defaultedgetype": one_of("directed", "undirected", "mutual"),
            "idtype": one_of("integer", "string"),
            "mode": one_of("static", "dynamic"),
            "timeformat": one_of("integer", "double", "date", "dateTime"),
        },
        inner="(attributes )*nodes edges ",
    ),
    "attributes": Rule({"class": one_of("node", "edge")}, inner="(attribute )*"),
    "attribute": Rule({"id": any_text, "title": any_text, "type": TYPES}),
    "nodes": Rule(inner="(node )*"),
    "edges": Rule(inner="(edge )*"),
    "node": Rule({"id": any_text}, {"label": any_text}, "(attvalues )?(spells )?"),
    "edge": Rule(
        {"source": any_text, "target": any_text},
        {"id": any_text, "label": any_text, "kind": any_text},
        "(attvalues )?(spells )?",
    ),
    "attvalues": Rule(inner="(attvalue )+"),
    "attvalue": Rule({"for": any_text, "value": any_text}),
    "spells": Rule(inner="(spell )+"),
    "spell": Rule(optional={"start": date, "end": date}),
}


def assert_fits(document: str, space: str, rules: Mapping[str, Rule]) -> ElementTree.Element:
    """Assert that a document follows the rules, and return its root."""
    root = ElementTree.fromstring(document.encode())
    for element in root.iter():
        assert element.tag.startswith(f"{{{space}}}"), element.tag
        rule = rules[local(element)]
        assert rule.required.keys() <= element.attrib.keys(), element.attrib
        for name, value in element.attrib.items():
            assert (rule.required | rule.optional)[name](value), (element.tag, name, value)  # type: ignore[operator]
        names = "".join(f"{local(inner)} " for inner in element)
        assert re.fullmatch(rule.inner, names), (element.tag, names)
        assert rule.text or not (element.text or "").strip()
        assert not (element.tail or "").strip()
    return root


def local(element: ElementTree.Element) -> str:
    """Return the name of an element without its name space."""
    return element.tag.rpartition("}")[2]
