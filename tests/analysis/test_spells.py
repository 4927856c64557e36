"""How long a partnership has lasted is the least and the most that any days would give that fit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partnermodel.analysis.pairs import all_joined
from partnermodel.analysis.spells import UNKNOWN, Band, lasting, spell, today, years
from partnermodel.model.entities import Initiative, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.dates import OPEN, Period, span

DATES = ("2021-01", "2021-01-10", "2021-01-20", "2021-02", "2021-02-10", "2021-03", "2021-03-01", "2021")
UNTIL = datetime.date(2021, 2, 15)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period of one year, no year near to which is a leap year."""
    start = draw(st.none() | st.sampled_from(DATES))
    end = draw(st.none() | st.just(OPEN) | st.sampled_from(DATES))
    if start is not None and end not in (None, OPEN):
        assert end is not None
        if span(start)[0] > span(end)[1]:
            start, end = end, start
    return Period(start, end)


def days_of(date: str) -> list[int]:
    """Return the days of a date that can make a difference: its own ends, and those of others in it."""
    first, last = span(date)
    edges = {edge for other in (*DATES, UNTIL) for edge in span(other)}
    return sorted(day.toordinal() for day in {first, last, *edges} if first <= day <= last)


def possible(tie: tuple[Period, ...]) -> Iterator[tuple[int, int]]:
    """Yield from when to when a tie may have lasted so far, for each choice of days that fits its dates."""
    starts = [days_of(one.start) for one in tie if one.start is not None]
    ends = [days_of(one.end) for one in tie if one.end is not None and one.end != OPEN]
    for chosen in product(*starts):
        begun = max(chosen)
        for over in product(*ends):
            end = min((*over, UNTIL.toordinal()))
            if over:
                last = [end]
            elif any(one.end == OPEN for one in tie):
                last = [UNTIL.toordinal()]
            else:
                last = [begun, UNTIL.toordinal()]
            yield from ((begun, one) for one in last if begun <= one <= UNTIL.toordinal())


def model_of(ties: list[tuple[Period, Period, Period]]) -> PartnerModel:
    """Return two organisations that share initiatives, each with periods of the two parts and its own."""
    parties = [Organisation("a", "A"), Organisation("b", "B")]
    return PartnerModel(
        "Two",
        [
            *parties,
            *(Initiative(f"i{n}", "I", period=own) for n, (own, _, _) in enumerate(ties)),
            *(
                Relation(party, "participates-in", f"i{n}", period=period)
                for n, (_, one, other) in enumerate(ties)
                for party, period in (("a", one), ("b", other))
            ),
        ],
    )


def band_of(model: PartnerModel, until: datetime.date = UNTIL) -> Band:
    """Return how long the two organisations of a model have been joined."""
    ties = [tie for one in model.once(all_joined) for tie in one.ties]
    return lasting(spell(model, tie, until.toordinal()) for tie in ties)


@example([(Period("2021-01"), Period(), Period()), (Period(), Period("2021-02-10", "2021-02"), Period())])
@given(
    st.lists(st.tuples(periods(), st.just(Period()) | periods(), st.just(Period())), min_size=1, max_size=2)
)
def test_the_band_is_what_all_fitting_days_give(ties: list[tuple[Period, Period, Period]]) -> None:
    """For ties whose beginning is stated, least and most are those over all choices of days that fit."""
    stated = [tie for tie in ties if any(one.start is not None for one in tie)]
    if len(stated) < len(ties):
        return
    found = band_of(model_of(ties))
    # A tie that may not have begun yet is one of the choices: then it is not there.
    sure = [max(span(one.start or "0001")[1] for one in tie) <= UNTIL for tie in ties]
    choices = [list(possible(tie)) for tie in ties]
    choices = [one for one in choices if one]
    if not choices:
        assert found == UNKNOWN
        return
    lengths = [
        max(end for _, end in choice) - min(start for start, _ in choice) + 1 for choice in product(*choices)
    ]
    assert found.most is not None
    assert found.least is not None
    assert found.most * 365 == pytest.approx(max(lengths))
    if all(sure):
        assert found.least * 365 == pytest.approx(min(lengths))
    else:
        assert found.least * 365 <= min(lengths) + 1e-6


