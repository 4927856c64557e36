"""Cells of a matrix as rows for machines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from partnermodel.queries.provisions import Provision
from partnermodel.queries.tally import Values
from partnermodel.values.columns import Column, Field, column_of
from partnermodel.values.rows import Rows, typed_rows


def of_cell(by: Iterable[str]) -> tuple[Field, ...]:
    """Return a column for each dimension of what has a `cell`."""

    def at(place: int) -> Callable[[Any], object]:
        return lambda one: one.cell[place]

    return tuple(column_of(dimension, "text", at(place)) for place, dimension in enumerate(by))


def cell_rows(
    by: Iterable[str],
    order: Iterable[Values],
    cells: Mapping[Values, tuple[Provision, ...]],
    counts: Mapping[Values, int],
    counted: Collection[str],
) -> Rows:
    """Return a row for each cell: its dimensions, how many provisions count, which, and which do not.

    Args:
        by: The dimensions.
        order: The cells.
        cells: The provisions in them; in others there are none.
        counts: How many different ones count; in others none does.
        counted: The statuses that count.
    """
    found = []
    for cell in order:
        inside: dict[str, bool] = {}
        for one in cells.get(cell, ()):
            inside[one.provision] = inside.get(one.provision, False) or one.status in counted
        sides = ([id for id, counts_here in inside.items() if counts_here is side] for side in (True, False))
        found.append((*cell, counts.get(cell, 0), *sides))
    columns = [Column("count", "integer"), Column("counted", "ids"), Column("not_counted", "ids")]
    return typed_rows([*(Column(dimension, "text") for dimension in by), *columns], found)


def count_rows(
    by: Iterable[str],
    order: Iterable[Values],
    counts: Mapping[Values, int],
    suppressed: Collection[Values],
) -> Rows:
    """Return a row for each cell: its dimensions, how many provisions count, and whether that is suppressed.

    Args:
        by: The dimensions.
        order: The cells.
        counts: How many different ones count; in others none does, or it is suppressed.
        suppressed: The cells whose counts are suppressed, and not stated.
    """
    columns = [*(Column(dimension, "text") for dimension in by), Column("count", "integer")]
    return typed_rows(
        [*columns, Column("suppressed", "truth")],
        ((*cell, None if cell in suppressed else counts.get(cell, 0), cell in suppressed) for cell in order),
    )
