"""`partnermodel diff`: what is different between two files, record by record and field by field."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command
from partnermodel.cli.guard import BROKEN, USAGE
from partnermodel.cli.output import say
from partnermodel.cli.reading import DASH, load_file
from partnermodel.wording import worded

DIFFERENT = 1


@click.command(
    cls=Command,
    examples=[
        "partnermodel diff old.json new.json",
        "git show HEAD:omsk.json | partnermodel diff --exit-code - omsk.json",
    ],
)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option(
    "--exit-code",
    "exit_code",
    is_flag=True,
    help="Leave with 1 when they differ, and with 2 when one of them is broken.",
)
@click.pass_context
def diff(context: click.Context, old: str, new: str, exit_code: bool) -> None:
    """Say what is different between two files.

    Prints a line for each record that was removed or added and for each field that changed; nothing
    when both hold the same. The exit code is 0 whether or not they differ, unless --exit-code is given.
    """
    if old == new == DASH:
        raise click.UsageError(worded("standard input can be read only once: give at most one '-'."), context)
    broken = USAGE if exit_code else BROKEN
    before, after = load_file(old, broken=broken), load_file(new, broken=broken)
    from partnermodel.model.catalogues import where_in_model
    from partnermodel.queries.comparison import compare

    found = compare(before, after)
    lines = [
        *(f"removed  {where_in_model(record)}" for record in found.removed),
        *(f"added    {where_in_model(record)}" for record in found.added),
        *(f"changed  {change}" for change in found.changed),
    ]
    if lines:
        say(*lines)
    context.exit(DIFFERENT if found and exit_code else 0)
