"""How the commands print answers that have several tables: as text, Markdown, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partnermodel.cli.output import escaped, say, say_json, say_table, say_text

if TYPE_CHECKING:
    from partnermodel.values.table import Shown

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("text", "md", "json", "csv")


def format_option(function: F) -> F:
    """Add the option that says how an answer is printed."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="text",
        help="How to print it: text, Markdown (md), json, or csv.",
    )
    return option(function)


def say_answers(
    form: str, answers: Mapping[str, Shown], language: str, *, besides: Mapping[str, object] | None = None
) -> None:
    """Print answers: for people their tables, for other programs their rows.

    Args:
        form: One of `FORMATS`.
        answers: The answers by their names. As CSV there is one of them.
        language: The language of the tables.
        besides: What JSON has besides.
    """
    from partnermodel.views.written import csv_rows, csv_text, markdown

    if form == "json":
        say_json({**{name: list(answer.rows()) for name, answer in answers.items()}, **(besides or {})})
        return
    for place, answer in enumerate(answers.values()):
        if place:
            say("")
        if form == "text":
            say_table(answer.table(language=language))
        elif form == "md":
            say(*markdown(answer.table(language=language)).split("\n"))
        else:
            lines = csv_text([tuple(map(_safe, row)) for row in csv_rows(answer.rows())])
            say_text(lines.replace("\r\n", "\n").removesuffix("\n"))


def _safe(value: Any) -> Any:
    """Return a value whose texts cannot act on a terminal."""
    return escaped(value) if isinstance(value, str) else value
