"""`partnermodel redact`: a file without what must not be published."""

from __future__ import annotations

from pathlib import Path

import click

from partnermodel.cli.command import FILE, Command, language_option, output_option
from partnermodel.cli.output import complain, say
from partnermodel.cli.privacy import min_count_option
from partnermodel.cli.reading import DASH, load_file
from partnermodel.cli.writing import NO_MODEL, refuse_to_overwrite, write

KEPT = ("persons", "extra")
"""What goes unless it is asked to stay."""

_NAMED = 20
"""So many places in which a name may be left are told."""


@click.command(
    cls=Command,
    examples=[
        "partnermodel redact omsk.json -o public.json --min-count 10",
        "partnermodel redact omsk.json -o public.json --keep persons --field document.url",
    ],
)
@click.argument("file", type=FILE)
@output_option(dash=True)
@click.option(
    "--keep",
    multiple=True,
    type=click.Choice(KEPT),
    help="What stays: persons, or data of others (extra); may be repeated.",
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD",
    help="A field to remove, such as description, document.url or extra.owner:phone; may be repeated.",
)
@min_count_option
@language_option
def redact(
    file: str,
    output: str,
    *,
    keep: tuple[str, ...],
    fields: tuple[str, ...],
    min_count: int | None,
    language: str,
) -> None:
    """Write a file without persons, marked fields and small numbers.

    What is removed is not in the new file at all. Names in free text are not found; where one may still
    stand is said on standard error.
    """
    refuse_to_overwrite(file, output, b'"format_version"', sort=NO_MODEL)
    model = load_file(file, language=language)
    from partnermodel.formats.encode import canonical_pieces
    from partnermodel.language.speech import speech
    from partnermodel.model.mentions import names_left
    from partnermodel.model.redaction import redacted, suppressed_fields

    try:
        public = redacted(
            model,
            persons="persons" not in keep,
            fields=fields,
            extra="extra" not in keep,
            min_count=min_count,
        )
    except ValueError as error:
        raise click.UsageError(error.args[0]) from error
    words = speech(language)
    left = names_left(model, public)
    if left:
        places = [f"  {id}.{field}" for id, field in left[:_NAMED]]
        more = [f"  {words.say('redact-more', count=len(left) - _NAMED)}"] if len(left) > _NAMED else []
        complain(words.say("redact-names-left"), *places, *more)
    write(output, canonical_pieces(public))
    if output == DASH:
        return
    suppressed = sum(bool(suppressed_fields(record)) for record in public.values())
    said = [words.say("report-written", file=output, count=Path(output).stat().st_size)]
    said.append(words.say("redact-gone", count=len(model) - len(public)))
    if min_count is not None:
        said.append(words.say("redact-suppressed", count=suppressed))
    say(*said)
