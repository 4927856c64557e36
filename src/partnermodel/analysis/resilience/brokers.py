"""Who joins what would otherwise fall apart, and which ties do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from partnermodel.analysis.pairs import Adjacency, adjacency, counted_words, organisation_name
from partnermodel.analysis.separation import separations
from partnermodel.graph import measures
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen
class Bridge:
    """Two partners without whom being joined their part of the network would fall into two.

    Attributes:
        first: The id of the one organisation.
        second: The id of the other, which is the greater of the two.
        cut_off: The ids of those on the smaller side; of two sides as large, the one without the first id.
        rest: How many are on the other side.
        through: The ids of what joins the two: the fewer, the weaker the bridge.
    """

    first: str
    second: str
    cut_off: tuple[str, ...]
    rest: int
    through: tuple[str, ...]


@attrs.frozen
class Broker:
    """An organisation that others need to reach each other.

    Attributes:
        organisation: Its id.
        partners: The ids of its partners.
        cut_off: The parts that would be cut off from the largest one without it, the larger first; none
            when others can be reached by a longer way.
        pairs: How many pairs of other organisations can reach each other through it alone.
        betweenness: The part of all pairs of others whose shortest ways lead through it, each pair
            counted by the share of its ways that do (Freeman 1977); from 0 to 1. None when not asked for.
        constraint: Burt's constraint (1992) in the whole network: small for who joins partners that are
            not joined themselves. None when not asked for.
        through: The ids of what joins it to its partners.
    """

    organisation: str
    partners: tuple[str, ...]
    cut_off: tuple[tuple[str, ...], ...]
    pairs: int
    betweenness: float | None
    constraint: float | None
    through: tuple[str, ...]

    @property
    def cuts(self) -> bool:
        """Whether the network would fall apart without it."""
        return self.pairs > 0


@attrs.frozen
class Brokers(Sheeted, Listing[Broker]):
    """What `brokers` returns: first who holds the most pairs together, then who lies between the most.

    Attributes:
        items: The brokers.
        bridges: The pairs of partners without whom the network would fall apart, in the order of ids.
    """

    items: tuple[Broker, ...]
    bridges: tuple[Bridge, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")


@door
def brokers(
    model: PartnerModel,
    *,
    counts: Codes = "active",
    between: bool = True,
    progress: Callable[[float], None] | None = None,
) -> Brokers:
    """Return the organisations that join what would fall apart, and the ties that do.

    The network is that of `organisation_network`, of which only the ties count that are in one of some
    statuses; how many things join two makes no difference. Without a cut point its part of the network
    falls apart; without a bridge it falls into two.

    Args:
        model: The model.
        counts: The statuses, with the narrower ones, in which a tie counts; None for any.
        between: Whether to work out betweenness and constraint, and to name those as well who only lie
            between others. It takes long in a large network.
        progress: Called now and then with the share of the betweenness that is worked out.

    Raises:
        UnknownTermError: `counts` holds what looks like a misspelt status.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, brokers
        >>> model = PartnerModel("Town", [
        ...     *(Organisation(id, id) for id in "abc"),
        ...     Relation("a", "partners-with", "b", status="active"),
        ...     Relation("b", "partners-with", "c", status="active"),
        ... ])
        >>> [(one.organisation, one.cut_off) for one in brokers(model)]
        [('b', (('c',),))]
    """
    around = adjacency(model, counts)
    cut = separations(around)
    betweenness = constraint = None
    if between:
        graph = _graph(around)
        betweenness = measures.betweenness(graph, progress=progress)
        constraint = measures.constraint(graph)
    items = sorted(
        (
            Broker(
                id,
                tuple(around[id]),
                cut.cut_off(id),
                cut.pairs(id),
                None if betweenness is None else betweenness[id],
                None if constraint is None else constraint[id],
                tuple(sorted({record for records in around[id].values() for record in records})),
            )
            for id in around
            if id in cut.below or (betweenness is not None and betweenness[id] > 0)
        ),
        key=lambda one: (-one.pairs, -(one.betweenness or 0), one.organisation),
    )
    bridges = []
    for one, other in cut.bridges:
        side, rest = cut.smaller_side((one, other))
        bridges.append(Bridge(min(one, other), max(one, other), side, rest, around[one][other]))
    bridges.sort(key=lambda one: (one.first, one.second))
    rows = tuple(
        (
            organisation_name(model, one.organisation),
            Number(len(one.partners)),
            Number(one.pairs),
            several(
                (several((organisation_name(model, other) for other in part), ", ") for part in one.cut_off),
                otherwise="nobody",
            ),
            *(Number(value, 2, "not-asked") for value in (one.betweenness, one.constraint)),
        )
        for one in items
    )
    columns = ("organisation", "partners", "pairs-held", "cut-off", "betweenness", "constraint")
    notes = (
        saying("brokers-note", number=len(bridges)),
        counted_words(model, counts),
    )
    return Brokers(
        tuple(items), tuple(bridges), Sheet(saying("brokers-of", name=model.name), columns, rows, notes)
    )


def _graph(around: Adjacency) -> nx.Graph[str]:
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(around)
    graph.add_edges_from((id, other) for id, partners in around.items() for other in partners if id < other)
    return graph
