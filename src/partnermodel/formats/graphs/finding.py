"""What a reader has found in a graph file, before it becomes a model, and what was wrong there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import attrs

from partnermodel.errors import InvalidDocumentError, Issue
from partnermodel.formats.places import place_of
from partnermodel.values.kinds import wrong_type
from partnermodel.values.text import shown
from partnermodel.wording import worded

MOST_ISSUES = 1000
"""So many faults of one file are kept: of more, nobody reads all."""


@attrs.frozen
class Line:
    """Where a node or an edge stands in an XML file.

    Attributes:
        number: The line, from 1.
        what: `node`, `edge` or `graph`.
        id: The id in the file, or None.
    """

    number: int
    what: str
    id: str | None

    def at(self, field: str = "") -> str:
        """Return the place of a field, or of the whole, in words."""
        thing = _UNNAMED[self.what] if self.id is None else _NAMED[self.what](shown(self.id))
        if field:
            return worded("line {line}, {thing}, {field}", line=self.number, thing=thing, field=field)
        return worded("line {line}, {thing}", line=self.number, thing=thing)


_UNNAMED = {"graph": worded("the graph"), "node": worded("a node"), "edge": worded("an edge")}
_NAMED = {
    "node": lambda name: worded("node {id}", id=name),
    "edge": lambda name: worded("edge {id}", id=name),
}

Place = str | Line
"""A path into JSON, or a line of XML."""


@attrs.define
class FoundNode:
    """A node of a file.

    Attributes:
        place: Where it stands.
        id: The id of its record.
        row: Its attributes.
        key: What edges call it, if that is something else.
    """

    place: Place
    id: str
    row: dict[str, Any]
    key: str | None = None


@attrs.define
class FoundEdge:
    """An edge of a file.

    Attributes:
        place: Where it stands.
        source: What it calls the node where it begins.
        target: What it calls the node where it ends.
        row: Its attributes.
        own_id: The id of its relation, if it was given one.
        undirected: Whether it has no direction.
    """

    place: Place
    source: str
    target: str
    row: dict[str, Any]
    own_id: str | None = None
    undirected: bool = False


@attrs.define
class Found:
    """All of a file.

    Attributes:
        format: What the format is called.
        owner: Whose the attributes are that no record has a field for.
        source: What the file is called in a message.
        head: The attributes of the graph.
        nodes: Its nodes.
        edges: Its edges.
        issues: What is wrong with the file.
    """

    format: str
    owner: str
    source: str
    head: dict[str, Any] = attrs.Factory(dict)
    nodes: list[FoundNode] = attrs.Factory(list)
    edges: list[FoundEdge] = attrs.Factory(list)
    issues: list[Issue] = attrs.Factory(list)

    def add(self, issue: Issue) -> None:
        """Take down what is wrong, up to a number that nobody reads."""
        if len(self.issues) < MOST_ISSUES:
            self.issues.append(issue)

    def refuse_missing(self, path: str, key: str) -> None:
        """Take down that something is not there that must be."""
        message = worded("the field {key} is missing", key=shown(key))
        self.add(Issue("missing-field", path, "", message, worded("Add it.")))

    def id_at(self, path: str, key: str, value: Any) -> str | None:
        """Return an id as a text, since programs number nodes, too; take down what is none, and nothing."""
        if value is None:
            self.refuse_missing(f"{path}.{key}", key)
        elif isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        elif not isinstance(value, str):
            self.add(wrong_type(value, worded("a text"), f"{path}.{key}"))
        else:
            return value
        return None

    def refuse_object(self, path: str, value: Any) -> None:
        """Take down that something is no object."""
        self.add(wrong_type(value, worded("an object"), path))


def placed(place: Place, field: str = "") -> str:
    """Return the path of a field of a node or an edge, or of the whole of it."""
    if isinstance(place, Line):
        return place.at(field)
    return f"{place}.{field}" if field else place


def own_id(id: Any) -> str | None:
    """Return the id that a relation was given; one with a slash is made of its ends and its kind."""
    return id if isinstance(id, str) and "/" not in id and id else None


def placed_attribute(place: Place, name: str) -> str:
    """Return the path of an attribute, which may be called anything."""
    if isinstance(place, Line):
        return place.at(name if _PLAIN.fullmatch(name) else shown(name))
    return place_of(name, place)


_PLAIN = re.compile(r"[A-Za-z][-\w ]{0,40}", re.ASCII)


def listed_objects(
    found: Found, document: Mapping[str, Any], key: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a list in a document, each after its path; take down what is none."""
    value = document.get(key, [])
    if not isinstance(value, list):
        found.add(wrong_type(value, worded("a list"), f"$.{key}"))
        return
    for number, one in enumerate(value):
        if isinstance(one, dict):
            yield f"$.{key}[{number}]", one
        else:
            found.refuse_object(f"$.{key}[{number}]", one)


def refuse(format: str, source: str, issues: list[Issue]) -> NoReturn:
    """Raise that a file is not what it should be.

    Args:
        format: What the format is called.
        source: What the file is called.
        issues: Why.
    """
    raise InvalidDocumentError(
        worded("{source} cannot be read as {format}:", source=source, format=format), issues
    )
