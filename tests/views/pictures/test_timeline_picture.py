"""A timeline shows what is known of dates, and no more."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models, periods
from tests.views.pictures.test_picture import SVG, parsed

from partnermodel import (
    Document,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Programme,
    Relation,
    draw_timeline,
)
from partnermodel.language.speech import speech
from partnermodel.views.appearance import look_of
from partnermodel.views.network.text_width import text_width
from partnermodel.views.pictures import timeline as timeline_picture
from partnermodel.views.pictures.canvas import SMALL
from partnermodel.views.pictures.scale import scale_of
from partnermodel.views.pictures.timeline import TYPES, _bar


def initiatives(*given: Period) -> PartnerModel:
    """Return a model with an initiative for each period."""
    return PartnerModel("Town", [Initiative(f"i{n}", f"I{n}", period=one) for n, one in enumerate(given)])


@given(model=models())
def test_every_record_of_the_types_has_a_row(model: PartnerModel) -> None:
    """The table names each record of the types once, with its dates in words, also those without any."""
    words = speech("en")
    table = draw_timeline(model, types=TYPES).table()
    wanted = [record for record in model.values() if record.scheme in TYPES]
    told = sorted(str(row[2]) for row in table.rows)
    assert told == sorted(
        words.period(
            Period(record.published, record.published)
            if isinstance(record, Document) and record.published is not None
            else record.period
        )
        for record in wanted
    )


def test_bars_stand_in_the_order_of_their_beginnings() -> None:
    """What begins first stands first; of an unknown beginning, the end counts; the undated stand last."""
    known = ("2022", None), ("2019", ".."), (None, None), (None, "2020"), (None, ".."), ("2019-06-01", None)
    model = initiatives(*(Period(*ends) for ends in known))
    names = [str(row[0]) for row in draw_timeline(model).table().rows]
    assert names == ["I1", "I5", "I3", "I0", "I4", "I2"]


def test_a_year_alone_is_no_full_bar() -> None:
    """Of what begins and ends in one year, nobody knows a day on which it must hold."""
    scale = scale_of(["2022"], 0, 365)
    for period, full in ((Period("2022", "2022"), 0), (Period("2022-05", "2022-06"), 1)):
        marks = list(_bar(period, look_of("initiative"), scale, (-20, 385), 10))
        assert len(marks) == 1 + full


@given(period=periods().filter(lambda one: one != Period()))
def test_a_bar_is_full_only_where_it_must_hold(period: Period) -> None:
    """The full part lies within the light one, and only the tip of an arrow reaches over the edges."""
    dates = [date for date in (period.start, period.end) if date not in (None, "..")]
    if not dates:
        dates = ["2020"]
    scale = scale_of([str(date) for date in dates], 100, 400)
    marks = list(_bar(period, look_of("initiative"), scale, (80, 420), 10))
    light, *others = [mark for mark in marks if hasattr(mark, "rings")]
    inside = [x for x, _ in light.rings[0]]
    full = [mark for mark in others if len(mark.rings[0]) == 4]
    known = period.start is not None and period.end is not None
    assert bool(full) == (known and period.latest_start() <= period.earliest_end())
    for mark in full:
        assert min(inside) - 1e-6 <= min(x for x, _ in mark.rings[0])
        assert max(x for x, _ in mark.rings[0]) <= max(inside) + 5 + 1e-6
    questions = sum(getattr(mark, "text", "") == "?" for mark in marks)
    assert questions == (period.start is None) + (period.end is None)
    arrows = [mark for mark in others if len(mark.rings[0]) == 3]
    assert len(arrows) == (period.end == "..")


def test_types_can_be_told_without_colour() -> None:
    """Beside each bar stands the shape of its type."""
    model = PartnerModel(
        "Town",
        [Initiative("i", "I", period=Period("2020")), Programme("p", "P", period=Period("2020"))],
    )
    root = parsed(draw_timeline(model))
    for type in ("initiative", "programme"):
        colour = look_of(type).colour
        assert (
            len([one for one in root.iter(f"{SVG}path") if one.get("fill") == colour]) == 2
        )  # one in the legend


def test_relations_are_told_with_both_ends() -> None:
    """A relation is named by its ends and its kind, in the language of the reader."""
    model = PartnerModel(
        "Town",
        [
            Organisation("a", "A"),
            Organisation("b", "B"),
            Relation("a", "funds", "b", period=Period("2020", "..")),
        ],
    )
    row = draw_timeline(model, types="relation", language="ru").table().rows[0]
    assert [str(cell) for cell in row] == [
        "A — финансирование: B", "отношение", "2020\u00a0г. – по настоящее время", "неизвестно",
    ]  # fmt: skip


def test_nothing_dated_is_said() -> None:
    """Without any date the picture says so, and the table still names who has none."""
    picture = draw_timeline(initiatives(Period()))
    assert "No record has a date." in [one.text for one in parsed(picture).iter(f"{SVG}text")]
    assert (
        picture.alt
        == "Bars on a scale of time: 0 records with dates. Without any date: 1 record, named in the table."
    )


def test_what_is_no_type_or_too_much_is_refused() -> None:
    """A type that is none, persons among them, is refused; so are more bars than anybody reads."""
    with pytest.raises(ValueError, match=r'^types are some of organisation, .*, relation, not "person"$'):
        draw_timeline(initiatives(), types=["person"])
    with pytest.raises(ValueError, match="a timeline has at most 1,000 bars, and 1001 records have dates"):
        draw_timeline(initiatives(*[Period("2020")] * 1001))


def test_what_is_too_much_is_not_told_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bars that are too many are counted, also documents by their day, and nobody looks for names."""
    monkeypatch.setattr(timeline_picture, "name_in", pytest.fail)
    papers = [Document(f"d{number}", "D", published="2020") for number in range(1001)]
    with pytest.raises(ValueError, match="at most 1,000 bars, and 1001 records have dates"):
        draw_timeline(PartnerModel("Papers", papers), types=["document"])


@given(first=st.integers(1, 9999), more=st.integers(0, 9998))
def test_the_scale_is_marked_with_room_between(first: int, more: int) -> None:
    """However long the scale is, its marks rise, stay on it, and their words do not meet."""
    last = min(first + more, 9999)
    for language in ("en", "ru"):
        scale = scale_of([f"{first:04}", f"{last:04}"], 0, 380)
        ticks = list(scale.ticks(speech(language)))
        assert [x for x, _ in ticks] == sorted(x for x, _ in ticks)
        assert all(0 <= x <= 380 for x, _ in ticks)
        ends = [(x - half, x + half) for x, label in ticks if (half := text_width(label, SMALL) / 2)]
        assert all(before[1] < after[0] for before, after in pairwise(ends))
        assert len(ticks) <= 24


def test_days_are_drawn_in_proportion() -> None:
    """A year of the scale is as wide as its days; the last day ends at its right edge."""
    scale = scale_of(["2020-05-01", "2021"], 0, 731)
    assert scale.at(datetime.date(2021, 1, 1)) == 366
    assert scale.at(datetime.date(2021, 12, 31), end=True) == 731
