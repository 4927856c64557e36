"""From what a graph file holds to a model: through the reading of every document, with places of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs
import msgspec

from partnermodel.errors import IntegrityError, InvalidDocumentError, Issue, did_you_mean
from partnermodel.formats.decode import Progress, model_from
from partnermodel.formats.explain import explain_one
from partnermodel.formats.graphs.attributes import Reader
from partnermodel.formats.graphs.finding import Found, FoundEdge, FoundNode, Place, placed, refuse
from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.model.catalogues import plural
from partnermodel.model.model import PartnerModel
from partnermodel.values.fields import LINE_RULE, plain
from partnermodel.values.kinds import wrong_type
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary
from partnermodel.wording import worded

_LEFT = "nodes"
"""The key under which the ids stand of what cannot be read: links to it are no faults."""


def model_of(
    found: Found,
    *,
    type: str | None,
    kind: str | None,
    unknown: str,
    name: str,
    progress: Progress | None = None,
) -> PartnerModel:
    """Return the model that a graph file holds.

    Args:
        found: What the file holds.
        type: The type of nodes that have none.
        kind: The kind of edges that have none.
        unknown: What becomes of attributes that no field is for: `extra`, `drop` or `refuse`.
        name: What the model is called when the file does not say.
        progress: Is told how far the reading is.

    Raises:
        InvalidDocumentError: The file, or a record in it, is not as it should be; every fault is named.
        IntegrityError: Each record is well formed, but together they contradict.
    """
    document = _head(found, name)
    head, _ = explain_one(dict(document), "$", Head)
    vocabulary = STANDARD if head is None else head.vocabulary
    reader = Reader(found, unknown, vocabulary)
    reader.check_head()
    lists: dict[str, list[Any]] = {}
    places: dict[str, list[Place]] = {}
    left: list[Any] = []
    called: dict[Any, Any] = {}
    for node in found.nodes:
        called.setdefault(node.id if node.key is None else node.key, node.id)
        scheme = _type(node, found, type)
        if scheme is None:
            left.append(node.id)
            continue
        lists.setdefault(plural(scheme), []).append(reader.entity(node, LISTS[plural(scheme)]))
        places.setdefault(plural(scheme), []).append(node.place)
    for edge in found.edges:
        if "kind" not in edge.row and kind is None:
            found.add(_unsaid(edge.place, "kind", "no-relation-kind"))
            continue
        edge.row.setdefault("kind", kind)
        if edge.undirected:
            _check_direction(edge, found, vocabulary)
        edge.source, edge.target = (called.get(end, end) for end in (edge.source, edge.target))
        lists.setdefault(_RELATIONS, []).append(reader.relation(edge))
        places.setdefault(_RELATIONS, []).append(edge.place)
    if left:
        lists[_LEFT] = left
    try:
        model = model_from(msgspec.json.encode({**document, **lists}), found.source, progress)
    except (InvalidDocumentError, IntegrityError) as error:
        issues = [_relocated(issue, places) for issue in error.issues if issue.path != f"$.{_LEFT}"]
        if found.issues:
            refuse(found.format, found.source, [*found.issues, *issues])
        raise error.__class__(error.heading, issues) from None
    if found.issues:
        refuse(found.format, found.source, found.issues)
    return model


_RELATIONS = "relations"


def _head(found: Found, name: str) -> dict[str, Any]:
    """Return the head of the document; what a program keeps there for itself is no part of a model."""
    said = found.head
    head: dict[str, Any] = {"format_version": FORMAT_VERSION, "name": said.get("name")}
    if head["name"] in (None, ""):
        head["name"] = name if LINE_RULE.accepts(name) else plain(found.format)
    if "language" in said:
        head["language"] = said["language"]
    if "vocabulary" in said:
        words = said["vocabulary"]
        try:
            head["vocabulary"] = msgspec.json.decode(words) if isinstance(words, str) else words
        except (msgspec.DecodeError, RecursionError):
            head["vocabulary"] = words
    return head


def _type(node: FoundNode, found: Found, default: str | None) -> str | None:
    scheme: str | None = node.row.pop("type", default)
    if scheme is None:
        found.add(_unsaid(node.place, "type", "no-record-type"))
    elif scheme not in ENTITY_TYPES:
        if isinstance(scheme, str):
            message = worded("{type} is not a type of record", type=shown(scheme))
            hint = did_you_mean(scheme, ENTITY_TYPES) or worded(
                "Write one of: {keys}.", keys=", ".join(ENTITY_TYPES)
            )
            found.add(Issue("no-record-type", placed(node.place, "type"), shown(scheme), message, hint))
        else:
            found.add(wrong_type(scheme, worded("a text"), placed(node.place, "type")))
        scheme = None
    return scheme


def _unsaid(place: Place, key: str, code: str) -> Issue:
    if key == "type":
        message = worded("nothing says of what type the record is")
        hint = worded(
            "Give the node an attribute type, such as organisation, or say which type nodes have: "
            'type="organisation".'
        )
    else:
        message = worded("nothing says of what kind the relation is")
        hint = worded(
            "Give the edge an attribute kind, such as partners-with, or say which kind edges have: "
            'kind="partners-with".'
        )
    return Issue(code, placed(place, key), "", message, hint)


def _check_direction(edge: FoundEdge, found: Found, vocabulary: Vocabulary) -> None:
    kind = edge.row["kind"]
    term = vocabulary.relation(kind) if isinstance(kind, str) else None
    if term is None or not term.symmetric:
        message = worded("the edge has no direction, and {kind} has one", kind=shown(kind))
        hint = worded("Make the edge a directed one, or use a kind that is the same from both ends.")
        found.add(Issue("no-direction", placed(edge.place), shown(kind), message, hint))


_PATH = re.compile(r"^\$\.([a-z]+)\[(\d+)\]\.?(.*)$", re.DOTALL)


def _relocated(issue: Issue, places: Mapping[str, list[Place]]) -> Issue:
    """Return a fault with its place in the file; what is wrong with the head keeps its path."""
    found = _PATH.match(issue.path)
    if found is None or found[1] not in places:
        return issue
    return attrs.evolve(issue, path=placed(places[found[1]][int(found[2])], found[3]))
