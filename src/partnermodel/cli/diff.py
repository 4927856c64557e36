"""`partnermodel diff`: what is different between two files, record by record and field by field."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command, language_option
from partnermodel.cli.guard import BROKEN, USAGE
from partnermodel.cli.output import say
from partnermodel.cli.privacy import Privacy, privacy_options
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
@privacy_options
@language_option
@click.pass_context
def diff(
    context: click.Context, old: str, new: str, *, exit_code: bool, privacy: Privacy, language: str
) -> None:
    """Say what is different between two files.

    Prints a line for each record that was removed or added and for each field that changed; nothing
    when both hold the same. The exit code is 0 whether or not they differ, unless --exit-code is given.
    """
    if old == new == DASH:
        raise click.UsageError(worded("standard input can be read only once: give at most one '-'."), context)
    broken = USAGE if exit_code else BROKEN
    before, after = (
        load_file(file, broken=broken, language=language, privacy=privacy) for file in (old, new)
    )
    from partnermodel.language.speech import speech
    from partnermodel.model.catalogues import where_in_model
    from partnermodel.queries.comparison import compare

    found = compare(before, after)
    if found:
        words = speech(language)
        heads = [words.say(f"change-{how}") for how in ("removed", "added", "changed")]
        removed, added, changed = (head.ljust(max(map(len, heads)) + 2) for head in heads)
        say(
            *(f"{removed}{where_in_model(record)}" for record in found.removed),
            *(f"{added}{where_in_model(record)}" for record in found.added),
            *(f"{changed}{change.told(language)}" for change in found.changed),
        )
    context.exit(DIFFERENT if found and exit_code else 0)
