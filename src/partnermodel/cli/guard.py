"""Between the commands and the person: every error becomes a few plain lines, and an exit code."""

from __future__ import annotations

import os
import sys

from partnermodel.cli.output import abandon, complain, flush, prepare

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import click

DONE = 0
BROKEN = 1
USAGE = 2
INTERNAL = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports of a program that a closed pipe has ended."""

DEBUG = "PARTNERMODEL_DEBUG"
"""The variable that, set to anything but nothing or 0, asks for the traceback of our own faults."""


class CommandError(Exception):
    """What keeps a command from being carried out, in lines for a person.

    Args:
        lines: What is wrong; the first line says of what.
        exit_code: What to leave with.
    """

    def __init__(self, lines: Iterable[str], exit_code: int = USAGE) -> None:
        self.lines = tuple(lines)
        self.exit_code = exit_code
        super().__init__(*self.lines)


def guarded(run: Callable[[], int], args: Sequence[str] = ()) -> int:
    """Run a command and return its exit code, having said on standard error what went wrong.

    Args:
        run: The command.
        args: Its arguments, which say in which language.
    """
    prepare()
    try:
        code = run()
        flush()
    except CommandError as trouble:
        complain(*in_language_of(args, trouble.lines))
        code = trouble.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        code = PIPE_CLOSED
    except Exception as error:
        lines, code = meaning_of(error)
        if lines:
            complain(*in_language_of(args, lines))
    return code


def in_language_of(args: Sequence[str], lines: Iterable[str]) -> Iterable[str]:
    """Return lines in the language that arguments or the environment ask for, whatever else they ask for.

    Args:
        args: The arguments, which may make no sense.
        lines: What is to be said, in English.
    """
    from partnermodel.cli.face import LANGUAGE, LANGUAGES, language_of

    language = language_of(args, os.environ.get(LANGUAGE, ""))
    if language == LANGUAGES[0]:
        return lines
    from partnermodel.language.retelling import retold

    return [retold(line, language=language) for line in lines]


def meaning_of(error: Exception) -> tuple[Sequence[str], int]:
    """Return what an error means, in lines, and its exit code."""
    import click  # here, where something has gone wrong, so that all that goes well need not wait for it

    if isinstance(error, click.Abort):
        return (), INTERRUPTED
    if isinstance(error, click.ClickException):
        return _usage(error), error.exit_code
    return _unexpected(error)


def _usage(error: click.ClickException) -> list[str]:
    from partnermodel.cli.usage import refusal
    from partnermodel.wording import worded

    context: click.Context | None = getattr(error, "ctx", None)
    before: list[str] = []
    if context is not None:
        first, *more = context.get_usage().splitlines()
        if first.startswith("Usage: "):
            first = worded("Usage: {usage}", usage=first.removeprefix("Usage: "))
        before = [first, *more, worded("Try '{command} --help' for help.", command=context.command_path), ""]
    return [*before, worded("Error: {message}", message=refusal(error))]


def _unexpected(error: Exception) -> tuple[Sequence[str], int]:
    from partnermodel.wording import worded

    if isinstance(error, OSError) and error.filename is None:
        # Files are read and written where their names are known: what is left is the terminal or the pipe.
        abandon(sys.stdout)
        from partnermodel.cli.reading import reason_of

        return [worded("Error: standard output cannot be written: {reason}.", reason=reason_of(error))], USAGE
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        import traceback

        traceback.print_exc(file=sys.stderr)
    message = worded(
        "Error: this is a fault of partnermodel, please report it: {error} ({variable}=1 shows where it is)",
        error=f"{type(error).__name__}: {error}",
        variable=DEBUG,
    )
    return [message], INTERNAL
