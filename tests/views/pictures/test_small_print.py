"""What is small in a picture, and wrong if it is otherwise: an arrow, a hole, a shade, what lies on what."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from partnermodel import (
    OPEN,
    Centre,
    Group,
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Picture,
    Place,
    Programme,
    Record,
    Relation,
    coverage,
    draw,
    draw_coverage,
    draw_map,
    draw_timeline,
    to_dot,
    to_mermaid,
)
from partnermodel.views.appearance import LOOKS
from partnermodel.views.pictures.colours import pale
from partnermodel.views.pictures.plain import one_line
from partnermodel.views.pictures.scene import PAPER, Disc, Outline, Words

A, B = Organisation("a", "A"), Organisation("b", "B")
PINK = LOOKS["initiative"].colour


def outlines(picture: Picture, fill: str | None = None) -> list[Outline]:
    """Return the outlines of a picture, all or those of a colour, from below upwards."""
    found = [mark for mark in picture._scene.marks if isinstance(mark, Outline)]
    return [one for one in found if fill is None or one.fill == fill]


def texts(picture: Picture) -> list[str]:
    """Return what is written in a picture."""
    return [mark.text for mark in picture._scene.marks if isinstance(mark, Words)]


def square(name: str, west: float, size: float, *, hole: bool = False) -> dict[str, Any]:
    """Return a square of GeoJSON, with a smaller one cut out of it or not."""

    def ring(left: float, wide: float) -> list[list[float]]:
        right = left + wide
        return [[left, 50], [right, 50], [right, 50 + wide], [left, 50 + wide], [left, 50]]

    rings = [ring(west, size), *([ring(west + size / 4, size / 4)] if hole else [])]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    """Return features as one GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_tie_without_a_direction_has_no_arrow() -> None:
    """Partners are partners of each other: only what somebody does to somebody has an arrow."""
    lines = [
        to_dot(PartnerModel("Town", [A, B, Relation("a", kind, "b")])).splitlines()[-2]
        for kind in ("partners-with", "funds")
    ]
    assert ["dir=none" in line for line in lines] == [True, False]


def test_a_space_that_must_not_break_is_kept() -> None:
    """A number and its unit stay on one line."""
    assert one_line("10\u00a0km\u2003on") == "10\u00a0km on"


def test_a_bar_ends_with_the_last_day_of_its_year() -> None:
    """What may last to the end of a year reaches to where the next year begins."""
    first = Initiative("first", "First", period=Period("2019", "2020"))
    second = Initiative("second", "Second", period=Period("2021", "2022"))
    bars = outlines(draw_timeline(PartnerModel("Town", [first, second])), pale(PINK))
    assert max(x for x, _ in bars[0].rings[0]) == pytest.approx(min(x for x, _ in bars[1].rings[0]), abs=0.01)


@pytest.mark.parametrize(("start", "sure"), [(None, False), ("2020", True)])
def test_the_tip_of_a_bar_is_as_sure_as_its_bar(start: str | None, sure: bool) -> None:
    """What goes on, and nobody knows since when, has a pale tip; what has begun for certain, a full one."""
    told = Initiative("told", "Told", period=Period(start, OPEN))
    scale = Initiative("scale", "Scale", period=Period("2019", "2022"))
    tips = [
        one
        for one in outlines(draw_timeline(PartnerModel("Town", [told, scale])))
        if len(one.rings[0]) == 3 and one.width == 1 and one.fill in (PINK, pale(PINK))
    ]
    assert [one.fill for one in tips] == [PINK if sure else pale(PINK)]


def services(count: int = 1) -> PartnerModel:
    """Return a model of two groups; one is served at so many places, and at one that is not stated."""
    places = [Place(f"p{number}", f"P {number}") for number in range(count)]
    courses = [Programme(f"c{number}", f"C {number}", status="active") for number in range(count + 1)]
    return PartnerModel(
        "Town",
        [
            Group("g", "G"),
            Group("h", "H"),
            *places,
            *courses,
            *(Relation(one.id, "serves", "g", status="active") for one in courses),
            *(Relation(one.id, "located-in", place.id) for one, place in zip(courses, places, strict=False)),
        ],
    )


def test_where_no_place_is_stated_nothing_is_no_gap() -> None:
    """A cell without a place, in which nothing counts, has a dash: nought would be a claim."""
    picture = draw_coverage(coverage(services(), by=("group", "place")))
    assert texts(picture).count("–") == 1
    assert texts(picture).count("0") == 1


@pytest.mark.parametrize(("count", "upright"), [(6, False), (8, True)])
def test_the_heads_of_many_columns_stand_upright(count: int, upright: bool) -> None:
    """Names of columns are turned only where they would have no room."""
    assert ("rotate(" in draw_coverage(coverage(services(count), by=("group", "place"))).svg()) is upright


def test_a_kind_is_called_as_what_it_is_a_kind_of() -> None:
    """The head of a column is the label of the kind among the records that serve."""
    records: list[Record] = [
        Group("g", "G"),
        Centre("c", "C", kind="media-centre", status="active"),
        Relation("c", "serves", "g", status="active"),
    ]
    model = PartnerModel("Town", records)
    picture = draw_coverage(coverage(model, by=("group", "kind")), language="ru")
    assert picture.table().columns[1] == model.vocabulary.label("centre", "media-centre", "ru")


def test_what_is_no_place_lies_below() -> None:
    """A shape that is no place of the model covers no place; holes are holes, and dashes as wide as told."""
    model = PartnerModel("Town", [Place("p", "Place"), Group("g", "G")])
    found = draw_map(model, collection(square("Place", 71, 1, hole=True), square("Region", 70, 4)), group="g")
    areas = [one for one in outlines(found) if len(one.rings[0]) >= 4][:2]
    assert [len(one.rings) for one in areas] == [1, 2]
    assert 'fill-rule="evenodd"' in found.svg()
    assert f'stroke-dasharray="{4 * 1.8:g} {2 * 1.8:g}"' in found.svg()


def test_a_sign_can_be_told_from_its_ground() -> None:
    """The disc of a place is white on a shaded area, and shaded where there is no area."""
    records: list[Record] = [A, B, Place("p", "Place")]
    records += [Relation("a", "located-in", "p"), Relation("b", "located-in", "p")]
    point = {
        "type": "Feature",
        "properties": {"name": "Place"},
        "geometry": {"type": "Point", "coordinates": [71, 50]},
    }
    fills = [
        [
            mark.fill
            for mark in draw_map(PartnerModel("Town", records), one)._scene.marks
            if isinstance(mark, Disc)
        ]
        for one in (collection(square("Place", 71, 1)), collection(point))
    ]
    assert fills[0] == [PAPER]
    assert len(fills[1]) == 1
    assert fills[1] != [PAPER]


def test_what_a_table_leaves_empty_is_not_drawn() -> None:
    """Not a number, as tables have it where nothing is stated, is neither a name nor a kind."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", name=float("nan"), kind=float("nan"), type="organisation")
    graph.add_node("b", name="B")
    graph.add_edge("a", "b", kind=float("nan"))
    for told in (str(draw(graph).table()), to_dot(graph), to_mermaid(graph)):
        assert "nan" not in told
