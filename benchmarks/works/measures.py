"""Measures of the network of organisations, by the library and by three graph libraries."""

from __future__ import annotations

from benchmarks.contest import Contest
from benchmarks.works.measuring import centrality, cohesion, plain, position


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        *cohesion.contests(),
        *centrality.contests(),
        *position.contests(),
        *plain.contests(),
    )
