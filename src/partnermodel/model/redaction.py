"""A model without what must not be published: persons, marked fields, strangers' data, small counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from partnermodel.model.circles import containers
from partnermodel.model.doors import door
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.redactable import Field, fields_of, marked_fields
from partnermodel.model.relations import Record
from partnermodel.values.counts import StatedCount
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.parts import suppressed_parts

CONFIDENTIAL = "partnermodel:confidential"
"""The key of `extra` with which a file marks what must not be published."""

SUPPRESSED = "partnermodel:suppressed"
"""The key of `extra` that says which numbers of a record were taken out of it: `size`, `stated`."""


@door
def redacted(
    model: PartnerModel,
    *,
    persons: bool = True,
    fields: str | Iterable[str] = (),
    extra: bool = True,
    min_count: int | None = None,
) -> PartnerModel:
    """Return a model without what must not be published. It is removed, not hidden.

    What a file marks goes always: a record whose `extra` has `partnermodel:confidential` with the value
    true goes whole; with a list of fields, as in `fields`, it loses these. The mark goes, too.

    What is removed is not in the model, and not in any file, page or table that is made of it. Names that
    stand in free text are not found: a description, a title or an id may still name somebody.

    Args:
        model: The model. It stays as it is.
        persons: Whether to remove every person, with all relations to and from them, and every statement
            that had relations to what is removed alone.
        fields: What to remove of each record, one or several, by name: `description`, or of one type
            `organisation.description`; of a field that is a mapping one entry, such as
            `extra.my-register:phone` or `document.names.ru`.
        extra: Whether to remove `extra` of every record.
        min_count: The least number that may be told. A smaller `size` or stated count is removed, and of
            parts and wholes so many others that nobody can work it out by subtraction. The record keeps
            in `extra`, as `partnermodel:suppressed`, which of the two it has lost. Without it, numbers stay.

    Returns:
        The model, with the same name, language and vocabulary. Redacted again, it is the same.

    Raises:
        ValueError: A field is not known, or cannot be removed since a record is nothing without it; a
            mark is neither true nor a list of fields; or `min_count` is below 2.

    Example:
        >>> from partnermodel import Group, Organisation, PartnerModel, Person, Relation, redacted
        >>> town = PartnerModel("Town", [
        ...     Organisation("school", "School", extra={"register:phone": "00"}), Person("head", "The head"),
        ...     Relation("head", "holds-post-at", "school"), Group("deaf", "Deaf learners", size=4),
        ... ])
        >>> public = redacted(town, min_count=10)
        >>> list(public), public["school"].extra, public["deaf"].size
        (['school', 'deaf'], FrozenMap({}), None)
    """
    paths = (fields,) if isinstance(fields, str) else fields
    wanted = [field for path in paths for field in fields_of(path)]
    marked = {
        id: marked_fields(record, record.extra[CONFIDENTIAL], CONFIDENTIAL)
        for id, record in model.items()
        if CONFIDENTIAL in record.extra
    }
    gone = {id for id, found in marked.items() if found is None}
    if persons:
        gone |= model.persons.keys()
    left = model.without(*_with_orphans(model, gone)) if gone else model
    values = {
        id: _without(record, [*wanted, *(marked.get(id) or ())], extra=extra) for id, record in left.items()
    }
    left = _changed(left, values)
    return left if min_count is None else _changed(left, _without_small(left, min_count))


def _changed(model: PartnerModel, values: Mapping[str, Mapping[str, Any]]) -> PartnerModel:
    """Return a model some of whose records have other values, by field."""
    changed = []
    for id, new in values.items():
        record = model[id]
        differing = {name: value for name, value in new.items() if value != getattr(record, name)}
        if differing:
            changed.append(attrs.evolve(record, **differing))
    return model.with_(*changed) if changed else model


def _with_orphans(model: PartnerModel, gone: set[str]) -> set[str]:
    """Return records that go, and the statements that are about nothing else."""
    found = set(gone)
    about = {
        # What another statement says about this one is no subject of this one.
        id: [one.other_end(id) for one in links if one.source == id or one.source not in model.statements]
        for id in model.statements
        if (links := model.relations_of(id))
    }
    while True:
        orphans = {id for id, subjects in about.items() if subjects and found.issuperset(subjects)} - found
        if not orphans:
            return found
        found |= orphans


def _without(record: Record, dropped: Iterable[Field], *, extra: bool) -> dict[str, Any]:
    """Return what the fields of a record have when what must not be published is removed."""
    values: dict[str, Any] = {}
    for field in dropped:
        if field.scheme == record.scheme:
            values[field.name] = field.removed_from(values.get(field.name, getattr(record, field.name)))
    if record.extra:
        kept = {} if extra else values.get("extra", record.extra)
        others = {key: value for key, value in kept.items() if key not in (CONFIDENTIAL, SUPPRESSED)}
        values["extra"] = FrozenMap({**others, **_mark(suppressed_fields(record))})
    return values


def _without_small(model: PartnerModel, min_count: int) -> dict[str, dict[str, Any]]:
    """Return what the numbers of some records have when no small one can be worked out."""
    wholes = containers(model.relations.values(), model.vocabulary)
    sizes = {id: one.size for id, one in model.entities.items() if one.size is not None}
    found: dict[str, dict[str, Any]] = {
        id: {"size": None} for id in suppressed_parts(sizes, wholes, min_count=min_count)
    }
    stated: dict[tuple[str, str], dict[str, int]] = {}
    for id, one in model.entities.items():
        for count in one.stated:
            counts = stated.setdefault(_what(count), {})
            counts[id] = min(count.number, counts.get(id, count.number))
    for what, counts in stated.items():
        for id in suppressed_parts(counts, wholes, min_count=min_count):
            values = found.setdefault(id, {})
            before = values.get("stated", model.entity(id).stated)
            values["stated"] = tuple(count for count in before if _what(count) != what)
    for id, values in found.items():
        record = model.entity(id)
        said = suppressed_fields(record) | values.keys()
        values["extra"] = FrozenMap({**record.extra, **_mark(said)})
    return found


def _what(count: StatedCount) -> tuple[str, str]:
    """Return what a stated count counts."""
    return count.kind, count.through


def _mark(said: Iterable[str]) -> dict[str, Any]:
    return {SUPPRESSED: tuple(sorted(said))} if said else {}


def suppressed_fields(record: Record) -> frozenset[str]:
    """Return which numbers were taken out of a record, since they are small or would give a small one away.

    Args:
        record: A record.

    Returns:
        `size`, `stated`, both or none.

    Example:
        >>> from partnermodel import Group, PartnerModel
        >>> public = redacted(PartnerModel("Town", [Group("deaf", "Deaf learners", size=4)]), min_count=10)
        >>> sorted(suppressed_fields(public["deaf"]))
        ['size']
    """
    said = record.extra.get(SUPPRESSED)
    if not isinstance(record, Entity) or not isinstance(said, tuple):
        return frozenset()
    can = {"stated"} if record.size is not None else {"size", "stated"}
    return frozenset((can - record.withheld) & {one for one in said if isinstance(one, str)})
