"""When records can and must hold: what `Period` says of one, worked out for very many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

from partnermodel.values.dates import OPEN, Day, Period, span

K = TypeVar("K")
V = TypeVar("V")

Span = tuple[int, int]
"""The first and the last of some days, both included, as ordinals (`datetime.date.toordinal`)."""

ALWAYS: Span = (datetime.date.min.toordinal(), datetime.date.max.toordinal())
"""All the days that there are."""

_KNOWN: dict[str, Span] = {}
"""The days that dates cover which were asked for: who asks many questions asks them of few days."""

_MANY = 1000


def ordinals(day: Day) -> Span:
    """Return the first and the last day that a date of any precision covers.

    Raises:
        InvalidRecordError: `day` is not a date.

    Example:
        >>> ordinals("0001-01")
        (1, 31)
    """
    if type(day) is not str:
        return _ordinals(day)
    try:
        return _KNOWN[day]
    except KeyError:
        pass  # what is wrong with a date has nothing to do with this
    if len(_KNOWN) >= _MANY:
        _KNOWN.clear()
    found = _KNOWN[day] = _ordinals(day)
    return found


def _ordinals(day: Day) -> Span:
    first, last = span(day)
    return first.toordinal(), last.toordinal()


class Once(dict[K, V]):
    """What a function returns, worked out once for each argument that is asked for.

    Example:
        >>> lengths = Once(len)
        >>> lengths["Omsk"], lengths
        (4, {'Omsk': 4})
    """

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[K], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: K) -> V:
        self[key] = found = self._work(key)
        return found


class Days(dict[str | None, Span]):
    """The days that the dates of periods cover. A date is read once, however many periods have it.

    Example:
        >>> Days().possible(Period("0001-01", "0001-02"))
        (1, 59)
    """

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__({None: ALWAYS, OPEN: (ALWAYS[1], ALWAYS[1])})

    def __missing__(self, date: str) -> Span:
        self[date] = found = _ordinals(date)
        return found

    def possible(self, period: Period) -> Span:
        """Return the first and the last day on which a period may hold."""
        return self[period.start][0], self[period.end][1]

    def must_hold(self, period: Period, first: int, last: int) -> bool:
        """Return whether a period holds for certain on all days from one to another."""
        earliest, latest = self.possible(period)
        begun = min(self[period.start][1], latest)
        over = max(self[period.end][0], earliest)
        return begun <= first and last <= over


def known_days(_: object) -> Days:
    """Return the days of the dates of a model, which each of its questions may add to. Ask with `model.once`.

    A register has many more dates than are kept for the days that questions are asked of.
    """
    return Days()
