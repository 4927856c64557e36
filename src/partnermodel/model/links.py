"""Who takes part in one thing, and on which days: what the index of who is joined is made of."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import attrs

from partnermodel.model.days import ALWAYS, Span
from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.relations import Relation

BY_ID = attrgetter("id")


@attrs.define(eq=False)
class Seat:
    """What a question asks of a link first.

    A question at a large model mostly waits for memory that nobody has touched lately. So what most need
    to know of a circle is said here as well, and it stands together: the slots of a base come first.

    Attributes:
        kind: The kind of what is shared, or of the relation from one organisation to another.
        begin: The first day, as an ordinal, on which all links of the circle can be there, and all that take
            part have one.
        end: The last such day.
        party: All organisations of the circle in the order of their ids, each as often as it has a link.
    """

    kind: str | None
    begin: int = attrs.field(init=False)
    end: int = attrs.field(init=False)
    party: tuple[Organisation, ...] = attrs.field(init=False)


@attrs.define(eq=False)
class Link(Seat):
    """That an organisation takes part in something, and is joined by it to all others that do.

    Attributes:
        first: The first day on which all that the link rests on can be there.
        last: The last such day.
        organisation: Who takes part.
        rests_on: The relation that makes the link, or several, from the organisation on.
        circle: All that take part.
    """

    first: int
    last: int
    organisation: Organisation
    rests_on: Relation | tuple[Relation, ...]
    circle: Circle

    @property
    def chain(self) -> tuple[Relation, ...]:
        """The relations that make the link, from the organisation on."""
        return self.rests_on if isinstance(self.rests_on, tuple) else (self.rests_on,)


@attrs.define(eq=False)
class Circle:
    """All that take part in one thing.

    Attributes:
        via: What is shared, or None for a relation from one organisation to another.
        nested: Whether a part of them can only be found by going up from a centre to what it is within.
        links: Their links; a list until it is closed.
    """

    via: Entity | None
    nested: bool = False
    links: Sequence[Link] = attrs.field(factory=list)

    def close(self) -> None:
        """Tell each link of the others, when all are there.

        Of a nested circle there is no day on which all are known to be there.
        """
        self.links = links = tuple(self.links)
        if self.nested:
            begin, end = ALWAYS[1] + 1, ALWAYS[0] - 1
            party: tuple[Organisation, ...] = ()
        elif len(links) == 2:  # as most have
            one, other = links
            begin = one.first if one.first > other.first else other.first
            end = one.last if one.last < other.last else other.last
            first, second = one.organisation, other.organisation
            party = (first, second) if first.id < second.id else (second, first)
        else:
            begin, end = max([link.first for link in links]), min([link.last for link in links])
            party = tuple(sorted([link.organisation for link in links], key=BY_ID))
        for link in links:
            link.begin = begin
            link.end = end
            link.party = party

    def on(self, days: Span) -> list[Link]:
        """Return the links that can be there on one of some days."""
        first, last = days
        return [link for link in self.links if link.first <= last and first <= link.last]
