"""Dates as precise as they are known, held to the calendar; periods, held to every pair of days."""

from __future__ import annotations

import calendar
import datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import dates, periods

from partnermodel.errors import InvalidRecordError
from partnermodel.values.dates import DATE_RULE, END_RULE, OPEN, UNKNOWN_PERIOD, Period, as_text, span
from partnermodel.values.enforcement import contradictions_of, disagreement_of
from partnermodel.values.unfrozen import unfrozen

FIRST, LAST = datetime.date.min, datetime.date.max


def _days_of_a_month(year: int, month: int) -> list[datetime.date]:
    last = calendar.monthrange(year, month)[1]
    return [datetime.date(year, month, day) for day in (1, 2, 15, last - 1, last)]


# Two years, of each month the days on either side of its borders: where a period could be got wrong.
DAYS = [
    day
    for year, month in product((2019, 2020), (1, 2, 3, 6, 11, 12))
    for day in _days_of_a_month(year, month)
]
DATES = sorted({day.isoformat()[:length] for day in DAYS for length in (10, 7, 4)})

Pair = tuple[datetime.date, datetime.date]


def _meant(date: str) -> list[datetime.date]:
    return [day for day in DAYS if day.isoformat().startswith(date)]


def _pairs(period: Period) -> list[Pair]:
    """Return every first and last day that the period can have had, as far as the days above show it."""
    starts = [FIRST, *DAYS, LAST] if period.start is None else _meant(period.start)
    if period.end is None:
        ends = [FIRST, *DAYS, LAST]
    else:
        ends = [LAST] if period.end == OPEN else _meant(period.end)
    return [(start, end) for start in starts for end in ends if start <= end]


@st.composite
def _near_periods(draw: st.DrawFn) -> Period:
    """Draw a period out of the days above."""
    start = draw(st.none() | st.sampled_from(DATES))
    end = draw(st.sampled_from([None, OPEN, *DATES]))
    if start is not None and end is not None and end != OPEN and _meant(start)[0] > _meant(end)[-1]:
        start, end = end, start  # a period that ends before it starts is refused
    return Period(start, end)


@given(_near_periods(), st.lists(st.sampled_from(DATES), min_size=1, max_size=6))
def test_may_and_must_are_what_every_pair_of_days_says(period: Period, asked: list[str]) -> None:
    """A period may hold if some pair of days covers some day asked for, and must if all cover all."""
    pairs = _pairs(period)
    for date in asked:
        days = _meant(date)
        may = any(start <= day <= end for start, end in pairs for day in days)
        must = all(start <= day <= end for start, end in pairs for day in days)
        assert (period.may_hold(date), period.must_hold(date)) == (may, must), date


@given(_near_periods())
def test_the_four_limits_are_those_of_every_pair_of_days(period: Period) -> None:
    """The earliest and latest start and end are the least and greatest of all possible pairs of days."""
    starts, ends = zip(*_pairs(period), strict=True)
    assert period.earliest_start() == min(starts)
    assert period.latest_start() == max(starts)
    assert period.earliest_end() == min(ends)
    assert period.latest_end() == max(ends)


@given(periods(), dates())
def test_what_must_hold_may_hold(period: Period, day: str) -> None:
    """Certainty is stricter than possibility, for all periods and all days."""
    assert period.may_hold(day) or not period.must_hold(day)


@given(periods(), dates())
def test_knowing_more_never_turns_a_no_into_a_yes(period: Period, day: str) -> None:
    """A period that cannot hold on a day still cannot when one of its ends was unknown before."""
    for vaguer in (Period(None, period.end), Period(period.start, None), UNKNOWN_PERIOD):
        assert vaguer.may_hold(day) or not period.may_hold(day)
        assert period.must_hold(day) or not vaguer.must_hold(day)


def test_a_known_first_or_last_day_is_certain() -> None:
    """Both ends belong to a period: it holds for certain on a first or a last day that is known exactly."""
    assert Period("2020-06-15").must_hold("2020-06-15")
    assert Period(None, "2020-06-15").must_hold("2020-06-15")
    assert not Period("2020-06-15").must_hold("2020-06-16")
    assert not Period(None, "2020-06-15").must_hold("2020-06-14")


@given(dates())
def test_a_span_is_the_days_of_the_calendar(date: str) -> None:
    """A date covers the day before which the date before ends, to the day after which the next begins."""
    first, last = span(date)
    assert first.isoformat().startswith(date)
    assert last.isoformat().startswith(date)
    one = datetime.timedelta(days=1)
    assert first == FIRST or not (first - one).isoformat().startswith(date)
    assert last == LAST or not (last + one).isoformat().startswith(date)


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.sampled_from((4, 7, 10)))
def test_a_date_is_one_of_the_calendar_or_refused(year: int, month: int, day: int, length: int) -> None:
    """A text is accepted as a date exactly when the calendar has it."""
    text = f"{year:04d}-{month:02d}-{day:02d}"[:length]
    filled = (text + "-01-01")[:10]
    try:
        datetime.date.fromisoformat(filled)
    except ValueError:
        possible = False
    else:
        possible = True
    assert DATE_RULE.accepts(text) == END_RULE.accepts(text) == possible
    assert DATE_RULE.accepts(text) == (not list(DATE_RULE.faults(text, "")))


