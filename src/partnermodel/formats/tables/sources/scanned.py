"""What is known of a sheet before its values are read: how large it is, and what its values hide."""

from __future__ import annotations

import attrs

from partnermodel.errors import DOUBTFUL, Issue
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import worded

MOST_CELLS = 1 << 25
"""The most cells of a sheet that is read, blank ones among them: all rows that Excel has, by 32."""

_MOST_MERGED = 1 << 19

_SAID = 100
"""A thousand cells with the same fault have one cause."""


@attrs.define
class Scan:
    """What is known of a sheet.

    Attributes:
        top: The first row that holds something, from 1; 0 where nothing does.
        bottom: The last one.
        left: The first column that holds something.
        right: The last one.
        merged: The merged ranges: first row, first column, last row, last column.
        errors: Cells that hold an error, with it: row, column, text.
        formulas: Cells that hold a formula without its result.
        padded: By column, runs of rows whose numbers are shown with zeros before them, and how many digits:
            an identifier that is kept as a number.
        more: How many errors and formulas there are beyond those.
    """

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0
    merged: list[tuple[int, int, int, int]] = attrs.Factory(list)
    errors: list[tuple[int, int, str]] = attrs.Factory(list)
    formulas: list[tuple[int, int]] = attrs.Factory(list)
    padded: dict[int, list[list[int]]] = attrs.Factory(dict)
    more: int = 0

    @property
    def cells(self) -> int:
        """How many cells there are between the first and the last."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def holds(self, row: int, column: int) -> None:
        """Take note that a cell holds something."""
        if self.top == 0:
            self.top, self.bottom, self.left, self.right = row, row, column, column
            return
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Take note of a merged range.

        Raises:
            ValueError: There are more than any person merges.
        """
        if len(self.merged) >= _MOST_MERGED:
            raise ValueError(len(self.merged))
        self.merged.append((top, left, bottom, right))

    def error(self, row: int, column: int, text: str) -> None:
        """Take note of a cell that holds an error."""
        if len(self.errors) < _SAID:
            self.errors.append((row, column, text))
        else:
            self.more += 1

    def formula(self, row: int, column: int) -> None:
        """Take note of a formula without its result."""
        if len(self.formulas) < _SAID:
            self.formulas.append((row, column))
        else:
            self.more += 1

    def pad(self, row: int, column: int, digits: int) -> None:
        """Take note of a number that is shown with zeros before it; the rows come in their order."""
        runs = self.padded.setdefault(column, [])
        if runs and runs[-1][1] == row - 1 and runs[-1][2] == digits:
            runs[-1][1] = row
        else:
            runs.append([row, row, digits])

    def doubts(self, names: tuple[str, str | None]) -> list[Issue]:
        """Return what a person should look at."""
        found = [
            Issue(
                "error-cell",
                place(names, row, column),
                shown(text),
                worded("the cell holds the error {text}, and is read as blank", text=shown(text)),
                worded("Mend its formula, or write what it should say."),
                severity=DOUBTFUL,
            )
            for row, column, text in self.errors
        ]
        found += [
            Issue(
                "formula-without-result",
                place(names, row, column),
                "",
                worded("the cell holds a formula without its result, and is read as blank"),
                worded("Open the file in a spreadsheet program, let it reckon, and save it."),
                severity=DOUBTFUL,
            )
            for row, column in self.formulas
        ]
        if self.more:
            message = worded("{count} more cells are read as blank for such reasons", count=self.more)
            found.append(Issue("error-cell", place(names), "", message, "", severity=DOUBTFUL))
        return found
