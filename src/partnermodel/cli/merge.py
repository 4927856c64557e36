"""`partnermodel merge`: two versions of a file made one; it is also a merge driver for git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from partnermodel.cli.command import FILE, Command, language_option, output_option
from partnermodel.cli.guard import CommandError, meaning_of
from partnermodel.cli.output import complain, escaped, typed
from partnermodel.cli.reading import DASH, called, lines_of, read
from partnermodel.cli.writing import NO_MODEL, refuse_to_overwrite, write
from partnermodel.wording import together, worded

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel
    from partnermodel.queries.merging.conflicts import MergeConflict
    from partnermodel.queries.merging.merge import Merged

SIDES = (worded("base"), worded("ours"), worded("theirs"))

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


def _name_of(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the value of an option when a model can be called so, or None; else say what is wrong."""
    if value is None:
        return None
    from partnermodel.values.fields import LINE_RULE

    for issue in LINE_RULE.faults(value, ""):
        sentences = worded("{message}. {hint}", message=issue.message, hint=issue.hint)
        raise click.BadParameter(sentences, context, parameter)
    return value


@click.command(
    cls=Driver,
    examples=[
        "partnermodel merge base.json ours.json theirs.json -o merged.json",
        "partnermodel merge town.json region.json --same c-007=college --name Both -o both.json",
        "partnermodel merge register.json --same fifteenth=school-15 --prefer ours -o register.json",
        "git config merge.partnermodel.driver 'partnermodel merge %O %A %B -o %A --path %P'",
    ],
)
@click.argument("files", metavar="[BASE] OURS [THEIRS]", nargs=-1, required=True, type=FILE)
@output_option(required=False, dash=True)
@click.option(
    "--same",
    multiple=True,
    metavar="ID=ID",
    help="A record of THEIRS, and the record of OURS that it is, whose id stays; may be repeated.",
)
@click.option(
    "--prefer",
    type=click.Choice(["ours", "theirs"]),
    help="The side that is kept where both say different things.",
)
@click.option("--name", metavar="TEXT", callback=_name_of, help="The name of the merged model.")
@click.option("--path", metavar="NAME", help="What the merged file is called in what is said of it.")
@language_option
@click.pass_context
def merge(
    context: click.Context,
    files: tuple[str, ...],
    *,
    output: str,
    same: tuple[str, ...],
    prefer: Literal["ours", "theirs"] | None,
    name: str | None,
    path: str | None,
    language: str,
) -> None:
    """Merge two versions of a file, record by record and field by field.

    BASE is the version that both were made from. Leave it out, or give an empty file, where there is none:
    all that either has is kept then. What only one of the two has changed is changed. Where both say
    different things, the result has both between the markers of git, each conflict is told on standard
    error, and the exit code is 1; with --prefer, the side that it names is kept, and each is told as well.
    When the exit code is 129, nothing was written. Of one file, --same joins records that are one.
    """
    _refuse_other_numbers(context, files, same)
    kept = files[-2:][0]  # the only one, or OURS
    if output != DASH and not _is(kept, output):
        for file in files:
            refuse_to_overwrite(file, output, b'"format_version"', sort=NO_MODEL)
    base, one, other = _models(files, path)
    from partnermodel.cli.same import refused, same_pairs
    from partnermodel.errors import PartnermodelError
    from partnermodel.formats.conflicted import conflicted
    from partnermodel.formats.files import dumps
    from partnermodel.queries.merging.merge import merge as merge_models

    pairs = same_pairs(same, one, other)
    alone = called(kept) if path is None else escaped(path)
    sides = (SIDES[1], alone if len(files) == 1 else SIDES[2])

    def merged(side: Literal["a", "b"]) -> Merged:
        return merge_models(one, other, base=base, prefer=side, same=pairs, name=name, sides=sides)

    try:
        found = merged("b" if prefer == "theirs" else "a")
    except PartnermodelError:
        raise
    except ValueError as error:  # what is said to be one cannot be
        raise refused(error.args[0]) from error
    _refuse_loops(found)
    undecided = found.conflicts and prefer is None
    text = conflicted(found.model, merged("b").model) if undecided else dumps(found.model)
    write(output, [text.encode()])
    if found.conflicts:
        shown = escaped(path or (called(kept) if output == DASH else output))
        mend = _mend(path, output) if undecided else None
        complain(*_told(found, _head(shown, len(found.conflicts), prefer), mend, language))
    if undecided:
        context.exit(CONFLICTS)


