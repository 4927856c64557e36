"""`partnermodel report`: a page about a file that anybody can read, keep and print."""

from __future__ import annotations

from pathlib import Path

import click

from partnermodel.cli.command import FILE, Command, day_option, language_option, output_option
from partnermodel.cli.output import say
from partnermodel.cli.privacy import Privacy, privacy_options
from partnermodel.cli.reading import DASH, load_file
from partnermodel.cli.writing import refuse_to_overwrite, write
from partnermodel.wording import worded


@click.command(
    cls=Command,
    examples=[
        "partnermodel report omsk.json -o report.html",
        "partnermodel report omsk.json -o report.html --lang ru --as-of 2026-11-24",
        "partnermodel report omsk.json -o report.html --compare omsk-2025.json",
    ],
)
@click.argument("file", type=FILE)
@output_option(dash=True)
@day_option("--as-of", help="The day by which a status is out of date; today if left out.")
@click.option(
    "--compare",
    "older",
    metavar="OLD",
    type=FILE,
    help="An older file; the page then says what has changed since.",
)
@privacy_options
@language_option
def report(
    file: str, output: str, *, as_of: str | None, older: str | None, privacy: Privacy, language: str
) -> None:
    """Write a page about a file that anybody can read.

    One HTML file that asks no network. It is written whole or not at all; an older page is replaced, a
    file of any other sort is not.
    """
    if file == older == DASH:
        raise click.UsageError(worded("standard input can be read only once: give at most one '-'."))
    for source in (file, older):
        if source is not None:
            refuse_to_overwrite(source, output, b"<html")
    if output != DASH and Path(output).suffix.lower() not in ("", ".html", ".htm"):
        raise click.BadParameter(worded("a page is written as .html"), param_hint="'-o' / '--output'")
    model = load_file(file, language=language, privacy=privacy)
    before = None if older is None else load_file(older, language=language, privacy=privacy)
    import datetime

    from partnermodel.cli.waiting import bar, said
    from partnermodel.language.speech import speech
    from partnermodel.views.facts import holdings_line, to_look_at
    from partnermodel.views.report import page_and_doubts

    day = as_of or datetime.date.today().isoformat()
    with bar(said(language, "command-figures")) as show:
        written, doubts = page_and_doubts(model, language, day, before, show)
    page = written.encode()
    write(output, [page])
    if output == DASH:
        return
    words = speech(language)
    holds, look = holdings_line(model, language=language), to_look_at(doubts, words)
    say(words.say("report-written", file=output, count=len(page)), f"{model.name}: {holds}; {look}.")
