"""When records can and must hold: what `Period` says of one, worked out for very many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TypeVar

from partnermodel.values.dates import OPEN, Period, span

K = TypeVar("K")
V = TypeVar("V")

Span = tuple[datetime.date, datetime.date]
"""The first and the last of some days, both included."""

ALWAYS: Span = (datetime.date.min, datetime.date.max)
"""All the days that there are."""


class Once(dict[K, V]):
    """What a function returns, worked out once for each argument that is asked for.

    Example:
        >>> lengths = Once(len)
        >>> lengths["Omsk"], lengths
        (4, {'Omsk': 4})
    """

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[K], V], known: Mapping[K, V] | None = None) -> None:
        super().__init__(known or {})
        self._work = work

    def __missing__(self, key: K) -> V:
        self[key] = found = self._work(key)
        return found


class Days(dict[str | None, Span]):
    """The days that the dates of periods cover. A date is read once, however many periods have it.

    Example:
        >>> Days().possible(Period("2024-02", "2024"))[1]
        datetime.date(2024, 12, 31)
    """

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__({None: ALWAYS, OPEN: (datetime.date.max, datetime.date.max)})

    def __missing__(self, date: str) -> Span:
        self[date] = found = span(date)
        return found

    def possible(self, period: Period) -> Span:
        """Return the first and the last day on which a period may hold."""
        return self[period.start][0], self[period.end][1]

    def must_hold(self, period: Period, first: datetime.date, last: datetime.date) -> bool:
        """Return whether a period holds for certain on all days from one to another."""
        earliest, latest = self.possible(period)
        begun = min(self[period.start][1], latest)
        over = max(self[period.end][0], earliest)
        return begun <= first and last <= over
