"""`partnermodel report`: a page about a file that anybody can read, keep and print."""

from __future__ import annotations

import stat
from pathlib import Path

import click

from partnermodel.cli.command import FILE, Command, day_option
from partnermodel.cli.guard import CommandError
from partnermodel.cli.output import say
from partnermodel.cli.reading import DASH, called, load_file, reason_of
from partnermodel.wording import worded


@click.command(
    cls=Command,
    examples=[
        "partnermodel report omsk.json -o report.html",
        "partnermodel report omsk.json -o report.html --as-of 2026-11-24",
    ],
)
@click.argument("file", type=FILE)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="The page to write; - prints it.",
)
@day_option("--as-of", help="The day by which a status is out of date; today if left out.")
def report(file: str, output: str, as_of: str | None) -> None:
    """Write a page about a file that anybody can read.

    One HTML file, without scripts and without pictures, that asks no network. It is written whole or
    not at all; an older page is replaced, a file of any other sort is not.
    """
    _refuse_to_overwrite(file, output)
    model = load_file(file)
    import datetime

    from partnermodel.formats.files import write_atomically
    from partnermodel.queries.checks import check
    from partnermodel.views.facts import holdings_line
    from partnermodel.views.report import report as page_of
    from partnermodel.views.words import counted

    day = as_of or datetime.date.today().isoformat()
    page = page_of(model, as_of=day).encode()
    if output == DASH:
        click.echo(page, nl=False)
        return
    try:
        write_atomically(output, [page])
    except OSError as error:
        raise _not_written(output, error) from error
    look = f"{counted(len(check(model, as_of=day)), 'thing')} for a person to look at"
    say(f"{output}: {len(page):,} bytes", f"{model.name}: {holdings_line(model)}; {look}.")


def _refuse_to_overwrite(file: str, output: str) -> None:
    """Refuse to write where something is that is no page: the input above all, in whatever disguise."""
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
        raise _not_written(output, error) from error
    if same:
        message = worded(
            "Error: {file} is the file that is reported on; write the page elsewhere.", file=called(output)
        )
        raise CommandError([message])
    if not stat.S_ISREG(there.st_mode):
        message = worded(
            "Error: {file} is not a file that a page can take the place of.", file=called(output)
        )
        raise CommandError([message])
    if begin.strip() and b"<html" not in begin.lower():
        message = worded(
            "Error: {file} is there, and is no page; it is not overwritten.", file=called(output)
        )
        raise CommandError([message])


def _not_written(output: str, error: OSError) -> CommandError:
    reason = reason_of(error)
    return CommandError(
        [worded("Error: {file} cannot be written: {reason}.", file=called(output), reason=reason)]
    )
