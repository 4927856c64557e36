"""A small reader of our own tables, which knows nothing but their mapping: the oracle of the way back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from partnermodel import PartnerModel, dumps, loads
from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.mappings.mapping import FieldMapping, TableMapping

Row = Mapping[str, Any]

_LIST_OF = {cls.scheme: key for key, cls in LISTS.items()}


def csv_rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a delimited text by its heads, as the standard library reads it."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def read_back(mapping: TableMapping, tables: Mapping[str, Iterable[Row]]) -> PartnerModel:
    """Return the model of some tables.

    Args:
        mapping: The mapping that stands beside them.
        tables: Their rows by the name of the file or of the sheet.
    """
    head = PartnerModel(mapping.name, vocabulary=mapping.vocabulary, language=mapping.language)
    document: dict[str, Any] = json.loads(dumps(head))
    assert {sheet.file or sheet.sheet for sheet in mapping.sheets} == tables.keys()
    for sheet in mapping.sheets:
        if sheet.sheet == "codes":
            assert not sheet.records
            continue
        (record,) = sheet.records
        rows = tables[sheet.file or sheet.sheet or ""]
        document[_LIST_OF[record.type]] = [_record(record.fields, row) for row in rows]
    return loads(json.dumps(document))


def _record(fields: Iterable[FieldMapping], row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields:
        (head,) = field.columns
        cell = row[head]
        if cell in ("", None):
            continue
        value = _value(field, cell)
        first, _, part = field.to.partition(".")
        if first == "identifiers" and part:
            found.setdefault(first, []).append({"scheme": part, "value": value})
        elif part:
            found.setdefault(first, {})[part] = value
        else:
            assert first not in found
            found[first] = value
    return found


def _value(field: FieldMapping, cell: Any) -> Any:
    if field.to == "collective":
        assert cell in ("true", True)
        return True
    if field.to == "size":
        assert isinstance(cell, str) or cell == int(cell)
        return int(cell)
    assert isinstance(cell, str)
    text = cell.removeprefix("'") if field.guarded else cell
    if field.json:
        return json.loads(text)
    if field.trimmed:
        assert text == " ".join(text.split()), "what is trimmed has nothing to trim"
    if field.separator:
        key = "name" if field.to == "aliases" else "document"
        return [{key: one} for one in text.split(field.separator)]
    return text
