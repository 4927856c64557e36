"""The columns of a sheet nobody has described: where the header is, and what stands below each head."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby, islice
from operator import itemgetter

import attrs

from partnermodel.formats.tables.cells.numbers import is_valid
from partnermodel.formats.tables.reading.heads import heads_of
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.suggesting.footers import Footer, footer_of
from partnermodel.formats.tables.suggesting.heads import meaning_of
from partnermodel.values.identifiers import SCHEMES
from partnermodel.values.text import compiled

SAMPLE = 5000
"""So many rows of a sheet are looked at."""

_HIGHEST = 30  # no header stands below this row of those that say something


@attrs.frozen
class Column:
    """A column of a sheet, as far as the sample shows it.

    Attributes:
        head: Its head; of a header of several rows, what they say, with ` / ` between.
        cells: What stands below, row by row; an empty text where nothing does.
        named: Whether the head is its own, and not the letters of its place.
    """

    head: str
    cells: tuple[str, ...]
    named: bool = True

    @property
    def stated(self) -> list[str]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell]

    @property
    def counted(self) -> Counter[str]:
        """How often each different text stands there."""
        return Counter(self.stated)

    def share(self, fits: re.Pattern[str] | str) -> float:
        """Return the share of the cells that say something which fit a pattern from end to end."""
        pattern = re.compile(fits)
        return self.that(lambda cell: pattern.fullmatch(cell) is not None)

    def identifies(self, scheme: str) -> float:
        """Return the share of the cells that are identifiers of a scheme, its check digits and all."""
        pattern = compiled(SCHEMES[scheme].pattern)

        def fits(cell: str) -> bool:
            digits = cell.removesuffix(".0")
            return pattern.match(digits) is not None and is_valid(scheme, digits)

        return self.that(fits)

    def that(self, fits: Callable[[str], bool]) -> float:
        """Return the share of the cells that say something of which a test is true."""
        counted = self.counted
        found = sum(times for cell, times in counted.items() if fits(cell))
        return found / counted.total() if counted else 0.0


@attrs.frozen
class Sample:
    """The beginning of a sheet.

    Attributes:
        grid: Its grid, whose rows are read.
        header: The number of the first row of the header.
        header_rows: How many rows the header takes.
        columns: Its columns, from the left.
        rows: How many rows below the header were looked at, but for those that are no records.
        footer: Which rows are no records.
    """

    grid: Grid
    header: int
    header_rows: int
    columns: tuple[Column, ...]
    rows: int
    footer: Footer = attrs.field(factory=Footer)


def sampled(grid: Grid) -> Sample | None:
    """Return the beginning of a sheet; None when nothing stands in it."""
    cells = [(number, list(row)) for number, row in islice(iter(grid.rows), SAMPLE)]
    if not cells:
        return None
    width = max(len(row) for _, row in cells)
    rows = [[*map(_text, row), *[""] * (width - len(row))] for _, row in cells]
    first, last = (0, 0) if grid.named else _header(rows)
    heads = heads_of([row for _, row in cells[first : last + 1]])
    numbered = [(number, row) for (number, _), row in zip(cells[last + 1 :], rows[last + 1 :], strict=True)]
    names = [heads.names[place] or "" if place < len(heads.names) else "" for place in range(width)]
    footer = Footer() if grid.named else footer_of(numbered, names, whole=len(cells) < SAMPLE)
    below = [row for number, row in numbered if footer.has(number)]
    columns = []
    for place in range(width):
        named = place < len(heads.names) and heads.names[place] is not None
        stands = tuple(row[place] for row in below)
        if named or any(stands):
            columns.append(Column(heads.label(place), stands, named))
    return Sample(grid, max(cells[first][0], 1), last - first + 1, tuple(columns), len(below), footer)


def _text(cell: Cell) -> str:
    """Return a cell as a text without needless spaces; a day as in ISO 8601."""
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    lines = "" if cell is None else str(cell)
    return "\n".join(line for part in lines.splitlines() if (line := " ".join(part.split())))


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return the places of the first and the last row of the header.

    A header has words in it that heads are made of, fills most columns, and says nothing twice. A row
    below it belongs to it when it only refines what a merged head says, and holds no data.
    """
    filled = max(sum(map(bool, cells)) for cells in rows)
    best = max(range(min(len(rows), _HIGHEST)), key=lambda place: (_likeness(rows[place], filled), -place))
    while best > 0 and _refines(rows[best - 1], rows[best]):
        best -= 1
    last = best
    while last + 1 < len(rows) and last - best < 2 and _refines(rows[last], rows[last + 1]):
        last += 1
    return best, last


def _likeness(cells: Sequence[str], filled: int) -> float:
    stated = [cell for cell in cells if cell]
    known = sum(meaning_of(cell) is not None and len(cell) < 80 for cell in set(stated))
    words = sum(any(map(str.isalpha, cell)) for cell in stated)
    return 2 * known / filled + words / filled - (0.5 if len(stated) < filled / 2 else 0)


def _refines(above: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a row is the lower part of a header: it tells apart what a wide head is above.

    What reaches over all columns is no head but a title.
    """
    wide = False
    if len({cell for cell in above if cell}) == 1:
        return False
    for head, group in groupby(zip(_spread(above), below, strict=True), key=itemgetter(0)):
        parts = [part for _, part in group]
        if len(parts) > 1:
            wide = True
            if not all(parts):
                return False
        elif parts[0] not in ("", head):
            return False
    return wide


def _spread(cells: Sequence[str]) -> list[str]:
    """Return a row of a header in which a head reaches as far as the next one, as it is read."""
    spread: list[str] = []
    for cell in cells:
        spread.append(cell or (spread[-1] if spread else ""))
    return spread
