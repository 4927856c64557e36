"""`partnermodel import`: tables into a model, with a mapping that says what their columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from partnermodel.cli.answers import format_option, say_answers
from partnermodel.cli.command import Command, language_option, output_option
from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import complain, say, say_file, say_table, typed
from partnermodel.cli.reading import DASH, called, load_file
from partnermodel.cli.strangers import refuse_no_table
from partnermodel.cli.tables import mapping_in, waiting
from partnermodel.cli.writing import NO_MODEL, NOT_EMPTY, refuse_to_overwrite, write, writing
from partnermodel.wording import Worded, one_by_one, worded

TABLE = click.Path(exists=True)
"""The name of a file, or of a folder that is a package, that is there."""


@click.command(
    "import",
    cls=Command,
    examples=[
        "partnermodel import colleges.xlsx --suggest --map colleges.toml",
        "partnermodel import colleges.xlsx --map colleges.toml -o colleges.json",
        "partnermodel import 2022.csv 2023.csv --map lists.toml -o lists.json --broken to-mend.csv",
        "partnermodel import to-mend.csv --map to-mend.toml --into lists.json -o whole.json",
    ],
)
@click.argument("tables", metavar="TABLE...", nargs=-1, required=True, type=TABLE)
@click.option(
    "--map", "mapping", metavar="MAPPING", type=click.Path(dir_okay=False), help="What the columns mean."
)
@click.option(
    "--suggest",
    is_flag=True,
    help="Propose a mapping, and write it to MAPPING, or print it if there is none.",
)
@output_option(required=False)
@click.option(
    "--broken",
    metavar="CSV",
    type=click.Path(dir_okay=False),
    help="Leave rows out that cannot be read, and write them to this file, to be mended and read again.",
)
@click.option(
    "--into",
    metavar="MODEL",
    type=click.Path(exists=True, dir_okay=False),
    help="A model that the records are added to, such as one made without the rows that are mended now.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of files of text; else UTF-8.")
@format_option
@language_option
@click.pass_context
def import_(
    context: click.Context,
    tables: tuple[str, ...],
    *,
    mapping: str | None,
    suggest: bool,
    output: str | None,
    broken: str | None,
    into: str | None,
    encoding: str | None,
    form: str,
    language: str,
) -> None:
    """Make a model of tables.

    A TABLE is a file of CSV, TSV, XLSX, ODS, JSON or JSON Lines, or a Data Package. MAPPING is a TOML file
    that says what their columns mean; --suggest writes a first one, to be read and mended. What became of
    each row, column and changed value is told. When a row cannot be read, every fault is told and nothing
    is written; with --broken, such rows are left out, and the exit code is 1.
    """
    for file in tables:
        refuse_no_table(file)
    if suggest:
        if form != "text" or any(one is not None for one in (output, broken, into)):
            told = worded(
                "--suggest only proposes a mapping: leave out --output, --broken, --into and --format."
            )
            raise click.UsageError(told, context)
        _suggest(tables, mapping, encoding, language)
        return
    if mapping is None or output is None:
        raise click.UsageError(worded("give --map and --output, or --suggest for a first mapping."), context)
    files = [*tables, mapping, *([into] if into is not None else [])]
    _refuse_names(context, files, output, broken)
    from partnermodel.formats.files import save
    from partnermodel.formats.tables.reading.reading import read_table
    from partnermodel.language.retelling import retold
    from partnermodel.language.speech import speech

    plan = mapping_in(mapping)
    how = "raise" if broken is None else "collect"
    model = None if into is None else load_file(into, language=language)
    found = waiting(tables, language, read_table, plan, on_error=how, into=model, encoding=encoding)
    written: tuple[Path, ...] = ()
    if broken is not None:
        with writing(broken):
            written = found.save_broken(broken, language=language)
    try:
        with writing(output):
            save(found.model, output)
    except CommandError:
        for path in written:  # without the model, nobody would know what else is in the tables
            path.unlink(missing_ok=True)
        raise
    say_answers(form, {"account": found.account}, language)
    if form == "text":
        say(speech(language).say("report-written", file=output, count=Path(output).stat().st_size))
    if written:
        complain(retold(_left_out(found.account.broken, written, output), language=language))
        context.exit(BROKEN)


def _refuse_names(context: click.Context, files: Sequence[str], output: str, broken: str | None) -> None:
    """Refuse to write over what is read, and to write rows to what is called like a mapping."""
    if broken is not None and broken.lower().endswith(".toml"):
        other = called(str(Path(broken).with_suffix(".csv")))
        raise click.UsageError(
            worded(
                "{file} is the name of a mapping; give a name for rows, such as {other}.",
                file=called(broken),
                other=other,
            ),
            context,
        )
    for file in files:
        refuse_to_overwrite(file, output, b'"format_version"', sort=NO_MODEL)
        if broken is not None:  # beside them stands the mapping to read them with
            for name in (broken, str(Path(broken).with_suffix(".toml"))):
                refuse_to_overwrite(file, name, sort=NOT_EMPTY)


def _suggest(tables: tuple[str, ...], output: str | None, encoding: str | None, language: str) -> None:
    """Propose a mapping, and write or print it."""
    if output is not None:
        for file in tables:
            refuse_to_overwrite(file, output, sort=NOT_EMPTY)
    from partnermodel.formats.tables.suggesting.suggesting import suggest_mapping
    from partnermodel.language.retelling import retold

    found = waiting(tables, language, suggest_mapping, encoding=encoding)
    text = found.text(language=language)
    if output is None or output == DASH:
        say_file(text.rstrip("\n"))
        return
    write(output, [text.encode()])
    say_table(found.table(language=language))
    told = worded(
        "Read {file} and mend it in an editor. Then: partnermodel import {tables} --map {name} -o model.json",
        file=called(output),
        tables=" ".join(map(typed, tables)),
        name=typed(output),
    )
    say(retold(told, language=language))


def _left_out(rows: int, written: tuple[Path, ...], output: str) -> Worded:
    *files, mapping = map(str, written)
    # Nothing is written over what is read, so the model of all rows has another name.
    whole = "whole.json" if Path(output).name.lower() != "whole.json" else "whole-2.json"
    command = (
        f"partnermodel import {' '.join(map(typed, files))} --map {typed(mapping)} --into {typed(output)} "
        f"-o {whole}"
    )
    if rows == 1:
        return worded(
            "1 row is left out. Mend it in {file}. Then: {command}", file=called(files[0]), command=command
        )
    return worded(
        "{count} rows are left out. Mend them in {files}. Then: {command}",
        count=rows,
        files=one_by_one(map(called, files)),
        command=command,
    )
