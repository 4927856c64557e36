"""What can be read of a bad document: good records quickly, as ever, and the others one by one, in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from partnermodel.errors import Issue
from partnermodel.formats.building import Builder
from partnermodel.formats.duplicate_keys import duplicate_keys, is_unique, surely_unique
from partnermodel.formats.explain import explain_one, no_list, unknown_key
from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.syntax import DEEPEST, too_deep
from partnermodel.formats.twins import decoder_of_many, decoder_of_one, file_fields
from partnermodel.model.integrity import Unread
from partnermodel.model.relations import Record, Relation
from partnermodel.values.fields import ID_RULE
from partnermodel.values.rules import Instance, rules_of

# So many records at a time are built; among fewer, those that are bad are found sooner.
_AT_ONCE = 1000


class Salvaged:
    """What could be read of a document, and what could not.

    Attributes:
        head: The head, or None when it is faulty.
        records: The records that could be read, in the order of the file.
        duplicates: Every key that stands twice in one record.
        issues: Every other fault of the shape and of single values.
    """

    def __init__(self, sections: Mapping[str, msgspec.Raw], lost: Iterable[Any] = ()) -> None:
        """Read a document.

        Args:
            sections: The keys of the document, and the text of each value, which is well-formed JSON.
            lost: The values that a second one under the same key has taken the place of.

        Raises:
            MsgspecError: A value is not JSON after all.
            RecursionError: A value is nested too deeply.
        """
        self.records: list[Record] = []
        self.duplicates: list[Issue] = []
        self.issues: list[Issue] = []
        # For each list, how many records stand before it, its key, and the places of its own.
        self._starts: list[int] = []
        self._lists: list[tuple[str, Sequence[int]]] = []
        self._ids = set(_texts_in(*lost))
        self._links: list[tuple[str, str, str]] = []
        head = {}
        for key, text in sections.items():
            if key in rules_of(Head):
                head[key] = self._value(bytes(text), f"$.{key}")
            elif key not in LISTS:
                self.issues.append(unknown_key(key, "$", Head))
                self._ids.update(_texts_in(self._value(bytes(text), f"$.{key}")))
        self.head, faults = explain_one(head, "$", Head)
        self.issues += faults
        builder = Builder()
        for key, cls in LISTS.items():
            if key in sections:
                self._read(key, cls, sections[key], builder)

    def locate(self, index: int) -> str:
        """Return the path of a record, from its place in `records`."""
        number = bisect_right(self._starts, index) - 1
        key, places = self._lists[number]
        return f"$.{key}[{places[index - self._starts[number]]}]"

    @property
    def unread(self) -> Unread:
        """What is known of the records that could not be read."""
        return Unread(frozenset(self._ids), tuple(self._links))

    def _read(self, key: str, cls: type[Record], text: msgspec.Raw, builder: Builder) -> None:
        try:
            texts = msgspec.json.decode(text, type=list[msgspec.Raw])
        except msgspec.ValidationError:
            value = self._value(bytes(text), f"$.{key}")
            self.issues.append(no_list(value, f"$.{key}", cls))
            self._ids.update(_texts_in(value))
            return
        places: list[int] = []
        self._starts.append(len(self.records))
        self._lists.append((key, places))
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            outlines, read = _outlines(cls, some)
            made, doubtful = builder.built(cls, outlines)
            records: dict[int, Record] = dict(zip(read, made, strict=True))
            for place in doubtful:
                del records[read[place]]
            for place in sorted(set(range(len(some))) - records.keys()):
                record = self._explained(bytes(some[place]), f"$.{key}[{start + place}]", cls)
                if record is not None:
                    records[place] = record
            self.records += (records[place] for place in sorted(records))
            places += (start + place for place in sorted(records))

    def _explained(self, text: bytes, path: str, cls: type[Record]) -> Record | None:
        value = self._value(text, path)
        record, faults = explain_one(value, path, cls)
        self.issues += faults
        if record is None:
            if isinstance(value, dict):
                self._links += _links_in(value, path, cls)
                self._ids.update(_texts_in(*_perhaps_ids(value, cls)))
            else:
                self._ids.update(_texts_in(value))
        return record

    def _value(self, text: bytes, path: str) -> Any:
        """Return the JSON value of a text, and take down the keys that stand twice in it."""
        if text.count(b"[") + text.count(b"{") > DEEPEST - 2 and any(too_deep(f"[[{text.decode()}]]")):
            raise RecursionError
        value = msgspec.json.decode(text)
        if not surely_unique(text, value):
            for issue, values in duplicate_keys(text, path):
                self.duplicates.append(issue)
                self._ids.update(_texts_in(*values))
        return value


def _outlines(cls: Any, texts: Sequence[msgspec.Raw]) -> tuple[list[Any], Sequence[int]]:
    """Return the outlines of those of some records that have the right shape, and their places."""
    try:
        whole = b"[%b]" % b",".join(texts)
        outlines = decoder_of_many(Instance(cls)).decode(whole)
        if surely_unique(whole, outlines):
            return outlines, range(len(texts))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        pass
    outlines, places = [], []
    decode = decoder_of_one(cls).decode
    for place, one in enumerate(texts):
        try:
            outline = decode(one)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            continue
        if is_unique(bytes(one), outline):
            outlines.append(outline)
            places.append(place)
    return outlines, places


def _texts_in(*values: Any) -> Iterator[str]:
    """Yield every text in JSON values, at whatever depth; keys are texts, too."""
    stack = [*values]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            stack += [*value, *value.values()]
        elif isinstance(value, list | tuple):
            stack += value


def _perhaps_ids(value: Mapping[str, Any], cls: type) -> list[Any]:
    """Return what may hold the id of a record that cannot be read: its id, or what is not known."""
    if isinstance(value.get("id"), str):
        return [value["id"]]
    known = file_fields(cls).keys() - {"id"}
    return [inner for key, inner in value.items() if key not in known]


def _links_in(value: Mapping[str, Any], path: str, cls: type) -> Iterator[tuple[str, str, str]]:
    """Yield the links of a record that cannot be read: the path, what it leads to, and the id."""
    evidence = value.get("evidence")
    for index, citation in enumerate(evidence if isinstance(evidence, list) else ()):
        if isinstance(citation, dict) and ID_RULE.accepts(citation.get("document")):
            yield f"{path}.evidence[{index}].document", "document", citation["document"]
    for end in ("source", "target") if cls is Relation else ():
        if ID_RULE.accepts(value.get(end)):
            yield f"{path}.{end}", "entity", value[end]
