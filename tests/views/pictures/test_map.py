"""A map shows what can be placed, and tells what cannot."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.pictures.hostile import HOSTILE
from tests.views.pictures.test_picture import SVG, parsed

from partnermodel import (
    Alias,
    Group,
    Identifier,
    Organisation,
    PartnerModel,
    Place,
    Programme,
    Relation,
    UnknownIdError,
    draw_map,
)
from partnermodel.formats.geojson import Geometry
from partnermodel.views.pictures.inside import inside
from partnermodel.views.pictures.projection import cut_of, eastward, projection_of, unwrapped

SQUARE = [[[70.0, 55.0], [74.0, 55.0], [74.0, 57.0], [70.0, 57.0], [70.0, 55.0]]]


def feature(geometry: object, **properties: object) -> dict[str, Any]:
    """Return a feature."""
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    """Return a collection of features."""
    return {"type": "FeatureCollection", "features": list(features)}


REGION = feature({"type": "Polygon", "coordinates": SQUARE}, name="Omsk Region", code="RU-OMS")
TOWN = feature({"type": "Point", "coordinates": [73.4, 55.0]}, name="Омск", code="town")
OTHER = feature({"type": "LineString", "coordinates": [[71, 55], [72, 56]]}, name="A river")


def land() -> PartnerModel:
    """Return a model of a region and two towns, with two organisations in one of them."""
    return PartnerModel(
        "Land",
        [
            Place("omsk-region", "Omsk Region", identifiers=[Identifier("iso-3166-2", "RU-OMS")]),
            Place("town", "Omsk", names={"ru": "Омск"}, aliases=[Alias("The City")]),
            Place("tara", "Tara"),
            Group("deaf", "Deaf learners"),
            Programme("signs", "Signs", status="active"),
            Organisation("a", "A"),
            Organisation("b", "B"),
            Relation("town", "part-of", "omsk-region"),
            Relation("a", "located-in", "town"),
            Relation("b", "located-in", "town"),
            Relation("signs", "serves", "deaf", status="active"),
            Relation("signs", "located-in", "omsk-region", status="active"),
        ],
        language="en",
    )


def test_numbers_are_those_of_the_model() -> None:
    """A place counts the organisations in it and in its parts; what is missing on either side has a row."""
    picture = draw_map(land(), collection(REGION, TOWN, OTHER))
    assert [[str(cell) for cell in row] for row in picture.table().rows] == [
        ["Omsk", "2", "yes"],
        ["Omsk Region", "2", "yes"],
        ["Tara", "0", "no"],
        ["A river", "no place of the model", "yes"],
    ]
    assert picture.alt == (
        "A map with 2 places of the model. "
        "Organisations in a place and its parts: Omsk (2) and Omsk Region (2). "
        "Not on the map, since the file has no geometry for it: Tara. "
        "In the file, and no single place of the model: A river."
    )
    assert [one.text for one in parsed(picture).iter(f"{SVG}text")].count("2") == 2


def test_a_group_shows_its_gaps() -> None:
    """With a group, a place counts what serves it there, and one with nothing has a dashed border and a 0."""
    picture = draw_map(land(), collection(REGION, TOWN), group="deaf", language="ru")
    assert [[str(cell) for cell in row] for row in picture.table().rows] == [
        ["Omsk Region", "1", "да"], ["Tara", "0", "нет"], ["Омск", "0", "да"],
    ]  # fmt: skip
    assert "Нет ничего учитываемого: Омск." in picture.alt
    with pytest.raises(UnknownIdError):
        draw_map(land(), collection(REGION), group="nobody")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("code", "RU-OMS"),
        ("id", "omsk-region"),
        ("name", "OMSK  region"),
        ("at", "Омск"),
        ("at", "the city"),
        ("id", "tara"),
    ],
)
def test_a_place_is_known_by_id_identifier_or_name(key: str, value: str) -> None:
    """A feature is found by whatever the model calls a place, in whatever case."""
    given: dict[str, Any] = {"type": "Feature", "geometry": None, "properties": None, "id": value}
    if key != "id":
        given["properties"] = {key: value}
    rows = draw_map(land(), given, key=key).table().rows
    assert len(rows) == 3


def test_a_name_of_two_places_is_none_of_them() -> None:
    """What could be two places is listed as no place, not drawn as one of them."""
    model = PartnerModel("Land", [Place("a", "Omsk"), Place("b", "Omsk")])
    rows = draw_map(model, collection(feature(None, name="Omsk"))).table().rows
    assert [str(row[1]) for row in rows] == ["0", "0", "no place of the model"]


def test_a_property_that_no_feature_has_is_refused() -> None:
    """The message names the property that is meant, or those that there are."""
    with pytest.raises(ValueError, match=r'^no feature has the property "nam"\. Did you mean "name"\?$'):
        draw_map(land(), collection(REGION), key="nam")
    with pytest.raises(
        ValueError, match=r'^no feature has the property "xyz"\. There are: "code", "name"\.$'
    ):
        draw_map(land(), collection(REGION), key="xyz")


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_can_break_a_map(name: str) -> None:
    """Whatever a feature is called, the map can be read."""
    picture = draw_map(land(), collection(feature({"type": "Polygon", "coordinates": SQUARE}, name=name)))
    parsed(picture)
    assert len(picture.table().rows) == 4


def test_a_file_and_a_text_are_the_same(tmp_path: Path) -> None:
    """GeoJSON is taken from a file, as a text or as a mapping, with the same picture."""
    whole = collection(REGION, TOWN)
    file = tmp_path / "land.geojson"
    file.write_text(json.dumps(whole), encoding="utf-8")
    pictures = {draw_map(land(), given) for given in (file, str(file), json.dumps(whole))}
    assert pictures == {draw_map(land(), whole)}


def test_names_without_room_are_counted() -> None:
    """Of places that lie on each other, the names that have no room are counted in the picture."""
    town = {"type": "Point", "coordinates": [73.4, 55.0]}
    model = PartnerModel("Land", [Place(f"p{n}", f"A long name of a place {n}") for n in range(30)])
    picture = draw_map(model, collection(*(feature(town, id=f"p{n}") for n in range(30))), key="id")
    texts = [one.text or "" for one in parsed(picture).iter(f"{SVG}text")]
    assert any(text.startswith("There was no room for ") for text in texts)


def test_nothing_to_draw_is_said() -> None:
    """A file without any geometry gives a picture that says so."""
    picture = draw_map(land(), collection())
    assert "No place has a geometry." in [one.text for one in parsed(picture).iter(f"{SVG}text")]


positions = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


@given(line=st.lists(positions, min_size=1, max_size=8), cut=st.floats(-180, 180))
def test_a_line_never_leaps(line: list[tuple[float, float]], cut: float) -> None:
    """Steps are half a turn at most; positions are the same on the globe; all lie within east of the cut."""
    for found in (unwrapped(line), eastward(line, cut)):
        for one, other in itertools.pairwise(found):
            assert abs(one[0] - other[0]) <= 180 + 1e-6
        for (longitude, latitude), (was, same) in zip(found, line, strict=True):
            assert latitude == same
            assert min((longitude - was) % 360, (was - longitude) % 360) < 1e-6
    west = min(longitude for longitude, _ in eastward(line, cut))
    assert cut - 1e-6 <= west < cut + 360


@given(lines=st.lists(st.lists(positions, min_size=1, max_size=4), min_size=1, max_size=6))
def test_the_map_is_cut_open_where_nothing_is(lines: list[list[tuple[float, float]]]) -> None:
    """Moved to the east of the cut, all lines end within the width that is told."""
    cut, broad = cut_of(lines)
    if broad < 360:
        for line in lines:
            moved = eastward(line, cut)
            assert max(longitude for longitude, _ in moved) <= cut + broad + 1e-6


def test_chukotka_is_one_piece() -> None:
    """A region on both sides of 180° is drawn in one piece, whether its file cuts it there or not."""
    west = ((170.0, 65.0), (180.0, 65.0), (180.0, 69.0), (170.0, 65.0))
    east = ((-180.0, 65.0), (-170.0, 66.0), (-180.0, 69.0), (-180.0, 65.0))
    across = ((170.0, 65.0), (-170.0, 66.0), (180.0, 69.0), (170.0, 65.0))
    for geometry in (Geometry(((west,), (east,))), Geometry(((across,),))):
        projection, broad, _ = projection_of([geometry], width=400, height=400, left=0, above=0)
        assert projection.cut == 170
        assert broad == pytest.approx(400)
        xs = [x for (ring,) in geometry.polygons for x, _ in projection.path(ring)]
        assert min(xs) == pytest.approx(0)
        assert max(xs) == pytest.approx(400)


@given(
    left=st.floats(-100, 100), top=st.floats(-100, 100), wide=st.floats(1, 100), high=st.floats(1, 100),
    share=st.floats(0.1, 0.8),
)  # fmt: skip
def test_a_sign_stands_inside(left: float, top: float, wide: float, high: float, share: float) -> None:
    """The sign of a frame stands in the frame, and not in its hole."""
    outer = ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
    middle = left + wide / 2, top + high / 2
    across, down = wide * share / 2, high * share / 2
    hole = tuple(
        (middle[0] + x * across, middle[1] + y * down) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    )
    x, y = inside([outer, hole])
    assert left < x < left + wide
    assert top < y < top + high
    assert abs(x - middle[0]) > across - 1e-3 or abs(y - middle[1]) > down - 1e-3
