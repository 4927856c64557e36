"""Measures of networks: plain functions that take any networkx graph first, and the rest by keyword."""

from __future__ import annotations

from partnermodel.graph.measures.assortativity import assortativity as assortativity
from partnermodel.graph.measures.assortativity import numeric_assortativity as numeric_assortativity
from partnermodel.graph.measures.brokerage import Brokerage as Brokerage
from partnermodel.graph.measures.brokerage import brokerage as brokerage
from partnermodel.graph.measures.communities import Communities as Communities
from partnermodel.graph.measures.communities import communities as communities
from partnermodel.graph.measures.core_periphery import CorePeriphery as CorePeriphery
from partnermodel.graph.measures.core_periphery import core_periphery as core_periphery
from partnermodel.graph.measures.mixing import ExternalInternal as ExternalInternal
from partnermodel.graph.measures.mixing import block_densities as block_densities
from partnermodel.graph.measures.mixing import ei_index as ei_index
from partnermodel.graph.measures.mixing import yules_q as yules_q
from partnermodel.graph.measures.modularity import modularity as modularity
from partnermodel.graph.measures.multiplex import Multiplexity as Multiplexity
from partnermodel.graph.measures.multiplex import layer_overlap as layer_overlap
from partnermodel.graph.measures.multiplex import multiplexity as multiplexity
from partnermodel.graph.measures.structural_holes import constraint as constraint
from partnermodel.graph.measures.structural_holes import effective_size as effective_size
from partnermodel.graph.measures.structural_holes import local_constraint as local_constraint
from partnermodel.graph.measures.structural_holes import structural_efficiency as structural_efficiency
from partnermodel.graph.measures.structural_holes import structural_hierarchy as structural_hierarchy

__all__ = [
    "Brokerage",
    "Communities",
    "CorePeriphery",
    "ExternalInternal",
    "Multiplexity",
    "assortativity",
    "block_densities",
    "brokerage",
    "communities",
    "constraint",
    "core_periphery",
    "effective_size",
    "ei_index",
    "layer_overlap",
    "local_constraint",
    "modularity",
    "multiplexity",
    "numeric_assortativity",
    "structural_efficiency",
    "structural_hierarchy",
    "yules_q",
]
