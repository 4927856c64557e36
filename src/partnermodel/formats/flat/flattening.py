"""From a record to one flat row of texts, whole numbers and truth values, and back without a loss.

Tables, GraphML, GEXF and their like know no lists and no records inside records. The rule is one for all
of them, and its names are those of `to_networkx`:

- A text, a number or a truth value stands under the name of its field. What is not stated has no column.
- A name in another language stands under `name_LANGUAGE`; a period under `start` and `end`, where `..` is
  an end that is open; a level under `level_scheme` and `level`.
- Identifiers stand under `identifier_SCHEME` each, if each scheme stands once and they are in its order.
- Documents that are cited without a word more stand under `documents`, with spaces between them.
- Other names without a language or a scope stand under `aliases`, with ` | ` between them.
- Whatever a plain form cannot say stands under the name of its field as JSON, on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any

import msgspec

from partnermodel.formats.duplicate_keys import is_unique
from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.twins import file_fields
from partnermodel.model.relations import Record
from partnermodel.values.citations import Citation
from partnermodel.values.dates import Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.mapping import thawed
from partnermodel.values.names import Alias

Flat = str | int | bool
"""What a column of a flat row holds."""

BETWEEN_ALIASES = " | "

_NAME, _IDENTIFIER = "name_", "identifier_"


def flattened(record: Record) -> dict[str, Flat]:
    """Return a record as a flat row: column to value, in the order of the fields.

    A status always stands there, as it does in a graph; the id of a relation only if it was given one.

    Example:
        >>> from partnermodel import Organisation
        >>> flattened(Organisation("a", "A", names={"ru": "А"}, identifiers=[Identifier("wikidata", "Q42")]))
        {'id': 'a', 'name': 'A', 'name_ru': 'А', 'identifier_wikidata': 'Q42', 'status': 'unknown'}
    """
    row: dict[str, Flat] = {}
    for key, field in file_fields(type(record)).items():
        value = getattr(record, field.name)
        if value != field.default or key == "status":
            row.update(_FLATTENING.get(key, _plain)(key, value))
    return row


def _plain(key: str, value: Any) -> Iterator[tuple[str, Flat]]:
    yield key, value


def _names(key: str, names: Mapping[str, str]) -> Iterator[tuple[str, Flat]]:
    for language, name in sorted(names.items()):
        yield _NAME + language, name


def _identifiers(key: str, identifiers: tuple[Identifier, ...]) -> Iterator[tuple[str, Flat]]:
    schemes = [one.scheme for one in identifiers]
    if schemes == sorted(set(schemes)):
        yield from ((_IDENTIFIER + one.scheme, one.value) for one in identifiers)
    else:
        yield from _as_json(key, identifiers)


def _aliases(key: str, aliases: tuple[Alias, ...]) -> Iterator[tuple[str, Flat]]:
    bare = all(one == Alias(one.name) and "|" not in one.name for one in aliases)
    text = BETWEEN_ALIASES.join(one.name for one in aliases)
    if bare and not _is_json(text):
        yield key, text
    else:
        yield from _as_json(key, aliases)


def _evidence(key: str, evidence: tuple[Citation, ...]) -> Iterator[tuple[str, Flat]]:
    if all(one == Citation(one.document) for one in evidence):
        yield "documents", " ".join(one.document for one in evidence)
    else:
        yield from _as_json(key, evidence)


def _period(key: str, period: Period) -> Iterator[tuple[str, Flat]]:
    if period.start is not None:
        yield "start", period.start
    if period.end is not None:
        yield "end", period.end


def _level(key: str, level: Level) -> Iterator[tuple[str, Flat]]:
    yield "level_scheme", level.scheme
    yield "level", level.value


def _as_json(key: str, values: tuple[Any, ...]) -> Iterator[tuple[str, Flat]]:
    yield key, msgspec.json.encode(outlines_of(type(values[0]), values)).decode()


def _extra(key: str, extra: Mapping[str, Any]) -> Iterator[tuple[str, Flat]]:
    yield key, msgspec.json.encode(thawed(extra), order="sorted").decode()


_FLATTENING: dict[str, Callable[[str, Any], Iterator[tuple[str, Flat]]]] = {
    "names": _names,
    "identifiers": _identifiers,
    "aliases": _aliases,
    "stated": _as_json,
    "evidence": _evidence,
    "period": _period,
    "level": _level,
    "extra": _extra,
}


def unflattened(row: Mapping[str, Flat]) -> dict[str, Any]:
    """Return what a JSON document holds for a flat row.

    Nothing is checked here: a column that is not one of the rule stays what it is, and a text that should
    be JSON and is not stays a text, so that whatever reads the document words what is wrong with it.

    Example:
        >>> unflattened({"id": "a", "name": "A", "start": "2019", "end": "..", "documents": "act press"})
        {'id': 'a', 'name': 'A', 'period': {'start': '2019', 'end': '..'}, 'evidence': [{'document': 'act'}, \
{'document': 'press'}]}
    """
    found: dict[str, Any] = {}
    identifiers = []
    for column, value in row.items():
        if column in ("start", "end"):
            found.setdefault("period", {})[column] = value
        elif column in ("level_scheme", "level"):
            found.setdefault("level", {})["scheme" if column == "level_scheme" else "value"] = value
        elif column.startswith(_NAME):
            found.setdefault("names", {})[column.removeprefix(_NAME)] = value
        elif column.startswith(_IDENTIFIER):
            identifiers.append({"scheme": column.removeprefix(_IDENTIFIER), "value": value})
        elif column == "aliases" and isinstance(value, str) and not _is_json(value):
            found[column] = [{"name": name} for name in value.split(BETWEEN_ALIASES)]
        elif column in ("identifiers", "aliases", "stated", "evidence", "extra"):
            found[column] = _from_json(value)
        elif column != "documents":
            found[column] = value
    if identifiers:
        identifiers.sort(key=itemgetter("scheme"))
        found["identifiers"] = _joined(found.get("identifiers", []), identifiers)
    if "documents" in row:
        cited = [{"document": id} for id in str(row["documents"]).split(" ")]
        found["evidence"] = _joined(found.get("evidence", []), cited, key="document")
    return found


def _joined(first: Any, second: list[dict[str, Any]], key: str = "") -> Any:
    """Return two lists as one, without what the first says of the same thing; what is no list is refused."""
    if not isinstance(first, list):
        return first
    told = {one.get(key) for one in first if isinstance(one, dict)} if key else ()
    return [*first, *(one for one in second if not key or one[key] not in told)]


def _is_json(text: str) -> bool:
    return text.startswith("[{")


def _from_json(value: Flat) -> Any:
    """Return what a text of JSON holds; what is none, or says something twice, is left to be refused."""
    if not isinstance(value, str):
        return value
    try:
        found = msgspec.json.decode(value)
    except (msgspec.DecodeError, RecursionError):
        return value
    return found if is_unique(value.encode(), found) else value
