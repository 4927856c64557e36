"""Files of Parquet and of Arrow into grids, a piece of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from partnermodel.formats.tables.sources.archives import damaged
from partnermodel.formats.tables.sources.content import Content, Progress, missing
from partnermodel.formats.tables.sources.frames import reader_grid
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.wording import worded


def columnar_grid(content: Content, kind: str, *, progress: Progress | None) -> Grid:
    """Return the grid of a file of Parquet or Arrow.

    Raises:
        InvalidTableError: It is broken.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise missing(worded("Parquet and Arrow"), "pyarrow", "arrow") from None
    file = content.open()
    try:
        names, total, batches = _opened(pyarrow, kind, file)
    except (pyarrow.ArrowException, OSError, ValueError):
        file.close()
        raise damaged(content) from None
    return reader_grid(content, names, _closing(file, batches), total, progress)


def _opened(pyarrow: Any, kind: str, file: BinaryIO) -> tuple[list[str], int, Iterator[Any]]:
    """Return the names of the columns, how many rows there are if that is known, and the batches."""
    if kind == "parquet":
        from pyarrow import parquet

        table = parquet.ParquetFile(file)
        return table.schema_arrow.names, table.metadata.num_rows, table.iter_batches()
    table = pyarrow.ipc.open_file(file)
    return table.schema.names, 0, map(table.get_batch, range(table.num_record_batches))


def _closing(file: BinaryIO, batches: Iterator[Any]) -> Iterator[Any]:
    with file:
        yield from batches
