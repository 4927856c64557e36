"""Two versions of one thing made one, field by field; and of many things, those that are there at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import Entity
from partnermodel.model.relations import Relation
from partnermodel.queries.merging.conflicts import MergeConflict, Side
from partnermodel.queries.merging.fields import Clash, combined
from partnermodel.values.names import Alias
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import scheme_of
from partnermodel.wording import Worded, one_by_one, worded

T = TypeVar("T", bound="Entity | Relation | Term | RelationTerm")

UNSTATED = object()
"""What a field had before that cannot be left out: nothing, and equal to nothing."""

_ALWAYS_STATED = {"nature", "sources", "targets", "symmetric", "acyclic"}
"""The fields of a term whose defaults mean something."""


@attrs.define
class Joiner:
    """A merge under way.

    Attributes:
        prefer: The side that wins where nobody can decide.
        sides: What the two sides are called.
        within: Whether both versions are of the second side, and are one only now.
        conflicts: What nobody could decide so far.
        aliased: The ids of the records one name of which has become an alias, and the name.
    """

    prefer: Side
    sides: tuple[str, str]
    within: bool = False
    conflicts: list[MergeConflict] = attrs.field(factory=list)
    aliased: list[tuple[str, str]] = attrs.field(factory=list)

    def all_of(
        self,
        base: Mapping[Any, T],
        a: Mapping[Any, T],
        b: Mapping[Any, T],
        join: Callable[[T | None, T, T], T],
    ) -> dict[Any, T]:
        """Return what there is to be of things that two sides have: added by one, removed by one, or joined.

        Args:
            base: What there was before, by its key.
            a: What the first side has.
            b: What the second side has.
            join: Makes one of two versions, and of the one before, if there was any.
        """
        found: dict[Any, T] = {}
        for key in dict.fromkeys((*a, *b)):
            before, first, second = base.get(key), a.get(key), b.get(key)
            if first is not None and second is not None:
                found[key] = first if first is second else join(before, first, second)
            elif (kept := self._one_sided(before, first, second)) is not None:
                found[key] = kept
        return found

    def _one_sided(self, before: T | None, first: T | None, second: T | None) -> T | None:
        """Return what comes of a thing that one side does not have; None when it goes."""
        here = first if first is not None else second
        assert here is not None
        if before is None:
            return here
        if before == here:
            return None
        remover, changer = self.sides if first is None else self.sides[::-1]
        reason = worded(
            "{one} removed it, and {other} changed {fields}",
            one=remover,
            other=changer,
            fields=one_by_one(_changed(before, here)),
        )
        self.note(here, Clash("", before, first, second), reason)
        return first if self.prefer == "a" else second

    def joined(self, base: T | None, a: T, b: T, *, declared: str | None = None) -> T:
        """Return one thing made of two versions of it.

        Args:
            base: The version before, if there was any.
            a: The first version.
            b: The second, with the same key.
            declared: The language of the second when a person has said that the two are one, so that a
                name that differs is an alias; None when they are versions of one record anyway.
        """
        if a == b:
            return a
        if type(a) is not type(b):
            return self._of_two_types(base, a, b)
        before: Any = base if type(base) is type(a) else None
        changes: dict[str, Any] = {}
        aliases: list[Alias] = []
        for field in attrs.fields(type(a)):
            if field.name in ("id", "_id"):
                continue
            was = UNSTATED if _cannot_be_unstated(field) else field.default
            was = was if before is None else getattr(before, field.name)
            whole = field.name in _ALWAYS_STATED
            outcome = combined(was, getattr(a, field.name), getattr(b, field.name), self.prefer, whole=whole)
            value, clashes = outcome.value, outcome.clashes
            if declared is not None and _are_names(a, field.name, clashes):
                # The name of the first stays the name, whichever side is preferred.
                value = combined(was, getattr(a, field.name), getattr(b, field.name), "a").value
                aliases += (_alias(clash, declared) for clash in clashes)
                clashes = ()
            for clash in clashes:
                self._clash(a, field, clash, known=before is not None)
            if value is not getattr(a, field.name):
                changes[field.name] = value
        made = attrs.evolve(a, **changes) if changes else a
        return self._with_aliases(made, aliases) if aliases else made

    def _with_aliases(self, made: T, aliases: list[Alias]) -> T:
        assert isinstance(made, Entity)
        known = {made.name, *made.names.values(), *(alias.name for alias in made.aliases)}
        new = [alias for alias in dict.fromkeys(aliases) if alias.name not in known]
        self.aliased += ((made.id, alias.name) for alias in new)
        return attrs.evolve(made, aliases=(*made.aliases, *new)) if new else made

    def _of_two_types(self, base: T | None, a: T, b: T) -> T:
        if base is not None and base in (a, b):
            return b if base == a else a
        one, other = self.sides
        reason = worded("{one} and {other} use the id for records of different types", one=one, other=other)
        self.note(a, Clash("", base, a, b), reason)
        return a if self.prefer == "a" else b

    def _clash(self, owner: Any, field: Any, clash: Clash, *, known: bool) -> None:
        place = f"{field.name}.{clash.part}" if clash.part else field.name
        base = clash.base if known else None
        one, other = self.sides
        if self.within:
            reason = worded("two records of {side} that are one now state different values", side=other)
        elif base is None or (not clash.part and base == field.default):
            reason = worded("{one} and {other} state different values", one=one, other=other)
        else:
            reason = worded("{one} and {other} changed it in different ways", one=one, other=other)
        self.note(owner, Clash(place, base, clash.a, clash.b), reason)

    def note(self, owner: Any, clash: Clash, reason: Worded) -> None:
        """Keep what nobody could decide.

        Args:
            owner: The record, the term, or None for the model itself.
            clash: The field of it, or all of it; what it was and what it is.
            reason: Why it cannot be decided.
        """
        record, type, field = "", "", clash.part
        if isinstance(owner, Entity | Relation):
            record, type = owner.id, type_of(owner)
        elif owner is not None:
            field = ".".join(filter(None, ("vocabulary", scheme_of(owner), owner.code, field)))
        values = clash.base, clash.a, clash.b
        self.conflicts.append(MergeConflict(record, type, field, *values, reason, self.within))


def _cannot_be_unstated(field: Any) -> bool:
    return field.default is attrs.NOTHING or field.name in _ALWAYS_STATED


def _are_names(record: Any, field: str, clashes: Iterable[Clash]) -> bool:
    """Return whether what clashes are names, and all of them may stand beside each other in a record."""
    return (
        field in ("name", "names")
        and isinstance(record, Entity)
        and "aliases" not in record.withheld
        and all(clash.a is not None and clash.b is not None for clash in clashes)
    )


def _alias(clash: Clash, language: str) -> Alias:
    """Return the name of the second of two records as another name of the first."""
    tag = clash.part or language
    return Alias(clash.b, language=None if tag == "und" else tag)


def _changed(before: Any, after: Any) -> list[str]:
    if type(before) is not type(after):
        return ["type"]
    return [
        field.alias or field.name
        for field in attrs.fields(type(before))
        if getattr(before, field.name) != getattr(after, field.name)
    ]
