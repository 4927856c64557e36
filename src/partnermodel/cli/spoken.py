"""What a command says of itself, in the language of its face: how it is called, and what its options do."""

from __future__ import annotations

import click

from partnermodel.cli.face import ENGLISH, HELP_OPTION


class Spoken(click.Command):
    """A command that says all of its help in one language, what click adds to it too."""

    words = ENGLISH

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that asks for help, which says so in the language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.words.options[HELP_OPTION]
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{self.words.usage}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        required = f"[{self.words.required}]"
        with formatter.section(self.words.headings[0]):
            formatter.write_dl(
                [(record[0], record[1].replace("[required]", required)) for record in records if record]
            )
