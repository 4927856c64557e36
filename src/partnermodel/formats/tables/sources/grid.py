"""What every source of tables is turned into: numbered rows of cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

import attrs

from partnermodel.errors import Issue

Cell = str | int | float | bool | datetime.date | datetime.datetime | None
"""What a cell holds; None when it is blank. A text is as it stands in the file, with its spaces."""


@attrs.define
class Findings:
    """What is noticed while rows are read; it is whole when all of them have been.

    Attributes:
        filled: How many cells have no value of their own, and were given that of the range that they are
            merged into.
        doubts: What a person should look at, such as a formula without its result.
    """

    filled: int = 0
    doubts: list[Issue] = attrs.Factory(list)


@attrs.frozen
class Grid:
    """The cells of one sheet, of one file without sheets, or of one frame.

    Attributes:
        source: What the file or frame is called in messages.
        sheet: The name of the sheet, or None where there are no sheets.
        rows: Each row with its number, as the program of the user shows it, from 1; blank rows are left
            out, and their numbers with them. Rows need not be equally long. They are read as they are
            asked for, and only once. While they are read, an `InvalidTableError` may say that the file
            is broken further on.
        named: Whether the first row holds the names of columns for certain, as it does for frames and
            JSON; in a sheet it may be anything. Where the names are no row of their own, as in frames and
            in JSON, that first row has the number 0.
        findings: What is noticed while the rows are read.
    """

    source: str
    sheet: str | None
    rows: Iterable[tuple[int, Sequence[Cell]]]
    named: bool = False
    findings: Findings = attrs.Factory(Findings)

    @property
    def filled(self) -> int:
        """How many cells were given the value of the range that they are merged into, so far."""
        return self.findings.filled

    @property
    def doubts(self) -> Sequence[Issue]:
        """What a person should look at, so far."""
        return self.findings.doubts
