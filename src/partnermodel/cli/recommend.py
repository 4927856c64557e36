"""`partnermodel recommend`: which steps would close the most gaps, or join the most separate parts."""

from __future__ import annotations

import click

from partnermodel.cli.answers import format_option, say_answers
from partnermodel.cli.command import FILE, Command, day_option, language_option
from partnermodel.cli.reading import about, load_file

# What can be closed; a test holds it to what there is.
AIMS = ("gaps", "parts", "both")


@click.command(
    cls=Command,
    examples=[
        "partnermodel recommend omsk.json",
        "partnermodel recommend omsk.json --close parts --at-most 3",
        "partnermodel recommend omsk.json --group residents --kind vocational-training",
    ],
)
@click.argument("file", type=FILE)
@click.option(
    "--close",
    type=click.Choice(AIMS),
    default="gaps",
    help="What to close: gaps in what is provided, gaps between parts of the network, or both.",
)
@click.option("--at-most", type=click.IntRange(min=0), default=5, help="How many steps; 5 if left out.")
@click.option(
    "--group", "groups", multiple=True, help="A group (an id) that should be served; may be repeated."
)
@click.option(
    "--place", "places", multiple=True, help="A place (an id) in which it should be; may be repeated."
)
@click.option("--kind", "kinds", multiple=True, help="A kind of what should serve it; may be repeated.")
@day_option("--at", "day", help="Only what may hold on this day, month or year.")
@format_option
@language_option
def recommend(
    file: str,
    *,
    close: str,
    at_most: int,
    groups: tuple[str, ...],
    places: tuple[str, ...],
    kinds: tuple[str, ...],
    day: str | None,
    form: str,
    language: str,
) -> None:
    """Say which steps to take first.

    Each step says what it closes, what it rests on, and whether the same was tried before. What should
    be there is that each group is served in each place; or else, for the groups, places and kinds that
    are given, that each group is served in each place by something of each kind.
    """
    model = load_file(file, language=language)
    from partnermodel.analysis.recommending.recommendations import recommend as find_steps
    from partnermodel.cli.waiting import bar, said
    from partnermodel.errors import UnknownIdError, UnknownTermError
    from partnermodel.queries.expectations import Expectation, expectation

    there = model if day is None else model.at(day)
    wanted = None
    try:
        if groups or places or kinds:
            wanted = expectation(there, groups=groups or None, places=places or None, kinds=kinds or None)
        with bar(said(language, "command-steps")) as show:
            found = find_steps(there, wanted, close=close, at_most=at_most, progress=show)
    except (UnknownIdError, UnknownTermError) as error:
        raise about(file, error.heading) from error
    left = Expectation(outcome.expected for outcome in found.left)
    besides = {"left": list(left.rows()), "separate": found.separate}
    say_answers(form, {"recommendations": found}, language, besides=besides)
