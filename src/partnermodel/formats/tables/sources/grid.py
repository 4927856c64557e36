"""What every source of tables is turned into: numbered rows of cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

import attrs

Cell = str | int | float | bool | datetime.date | datetime.datetime | None
"""What a cell holds; None when it is blank. A text is as it stands in the file, with its spaces."""


@attrs.frozen
class Grid:
    """The cells of one sheet, of one file without sheets, or of one frame.

    Attributes:
        source: What the file or frame is called in messages.
        sheet: The name of the sheet, or None where there are no sheets.
        rows: Each row with its number, as the program of the user shows it, from 1; blank rows are left
            out, and their numbers with them. Rows need not be equally long. They are read as they are
            asked for, and only once.
        named: Whether the first row holds the names of columns for certain, as it does for frames and
            JSON; in a sheet it may be anything.
    """

    source: str
    sheet: str | None
    rows: Iterable[tuple[int, Sequence[Cell]]]
    named: bool = False
