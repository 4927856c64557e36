"""How the commands print answers that have several tables: as text, Markdown, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partnermodel.cli.output import escaped, say, say_json, say_table, say_text

if TYPE_CHECKING:
    from partnermodel.values.table import Table

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
    form: str,
    answers: Mapping[str, Any],
    tables: Callable[[Any], Table],
    *,
    classes: Mapping[str, type] | None = None,
    besides: Mapping[str, Any] | None = None,
) -> None:
    """Print answers.

    Args:
        form: One of `FORMATS`.
        answers: The answers by their names; each is a list of frozen values. As CSV there is one of them.
        tables: Makes the table of an answer.
        classes: The class of the values of each answer, whose fields are the columns of its CSV; without
            it they are those of the table.
        besides: What JSON has besides.
    """
    from partnermodel.views.written import csv_text, markdown, plain_rows

    if form == "json":
        found = {name: [_plain(item) for item in answer] for name, answer in answers.items()}
        say_json({**found, **(besides or {})})
        return
    for place, (name, answer) in enumerate(answers.items()):
        if place:
            say("")
        if form == "text":
            say_table(tables(answer))
        elif form == "md":
            say(*markdown(tables(answer)).split("\n"))
        else:
            table = tables(answer)
            rows = plain_rows(classes[name], answer) if classes else ((*table.columns,), *table.rows)
            lines = csv_text([tuple(map(_safe, row)) for row in rows])
            say_text(lines.replace("\r\n", "\n").removesuffix("\n"))


def _safe(value: Any) -> Any:
    """Return a value whose texts cannot act on a terminal."""
    return escaped(value) if isinstance(value, str) else value


def _plain(item: Any) -> Any:
    import attrs

    return attrs.asdict(item, filter=lambda field, _: not field.name.startswith("_"))
