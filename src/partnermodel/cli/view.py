"""`partnermodel view`: the network of a file as a picture that everybody can read, with its table."""

from __future__ import annotations

from pathlib import Path

import click

from partnermodel.cli.command import FILE, Command, day_option, language_option, narrowed, output_option
from partnermodel.cli.output import say
from partnermodel.cli.privacy import Privacy, privacy_options
from partnermodel.cli.reading import load_file, unknown_id
from partnermodel.cli.writing import refuse_to_overwrite, writing
from partnermodel.wording import worded

_MARKS = {".html": b"<html", ".htm": b"<html", ".svg": b"<svg"}
"""What a file of each ending has in it, near its beginning."""


@click.command(
    cls=Command,
    examples=[
        "partnermodel view omsk.json -o network.html",
        "partnermodel view omsk.json -o college.svg --ego omsk-college",
    ],
)
@click.argument("file", type=FILE)
@output_option()
@click.option("--ego", metavar="ID", help="Only this record, and what is near it.")
@click.option("--hops", type=click.IntRange(1), default=1, help="How many ties away that may be; else 1.")
@click.option("--by", metavar="WAY", help="Show groups: by place, sector, kind, type, community or status.")
@click.option("--status", multiple=True, help="Only what is in this status, such as active; may be repeated.")
@day_option("--at", "day", help="Only what may hold on this day, month or year.")
@privacy_options
@language_option
def view(
    file: str,
    output: str,
    *,
    ego: str | None,
    hops: int,
    by: str | None,
    status: tuple[str, ...],
    day: str | None,
    privacy: Privacy,
    language: str,
) -> None:
    """Write a picture of a network, with its table.

    One file that asks no network: a page (.html) that can be read by ear and by keyboard, too, or the
    picture alone (.svg). It is written whole or not at all; an older one is replaced, a file of any other
    sort is not.
    """
    mark = _MARKS.get(Path(output).suffix.lower())
    if mark is None:
        raise click.BadParameter(worded("a view is written as .html or .svg"), param_hint="'-o' / '--output'")
    refuse_to_overwrite(file, output, mark)
    model = load_file(file, language=language, privacy=privacy)
    from partnermodel.errors import PartnermodelError, UnknownIdError
    from partnermodel.language.speech import speech
    from partnermodel.views.network.view import network_view

    there = narrowed(model, status, day)
    try:
        found = network_view(there, ego=ego, hops=hops, by=by, language=language)
    except UnknownIdError as error:  # of the node that was asked for
        raise click.UsageError(unknown_id(error, there, str(ego))) from error
    except (PartnermodelError, ValueError) as error:
        raise click.UsageError(error.args[0]) from error
    with writing(output):
        found.save(output)
    size = Path(output).stat().st_size
    say(speech(language).say("report-written", file=output, count=size), found.description())
