"""Who takes part in what: an index of a model, made once, by which the ties of an organisation are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator

from partnermodel.model.days import ALWAYS, Days, Once, Span
from partnermodel.model.entities import Centre, Entity, Initiative, Organisation, Programme
from partnermodel.model.links import WIDTH, Circle, Link, Seats, linked, seated
from partnermodel.model.model import PartnerModel
from partnermodel.model.nestings import Nesting, Nestings
from partnermodel.model.relations import Record, Relation
from partnermodel.values.dates import UNKNOWN_PERIOD

SHARED = (Centre, Programme, Initiative)
"""The types through which organisations are joined."""

JOINING = frozenset({"tie", "participation"})
"""The natures of relation that make partners."""

_SCHEMES = ("relation", "centre", "programme", "initiative")
"""The schemes of the kinds of what joins two organisations."""

Shared = tuple[Relation, Entity]
"""By which relation an organisation takes part in what may be shared."""


def codes_of(model: PartnerModel, kind: str | Collection[str]) -> frozenset[str]:
    """Return the codes that kinds stand for, whether of a relation or of what is shared."""
    return frozenset().union(*(model.codes(scheme, kind) for scheme in _SCHEMES))


class Joins:
    """What joins the organisations of a model; `model.once(Joins)` makes it.

    Attributes:
        seats: For each organisation, by id, what it takes part in with others.
        kinds: For each known kind of what joins, the kinds that it stands for.
    """

    def __init__(self, model: PartnerModel) -> None:
        days = self._days = Days()
        self.kinds = {
            code: codes_of(model, code) for scheme in _SCHEMES for code in model.vocabulary.codes(scheme)
        }
        organisations = dict(model.organisations.items())
        self._limits = {
            id: days.possible(one.period)
            for id, one in organisations.items()
            if one.period is not UNKNOWN_PERIOD
        }
        self._nestings, odd = self._nested(model)
        self._holders = self._nestings.organisations_above(odd)
        self._circles = {one.inner.id: Circle(one.inner.kind, one.inner, nested=True) for one in odd}
        self.seats = self._seated(organisations, self._taking_part(model, organisations))

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
    ) -> dict[str, list[Shared | Link]]:
        """Return what each organisation takes part in, in the order of its relations.

        What joins two organisations directly is linked already. Of what may be shared it is not yet known
        whether anybody else takes part.
        """
        nature = model.vocabulary.nature
        joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
        shared: dict[str, Entity] = {**model.centres, **model.programmes, **model.initiatives}
        found: dict[str, list[Shared | Link]] = {id: [] for id in organisations}
        for relation in model.relations.values():
            if joining[relation.kind]:
                source, target = relation.source, relation.target
                if source not in organisations:
                    if target in organisations and source in shared:
                        found[target].append((relation, shared[source]))
                elif target in shared:
                    found[source].append((relation, shared[target]))
                elif target in organisations:
                    both, chain = Circle(relation.kind, None), (relation,)
                    links = [
                        Link(organisations[id], *self._possible(self.limits(id), relation), chain, both)
                        for id in (source, target)
                    ]
                    both.close(links)
                    found[source].append(links[0])
                    found[target].append(links[1])
        return found

    def _seated(
        self, organisations: dict[str, Organisation], taking_part: dict[str, list[Shared | Link]]
    ) -> dict[str, Seats]:
        """Link the organisations to what they share. What only one takes part in joins nobody."""
        circles = self._circles
        number = Counter(one[1].id for some in taking_part.values() for one in some if isinstance(one, tuple))
        taken: dict[str, list[Link]] = {id: [] for id in circles}
        linked: dict[str, list[Link]] = {}
        for id, some in taking_part.items():
            itself, days = organisations[id], self.limits(id)
            mine = linked[id] = []
            for one in some:
                if isinstance(one, Link):
                    mine.append(one)
                    continue
                relation, via = one
                circle = circles.get(via.id)
                if circle is None:
                    if number[via.id] == 1:
                        continue
                    circle = circles[via.id] = Circle(via.kind, via)
                    taken[via.id] = []
                link = Link(itself, *self._possible(days, relation, via), (relation,), circle)
                taken[via.id].append(link)
                mine.append(link)
        for id, links in taken.items():
            circles[id].close(links)
        return {id: seated(mine) for id, mine in linked.items()}

    def limits(self, id: str) -> Span:
        """Return the first and the last day on which an organisation can be there."""
        return self._limits.get(id, ALWAYS)

    def _possible(self, days: Span, *records: Record) -> Span:
        """Return the first and the last of some days on which all of some records may be there."""
        for record in records:
            if record.period is not UNKNOWN_PERIOD:  # few have a date
                first, last = self._days.possible(record.period)
                days = max(days[0], first), min(days[1], last)
        return days

    def organisations(
        self, id: str, days: Span = ALWAYS, kinds: Container[str | None] | None = None
    ) -> Collection[Organisation]:
        """Return the partners of an organisation in the order of their ids. It may be among them itself.

        This is what `partners` finds, without a word on how they are joined.

        Args:
            id: The id of an organisation.
            days: Only what can be there on one of these days.
            kinds: Only what is of one of these kinds.
        """
        first, last = days
        seats = self.seats[id]
        groups: list[tuple[Organisation, ...]] = []
        ordered = True
        for place in range(0, len(seats), WIDTH):
            if kinds is None or seats[place] in kinds:
                if seats[place + 1] <= last and first <= seats[place + 2]:
                    groups.append(seats[place + 3])
                else:
                    mine = seats[place + 4]
                    if mine.first <= last and first <= mine.last:
                        groups.append(tuple([link.organisation for link in self._there(mine, days)]))
                        ordered = False
        if id in self._holders:
            for mine in self._as_holder(id, days, kinds):
                groups.append(tuple([link.organisation for link in mine.circle.on(days)]))
                ordered = False
        if not groups:
            return ()
        if ordered and len(groups) == 1:
            return groups[0]
        found = {}
        for group in groups:
            for one in group:
                found[one.id] = one
        return [found[one] for one in sorted(found)]

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
        for mine in linked(self.seats[id]):
            if (kinds is None or mine.circle.kind in kinds) and mine.first <= last and first <= mine.last:
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
        there = circle.on(days)
        if circle.nested:
            assert circle.via is not None, "a nested circle is that of a centre"
            known = {link.organisation.id for link in there}
            for outer, chain in self._nestings.organisations_around(circle.via.id, days):
                if outer.id not in known:
                    there.append(Link(outer, *days, chain, circle))
        return there

    def _as_holder(self, id: str, days: Span, kinds: Container[str | None] | None) -> Iterator[Link]:
        """Yield the links that an organisation has because a centre within it has them."""
        first, last = days
        begin, end = self.limits(id)
        if begin > last or end < first:
            return  # it is not there itself
        direct = {
            link.circle.via.id
            for link in linked(self.seats[id])
            if link.circle.via is not None and link.first <= last and first <= link.last
        }
        for inner in self._nestings.centres_within(id, days):
            circle = self._circles.get(inner.id)  # where there is none, nobody else takes part
            if circle is not None and inner.id not in direct and (kinds is None or inner.kind in kinds):
                around = self._nestings.organisations_around(inner.id, days)
                itself, chain = next(one for one in around if one[0].id == id)
                yield Link(itself, *days, chain, circle)
