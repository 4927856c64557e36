"""How the account of an import is drawn up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from partnermodel.errors import Issue
from partnermodel.formats.tables.cells.numbers import may_be_personal
from partnermodel.formats.tables.reading.account import Account, CellChange, ColumnUse, Joining, TableRows
from partnermodel.formats.tables.reading.attempts import Attempt
from partnermodel.formats.tables.reading.plans import REPORTED
from partnermodel.formats.tables.sources.places import place
from partnermodel.model.entities import ENTITY_CLASSES
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.text import folded

if TYPE_CHECKING:
    from partnermodel.formats.tables.reading.reading import Reading


def account_of(
    reading: Reading, model: PartnerModel, attempt: Attempt, broken: set[int], problems: Sequence[Issue]
) -> Account:
    """Return the account of a reading."""
    types = Counter(one.scheme for one in model.entities.values())
    counts = [(cls.scheme, types[cls.scheme]) for cls in ENTITY_CLASSES]
    counts.append((Relation.scheme, len(model.relations)))
    return Account(
        tuple(_rows(reading, broken)),
        tuple(_columns(reading)),
        tuple(_changes(reading)),
        tuple((type, count) for type, count in counts if count),
        tuple(_joinings(attempt)),
        tuple(problems),
    )


def _rows(reading: Reading, broken: set[int]) -> Iterator[TableRows]:
    rows = reading.rows
    ends = [*rows.starts[1:], len(rows.numbers)]
    for number, (grid, start, end) in enumerate(zip(reading.grids, rows.starts, ends, strict=True)):
        if number < reading.grounds:
            continue
        lost = sum(1 for position in broken if start <= position < end)
        idle = sum(1 for position in rows.idle if start <= position < end and position not in broken)
        void = sum(1 for position in rows.void if start <= position < end and position not in broken)
        idle -= void
        there = end - start
        blank, skipped = rows.blank[number] + void, rows.skipped[number]
        read = there + rows.blank[number] + skipped
        made = there - lost - idle - void
        yield TableRows(place(grid), read, made, idle, blank, skipped, lost, grid.filled)


def _columns(reading: Reading) -> Iterator[ColumnUse]:
    read = zip(reading.grids, reading.heads, reading.works, reading.walks, strict=True)
    for grid, heads, work, walk in islice(read, reading.grounds, None):
        width = max([len(heads.names), *(place_ + 1 for place_ in walk.filled)])
        for place_ in range(width):
            cells = walk.filled[place_]
            use = work.uses.get(place_, REPORTED)
            if use == REPORTED and not cells:
                continue
            yield ColumnUse(place(grid), heads.label(place_), use, cells)


def _changes(reading: Reading) -> Iterator[CellChange]:
    read = zip(reading.grids, reading.heads, reading.walks, strict=True)
    for grid, heads, walk in islice(read, reading.grounds, None):
        for change in sorted(walk.notes.times, key=lambda change: (change.column, change.how)):
            before, after = walk.notes.examples[change]
            if may_be_personal(before):
                before = after = ""
            times = walk.notes.times[change]
            yield CellChange(place(grid), heads.label(change.column), change.how, times, before, after)


def _joinings(attempt: Attempt) -> Iterator[Joining]:
    found: list[Joining] = []
    for group, merged in attempt.merged:
        if merged.others:
            found.append(Joining(group.id, "renamed", merged.others))
        if merged.spellings:
            found.append(Joining(group.id, "respelled", merged.spellings))
    for some in attempt.joined.apart.values():
        for group in some:
            others = tuple(sorted(other.id for other in some if other is not group))
            found.append(Joining(group.id, "apart", others))
    for group in attempt.joined.suffixed:
        found.append(Joining(group.id, "suffixed"))
    for group in attempt.joined.groups:
        lists = [node for node in group.nodes if node.maker.record.each is not None]
        if lists:
            names = {node.name for node in lists if node.name is not None}
            only = len(lists) == len(group.nodes)
            told = tuple(sorted(names, key=lambda name: (folded(name), name)))
            found.append(Joining(group.id, "listed-only" if only else "listed", told))
    yield from sorted(found, key=lambda joining: (joining.how, joining.id, joining.names))
