"""Graphs made of graphs and of models: who is joined to whom, and by what."""

from __future__ import annotations

from partnermodel.graph.projections.multiplex import flattened as flattened
from partnermodel.graph.projections.multiplex import layers as layers
from partnermodel.graph.projections.organisations import organisation_network as organisation_network
from partnermodel.graph.projections.partitions import partition as partition
from partnermodel.graph.projections.partitions import places as places
from partnermodel.graph.projections.partitions import sectors as sectors
from partnermodel.graph.projections.quotients import quotient as quotient
from partnermodel.graph.projections.ties import direct as direct
from partnermodel.graph.projections.two_modes import project as project
from partnermodel.graph.projections.two_modes import two_mode as two_mode

__all__ = [
    "direct",
    "flattened",
    "layers",
    "organisation_network",
    "partition",
    "places",
    "project",
    "quotient",
    "sectors",
    "two_mode",
]


def __dir__() -> list[str]:
    return list(__all__)  # and not the files of the same names
