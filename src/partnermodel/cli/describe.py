"""`partnermodel describe`: a network in plain sentences and one table."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command, day_option, language_option, narrowed
from partnermodel.cli.output import say
from partnermodel.cli.privacy import Privacy, privacy_options
from partnermodel.cli.reading import load_file


@click.command(
    cls=Command,
    examples=["partnermodel describe omsk.json", "partnermodel describe omsk.json --lang ru --status active"],
)
@click.argument("file", type=FILE)
@click.option("--status", multiple=True, help="Only what is in this status, such as active; may be repeated.")
@day_option("--at", "day", help="Only what may hold on this day, month or year.")
@privacy_options
@language_option
def describe(file: str, *, status: tuple[str, ...], day: str | None, privacy: Privacy, language: str) -> None:
    """Describe a network in plain sentences and one table.

    It says what nodes and ties are, where they come from, how many there are, how they are arranged, who
    holds the network together, who is left out, and what is not known.
    """
    model = load_file(file, language=language, privacy=privacy)
    from partnermodel.cli.waiting import bar, said
    from partnermodel.views.description import describe as card

    there = narrowed(model, status, day)
    with bar(said(language, "command-figures")) as show:
        told = card(there, language=language, progress=show)
    say(*str(told).split("\n"))
