"""The cells of a matrix of coverage in which nothing counts, each with what nearly fills it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

import attrs

from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing
from partnermodel.queries.cell_rows import of_cell
from partnermodel.queries.provisions import Provision, provisions
from partnermodel.queries.tally import DIMENSIONS, Values
from partnermodel.values.columns import column_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table

if TYPE_CHECKING:
    from partnermodel.queries.matrix import Coverage


@attrs.frozen
class Gap:
    """A cell of the matrix in which nothing counts.

    Attributes:
        cell: The values of the cell, in the order of the dimensions.
        nearly: Provisions that would fill it, were they further on, or were their place stated. With a
            `min_count` there are none here: how many they are would be a count as well.
    """

    cell: Values
    nearly: tuple[Provision, ...]


@attrs.frozen
class Gaps(Listing[Gap]):
    """The gaps of a matrix, in its order."""

    items: tuple[Gap, ...]
    coverage: Coverage = attrs.field(repr=False)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each gap, with what nearly fills it.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        matrix = self.coverage
        caption = saying("gaps-by", dimensions=matrix.dimensions)
        if matrix.min_count is not None:
            cells = tuple(matrix.names_of(gap.cell) for gap in self.items)
            return Sheet(caption, matrix.by, cells, matrix.notes).table(language)
        rows = tuple((*matrix.names_of(gap.cell), matrix.worded(gap.nearly, gap.cell)) for gap in self.items)
        return Sheet(caption, (*matrix.by, "nearly-covered"), rows, matrix.notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each gap, for machines: its dimensions, and the ids of what nearly fills it.

        With a `min_count` of the matrix it is the dimensions alone.
        """
        if self.coverage.min_count is not None:
            return rows_of(self.items, *of_cell(self.coverage.by))
        nearly = column_of("nearly", "ids", lambda one: dict.fromkeys(each.provision for each in one.nearly))
        return rows_of(self.items, *of_cell(self.coverage.by), nearly)


def in_cells(some: Iterable[Provision], by: tuple[str, ...]) -> dict[Values, tuple[Provision, ...]]:
    """Return some provisions cell by cell.

    Args:
        some: The provisions.
        by: The dimensions.
    """
    found: dict[Values, list[Provision]] = {}
    cell_of = attrgetter(*by)
    for provision in some:
        found.setdefault(cell_of(provision), []).append(provision)
    return {cell: tuple(inside) for cell, inside in found.items()}


def nearly_filled(
    model: PartnerModel, by: tuple[str, ...], groups: Collection[str], empty: Collection[Values]
) -> tuple[Gap, ...]:
    """Return cells in which nothing counts, each with what nearly fills it.

    Most provisions do so nowhere, and are not worked out for it.

    Args:
        model: The model.
        by: The dimensions.
        groups: The groups of the matrix.
        empty: The cells.
    """
    wanted = {*empty, *_unplaced(by, empty)}
    cell_of = itemgetter(*map(DIMENSIONS.index, by))
    return filled_by(provisions(model, groups, wanted=lambda spot: cell_of(spot) in wanted), by, empty)


def filled_by(some: Iterable[Provision], by: tuple[str, ...], empty: Collection[Values]) -> tuple[Gap, ...]:
    """Return cells in which nothing counts, each with those of some provisions that nearly fill it.

    Args:
        some: The provisions.
        by: The dimensions.
        empty: The cells.
    """
    unplaced = dict(zip(empty, _unplaced(by, empty), strict=True))
    wanted = unplaced.keys() | unplaced.values()
    cell_of = attrgetter(*by)
    near = in_cells((one for one in some if cell_of(one) in wanted), by)
    return tuple(
        [
            Gap(cell, near.get(cell, ()) if nowhere == cell else near.get(cell, ()) + near.get(nowhere, ()))
            for cell, nowhere in unplaced.items()
        ]
    )


def _unplaced(by: tuple[str, ...], cells: Iterable[Values]) -> list[Values]:
    """Return for each cell that of what has no place; the cell itself where places do not matter."""
    if "place" not in by:
        return list(cells)
    place = by.index("place")
    return [(*cell[:place], None, *cell[place + 1 :]) for cell in cells]
