"""Measures of networks: plain functions that take any networkx graph first, and the rest by keyword."""

from __future__ import annotations

from partnermodel.graph.measures.betweenness import BetweennessEstimate as BetweennessEstimate
from partnermodel.graph.measures.betweenness import betweenness as betweenness
from partnermodel.graph.measures.betweenness import betweenness_estimate as betweenness_estimate
from partnermodel.graph.measures.centralisation import centralisation as centralisation
from partnermodel.graph.measures.centrality import closeness as closeness
from partnermodel.graph.measures.centrality import degree as degree
from partnermodel.graph.measures.cohesion import clustering as clustering
from partnermodel.graph.measures.cohesion import density as density
from partnermodel.graph.measures.cohesion import reciprocity as reciprocity
from partnermodel.graph.measures.cohesion import transitivity as transitivity
from partnermodel.graph.measures.cores import bridges as bridges
from partnermodel.graph.measures.cores import core_numbers as core_numbers
from partnermodel.graph.measures.cores import cut_points as cut_points
from partnermodel.graph.measures.eigenvectors import eigenvector as eigenvector
from partnermodel.graph.measures.hierarchy import Krackhardt as Krackhardt
from partnermodel.graph.measures.hierarchy import krackhardt as krackhardt
from partnermodel.graph.measures.reach import Distances as Distances
from partnermodel.graph.measures.reach import components as components
from partnermodel.graph.measures.reach import distances as distances
from partnermodel.graph.measures.reach import reachability as reachability
from partnermodel.graph.measures.two_mode import two_mode_betweenness as two_mode_betweenness
from partnermodel.graph.measures.two_mode import two_mode_closeness as two_mode_closeness
from partnermodel.graph.measures.two_mode import two_mode_degree as two_mode_degree

__all__ = [
    "BetweennessEstimate",
    "Distances",
    "Krackhardt",
    "betweenness",
    "betweenness_estimate",
    "bridges",
    "centralisation",
    "closeness",
    "clustering",
    "components",
    "core_numbers",
    "cut_points",
    "degree",
    "density",
    "distances",
    "eigenvector",
    "krackhardt",
    "reachability",
    "reciprocity",
    "transitivity",
    "two_mode_betweenness",
    "two_mode_closeness",
    "two_mode_degree",
]
