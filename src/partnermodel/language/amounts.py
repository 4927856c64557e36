"""Numbers, shares and dates that are to be told, in no language yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from partnermodel.language.sayings import Sayable
from partnermodel.values.table import Cell

if TYPE_CHECKING:
    from partnermodel.language.speech import Speech


@attrs.frozen
class Number(Sayable):
    """A number.

    Attributes:
        value: The number, or None where there is none.
        decimals: How many decimals are written; left out, two at most.
        otherwise: The key of what is said where there is none.
    """

    value: float | None
    decimals: int | None = None
    otherwise: str = "not-defined"

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the number as people of the language write it."""
        if self.value is None:
            return (words.say(self.otherwise),)
        return (words.number(self.value, decimals=self.decimals),)


@attrs.frozen
class Given(Sayable):
    """A number that somebody gave, which is told as it was given.

    Attributes:
        value: The number.
    """

    value: float

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the number, with the decimal sign of the language."""
        return (f"{self.value:g}".replace(".", words.tongue.decimal),)


@attrs.frozen
class Share(Sayable):
    """A share, which is told as a percentage.

    Attributes:
        value: The share, 0 to 1.
    """

    value: float

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the percentage."""
        return (words.percent(self.value),)


@attrs.frozen
class Date(Sayable):
    """A date.

    Attributes:
        date: A day, a month or a year of ISO 8601.
    """

    date: str

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the date as people of the language write it."""
        return (words.date(self.date),)
