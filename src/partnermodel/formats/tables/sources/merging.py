"""The value of a merged range, which a spreadsheet keeps in one cell only, in every cell of it."""

from __future__ import annotations

from partnermodel.formats.tables.sources.grid import Cell

Ranges = list[tuple[int, int, int, int]]


class Filling:
    """Fills merged ranges row by row.

    A row that has nothing of its own stays blank: who merges a cell over five rows to make it tall has
    written one row.
    """

    def __init__(self, ranges: Ranges, width: int) -> None:
        """Take the ranges, each as first row, first column, last row, last column, from 1."""
        self.filled = 0
        self._width = width
        self._coming = sorted(ranges, reverse=True)
        self._open: list[tuple[tuple[int, int, int, int], Cell]] = []

    def fill(self, number: int, cells: list[Cell]) -> list[Cell]:
        """Return the cells of a row with what is merged into them; the rows come in their order.

        Raises:
            ValueError: Ranges overlap, as no program lets them.
        """
        if not self._coming and not self._open:
            return cells
        own = any(cell is not None for cell in cells)
        while self._coming and self._coming[-1][0] <= number:
            one = self._coming.pop()
            value = cells[one[1] - 1] if one[0] == number and one[1] <= len(cells) else None
            if value is not None:
                self._open.append((one, value))
        self._open = [(one, value) for one, value in self._open if one[2] >= number]
        if len(self._open) > self._width:
            raise ValueError(number)
        if own:
            for (_, first, _, last), value in self._open:
                for column in range(first - 1, min(last, len(cells))):
                    if cells[column] is None:
                        cells[column] = value
                        self.filled += 1
        return cells
