"""`partnermodel merge`: two versions of a file made one; it is also a merge driver for git."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partnermodel.cli.command import FILE, Command, language_option, output_option
from partnermodel.cli.guard import CommandError, meaning_of
from partnermodel.cli.output import complain, escaped
from partnermodel.cli.reading import DASH, called, lines_of, read
from partnermodel.cli.writing import NO_MODEL, refuse_to_overwrite, write
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel
    from partnermodel.queries.merging.merge import Merged

CONFLICTS = 1
FAILED = 129
"""From 129 up, git takes a driver for broken down, and does not take what is there for a result."""


class Driver(Command):
    """A command that never leaves with what git would take for a conflict when there is something else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        with _failing():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _failing():
            return super().invoke(ctx)


@contextmanager
def _failing() -> Iterator[None]:
    """Let whatever goes wrong end with the exit code of a driver that has broken down."""
    try:
        yield
    except CommandError as error:
        raise CommandError(error.lines, FAILED) from error
    except (click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:
        raise CommandError(meaning_of(error)[0], FAILED) from error


@click.command(
    cls=Driver,
    examples=[
        "partnermodel merge base.json ours.json theirs.json -o merged.json",
        "git config merge.partnermodel.driver 'partnermodel merge %O %A %B -o %A --path %P'",
    ],
)
@click.argument("base", type=FILE)
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@output_option(required=False, dash=True)
@click.option("--path", metavar="NAME", help="What the merged file is called in what is said of it.")
@language_option
@click.pass_context
def merge(
    context: click.Context,
    base: str,
    ours: str,
    theirs: str,
    *,
    output: str,
    path: str | None,
    language: str,
) -> None:
    """Merge two versions of a file, record by record and field by field.

    BASE is the version that both were made from; an empty file if there is none. What only one of the two
    has changed is changed. Where both say different things, the result has both between the markers of git,
    each conflict is told on standard error, and the exit code is 1. When it is 129, nothing was written.
    """
    files = (base, ours, theirs)
    if files.count(DASH) > 1:
        raise click.UsageError(worded("standard input can be read only once: give at most one '-'."), context)
    if output != DASH and not _is(ours, output):
        for file in (base, theirs):
            refuse_to_overwrite(file, output, b'"format_version"', sort=NO_MODEL)
    sides = worded("base"), worded("ours"), worded("theirs")
    names = [
        called(file) if path is None else worded("{file} ({side})", file=escaped(path), side=side)
        for file, side in zip(files, sides, strict=True)
    ]
    data = read(base)
    before = _model(data, names[0]) if data.strip() else None
    one, other = (_model(read(file), name) for file, name in zip(files[1:], names[1:], strict=True))
    from partnermodel.formats.conflicted import conflicted
    from partnermodel.formats.files import dumps
    from partnermodel.queries.merging.merge import merge as merge_models

    found = merge_models(one, other, base=before, prefer="a", sides=sides[1:])
    text = dumps(found.model)
    if found.conflicts:
        text = conflicted(found.model, merge_models(one, other, base=before, prefer="b").model)
    write(output, [text.encode()])
    if found.conflicts:
        shown = path or (called(ours) if output == DASH else output)
        complain(*_told(found, escaped(shown), language))
        context.exit(CONFLICTS)


def _is(file: str, output: str) -> bool:
    try:
        return file != DASH and Path(output).samefile(file)
    except OSError:
        return False


def _model(data: bytes, name: str) -> PartnerModel:
    from partnermodel.errors import PartnermodelError
    from partnermodel.formats.files import loads

    try:
        return loads(data, source=name)
    except PartnermodelError as error:
        raise CommandError(lines_of(error)) from error


def _told(merged: Merged, file: str, language: str) -> list[str]:
    from partnermodel.language.retelling import retold

    conflicts = merged.conflicts
    head = (
        worded("{file}: 1 conflict is left to decide:", file=file)
        if len(conflicts) == 1
        else worded("{file}: {count} conflicts are left to decide:", file=file, count=len(conflicts))
    )
    mend = worded(
        "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, remove these "
        "lines and =======, check the file, and add it (git add)."
    )
    lines = (f"  {conflict.told(language, sides=conflicts.sides)}" for conflict in conflicts)
    return [retold(head, language=language), *lines, retold(mend, language=language)]
