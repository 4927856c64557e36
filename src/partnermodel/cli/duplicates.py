"""`partnermodel duplicates`: which records of a file may be one."""

from __future__ import annotations

import click

from partnermodel.cli.answers import format_option, say_answers
from partnermodel.cli.command import FILE, Command, language_option
from partnermodel.cli.guard import CommandError
from partnermodel.cli.reading import load_file
from partnermodel.wording import worded

# Those of `vocabulary.terms`, which is not needed for the help; a test holds the two equal.
TYPES = (
    "organisation",
    "centre",
    "programme",
    "initiative",
    "group",
    "person",
    "place",
    "document",
    "statement",
)


@click.command(
    cls=Command,
    examples=[
        "partnermodel duplicates omsk.json",
        "partnermodel duplicates omsk.json --type organisation --type centre --least 0.9",
        "partnermodel duplicates omsk.json --format csv > duplicates.csv",
    ],
)
@click.argument("file", type=FILE)
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(TYPES),
    default=TYPES[:1],
    help="The type of the records; organisation if left out. May be repeated.",
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.75,
    metavar="SCORE",
    help="The least score of a pair, 0 to 1; 0.75 if left out.",
)
@click.option("--exact", is_flag=True, help="Only the same names and identifiers, not names that are alike.")
@format_option
@language_option
def duplicates(
    file: str, *, types: tuple[str, ...], least: float, exact: bool, form: str, language: str
) -> None:
    """List records that may be one.

    Each pair has a score and what speaks for and against it. Nothing is merged: a person decides.
    """
    model = load_file(file, language=language)
    import attrs

    from partnermodel.cli.waiting import bar, said
    from partnermodel.errors import MissingExtraError
    from partnermodel.queries.matching.duplicates import find_duplicates

    try:
        with bar(said(language, "command-duplicates")) as show:
            found = find_duplicates(model, type=types, threshold=least, alike=not exact, progress=show)
    except MissingExtraError as error:
        raise CommandError(
            [
                worded("Error: {message}", message=error.heading),
                worded("Or give --exact, which needs no package."),
            ]
        ) from error
    besides = {
        "common": [attrs.asdict(one) for one in found.common],
        "compared": found.compared,
        "least": least,
    }
    say_answers(form, {"duplicates": found}, language, besides=besides)
