"""Frames of pandas, polars, Arrow and others into grids: a piece of rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.sources.archives import damaged
from partnermodel.formats.tables.sources.cells import cell_of
from partnermodel.formats.tables.sources.content import Content, Progress, missing, refusal
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import worded

_STEP = 10_000

Names = tuple[str, str | None]
Piece = list[list[Any]]
"""The values of some rows, by column."""


def frame_grid(
    table: Any, *, source: str | None = None, sheet: str | None = None, progress: Progress | None = None
) -> Grid:
    """Return the grid of a frame.

    Args:
        table: A frame that narwhals knows, or anything with `__arrow_c_stream__`.
        source: What it is called in messages.
        sheet: The name under which it is given, if there is one.
        progress: Is called now and then while rows are read.

    Raises:
        TypeError: It is no frame, but a column, or something else.
        InvalidTableError: Two columns have the same name, or a cell holds what no cell can hold.
        MissingExtraError: narwhals, or pyarrow for a stream, is not installed.
    """
    name = worded("the frame") if source is None else source
    narwhals = _narwhals()
    frame = _known(narwhals, _with_index(table), name)
    if frame is None:
        if narwhals.dependencies.is_into_series(table):
            raise _one_column(table)
        if not hasattr(table, "__arrow_c_stream__"):
            sort = type(table).__name__
            raise TypeError(
                worded(
                    "{sort} is neither the path of a file nor a frame; give one of these, or a list of "
                    "several",
                    sort=sort,
                )
            )
        columns, pieces, total = _stream(table)
    else:
        columns, pieces, total = list(frame.columns), _pieces(frame), len(frame)
    return attrs.evolve(_grid(name, columns, pieces, total, progress), sheet=sheet)


def reader_grid(
    content: Content, columns: Sequence[str], batches: Iterable[Any], total: int, progress: Progress | None
) -> Grid:
    """Return the grid of batches of Arrow that are read from a file.

    Args:
        content: The file.
        columns: The names of the columns.
        batches: The batches.
        total: How many rows there are; 0 when that is not known.
        progress: Is called now and then while rows are read.

    Raises:
        InvalidTableError: Two columns have the same name; or, while rows are read, the file is broken.
    """
    return _grid(content.source, columns, _unbroken(content, _batches(batches)), total, progress)


def _unbroken(content: Content, pieces: Iterator[Piece]) -> Iterator[Piece]:
    import pyarrow

    try:
        yield from pieces
    except (pyarrow.ArrowException, OSError, ValueError):
        raise damaged(content) from None


def _grid(
    source: str, columns: Iterable[Any], pieces: Iterator[Piece], total: int, progress: Progress | None
) -> Grid:
    names = [_named(column) for column in columns]
    if twins := _twins(names, source):
        raise refusal(source, twins)
    return Grid(source, None, _rows((source, None), names, pieces, total, progress), named=True)


def _twins(names: list[str], source: str) -> list[Issue]:
    """Return an issue for each name that stands again."""
    return [
        Issue(
            "duplicate-column",
            place((source, None), column=name),
            shown(name),
            worded("two columns have the name {name}", name=shown(name)),
            worded("Rename one of them."),
        )
        for at, name in enumerate(names)
        if name in names[:at]
    ]


def is_path(table: Any) -> bool:
    """Return whether a table is given as the path of a file."""
    return isinstance(table, str | os.PathLike)


def _narwhals() -> Any:
    try:
        import narwhals
    except ImportError:
        raise missing(worded("Frames"), "narwhals", "tables") from None
    return narwhals


def _known(narwhals: Any, table: Any, source: str) -> Any:
    """Return a frame as narwhals sees it; None when it knows no such frame."""
    try:
        frame = narwhals.from_native(table)
    except TypeError:
        return None
    except narwhals.exceptions.DuplicateError:
        names = getattr(table, "column_names", table.columns)
        raise refusal(source, _twins([_named(name) for name in names], source)) from None
    return frame.collect() if isinstance(frame, narwhals.LazyFrame) else frame


def _one_column(table: Any) -> TypeError:
    return TypeError(
        worded(
            "{sort} is one column, and no frame; give its frame, or make one of it, as to_frame does",
            sort=type(table).__name__,
        )
    )


def _with_index(table: Any) -> Any:
    """Return a frame of pandas with its index as columns, when that has names: it would be lost otherwise."""
    names = getattr(getattr(table, "index", None), "names", None)
    if names is not None and any(name is not None for name in names) and hasattr(table, "reset_index"):
        try:
            return table.reset_index()
        except ValueError:  # the index has the name of a column, and says the same
            return table
    return table


def _named(name: Any) -> str:
    """Return the name of a column; one of several levels has them one after the other."""
    return " ".join(str(part) for part in name if str(part)) if isinstance(name, tuple) else str(name)


def _pieces(frame: Any) -> Iterator[Piece]:
    for start in range(0, len(frame), _STEP):
        piece = frame[start : start + _STEP]
        yield [piece.get_column(name).to_list() for name in frame.columns]


def _stream(table: Any) -> tuple[list[Any], Iterator[Piece], int]:
    try:
        import pyarrow
    except ImportError:
        raise missing(worded("Streams of Arrow"), "pyarrow", "arrow") from None
    try:
        reader = pyarrow.RecordBatchReader.from_stream(table)
    except pyarrow.ArrowInvalid:  # what it streams has no columns
        raise _one_column(table) from None
    return list(reader.schema.names), _batches(reader), 0


def _batches(reader: Iterable[Any]) -> Iterator[Piece]:
    for batch in reader:
        for start in range(0, batch.num_rows, _STEP):
            piece = batch.slice(start, _STEP)
            yield [column.to_pylist() for column in piece.columns]


def _rows(
    names: Names, columns: list[str], pieces: Iterator[Piece], total: int, progress: Progress | None
) -> Iterator[tuple[int, Sequence[Cell]]]:
    yield 0, columns
    number = 0
    for piece in pieces:
        cells = [_column(names, columns[at], values, number) for at, values in enumerate(piece)]
        for row in zip(*cells, strict=True):
            number += 1
            if any(cell is not None for cell in row):
                yield number, row
        if progress is not None and total:
            progress(number / total)


def _column(names: Names, column: str, values: list[Any], before: int) -> list[Cell]:
    try:
        return list(map(cell_of, values))
    except (TypeError, ValueError, OverflowError):
        issues = [
            _odd(names, column, value, before + at) for at, value in enumerate(values, 1) if _is_odd(value)
        ]
        raise refusal(names[0], issues) from None


def _is_odd(value: Any) -> bool:
    try:
        cell_of(value)
    except (TypeError, ValueError, OverflowError):
        return True
    return False


def _odd(names: Names, column: str, value: Any, row: int) -> Issue:
    sort = type(value).__name__
    message = worded("a cell cannot hold a value of the type {sort}", sort=sort)
    hint = worded("Turn it into a text, a number or a date.")
    return Issue("odd-value", place(names, row, column), sort, message, hint)
