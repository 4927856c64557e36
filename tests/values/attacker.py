"""Somebody who tries every table that agrees with what is published: no code of the library in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

Cell = tuple[int, int]


def _fillings(
    row: Sequence[int], hidden: Sequence[bool], total: int | None, floor: int, most: int
) -> Iterator[tuple[int, ...]]:
    choices = [range(floor, most + 1) if gone else (value,) for value, gone in zip(row, hidden, strict=True)]
    return (one for one in product(*choices) if total is None or sum(one) == total)


def found_out(
    rows: Sequence[Sequence[int]],
    cells: frozenset[Cell],
    row_totals: Mapping[int, int],
    column_totals: Mapping[int, int],
    total: int | None,
    *,
    floor: int,
    most: int,
) -> dict[Cell, set[int]]:
    """Return all values up to `most` that each hidden cell has in a table that agrees with what is published.

    Args:
        rows: The table. Of its hidden cells nothing is looked at.
        cells: The hidden cells.
        row_totals: The published totals of rows.
        column_totals: The published totals of columns.
        total: The published total of everything, or None.
        floor: The least that a hidden cell can be.
        most: No hidden cell is tried with more.
    """

    def sums(one: Sequence[int]) -> tuple[int, ...]:
        return (*(one[column] for column in column_totals), *([sum(one)] if total is not None else []))

    def plus(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(a + b for a, b in zip(one, other, strict=True))

    goal = (*column_totals.values(), *([total] if total is not None else []))
    nothing = (0,) * len(goal)
    filled = [
        list(_fillings(row, [(i, j) in cells for j in range(len(row))], row_totals.get(i), floor, most))
        for i, row in enumerate(rows)
    ]
    steps = [{sums(one) for one in row} for row in filled]
    before = [{nothing}]
    for step in steps:
        before.append({plus(one, other) for one in before[-1] for other in step})
    after = [{nothing}]
    for step in reversed(steps):
        after.append({plus(one, other) for one in after[-1] for other in step})
    found: dict[Cell, set[int]] = {cell: set() for cell in cells}
    for i, row in enumerate(filled):
        ends = after[len(rows) - 1 - i]
        around = {plus(one, other) for one in before[i] for other in ends}
        for one in row:
            if tuple(a - b for a, b in zip(goal, sums(one), strict=True)) in around:
                for j, value in enumerate(one):
                    if (i, j) in cells:
                        found[i, j].add(value)
    return found


def found_out_of_parts(
    counts: Mapping[str, int],
    wholes: Mapping[str, Sequence[str]],
    hidden: frozenset[str],
    *,
    floor: int,
    most: int,
) -> dict[str, set[int]]:
    """Return all values up to `most` that each hidden count can have, as they agree with the published ones.

    What parts without a count have is known; what parts share, where together they have more than the
    whole, is not. Every whole of `wholes` has a count. What is part of a part is no part beside it.
    """

    def above(name: str) -> set[str]:
        direct = wholes.get(name, ())
        return {*direct}.union(*map(above, direct))

    wholes = {
        part: [one for one in ones if not any(one in above(other) for other in ones)]
        for part, ones in wholes.items()
    }
    inside = {
        whole: [part for part in counts if whole in wholes.get(part, ())]
        for whole in counts
        if any(whole in wholes.get(part, ()) for part in counts)
    }
    others = {whole: counts[whole] - sum(counts[part] for part in parts) for whole, parts in inside.items()}
    names = sorted(hidden)
    found: dict[str, set[int]] = {name: set() for name in names}
    for values in product(range(floor, most + 1), repeat=len(names)):
        tried = {**counts, **dict(zip(names, values, strict=True))}
        rests = {whole: tried[whole] - sum(tried[part] for part in inside[whole]) for whole in inside}
        if all(rest == others[whole] if others[whole] >= 0 else rest <= 0 for whole, rest in rests.items()):
            for name, value in zip(names, values, strict=True):
                found[name].add(value)
    return found
