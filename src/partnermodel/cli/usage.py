"""What click says of arguments that it refuses, told apart so that it can be said in other languages."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

import click

from partnermodel.wording import Worded, worded

SAYINGS = (
    "Missing command.",
    "Missing argument {name}.",
    "Missing argument {name}. {message}",
    "Missing option {name}.",
    "Missing option {name}. {message}",
    "Invalid value: {message}",
    "Invalid value for {name}: {message}",
    "No such option {name}.",
    "No such option {name}. {message}",
    "No such option: {name} {message}",
    "No such option: {name}",
    "Did you mean {names}?",
    "(Did you mean one of: {names}?)",
    "(Possible options: {names})",
    "Option {name} requires an argument.",
    "Option {name} does not take a value.",
    "Got unexpected extra argument ({arguments})",
    "Got unexpected extra arguments ({arguments})",
    "Choose from:\n\t{words}",
    "File {name} does not exist.",
    "Path {name} does not exist.",
    "File {name} is a directory.",
    "File {name} is not readable.",
    "Path {name} is not readable.",
    "{value} is not one of {words}.",
    "{value} is not a valid integer.",
    "{value} is not a valid integer range.",
    "{value} is not a valid float.",
    "{value} is not a valid float range.",
    "{value} is not in the range {range}.",
)
"""The sentences of click that our commands can lead to; the first that fits is taken."""


def refusal(error: click.ClickException) -> str:
    """Return what an error says, worded where it is known.

    What is not known, as in a release of click that puts it otherwise, stays as it is.

    Example:
        >>> print(refusal(click.UsageError("Missing command.")))
        Missing command.
    """
    return _recognised(error.format_message(), error.message)


def _recognised(text: str, ours: str) -> str:
    """Return a text worded, in which a message of our own is kept as it was worded."""
    if text == ours and isinstance(ours, Worded):
        return ours
    for saying in SAYINGS:
        if found := _pattern(saying).fullmatch(text):
            values = {
                name: _recognised(value, ours) if name == "message" else value
                for name, value in found.groupdict().items()
            }
            return worded(saying, **values)
    return text


@cache
def _pattern(saying: str) -> re.Pattern[str]:
    return re.compile(
        "".join(
            re.escape(literal) + (f"(?P<{gap}>.+?)" if gap else "")
            for literal, gap, _, _ in Formatter().parse(saying)
        ),
        re.DOTALL,
    )
