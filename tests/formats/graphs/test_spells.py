"""Periods in GEXF: days for programs, and the exact dates for us."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from tests.formats.graphs.grammar import GEXF
from tests.strategies import periods

from partnermodel import Organisation, PartnerModel, Period
from partnermodel.formats.graphs.doors import dumps_graph, loads_graph


def spell_in(period: Period) -> dict[str, str] | None:
    """Return the attributes of the spell of a record, or None."""
    text = dumps_graph(PartnerModel("Town", [Organisation("a", "A", period=period)]), format="gexf")
    found = ElementTree.fromstring(text).findall(f".//{{{GEXF}}}spell")
    assert len(found) <= 1
    return dict(found[0].attrib) if found else None


@given(periods())
def test_a_spell_has_exactly_the_days_on_which_a_period_may_hold(period: Period) -> None:
    """A day is in the spell if, and only if, the period may hold on it; what is open or unknown is no end."""
    spell = spell_in(period)
    if spell is None:
        assert period.start is None
        assert period.end in (None, "..")
        return
    first = datetime.date.fromisoformat(spell.get("start", "0001-01-01"))
    last = datetime.date.fromisoformat(spell.get("end", "9999-12-31"))
    for day in (first, last):
        assert period.may_hold(day)
        for days in (-1, 1):
            try:
                near = day + datetime.timedelta(days)
            except OverflowError:
                continue
            assert period.may_hold(near) == (first <= near <= last)


@pytest.mark.parametrize(
    ("period", "spell"),
    [
        (Period("2019", "2021-02"), {"start": "2019-01-01", "end": "2021-02-28"}),
        (Period("2024-02-03", ".."), {"start": "2024-02-03"}),
        (Period(None, "2024-02"), {"end": "2024-02-29"}),
        (Period(None, ".."), None),
        (Period(), None),
    ],
)
def test_a_partial_date_is_as_wide_as_it_can_be(period: Period, spell: dict[str, str] | None) -> None:
    """A year is from its first day to its last; without a known day there is no spell."""
    assert spell_in(period) == spell


DAYS = Period("2019-01-01", "2020-01-31")


def gexf(inner: str, attributes: str = "") -> str:
    """Return a document with one node."""
    return (
        '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" mode="dynamic" '
        'timeformat="date"><attributes class="node"><attribute id="s" title="start" type="string"/>'
        f'</attributes><nodes><node id="a" label="A" {attributes}>{inner}</node></nodes><edges/>'
        "</graph></gexf>"
    )


@pytest.mark.parametrize(
    ("inner", "attributes", "period"),
    [
        (
            '<spells><spell start="2019-01-01" end="2020-12-31"/></spells>',
            "",
            Period("2019-01-01", "2020-12-31"),
        ),
        ('<spells><spell start="2019-01-01T00:00:00.000Z"/></spells>', "", Period("2019-01-01")),
        ("", 'start="2019-01-01" end="2020-01-31"', DAYS),
        ("<spells><spell/></spells>", "", Period()),
        ('<spells><spell start="None" end="2020-01-01"/></spells>', "", Period(None, "2020-01-01")),
        (
            (
                '<attvalues><attvalue for="s" value="2019"/></attvalues>'
                '<spells><spell start="2019-01-01"/></spells>'
            ),
            "",
            Period("2019"),
        ),
    ],
)
def test_a_spell_of_another_program_is_a_period(inner: str, attributes: str, period: Period) -> None:
    """Where no exact dates stand beside it, a spell is read; a midnight is cut off."""
    found = loads_graph(gexf(inner, attributes), type="organisation")["a"]
    assert found.period == period
    assert not found.extra


def test_a_spell_that_says_otherwise_is_kept() -> None:
    """A spell that is not that of the exact dates is not lost: somebody has changed one of the two."""
    inner = (
        '<attvalues><attvalue for="s" value="2019"/></attvalues>'
        '<spells><spell start="2018-01-01"/><spell start="2020-01-01" end="2021-01-01"/></spells>'
    )
    found = loads_graph(gexf(inner), type="organisation")["a"]
    assert found.period == Period("2019")
    assert found.extra["gexf:spells"] == (
        {"start": "2018-01-01", "end": ""},
        {"start": "2020-01-01", "end": "2021-01-01"},
    )
