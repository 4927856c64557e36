"""The group of commands: it knows their names and summaries, and loads the one that is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from partnermodel import __version__
from partnermodel.cli.door import COMPLETION
from partnermodel.cli.face import (
    COMMANDS,
    ENGLISH,
    EPILOG,
    HELP,
    HELP_OPTION,
    LANGUAGE,
    LANGUAGE_OPTION,
    LANGUAGES,
    OPTIONS,
    PROGRAM,
    VERSION_OPTION,
    language_of,
    version_line,
)
from partnermodel.cli.guard import DONE, USAGE, guarded
from partnermodel.cli.spoken import Spoken
from partnermodel.wording import together, worded


class Main(Spoken, click.Group):
    """A group whose commands stay on disk until they are called."""

    def in_language(self, language: str) -> Main:
        """Return the group that says the same of itself in a language."""
        if language == LANGUAGES[0]:
            return self
        from partnermodel.cli.russian.commands import in_russian

        return in_russian(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of a first visit."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"partnermodel.cli.{name}"), name)
        assert isinstance(command, click.Command)
        if self.words is ENGLISH:
            return command
        from partnermodel.cli.russian.commands import in_russian

        return in_russian(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; of an unknown one, say the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from partnermodel.errors import did_you_mean

            unknown = worded("No such command {name}.", name=repr(args[0]))
            ctx.fail(together(unknown, did_you_mean(args[0], COMMANDS)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without loading any."""
        with formatter.section(self.words.headings[1]):
            formatter.write_dl(list(self.words.commands.items()))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does, and then each command."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

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
        spoken = self.in_language(language_of(given, os.environ.get(LANGUAGE, "")))

        def run() -> int:
            if instruction := os.environ.get(COMPLETION):
                from click.shell_completion import shell_complete

                return shell_complete(self, extra, PROGRAM, COMPLETION, instruction)
            try:
                with spoken.make_context(PROGRAM, [*given], **extra) as context:
                    spoken.invoke(context)
            except click.exceptions.Exit as left:
                return left.exit_code
            return DONE

        sys.exit(guarded(run, given))


@click.group(
    cls=Main,
    epilog=EPILOG,
    context_settings={"help_option_names": list(HELP_OPTION)},
    help=HELP,
)
@click.version_option(
    __version__,
    *VERSION_OPTION,
    message=version_line("%(version)s"),
    help=OPTIONS[VERSION_OPTION],
)
@click.option(
    *LANGUAGE_OPTION,
    "language",
    type=click.Choice(LANGUAGES),
    help=OPTIONS[LANGUAGE_OPTION],
)
def main(language: str | None) -> None:
    """Run one of the commands."""
