"""Numbers that a spreadsheet shows with zeros before them: identifiers, which are texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from partnermodel.formats.tables.sources.grid import Cell


class Padding:
    """Writes such numbers as they are shown, row by row."""

    def __init__(self, runs: Mapping[int, Sequence[Sequence[int]]]) -> None:
        """Take by column, from 1, the runs of rows: first row, last row, digits."""
        self._coming = {column - 1: list(reversed(found)) for column, found in runs.items()}

    def pad(self, number: int, cells: list[Cell]) -> None:
        """Write the numbers of a row, in its place; the rows come in their order."""
        for column, runs in self._coming.items():
            while runs and runs[-1][1] < number:
                runs.pop()
            if runs and runs[-1][0] <= number and column < len(cells):
                value = cells[column]
                if type(value) is int:
                    cells[column] = f"{value:0{runs[-1][2]}d}"
