"""GeoJSON is read strictly: what is wrong is named with its place and its mend, and nothing runs away."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import json_values

from partnermodel import InvalidDocumentError
from partnermodel.formats.geojson import GEOMETRIES, Geometry, read_geojson

RING = [[0, 0], [1, 0], [1, 1], [0, 0]]
CLOSED = ((0, 0), (1, 0), (1, 1), (0, 0))
NEARLY = {"type": "Point", "coordinates": [180.0000001, 2]}


def wrapped(geometry: object) -> dict[str, Any]:
    """Return a collection with one feature."""
    feature = {"type": "Feature", "geometry": geometry, "properties": None}
    return {"type": "FeatureCollection", "features": [feature]}


@pytest.mark.parametrize(
    ("geometry", "found"),
    [
        (None, Geometry()),
        ({"type": "Point", "coordinates": [1, 2, 300]}, Geometry(points=((1, 2),))),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, Geometry(points=((1, 2), (3, 4)))),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, Geometry(lines=(((1, 2), (3, 4)),))),
        ({"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]}, Geometry(lines=(((1, 2), (3, 4)),))),
        ({"type": "Polygon", "coordinates": [RING]}, Geometry(((CLOSED,),))),
        ({"type": "MultiPolygon", "coordinates": [[RING]]}, Geometry(((CLOSED,),))),
        ({"type": "GeometryCollection", "geometries": [NEARLY, None]}, Geometry(points=((180, 2),))),
    ],
)  # fmt: skip
def test_every_geometry_is_read(geometry: object, found: Geometry) -> None:
    """Each geometry of RFC 7946 is read; an altitude is left out, and a hair beyond 180° is 180°."""
    assert read_geojson(wrapped(geometry))[0].geometry == found


DEEP: Any = {"type": "Point", "coordinates": [0, 0]}
for _ in range(20):
    DEEP = {"type": "GeometryCollection", "geometries": [DEEP]}

AT = "$.features[0].geometry"


def point(*coordinates: object) -> dict[str, Any]:
    """Return a collection with a point."""
    return wrapped({"type": "Point", "coordinates": coordinates})


def polygon(*rings: object) -> dict[str, Any]:
    """Return a collection with a polygon."""
    return wrapped({"type": "Polygon", "coordinates": rings})


FAULTS: dict[str, tuple[Any, str]] = {
    "no object": ([1], "$: it is no object."),
    "no type": ({}, "$: it has no type."),
    "another type": ({"type": "Topology"}, '$: its type is "Topology".'),
    "a bare geometry": ({"type": "Point", "coordinates": [0, 0]}, "Put the geometry into a feature"),
    "no features": ({"type": "FeatureCollection", "features": {}}, "$: it has no list of features."),
    "no feature": ({"type": "FeatureCollection", "features": [1]}, "$.features[0]: this is no feature."),
    "properties": ({"type": "Feature", "properties": []}, "$.properties: the properties are no object."),
    "no geometry": (wrapped({"type": "Circle"}), f"{AT}: this is no geometry."),
    "no list": (
        wrapped({"type": "Polygon", "coordinates": 5}),
        f"{AT}.coordinates: a list belongs here. Look at how a Polygon is written.",
    ),
    "null": (polygon(None), f"{AT}.coordinates[0]: a list belongs here."),
    "no position": (polygon([[0, 0], [1]]), f"{AT}.coordinates[0][1]: this is no position."),
    "a text": (point("1", 2), f"{AT}.coordinates: this is no position."),
    "true": (point(True, 2), f"{AT}.coordinates: this is no position."),
    "not a number": (point(float("nan"), 2), f"{AT}.coordinates: this is no position."),
    "endless": (point(1e400, 2), f"{AT}.coordinates: this is no position."),
    "metres": (
        point(8170000, 7350000),
        f"{AT}.coordinates: this is nowhere on the earth. GeoJSON has degrees of WGS 84, the longitude first",
    ),
    "exchanged": (point(55, 173), f"{AT}.coordinates: this is nowhere on the earth."),
    "open ring": (
        polygon([[0, 0], [1, 0], [1, 1], [0, 1]]),
        f"{AT}.coordinates[0]: the ring is not closed. Repeat its first position at its end.",
    ),
    "short ring": (
        wrapped({"type": "MultiPolygon", "coordinates": [[RING], [RING, [[0, 0], [0, 0]]]]}),
        f"{AT}.coordinates[1][1]: a ring of 2 positions has no inside.",
    ),
    "nested": (wrapped(DEEP), "collections of geometries are nested too deep."),
    "another system": (
        {**wrapped(None), "crs": {"properties": {"name": "EPSG:3857"}}},
        '$.crs: its coordinates are in "EPSG:3857".',
    ),
}


@pytest.mark.parametrize(("document", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(document: Any, message: str) -> None:
    """What is wrong is said with its place and its mend, whether as a mapping or as a text."""
    given: list[Any] = [document] if isinstance(document, dict) else []
    for one in (*given, json.dumps(document)):
        with pytest.raises(InvalidDocumentError) as caught:
            read_geojson(one)
        assert message in str(caught.value)


def test_every_fault_is_named() -> None:
    """All faults are named at once."""
    line = {"type": "LineString", "coordinates": [[999, 0], [0, 0], [0, 999]]}
    document = {"type": "FeatureCollection", "features": [1, *wrapped(line)["features"]]}
    with pytest.raises(InvalidDocumentError) as caught:
        read_geojson(document)
    assert len(caught.value.issues) == 3


def test_of_very_many_faults_the_first_are_kept() -> None:
    """A file in which everything is wrong is refused as quickly as another."""
    with pytest.raises(InvalidDocumentError) as caught:
        read_geojson({"type": "FeatureCollection", "features": [None] * 100_000})
    assert len(caught.value.issues) == 1000


def test_an_id_is_a_property() -> None:
    """Which place a feature is may be said by its own id; what is no text or whole number is left out."""
    given = {"type": "Feature", "id": 55, "properties": {"a": "x", "b": None, "d": True, "e": 1}}
    assert dict(read_geojson(given)[0].properties) == {"a": "x", "e": "1", "id": "55"}


def test_a_system_of_degrees_is_taken() -> None:
    """An older file that says that its coordinates are degrees of WGS 84 is right."""
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    found = read_geojson({**point(73, 55), "crs": system})
    assert [bool(feature.geometry) for feature in found] == [True]
    assert not read_geojson(wrapped(None))[0].geometry


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not-json"),
        ("[" * 100000, "brackets-too-deep"),
        ('{"a": NaN}', "not-geojson"),
        ('{"a": "\ud800"}', "lone-surrogate"),
        ('{"a": ' + "9" * 5000 + "}", "not-a-number"),
    ],
    ids=["open", "bomb", "nan", "half", "long"],
)
def test_what_is_no_json_is_refused(text: str, code: str) -> None:
    """A text that is no JSON, or a bomb of brackets, is refused as the loader of models refuses it."""
    with pytest.raises(InvalidDocumentError) as caught:
        read_geojson(text)
    assert {issue.code for issue in caught.value.issues} == {code}


def test_a_file_is_named(tmp_path: Path) -> None:
    """A file that is wrong is named in the message; a mark before UTF-8 is taken as editors write it."""
    file = tmp_path / "map.geojson"
    file.write_bytes("{}".encode("utf-16"))
    with pytest.raises(InvalidDocumentError, match=r"map\.geojson cannot be read as GeoJSON:"):
        read_geojson(file)
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(wrapped(None)).encode())
    assert len(read_geojson(file)) == 1
    with pytest.raises(OSError, match="missing"):
        read_geojson(tmp_path / "missing.geojson")


@given(value=json_values())
def test_anything_is_read_or_refused(value: object) -> None:
    """Whatever JSON is given, in whatever place, it is read, or refused with an error of ours."""
    feature = {"type": "Feature", "geometry": value, "properties": value, "id": value}
    shapes = [wrapped({"type": type, "coordinates": value, "geometries": value}) for type in GEOMETRIES]
    for document in (value, {"type": "FeatureCollection", "features": value}, feature, *shapes):
        if isinstance(document, dict):
            with contextlib.suppress(InvalidDocumentError):
                read_geojson(document)
