"""The JSON Schema of the document, made from the rules of the very classes that read it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

import attrs

from partnermodel.formats.shape import FORMAT_VERSION, Shape
from partnermodel.formats.twins import file_fields
from partnermodel.values.rules import RULE, Choice, Flag, Instance, Json, Many, Pairs, Rule, Text, Whole

DIALECT = "https://json-schema.org/draft/2020-12/schema"


MEANING_CODES: Mapping[str, str] = {
    "duplicate-key": "a key that stands twice in one object",
    "needless-fraction": "a whole number that is written with a fraction, such as 1.0",
    "not-a-number": "a number in extra data that JSON readers cannot hold",
    "too-deep": "extra data that is nested more than 16 levels deep",
    "impossible-date": "a day that its month does not have",
    "period-backwards": "a period that ends before it starts",
    "bad-identifier": "an identifier that is not of the form of its scheme",
    "bad-checksum": "an identifier whose check digits are wrong",
    "personal-data": "an identifier that is a natural person's",
    "relation-term": "a plain term in the scheme of the kinds of relation",
    "standard-term": "a standard code that is given a second meaning",
    "duplicate-term": "a code that is defined twice",
    "unknown-broader": "a broader code that is not defined",
    "circular-broader": "broader codes that lead back to where they began",
    "duplicate-id": "an id that two records have",
    "unknown-id": "the id of an end or of a document that is not there",
    "wrong-end": "an end, or a cited document, of a type that cannot stand there",
    "self-relation": "a relation that leads from a record to itself",
    "circular-relation": "relations that lead back to where they began and must not",
}
"""What `loads` refuses beyond the JSON Schema: the code of each such issue, and what it is given for.

The schema is asked of JSON. What is none, is not in UTF-8, or is nested more than 64 brackets deep,
is refused before the question comes up.
"""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a document of this format version.

    It accepts what the shape check of `loads` accepts: types, keys, and the form of each text. What
    `loads` refuses beyond it takes a calendar, arithmetic, or two places of the document to see;
    `MEANING_CODES` is the closed list.

    Example:
        >>> json_schema()["properties"]["format_version"]
        {'const': 1, 'description': 'The version of the format, 1.'}
    """
    definitions: dict[str, Any] = {}
    root = _object(Shape, definitions)
    version = root["properties"]["format_version"]
    root["properties"]["format_version"] = {"const": FORMAT_VERSION, "description": version["description"]}
    return {
        "$schema": DIALECT,
        "title": "partnermodel document",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    described = _descriptions(cls)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for key, field in file_fields(cls).items():
        properties[key] = _schema(field.metadata[RULE], definitions)
        properties[key]["description"] = described[key]
        if field.default is attrs.NOTHING:
            required.append(key)
    schema: dict[str, Any] = {"type": "object", "description": _summary(cls), "properties": properties}
    if required:
        schema["required"] = required
    return schema | {"additionalProperties": False}


def _schema(rule: Rule, definitions: dict[str, Any]) -> dict[str, Any]:
    match rule:
        case Text(pattern=pattern):
            return {"type": "string", "pattern": pattern}
        case Whole(minimum=minimum, maximum=maximum):
            return {"type": "integer", "minimum": minimum, "maximum": maximum}
        case Flag():
            return {"type": "boolean"}
        case Choice(choices=choices):
            return {"type": "string", "enum": list(choices)}
        case Instance(cls=cls):
            if cls.__name__ not in definitions:
                definitions[cls.__name__] = {}
                definitions[cls.__name__] = _object(cls, definitions)
            return {"$ref": f"#/$defs/{cls.__name__}"}
        case Many(item=item):
            return {"type": "array", "items": _schema(item, definitions)}
        case Pairs(key=key, value=value):
            return {
                "type": "object",
                "propertyNames": {"pattern": key.pattern},
                "additionalProperties": _schema(value, definitions),
            }
    assert isinstance(rule, Json)  # the one sort of rule that is left
    me = {"$ref": "#/$defs/Json"}
    definitions["Json"] = {
        "description": "Any JSON value but null.",
        "anyOf": [
            {"type": "string", "pattern": rule.text.pattern},
            {"type": ["number", "boolean"]},
            {"type": "array", "items": me},
            {
                "type": "object",
                "propertyNames": {"pattern": rule.text.pattern},
                "additionalProperties": me,
            },
        ],
    }
    return me


def _summary(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())


def _descriptions(cls: type) -> dict[str, str]:
    """Return what the docstrings of a class and its bases say of each attribute."""
    found: dict[str, str] = {}
    for ancestor in reversed(cls.__mro__):
        text = inspect.cleandoc(ancestor.__doc__ or "")
        section = re.search(r"^Attributes:\n((?:[ ]+.*\n?|\n)+)", text, re.MULTILINE)
        for entry in re.finditer(
            r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section[1] if section else "", re.MULTILINE
        ):
            found[entry[1]] = " ".join(entry[2].split())
    return found
