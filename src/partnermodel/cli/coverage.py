"""`partnermodel coverage`: who serves which group where, and who is left out."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command, known_codes, language_option
from partnermodel.cli.output import say_table
from partnermodel.cli.privacy import Privacy, privacy_options
from partnermodel.cli.reading import load_file
from partnermodel.wording import worded

# The dimensions of `queries.matrix`, which is not needed for the help; a test holds the two equal.
DIMENSIONS = ("group", "place", "kind", "organisation")


@click.command(
    cls=Command,
    examples=[
        "partnermodel coverage omsk.json",
        "partnermodel coverage omsk.json --by group --by kind --status discussed",
        "partnermodel coverage omsk.json --gaps",
    ],
)
@click.argument("file", type=FILE)
@click.option(
    "--by",
    multiple=True,
    default=("group", "place"),
    type=click.Choice(DIMENSIONS),
    help="Two or three dimensions, one option each; group and place if left out.",
)
@click.option("--status", multiple=True, help="What counts as served; active if left out. May be repeated.")
@click.option("--gaps", is_flag=True, help="Only where nothing counts, with what nearly does.")
@privacy_options
@language_option
def coverage(
    file: str, *, by: tuple[str, ...], status: tuple[str, ...], gaps: bool, privacy: Privacy, language: str
) -> None:
    """Show who serves which group where, and who is left out.

    A gap says that the model knows of nothing there; it does not say that there is nothing.
    """
    if len(by) not in (2, 3) or len(set(by)) != len(by):
        raise click.BadParameter(worded("give two or three different dimensions."), param_hint="'--by'")
    model = load_file(file, language=language, privacy=privacy)
    from partnermodel.queries.coverage import coverage as find_coverage

    counts = known_codes(model, "--status", ["status"], status) or "active"
    found = find_coverage(model, by=by, counts=counts, min_count=privacy.min_count)
    say_table((found.gaps if gaps else found).table(language=language))
