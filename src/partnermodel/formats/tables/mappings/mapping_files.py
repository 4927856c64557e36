"""Mappings as files: read from TOML or JSON with every fault named, and written as TOML with comments."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import attrs
import msgspec

from partnermodel.errors import InvalidDocumentError, Issue, UnsupportedFormatError
from partnermodel.formats.decode import parsed
from partnermodel.formats.duplicate_keys import duplicate_keys
from partnermodel.formats.encoding import encoding_faults
from partnermodel.formats.explain import explain_one
from partnermodel.formats.files import write_atomically
from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.places import place_of
from partnermodel.formats.tables.mappings.mapping import MAPPING_VERSION, TableMapping
from partnermodel.formats.tables.mappings.toml import toml_text
from partnermodel.values.kinds import wrong_type
from partnermodel.values.text import shown
from partnermodel.wording import worded

_VERSION = "mapping_version"

_HEADED = ("vocabulary", "sheets", "records", "fields")


def load_mapping(path: str | os.PathLike[str]) -> TableMapping:
    """Return the mapping that a TOML file holds, or a JSON file whose name ends in `.json`.

    Raises:
        OSError: The file cannot be read.
        InvalidDocumentError: The syntax, a key or a value is wrong; every fault is named.
        UnsupportedFormatError: It is of a version that this release does not read.
    """
    data, source = Path(path).read_bytes(), os.fspath(path)
    return mapping_from(data, source, json=source.lower().endswith(".json"))


def mapping_from(data: bytes, source: str, *, json: bool = False) -> TableMapping:
    """Return the mapping that a document holds.

    Args:
        data: The document, in UTF-8.
        source: What it is called in a message.
        json: Whether it is JSON; TOML otherwise.

    Raises:
        InvalidDocumentError: The syntax, a key or a value is wrong; every fault is named.
        UnsupportedFormatError: It is of a version that this release does not read.

    Example:
        >>> mapping_from(b'name = "Colleges"', "the mapping").name
        'Colleges'
    """
    document = _json(data, source) if json else _toml(data, source)
    version = document.pop(_VERSION, MAPPING_VERSION)
    if type(version) is int and version > MAPPING_VERSION:
        raise UnsupportedFormatError(
            worded(
                "{source} is a mapping of the version {version}, and this release of partnermodel reads "
                "versions up to {newest}. Install a newer release to read it.",
                source=source,
                version=shown(version),
                newest=MAPPING_VERSION,
            )
        )
    issues = [] if version == MAPPING_VERSION and type(version) is int else [_no_version(version)]
    names = _spread(document)
    mapping, faults = explain_one(document, "$", TableMapping)
    issues += (attrs.evolve(issue, path=_placed(issue.path, names)) for issue in faults)
    if issues or mapping is None:
        _refuse(source, issues)
    return mapping


def mapping_text(
    mapping: TableMapping,
    *,
    comments: Mapping[str, str] | None = None,
    gaps: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Return a mapping as TOML, which reads back to an equal one.

    Args:
        mapping: The mapping.
        comments: What is said above a line, by its path, such as `$.sheets[0].records[0].fields.name`.
        gaps: The texts for which a person is to write a code, by the path of the codes, such as
            `$.sheets[0].records[0].fields.status.codes`: each has a line that is commented out.

    Example:
        >>> print(mapping_text(TableMapping("Colleges", language="ru")), end="")
        mapping_version = 1
        name = "Colleges"
        language = "ru"
    """
    document = msgspec.json.decode(msgspec.json.encode(outlines_of(TableMapping, [mapping])[0]))
    for sheet in document.get("sheets", ()):
        for record in sheet.get("records", ()):
            if "fields" in record:
                record["fields"] = _gathered(record["fields"])
    return toml_text({_VERSION: MAPPING_VERSION, **document}, headed=_HEADED, comments=comments, gaps=gaps)


def save_mapping(mapping: TableMapping, path: str | os.PathLike[str]) -> None:
    """Write a mapping to a TOML file, whole or not at all; `load_mapping` reads it back.

    Args:
        mapping: The mapping.
        path: The file; one that is there is replaced.

    Raises:
        OSError: The file cannot be written; what was there before is untouched.
    """
    write_atomically(path, [mapping_text(mapping).encode()])


# The file says `name = "Head"` where the class has a `FieldMapping`; each field has its line.


