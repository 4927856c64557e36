"""Measures of networks: plain functions that take any networkx graph first, and the rest by keyword."""

from __future__ import annotations

__all__: list[str] = []
