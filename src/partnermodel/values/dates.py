"""Dates as precise as they are known, and periods whose ends may be unknown or open."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence

import attrs

from partnermodel.errors import InvalidRecordError, Issue
from partnermodel.values.enforcement import enforce
from partnermodel.values.fields import plain, plain_or_none, ruled
from partnermodel.values.rules import Text
from partnermodel.values.stating import stated_only
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

OPEN = ".."
"""The end of a period that goes on until further notice, as ISO 8601-2 (EDTF) writes it."""

_YEAR = r"(?!0000)[0-9]{4}"
_DATE = _YEAR + r"(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
DATE = rf"^{_DATE}$"
DATE_OR_OPEN = rf"^({_DATE}|\.\.)$"
_HINT = worded("Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01.")


def _impossible(text: str) -> Worded | None:
    if len(text) == 10 and text[8:] > "28":  # every month has so many
        year, month, day = map(int, text.split("-"))
        last = calendar.monthrange(year, month)[1]
        if day > last:
            return worded("that month has {last} days", last=last)
    return None


DATE_RULE = Text(DATE, "bad-date", worded("a date"), _HINT, _impossible, "impossible-date")
END_RULE = Text(
    DATE_OR_OPEN,
    "bad-date",
    worded("a date"),
    worded(
        "Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01; "
        "or .. for an end that is open."
    ),
    _impossible,
    "impossible-date",
)

Day = str | datetime.date
"""A day, month or year: a `datetime.date`, or a text such as `2024-09-01`, `2024-09` or `2024`."""


def as_text(value: Day | None) -> str | None:
    """Return a `datetime.date` as ISO 8601; a time of day is cut off; anything else is unchanged."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, datetime.date) else plain_or_none(value)


def span(day: Day) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date of any precision covers, both included.

    Args:
        day: A day, a month or a year.

    Raises:
        InvalidRecordError: `day` is not a date.

    Example:
        >>> span("2024-02")
        (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    text = as_text(day)
    if text is None or not DATE_RULE.accepts(text):
        raise InvalidRecordError(
            worded("this is not a day to ask about:"), list(DATE_RULE.faults(text, "day"))
        )
    year = int(text[:4])
    if len(text) == 4:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    month = int(text[5:7])
    if len(text) == 7:
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    exact = datetime.date.fromisoformat(text)
    return exact, exact


@attrs.frozen
class Period:
    """From when to when something holds, as far as that is known; both ends belong to it.

    A start that is `None` is unknown. An end that is `None` is unknown; an end that is `OPEN` is
    known to be open: it goes on until further notice. These are the three cases of ISO 8601-2.

    Attributes:
        start: The first day: a year, a month or a day of ISO 8601, or None.
        end: The last day, likewise, or `OPEN`.

    Raises:
        InvalidRecordError: An end is not a date, or the period ends before it can have begun.

    Example:
        >>> Period("2019", "2021-06").may_hold("2021-06-30")
        True
        >>> Period("2019").must_hold("2020"), Period("2019", OPEN).must_hold("2020")
        (False, True)
    """

    __repr__ = stated_only

    start: str | None = attrs.field(default=None, converter=as_text, metadata=ruled(DATE_RULE))
    end: str | None = attrs.field(default=None, converter=as_text, metadata=ruled(END_RULE))

    def __attrs_post_init__(self) -> None:
        enforce(self)

    @staticmethod
    def _disagreeing(periods: Sequence[Period]) -> list[int]:
        """Return the places of those that end before they can have begun."""
        return [
            place
            for place, period in enumerate(periods)
            if (end := period.end) is not None
            and end != OPEN
            and (start := period.start) is not None
            # As far as both are precise: 2024-05 to 2024 may well be May to December.
            and start[: len(end)] > end[: len(start)]
        ]

    def _contradictions(self) -> Iterator[Issue]:
        """Yield the issue when it ends before it can have begun."""
        if self._disagreeing([self]):
            message = worded(
                "the period ends ({end}) before it starts ({start})", end=self.end, start=self.start
            )
            value = shown({"start": self.start, "end": self.end})
            yield Issue(
                "period-backwards", "", value, message, worded("Exchange the two, or mend one of them.")
            )

    def earliest_start(self) -> datetime.date:
        """Return the first day on which it can have begun."""
        return datetime.date.min if self.start is None else span(self.start)[0]

    def latest_start(self) -> datetime.date:
        """Return the last day on which it can have begun, which is never after its last day."""
        latest = self.latest_end()
        return latest if self.start is None else min(span(self.start)[1], latest)

    def earliest_end(self) -> datetime.date:
        """Return the first day that can be its last, which is never before its first day."""
        if self.end == OPEN:
            return datetime.date.max
        earliest = self.earliest_start()
        return earliest if self.end is None else max(span(self.end)[0], earliest)

    def latest_end(self) -> datetime.date:
        """Return the last day that can be its last."""
        return datetime.date.max if self.end is None or self.end == OPEN else span(self.end)[1]

    def may_hold(self, day: Day) -> bool:
        """Return whether it can hold on `day`; for a month or a year, on some day of it.

        What is not known rules nothing out: a period of which nothing is known may hold on any day.
        """
        first, last = span(day)
        return self.earliest_start() <= last and first <= self.latest_end()

    def must_hold(self, day: Day) -> bool:
        """Return whether it holds on `day` for certain; for a month or a year, on every day of it."""
        first, last = span(day)
        return self.latest_start() <= first and last <= self.earliest_end()

    def told(self) -> Worded:
        """Return the period as words of a message, which each language has in its own."""
        if self == UNKNOWN_PERIOD:
            return worded("unknown")
        start = self.start or worded("unknown start")
        end = worded("open") if self.end == OPEN else self.end or worded("unknown end")
        return worded("{start} to {end}", start=start, end=end)

    def __str__(self) -> str:
        return plain(self.told())


UNKNOWN_PERIOD = Period()
