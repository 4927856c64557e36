"""What the commands print: plain text that any encoding, any pipe and any terminal survives."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, TextIO

import click

# What moves a cursor, rings a bell, or turns the direction of what follows. No model holds any of it,
# but an argument may, and a description may have line feeds.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def escaped(text: str) -> str:
    r"""Return a text as one line in which nothing acts on a terminal.

    Example:
        >>> escaped("a\x1b[31mb\nc")
        'a\\x1b[31mb\\nc'
    """
    return _UNPRINTABLE.sub(lambda found: repr(found[0])[1:-1], text)


def prepare() -> None:
    """Let what the encoding of a stream does not have be written as an escape, not end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines on standard output."""
    _print("\n".join(map(escaped, lines)))


def say_table(table: Any) -> None:
    """Print a `values.table.Table`, a row a line, whatever is in its cells."""
    import attrs

    plain = attrs.evolve(
        table,
        caption=escaped(table.caption),
        columns=tuple(map(escaped, table.columns)),
        rows=tuple(tuple(escaped(str(cell)) for cell in row) for row in table.rows),
        notes=tuple(map(escaped, table.notes)),
    )
    _print(str(plain))


def say_json(value: object) -> None:
    """Print JSON in ASCII, so that it is the same bytes in every encoding."""
    import json

    _print(json.dumps(value, indent=2))


def _print(text: str) -> None:
    # The stream is named, or click would put one in UTF-8 in the place of one in ASCII.
    click.echo(text, file=sys.stdout)


def complain(*lines: str) -> None:
    """Print lines on standard error; when nobody can read them, that is no fault of its own."""
    try:
        click.echo("\n".join(map(escaped, lines)), file=sys.stderr)
    except OSError:
        abandon(sys.stderr)


def flush() -> None:
    """Hand over all that was printed, so that whoever does not take it is known in time."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon(stream: TextIO) -> None:
    """Let what is still to be printed go nowhere, or Python would try again at the very end."""
    with suppress(OSError, ValueError):  # a stream without a file has nothing to try
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
