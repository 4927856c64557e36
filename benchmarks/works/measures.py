"""Measures of the network of organisations, by the library and by three graph libraries."""

from __future__ import annotations

from benchmarks.contest import Contest
from benchmarks.works.measuring import centrality, cohesion, groups, holes, plain


def contests() -> tuple[Contest, ...]:
    """Return a contest for each measure."""
    return (
        *cohesion.contests(),
        *centrality.contests(),
        *holes.contests(),
        *groups.contests(),
        *plain.contests(),
    )
