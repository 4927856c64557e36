"""`read_table`: tables and a mapping into a model, with an account of what became of everything."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import attrs

from partnermodel.errors import BROKEN, InvalidTableError, Issue
from partnermodel.formats.tables.mappings.mapping import SheetMapping, TableMapping
from partnermodel.formats.tables.reading.account import Account
from partnermodel.formats.tables.reading.accounting import account_of
from partnermodel.formats.tables.reading.arguments import look_at_arguments
from partnermodel.formats.tables.reading.attempts import Attempt
from partnermodel.formats.tables.reading.choosing import chosen
from partnermodel.formats.tables.reading.doubts import seeming_totals
from partnermodel.formats.tables.reading.explaining import explain
from partnermodel.formats.tables.reading.faults import Fault
from partnermodel.formats.tables.reading.grounds import grounds_of, with_words_of
from partnermodel.formats.tables.reading.heads import Heads, heads_of
from partnermodel.formats.tables.reading.mending import BrokenRows, broken_rows, save_broken
from partnermodel.formats.tables.reading.plans import Planner, Work
from partnermodel.formats.tables.reading.registers import names_in
from partnermodel.formats.tables.reading.telling import issues_of
from partnermodel.formats.tables.reading.walking import Rows, Walk, header_of
from partnermodel.formats.tables.reading.whole import Whole
from partnermodel.formats.tables.sources.content import part_of
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.sources.opening import open_grids, tables_in
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.collector import collector_paused
from partnermodel.wording import worded

_READ = 0.6
"""What share of an import it takes to read the rows; the rest is to make records of them."""


@attrs.frozen
class Import:
    """What `read_table` returns.

    Attributes:
        model: The model of the rows that could be read.
        account: What became of every row, column and changed value.
        broken: The rows that could not be read, table by table; none unless they were collected.
        mapping: The mapping that was used.
    """

    model: PartnerModel
    account: Account
    broken: tuple[BrokenRows, ...]
    mapping: TableMapping

    def save_broken(self, path: str | os.PathLike[str], *, language: str = "en") -> tuple[Path, ...]:
        """Write the rows that could not be read as CSV, to be mended and read again.

        Beside them stands the mapping to read them with, under the same name with the ending `.toml`. The
        last column says what is wrong with a row. Of several tables, the second has `-2` in its name.

        Args:
            path: The CSV file to write.
            language: The language in which is said what is wrong: `en` or `ru`. Rows that were written in
                one language can be mended, read, and written again in another.

        Returns:
            The files that were written; none when no row is broken.

        Raises:
            OSError: A file cannot be written, or is there (`FileExistsError`) and was not written so.
            ValueError: The name ends in `.toml`, as that of the mapping does.
            UnknownTermError: The library does not speak the language.
        """
        return save_broken(self.broken, self.mapping, Path(path), language)


@door
def read_table(
    table: str | os.PathLike[str] | Any,
    mapping: TableMapping,
    *,
    on_error: str = "raise",
    into: PartnerModel | None = None,
    encoding: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Import:
    r"""Return the model that tables make, and an account of what became of everything in them.

    Args:
        table: The path of a file or of a folder of tables, a frame, or a list of several such. Or frames by
            their names, as `pandas.read_excel(path, sheet_name=None)` and `tables` return them: to the
            mapping, each is a sheet and a file of that name.
        mapping: What their rows and columns mean.
        on_error: What becomes of rows that cannot be read: `raise`, or `collect` to leave them out.
        into: A model that the records are added to: rows that mean one of its records are joined with it,
            and rows may refer to it. The name and the language are then those of the model, and its words
            stand beside those of the mapping.
        encoding: The encoding of text files; what the mapping says when it is not given.
        progress: Is called now and then with the share of the work that is done, from 0.0 to 1.0.

    Raises:
        OSError: A file cannot be read.
        InvalidTableError: A file is no table, the mapping does not fit it, or rows cannot be read; every
            fault is named, with its file, sheet, row and column.
        MissingExtraError: A package is needed that is not installed.
        TypeError: A table is neither a path nor a frame.
        ValueError: `on_error` is another word, or the mapping is none.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from partnermodel import FieldMapping, RecordMapping, TableMapping
        >>> record = RecordMapping("organisation", fields=[FieldMapping("name", columns=["Name"])])
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "town.csv")
        ...     _ = path.write_text("Name\nTown College\n", encoding="utf-8")
        ...     found = read_table(path, TableMapping("Town", sheets=[SheetMapping(records=[record])]))
        >>> list(found.model), found.account.unmapped
        (['town-college'], ())
    """
    look_at_arguments(mapping, on_error)
    with collector_paused():
        reading = Reading(table, mapping, into, encoding or mapping.encoding, progress or _untold)
        reading.walk()
        return reading.result(collect=on_error == "collect")


def _untold(share: float) -> None:
    """Tell nobody how far a reading is."""


class Reading:
    """Tables on their way to a model."""

    def __init__(
        self,
        table: Any,
        mapping: TableMapping,
        into: PartnerModel | None,
        encoding: str | None,
        progress: Callable[[float], None],
    ) -> None:
        self.mapping = mapping if into is None else with_words_of(mapping, into)
        self._tables = tables_in(table)
        self._into, self._encoding, self._progress = into, encoding, progress
        # How many of the grids are those of the model that is added to: of them nothing is accounted for.
        self.grounds = 0
        self.grids: list[Grid] = []
        self.sheets: list[SheetMapping] = []
        self.heads: list[Heads] = []
        self.works: list[Work] = []
        self.walks: list[Walk] = []
        self.rows = Rows()
        self.doubts: list[Issue] = []

    def _opened(self, progress: Callable[[float], None]) -> tuple[list[Grid], list[int | None], list[Issue]]:
        """Return the grids of all tables, the place of the mapping of each, and what is wrong about that."""
        found: list[Grid] = []
        for number, table in enumerate(self._tables):
            found += open_grids(
                table,
                encoding=self._encoding,
                delimiter=self.mapping.delimiter,
                progress=part_of(progress, number, len(self._tables)),
            )
        return found, *chosen(found, self.mapping)

    def _works(
        self, grids: Sequence[Grid], places: Sequence[int | None]
    ) -> Iterator[tuple[int, Grid, SheetMapping]]:
        """Yield the grids that are to be read, each with the rank and the mapping of its sheet."""
        for grid, sheet in grounds_of(self._into) if self._into is not None else ():
            yield -1, grid, sheet
        for grid, place_ in zip(grids, places, strict=True):
            if place_ is not None:
                yield place_, grid, self.mapping.sheets[place_]

    def walk(self) -> None:
        """Read all rows of all tables.

        Raises:
            InvalidTableError: The mapping does not fit them.
        """
        grids, places, issues = self._opened(lambda share: self._progress(_READ * share))
        faults = [issue for issue in issues if issue.severity == BROKEN]
        self.doubts += (issue for issue in issues if issue.severity != BROKEN)
        if not faults:
            for rank, grid, sheet in self._works(grids, places):
                faults += self._walk(rank, grid, sheet, quietly=bool(faults))
        if faults:
            raise InvalidTableError(self._heading(grids), faults)
        self._progress(_READ)

    def _walk(self, rank: int, grid: Grid, sheet: SheetMapping, *, quietly: bool) -> list[Issue]:
        """Read the rows of a grid; return what its mapping and its heads do not agree on."""
        header, rows, last = header_of(grid, sheet)
        heads = heads_of(header)
        planner = Planner(grid, len(self.grids), sheet, heads, self.mapping.vocabulary)
        work = planner.work(rank)
        if not planner.issues and not quietly:
            walk = Walk(sheet, heads, work, self.rows)
            walk.go(rows, last)
            self.doubts += grid.doubts
            self.grounds += rank < 0
            self.grids.append(grid)
            self.sheets.append(sheet)
            self.heads.append(heads)
            self.works.append(work)
            self.walks.append(walk)
        return planner.issues

    @staticmethod
    def _heading(grids: Sequence[Grid]) -> str:
        source = ", ".join(dict.fromkeys(grid.source for grid in grids))
        return worded("{source} cannot be read with this mapping:", source=source)

    def result(self, *, collect: bool) -> Import:
        """Return the model and the account.

        Raises:
            InvalidTableError: Rows cannot be read, and are not collected.
        """
        makers = [maker for work in self.works for maker in work.makers]
        faults = [Fault([row], column, refusal) for row, column, refusal in self.rows.refused]
        broken: set[int] = set()
        lost: set[str] = set()
        attempt = Attempt(self.mapping, makers, broken, lost)
        model = None if faults else attempt.model(self._tell)
        if model is None:
            # What is wrong with a row is said at once, also of one in which a cell could not be read.
            model = explain(attempt, faults)
        whole: Whole | None = None
        while model is None or faults:
            if not collect:
                self._refuse([*faults, *attempt.faults])
            if whole is None:
                unread = ((row, column) for row, column, _ in self.rows.refused)
                whole = Whole(attempt.joined, attempt.record, makers, unread)
            faults += attempt.faults
            broken.update(row for fault in faults for row in fault.positions)
            lost = names_in(makers, broken)
            attempt = Attempt(self.mapping, makers, broken, lost, whole)
            model = attempt.model(self._tell) or explain(attempt, [])
            if model is not None:
                break
        issues = [*issues_of(self, faults), *self.doubts, *seeming_totals(self, attempt)]
        account = account_of(self, model, attempt, broken, issues)
        found = broken_rows(self, broken, faults) if broken else ()
        self._progress(1.0)
        return Import(model, account, found, self.mapping)

    def _tell(self, share: float) -> None:
        self._progress(_READ + (1 - _READ) * share)

    def _refuse(self, faults: Sequence[Fault]) -> NoReturn:
        raise InvalidTableError(self._heading(self.grids[self.grounds :]), issues_of(self, faults))

    def grid_of(self, position: int) -> int:
        """Return the number of the grid of a row."""
        return bisect_right(self.rows.starts, position) - 1

    def cells(self, wanted: set[int]) -> dict[int, Sequence[Cell]]:
        """Return the cells of some rows, which are read once more."""
        found: dict[int, Sequence[Cell]] = {}
        grids, places, _ = self._opened(_untold)
        position = 0
        for _, grid, sheet in self._works(grids, places):
            _, rows, _ = header_of(grid, sheet)
            skip = frozenset(sheet.skip)
            for number, cells in rows:
                if number in skip or (sheet.until is not None and number > sheet.until):
                    continue
                if position in wanted:
                    found[position] = tuple(cells)
                position += 1
        return found
