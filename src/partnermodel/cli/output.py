"""What the commands print: plain text that any encoding, any pipe and any terminal survives."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from typing import Any, TextIO

# What moves a cursor, rings a bell, or turns the direction of what follows. No model holds any of it,
# but an argument may, and a description may have line feeds.
_UNPRINTABLE = {
    number: repr(chr(number))[1:-1]
    for first, last in ((0, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069), (0xFEFF, 0xFEFF))
    for number in range(first, last + 1)
}

# What needs no quotation marks in a command, beside letters and digits, whatever the shell.
_PLAIN = frozenset("_-./:+@" if os.sep == "/" else "_-./:+@\\")


def escaped(text: str) -> str:
    r"""Return a text as one line in which nothing acts on a terminal.

    Example:
        >>> escaped("a\x1b[31mb\nc")
        'a\\x1b[31mb\\nc'
    """
    return text.translate(_UNPRINTABLE)


def typed(name: str) -> str:
    """Return the name of a file as it is typed in a command, in any shell: in quotation marks if need be.

    Example:
        >>> typed("town.json"), typed("our town.json")
        ('town.json', '"our town.json"')
    """
    text = escaped(name)
    if text.startswith("-") and text != "-":  # else it would be an option
        text = f"./{text}"
    if all(one.isalnum() or one in _PLAIN for one in text):
        return text
    if any(one in text for one in '"$`!%') or ("\\" in text and os.sep == "/"):
        import shlex

        return shlex.quote(text)
    return f'"{text}"'


def prepare() -> None:
    """Let what the encoding of a stream does not have be written as an escape, not end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines on standard output."""
    say_text("\n".join(map(escaped, lines)))


def say_text(text: str) -> None:
    """Print a text on standard output, in which nothing can act on a terminal."""
    _write(text, sys.stdout)


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
    say_text(str(plain))


def say_json(value: object) -> None:
    """Print JSON in ASCII, so that it is the same bytes in every encoding."""
    import json

    say_text(json.dumps(value, indent=2))


def say_file(text: str) -> None:
    """Print what a file may hold: in UTF-8 unless somebody looks at it, whatever the system writes else."""
    if sys.stdout is None or sys.stdout.isatty():
        say_text(text)
        return
    import click

    click.echo(f"{text}\n".encode(), nl=False)


def complain(*lines: str) -> None:
    """Print lines on standard error; when nobody can read them, that is no fault of its own."""
    try:
        _write("\n".join(map(escaped, lines)), sys.stderr)
    except OSError:
        abandon(sys.stderr)


def _write(text: str, stream: TextIO | None) -> None:
    """Hand a text to a stream at once, so that what is said on two streams keeps its order."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def flush() -> None:
    """Hand over all that was printed, so that whoever does not take it is known in time."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon(stream: TextIO) -> None:
    """Let what is still to be printed go nowhere, or Python would try again at the very end."""
    from contextlib import suppress  # which takes longer to load than all of this

    with suppress(OSError, ValueError):  # a stream without a file has nothing to try
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
