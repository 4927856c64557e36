"""Measures of networks: plain functions that take any networkx graph first, and the rest by keyword."""

from __future__ import annotations

from partnermodel.graph.measures.assortativity import assortativity as assortativity
from partnermodel.graph.measures.assortativity import numeric_assortativity as numeric_assortativity
from partnermodel.graph.measures.betweenness import BetweennessEstimate as BetweennessEstimate
from partnermodel.graph.measures.betweenness import betweenness as betweenness
from partnermodel.graph.measures.betweenness import betweenness_estimate as betweenness_estimate
from partnermodel.graph.measures.brokerage import Brokerage as Brokerage
from partnermodel.graph.measures.brokerage import brokerage as brokerage
from partnermodel.graph.measures.centralisation import centralisation as centralisation
from partnermodel.graph.measures.centrality import closeness as closeness
from partnermodel.graph.measures.centrality import degree as degree
from partnermodel.graph.measures.cohesion import clustering as clustering
from partnermodel.graph.measures.cohesion import density as density
from partnermodel.graph.measures.cohesion import reciprocity as reciprocity
from partnermodel.graph.measures.cohesion import transitivity as transitivity
from partnermodel.graph.measures.communities import Communities as Communities
from partnermodel.graph.measures.communities import communities as communities
from partnermodel.graph.measures.core_periphery import CorePeriphery as CorePeriphery
from partnermodel.graph.measures.core_periphery import core_periphery as core_periphery
from partnermodel.graph.measures.cores import bridges as bridges
from partnermodel.graph.measures.cores import core_numbers as core_numbers
from partnermodel.graph.measures.cores import cut_points as cut_points
from partnermodel.graph.measures.eigenvectors import eigenvector as eigenvector
from partnermodel.graph.measures.hierarchy import Krackhardt as Krackhardt
from partnermodel.graph.measures.hierarchy import krackhardt as krackhardt
from partnermodel.graph.measures.mixing import ExternalInternal as ExternalInternal
from partnermodel.graph.measures.mixing import block_densities as block_densities
from partnermodel.graph.measures.mixing import ei_index as ei_index
from partnermodel.graph.measures.mixing import yules_q as yules_q
from partnermodel.graph.measures.modularity import modularity as modularity
from partnermodel.graph.measures.multiplex import Multiplexity as Multiplexity
from partnermodel.graph.measures.multiplex import layer_overlap as layer_overlap
from partnermodel.graph.measures.multiplex import multiplexity as multiplexity
from partnermodel.graph.measures.reach import Distances as Distances
from partnermodel.graph.measures.reach import components as components
from partnermodel.graph.measures.reach import distances as distances
from partnermodel.graph.measures.reach import reachability as reachability
from partnermodel.graph.measures.structural_holes import constraint as constraint
from partnermodel.graph.measures.structural_holes import effective_size as effective_size
from partnermodel.graph.measures.structural_holes import local_constraint as local_constraint
from partnermodel.graph.measures.structural_holes import structural_efficiency as structural_efficiency
from partnermodel.graph.measures.structural_holes import structural_hierarchy as structural_hierarchy
from partnermodel.graph.measures.two_mode import two_mode_betweenness as two_mode_betweenness
from partnermodel.graph.measures.two_mode import two_mode_closeness as two_mode_closeness
from partnermodel.graph.measures.two_mode import two_mode_degree as two_mode_degree

__all__ = [
    "BetweennessEstimate",
    "Brokerage",
    "Communities",
    "CorePeriphery",
    "Distances",
    "ExternalInternal",
    "Krackhardt",
    "Multiplexity",
    "assortativity",
    "betweenness",
    "betweenness_estimate",
    "block_densities",
    "bridges",
    "brokerage",
    "centralisation",
    "closeness",
    "clustering",
    "communities",
    "components",
    "constraint",
    "core_numbers",
    "core_periphery",
    "cut_points",
    "degree",
    "density",
    "distances",
    "effective_size",
    "ei_index",
    "eigenvector",
    "krackhardt",
    "layer_overlap",
    "local_constraint",
    "modularity",
    "multiplexity",
    "numeric_assortativity",
    "reachability",
    "reciprocity",
    "structural_efficiency",
    "structural_hierarchy",
    "transitivity",
    "two_mode_betweenness",
    "two_mode_closeness",
    "two_mode_degree",
    "yules_q",
]


def __dir__() -> list[str]:
    return list(__all__)  # and not the files of the same names
