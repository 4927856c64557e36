"""Tables with the mapping beside them, as `convert` reads and writes them, and any, as `import` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import complain
from partnermodel.cli.reading import DASH, called, line_of, lines_of, read, reason_of
from partnermodel.cli.strangers import refuse_no_mapping
from partnermodel.cli.writing import NOT_TABLES, not_written, refuse_to_overwrite
from partnermodel.formats.table_signs import BEGINNINGS, ENDINGS, LONGEST
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.formats.tables.mappings.mapping import TableMapping
    from partnermodel.model.model import PartnerModel

TABLE_FORMATS = ("csv", "data-package", "parquet", "xlsx")
"""What tables are written in, by the names that `--to` takes."""

TABLES = "tables"
"""What `--from` calls tables of any format."""


def tables_by_ending(output: str) -> str | None:
    """Return the format of tables that a name stands for, or None."""
    name = output.lower()
    if name.endswith(".xlsx"):
        return "xlsx"
    if name.endswith(".zip"):
        return "data-package"
    return "csv" if name.endswith(("/", "\\")) or (output != DASH and Path(output).is_dir()) else None


def are_tables(file: str) -> bool:
    """Return whether a name is that of a folder, or of a file that holds a table."""
    if file == DASH:
        return False
    path = Path(file)
    if path.is_dir() or path.name.lower().endswith((*ENDINGS, ".zip")):
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(LONGEST).startswith(BEGINNINGS)
    except OSError:  # of which is told where it is read
        return False


def load_tables(file: str, language: str) -> PartnerModel:
    """Return the model in tables that have their mapping beside them; what is doubtful in them is said.

    Raises:
        CommandError: There is no mapping, or something cannot be read; every fault is named.
    """
    from partnermodel.formats.tables.reading.reading import read_table
    from partnermodel.formats.tables.writing.mapping_of import mapping_place
    from partnermodel.language.retelling import retold

    path = Path(file)
    place = mapping_place(path)
    if not place.is_file():
        message = worded(
            "Error: {file} has no mapping beside it ({mapping}), which says what its columns mean. Read it "
            "with partnermodel import, which also proposes one.",
            file=called(file),
            mapping=called(str(place)),
        )
        raise CommandError([message])
    found = waiting([file], language, read_table, mapping_in(str(place)))
    account = found.account
    lines = [line_of(issue) for issue in account.problems]
    lines += [
        worded("  {table}: nothing is made of the column {column}.", table=one.table, column=one.column)
        for one in account.unmapped
    ]
    if lines:
        lines.insert(0, worded("{file} is read, but:", file=called(file)))
        complain(*(retold(line, language=language) for line in lines))
    model: PartnerModel = found.model
    return model


def save_as_tables(
    file: str, load: Callable[[], PartnerModel], output: str, format: str
) -> tuple[tuple[Path, int], ...]:
    """Write a model as tables; return the files and their sizes.

    Args:
        file: The file that is read.
        load: Gives the model that is in it.
        output: The folder or the file to write.
        format: The format of the tables.

    Raises:
        CommandError: It cannot be written, or what is there is not ours.
    """
    if output == DASH:
        raise click.UsageError(worded("tables are several files, which cannot be printed."))
    from partnermodel.errors import MissingExtraError
    from partnermodel.formats.tables.writing.folders import refuse_what_is_not_ours
    from partnermodel.formats.tables.writing.mapping_of import MARK, mapping_place
    from partnermodel.formats.tables.writing.saving import save_tables

    target = Path(output)
    if not target.is_dir():
        try:
            refuse_what_is_not_ours(mapping_place(target), MARK.encode())
            ours = mapping_place(target).is_file()
        except OSError:
            ours = False
        refuse_to_overwrite(file, output, *([b""] if ours else []), sort=NOT_TABLES)
    elif file != DASH and target.resolve() in (Path(file).resolve(), *Path(file).resolve().parents):
        message = worded("Error: {file} is the file that is read; write elsewhere.", file=called(output))
        raise CommandError([message])
    model = load()
    try:
        written = save_tables(model, output, format=format)
    except MissingExtraError as error:
        raise CommandError(lines_of(error)) from error
    except ValueError as error:  # more than a workbook can hold
        raise click.UsageError(error.args[0]) from error
    except OSError as error:
        raise not_written(str(error.filename or output), error) from error
    return tuple((path, path.stat().st_size) for path in written)


def mapping_in(file: str) -> TableMapping:
    """Return the mapping in a file.

    Raises:
        CommandError: It cannot be read, or what is in it is broken; every fault is named.
    """
    from partnermodel.errors import PartnermodelError
    from partnermodel.formats.tables.mappings.mapping_files import mapping_from

    data = read(file)
    refuse_no_mapping(file, data)
    try:
        return mapping_from(data, called(file), json=file.lower().endswith(".json"))
    except PartnermodelError as error:
        raise CommandError(lines_of(error), BROKEN) from error


def waiting(
    tables: Sequence[str], language: str, work: Callable[..., Any], *given: Any, **options: Any
) -> Any:
    """Return what a work makes of tables, with a bar for whoever waits, and every fault in words."""
    from partnermodel.cli.waiting import bar, said
    from partnermodel.errors import PartnermodelError

    name = called(tables[0]) if len(tables) == 1 else worded("{count} tables", count=len(tables))
    try:
        with bar(said(language, "command-reading", file=name)) as show:
            return work(list(tables), *given, progress=show, **options)
    except PartnermodelError as error:
        raise CommandError(lines_of(error), BROKEN) from error
    except ValueError as error:  # an encoding that nobody knows
        raise click.UsageError(error.args[0]) from error
    except OSError as error:
        file = called(str(error.filename or tables[0]))
        reason = reason_of(error)
        message = worded("Error: {file} cannot be read: {reason}.", file=file, reason=reason)
        raise CommandError([message]) from error
