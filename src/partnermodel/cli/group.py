"""The group of commands: it knows their names and summaries, and loads the one that is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from partnermodel.cli.guard import USAGE, guarded

COMMANDS = {
    "summary": "Say what a file holds, on whose word, and what is not known.",
    "check": "Say what is broken or doubtful in a file.",
    "partners": "List who an organisation works with.",
    "coverage": "Show who serves which group where, and who is left out.",
    "diff": "Say what is different between two files.",
    "schema": "Print the JSON Schema of the files.",
    "report": "Write a page about a file that anybody can read.",
}
"""Every command with the summary that its own file gives; a test holds the two together."""

PROGRAM = "partnermodel"
_COMPLETION = "_PARTNERMODEL_COMPLETE"


class Main(click.Group):
    """A group whose commands stay on disk until they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of a first visit."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"partnermodel.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; of an unknown one, say the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from partnermodel.errors import did_you_mean

            ctx.fail(f"No such command {args[0]!r}. {did_you_mean(args[0], COMMANDS)}".rstrip())
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; when there are none, say on standard error what could be given."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(USAGE)
        return super().parse_args(ctx, args)

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:
        """Run the command line, and leave with its exit code: never with a traceback.

        Args:
            args: The arguments; those of the process when left out.
            *_: Not used.
            **extra: For the context, as click takes them.
        """
        for setting in ("prog_name", "complete_var", "standalone_mode", "windows_expand_args"):
            extra.pop(setting, None)
        given = sys.argv[1:] if args is None else list(args)

        def run() -> int:
            if instruction := os.environ.get(_COMPLETION):
                from click.shell_completion import shell_complete

                return shell_complete(self, extra, PROGRAM, _COMPLETION, instruction)
            with self.make_context(PROGRAM, given, **extra) as context:
                self.invoke(context)
            return 0

        sys.exit(guarded(run))
