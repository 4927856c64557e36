"""Dates are read as people write them, and never guessed at."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.formats.tables.cells.dates import date_of, end_of, span_of
from partnermodel.formats.tables.cells.refusals import Refusal

ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OF_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip

days = st.dates(datetime.date(1700, 1, 1), datetime.date(2200, 12, 31))


@given(days, st.sampled_from(["", " г.", " года", "г"]), st.sampled_from([".", "/", "-", ". "]))
def test_a_day_is_read_in_whatever_way_it_is_written(day: datetime.date, tail: str, mark: str) -> None:
    """A day, a month and a year in words and numbers are the date that they mean."""
    iso, month = day.isoformat(), day.month - 1
    numbers = f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}{tail}"
    assert date_of(numbers) == iso
    assert date_of(f"{day.month}/{day.day}/{day.year}", "month-first") == iso
    assert date_of(f"{day.day} {OF_MONTHS[month]} {day.year}{tail}") == iso
    assert date_of(f"«{day.day:02d}» {OF_MONTHS[month].upper()} {day.year}{tail}") == iso
    assert date_of(f"{ENGLISH[month]} {day.day}, {day.year}") == iso
    assert date_of(f"{day.day}th of {ENGLISH[month][:3]} {day.year}") == iso
    assert date_of(f"{day.year}/{day.month}/{day.day}", "year-first") == iso
    assert date_of(f"{iso} 00:00:00") == date_of(f"{iso}T10:30Z") == date_of(iso) == iso


@given(days, st.sampled_from(["", " г.", " году"]))
def test_a_month_and_a_year_are_no_day(day: datetime.date, tail: str) -> None:
    """What is less than a day stays so."""
    iso = day.isoformat()[:7]
    for text in (f"{MONTHS[day.month - 1]} {day.year}{tail}", f"{day.month:02d}.{day.year}", iso):
        assert date_of(text) == iso
    assert date_of(f"{day.year}{tail}") == str(day.year)


@given(days, days)
def test_a_period_has_the_ends_that_it_says(first: datetime.date, last: datetime.date) -> None:
    """Two dates with a word or a mark between them are a period."""
    start, end = first.isoformat(), last.isoformat()
    one, other = f"{first:%d.%m.}{first.year}", f"{last:%d.%m.}{last.year}"
    for text in (f"{one}–{other}", f"{one}-{other}", f"с {one} по {other}", f"from {one} to {other}",
                 f"{one} — {other}", f"{start}/{end}", f"{one} по {other} г."):  # fmt: skip
        assert span_of(text) == (start, end), text


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2019–2022", ("2019", "2022")),
        ("2019-2022 гг.", ("2019", "2022")),
        ("2023/2024", ("2023", "2024")),
        ("с 2019 г. по н.в.", ("2019", "..")),
        ("2019 – настоящее время", ("2019", "..")),
        ("since 2019", ("2019", None)),
        ("2019..", ("2019", None)),
        ("до 2022 г.", (None, "2022")),
        ("по настоящее время", (None, "..")),
        ("сентябрь 2024", ("2024-09", "2024-09")),
    ],
)
def test_periods_may_be_open_or_half_known(text: str, span: tuple[str, str]) -> None:
    """An end that is open, an end that is not known and a single date are three things."""
    assert span_of(text) == span


@pytest.mark.parametrize("text", ["по настоящее время", "Present", "..", "н.в.", "бессрочно"])
def test_an_end_may_be_open(text: str) -> None:
    """Words for now are an open end, and no date."""
    assert end_of(text) == ".."
    assert isinstance(date_of(text), Refusal)


@pytest.mark.parametrize(
    ("text", "order", "message", "hint"),
    [
        (
            "01.09.24",
            "day-first",
            '"01.09.24" has a year of two digits, which may be of either century',
            "Write the year with four digits.",
        ),
        (
            "45536",
            "day-first",
            '"45536" is a number, as a spreadsheet keeps a day inside',
            "Give the cells of the column the format of a date, and save the table again.",
        ),
        (
            "09.13.2024",
            "day-first",
            '"09.13.2024" is not a date: there is no month 13',
            'If the month stands first, say so in the mapping: dates = "month-first".',
        ),
        (
            "13.09.2024",
            "month-first",
            '"13.09.2024" is not a date: there is no month 13',
            'If the day stands first, say so in the mapping: dates = "day-first".',
        ),
        (
            "13.2024",
            "day-first",
            '"13.2024" is not a date: there is no month 13',
            "Write a day, a month or a year, such as 01.09.2024, 2024-09-01, 2024-09 or 2024.",
        ),
        (
            "01.09.2024",
            "year-first",
            '"01.09.2024" does not begin with its year, as the mapping says',
            'Write in the mapping dates = "day-first" or "month-first", whichever is right.',
        ),
        (
            "II квартал 2024",
            "day-first",
            '"II квартал 2024" is not a date',
            "Write a day, a month or a year, such as 01.09.2024, 2024-09-01, 2024-09 or 2024.",
        ),
    ],
)
def test_a_date_that_is_none_is_refused(text: str, order: str, message: str, hint: str) -> None:
    """The reason and the mend are said."""
    found = date_of(text, order)
    assert isinstance(found, Refusal)
    assert (found.message, found.hint) == (message, hint)


@given(
    st.integers(1, 12), st.integers(0, 99), st.integers(1, 9999), st.sampled_from(["{}.{}.{}", "{1}/{0}/{2}"])
)
def test_a_day_that_its_month_does_not_have_is_told_as_it_is_written(
    month: int, day: int, year: int, written: str
) -> None:
    """A person looks for what stands in the cell, and not for what it would be in ISO 8601."""
    order = "day-first" if written == "{}.{}.{}" else "month-first"
    texts = [
        (written.format(f"{day:02d}", f"{month:02d}", f"{year:04d}"), order),
        (f"{day:02d} {OF_MONTHS[month - 1]} {year:04d} г.", "day-first"),
    ]
    try:
        expected = datetime.date(year, month, day).isoformat()
    except ValueError:
        for text, one in texts:
            found = date_of(text, one)
            assert isinstance(found, Refusal)
            assert str(found.message).startswith(f'"{text}" is not a date')
            assert found.code == ("impossible-date" if day else "bad-date")
    else:
        assert [date_of(text, one) for text, one in texts] == [expected, expected]


@pytest.mark.parametrize("text", ["весь год", "1–15 сентября 2024", "с утра", "2019 – когда-нибудь"])
def test_a_period_that_is_none_is_refused(text: str) -> None:
    """The reason and the mend are said."""
    found = span_of(text)
    assert isinstance(found, Refusal)
    assert (found.code, found.message) == ("bad-period", f'"{text}" is not a period')


def test_a_period_with_a_short_year_says_so() -> None:
    """What is wrong with the date is said, rather than that it is no period."""
    found = span_of("01.09.24")
    assert isinstance(found, Refusal)
    assert found.code == "short-year"


def test_the_words_for_months_are_known() -> None:
    """Each month has its names in both languages."""
    for names in (ENGLISH, OF_MONTHS, MONTHS):
        assert [date_of(f"{name} 2024") for name in names] == [f"2024-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-09-01 10:30:00.5+03:00", "2024-09-01"),
        ("2024-09-01T10:30Z", "2024-09-01"),
        ("2024.9.1", "2024-09-01"),
        ("2024/09", "2024-09"),
    ],
)
def test_a_date_may_begin_with_its_year(text: str, date: str) -> None:
    """A time after it says nothing of the day, and marks other than hyphens are as good."""
    assert date_of(text) == date
