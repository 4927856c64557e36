"""The one canonical text of a model: sorted, in class order, without what is not stated."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from partnermodel.formats.shape import FORMAT_VERSION, LISTS
from partnermodel.formats.twins import file_fields
from partnermodel.model.model import PartnerModel
from partnermodel.values.mapping import thawed
from partnermodel.values.rules import RULE, Instance, Json, Many, Pairs, Rule

Plain = Callable[[Any], Any]


@cache
def _encoder(cls: type) -> Plain:
    """Return the function that turns an instance of a class into JSON data."""
    fields = [(key, field.default, _plain(field.metadata[RULE])) for key, field in file_fields(cls).items()]
    values_of = attrgetter(*(field.name for field in file_fields(cls).values()))

    def encode(held: Any) -> dict[str, Any]:
        found = {}
        for value, (key, default, plain) in zip(values_of(held), fields, strict=True):
            if value is not default and value != default:
                found[key] = value if plain is None else plain(value)
        return found

    return encode


def _plain(rule: Rule) -> Plain | None:
    """Return what turns the value of a field into JSON data; None when it is that already."""
    match rule:
        case Instance(cls=cls):
            return _encoder(cls)
        case Many(item=item):
            inner = _plain(item)
            return list if inner is None else lambda values: [inner(value) for value in values]
        case Pairs() | Json():
            return thawed
        case _:
            return None


def plain_of(value: Any) -> dict[str, Any]:
    """Return a record or a value of ours as JSON data, without the fields that hold their default.

    Example:
        >>> from partnermodel import Period
        >>> plain_of(Period("2019"))
        {'start': '2019'}
    """
    cls: type = type(value)
    found: dict[str, Any] = _encoder(cls)(value)
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
            document[key] = [plain_of(record) for record in records.values()]
    return document


def canonical_bytes(model: PartnerModel) -> bytes:
    """Return the canonical document: UTF-8, an indent of two spaces, one line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(document_of(model)), indent=2) + b"\n"
