"""Rows that could not be read, as a file to mend and to read again."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from partnermodel.formats.files import write_atomically
from partnermodel.formats.tables.cells.numbers import text_of
from partnermodel.formats.tables.mappings.mapping import SheetMapping, TableMapping
from partnermodel.formats.tables.mappings.mapping_files import mapping_text
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.formats.tables.sources.places import place
from partnermodel.language.retelling import retold
from partnermodel.language.speech import TONGUES, Speech, speech
from partnermodel.values.delimited import BYTE_ORDER_MARK, delimited_text, guarded, harmless
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.formats.tables.reading.faults import Fault
    from partnermodel.formats.tables.reading.reading import Reading

_LOOKED_AT = 1 << 20


@attrs.frozen
class BrokenRows:
    """The rows of one table that could not be read.

    Attributes:
        table: What the table is called.
        sheet: The mapping of its sheet.
        heads: The heads of its columns, by which a mapping can name them.
        rows: The number of each row, its cells, and what is wrong with it.
    """

    table: str
    sheet: SheetMapping
    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...], str], ...]

    def __len__(self) -> int:
        return len(self.rows)


def broken_rows(reading: Reading, broken: set[int], faults: Sequence[Fault]) -> tuple[BrokenRows, ...]:
    """Return the broken rows of each table that has any."""
    cells = reading.cells(broken)
    why: dict[int, dict[str, None]] = {}
    for fault in faults:
        for position in fault.positions:
            grid = reading.grid_of(position)
            message: str = fault.refusal.message
            if fault.column is not None:
                label = reading.heads[grid].label(fault.column)
                message = worded("{column}: {message}", column=label, message=message)
            why.setdefault(position, {})[message] = None
    found = []
    for number, grid_ in enumerate(reading.grids):
        rows = tuple(
            (reading.rows.numbers[position], tuple(cells[position]), reduce(_and, why[position]))
            for position in sorted(broken)
            if reading.grid_of(position) == number
        )
        if rows:
            heads = reading.heads[number]
            width = max(len(heads.names), *(len(row) for _, row, _ in rows))
            labels = tuple(heads.label(column) for column in range(width))
            one = BrokenRows(str(place(grid_)), reading.sheets[number], labels, rows)
            found.append(_without_old_faults(one) if _were_broken_before(one) else one)
    return tuple(found)


def _and(some: str, more: str) -> str:
    return worded("{some}; {more}", some=some, more=more)


def _head(spoken: Speech) -> str:
    """Return the head of the column that says what is wrong with a row."""
    return spoken.say("broken-rows-head")


@cache
def _heads() -> frozenset[str]:
    """Return that head in every language: rows may be mended in one, and written again in another."""
    return frozenset(_head(Speech(tongue)) for tongue in TONGUES.values())


def _were_broken_before(rows: BrokenRows) -> bool:
    return not _heads().isdisjoint(rows.sheet.drop)


def _without_old_faults(broken: BrokenRows) -> BrokenRows:
    """Return rows that were broken before and were not mended well, without what was wrong with them then."""
    kept = [column for column, head in enumerate(broken.heads) if head not in _heads()]
    rows = [
        (number, tuple(cells[column] for column in kept if column < len(cells)), why)
        for number, cells, why in broken.rows
    ]
    return attrs.evolve(broken, heads=tuple(broken.heads[column] for column in kept), rows=tuple(rows))


def save_broken(
    broken: Sequence[BrokenRows], mapping: TableMapping, path: Path, language: str
) -> tuple[Path, ...]:
    """Write the broken rows as CSV files, and the mapping to read them with; return the files.

    Raises:
        UnknownTermError: The library does not speak the language.
        OSError: A file cannot be written, or is there and was not written so. Then none is written.
        ValueError: The files would have the name of the mapping.
    """
    spoken = speech(language)
    beside = path.with_suffix(".toml")
    if path.suffix.lower() == beside.suffix:
        raise ValueError(
            worded(
                "{file} is the name of a mapping; give a name for rows, such as {other}.",
                file=shown(path.name),
                other=shown(path.with_suffix(".csv").name),
            )
        )
    targets = [path.with_stem(f"{path.stem}-{number}") for number in range(2, len(broken) + 1)]
    files: dict[Path, list[bytes]] = {}
    sheets: list[SheetMapping] = []
    for target, rows in zip([path, *targets], broken, strict=False):
        files[target] = [BYTE_ORDER_MARK, delimited_text(_lines(rows, spoken), ";").encode()]
        sheets.append(_again(rows.sheet, target.name, _head(spoken)))
    if files:
        again = attrs.evolve(mapping, sheets=sheets, encoding="utf-8", delimiter=None)
        files[beside] = [mapping_text(again).encode()]
    for file in files:
        _refuse_what_is_not_ours(file)
    for file, pieces in files.items():
        write_atomically(file, pieces)
    return tuple(files)


def _refuse_what_is_not_ours(path: Path) -> None:
    """Refuse to replace a file that holds something, and is neither broken rows nor a mapping for such."""
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOKED_AT)
    except FileNotFoundError:
        return
    if begin.strip() and not any(head.encode() in begin for head in _heads()):
        message = worded("what is there was not written with broken rows; write elsewhere, or move it away")
        raise OSError(errno.EEXIST, message, str(path))


def _again(sheet: SheetMapping, file: str, head: str) -> SheetMapping:
    """Return the mapping of a sheet for the file of its broken rows."""
    records = [
        attrs.evolve(
            record,
            fields=[attrs.evolve(field, guarded=True) if field.columns else field for field in record.fields],
        )
        for record in sheet.records
    ]
    return attrs.evolve(
        sheet,
        file=file,
        sheet=None,
        header=1,
        header_rows=1,
        skip=(),
        until=None,
        drop=[*(other for other in sheet.drop if other not in _heads()), head],
        records=records,
    )


def _lines(rows: BrokenRows, spoken: Speech) -> Iterator[list[str]]:
    # A mapping finds a head with an apostrophe before it, too: quotation marks are nothing in a name.
    yield [*map(harmless, rows.heads), _head(spoken)]
    # In rows that were written so before, what begins with an apostrophe has the one that is wanted.
    safe = harmless if _were_broken_before(rows) else guarded
    for _, cells, why in rows.rows:
        row = [safe(text_of(cell, rows.sheet.decimal)) for cell in cells]
        yield [*row, *([""] * (len(rows.heads) - len(row))), harmless(retold(why, language=spoken.language))]
