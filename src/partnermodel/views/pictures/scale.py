"""A scale of time: where a day stands, and which days are marked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import attrs

from partnermodel.language.speech import Speech
from partnermodel.values.dates import span
from partnermodel.views.network.text_width import text_width
from partnermodel.views.pictures.canvas import SMALL

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTHS = (1, 3, 6)
_YEAR = 12


@attrs.frozen
class Scale:
    """A line of days.

    Attributes:
        first: The first year on it.
        last: The last year on it, which is on it to its end.
        left: Where the first day begins.
        right: Where the last day ends.
    """

    first: int
    last: int
    left: float
    right: float

    def at(self, day: datetime.date, *, end: bool = False) -> float:
        """Return where a day begins, or where it ends.

        Example:
            >>> scale_of(["2020"], 0, 366).at(datetime.date(2020, 1, 31), end=True)
            31.0
        """
        begin = datetime.date(self.first, 1, 1).toordinal()
        length = datetime.date(self.last, 12, 31).toordinal() - begin + 1
        place = day.toordinal() - begin + (1 if end else 0)
        return self.left + (self.right - self.left) * place / length

    def ticks(self, words: Speech) -> Iterator[tuple[float, str]]:
        """Yield where each line of the scale stands, and what is written at it, if there is room."""
        years = self.last - self.first + 1
        room = self.right - self.left
        if years <= 2:
            wide = max(text_width(words.date(f"{self.first:04}-{month:02}"), SMALL) for month in range(1, 13))
            step = next((step for step in _MONTHS if room / (years * _YEAR / step) > wide + 10), _YEAR)
            for year in range(self.first, self.last + 1):
                for month in range(1, _YEAR + 1):
                    date = f"{year:04}-{month:02}"
                    label = words.date(date) if (month - 1) % step == 0 else ""
                    yield self.at(datetime.date(year, month, 1)), label
            return
        wide = text_width(words.date(f"{self.last:04}"), SMALL) + 12
        step = next(step for step in _STEPS if step == _STEPS[-1] or room / years * step > wide)
        for year in range(self.first, self.last + 1):
            if year % step == 0:
                yield self.at(datetime.date(year, 1, 1)), words.date(f"{year:04}")


def scale_of(dates: Sequence[str], left: float, right: float) -> Scale:
    """Return the scale on which some dates have room.

    Args:
        dates: Dates, as precise as they are known; without any, the scale is of one year that nobody sees.
        left: Where it begins.
        right: Where it ends.
    """
    days = [day for date in dates for day in span(date)] or [datetime.date(2000, 1, 1)]
    return Scale(min(days).year, max(days).year, left, right)
