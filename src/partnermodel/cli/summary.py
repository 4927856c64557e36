"""`partnermodel summary`: what a file holds, on whose word, and what is not known."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command
from partnermodel.cli.output import say, say_table
from partnermodel.cli.reading import load_file


@click.command(cls=Command, examples=["partnermodel summary omsk.json", "partnermodel summary - < omsk.json"])
@click.argument("file", type=FILE)
def summary(file: str) -> None:
    """Say what a file holds, on whose word, and what is not known."""
    model = load_file(file)
    from partnermodel.queries.checks import check
    from partnermodel.views.facts import sentences, status_table
    from partnermodel.views.words import capital, counted

    say_table(model.table())
    say("")
    say_table(status_table(model))
    say("")
    doubts = len(check(model))
    look = f"{counted(doubts, 'thing')} for a person to look at{': see check' if doubts else ''}."
    say(*("".join(map(str, sentence)) for sentence in sentences(model)), capital(look))
