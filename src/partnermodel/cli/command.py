"""What the commands have in common: examples in their help, files, days and codes as arguments."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partnermodel.cli.face import LANGUAGE, LANGUAGE_OPTION, LANGUAGES, language_of
from partnermodel.cli.reading import DASH
from partnermodel.cli.spoken import Spoken
from partnermodel.wording import one_of_these, together, worded

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel

F = TypeVar("F", bound=Callable[..., Any])

_FEW = 40
"""So many codes are told to whoever has given one that nobody knows."""

FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
"""The name of a file that is there, or a dash."""


class Command(Spoken):
    """A command whose help ends with examples.

    Args:
        *args: For click.
        examples: Command lines that can be copied.
        **kwargs: For click.
    """

    def __init__(self, *args: Any, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples at the end of the help."""
        with formatter.section(self.words.examples[len(self.examples) > 1]):
            for example in self.examples:
                formatter.write(f"  {example}\n")


def day_of(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the value of an option when it is a date, or None; else say how dates are written."""
    if value is None:
        return None
    from partnermodel.errors import PartnermodelError
    from partnermodel.values.dates import span

    try:
        span(value)
    except PartnermodelError as error:
        issue = error.issues[0]
        sentences = worded("{message}. {hint}", message=issue.message, hint=issue.hint)
        raise click.BadParameter(sentences, context, parameter) from error
    return value


def day_option(name: str, *names: str, help: str) -> Callable[[F], F]:
    """Return an option that takes a day, a month or a year."""
    return click.option(name, *names, metavar="DAY", callback=day_of, help=help)


def output_option(*, required: bool = True, dash: bool = False) -> Callable[[F], F]:
    """Return the option that names the file to write.

    Args:
        required: Whether it must be given. Where it need not be and a dash may, a dash is meant without it.
        dash: Whether a dash may be given, which prints what else would be written.
    """
    printed: dict[str, Any] = {"default": DASH} if dash and not required else {}
    how = "; else it is printed, as with -" if printed else "; - prints it" if dash else ""
    return click.option(
        "-o",
        "--output",
        required=required,
        type=click.Path(dir_okay=False, allow_dash=dash),
        help=f"The file to write{how}.",
        **printed,
    )


def language_option(function: F) -> F:
    """Add the option that says in which language an answer is told."""
    option = click.option(
        *LANGUAGE_OPTION,
        "language",
        type=click.Choice(LANGUAGES),
        default=lambda: language_of((), os.environ.get(LANGUAGE, "")),
        callback=_nearest,
        help="The language of what is told: en or ru. Names, ids, json and csv stay as they are.",
    )
    return option(function)


def _nearest(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Return the language that a command is given, or else the one that was given before its name."""
    given = context.get_parameter_source("language") is click.core.ParameterSource.COMMANDLINE
    above = context.parent.params.get("language") if context.parent is not None else None
    return value if given or above is None else str(above)


def known_codes(
    model: PartnerModel, option: str, schemes: Iterable[str], given: Sequence[str]
) -> Sequence[str] | None:
    """Return the codes that were asked for, or None for any.

    Args:
        model: The model, which knows the words of its vocabulary and those that its records use.
        option: The option that holds them: `--kind`, `--role` or `--status`.
        schemes: The schemes of the codes.
        given: The codes.

    Raises:
        click.BadParameter: Neither the vocabulary nor a record has one of them: nothing could be found.
    """
    if not given:
        return None
    from partnermodel.model.slips import codes_in_use

    words = sorted({code for scheme in schemes for code in model.vocabulary.codes(scheme)})
    known = {*words, *filter(None, model.once(codes_in_use)[option.lstrip("-")])}
    for code in given:
        if code not in known:
            from partnermodel.errors import did_you_mean

            unknown = worded("{code} is not a known code.", code=repr(code))
            near = did_you_mean(code, sorted(known))
            if not near and len(words) <= _FEW:
                near = one_of_these(words)
            message = together(unknown, near)
            raise click.BadParameter(message, param_hint=f"'{option}'")
    return given


def narrowed(model: PartnerModel, status: Sequence[str], day: str | None) -> PartnerModel:
    """Return what is in some statuses and may hold on a day, as `--status` and `--at` ask.

    Raises:
        click.BadParameter: No such status is known.
    """
    statuses = known_codes(model, "--status", ["status"], status)
    # By the statuses first: a word that only records of other days have is known as well.
    there = model if statuses is None else model.where(status=statuses)
    return there if day is None else there.at(day)
