"""Cells that are longer than Python's module for CSV lets them be, up to a bound of our own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from partnermodel.formats.tables.sources.decoding import CHUNK, LONGEST_LINE

LONGEST_CELL = LONGEST_LINE + 2 * CHUNK
"""The most characters of a cell: more than a line can have, so that only one with line ends can reach it."""

_lock = RLock()


@contextmanager
def long_cells() -> Iterator[None]:
    """Let the module for CSV read cells of up to `LONGEST_CELL` characters, and then as many as before.

    Its bound is one for the whole process: what else reads CSV there must find it as it was, and may have
    lifted it further than is good for us.
    """
    with _lock:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def with_long_cells(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield rows as they are read, each of which may have cells of up to `LONGEST_CELL` characters."""
    while True:
        with long_cells():
            row = next(rows, None)
        if row is None:
            return
        yield row


def are_unbounded() -> bool:
    """Return whether the module for CSV would read longer cells than `LONGEST_CELL`."""
    return csv.field_size_limit() > LONGEST_CELL
