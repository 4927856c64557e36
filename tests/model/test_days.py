"""Days worked out for many periods at once, held to what each period says of itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import dates, periods

from partnermodel.model.days import Days, Once, ordinals
from partnermodel.values.dates import Period, span


@given(st.lists(periods(), max_size=5), dates())
def test_the_days_of_a_period_are_those_that_the_period_tells(some: list[Period], day: str) -> None:
    """When periods may and must hold is what each says, whatever was asked of others before."""
    days = Days()
    for period in some * 2:
        assert days.possible(period) == (
            period.earliest_start().toordinal(),
            period.latest_end().toordinal(),
        )
        assert days.must_hold(period, *ordinals(day)) == period.must_hold(day)


@given(dates())
def test_a_day_is_its_first_and_its_last_ordinal(day: str) -> None:
    """A text and a date are numbered alike, however often they are asked for."""
    first, last = span(day)
    assert ordinals(day) == ordinals(day) == (first.toordinal(), last.toordinal())
    assert ordinals(first) == (first.toordinal(), first.toordinal())


def test_many_days_are_told_as_one_is() -> None:
    """However many days were asked for before, and in whatever order, a day is its ordinals."""
    years = [f"{year:04}" for year in range(1000, 3000)]
    for year in years + years[:10]:
        first, last = span(year)
        assert ordinals(year) == (first.toordinal(), last.toordinal())


def test_what_is_worked_out_once_is_kept() -> None:
    """A function is called once for each argument, and the answer is there for the next who asks."""
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Once(length)
    assert [lengths[word] for word in ("a", "bb", "a", "bb")] == [1, 2, 1, 2]
    assert asked == ["a", "bb"]
