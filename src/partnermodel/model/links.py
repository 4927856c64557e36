"""Who takes part in one thing, and on which days: what the index of who is joined is made of."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.model.days import ALWAYS, Span
from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.relations import Relation


@attrs.define(eq=False)
class Seat:
    """What a question asks of a link first.

    A question at a large model mostly waits for memory that nobody has touched lately. So what most need
    to know of a circle is said here as well, and it stands together: the slots of a base come first.

    Attributes:
        kind: The kind of what is shared, or of the relation from one organisation to another.
        begin: The first day, as an ordinal, on which all of the links of the circle can be there, and all that
            take part have one.
        end: The last such day.
        party: All organisations of the circle, each once, in the order of their ids.
    """

    kind: str | None
    begin: int = attrs.field(init=False, default=ALWAYS[1] + 1)
    end: int = attrs.field(init=False, default=ALWAYS[0] - 1)
    party: tuple[Organisation, ...] = attrs.field(init=False, default=())


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
        links: Their links.
    """

    via: Entity | None
    nested: bool = False
    links: tuple[Link, ...] = ()

    def close(self, links: Iterable[Link]) -> None:
        """Take in the links, when all are there.

        Of a nested circle there is no day on which all are known to be there.
        """
        self.links = links = tuple(links)
        if self.nested:
            return
        begin, end = max([link.first for link in links]), min([link.last for link in links])
        known = {link.organisation.id: link.organisation for link in links}
        party = tuple([known[id] for id in sorted(known)])
        for link in links:
            link.begin, link.end, link.party = begin, end, party

    def on(self, days: Span) -> list[Link]:
        """Return the links that can be there on one of some days."""
        first, last = days
        return [link for link in self.links if link.first <= last and first <= link.last]
