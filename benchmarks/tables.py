"""Figures as people read them: an aligned table, and how they stand to what is to be reached."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.contest import Contest, Measure, Target
from benchmarks.runner import Figures

TITLES: dict[Measure, str] = {
    "seconds": "time",
    "resident": "memory kept",
    "peak": "most memory in use",
}


def median(figures: Figures, name: str, measure: Measure) -> float | None:
    """Return the median of a contestant's figures, or None when there are none."""
    runs = figures.get(name, {}).get(measure)
    return statistics.median(runs) if runs else None


def shown(figure: float, measure: Measure) -> str:
    """Return a figure with a unit in which it is easily read.

    Example:
        >>> shown(0.0025, "seconds"), shown(3e6, "peak")
        ('2.50 ms', '3.0 MB')
    """
    if measure != "seconds":
        return f"{figure / 1e6:.1f} MB"
    unit, size = next(
        (one for one in (("s", 1.0), ("ms", 1e-3)) if figure >= one[1]),
        ("µs", 1e-6),
    )
    return f"{figure / size:.2f} {unit}"


def printed(contest: Contest, figures: Figures) -> Iterator[str]:
    """Yield the lines of a table for each thing that was measured."""
    beside = [name for name in (contest.ours, contest.floor) if name in figures]
    for measure in contest.measures:
        medians = {name: median(figures, name, measure) for name in figures}
        yield f"{TITLES[measure]:42}{'median':>12}{''.join(map(_column, beside))}"
        for name, figure in medians.items():
            if figure is None:
                yield f"{name:42}{'not known':>12}"
                continue
            ratios = (_ratio(figure, medians[other]) for other in beside)
            yield f"{name:42}{shown(figure, measure):>12}{''.join(ratios)}".rstrip()


def _ratio(figure: float, other: float | None) -> str:
    return f"{figure / other:16.2f}" if other else f"{'':16}"


def _column(name: str) -> str:
    """Return the head of the column of ratios to a contestant: the first word of its name."""
    first = name.split(maxsplit=1)[0].rstrip(",")
    return f"{f'× {first}':>16}"


def missed(contest: Contest, figures: Figures) -> Iterator[str]:
    """Yield how each figure stands to its target, reached or missed."""
    for target in contest.targets:
        reached = _reached(target, figures)
        if reached is not None:
            word = "reached" if reached <= target.at_most else "MISSED"
            yield f"{word}: {_worded(target, reached)}"


def _reached(target: Target, figures: Figures) -> float | None:
    figure = median(figures, target.subject, target.measure)
    other = 1.0 if target.of is None else median(figures, target.of, target.measure)
    return None if figure is None or not other else figure / other


def _worded(target: Target, reached: float) -> str:
    what = f"{target.subject}, {TITLES[target.measure]}"
    if target.of is None:
        return f"{what}: {shown(reached, target.measure)}, at most {shown(target.at_most, target.measure)}"
    return f"{what}: {reached:.3f} × {target.of}, at most {target.at_most:.3f}"
