"""`partnermodel summary`: what a file holds, on whose word, and what is not known."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command, language_option
from partnermodel.cli.output import say, say_table
from partnermodel.cli.privacy import Privacy, privacy_options
from partnermodel.cli.reading import load_file


@click.command(
    cls=Command, examples=["partnermodel summary omsk.json", "partnermodel summary - --lang ru < omsk.json"]
)
@click.argument("file", type=FILE)
@privacy_options
@language_option
def summary(file: str, *, privacy: Privacy, language: str) -> None:
    """Say what a file holds, on whose word, and what is not known."""
    model = load_file(file, language=language, privacy=privacy)
    from partnermodel.language.speech import speech
    from partnermodel.queries.checks import check
    from partnermodel.views.facts import sentences, status_table, to_look_at
    from partnermodel.views.words import capital

    words = speech(language)
    say_table(model.table(language=language))
    say("")
    say_table(status_table(model, language=language))
    say("")
    doubts = len(check(model))
    look = to_look_at(doubts, words)
    last = words.say("facts-see-check", found=look) if doubts else f"{look}."
    say(*("".join(map(str, sentence)) for sentence in sentences(model, language=language)), capital(last))
