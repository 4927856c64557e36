"""What is different between two models: added, removed, and changed field by field."""

from __future__ import annotations

from typing import Any

import attrs

from partnermodel.language.sayings import Name, Untold, in_english, saying, several, tell
from partnermodel.language.sheet import Sheet
from partnermodel.model.catalogues import type_of
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.answers import typed
from partnermodel.values.columns import Column
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import OPEN, UNKNOWN_PERIOD, Period
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.names import Alias
from partnermodel.values.rows import Rows, typed_rows
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
        before, after = self.untold
        return in_english(before), in_english(after)

    @property
    def untold(self) -> tuple[Untold, Untold]:
        """The two values in no language yet: what the file holds stays as it is in every language."""
        before, after = self.before, self.after
        if isinstance(before, Vocabulary) and isinstance(after, Vocabulary):
            gone, come = words_apart(before, after), words_apart(after, before)
            before, after = gone, come
        words = untold(before), untold(after)
        alike = in_english(words[0]) == in_english(words[1])
        return (repr(self.before), repr(self.after)) if alike else words

    def told(self, language: str) -> str:
        """Return the change as a line in a language."""
        from partnermodel.language.speech import speech  # who only compares needs no words

        place = f"{self.record}.{self.field}" if self.record else self.field
        before, after = (str(tell(speech(language), value)) for value in self.untold)
        return f"{place}: {before} → {after}"

    def __str__(self) -> str:
        return self.told("en")


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

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each difference.

        Args:
            language: The language of the words: `en` or `ru`. Fields, codes and dates are as in the file.
        """
        removed, added, changed = (saying(f"change-{how}") for how in ("removed", "added", "changed"))
        rows: list[tuple[Untold, ...]] = [
            *((record.id, removed, "", introduced(record), "") for record in self.removed),
            *((record.id, added, "", "", introduced(record)) for record in self.added),
            *(
                (change.record or saying("the-model"), changed, change.field, *change.untold)
                for change in self.changed
            ),
        ]
        columns = ("record", "change", "field", "before", "after")
        return Sheet(saying("differences"), columns, tuple(rows)).table(language)

    def rows(self) -> Rows:
        """Return a row for each difference, for machines; values are in words, which are English."""
        columns = ("record", "change", "type", "name", "field", "before", "after")
        found: list[tuple[str | None, ...]] = [
            (one.id, change, one.scheme, getattr(one, "name", None), None, None, None)
            for change, records in (("removed", self.removed), ("added", self.added))
            for one in records
        ]
        found += [(one.record or None, "changed", None, None, one.field, *one.words) for one in self.changed]
        return typed_rows([Column(column, "text") for column in columns], found)


@door
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


def words_apart(one: Vocabulary, other: Vocabulary) -> tuple[AnyTerm, ...]:
    """Return the words that the first vocabulary has, and the second not, or not so."""
    terms: tuple[AnyTerm, ...] = (*one.terms, *one.relation_terms)
    theirs = (*other.terms, *other.relation_terms)
    return tuple(term for term in terms if term not in theirs)


def introduced(record: Record) -> Untold:
    """Return what sort of record it is, and of an entity also its name."""
    if isinstance(record, Relation):
        return typed("relation")
    return several((typed(record.scheme), Name(record.name, "und")), ": ")


def untold(value: Any) -> Untold:
    """Return a value of a field as what is to be said of it; `not stated` for what is absent.

    Example:
        >>> [in_english(untold(value)) for value in (None, (), "Омск", 5, True)]
        ['not stated', 'none', 'Омск', '5', 'yes']
    """
    if value is None or value == "":
        return saying("not-stated")
    if isinstance(value, bool):
        return saying("yes" if value else "no")
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return several(map(untold, value), otherwise="none")
    if isinstance(value, FrozenMap):
        pairs = (several((untold(key), untold(value[key])), ": ") for key in sorted(value))
        return several(pairs, otherwise="none")
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, StatedCount) and value.qualifier != "exactly":
        return saying(f"count-{value.qualifier}", number=str(value.number), kind=value.kind)
    if isinstance(value, Alias) and value.scope:
        return saying("alias-in-scope", name=value.name, scope=value.scope)
    if "__str__" in vars(type(value)) or not attrs.has(type(value)):
        return str(value)
    parts = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    stated = ((name, part) for name, part in parts if part or type(part) is int)
    return several((several((name, untold(part)), " ") for name, part in stated), ", ")


def _period(period: Period) -> Untold:
    if period == UNKNOWN_PERIOD:
        return saying("kept-period-unknown")
    start = period.start or saying("kept-start-unknown")
    end = saying("kept-end-open") if period.end == OPEN else period.end or saying("kept-end-unknown")
    return saying("kept-period", start=start, end=end)
