"""`partnermodel check`: what is broken in a file, and what is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from partnermodel.cli.command import FILE, Command, day_option, language_option
from partnermodel.cli.doubts import lines_of_doubts
from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import say, say_json
from partnermodel.cli.reading import called, line_of, lines_of, read
from partnermodel.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnermodel.errors import Issue

CLEAN = "clean"


@click.command(
    cls=Command,
    examples=["partnermodel check omsk.json", "partnermodel check --strict --format json omsk.json"],
)
@click.argument("file", type=FILE)
@click.option("--strict", is_flag=True, help="Leave with 1 when anything is doubtful, too.")
@click.option("--all", "everything", is_flag=True, help="Name all that is found, each on a line of its own.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what is found; json prints broken and doubtful alike on standard output.",
)
@day_option("--as-of", help="The day by which a status is out of date; today if left out.")
@language_option
@click.pass_context
def check(
    context: click.Context,
    file: str,
    *,
    strict: bool,
    everything: bool,
    form: str,
    as_of: str | None,
    language: str,
) -> None:
    """Say what is broken or doubtful in a file.

    A broken file contradicts itself or the format, and is refused: exit code 1. A doubtful one can
    be used, but a person should look at it: exit code 0, or 1 with --strict. What is doubtful in the
    same way in many places is told once, with their number.
    """
    data = read(file)
    from partnermodel.cli.strangers import no_model
    from partnermodel.errors import BROKEN as IS_BROKEN
    from partnermodel.errors import DOUBTFUL, Issue, PartnermodelError
    from partnermodel.formats.files import loads

    issues: Sequence[Issue]
    try:
        model = loads(data, source=called(file))
    except PartnermodelError as error:
        if form == "text":
            stranger = no_model(file, data)
            faults = [error.heading, *map(line_of, error.issues)] if everything else lines_of(error)
            raise CommandError(faults if stranger is None else [stranger], BROKEN) from error
        whole = Issue("unsupported-format", "$.format_version", message=error.heading)
        verdict, issues = IS_BROKEN, error.issues or (whole,)
    else:
        from partnermodel.language.retelling import retold
        from partnermodel.queries.checks import check as find_doubts

        issues = find_doubts(model, as_of=as_of).items
        verdict = DOUBTFUL if issues else CLEAN
    if form == "json":
        _say_verdict(file, verdict, issues)
    elif issues:
        head = (
            worded("{file} can be used; 1 thing for a person to look at:", file=called(file))
            if len(issues) == 1
            else worded(
                "{file} can be used; {count} things for a person to look at:",
                file=called(file),
                count=len(issues),
            )
        )
        lines = list(map(line_of, issues)) if everything else lines_of_doubts(issues)
        say(*(retold(line, language=language) for line in (head, *lines)))
    else:
        clean = worded("{file} can be used, and nothing in it is doubtful.", file=called(file))
        say(retold(clean, language=language))
    context.exit(BROKEN if verdict == IS_BROKEN or (strict and issues) else 0)


def _say_verdict(file: str, verdict: str, issues: Sequence[Issue]) -> None:
    from partnermodel.queries.checks import Findings

    found = list(Findings(tuple(issues)).rows())
    say_json({"file": "standard input" if file == "-" else file, "verdict": verdict, "issues": found})
