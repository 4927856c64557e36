"""Who takes part in what: an index of a model, made once, by which the ties of an organisation are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator

from partnermodel.model.days import ALWAYS, Days, Once, Span
from partnermodel.model.entities import Centre, Entity, Initiative, Organisation, Programme
from partnermodel.model.links import Circle, Link, Party, nested_circle
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

Shared = tuple[Relation, Entity]
"""By which relation an organisation takes part in what may be shared."""


def codes_of(model: PartnerModel, kind: str | Collection[str]) -> frozenset[str]:
    """Return the codes that kinds stand for, whether of a relation or of what is shared."""
    return frozenset().union(*(model.codes(scheme, kind) for scheme in JOINING_SCHEMES))


class Joins:
    """What joins the organisations of a model; `model.once(Joins)` makes it.

    Attributes:
        parties: The organisations by id.
        kinds: For each known kind of what joins, the kinds that it stands for.
    """

    def __init__(self, model: PartnerModel) -> None:
        days = self._days = Days()
        self.parties = {id: Party(one, *days.possible(one.period)) for id, one in model.organisations.items()}
        self.kinds = {
            code: codes_of(model, code)
            for scheme in JOINING_SCHEMES
            for code in model.vocabulary.codes(scheme)
        }
        self._nestings, odd = self._nested(model)
        for id in self._nestings.organisations_above(odd):
            self.parties[id].holder = True
        self._circles = {one.inner.id: nested_circle() for one in odd}
        self._take_part(self._taking_part(model))

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

    def _taking_part(self, model: PartnerModel) -> dict[str, list[Shared | Link]]:
        """Return what each organisation takes part in, in the order of its relations.

        What joins two organisations directly is linked already. Of what may be shared it is not yet known
        whether anybody else takes part.
        """
        nature = model.vocabulary.nature
        joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
        parties = self.parties
        shared: dict[str, Entity] = {**model.centres, **model.programmes, **model.initiatives}
        found: dict[str, list[Shared | Link]] = {id: [] for id in parties}
        for relation in model.relations.values():
            if joining[relation.kind]:
                source, target = relation.source, relation.target
                if source not in parties:
                    if target in parties and source in shared:
                        found[target].append((relation, shared[source]))
                elif target in shared:
                    found[source].append((relation, shared[target]))
                elif target in parties:
                    both, chain, kind = Circle(), (relation,), relation.kind
                    for id in (source, target):
                        party = parties[id]
                        possible = self._possible((party.first, party.last), relation)
                        link = Link(party.organisation, *possible, kind, chain, None, both)
                        both.add(link)
                        found[id].append(link)
        return found

    def _take_part(self, taking_part: dict[str, list[Shared | Link]]) -> None:
        """Link the organisations to what they share. What only one takes part in joins nobody."""
        circles = self._circles
        seats = Counter(one[1].id for some in taking_part.values() for one in some if isinstance(one, tuple))
        for id, some in taking_part.items():
            party = self.parties[id]
            days = party.first, party.last
            for one in some:
                if isinstance(one, Link):
                    party.links.append(one)
                    continue
                relation, via = one
                circle = circles.get(via.id)
                if circle is None:
                    if seats[via.id] == 1:
                        continue
                    circle = circles[via.id] = Circle()
                possible = self._possible(days, relation, via)
                link = Link(party.organisation, *possible, via.kind, (relation,), via, circle)
                circle.add(link)
                party.links.append(link)

    def _possible(self, days: Span, *records: Record) -> Span:
        """Return the first and the last of some days on which all of some records may be there."""
        for record in records:
            if record.period is not UNKNOWN_PERIOD:  # few have a date
                first, last = self._days.possible(record.period)
                days = max(days[0], first), min(days[1], last)
        return days

    def partners(
        self, party: Party, days: Span = ALWAYS, kinds: Container[str | None] | None = None
    ) -> dict[str, list[Link]]:
        """Return the partners of an organisation by id, each with the links that join the two.

        The links come in pairs: one of the organisation, and one of the partner to the same thing. The pairs
        are in the order of the organisation's relations; those that it has through its centres come last.

        Args:
            party: An organisation.
            days: Only what can be there on one of these days.
            kinds: Only what is of one of these kinds.
        """
        first, last = days
        itself = party.organisation
        found: dict[str, list[Link]] = {}
        for mine in party.links:
            if kinds is None or mine.kind in kinds:
                circle = mine.circle
                if circle.first <= last and first <= circle.last:
                    there = circle.links
                elif mine.first <= last and first <= mine.last:
                    there = self._there(mine, days) if circle.nested else circle.on(days)
                else:
                    continue
                for theirs in there:
                    other = theirs.organisation
                    if other is not itself:
                        id = other.id
                        if id in found:
                            found[id] += mine, theirs
                        else:
                            found[id] = [mine, theirs]
        if party.holder:
            for mine in self._as_holder(party, days, kinds):
                for theirs in mine.circle.on(days):
                    found.setdefault(theirs.organisation.id, []).extend((mine, theirs))
        return found

    def _there(self, mine: Link, days: Span) -> list[Link]:
        """Return who takes part on one of some days, and who has a centre in it within them."""
        via, circle = mine.via, mine.circle
        assert via is not None, "a nested circle is that of a centre"
        there = circle.on(days)
        known = {link.organisation.id for link in there}
        for outer, chain in self._nestings.organisations_around(via.id, days):
            if outer.id not in known:
                there.append(Link(outer, *days, via.kind, chain, via, circle))
        return there

    def _as_holder(self, party: Party, days: Span, kinds: Container[str | None] | None) -> Iterator[Link]:
        """Yield the links that an organisation has because a centre within it has them."""
        first, last = days
        itself = party.organisation
        direct = {
            link.via.id
            for link in party.links
            if link.via is not None and link.first <= last and first <= link.last
        }
        for inner in self._nestings.centres_within(itself.id, days):
            circle = self._circles.get(inner.id)  # where there is none, nobody else takes part
            if circle is not None and inner.id not in direct and (kinds is None or inner.kind in kinds):
                around = self._nestings.organisations_around(inner.id, days)
                chain = next(chain for outer, chain in around if outer is itself)
                yield Link(itself, *days, inner.kind, chain, inner, circle)
