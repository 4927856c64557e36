"""Questions to a loaded model, beside the same questions to a networkx graph or to frames of pandas."""

from __future__ import annotations

from benchmarks.contest import Contest
from benchmarks.works.asking import coverage, filters, hops, partners, plain


def contests() -> tuple[Contest, ...]:
    """Return a contest for each question."""
    return (
        *partners.contests(),
        hops.contest(),
        coverage.contest(),
        filters.contest(),
        plain.contest(),
    )
