"""Between the commands and the person: every error becomes a few plain lines, and an exit code."""

from __future__ import annotations

import os
import sys

from partnermodel.cli.output import abandon, complain, flush, prepare

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def guarded(run: Callable[[], int]) -> int:
    """Run a command and return its exit code, having said on standard error what went wrong."""
    prepare()
    try:
        code = run()
        flush()
    except CommandError as trouble:
        complain(*trouble.lines)
        code = trouble.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        code = PIPE_CLOSED
    except Exception as error:
        code = _told(error)
    return code


def _told(error: Exception) -> int:
    """Say what an error means, and return its exit code."""
    import click  # here, where something has gone wrong, so that all that goes well need not wait for it

    if isinstance(error, click.Abort):
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        _usage(error)
        return error.exit_code
    return _unexpected(error)


def _usage(error: click.ClickException) -> None:
    context: click.Context | None = getattr(error, "ctx", None)
    if context is not None:
        complain(*context.get_usage().splitlines(), f"Try '{context.command_path} --help' for help.", "")
    complain(f"Error: {error.format_message()}")


def _unexpected(error: Exception) -> int:
    if isinstance(error, OSError) and error.filename is None:
        # Files are read and written where their names are known: what is left is the terminal or the pipe.
        abandon(sys.stdout)
        complain(f"Error: standard output cannot be written: {error.strerror or error}.")
        return USAGE
    if os.environ.get(DEBUG, "0") not in ("", "0"):
        import traceback

        traceback.print_exc(file=sys.stderr)
    complain(
        f"Error: this is a fault of partnermodel, please report it: {type(error).__name__}: {error} "
        f"({DEBUG}=1 shows where it is)"
    )
    return INTERNAL
