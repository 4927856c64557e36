"""What the commands that answer have in common: options that leave out what must not be published."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel

F = TypeVar("F", bound=Callable[..., Any])


class Privacy:
    """What is taken out of a model as soon as it is read, so that no answer can have it.

    Args:
        redact: Whether persons and strangers' data go.
        min_count: The least number that may be told, or None for any.
    """

    def __init__(self, *, redact: bool, min_count: int | None) -> None:
        self.redact, self.min_count = redact, min_count

    def of(self, model: PartnerModel) -> PartnerModel:
        """Return the model without it.

        Raises:
            ValueError: A mark in the model is not understood.
        """
        if not self.redact and self.min_count is None:
            return model
        from partnermodel.model.redaction import redacted

        return redacted(model, persons=self.redact, extra=self.redact, min_count=self.min_count)


def privacy_options(function: F) -> F:
    """Add the options that say what is left out of an answer; the command is given them as `privacy`."""

    @wraps(function)
    def command(*args: Any, redact: bool, min_count: int | None, **kwargs: Any) -> Any:
        return function(*args, privacy=Privacy(redact=redact, min_count=min_count), **kwargs)

    option = click.option(
        "--redact", is_flag=True, help="Leave out persons, data of others (extra), and what the file marks."
    )
    added: Any = option(min_count_option(command))
    return added  # type: ignore[no-any-return]  # with one argument for two


def min_count_option(function: F) -> F:
    """Add the option that says how small a number may be."""
    option = click.option(
        "--min-count",
        "min_count",
        type=click.IntRange(2),
        help="Suppress sizes and counts below this, and what would give them away.",
    )
    return option(function)