def _gathered(fields: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the lines of fields by what they are for: a head, heads, or all that is said of them."""
    lines: dict[str, list[Any]] = {}
    for field in fields:
        said = {key: value for key, value in field.items() if key != "to"}
        if "columns" in said and len(said["columns"]) == 1:
            said["columns"] = said["columns"][0]
        lines.setdefault(field["to"], []).append(said)
    return {to: _shortest(said) for to, said in lines.items()}


def _shortest(said: list[dict[str, Any]]) -> Any:
    if len(said) > 1:
        return said
    return said[0]["columns"] if said[0].keys() == {"columns"} else said[0]


def _spread(document: dict[str, Any]) -> dict[tuple[int, int], list[str]]:
    """Put a list of fields in the place of each table of them; return where each stood in the file."""
    names: dict[tuple[int, int], list[str]] = {}
    for first, sheet in _tables(document.get("sheets")):
        for second, record in _tables(sheet.get("records")):
            fields = record.get("fields")
            if isinstance(fields, dict):
                places = names[first, second] = []
                record["fields"] = []
                for to, said in fields.items():
                    several = isinstance(said, list) and any(isinstance(one, dict) for one in said)
                    for number, one in enumerate(said if several else [said]):
                        record["fields"].append(_field(to, one))
                        places.append(place_of(to, "") + (f"[{number}]" if several else ""))
    return names


def _tables(value: Any) -> list[tuple[int, dict[str, Any]]]:
    """Return the tables of a list, and their places; what is no list of tables is refused by others."""
    found = value if isinstance(value, list) else []
    return [(place, one) for place, one in enumerate(found) if isinstance(one, dict)]


def _field(to: str, said: Any) -> dict[str, Any]:
    field = dict(said) if isinstance(said, dict) else {"columns": said}
    if isinstance(field.get("columns"), str):
        field["columns"] = [field["columns"]]
    return {"to": to, **field}


_FIELD = re.compile(r"^(\$\.sheets\[(\d+)\]\.records\[(\d+)\]\.fields)\[(\d+)\]")


def _placed(path: str, names: Mapping[tuple[int, int], list[str]]) -> str:
    """Return the path of a fault as it is in the file."""
    found = _FIELD.match(path)
    if found is None or (int(found[2]), int(found[3])) not in names:
        return path
    return found[1] + names[int(found[2]), int(found[3])][int(found[4])] + path[found.end() :]


# Syntax


def _json(data: bytes, source: str) -> dict[str, Any]:
    try:
        document = parsed(data, source)
    except InvalidDocumentError as error:
        _refuse(source, error.issues)
    if issues := [issue for issue, _ in duplicate_keys(data)]:
        _refuse(source, issues)
    if not isinstance(document, dict):
        _refuse(source, [wrong_type(document, worded("an object"), "$")])
    return document


def _toml(data: bytes, source: str) -> dict[str, Any]:
    if issues := list(encoding_faults(data)):
        _refuse(source, issues)
    text = data.decode("utf-8")
    try:
        return _dated(tomllib.loads(text))  # type: ignore[no-any-return]  # the whole of it is a table
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _refuse(source, [_no_toml(text, str(error))])


_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


def _no_toml(text: str, reason: str) -> Issue:
    """Return the issue for what is not TOML: its line says more than the words of the reader."""
    lines = text.split("\n")
    found = _AT.search(reason)
    number, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    line = lines[min(number, len(lines)) - 1].strip()
    place = worded("line {line}, column {column} of the file", line=number, column=column)
    hint = worded(
        'Write name = "text" on a line of its own, with quotation marks around a text and around a name '
        "that has other letters than a to z; each name once in its table."
    )
    return Issue("not-toml", place, shown(line), worded("{line} is not TOML", line=shown(line)), hint)


def _dated(value: Any) -> Any:
    """Return a value of TOML with its dates as texts, which is what they are in a record."""
    if isinstance(value, dict):
        return {key: _dated(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list(map(_dated, value))
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value


def _no_version(version: Any) -> Issue:
    message = worded("{version} is not a version of a mapping", version=shown(version))
    hint = worded("Write {version}.", version=MAPPING_VERSION)
    return Issue("bad-version", f"$.{_VERSION}", shown(version), message, hint)


def _refuse(source: str, issues: Sequence[Issue]) -> NoReturn:
    raise InvalidDocumentError(worded("{source} cannot be read as a mapping:", source=source), issues)
