"""What the picture of a network shows and its table says: nodes and ties, already in words."""

from __future__ import annotations

import attrs

from partnermodel.values.rows import Rows
from partnermodel.values.table import Phrase

Years = tuple[str, str]
"""The first and the last year, each empty when it is not known, or, as the last, open."""

ALWAYS: Years = ("", "")
"""The years of what has no date."""


def years_told(years: Years) -> str:
    """Return from when to when in a few signs; nothing when there is no date.

    Example:
        >>> years_told(("2019", "2021")), years_told(("2019", "")), years_told(("", "2021"))
        ('2019–2021', '2019–', '–2021')
    """
    first, last = years
    return first if first == last else f"{first}–{last}"


@attrs.frozen
class Node:
    """A node as people see it.

    Attributes:
        id: Its id, as a text.
        name: Its name.
        type: The type of its record, or an empty text when it is not known.
        kind: What sort of thing it is, in words.
        status: How far it has come, in words; empty when nobody says.
        years: From when to when.
        ties: How many ties end at it; one that leads back to it counts once.
        community: The number of its community, from 1; 0 when it has none.
        size: How many nodes it stands for.
        within: How many ties join two of those that it stands for.
    """

    id: str
    name: Phrase
    type: str
    kind: str
    status: str
    years: Years
    ties: int
    community: int
    size: int = 1
    within: int = 0


@attrs.frozen
class Tie:
    """A tie as people see it.

    Attributes:
        source: The place among the nodes of the node that it leads from.
        target: The place of the node that it leads to.
        label: What the source does to the target, in words.
        inverse: The same seen from the target.
        status: How far it has come, in words; empty when nobody says.
        stage: The name of the stage of that status, by which it is drawn; empty where no tie has a status.
        years: From when to when.
        arrow: Whether it leads one way only.
        weight: How many it stands for.
    """

    source: int
    target: int
    label: str
    inverse: str
    status: str
    stage: str
    years: Years
    arrow: bool
    weight: int = 1


@attrs.frozen
class Contents:
    """What a view of a network is about.

    Attributes:
        name: What the network is of.
        nodes: The nodes: type by type, in a type kind by kind, and in a kind in alphabetical order.
        ties: The ties between them, in the order of their ends.
        keys: The nodes of the graph, in the same order as `nodes`.
        rows: The nodes for machines, in the same order.
        notes: What a reader must know of the choice of nodes, as sentences.
        centre: The place among the nodes of the one that the view is centred on.
        statuses: The statuses that occur, in words, in the order in which a reader asks for them.
    """

    name: Phrase
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    keys: tuple[object, ...]
    rows: Rows
    notes: tuple[str, ...] = ()
    centre: int | None = None
    statuses: tuple[str, ...] = ()

    def ties_of(self) -> list[list[tuple[str, int]]]:
        """Return for each node how it is tied and to which node, grouped by the words for it."""
        found: list[list[tuple[str, int]]] = [[] for _ in self.nodes]
        for tie in self.ties:
            found[tie.source].append((tie.label, tie.target))
            if tie.source != tie.target:
                found[tie.target].append((tie.inverse, tie.source))
        return [sorted(ties) for ties in found]
