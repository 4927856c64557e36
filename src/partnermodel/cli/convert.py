"""`partnermodel convert`: a model in the file of another program, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from partnermodel.cli.command import Command, language_option
from partnermodel.cli.conversions import SOURCES, TARGETS, target_by_ending
from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import say, typed
from partnermodel.cli.reading import DASH, called, lines_of, load_file, read
from partnermodel.cli.tables import (
    TABLE_FORMATS,
    TABLES,
    are_tables,
    load_tables,
    save_as_tables,
    tables_by_ending,
)
from partnermodel.cli.writing import refuse_to_overwrite, write
from partnermodel.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnermodel.model.model import PartnerModel


@click.command(
    cls=Command,
    examples=[
        "partnermodel convert omsk.json omsk.graphml",
        "partnermodel convert omsk.json blueprint.json --to kumu",
        "partnermodel convert edited.gexf omsk.json --unknown drop",
        "partnermodel convert omsk.json omsk.xlsx",
    ],
)
@click.argument("file", type=click.Path(exists=True, allow_dash=True))
@click.argument("output", type=click.Path(allow_dash=True))
@click.option(
    "--to",
    "target",
    type=click.Choice([*TARGETS, *TABLE_FORMATS]),
    help="What to write; else by the ending. A folder that is there is csv.",
)
@click.option(
    "--from", "source", type=click.Choice([*SOURCES, TABLES]), help="What is read; else by what is in it."
)
@click.option("--type", "node_type", metavar="TYPE", help="The type of nodes that have no attribute type.")
@click.option("--kind", "edge_kind", metavar="KIND", help="The kind of edges that have no attribute kind.")
@click.option(
    "--unknown",
    type=click.Choice(["extra", "drop", "refuse"]),
    default="extra",
    help="Attributes that no field is for: keep them in extra (as is usual), drop or refuse them.",
)
@language_option
def convert(
    file: str,
    output: str,
    *,
    target: str | None,
    source: str | None,
    node_type: str | None,
    edge_kind: str | None,
    unknown: str,
    language: str,
) -> None:
    """Write a model as a file of another program, or read one back.

    Reads models in JSON, GraphML, GEXF, node-link JSON and Kumu's JSON, and tables with the mapping that was
    written beside them; writes these, and Cypher, DOT and Mermaid. Each file is written whole or not at
    all; one of another format is not overwritten.
    """
    found = target or target_by_ending(output) or tables_by_ending(output)
    if found is None and output.lower().endswith((".csv", ".tsv")):
        folder = f"{output[:-4]}/"
        message = worded("CSV is a file for each type: name a folder, such as {folder}", folder=typed(folder))
        raise click.UsageError(message)
    if found is None:
        message = worded("the name ends in none of {endings}; say what to write", endings=_endings())
        raise click.BadParameter(message, param_hint="'--to'")
    options = {"type": node_type, "kind": edge_kind, "unknown": unknown}
    if found in TABLE_FORMATS:
        written = save_as_tables(file, lambda: _loaded(file, source, options, language), output, found)
        _say_sizes(written, language)
        return
    wanted = TARGETS[found]
    refuse_to_overwrite(file, output, *wanted.marks, sort=worded("not of the format {format}", format=found))
    model = _loaded(file, source, options, language)
    try:
        pieces = wanted.pieces(model, language)
    except ValueError as error:  # a diagram of more than anybody can read
        raise click.UsageError(error.args[0]) from error
    write(output, pieces)
    if output != DASH:
        _say_sizes([(output, Path(output).stat().st_size)], language)


def _say_sizes(written: Iterable[tuple[str | Path, int]], language: str) -> None:
    from partnermodel.language.speech import speech

    words = speech(language)
    say(*(words.say("report-written", file=str(file), count=size) for file, size in written))


def _endings() -> str:
    endings = [ending for one in TARGETS.values() for ending in one.endings]
    return ", ".join([*endings, ".xlsx", ".zip"])


def _loaded(file: str, source: str | None, options: dict[str, str | None], language: str) -> PartnerModel:
    """Return the model in a file, of whatever format that is read."""
    if source == TABLES or (source is None and are_tables(file)):
        return load_tables(file, language)
    data = read(file)
    from partnermodel.formats.graphs.known import looks_like_a_graph

    if source == "json" or (source is None and not looks_like_a_graph(data)):
        return load_file(file, language=language, data=data)
    from partnermodel.cli.waiting import bar, said
    from partnermodel.errors import PartnermodelError
    from partnermodel.formats.graphs.doors import loads_graph

    name = None if file == DASH else Path(file).name.partition(".")[0]
    try:
        with bar(said(language, "command-reading", file=called(file))) as show:
            return loads_graph(
                data,
                format=source,
                source=called(file),
                name=name,
                progress=show,
                **options,  # type: ignore[arg-type]
            )
    except PartnermodelError as error:
        raise CommandError(lines_of(error), BROKEN) from error
    except ValueError as error:
        raise click.BadParameter(error.args[0], param_hint="'--type'") from error
