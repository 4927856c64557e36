"""Which attributes of a node or an edge are fields of a record, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from partnermodel.errors import Issue
from partnermodel.formats.flat.flattening import unflattened
from partnermodel.formats.graphs.finding import Found, FoundEdge, FoundNode, Place, placed, placed_attribute
from partnermodel.formats.places import place_of
from partnermodel.formats.twins import file_fields
from partnermodel.model.entities import UNKNOWN_STATUS
from partnermodel.model.relations import Relation
from partnermodel.values.dates import OPEN
from partnermodel.values.fields import CODE_RULE, LANGUAGE_RULE
from partnermodel.values.kinds import wrong_type
from partnermodel.values.rules import RULE, Whole
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

UNKNOWN = ("extra", "drop", "refuse")
"""What may become of an attribute that no field is for."""

_SPREAD: Mapping[str, tuple[str, ...]] = {
    "id": (),
    "names": (),
    "period": ("start", "end"),
    "level": ("level_scheme", "level"),
    "evidence": ("evidence", "documents"),
}
"""The columns of fields that do not stand under their own names."""


_SAY_NOTHING = (("open", False), ("collective", False), ("status", UNKNOWN_STATUS))
"""What programs write at nodes of every type, and of a type that has no such field says nothing."""


_HEAD = ("name", "language", "vocabulary")
_DROP = worded('Remove it, or read the file with unknown="drop", which leaves it out.')


@cache
def _columns(cls: type) -> frozenset[str]:
    return frozenset(column for key in file_fields(cls) for column in _SPREAD.get(key, (key,)))


@cache
def _of(cls: type, sort: type) -> frozenset[str]:
    return frozenset(key for key, field in file_fields(cls).items() if isinstance(field.metadata[RULE], sort))


def _is_column(name: str, cls: type) -> bool:
    if name in _columns(cls):
        return True
    for field, prefix, rule in (
        ("names", "name_", LANGUAGE_RULE),
        ("identifiers", "identifier_", CODE_RULE),
    ):
        if name.startswith(prefix) and field in file_fields(cls):
            return rule.accepts(name.removeprefix(prefix))
    return False


class Reader:
    """What makes the JSON of records from rows of attributes, and takes down what is wrong there."""

    def __init__(self, found: Found, unknown: str, vocabulary: Vocabulary) -> None:
        self.found, self.unknown, self.vocabulary = found, unknown, vocabulary

    def check_head(self) -> None:
        """Take down what is said of the graph that a model has no place for."""
        for name, value in self.found.head.items():
            nothing = value is None or value in ("", [], {})
            if self.unknown != "drop" and not nothing and name not in _HEAD:
                message = worded("no field of the model is for the attribute {name}", name=shown(name))
                self.found.add(Issue("unknown-attribute", place_of(name, "$"), "", message, _DROP))

    def entity(self, node: FoundNode, cls: type) -> dict[str, Any]:
        """Return the JSON of the record that a node is."""
        row = node.row
        if "label" in row and row["label"] == row.setdefault("name", row["label"]):
            del row["label"]
        return self._record({"id": node.id, **row}, node.place, cls)

    def relation(self, edge: FoundEdge) -> dict[str, Any]:
        """Return the JSON of the relation that an edge is."""
        row = edge.row
        if row.get("label") in self._labels(row["kind"]):
            del row["label"]
        if row.get("weight") == 1:  # what programs give to every edge
            del row["weight"]
        row.pop("nature", None)  # which the kind says
        id = {} if edge.own_id is None else {"id": edge.own_id}
        return self._record({**id, "source": edge.source, "target": edge.target, **row}, edge.place, Relation)

    def _labels(self, kind: Any) -> list[str]:
        """Return what a kind is called, in whatever language the file was written."""
        term = self.vocabulary.relation(kind) if isinstance(kind, str) else None
        return [kind] if term is None else [kind, *term.labels.values()]

    def _record(self, row: Mapping[str, Any], place: Place, cls: type) -> dict[str, Any]:
        known: dict[str, Any] = {}
        foreign: dict[str, Any] = {}
        for name, value in row.items():
            if value == "" or value is None:
                continue  # what some programs write where nothing is said
            if name == "open" and "period" in file_fields(cls):
                if self._is_open(value, row.get("end"), place):
                    known["end"] = OPEN
            elif name in ("id", "source", "target") or _is_column(name, cls):
                known.setdefault(name, self._fitting(name, value, cls))
            elif (name, value) not in _SAY_NOTHING:
                foreign[name] = value
        record = unflattened(known)
        if foreign:
            self._keep(record, foreign, place, cls)
        return record

    @staticmethod
    def _fitting(name: str, value: Any, cls: type) -> Any:
        """Return a value as its field has it: some formats know no whole numbers."""
        if isinstance(value, float) and value.is_integer() and name in _of(cls, Whole):
            return int(value)
        return value

    def _is_open(self, open: Any, end: Any, place: Place) -> bool:
        """Return whether the end of a period is said to be open."""
        if not isinstance(open, bool):
            self.found.add(wrong_type(open, worded("true or false"), placed(place, "open")))
        elif open and end not in (None, "", OPEN):
            message = worded("the period is open, and has an end")
            hint = worded("Remove one of the two: open, or end.")
            self.found.add(Issue("open-with-end", placed(place, "open"), "", message, hint))
        return open is True

    def _keep(self, record: dict[str, Any], foreign: Mapping[str, Any], place: Place, cls: type) -> None:
        """Keep strangers' attributes in `extra`, or take down that they cannot be kept."""
        if self.unknown == "drop":
            return
        holds = "extra" in file_fields(cls)
        if self.unknown == "extra" and holds:
            extra = record.setdefault("extra", {})
            if isinstance(extra, dict):  # else it is refused as it is
                extra |= {f"{self.found.owner}:{name}": value for name, value in foreign.items()}
            return
        for name in foreign:
            message = worded("no field of the record is for the attribute {name}", name=shown(name))
            hint = (
                _DROP
                if self.unknown == "extra"
                else worded(
                    'Remove it, or read the file with unknown="extra", which keeps it, or unknown="drop".'
                )
            )
            self.found.add(Issue("unknown-attribute", placed_attribute(place, name), "", message, hint))