@given(st.lists(st.tuples(periods(), periods(), periods()), max_size=3))
def test_a_band_is_in_order_and_says_what_it_does_not_know(
    ties: list[tuple[Period, Period, Period]],
) -> None:
    """The least is not more than the most; no date at all leaves both unknown, and no start the most."""
    found = band_of(model_of(ties))
    if found.least is None:
        assert found == UNKNOWN
    elif found.most is not None:
        assert 0 <= found.least <= found.most
    if any(all(one.start is None for one in tie) and all(one.end is None for one in tie) for tie in ties):
        assert found.most is None


@pytest.mark.parametrize(
    ("period", "until", "band"),
    [
        (Period("2020-01-01", "2022-12-31"), "2026", Band(3.0, 3.0)),
        (Period("2020-01-01", OPEN), "2021", Band(2.0, 2.0)),
        (Period("2020-01-01"), "2021", Band(1 / 366, 2.0)),
        (Period("2020", "2022"), "2026", Band(1 + 2 / 365, 3.0)),
        (Period(None, "2022"), "2026", Band(1 / 365, None)),
        (Period("2030", OPEN), "2026", UNKNOWN),
        (Period("2026", OPEN), "2026-03-31", Band(0.0, 90 / 365)),
        (Period("2024", "2024-03"), "2024-06", Band(1 / 365, 91 / 366)),
        (Period(), "2026", UNKNOWN),
    ],
)
def test_years_of_one_tie(period: Period, until: str, band: Band) -> None:
    """A known period is one number, an unknown end leaves a band, and what is not begun lasts not at all."""
    found = band_of(model_of([(period, Period(), Period())]), today(until))
    assert found.least == pytest.approx(band.least)
    assert found.most == pytest.approx(band.most)


def test_a_part_without_dates_lasts_as_long_as_the_project() -> None:
    """What a record does not state says nothing; what it states narrows what the others state."""
    project = Period("2020-01-01", "2022-12-31")
    found = band_of(model_of([(project, Period(), Period())]))
    assert found.least == found.most == pytest.approx(1 + 46 / 365)
    late = Period("2021-01-01", OPEN)
    assert band_of(model_of([(project, late, Period())])).most == pytest.approx(46 / 365)


@given(st.dates(max_value=datetime.date(9900, 1, 1)), st.integers(0, 20))
def test_a_year_is_from_a_day_to_the_day_before(first: datetime.date, whole: int) -> None:
    """From a day to the day before the same day years later, both included, are so many years."""
    if (first.month, first.day) == (2, 29):
        return
    last = first.replace(year=first.year + whole).toordinal() - 1
    if whole:
        assert years(first, datetime.date.fromordinal(last)) == whole
    assert 0 < years(first, datetime.date.fromordinal(last + 1)) - whole < 1 / 364


@given(st.dates(), st.dates(), st.dates())
def test_more_days_are_more_years(one: datetime.date, two: datetime.date, three: datetime.date) -> None:
    """A later end is more years, to the end of time, and from a leap day as from any other."""
    first, last, later = sorted((one, two, three))
    assert 0 < years(first, last) <= years(first, later)


def test_the_words_of_a_band() -> None:
    """A band says what it knows, and no more."""
    bands = (Band(2, 3.5), Band(2, 2.04), Band(2, None), UNKNOWN)
    assert [str(one) for one in bands] == ["2.0 to 3.5", "2.0", "at least 2.0", "unknown"]
    assert [one.known for one in bands] == [True, True, False, False]
    assert Band(2, None).times(0) == Band(0, 0)
