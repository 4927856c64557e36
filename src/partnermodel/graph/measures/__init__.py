"""Measures of networks: plain functions that take any networkx graph first, and the rest by keyword."""

from __future__ import annotations

from partnermodel.graph.measures.structural_holes import constraint as constraint
from partnermodel.graph.measures.structural_holes import effective_size as effective_size
from partnermodel.graph.measures.structural_holes import local_constraint as local_constraint
from partnermodel.graph.measures.structural_holes import structural_efficiency as structural_efficiency
from partnermodel.graph.measures.structural_holes import structural_hierarchy as structural_hierarchy

__all__ = [
    "constraint",
    "effective_size",
    "local_constraint",
    "structural_efficiency",
    "structural_hierarchy",
]