def _refuse_other_numbers(context: click.Context, files: Sequence[str], same: Sequence[str]) -> None:
    """Refuse more files than there are sides, fewer than can be merged, and standard input twice."""
    if len(files) > len(SIDES):
        more = " ".join(files[len(SIDES) :])
        message = (
            worded("Got unexpected extra argument ({arguments})", arguments=more)
            if len(files) == len(SIDES) + 1
            else worded("Got unexpected extra arguments ({arguments})", arguments=more)
        )
        raise click.UsageError(message, context)
    if len(files) == 1 and not same:
        message = worded("one file has nothing to be merged with: give another, or --same for records of it.")
        raise click.UsageError(message, context)
    if files.count(DASH) > 1:
        raise click.UsageError(worded("standard input can be read only once: give at most one '-'."), context)


def _models(files: Sequence[str], path: str | None) -> tuple[PartnerModel | None, PartnerModel, PartnerModel]:
    """Return the common ancestor, if there is one, and the two sides; of one file, the first is empty."""
    from partnermodel.model.model import PartnerModel

    sides = SIDES[len(SIDES) - len(files) :]
    if len(files) == 1:
        (file,) = files
        model = _model(read(file), called(file) if path is None else escaped(path))
        empty = PartnerModel(model.name, language=model.language, vocabulary=model.vocabulary)
        return None, empty, model
    names = [
        called(file) if path is None else worded("{file} ({side})", file=escaped(path), side=side)
        for file, side in zip(files, sides, strict=True)
    ]
    before, (one, other) = files[:-2], files[-2:]
    data = read(before[0]) if before else b""
    base = _model(data, names[0]) if data.strip() else None
    return base, _model(read(one), names[-2]), _model(read(other), names[-1])


def _refuse_loops(merged: Merged) -> None:
    """Refuse to make one record of two that a relation joins: no side of a conflict could hold that."""
    from partnermodel.model.relations import Relation

    ids = dict(merged.renamed)
    lines = [
        worded("  {place}: {reason}", place=escaped(conflict.place), reason=conflict.reason)
        for conflict in merged.conflicts
        if isinstance(conflict.b, Relation)
        and ids.get(conflict.b.source, conflict.b.source) == ids.get(conflict.b.target, conflict.b.target)
    ]
    if lines:
        head = worded("Error: --same makes one record of two that a relation joins:")
        mend = worded("Take the relation out of the file first, or leave the pair out.")
        raise CommandError([head, *lines, mend])


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


def _mend(path: str | None, output: str) -> str:
    """Return what is to be done with conflicts; only where git asks for the merge is it to be told of it."""
    if path is not None:
        return worded(
            "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, remove these "
            "lines and =======, check the file, and add it (git add)."
        )
    mend = worded(
        "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, and remove these "
        "lines and =======."
    )
    check = worded("Then check the file: {command}", command=f"partnermodel check {typed(output)}")
    return mend if output == DASH else together(mend, check)


def _head(file: str, count: int, prefer: str | None) -> str:
    """Return what is said before conflicts are told: that they are left to decide, or who decided them."""
    if prefer is None and count == 1:
        return worded("{file}: 1 conflict is left to decide:", file=file)
    if prefer is None:
        return worded("{file}: {count} conflicts are left to decide:", file=file, count=count)
    by = f"--prefer {prefer}"
    if count == 1:
        return worded("{file}: 1 conflict was decided by {option}:", file=file, option=by)
    return worded("{file}: {count} conflicts were decided by {option}:", file=file, count=count, option=by)


def _told(merged: Merged, head: str, mend: str | None, language: str) -> list[str]:
    from partnermodel.language.retelling import retold
    from partnermodel.model.catalogues import RECORD_TYPES

    conflicts = merged.conflicts
    types = ["", *RECORD_TYPES]

    def in_the_file(one: MergeConflict) -> tuple[int, str, bool]:
        return types.index(one.type), one.record, one.field.startswith("vocabulary.")

    lines = (
        f"  {conflict.told(language, sides=conflicts.sides)}"
        for conflict in sorted(conflicts, key=in_the_file)
    )
    mends = [] if mend is None else [retold(mend, language=language)]
    return [retold(head, language=language), *lines, *mends]
