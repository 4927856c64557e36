"""Who takes part in one thing, and on which days: what the index of who is joined is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from partnermodel.model.days import ALWAYS, Span
from partnermodel.model.entities import Entity, Organisation
from partnermodel.model.relations import Relation

Seats = tuple[Any, ...]
"""All that one organisation takes part in with others, in the order of its relations.

Each seat is `WIDTH` things in a row: the kind of the circle, its first and its last day, who is in it, and the link of
the organisation. It is one flat tuple, since what a question waits for is memory: of what is of another
kind or day nothing is touched but this.
"""

WIDTH = 5


@attrs.define(eq=False)
class Link:
    """That an organisation takes part in something, and is joined by it to all others that do.

    Attributes:
        organisation: Who takes part.
        first: The first day, as an ordinal, on which all that the link rests on can be there.
        last: The last such day.
        chain: The relations that make the link, from the organisation on.
        circle: All that take part.
    """

    organisation: Organisation
    first: int
    last: int
    chain: tuple[Relation, ...]
    circle: Circle


@attrs.define(eq=False)
class Circle:
    """All that take part in one thing.

    Attributes:
        kind: The kind of what is shared, or of the relation from one organisation to another.
        via: What is shared, or None for a relation from one organisation to another.
        nested: Whether a part of them can only be found by going up from a centre to what it is within.
        links: Their links.
        first: The first day on which all of the links can be there, and all that take part have one.
        last: The last such day. Of a nested circle there is none.
        organisations: Who has a link, each once, in the order of their ids.
    """

    kind: str | None
    via: Entity | None
    nested: bool = False
    links: Sequence[Link] = ()
    first: int = ALWAYS[1] + 1
    last: int = ALWAYS[0] - 1
    organisations: tuple[Organisation, ...] = ()

    def close(self, links: Sequence[Link]) -> None:
        """Take in the links, when all are there."""
        self.links = tuple(links)
        if not self.nested:
            self.first = max([link.first for link in links])
            self.last = min([link.last for link in links])
        found = {link.organisation.id: link.organisation for link in links}
        self.organisations = tuple([found[id] for id in sorted(found)])

    def on(self, days: Span) -> list[Link]:
        """Return the links that can be there on one of some days."""
        first, last = days
        return [link for link in self.links if link.first <= last and first <= link.last]


def seated(links: Iterable[Link]) -> Seats:
    """Return the seats of an organisation, of its links to circles that are closed."""
    seats: list[object] = []
    for link in links:
        circle = link.circle
        seats += circle.kind, circle.first, circle.last, circle.organisations, link
    return tuple(seats)


def linked(seats: Seats) -> tuple[Link, ...]:
    """Return the links of an organisation."""
    return seats[WIDTH - 1 :: WIDTH]
