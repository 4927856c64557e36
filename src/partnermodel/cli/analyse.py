"""`partnermodel analyse`: the figures of a network, and where each organisation stands in it."""

from __future__ import annotations

import click

from partnermodel.cli.answers import format_option, say_answers
from partnermodel.cli.command import FILE, Command, day_option, language_option, narrowed
from partnermodel.cli.reading import load_file
from partnermodel.wording import worded

# What can be asked for; a test holds it to what there is.
PARTS = ("figures", "organisations")


@click.command(
    cls=Command,
    examples=[
        "partnermodel analyse omsk.json",
        "partnermodel analyse omsk.json --status active --part figures",
        "partnermodel analyse omsk.json --part organisations --format csv",
    ],
)
@click.argument("file", type=FILE)
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice(PARTS),
    help="What to print: the figures of the network, or where each organisation stands; both if left out.",
)
@click.option("--status", multiple=True, help="Only what is in this status, such as active; may be repeated.")
@day_option("--at", "day", help="Only what may hold on this day, month or year.")
@format_option
@language_option
def analyse(
    file: str,
    *,
    parts: tuple[str, ...],
    status: tuple[str, ...],
    day: str | None,
    form: str,
    language: str,
) -> None:
    """Tell the figures of a network.

    The network is that of the organisations, joined by every relation between them and by all that
    they share. Ties of every status count, unless --status is given.
    """
    if form == "csv" and len(set(parts)) != 1:
        raise click.BadParameter(
            worded("csv holds one table: say which with --part."), param_hint="'--format'"
        )
    model = load_file(file, language=language)
    from partnermodel.analysis.figures import Figures, figures
    from partnermodel.analysis.standings import Standings, standings
    from partnermodel.cli.waiting import bar, said

    there = narrowed(model, status, day)
    answers: dict[str, Figures | Standings] = {}
    with bar(said(language, "command-figures")) as show:
        for part in parts or PARTS:
            answers[part] = figures(there, progress=show) if part == "figures" else standings(there)
    say_answers(form, answers, language)
