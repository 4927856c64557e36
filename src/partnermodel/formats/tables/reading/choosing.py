"""Which mapping is for which sheet, and what is told of those that have none."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Sequence

import attrs

from partnermodel.errors import BROKEN, DOUBTFUL, Issue, did_you_mean
from partnermodel.formats.tables.mappings.mapping import TableMapping
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import folded, shown
from partnermodel.wording import worded


def chosen(grids: Sequence[Grid], mapping: TableMapping) -> tuple[list[int | None], list[Issue]]:
    """Return for each grid the place of its sheet mapping, or None; and what is wrong or doubtful about that.

    A grid without a mapping, and a mapping without a grid, are doubtful; to have no pair at all is broken.
    """
    found: list[int | None] = []
    issues: list[Issue] = []
    for grid in grids:
        fitting = _fitting(grid, mapping)
        if len(fitting) > 1:
            issues.append(_several(grid))
        elif not fitting:
            issues.append(_unmapped(grid))
        found.append(fitting[0] if fitting else None)
    for number, sheet in enumerate(mapping.sheets):
        if number not in found:
            issues.append(_unmatched(number, sheet.file, sheet.sheet, grids))
    if all(one is None for one in found):
        issues = [attrs.evolve(issue, severity=BROKEN) for issue in issues]
        if not mapping.sheets:
            message = worded("the mapping says of no sheet what its rows make")
            issues.append(Issue("unmatched-mapping", "$.sheets", "", message, worded("Add a sheet to it.")))
    return found, issues


def _fitting(grid: Grid, mapping: TableMapping) -> list[int]:
    """Return the mappings that fit a grid best: first those that name its sheet, then its file."""
    best: tuple[bool, bool] = (False, False)
    fitting: list[int] = []
    for number, sheet in enumerate(mapping.sheets):
        if not _fits_file(grid, sheet.file) or not _fits_sheet(grid, sheet.sheet):
            continue
        fit = sheet.sheet is not None, sheet.file is not None
        if not fitting or fit > best:
            best, fitting = fit, [number]
        elif fit == best:
            fitting.append(number)
    return fitting


def _fits_file(grid: Grid, pattern: str | None) -> bool:
    name = os.path.basename(grid.source)
    return pattern is None or fnmatch.fnmatchcase(name.casefold(), pattern.casefold())


def _fits_sheet(grid: Grid, name: str | None) -> bool:
    return name is None or (grid.sheet is not None and folded(grid.sheet) == folded(name))


def _several(grid: Grid) -> Issue:
    message = worded("two sheets of the mapping are for this table")
    hint = worded("Say in each, by file or sheet, what it is for.")
    return Issue("ambiguous-mapping", place(grid), "", message, hint)


def _unmapped(grid: Grid) -> Issue:
    message = worded("the mapping does not say what the rows of this table make")
    hint = worded("Add it to the mapping if its rows are wanted.")
    return Issue("unmapped-table", place(grid), "", message, hint, severity=DOUBTFUL)


def _unmatched(number: int, file: str | None, sheet: str | None, grids: Sequence[Grid]) -> Issue:
    value = sheet if sheet is not None else file
    names = [grid.sheet or "" for grid in grids] if sheet is not None else [grid.source for grid in grids]
    return Issue(
        "unmatched-mapping",
        f"$.sheets[{number}]",
        "" if value is None else shown(value),
        worded("no table is there that this is for"),
        did_you_mean(value or "", names)
        or worded("The tables are: {tables}.", tables=", ".join(str(place(grid)) for grid in grids) or "–"),
        severity=DOUBTFUL,
    )
