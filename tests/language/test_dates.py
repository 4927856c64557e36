"""Dates and periods as people write them."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from partnermodel import OPEN, Period
from partnermodel.language.speech import speech


@given(st.dates(datetime.date(1000, 1, 1)))
def test_days_are_written_as_the_common_locale_data_has_them(day: datetime.date) -> None:
    """A day is written as Babel writes it from the CLDR: in Britain, and in Russia, in the long form."""
    for language, locale in (("en", "en_GB"), ("ru", "ru")):
        expected = format_date(day, "long", locale=locale).replace("\u202f", "\xa0").replace(" г.", "\xa0г.")
        assert speech(language).date(day.isoformat()) == expected


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_month_stands_alone_in_the_nominative(day: datetime.date) -> None:
    """A month without a day is written as the CLDR writes a month that stands alone."""
    for language, locale in (("en", "en_GB"), ("ru", "ru")):
        month = format_date(day, "LLLL", locale=locale)
        assert speech(language).date(f"{day:%Y-%m}").startswith(f"{month} {day.year}")


@pytest.mark.parametrize(
    ("period", "english", "russian"),
    [
        (Period(), "not known", "неизвестно"),
        (Period("2019"), "2019 – end not known", "2019\xa0г. – конец неизвестен"),
        (Period(None, "2021-06"), "start not known – June 2021", "начало неизвестно – июнь 2021\xa0г."),
        (Period("2019", OPEN), "2019 – until further notice", "2019\xa0г. – по настоящее время"),
        (Period("2019-05-09", "2019-05-09"), "9 May 2019", "9 мая 2019\xa0г."),
    ],
)
def test_periods_say_what_is_not_known_of_them(period: Period, english: str, russian: str) -> None:
    """An unknown start, an unknown end and an open end are three different texts."""
    assert speech("en").period(period) == english
    assert speech("ru").period(period) == russian
