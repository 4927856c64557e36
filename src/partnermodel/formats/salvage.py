"""What can be read of a bad document: good records quickly, as ever, and the others one by one, in words."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from partnermodel.errors import Issue
from partnermodel.formats.building import Builder
from partnermodel.formats.duplicate_keys import (
    duplicate_keys,
    is_unique,
    repeated_key,
    surely_unique,
)
from partnermodel.formats.explain import explain_one, no_list, unknown_key
from partnermodel.formats.places import Places
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

    def __init__(self, members: Sequence[tuple[str, msgspec.Raw]]) -> None:
        """Read a document.

        Args:
            members: The keys of the document, and the text of each value, which is well-formed JSON. Of
                those of one key the last is read.

        Raises:
            MsgspecError: A value is not JSON after all.
            RecursionError: A value is nested too deeply.
        """
        self.records: list[Record] = []
        self.duplicates: list[Issue] = []
        self.issues: list[Issue] = []
        self._places = Places()
        self._ids: set[str] = set()
        # Of each list with records that could not be read: its key, their places, and their texts.
        self._unread: list[tuple[str, Sequence[int], Sequence[msgspec.Raw]]] = []
        sections = dict(members)
        if len(sections) != len(members):
            self._take_repeated(members)
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
        return self._places.locate(index)

    @property
    def unread(self) -> Unread:
        """What is known of the records that could not be read."""
        return Unread(self._ids, self._links())

    def _links(self) -> Iterator[tuple[str, str, str]]:
        # Each is read once more: to hold the links of very many would take more room than their faults do.
        for key, places, texts in self._unread:
            for place, text in zip(places, texts, strict=True):
                yield from _links_in(msgspec.json.decode(text), f"$.{key}[{place}]", LISTS[key])

    def _take_repeated(self, members: Sequence[tuple[str, msgspec.Raw]]) -> None:
        """Take down the keys that stand several times, and what can be known of the values but the last."""
        texts: dict[str, list[msgspec.Raw]] = {}
        for key, text in members:
            texts.setdefault(key, []).append(text)
        for key, repeated in texts.items():
            if len(repeated) > 1:
                self.duplicates.append(repeated_key(key, len(repeated), "$"))
        for key, repeated in texts.items():
            for text in repeated[:-1]:
                self._pass_over(key, text)

    def _pass_over(self, key: str, text: msgspec.Raw) -> None:
        """Take down the ids in a value that is not read, and the keys that stand twice in it."""
        items = _items(text) if key in LISTS else None
        if items is None:
            self._ids.update(_texts_in(self._value(bytes(text), f"$.{key}")))
            return
        for start in range(0, len(items), _AT_ONCE):
            some = items[start : start + _AT_ONCE]
            whole = b"[%b]" % b",".join(some)
            values = msgspec.json.decode(whole)
            if not surely_unique(whole, values):
                places = range(start, start + len(some))
                values = [
                    self._value(bytes(item), f"$.{key}[{place}]", within=2)
                    for place, item in zip(places, some, strict=True)
                ]
            for value in values:
                self._ids.update(_texts_in(*_perhaps_ids(value, LISTS[key])))

    def _read(self, key: str, cls: type[Record], text: msgspec.Raw, builder: Builder) -> None:
        texts = _items(text)
        if texts is None:
            value = self._value(bytes(text), f"$.{key}")
            self.issues.append(no_list(value, f"$.{key}", cls))
            self._ids.update(_texts_in(value))
            return
        # As numbers in a row, which take a fifth of the room that a list of them does.
        places, unread = array("Q"), array("Q")
        texts_unread: list[msgspec.Raw] = []
        number = len(texts)
        texts.reverse()  # so that those at the end are the next ones, and are gone when they were looked at
        for start in range(0, number, _AT_ONCE):
            some = texts[: -_AT_ONCE - 1 : -1]
            del texts[-_AT_ONCE:]
            outlines, read = _outlines(cls, some)
            made, doubtful = builder.built(cls, outlines)
            if len(made) == len(some) and not doubtful:
                self.records += made
                places.extend(range(start, start + len(some)))
                continue
            records: dict[int, Record] = dict(zip(read, made, strict=True))
            for place in doubtful:
                del records[read[place]]
            for place in sorted(set(range(len(some))) - records.keys()):
                record, links = self._explained(bytes(some[place]), f"$.{key}[{start + place}]", cls)
                if record is not None:
                    records[place] = record
                elif links:
                    unread.append(start + place)
                    texts_unread.append(some[place])
            self.records += (records[place] for place in sorted(records))
            places.extend(start + place for place in sorted(records))
        self._places.add(key, places)
        self._unread.append((key, unread, texts_unread))

    def _explained(self, text: bytes, path: str, cls: type[Record]) -> tuple[Record | None, bool]:
        """Return a record, or None when it cannot be read, and whether it may link to others then."""
        value = self._value(text, path, within=2)
        record, faults = explain_one(value, path, cls)
        self.issues += faults
        if record is None:
            self._ids.update(_texts_in(*_perhaps_ids(value, cls)))
        return record, record is None and isinstance(value, dict)

    def _value(self, text: bytes, path: str, *, within: int = 1) -> Any:
        """Return the JSON value of a text, and take down the keys that stand twice in it.

        Args:
            text: The text.
            path: Its path in the document.
            within: In how many pairs of brackets it stands there.
        """
        deep = text.count(b"[") + text.count(b"{") > DEEPEST - within
        if deep and any(too_deep("[" * within + text.decode())):
            raise RecursionError
        value = msgspec.json.decode(text)
        if not surely_unique(text, value):
            for issue, values in duplicate_keys(text, path):
                self.duplicates.append(issue)
                self._ids.update(_texts_in(*values))
        return value


def _items(text: msgspec.Raw) -> list[msgspec.Raw] | None:
    """Return the texts of the items of a list, or None when it is no list."""
    try:
        return msgspec.json.decode(text, type=list[msgspec.Raw])
    except msgspec.ValidationError:
        return None


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


def _perhaps_ids(value: Any, cls: type) -> list[Any]:
    """Return what may hold the id of a record that cannot be read: its id, or what is not known."""
    if not isinstance(value, dict):
        return [value]
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
