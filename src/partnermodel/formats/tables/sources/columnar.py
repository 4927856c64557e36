"""Files of Parquet and of Arrow into grids, a piece of rows at a time."""

from __future__ import annotations

from typing import Any

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
    try:
        table: Any
        if kind == "parquet":
            import pyarrow.parquet

            table = pyarrow.parquet.ParquetFile(content.open())
            batches, names, total = table.iter_batches(), table.schema_arrow.names, table.metadata.num_rows
        else:
            table = pyarrow.ipc.open_file(content.open())
            batches = (table.get_batch(number) for number in range(table.num_record_batches))
            names, total = table.schema.names, 0
    except (pyarrow.ArrowException, OSError, ValueError):
        raise damaged(content) from None
    return reader_grid(content, names, batches, total, progress)
