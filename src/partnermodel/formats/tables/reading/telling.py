"""What is wrong with rows, as issues: what is wrong in the same way in many rows is said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.cells.numbers import may_be_personal, text_of
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import one_by_one, worded

if TYPE_CHECKING:
    from partnermodel.formats.tables.reading.faults import Fault
    from partnermodel.formats.tables.reading.reading import Reading
    from partnermodel.formats.tables.sources.grid import Cell

_NAMED = 3
"""So many more rows are named in a message; the others are counted there, and all stand in `also`."""


def issues_of(reading: Reading, faults: Sequence[Fault]) -> list[Issue]:
    """Return faults as issues, in the order of the rows in which they are met first.

    Faults of one column that say the same of the same value are one issue. Its path is that of the first
    row, and `also` has the paths of all others.
    """
    ordered = sorted(
        faults, key=lambda fault: (fault.positions[0], -1 if fault.column is None else fault.column)
    )
    cells = reading.cells({fault.positions[0] for fault in ordered})
    found: dict[Issue, dict[tuple[int, int | None], None]] = {}
    for fault in ordered:
        spots = found.setdefault(_issue(reading, fault, cells), {})
        spots.update(((position, fault.column), None) for position in fault.positions)
    return [_placed(reading, issue, list(spots)) for issue, spots in found.items()]


def _issue(reading: Reading, fault: Fault, cells: Mapping[int, Sequence[Cell]]) -> Issue:
    """Return what is wrong, with the column as its path, and without a row."""
    position = fault.positions[0]
    grid = reading.grid_of(position)
    row = cells.get(position, ())
    value = ""
    if fault.column is not None and not fault.silent and fault.column < len(row):
        text = text_of(row[fault.column])
        value = shown(text) if text and not may_be_personal(text) else ""
    message = fault.refusal.message
    if may_be_personal(message):
        message = worded("what stands there cannot be read, and may hold a natural person's number")
    if fault.against is not None:
        message = _with_row(reading, message, fault.against, grid)
    column = None if fault.column is None else reading.heads[grid].column(fault.column)
    path = place(reading.grids[grid], None, column)
    return Issue(fault.refusal.code, path, value, message, fault.refusal.hint, records=fault.records)


def _with_row(reading: Reading, message: str, position: int, grid: int) -> str:
    """Return a message with the row that it speaks of, and its table if it is another one."""
    row, there = reading.rows.numbers[position], reading.grid_of(position)
    if there == grid:
        return worded("{message} (row {row})", message=message, row=row)
    return worded("{message} ({place})", message=message, place=place(reading.grids[there], row))


def _placed(reading: Reading, issue: Issue, spots: Sequence[tuple[int, int | None]]) -> Issue:
    """Return an issue with the places in which it is met: the first is its path, the others are beside it."""
    path, *also = (_place(reading, *spot) for spot in spots)
    if not also:
        return attrs.evolve(issue, path=path)
    numbers = [reading.rows.numbers[position] for position, _ in spots[1:]]
    message, more = issue.message, len(numbers) - _NAMED
    if len({reading.grid_of(position) for position, _ in spots}) > 1:
        message = worded("{message}; so in {more} more rows", message=message, more=len(numbers))
    elif len(numbers) == 1:
        message = worded("{message}; the same in row {row}", message=message, row=numbers[0])
    elif more <= 1:  # one row more is named rather than counted
        message = worded(
            "{message}; the same in rows {rows}", message=message, rows=one_by_one(map(str, numbers))
        )
    else:
        rows = one_by_one(map(str, numbers[:_NAMED]))
        message = worded(
            "{message}; the same in rows {rows}, and in {more} more", message=message, rows=rows, more=more
        )
    return attrs.evolve(issue, path=path, message=message, also=tuple(also))


def _place(reading: Reading, position: int, column: int | None) -> str:
    grid = reading.grid_of(position)
    name = None if column is None else reading.heads[grid].column(column)
    return place(reading.grids[grid], reading.rows.numbers[position], name)