@pytest.mark.parametrize(
    "text", ["", "24", "2024-9", "20240901", "2024-09-01T00:00", "2024/09", "2024-W01", "-2024", "٢٠٢٤"]
)
def test_other_ways_to_write_a_date_are_refused(text: str) -> None:
    """Only the extended form of ISO 8601 with a year, a month or a day is a date."""
    assert not DATE_RULE.accepts(text)
    assert not END_RULE.accepts(text)


def test_an_open_end_is_an_end_and_no_start() -> None:
    """`..` stands for an end that is open; as a start it means nothing, and is refused."""
    assert END_RULE.accepts(OPEN)
    assert not DATE_RULE.accepts(OPEN)
    with pytest.raises(InvalidRecordError, match=r'Period\.start: "\.\." is not a date\.'):
        Period(OPEN)


@given(st.datetimes(timezones=st.none() | st.just(datetime.UTC)))
def test_a_date_of_python_is_its_day(moment: datetime.datetime) -> None:
    """A date is held as ISO 8601, a moment as its day, and both ask about that day."""
    day = moment.date()
    assert as_text(moment) == as_text(day) == day.isoformat()
    assert Period(day, moment) == Period(day.isoformat(), day.isoformat())
    assert span(moment) == span(day) == (day, day)
    assert as_text(None) is None


@given(_near_periods(), st.sampled_from(DATES), st.sampled_from(DATES))
def test_a_period_ends_no_earlier_than_it_can_begin(period: Period, start: str, end: str) -> None:
    """Two dates make a period exactly when some day of the first is no later than some day of the second."""
    if any(first <= last for first in _meant(start) for last in _meant(end)):
        assert Period(start, end).end == end
    else:
        with pytest.raises(InvalidRecordError) as caught:
            Period(start, end)
        (issue,) = caught.value.issues
        assert str(issue) == (
            f"Period: the period ends ({end}) before it starts ({start}). "
            "Exchange the two, or mend one of them. [period-backwards]"
        )
        assert issue.value == f'{{"start": "{start}", "end": "{end}"}}'


@given(st.none() | st.sampled_from(DATES), st.none() | st.sampled_from([*DATES, OPEN]))
def test_what_agrees_is_what_nothing_is_said_against(start: str | None, end: str | None) -> None:
    """The verdict without words is that of the words, and of the constructor."""
    period = unfrozen(Period)()
    period.start, period.end = start, end
    period.__class__ = Period
    try:
        refused = Period(start, end) != period
    except InvalidRecordError:
        refused = True
    disagreeing, contradictions = disagreement_of(Period), contradictions_of(Period)
    assert disagreeing is not None
    assert contradictions is not None
    assert list(disagreeing([Period(), period], ())) == [1] * refused
    assert bool(list(contradictions(period))) == refused


WRITE = "Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01"


OPEN_TOO = f"{WRITE}; or .. for an end that is open."


@pytest.mark.parametrize(
    ("start", "end", "worded"),
    [
        ("2024-02-30", None, f'.start: "2024-02-30" is not a date: that month has 29 days. {WRITE}.'),
        (None, "soon", f'.end: "soon" is not a date. {OPEN_TOO}'),
        (None, "2023-02-29", f'.end: "2023-02-29" is not a date: that month has 28 days. {OPEN_TOO}'),
    ],
)
def test_a_period_says_which_of_its_ends_is_no_date(start: str | None, end: str | None, worded: str) -> None:
    """A date that is none is refused with its place and the way to write one."""
    with pytest.raises(InvalidRecordError) as caught:
        Period(start, end)
    assert [str(issue).rpartition(" [")[0] for issue in caught.value.issues] == [f"Period{worded}"]
    impossible = "that month" in worded
    assert [issue.code for issue in caught.value.issues] == ["impossible-date" if impossible else "bad-date"]


@pytest.mark.parametrize("day", ["2024-13", "yesterday", "", None, 2024, OPEN])
def test_a_day_that_is_none_is_refused_when_it_is_asked_about(day: object) -> None:
    """To ask about what is no day is an error that says so, and not an answer."""
    for ask in (span, UNKNOWN_PERIOD.may_hold, UNKNOWN_PERIOD.must_hold):
        with pytest.raises(InvalidRecordError) as caught:
            ask(day)  # type: ignore[arg-type]  # that is the test
        assert caught.value.heading == "this is not a day to ask about:"
        assert [issue.path for issue in caught.value.issues] == ["day"]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(), "unknown"),
        (Period("2019"), "2019 to unknown end"),
        (Period("2019", OPEN), "2019 to open"),
        (Period(None, OPEN), "unknown start to open"),
        (Period(None, "2019-05"), "unknown start to 2019-05"),
        (Period("2019", "2020"), "2019 to 2020"),
    ],
)
def test_a_period_reads_as_what_is_known_of_it(period: Period, words: str) -> None:
    """An unknown start, an unknown end and an open end are told apart in words."""
    assert str(period) == words
