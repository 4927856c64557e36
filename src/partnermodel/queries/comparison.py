"""What is different between two models: added, removed, and changed field by field."""

from __future__ import annotations

from typing import Any

import attrs

from partnermodel.model.catalogues import type_of
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.table import Shown, Table
from partnermodel.vocabulary.vocabulary import AnyTerm, Vocabulary


@attrs.frozen
class Change:
    """One field that has another value.

    Attributes:
        record: The id of the record, or an empty text for the model itself.
        field: The name of the field.
        before: The value in the first model.
        after: The value in the second.
    """

    record: str
    field: str
    before: Any
    after: Any

    @property
    def words(self) -> tuple[str, str]:
        """The two values as people read them; in full when short words would make them look alike.

        Of two vocabularies only the terms that differ are worded.
        """
        if isinstance(self.before, Vocabulary) and isinstance(self.after, Vocabulary):
            terms, others = _terms(self.before), _terms(self.after)
            words = (
                worded(tuple(term for term in terms if term not in others)),
                worded(tuple(term for term in others if term not in terms)),
            )
        else:
            words = worded(self.before), worded(self.after)
        return words if words[0] != words[1] else (repr(self.before), repr(self.after))

    def __str__(self) -> str:
        place = f"{self.record}.{self.field}" if self.record else self.field
        return f"{place}: {' → '.join(self.words)}"


@attrs.frozen
class Comparison(Shown):
    """What `compare` returns.

    A record whose type is another one counts as removed and added.

    Attributes:
        added: The records that only the second model has, in its order.
        removed: The records that only the first model has, in its order.
        changed: The fields that differ in records that both have, in the order of the first model
            and of the class; then what differs in the models themselves.
    """

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def table(self) -> Table:
        """Return a row for each difference."""
        rows = [
            *((record.id, "removed", "", _introduced(record), "") for record in self.removed),
            *((record.id, "added", "", "", _introduced(record)) for record in self.added),
            *(
                (change.record or "the model", "changed", change.field, *change.words)
                for change in self.changed
            ),
        ]
        return Table("Differences", ("record", "difference", "field", "before", "after"), tuple(rows))


def compare(before: PartnerModel, after: PartnerModel) -> Comparison:
    """Return what must be done to the first model to make it the second.

    Args:
        before: The first model.
        after: The second.

    Returns:
        Nothing at all (false) exactly when the two models are equal. A relation without an id of
        its own is the same as long as its source, kind, target and role are.

    Example:
        >>> from partnermodel import Initiative, PartnerModel, compare
        >>> talks = PartnerModel("Town", [Initiative("fair", "Fair", status="discussed")])
        >>> plans = PartnerModel("Town", [Initiative("fair", "Fair", status="planned")])
        >>> print(*compare(talks, plans).changed)
        fair.status: discussed → planned
    """
    changed: list[Change] = []
    removed: list[Record] = []
    kept: set[str] = set()
    others = dict(after.items())
    for id, old in before.items():
        new = others.get(id)
        if old is new:  # what is shared takes no time
            kept.add(id)
            continue
        if new is None or type_of(new) != type_of(old):
            removed.append(old)
            continue
        kept.add(id)
        if old != new:
            changed += [
                Change(id, field.alias or field.name, was, now)
                for field in attrs.fields(type(old))
                if (was := getattr(old, field.name)) != (now := getattr(new, field.name))
            ]
    added = tuple(record for id, record in others.items() if id not in kept)
    changed += [
        Change("", name, was, now)
        for name in ("name", "language", "vocabulary")
        if (was := getattr(before, name)) != (now := getattr(after, name))
    ]
    return Comparison(added, tuple(removed), tuple(changed))


def _terms(vocabulary: Vocabulary) -> tuple[AnyTerm, ...]:
    return (*vocabulary.terms, *vocabulary.relation_terms)


def _introduced(record: Record) -> str:
    return "relation" if isinstance(record, Relation) else f"{record.scheme}: {record.name}"


def worded(value: Any) -> str:
    """Return a value of a field as a line of text; `not stated` for what is absent.

    Example:
        >>> worded(None), worded(()), worded("Омск"), worded(5), worded(True)
        ('not stated', 'none', 'Омск', '5', 'yes')
    """
    if value is None or value == "":
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return "; ".join(map(worded, value)) or "none"
    if isinstance(value, FrozenMap):
        return "; ".join(f"{worded(key)}: {worded(value[key])}" for key in sorted(value)) or "none"
    if "__str__" in vars(type(value)) or not attrs.has(type(value)):
        return str(value)
    parts = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return ", ".join(f"{name} {worded(part)}" for name, part in parts if part or type(part) is int)
