"""Who takes part in what: an index of a model, made once, by which the ties of an organisation are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator

from partnermodel.model.days import ALWAYS, Days, Once, Span
from partnermodel.model.entities import Centre, Entity, Initiative, Organisation, Programme
from partnermodel.model.links import BY_ID, Circle, Link
from partnermodel.model.model import PartnerModel
from partnermodel.model.nestings import Nesting, Nestings
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import UNKNOWN_PERIOD

SHARED = (Centre, Programme, Initiative)
"""The types through which organisations are joined."""

JOINING = frozenset({"tie", "participation"})
"""The natures of relation that make partners."""

JOINING_SCHEMES = ("relation", "centre", "programme", "initiative")
"""The schemes of the kinds of what joins two organisations."""

Part = tuple[Relation, Record]
"""By which relation an organisation takes part in what: in something shared, or in the relation itself."""


def codes_of(model: PartnerModel, kind: str | Collection[str]) -> frozenset[str]:
    """Return the codes that kinds stand for, whether of a relation or of what is shared."""
    return frozenset().union(*(model.codes(scheme, kind) for scheme in JOINING_SCHEMES))


class Joins:
    """What joins the organisations of a model; `model.once(Joins)` makes it.

    Attributes:
        links: For each organisation, by id, what it takes part in with others, in the order of its
            relations.
        kinds: For each known kind of what joins, the kinds that it stands for.
    """

    def __init__(self, model: PartnerModel) -> None:
        days = self._days = Days()
        self.kinds = {
            code: codes_of(model, code)
            for scheme in JOINING_SCHEMES
            for code in model.vocabulary.codes(scheme)
        }
        organisations = dict(model.organisations.items())
        self._limits = {
            id: days.possible(one.period)
            for id, one in organisations.items()
            if one.period is not UNKNOWN_PERIOD
        }
        self._nestings, odd = self._nested(model)
        self._holders = self._nestings.organisations_above(odd)
        self._circles = {one.inner.id: Circle(one.inner, nested=True) for one in odd}
        self.links = self._linked(organisations, *self._taking_part(model, organisations))

    def _nested(self, model: PartnerModel) -> tuple[Nestings, list[Nesting]]:
        """Return all nestings, and those of which the outer does not take part itself in the inner.

        An organisation takes part itself in the centres that it hosts. Only where a centre is within
        another, or part of an organisation, must somebody look for who is joined through whom.
        """
        nature, includes = model.vocabulary.nature, model.vocabulary.includes
        hosting: Once[str, bool] = Once(lambda kind: includes("relation", "hosts", kind))
        nesting: Once[str, bool] = Once(lambda kind: hosting[kind] or includes("relation", "part-of", kind))
        found = Nestings()
        odd: list[Nesting] = []
        centres, entities = dict(model.centres.items()), model.entities
        for relation in model.relations.values():
            kind = relation.kind
            if nesting[kind]:
                ends = relation.source, relation.target
                outer_id, inner_id = ends if hosting[kind] else ends[::-1]
                if inner_id in centres:
                    outer, inner = entities[outer_id], centres[inner_id]
                    if isinstance(outer, Centre | Organisation):
                        one = Nesting(outer, relation, inner, *self._possible(ALWAYS, relation, outer, inner))
                        found.add(one)
                        if nature(kind) not in JOINING or isinstance(outer, Centre):
                            odd.append(one)
        return found, odd

    def _taking_part(
        self, model: PartnerModel, organisations: dict[str, Organisation]
    ) -> tuple[dict[str, list[Part]], Counter[str]]:
        """Return what each organisation takes part in, and how many do so in what may be shared.

        The parts of an organisation are in the order of its relations. What joins it to another directly
        is not counted.
        """
        nature = model.vocabulary.nature
        joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
        shared: dict[str, Entity] = {**model.centres, **model.programmes, **model.initiatives}
        found: dict[str, list[Part]] = {id: [] for id in organisations}
        seats: list[str] = []
        for relation in model.relations.values():
            if joining[relation.kind]:
                source, target = relation.source, relation.target
                if source not in organisations:
                    if target in organisations and source in shared:
                        found[target].append((relation, shared[source]))
                        seats.append(source)
                elif target in shared:
                    found[source].append((relation, shared[target]))
                    seats.append(target)
                elif target in organisations:
                    found[source].append((relation, relation))
                    found[target].append((relation, relation))
        return found, Counter(seats)

    def _linked(
        self,
        organisations: dict[str, Organisation],
        taking_part: dict[str, list[Part]],
        number: Counter[str],
    ) -> dict[str, tuple[Link, ...]]:
        """Link the organisations to what they share. What only one takes part in joins nobody.

        The links of an organisation are made one after the other, so that they are near each other in memory.
        """
        circles = self._circles
        linked: dict[str, tuple[Link, ...]] = {}
        for id, some in taking_part.items():
            itself, days = organisations[id], self.limits(id)
            mine = []
            for relation, what in some:
                circle = circles.get(what.id)
                if circle is None:
                    if number.get(what.id) == 1:
                        continue
                    circle = circles[what.id] = Circle(what if isinstance(what, Entity) else None)
                first, last = days
                if relation.period is not UNKNOWN_PERIOD or what.period is not UNKNOWN_PERIOD:
                    first, last = self._possible(days, relation, what)
                link = Link(what.kind, first, last, itself, relation, circle)
                there = circle.links
                assert isinstance(there, list), "no circle is closed yet"
                there.append(link)
                mine.append(link)
            linked[id] = tuple(mine)
        for circle in circles.values():
            circle.close()
        self._circles = {id: circle for id, circle in circles.items() if isinstance(circle.via, Centre)}
        return linked

    def limits(self, id: str) -> Span:
        """Return the first and the last day on which an organisation can be there."""
        return self._limits.get(id, ALWAYS)

    def _possible(self, days: Span, *records: Record) -> Span:
        """Return the first and the last of some days on which all of some records may be there."""
        first, last = days
        for record in records:
            if record.period is not UNKNOWN_PERIOD:  # few have a date
                begin, end = self._days.possible(record.period)
                first = begin if begin > first else first
                last = end if end < last else last
        return first, last

    def together(
        self, id: str, days: Span = ALWAYS, kinds: Container[str | None] | None = None
    ) -> tuple[Organisation | None, list[Organisation]]:
        """Return an organisation, and all that take part in something that it takes part in.

        They are in the order of their ids, each as often as it takes part, and the organisation is mostly
        among them. It is None if it takes part in nothing; then there is nobody.

        This is what `partners` finds, without a word on how they are joined.

        Args:
            id: The id of the organisation.
            days: Only what can be there on one of these days.
            kinds: Only what is of one of these kinds.
        """
        first, last = days
        found: list[Organisation] = []
        itself = None
        ordered = True
        for mine in self.links.get(id, ()):
            if kinds is None or mine.kind in kinds:
                if mine.begin <= last and first <= mine.end:
                    ordered = itself is None
                    itself = mine.organisation
                    found += mine.party
                elif mine.first <= last and first <= mine.last:
                    ordered = False
                    itself = mine.organisation
                    there = self._there(mine, days) if mine.circle.nested else mine.circle.links
                    for link in there:
                        if link.first <= last and first <= link.last:
                            found.append(link.organisation)
        if id in self._holders:
            for mine in self._as_holder(id, days, kinds):
                ordered = False
                itself = mine.organisation
                for link in mine.circle.on(days):
                    found.append(link.organisation)
        if not ordered:
            found.sort(key=BY_ID)
        return itself, found

    def partners(
        self, id: str, days: Span = ALWAYS, kinds: Container[str | None] | None = None
    ) -> dict[str, list[Link]]:
        """Return the partners of an organisation by id, each with the links that join the two.

        The links come in pairs: one of the organisation, and one of the partner to the same thing. The pairs
        are in the order of the organisation's relations; those that it has through its centres come last.

        Args:
            id: The id of an organisation.
            days: Only what can be there on one of these days.
            kinds: Only what is of one of these kinds.
        """
        first, last = days
        found: dict[str, list[Link]] = {}
        for mine in self.links[id]:
            if (kinds is None or mine.kind in kinds) and mine.first <= last and first <= mine.last:
                for theirs in self._there(mine, days):
                    if theirs.organisation is not mine.organisation:
                        found.setdefault(theirs.organisation.id, []).extend((mine, theirs))
        if id in self._holders:
            for mine in self._as_holder(id, days, kinds):
                for theirs in mine.circle.on(days):
                    found.setdefault(theirs.organisation.id, []).extend((mine, theirs))
        return found

    def _there(self, mine: Link, days: Span) -> list[Link]:
        """Return who takes part on one of some days, and who has a centre in it within them."""
        circle = mine.circle
        if not circle.nested:
            return circle.on(days)
        assert circle.via is not None, "a nested circle is that of a centre"
        there = circle.on(days)
        known = {link.organisation.id for link in there}
        for outer, chain in self._nestings.organisations_around(circle.via.id, days):
            if outer.id not in known:
                there.append(Link(mine.kind, *days, outer, chain, circle))
        return there

    def _as_holder(self, id: str, days: Span, kinds: Container[str | None] | None) -> Iterator[Link]:
        """Yield the links that an organisation has because a centre within it has them."""
        first, last = days
        begin, end = self.limits(id)
        if begin > last or end < first:
            return  # it is not there itself
        direct = {
            link.circle.via.id
            for link in self.links[id]
            if link.circle.via is not None and link.first <= last and first <= link.last
        }
        for inner in self._nestings.centres_within(id, days):
            circle = self._circles.get(inner.id)  # where there is none, nobody else takes part
            if circle is not None and inner.id not in direct and (kinds is None or inner.kind in kinds):
                around = self._nestings.organisations_around(inner.id, days)
                itself, chain = next(one for one in around if one[0].id == id)
                yield Link(inner.kind, *days, itself, chain, circle)
