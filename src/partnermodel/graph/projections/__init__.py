"""Graphs made of graphs and of models: who is joined to whom, and by what."""

from __future__ import annotations

from partnermodel.graph.projections.organisations import organisation_network as organisation_network

__all__ = ["organisation_network"]
