"""The descriptor of a Data Package: what each table and each column of it holds.

After the standard, version 2.0 (datapackage.org, June 2024): `resources` with a Table Schema each, and
`$schema` in the place of `profile`. A reader of version 1 passes over what it does not know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.writing.codes import scheme_of_codes
from partnermodel.formats.tables.writing.flat_rows import has_json_names
from partnermodel.model.model import PartnerModel
from partnermodel.values.columns import Column
from partnermodel.values.dates import OPEN
from partnermodel.values.rows import Rows

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

# What the standard takes for granted. A reader that guesses instead is misled by an apostrophe or a tab.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}

_TYPES = {"text": "string", "integer": "integer", "truth": "boolean"}

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PATTERNS = {
    "start": f"^{_DATE}$",
    "end": f"^({_DATE}|{OPEN.replace('.', '[.]')})$",
    "published": f"^{_DATE}$",
}

_REQUIRED = {"relation": ("source", "target", "kind")}


def descriptor(model: PartnerModel, tables: Mapping[str, Rows]) -> str:
    """Return the `datapackage.json` of the tables of a model.

    Args:
        model: The model.
        tables: Its tables.
    """
    document = {
        "$schema": PROFILE,
        "title": model.name,
        "resources": [
            {
                "name": key,
                "type": "table",
                "path": f"{key}.csv",
                "scheme": "file",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": _DIALECT,
                "schema": _schema(model, key, tables),
            }
            for key in tables
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _schema(model: PartnerModel, key: str, tables: Mapping[str, Rows]) -> dict[str, Any]:
    rows = tables[key]
    json_names = has_json_names(rows)
    scheme, places = LISTS[key].scheme, range(len(rows.columns))
    schema: dict[str, Any] = {
        "fields": [_field(model, scheme, rows, place, json_names) for place in places],
        "missingValues": [""],
    }
    if key != "relations":
        schema["primaryKey"] = ["id"]
    elif links := [link for end in ("source", "target") for link in _link(end, rows, tables)]:
        schema["foreignKeys"] = links
    return schema


def _field(model: PartnerModel, scheme: str, rows: Rows, place: int, json_names: bool) -> dict[str, Any]:
    column = rows.columns[place]
    field: dict[str, Any] = {"name": column.name, "type": _type_of(column, json_names)}
    constraints: dict[str, Any] = {}
    if column.name in _REQUIRED.get(scheme, ("id", "name")):
        constraints["required"] = True
    if column.name in _PATTERNS:
        constraints["pattern"] = _PATTERNS[column.name]
    if column.type == "integer":
        constraints["minimum"] = 0
    if constraints:
        field["constraints"] = constraints
    codes = scheme_of_codes(column.name, scheme)
    if codes is not None:
        used = sorted({str(row[place]) for row in rows.values if row[place] is not None})
        label = model.vocabulary.label
        field["categories"] = [{"value": code, "label": label(codes, code, model.language)} for code in used]
    return field


def _type_of(column: Column, json_names: bool) -> str:
    if column.name == "extra":
        return "object"
    if column.name in ("identifiers", "stated", "evidence") or (column.name == "aliases" and json_names):
        return "array"
    return _TYPES[column.type]


def _link(end: str, rows: Rows, tables: Mapping[str, Rows]) -> list[dict[str, Any]]:
    """Return that an end of the relations is an id of another table, if all of them are of one."""
    (place,) = (place for place, column in enumerate(rows.columns) if column.name == end)
    ids = {row[place] for row in rows.values}
    return [
        {"fields": [end], "reference": {"resource": key, "fields": ["id"]}}
        for key, other in tables.items()
        if key != "relations" and ids <= {row[0] for row in other.values}
    ]
