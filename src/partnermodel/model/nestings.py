"""Which centres are within what: the part of an index by which those are found who are joined through one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partnermodel.model.days import Span
from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.relations import Relation


@attrs.frozen(eq=False)
class Nesting:
    """That a centre is within a centre or an organisation, by a relation, from one day to another."""

    outer: Entity
    relation: Relation
    inner: Entity
    first: int
    last: int


class Nestings:
    """All centres that are within something, from either end."""

    def __init__(self) -> None:
        self._around: dict[str, list[Nesting]] = {}
        self._within: dict[str, list[Nesting]] = {}

    def add(self, one: Nesting) -> None:
        """Take in another nesting."""
        self._around.setdefault(one.inner.id, []).append(one)
        self._within.setdefault(one.outer.id, []).append(one)

    def organisations_above(self, some: list[Nesting]) -> set[str]:
        """Return the ids of the organisations that have a centre within them by one of some nestings."""
        seen: set[str] = set()
        found: set[str] = set()
        stack = [one.outer for one in some]
        while stack:
            outer = stack.pop()
            if outer.id not in seen:
                seen.add(outer.id)
                if isinstance(outer, Organisation):
                    found.add(outer.id)
                stack += [above.outer for above in self._around.get(outer.id, ())]
        return found

    def centres_within(self, id: str, days: Span) -> Iterator[Entity]:
        """Yield the centres within an organisation on one of some days, at any depth."""
        first, last = days
        stack = [id]
        seen = {id}
        while stack:
            for one in self._within.get(stack.pop(), ()):
                if one.inner.id not in seen and one.first <= last and first <= one.last:
                    seen.add(one.inner.id)
                    stack.append(one.inner.id)
                    yield one.inner

    def organisations_around(
        self, id: str, days: Span
    ) -> Iterator[tuple[Organisation, tuple[Relation, ...]]]:
        """Yield the organisations that a centre is within, each with the relations from it to the centre."""
        first, last = days
        stack: list[tuple[str, tuple[Relation, ...]]] = [(id, ())]
        seen = {id}
        while stack:
            inner, chain = stack.pop()
            for one in self._around.get(inner, ()):
                outer = one.outer
                if outer.id not in seen and one.first <= last and first <= one.last:
                    seen.add(outer.id)
                    if isinstance(outer, Organisation):
                        yield outer, (one.relation, *chain)
                    else:
                        stack.append((outer.id, (one.relation, *chain)))
