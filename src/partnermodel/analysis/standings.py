"""Where each organisation stands in the network: how many partners, how often in between, how replaceable."""

from __future__ import annotations

import attrs

from partnermodel.analysis.network import Network
from partnermodel.graph import measures
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Name, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing, named
from partnermodel.values.table import Table

_COLUMNS = (
    "organisation",
    "id",
    "partners",
    "betweenness",
    "constraint",
    "core",
    "part",
    "community",
    "cut-point",
)


@attrs.frozen
class Standing:
    """Where an organisation stands in the network of organisations.

    Attributes:
        organisation: Its id.
        partners: How many organisations it works with.
        betweenness: The share of the shortest ways between two others that lead through it, 0 to 1;
            None in a network too large to look at all pairs.
        constraint: Burt's constraint: how far all its partners lead to each other; None without partners.
        core: The number of the innermost core that it is in (Seidman 1983); 0 without partners.
        part: Which part of the network it is in; 1 is the largest.
        community: Which community it is in; 1 is the largest.
        cut_point: Whether some part of the network would fall apart without it.
    """

    organisation: str
    partners: int
    betweenness: float | None
    constraint: float | None
    core: int
    part: int
    community: int
    cut_point: bool


@attrs.frozen
class Standings(Listing[Standing]):
    """What `standings` returns: the organisations, those with the most partners first, then by id."""

    items: tuple[Standing, ...]
    _names: tuple[Name, ...] = attrs.field(repr=False, alias="names")
    _caption: str = attrs.field(repr=False, alias="caption")

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each organisation.

        Args:
            language: The language of the heads: `en` or `ru`.
        """
        rows = tuple(
            (
                name,
                one.organisation,
                Number(one.partners),
                Number(one.betweenness),
                Number(one.constraint),
                Number(one.core),
                Number(one.part),
                Number(one.community),
                saying("yes" if one.cut_point else "no"),
            )
            for name, one in zip(self._names, self.items, strict=True)
        )
        caption, notes = saying("standings-of", name=self._caption), (saying("figures-note"),)
        return Sheet(caption, _COLUMNS, rows, notes).table(language)


@door
def standings(model: PartnerModel) -> Standings:
    """Return where each organisation stands in the network of organisations.

    Args:
        model: The model. To see a day or a status, filter it first, with `at` or `where`.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, standings
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Organisation("c", "C"),
        ...     Relation("a", "partners-with", "b"), Relation("b", "partners-with", "c"),
        ... ])
        >>> first = standings(model)[0]
        >>> first.organisation, first.partners, first.betweenness, first.cut_point
        ('b', 2, 1.0, True)
    """
    network = model.once(Network)
    betweenness, constraint = network.betweenness, measures.constraint(network.graph)
    cores, cut_points = measures.core_numbers(network.graph), set(network.cut_points)
    part_of = {id: place for place, part in enumerate(network.parts, 1) for id in part}
    community_of = {id: place for place, members in enumerate(network.communities.sets, 1) for id in members}
    found = sorted(
        (
            Standing(
                id,
                count,
                None if betweenness is None else betweenness[id],
                constraint[id],
                cores[id],
                part_of[id],
                community_of[id],
                id in cut_points,
            )
            for id, count in network.graph.degree()
        ),
        key=lambda one: (-one.partners, one.organisation),
    )
    names = tuple(named(model, model.organisations[one.organisation]) for one in found)
    return Standings(tuple(found), names, model.name)
