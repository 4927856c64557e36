"""Figures over time, with the band that unknown dates leave open."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from tests import strategies
from tests.analysis.test_figures import NETWORKS

from partnermodel import Document, Initiative, Organisation, PartnerModel, Period, Relation, figures, trend
from partnermodel.errors import InvalidRecordError, UnknownTermError

COUNTS = ("organisations", "ties")
"""Figures that grow with every record."""

BODIES = [Organisation(id, id.upper()) for id in "abc"]


@given(NETWORKS, strategies.dates())
def test_each_point_is_of_what_must_and_what_may_hold(model: PartnerModel, day: str) -> None:
    """A point has the figures of what holds for certain on the day, and of what may hold."""
    found = trend(model, days=[day], codes=["ties", "density"])
    certain = figures(model.at(day, certain=True), codes=["ties", "density"])
    possible = figures(model.at(day), codes=["ties", "density"])
    assert [point.certain for point in found] == list(certain)
    assert [point.possible for point in found] == list(possible)


@given(NETWORKS, strategies.dates())
def test_a_count_lies_in_its_band(model: PartnerModel, day: str) -> None:
    """Of a count, what must be is never more than what may be."""
    for point in trend(model, days=[day], codes=COUNTS):
        assert (point.low, point.high) == (point.certain.value, point.possible.value)


def test_left_out_the_days_are_the_years_that_something_starts_or_ends_in() -> None:
    """The years run from the first to the last start or end, without a gap; publications do not count."""
    model = PartnerModel("Town", [
        *BODIES,
        Document("old", "Old", published="1999"),
        Initiative("fair", "Fair", period=Period("2019-05", "2022")),
    ])  # fmt: skip
    assert trend(model).days == ("2019", "2020", "2021", "2022")
    assert trend(PartnerModel("Undated", BODIES)).days == ()


def test_unknown_ends_leave_a_band_open() -> None:
    """Before its start a relation is not there, within its period it is, and after it, who knows."""
    model = PartnerModel("Town", [
        *BODIES,
        Relation("a", "partners-with", "b", period=Period("2019", "2021")),
        Relation("b", "partners-with", "c", period=Period("2021")),
    ])  # fmt: skip
    found = trend(model, days=["2018", "2020-06", datetime.date(2022, 1, 1)], codes=["ties"])
    assert [(point.day, point.low, point.high) for point in found] == [
        ("2018", 0, 0),
        ("2020-06", 1, 1),
        ("2022-01-01", 0, 1),
    ]


def test_where_a_value_is_not_defined_there_is_no_band() -> None:
    """A figure that is defined of what may hold only has neither a low nor a high value."""
    (point,) = trend(PartnerModel("Town", BODIES), days=["2020"], codes=["density"])
    assert (point.low, point.high, point.possible.value) == (None, None, 0)


def test_the_table_has_a_row_a_day() -> None:
    """The table has a row for each day and a column for each figure; a band is told by both its ends."""
    model = PartnerModel("Town", [
        *(Organisation(id, id.upper(), period=Period("2010", "..")) for id in "abc"),
        Relation("a", "partners-with", "b", period=Period("2019", "2021")),
        Relation("b", "partners-with", "c", period=Period("2021")),
    ])  # fmt: skip
    table = trend(model, days=["2020", "2022"], codes=["ties", "isolates", "mean-distance"]).table()
    assert table.columns == ("date", "tied pairs", "organisations without a partner", "distance, on average")
    assert table.rows == (("2020", "1", "1", "1"), ("2022", "0 to 1", "1 to 3", "not defined or 1"))
    assert trend(model, days=["2022"], codes=["ties"]).table(language="ru").rows == (
        ("2022\xa0г.", "от 0 до 1"),
    )
    assert trend(model, days=[]).table().notes == ()


def test_a_day_that_is_none_and_an_unknown_figure_are_refused() -> None:
    """What is no date or no figure is refused before any work."""
    model = PartnerModel("Town", BODIES)
    with pytest.raises(InvalidRecordError):
        trend(model, days=["2020-13"])
    with pytest.raises(UnknownTermError, match="is not a figure"):
        trend(model, days=["2020"], codes=["tie"])


def test_progress_goes_from_nothing_to_all() -> None:
    """Whoever waits is told a share that grows from 0 to 1."""
    told: list[float] = []
    trend(PartnerModel("Town", BODIES), days=["2020", "2021"], codes=["ties"], progress=told.append)
    assert told == [0.0, 0.5, 1.0]
