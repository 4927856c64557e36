"""Which numbers of a table to hide, so that small ones stay hidden from whoever knows the totals."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from operator import index
from typing import TypeVar

import attrs

from partnermodel.values.circulation import DOWN, UP
from partnermodel.values.guard import CELL, TOTAL, Guard
from partnermodel.values.text import shown
from partnermodel.wording import worded

K = TypeVar("K", bound=Hashable)

TOTALS = ("rows", "columns", "all")
"""The totals that a table of counts can have: of each row, of each column, of everything."""


@attrs.frozen
class Suppressed:
    """What must be hidden of a table of counts. It is made by `suppressed`.

    Which of the cells are small, and which are hidden only to protect those, is not told: it would help
    to find them out.

    Attributes:
        cells: The hidden cells, as (row, column), counted from 0.
        row_totals: The rows whose totals are hidden.
        column_totals: The columns whose totals are hidden.
        total: Whether the total of everything is hidden.
    """

    cells: frozenset[tuple[int, int]] = frozenset()
    row_totals: frozenset[int] = frozenset()
    column_totals: frozenset[int] = frozenset()
    total: bool = False

    def __len__(self) -> int:
        return len(self.cells) + len(self.row_totals) + len(self.column_totals) + self.total


def suppressed(
    rows: Iterable[Iterable[int]],
    *,
    min_count: int,
    totals: Collection[str] = TOTALS,
    zeros: bool = False,
) -> Suppressed:
    """Return which cells and totals of a table of counts to hide, so that nobody can work out a small one.

    First the small numbers are hidden: those below `min_count`, totals too. Then, as long as what is
    published would give one away, others are hidden besides: the cheapest that protect it, cells
    rather than totals.

    What is protected, and from whom: those who know all that is published, that no count is negative, and
    `min_count`, find at least `min_count` values possible for each hidden number. Even told that
    one of them is small, they can rule out none of the small values for it.

    Args:
        rows: The cells, row by row; rows are equally long.
        min_count: The least number that may be published; 2 at the least.
        totals: Which totals are published beside the cells: of `rows`, of `columns`, of `all`.
        zeros: Whether to publish zeros. Then a hidden number is known not to be 0, and `min_count`
            itself is hidden as well, so that as many values are possible as before: 1 to `min_count`.

    Returns:
        What to hide; of no small number nothing. Equal tables have equal answers.

    Raises:
        ValueError: A count is negative or no whole number, the rows are not equally long, `min_count` is
            below 2, or there is no such total.

    Source:
        Fischetti, M. and Salazar, J. J. (1999). Models and algorithms for the 2-dimensional cell
        suppression problem in statistical disclosure control. Mathematical Programming 84, 283-312, for the
        problem. What is hidden besides is found as by Cox (1995), way by way, and is not always the fewest.

    Example:
        >>> found = suppressed([[3, 40], [25, 60]], min_count=10)
        >>> sorted(found.cells), len(found)
        ([(0, 0), (0, 1), (1, 0), (1, 1)], 4)
    """
    table = _Table(rows, totals, min_count, zeros=zeros)
    table.protect()
    return table.answer()


def possible_counts(
    rows: Iterable[Iterable[int]],
    hidden: Suppressed,
    *,
    totals: Collection[str] = TOTALS,
    zeros: bool = False,
) -> dict[tuple[int, int], tuple[int, int | None]]:
    """Return what somebody who knows the published numbers of a table can find out about each hidden cell.

    It is exact: each whole number from the least to the greatest can be, and no other.

    Args:
        rows: The cells, row by row.
        hidden: What is hidden of the table, by whatever method.
        totals: Which totals are published beside the cells, but for those that are hidden.
        zeros: Whether zeros are published, so that no hidden number is 0.

    Returns:
        The least and the greatest value of each hidden cell; None for the greatest when nothing bounds it.

    Raises:
        ValueError: As `suppressed`.

    Example:
        >>> rows = [[3, 40, 25]]
        >>> possible_counts(rows, suppressed(rows, min_count=10), totals=["rows"])
        {(0, 0): (0, 28), (0, 2): (0, 28)}
    """
    table = _Table(rows, totals, 2, zeros=zeros)
    table.hide(hidden)
    return table.ranges()


class _Table(Guard):
    """A table of counts: each cell flows from its row to its column, and each total back."""

    def __init__(
        self, rows: Iterable[Iterable[int]], totals: Collection[str], min_count: int, *, zeros: bool
    ) -> None:
        super().__init__(min_count, zeros=zeros)
        cells = [[_plain(value) for value in row] for row in rows]
        _check(cells, totals)
        places = [(i, j) for i, row in enumerate(cells) for j in range(len(row))]
        self.cells = {(i, j): self.add(("row", i), ("column", j), cells[i][j], CELL) for i, j in places}
        self.row_totals = {
            i: self._total("rows" in totals, "all", ("row", i), sum(row)) for i, row in enumerate(cells)
        }
        self.column_totals = {
            j: self._total("columns" in totals, ("column", j), "out", sum(column))
            for j, column in enumerate(zip(*cells, strict=True))
        }
        self.whole = self._total("all" in totals, "out", "all", sum(map(sum, cells)))

    def _total(self, published: bool, tail: Hashable, head: Hashable, value: int) -> int:
        if published:
            return self.add(tail, head, value, TOTAL)
        return self.sums.add(tail, head, value, hidden=True)

    def hide(self, hidden: Suppressed) -> None:
        """Hide what is said to be hidden."""
        arrows = [self.cells[cell] for cell in hidden.cells]
        arrows += [self.row_totals[row] for row in hidden.row_totals]
        arrows += [self.column_totals[column] for column in hidden.column_totals]
        arrows += [self.whole] if hidden.total else []
        for arrow in arrows:
            self.sums.arrows[arrow].hidden = True

    def answer(self) -> Suppressed:
        """Return what is hidden."""

        def hidden(arrows: Mapping[K, int]) -> frozenset[K]:
            found = {key: self.sums.arrows[arrow] for key, arrow in arrows.items()}
            return frozenset(key for key, one in found.items() if one.hidden and one.cost is not None)

        totals = hidden(self.row_totals), hidden(self.column_totals)
        return Suppressed(hidden(self.cells), *totals, bool(hidden({"all": self.whole})))

    def ranges(self) -> dict[tuple[int, int], tuple[int, int | None]]:
        """Return the least and the greatest that each hidden cell can be."""
        # More than all numbers together flows only where nothing bounds it.
        most = sum(one.value for one in self.sums.arrows) + 1
        found: dict[tuple[int, int], tuple[int, int | None]] = {}
        for cell, arrow in self.cells.items():
            one = self.sums.arrows[arrow]
            if one.hidden:
                up = self.sums.room(arrow, UP, most)
                least = one.value - self.sums.room(arrow, DOWN, most)
                found[cell] = least, (None if up == most else one.value + up)
        return found


def _plain(value: int) -> int:
    """Return a whole number of another library, such as NumPy, as one of Python; all else as it is."""
    return index(value) if hasattr(value, "__index__") and not isinstance(value, bool) else value


def _check(cells: Sequence[Sequence[int]], totals: Collection[str]) -> None:
    for value in (value for row in cells for value in row):
        if type(value) is not int or value < 0:
            raise ValueError(
                worded("a count is a whole number, 0 at the least, not {value}", value=shown(value))
            )
    if len({len(row) for row in cells}) > 1:
        raise ValueError(worded("the rows of a table of counts are equally long"))
    for name in totals:
        if name not in TOTALS:
            raise ValueError(
                worded(
                    "a table of counts has totals of rows, columns and all, not of {value}", value=shown(name)
                )
            )
