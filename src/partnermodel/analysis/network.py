"""The network of organisations of a model, with what is found in it, each thing found once.

`model.once(Network)` makes it; what evaluators report of a network asks it, so that a table of
twenty figures looks for the parts of the network once and not twenty times.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from partnermodel.graph import measures
from partnermodel.graph.projections import organisation_network, sectors
from partnermodel.model.model import PartnerModel
from partnermodel.queries.coverage import coverage
from partnermodel.queries.matrix import Coverage

if TYPE_CHECKING:
    import networkx as nx

LARGE = 3000
"""Of more organisations than this, what looks at all pairs of them is not worked out unasked."""


class Network:
    """What is found in the network of organisations of a model.

    Args:
        model: The model. To see a day or a status, filter it first, with `at` or `where`.
    """

    def __init__(self, model: PartnerModel) -> None:
        self.model = model

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """The organisations, joined when they work together."""
        return organisation_network(self.model)

    @cached_property
    def isolates(self) -> tuple[str, ...]:
        """The ids of the organisations that work with nobody."""
        return tuple(sorted(id for id, count in self.graph.degree() if count == 0))

    @cached_property
    def parts(self) -> list[set[str]]:
        """The parts of the network, the largest first."""
        return [set(part) for part in measures.components(self.graph)]

    @cached_property
    def distances(self) -> measures.Distances | None:
        """How far organisations are from each other; None for a large network."""
        return None if self.is_large else measures.distances(self.graph)

    @cached_property
    def betweenness(self) -> dict[str, float] | None:
        """How often each organisation lies between two others, as a share; None for a large network."""
        return None if self.is_large else measures.betweenness(self.graph)

    @cached_property
    def cut_points(self) -> tuple[str, ...]:
        """The ids of the organisations without which some part of the network would fall apart."""
        return tuple(sorted(measures.cut_points(self.graph)))

    @cached_property
    def bridges(self) -> tuple[tuple[str, str], ...]:
        """The pairs of organisations whose tie is the only way from one side to the other."""
        return tuple(sorted((min(pair), max(pair)) for pair in measures.bridges(self.graph)))

    @cached_property
    def communities(self) -> measures.Communities[str]:
        """The communities that the ties suggest."""
        return measures.communities(self.graph)

    @cached_property
    def sectors(self) -> dict[str, str]:
        """The sector of each organisation: the widest kind of its kind; without a kind, none."""
        return sectors(self.model)

    @cached_property
    def coverage(self) -> Coverage:
        """Who serves which group in which place."""
        return coverage(self.model)

    @property
    def is_large(self) -> bool:
        """Whether there are too many organisations to look at all pairs of them unasked."""
        return len(self.model.organisations) > LARGE

    def through(self, one: str, other: str) -> tuple[str, ...]:
        """Return the ids of the records that join two organisations; none when nothing does."""
        edge = self.graph.get_edge_data(one, other)
        return tuple(edge["through"].split()) if edge is not None else ()
