"""The document of a model as JSON data, made field by field: what the quick writers are held to."""

from __future__ import annotations

from typing import Any

import msgspec

from partnermodel.formats.shape import FORMAT_VERSION, LISTS
from partnermodel.formats.twins import file_fields
from partnermodel.model.model import PartnerModel
from partnermodel.values.mapping import thawed
from partnermodel.values.rules import RULE, Instance, Json, Many, Pairs, Rule


def _plain(rule: Rule, value: Any) -> Any:
    match rule:
        case Instance():
            return plain_of(value)
        case Many(item=item):
            return [_plain(item, one) for one in value]
        case Pairs() | Json():
            return thawed(value)
        case _:
            return value


def plain_of(value: Any) -> dict[str, Any]:
    """Return a record or a value of ours as JSON data, without the fields that hold their default."""
    found = {}
    for key, field in file_fields(type(value)).items():
        held = getattr(value, field.name)
        if held != field.default:
            found[key] = _plain(field.metadata[RULE], held)
    return found


def document_of(model: PartnerModel) -> dict[str, Any]:
    """Return the whole document of a model as JSON data, in the order of the file."""
    document: dict[str, Any] = {"format_version": FORMAT_VERSION, "name": model.name}
    if model.language != "und":
        document["language"] = model.language
    if vocabulary := plain_of(model.vocabulary):
        document["vocabulary"] = vocabulary
    for key in LISTS:
        records = getattr(model, key)
        if records:
            document[key] = [plain_of(records[id]) for id in records]
    return document


def formatted(data: Any) -> str:
    """Return JSON data as a text with an indent of two spaces."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def slow_text(model: PartnerModel) -> str:
    """Return the canonical document of a model."""
    return formatted(document_of(model)) + "\n"
