"""From drafts to what a JSON document says of a record, and back to the line that says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
import msgspec

from partnermodel.formats.tables.mappings.paths import JSON, Target
from partnermodel.formats.tables.reading.groups import called
from partnermodel.formats.tables.reading.lines import Line
from partnermodel.values.text import shown

Document = dict[str, Any]
Put = Callable[[Document, Any], None]

UNSAID = {"status": "unknown", "collective": False}
"""What a field holds when nobody states it, so that it contradicts nothing."""


def putter(target: Target) -> Put:
    """Return the function that puts the value of a line into a document."""
    field, part = target.field, target.part
    if target.sort == JSON:
        return lambda document, value: _put_json(document, target, value)
    match field:
        case "names":
            return lambda document, value: document.setdefault(field, {}).__setitem__(part, value)
        case "extra":
            return lambda document, value: document.setdefault(field, {}).__setitem__(
                part, list(value) if type(value) is tuple else value
            )
        case "period":
            return lambda document, value: _put_period(document, part, value)
        case "identifiers":
            return lambda document, value: document.setdefault(field, []).extend(
                {"scheme": part, "value": one} for one in value
            )
        case "aliases":
            more = {"language": part} if part else {}
            return lambda document, value: document.setdefault(field, []).extend(
                {"name": one, **more} for one in value
            )
        case "evidence":
            return lambda document, value: document.setdefault(field, []).extend(
                {"document": one} for one in value
            )
        case "stated":
            return lambda document, value: document.setdefault(field, []).append(
                {"kind": part, "number": value, "through": target.second}
            )
        case "level":
            if part in ("scheme", "value"):
                return lambda document, value: document.setdefault(field, {}).__setitem__(part, value)
            return lambda document, value: document.setdefault(field, {}).update(scheme=part, value=value)
        case _:
            return lambda document, value: document.__setitem__(field, value)


def _put_json(document: Document, target: Target, value: bytes) -> None:
    held = msgspec.json.decode(value)
    if target.part:
        document.setdefault(target.field, {})[target.part] = held
    elif target.many:
        document.setdefault(target.field, []).extend(held)
    else:
        document.setdefault(target.field, {}).update(held)


def _put_period(document: Document, part: str, value: Any) -> None:
    ends = document.setdefault("period", {})
    for key, end in (("start", value[0]), ("end", value[1])) if not part else ((part, value),):
        if end is not None:
            ends[key] = end


def path_of(target: Target, before: Document) -> str:
    """Return the path at which a line begins to write, given what was there before it."""
    path = f".{target.field}"
    held = before.get(target.field)
    if target.many or target.field == "stated":
        return f"{path}[{len(held or ())}]"
    if target.field in ("names", "extra") and target.part:
        return f"{path}[{shown(target.part)}]"
    return f"{path}.{target.part}" if target.field == "period" and target.part else path


def line_at(lines: Sequence[Line], values: Sequence[Any], path: str) -> int | None:
    """Return the place of the line that says what stands at a path of a document, or of what is not there.

    Args:
        lines: The lines of the record.
        values: What each of them says, as the document has it.
        path: The path, from the record on.
    """
    if not path:  # the record as a whole
        return None
    document: Document = {}
    found: tuple[int, int] | None = None
    for place, (line, value) in enumerate(zip(lines, values, strict=True)):
        begin = path_of(line.target, document)
        if value is not None:
            putter(line.target)(document, value)
        count = len(value) if line.target.many and isinstance(value, tuple) else 1
        for step in range(count):
            at = (
                begin if not step else path_of(line.target, {line.target.field: [0] * (_index(begin) + step)})
            )
            if _leads(at, path) and (found is None or len(at) >= found[0]):
                found = len(at), place
    return None if found is None else found[1]


def _index(path: str) -> int:
    return int(path[path.index("[") + 1 : -1])


def _leads(at: str, path: str) -> bool:
    """Return whether a path is the other one, or is within it, or leads to it."""
    return path == at or path.startswith((f"{at}.", f"{at}[")) or at.startswith((f"{path}.", f"{path}["))


Conflict = tuple[str, int, int]
"""The path of a field, the place of a draft that says something else there, and that of the one before it."""


@attrs.frozen
class Merged:
    """What several drafts say of one record together.

    Attributes:
        document: What the document says of it.
        conflicts: The path of each field of which drafts say different things, the place of a draft that
            does not say what an earlier one does, and the place of that one.
        others: Names of it that are none of its own names, and so became aliases.
        spellings: Its name as others write it.
    """

    document: Document
    conflicts: tuple[Conflict, ...] = ()
    others: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


def merged(documents: Sequence[Document], name: str | None) -> Merged:
    """Return documents of one record as one.

    Args:
        documents: What each draft says, the earliest first.
        name: The name that the record gets; None when it has none, or is a relation.
    """
    if len(documents) == 1:
        return Merged(documents[0])
    found: Document = {}
    conflicts: dict[Conflict, None] = {}
    others: dict[str, None] = {}
    spellings: dict[str, None] = {}
    keys = dict.fromkeys(key for document in documents for key in document)
    aliases: list[Document] = []
    for key in keys:
        said = [(place, document[key]) for place, document in enumerate(documents) if key in document]
        values = [value for _, value in said]
        if key == "name":
            found[key] = name
            for other in sorted({value for value in values if value != name}):
                (spellings if called(other) == called(name or "") else others)[other] = None
        elif all(isinstance(value, list) for value in values):
            found[key] = _united(values)
        elif all(isinstance(value, dict) for value in values):
            found[key] = {}
            for inner in dict.fromkeys(one for value in values for one in value):
                one = _agreed([(place, value[inner]) for place, value in said if inner in value])
                found[key][inner] = one[0]
                if key == "names":
                    aliases += ({"name": value[inner], "language": inner} for value in values
                                if inner in value and called(value[inner]) != called(one[0]))  # fmt: skip
                else:
                    path = f".{key}[{shown(inner)}]" if key == "extra" else f".{key}.{inner}"
                    conflicts.update(dict.fromkeys((path, *places) for places in one[1]))
        else:
            stated = [(place, value) for place, value in said if value != UNSAID.get(key)] or said
            found[key], places = _agreed(stated)
            conflicts.update(dict.fromkeys((f".{key}", *pair) for pair in places))
    held = {
        called(one["name"]) for one in found.get("aliases", ()) if isinstance(one, dict) and "name" in one
    }
    more = [{"name": other} for other in others if called(other) not in held]
    if more or aliases:
        found["aliases"] = _united([found.get("aliases", []), [*more, *aliases]])
    conflicts.update(dict.fromkeys(_schemes_apart(documents)))
    return Merged(found, tuple(conflicts), tuple(others), tuple(spellings))


def _agreed(said: Sequence[tuple[int, Any]]) -> tuple[Any, list[tuple[int, int]]]:
    """Return what is said first, and the place of each that says something else, with that of the first."""
    first, held = said[0]
    text = msgspec.json.encode(held, order="sorted")
    others = [place for place, value in said if msgspec.json.encode(value, order="sorted") != text]
    return held, [(place, first) for place in others]


def _united(lists: Sequence[list[Any]]) -> list[Any]:
    """Return lists as one, whatever their order: the longest as it is, and what it does not have."""
    keyed = [{msgspec.json.encode(item, order="sorted"): item for item in one} for one in lists]
    longest = min(keyed, key=lambda one: (-len(one), sorted(one)))
    more = {key: item for one in keyed for key, item in one.items() if key not in longest}
    return [*longest.values(), *(more[key] for key in sorted(more))]


def _schemes_apart(documents: Sequence[Document]) -> Iterator[Conflict]:
    """Yield each identifier that an earlier one of its scheme contradicts, as a conflict."""
    first: dict[str, tuple[set[str], int]] = {}
    for place, document in enumerate(documents):
        own: dict[str, set[str]] = {}
        for one in document.get("identifiers", ()):
            if isinstance(one, dict) and isinstance(one.get("scheme"), str):
                own.setdefault(one["scheme"], set()).add(str(one.get("value")))
        for scheme, values in own.items():
            earlier, where = first.setdefault(scheme, (values, place))
            if earlier.isdisjoint(values):
                index = next(
                    number
                    for number, one in enumerate(document["identifiers"])
                    if one.get("scheme") == scheme
                )
                yield f".identifiers[{index}]", place, where
