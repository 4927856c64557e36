"""From the name of a file to the model in it, or to words about why not."""

from __future__ import annotations

import sys
from errno import EBADF
from pathlib import Path
from typing import TYPE_CHECKING

from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import escaped
from partnermodel.wording import one_by_one, worded

if TYPE_CHECKING:
    from partnermodel.cli.privacy import Privacy
    from partnermodel.errors import Issue, PartnermodelError, UnknownIdError
    from partnermodel.model.model import PartnerModel

DASH = "-"

_NAMED = 5
"""So many ids are told for one name."""


def called(file: str) -> str:
    """Return what a file is called in a message."""
    return worded("standard input") if file == DASH else escaped(file)


_REASONS = {
    str(reason): reason
    for reason in (
        worded("No such file or directory"),
        worded("Permission denied"),
        worded("Is a directory"),
        worded("Not a directory"),
        worded("Read-only file system"),
        worded("No space left on device"),
        worded("File name too long"),
        worded("Input/output error"),
    )
}
"""What systems say of files, as far as it can be said in other languages, too."""


def reason_of(error: OSError) -> str:
    """Return why a file cannot be read or written, in the words of the system."""
    said = error.strerror or str(error)
    return _REASONS.get(said, said)


def read(file: str) -> bytes:
    """Return what is in a file.

    Raises:
        CommandError: It cannot be read.
    """
    try:
        if file != DASH:
            return Path(file).read_bytes()
        if sys.stdin is None:
            raise OSError(EBADF, worded("it is closed"))
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = reason_of(error)
        raise CommandError(
            [worded("Error: {file} cannot be read: {reason}.", file=called(file), reason=reason)]
        ) from error


def load_file(
    file: str,
    *,
    broken: int = BROKEN,
    language: str = "en",
    privacy: Privacy | None = None,
    data: bytes | None = None,
) -> PartnerModel:
    """Return the model in a file.

    Args:
        file: The name of the file, or a dash.
        broken: The exit code of a broken file.
        language: The language in which whoever waits is told so.
        privacy: What is to be taken out of it at once.
        data: What is in the file, if it has been read.

    Raises:
        CommandError: It cannot be read, or what is in it is broken; every fault is named.
    """
    data = read(file) if data is None else data
    from partnermodel.cli.strangers import no_model
    from partnermodel.cli.waiting import bar, said
    from partnermodel.errors import PartnermodelError
    from partnermodel.formats.files import loads

    try:
        with bar(said(language, "command-reading", file=called(file))) as show:
            model = loads(data, source=called(file), progress=show)
    except PartnermodelError as error:
        stranger = no_model(file, data)
        raise CommandError(lines_of(error) if stranger is None else [stranger], broken) from error
    try:
        return model if privacy is None else privacy.of(model)
    except ValueError as error:  # a mark in the file is not understood
        message = worded("Error: {file}: {message}.", file=called(file), message=error.args[0])
        raise CommandError([message], broken) from error


def about(file: str, message: str) -> CommandError:
    """Return the error that says something of a file."""
    return CommandError([worded("Error: {file}: {message}", file=called(file), message=message)])


def unknown_id(error: UnknownIdError, model: PartnerModel, text: str, *, type: str | None = None) -> str:
    """Return what is wrong with an id that no record has, and the ids of those that it is the name of.

    Whoever asks for one record types what people call it, and is told what the file calls it.
    """
    from partnermodel.queries.lookup import find

    found = find(model, text, type=type)
    ids = [escaped(match.entity.id) for match in found if match.exact and match.field != "id"]
    if not ids:
        return error.heading
    some = one_by_one([*ids[:_NAMED], *(["…"] if len(ids) > _NAMED else [])])
    hint = worded("Give an id instead of a name: {ids}.", ids=some)
    return worded("{first} {second}", first=error.heading, second=hint)


def lines_of(error: PartnermodelError) -> list[str]:
    """Return an error as lines: what failed, and a line for each fault."""
    from partnermodel.errors import WORDED_AT_MOST

    lines = [error.heading, *map(line_of, error.issues[:WORDED_AT_MOST])]
    return [*lines, worded("  {rest}", rest=error.rest)] if error.rest else lines


def line_of(issue: Issue) -> str:
    """Return an issue as a line, letter for letter as it prints, that can be told in another language."""
    hint = worded(" {hint}", hint=issue.hint) if issue.hint else ""
    return worded(
        "  {path}: {message}.{hint} [{code}]",
        path=issue.path,
        message=issue.message,
        hint=hint,
        code=issue.code,
    )
