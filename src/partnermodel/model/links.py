"""Who takes part in one thing, and on which days: what the index of who is joined is made of."""

from __future__ import annotations

import attrs

from partnermodel.model.days import ALWAYS, Span
from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.relations import Relation


@attrs.define(eq=False)
class Link:
    """That an organisation takes part in something, and is joined by it to all others that do.

    Attributes:
        organisation: Who takes part.
        first: The first day, as an ordinal, on which all that the link rests on can be there.
        last: The last such day.
        kind: The kind of what is shared, or of the relation from one organisation to another.
        chain: The relations that make the link, from the organisation on.
        via: What is shared, or None for a relation from one organisation to another.
        circle: All that take part.
    """

    organisation: Organisation
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
        links: Their links.
        first: The first day on which all of the links can be there, and all that take part have one.
        last: The last such day.
        nested: Whether a part of them can only be found by going up from a centre to what it is within.
            Then there is no such day.
    """

    links: list[Link] = attrs.field(factory=list)
    first: int = ALWAYS[0]
    last: int = ALWAYS[1]
    nested: bool = False

    def add(self, link: Link) -> None:
        """Take in another link."""
        self.links.append(link)
        self.first = max(self.first, link.first)
        self.last = min(self.last, link.last)

    def on(self, days: Span) -> list[Link]:
        """Return the links that can be there on one of some days."""
        first, last = days
        return [link for link in self.links if link.first <= last and first <= link.last]


def nested_circle() -> Circle:
    """Return a circle part of which can only be found by going up."""
    return Circle(first=ALWAYS[1] + 1, last=ALWAYS[0] - 1, nested=True)


@attrs.define(eq=False)
class Party:
    """An organisation.

    Attributes:
        organisation: The record.
        first: The first day on which it can be there.
        last: The last such day.
        links: What it takes part in with others, in the order of its relations.
        holder: Whether others may be joined to it only because they take part in a centre within it.
    """

    organisation: Organisation
    first: int
    last: int
    links: list[Link] = attrs.field(factory=list)
    holder: bool = False
