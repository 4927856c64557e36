"""Who takes part in what: an index of a model, made once, by which the ties of an organisation are found."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator

import attrs

from partnermodel.model.days import ALWAYS, Days, Once, Span
from partnermodel.model.entities import Centre, Entity, Initiative, Organisation, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import UNKNOWN_PERIOD

SHARED = (Centre, Programme, Initiative)
"""The types through which organisations are joined."""

JOINING = frozenset({"tie", "participation"})
"""The natures of relation that make partners."""


_SCHEMES = ("relation", "centre", "programme", "initiative")
"""The schemes of the kinds of what joins two organisations."""


def codes_of(model: PartnerModel, kind: str | Collection[str]) -> frozenset[str]:
    """Return the codes that kinds stand for, whether of a relation or of what is shared."""
    return frozenset().union(*(model.codes(scheme, kind) for scheme in _SCHEMES))


@attrs.define(eq=False)
class Link:
    """That an organisation takes part in something, and is joined by it to all others that do.

    Attributes:
        party: The id of the organisation.
        first: The first day, as an ordinal, on which all that the link rests on can be there.
        last: The last such day.
        kind: The kind of what is shared, or of the relation from one organisation to another.
        chain: The relations that make the link, from the organisation on.
        via: What is shared, or None for a relation from one organisation to another.
        circle: All that take part.
    """

    party: str
    first: int
    last: int
    kind: str | None
    chain: tuple[Relation, ...]
    via: Entity | None
    circle: Circle


@attrs.define(eq=False)
class Circle:
    """All that take part in one thing.

    Attributes:
        parties: The ids of the organisations, one for each link. They stand beside the links because
            to look into a link takes longer than all else that is asked of it.
        links: Their links.
        first: The first day on which all of the links can be there.
        last: The last such day.
        nested: Whether a part of them can only be found by going up from a centre to what it is within.
    """

    parties: list[str] = attrs.field(factory=list)
    links: list[Link] = attrs.field(factory=list)
    first: int = ALWAYS[0]
    last: int = ALWAYS[1]
    nested: bool = False

    def add(self, link: Link) -> None:
        """Take in another link."""
        self.parties.append(link.party)
        self.links.append(link)
        self.first = max(self.first, link.first)
        self.last = min(self.last, link.last)

    def on(self, days: Span) -> list[tuple[str, Link]]:
        """Return the parties whose links can be there on one of some days, each with its link."""
        first, last = days
        return [(link.party, link) for link in self.links if link.first <= last and first <= link.last]


@attrs.define(eq=False)
class Party:
    """An organisation.

    Attributes:
        organisation: The record.
        first: The first day on which it can be there.
        last: The last such day.
        links: What it takes part in, in the order of its relations.
        kinds: The kind of each of the links: most questions are about one kind.
    """

    organisation: Organisation
    first: int
    last: int
    links: list[Link] = attrs.field(factory=list)
    kinds: list[str | None] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Nesting:
    """That a centre is within a centre or an organisation, by a relation, from one day to another."""

    outer: Entity
    relation: Relation
    inner: Entity
    first: int
    last: int


class Joins:
    """What joins the organisations of a model; `model.once(Joins)` makes it.

    Attributes:
        parties: The organisations by id.
        kinds: For each known kind of what joins, the kinds that it stands for.
    """

    def __init__(self, model: PartnerModel) -> None:
        days = self._days = Days()
        self.parties = {id: Party(one, *days.possible(one.period)) for id, one in model.organisations.items()}
        self._circles: dict[str, Circle] = {}
        self._around: dict[str, list[Nesting]] = {}
        self._within: dict[str, list[Nesting]] = {}
        nature, includes = model.vocabulary.nature, model.vocabulary.includes
        self.kinds = {
            code: codes_of(model, code) for scheme in _SCHEMES for code in model.vocabulary.codes(scheme)
        }
        joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
        hosting: Once[str, bool] = Once(lambda kind: includes("relation", "hosts", kind))
        nesting: Once[str, bool] = Once(lambda kind: hosting[kind] or includes("relation", "part-of", kind))
        entities = model.entities
        odd: list[Nesting] = []
        for relation in model.relations.values():
            kind = relation.kind
            joins, nests = joining[kind], nesting[kind]
            if joins or nests:
                source, target = entities[relation.source], entities[relation.target]
                if joins:
                    self._join(relation, source, target)
                if nests:
                    outer, inner = (source, target) if hosting[kind] else (target, source)
                    if isinstance(inner, Centre) and isinstance(outer, Centre | Organisation):
                        found = Nesting(outer, relation, inner, *self._possible(relation, outer, inner))
                        self._around.setdefault(inner.id, []).append(found)
                        self._within.setdefault(outer.id, []).append(found)
                        if not joins or isinstance(outer, Centre):
                            odd.append(found)
        # An organisation takes part itself in the centres that it hosts. Only where a centre is within
        # another, or part of an organisation, must somebody look for who is joined through whom.
        for one in odd:
            self._circles.setdefault(one.inner.id, Circle()).nested = True
        self._holders = self._above(odd)

    def _above(self, odd: list[Nesting]) -> set[str]:
        """Return the ids of the organisations that have a centre within them by one of some nestings."""
        seen: set[str] = set()
        found: set[str] = set()
        stack = [one.outer for one in odd]
        while stack:
            outer = stack.pop()
            if outer.id not in seen:
                seen.add(outer.id)
                if isinstance(outer, Organisation):
                    found.add(outer.id)
                stack += [above.outer for above in self._around.get(outer.id, ())]
        return found

    def _possible(self, *records: Record) -> Span:
        """Return the first and the last day on which all of some records may be there."""
        days = ALWAYS
        for record in records:
            if record.period is not UNKNOWN_PERIOD:  # few have a date
                first, last = self._days.possible(record.period)
                days = max(days[0], first), min(days[1], last)
        return days

    def _join(self, relation: Relation, source: Entity, target: Entity) -> None:
        if isinstance(source, Organisation) and isinstance(target, Organisation):
            both = Circle()
            self._take_part(source, both, relation, None, relation.kind)
            self._take_part(target, both, relation, None, relation.kind)
            return
        one, via = (source, target) if isinstance(source, Organisation) else (target, source)
        if isinstance(one, Organisation) and isinstance(via, SHARED):
            circle = self._circles.get(via.id)
            if circle is None:
                circle = self._circles[via.id] = Circle()
            self._take_part(one, circle, relation, via, via.kind)

    def _take_part(
        self, one: Organisation, circle: Circle, relation: Relation, via: Entity | None, kind: str | None
    ) -> None:
        days = self._possible(relation, one) if via is None else self._possible(relation, one, via)
        link = Link(one.id, *days, kind, (relation,), via, circle)
        circle.add(link)
        party = self.parties[one.id]
        party.links.append(link)
        party.kinds.append(kind)

    def partners(
        self, id: str, days: Span = ALWAYS, kinds: Container[str | None] | None = None
    ) -> dict[str, list[tuple[Link, Link]]]:
        """Return the partners of an organisation by id, each with the links that join the two.

        Of the two links of a tie the first is the organisation's, the second the partner's. They come in
        the order of the organisation's relations; those that it has through its centres come last.

        Args:
            id: The id of an organisation.
            days: Only what can be there on one of these days.
            kinds: Only what is of one of these kinds.
        """
        first, last = days
        party = self.parties[id]
        id = party.organisation.id  # the very text that stands in the circles
        found: dict[str, list[tuple[Link, Link]]] = {}
        for kind, mine in zip(party.kinds, party.links, strict=False):
            if kinds is not None and kind not in kinds:
                continue
            circle = mine.circle
            if circle.first > last or first > circle.last or circle.nested:
                if mine.first > last or first > mine.last:
                    continue
                there: Iterable[tuple[str, Link]] = self._there(circle, mine.via, days)
            else:
                there = zip(circle.parties, circle.links, strict=False)
            for other, theirs in there:
                if other is not id:
                    if other in found:
                        found[other].append((mine, theirs))
                    else:
                        found[other] = [(mine, theirs)]
        if id in self._holders:
            for mine in self._as_holder(party, days, kinds):
                for other, theirs in mine.circle.on(days):
                    found.setdefault(other, []).append((mine, theirs))
        return found

    def _there(self, circle: Circle, via: Entity | None, days: Span) -> list[tuple[str, Link]]:
        """Return who of a circle is there on one of some days, and who has a centre in it within them."""
        there = circle.on(days)
        if circle.nested and via is not None:
            known = {party for party, _ in there}
            for outer, chain in self._containers(via.id, days):
                if outer not in known:
                    there.append((outer, Link(outer, *days, via.kind, chain, via, circle)))
        return there

    def _as_holder(self, party: Party, days: Span, kinds: Container[str | None] | None) -> Iterator[Link]:
        """Yield the links that an organisation has because a centre within it has them."""
        first, last = days
        id = party.organisation.id
        direct = {
            link.via.id
            for link in party.links
            if link.via is not None and link.first <= last and first <= link.last
        }
        for inner in self._inner_centres(id, days):
            if inner.id not in direct and (kinds is None or inner.kind in kinds):
                chain = next(chain for outer, chain in self._containers(inner.id, days) if outer == id)
                yield Link(id, *days, inner.kind, chain, inner, self._circles[inner.id])

    def _inner_centres(self, id: str, days: Span) -> Iterator[Entity]:
        """Yield the centres within an organisation, at any depth."""
        first, last = days
        stack = [id]
        seen = {id}
        while stack:
            for one in self._within.get(stack.pop(), ()):
                if one.inner.id not in seen and one.first <= last and first <= one.last:
                    seen.add(one.inner.id)
                    stack.append(one.inner.id)
                    yield one.inner

    def _containers(self, id: str, days: Span) -> Iterator[tuple[str, tuple[Relation, ...]]]:
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
                        yield outer.id, (one.relation, *chain)
                    else:
                        stack.append((outer.id, (one.relation, *chain)))
