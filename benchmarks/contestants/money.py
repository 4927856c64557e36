"""The peer: the same register as entities of followthemoney, loaded from lines of JSON as it loads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from benchmarks.generate import relation_id

SCHEMATA = {
    "organisations": "Organization",
    "centres": "Organization",
    "programmes": "Project",
    "initiatives": "Project",
    "groups": "LegalEntity",
    "places": "Address",
    "documents": "Document",
}
"""The schema that comes nearest to each type of entity."""

Properties = dict[str, list[str]]


def lines_of(data: bytes) -> bytes:
    """Return a document as entities of followthemoney, one a line."""
    document = msgspec.json.decode(data)
    return b"\n".join(map(msgspec.json.encode, _entities(document)))


def _entities(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key, schema in SCHEMATA.items():
        for one in document.get(key, ()):
            yield _entity(one["id"], schema, _properties(one, schema))
    for one in document["relations"]:
        if one["kind"] in ("participates-in", "offers"):
            ends = {"participant": [one["source"]], "project": [one["target"]]}
            yield _entity(relation_id(one), "ProjectParticipant", ends | _interval(one))
        else:
            ends = {"subject": [one["source"]], "object": [one["target"]]}
            yield _entity(relation_id(one), "UnknownLink", ends | _interval(one))


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    return {"id": id.replace("/", "."), "schema": schema, "properties": properties}


def _properties(one: dict[str, Any], schema: str) -> Properties:
    name = "full" if schema == "Address" else "title" if schema == "Document" else "name"
    found = {name: [one["name"]]}
    if schema not in ("Address", "Document") and "names" in one:
        found["alias"] = [*one["names"].values()]
    if "description" in one:
        found["summary"] = [one["description"]]
    if schema == "Organization" and "identifiers" in one:
        found["innCode"] = [one["identifiers"][0]["value"]]
    if schema in ("Organization", "Project") and "status" in one:
        found["status"] = [one["status"]]
    return found | _cited(one)


def _interval(one: dict[str, Any]) -> Properties:
    period = one.get("period", {})
    found = {"role": [one.get("role", one["kind"])], "status": [one.get("status", "unknown")]}
    if "start" in period:
        found["startDate"] = [period["start"]]
    if period.get("end", "..") != "..":
        found["endDate"] = [period["end"]]
    return found | _cited(one)


def _cited(one: dict[str, Any]) -> Properties:
    documents = sorted({cited["document"] for cited in one.get("evidence", ())})
    return {"publisher": documents} if documents else {}


def load(lines: bytes, *, cleaned: bool = True) -> list[Any]:
    """Return the entities.

    Args:
        lines: An entity in JSON on each line.
        cleaned: Whether the values are taken on trust, as the commands of followthemoney do; what
            is not trusted, it says, is to be read with all values checked and made uniform.
    """
    import orjson
    from followthemoney import model

    return [model.get_proxy(orjson.loads(line), cleaned=cleaned) for line in lines.splitlines()]
