"""How a command writes a file: whole or not at all, and over nothing but a file of the same sort."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from partnermodel.cli.guard import CommandError
from partnermodel.cli.reading import DASH, called, reason_of
from partnermodel.wording import Worded, worded

NO_PAGE = worded("no page or picture")
NO_MODEL = worded("no model")
NOT_EMPTY = worded("not empty")
NOT_TABLES = worded("not tables that were written with their mapping")


def refuse_to_overwrite(file: str, output: str, *marks: bytes, sort: Worded = NO_PAGE) -> None:
    """Refuse to write where something else is: the input above all, in whatever disguise.

    Standard output is nobody's file.

    Args:
        file: The file that is read.
        output: The file that is to be written.
        *marks: What a file that may be replaced has in it, near its beginning, in small letters: any of
            them. Without one, no file that holds anything is replaced.
        sort: What is said of a file that is another one.

    Raises:
        CommandError: There is something that must not be replaced.
    """
    if output == DASH:
        return
    target = Path(output)
    try:
        there = target.stat()
        same = file != DASH and target.samefile(file)
        begin = b""
        if stat.S_ISREG(there.st_mode) and not same:
            with target.open("rb") as stream:
                begin = stream.read(1000)
    except FileNotFoundError:
        return
    except OSError as error:
        raise not_written(output, error) from error
    if same:
        message = worded("Error: {file} is the file that is read; write elsewhere.", file=called(output))
        raise CommandError([message])
    if not stat.S_ISREG(there.st_mode):
        message = worded("Error: {file} is not a file that can be replaced.", file=called(output))
        raise CommandError([message])
    if begin.strip() and not any(mark in begin.lower() for mark in marks):
        message = worded(
            "Error: {file} is there, and is {sort}; it is not overwritten.", file=called(output), sort=sort
        )
        raise CommandError([message])


def not_written(output: str, error: OSError) -> CommandError:
    """Return the error that a file cannot be written."""
    reason = reason_of(error)
    return CommandError(
        [worded("Error: {file} cannot be written: {reason}.", file=called(output), reason=reason)]
    )


@contextmanager
def writing(output: str) -> Iterator[None]:
    """Say that a file cannot be written where the system says so."""
    try:
        yield
    except OSError as error:
        raise not_written(output, error) from error


def write(output: str, pieces: Iterable[bytes]) -> None:
    """Write a file, or print it as it is: the encoding of a terminal is none of its business.

    Args:
        output: The file, or `-`.
        pieces: What is written, in pieces.

    Raises:
        CommandError: The file cannot be written.
    """
    if output == DASH:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    from partnermodel.formats.files import write_atomically

    with writing(output):
        write_atomically(output, pieces)
