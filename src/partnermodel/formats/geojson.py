"""GeoJSON (RFC 7946) as somebody gives it: read strictly, every fault with its place and its mend."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from partnermodel.errors import InvalidDocumentError, Issue
from partnermodel.formats.encoding import encoding_faults
from partnermodel.formats.syntax import json_faults, too_deep
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.text import shown
from partnermodel.wording import worded

Position = tuple[float, float]
"""A longitude and a latitude, in degrees of WGS 84."""

Line = tuple[Position, ...]

GEOMETRIES = (
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
)  # fmt: skip
_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How deep the positions lie in the coordinates of each geometry."""

_NEAR = 1e-6
_NESTED = 8
_MOST = 1000
"""So many faults are kept: of more, nobody reads all."""
_DEGREES = worded("GeoJSON has degrees of WGS 84, the longitude first; convert the file to them (EPSG:4326).")
_WORLD = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "OGC:CRS84"}


@attrs.frozen
class Geometry:
    """Where something is.

    Attributes:
        polygons: Polygons, each as its outer ring and then its holes; a ring ends where it begins.
        lines: Lines.
        points: Points.
    """

    polygons: tuple[tuple[Line, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    points: tuple[Position, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.polygons or self.lines or self.points)


@attrs.frozen
class Feature:
    """A feature of a collection.

    Attributes:
        place: Its place in the collection, from 0.
        properties: Its properties that are texts or whole numbers, as texts; under `id` its own id.
        geometry: Where it is; an empty one is nowhere.
    """

    place: int
    properties: FrozenMap[str, str]
    geometry: Geometry


def read_geojson(given: str | os.PathLike[str] | Mapping[str, Any]) -> tuple[Feature, ...]:
    """Return the features of GeoJSON.

    Args:
        given: A file; or the JSON itself, as a text that begins with a brace; or what `json.loads`
            makes of it.

    Raises:
        InvalidDocumentError: It is no GeoJSON; every fault is named.
        OSError: The file cannot be read.

    Example:
        >>> point = {"type": "Point", "coordinates": [73, 55]}
        >>> found = read_geojson({"type": "Feature", "properties": {"name": "Omsk"}, "geometry": point})
        >>> found[0].geometry.points
        ((73.0, 55.0),)
    """
    source, document = _document(given)
    reading = _Reading()
    features = tuple(reading.features(document))
    if reading.issues:
        raise _refused(source, reading.issues)
    return features


def _document(given: str | os.PathLike[str] | Mapping[str, Any]) -> tuple[str, Any]:
    if isinstance(given, Mapping):
        return worded("the mapping"), given
    if isinstance(given, str) and given.lstrip().startswith(("{", "[")):
        text = worded("the text")
        return text, _parsed(text, given.encode("utf-8", "surrogatepass"))
    source = os.fspath(given)
    return source, _parsed(source, Path(source).read_bytes())


def _parsed(source: str, data: bytes) -> Any:
    issues = [issue for issue in encoding_faults(data) if issue.code != "byte-order-mark"]
    if not issues:
        text = data.decode("utf-8").removeprefix("\ufeff")
        issues = list(too_deep(text))
        if not issues:
            try:
                return json.loads(text)
            except ValueError:
                issues = list(json_faults(text)) or [
                    _issue("$", worded("it holds a number that is too long"))
                ]
    raise _refused(source, issues)


def _refused(source: str, issues: list[Issue]) -> InvalidDocumentError:
    return InvalidDocumentError(worded("{source} cannot be read as GeoJSON:", source=source), issues)


def _issue(path: str, message: str, hint: str = "", value: object = "") -> Issue:
    return Issue("not-geojson", path, "" if value == "" else shown(value), message, hint)


class _Reading:
    """One pass over a document that is JSON."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def refuse(self, path: str, message: str, hint: str = "", value: object = "") -> None:
        if len(self.issues) < _MOST:
            self.issues.append(_issue(path, message, hint, value))

    def features(self, document: Any) -> Iterator[Feature]:
        held = document if isinstance(document, Mapping) else {}
        self._reference(held)
        if held.get("type") == "Feature":
            listed, root = [document], "$"
        elif held.get("type") == "FeatureCollection" and isinstance(held.get("features"), list | tuple):
            listed, root = held["features"], ""
        else:
            hint = worded('The whole is {{"type": "FeatureCollection", "features": [ … ]}}.')
            what = worded("it has no type")
            if held.get("type") == "FeatureCollection":
                what = worded("it has no list of features")
            elif held.get("type"):
                what = worded("its type is {type}", type=shown(held["type"]))
            elif not isinstance(document, Mapping):
                what = worded("it is no object")
            if held.get("type") in GEOMETRIES:
                hint = worded(
                    "Put the geometry into a feature, with the properties that say which place it is."
                )
            self.refuse("$", what, hint)
            return
        for place, one in enumerate(listed):
            path = root or f"$.features[{place}]"
            if not isinstance(one, Mapping) or one.get("type") != "Feature":
                self.refuse(
                    path, worded("this is no feature"), worded('A feature has "type": "Feature".'), one
                )
                continue
            yield Feature(place, self._properties(one, path), self._geometry(one, path))

    def _reference(self, held: Mapping[str, Any]) -> None:
        """Refuse coordinates that an older file says are no degrees."""
        system = held.get("crs")
        if isinstance(system, Mapping):
            name = system.get("properties")
            name = name.get("name") if isinstance(name, Mapping) else None
            if name not in _WORLD:
                self.refuse("$.crs", worded("its coordinates are in {system}", system=shown(name)), _DEGREES)

    def _properties(self, one: Mapping[str, Any], path: str) -> FrozenMap[str, str]:
        given = one.get("properties")
        if given is not None and not isinstance(given, Mapping):
            self.refuse(
                f"{path}.properties",
                worded("the properties are no object"),
                worded("Write an object, or null."),
                given,
            )
            given = None
        found = {str(key): str(value) for key, value in (given or {}).items() if _tells(value)}
        if _tells(one.get("id")):
            found["id"] = str(one["id"])
        return FrozenMap(found)

    def _geometry(self, one: Mapping[str, Any], path: str) -> Geometry:
        parts: dict[str, list[Any]] = {"polygons": [], "lines": [], "points": []}
        waiting = [(one.get("geometry"), f"{path}.geometry", 0)]
        while waiting:
            given, where, depth = waiting.pop()
            if given is None:
                continue
            if depth > _NESTED:
                message = worded("collections of geometries are nested too deep")
                self.refuse(where, message, worded("Put the parts into one."))
                continue
            type = given.get("type") if isinstance(given, Mapping) else None
            if type == "GeometryCollection" and isinstance(given.get("geometries"), list | tuple):
                inner = enumerate(given["geometries"])
                waiting += reversed([(part, f"{where}.geometries[{at}]", depth + 1) for at, part in inner])
            elif type in _DEPTHS:
                self._coordinates(type, given.get("coordinates"), f"{where}.coordinates", parts)
            else:
                hint = worded("Its type is one of {types}; or write null.", types=", ".join(GEOMETRIES))
                self.refuse(where, worded("this is no geometry"), hint, given)
        return Geometry(**{name: tuple(held) for name, held in parts.items()})

    def _coordinates(self, type: str, given: Any, path: str, parts: dict[str, list[Any]]) -> None:
        layer, whole = [(given, path)], True
        for _ in range(_DEPTHS[type]):
            below = []
            for one, where in layer:
                if isinstance(one, list | tuple):
                    below += [(part, f"{where}[{at}]") for at, part in enumerate(one)]
                else:
                    hint = worded("Look at how a {type} is written.", type=type)
                    self.refuse(where, worded("a list belongs here"), hint, one)
                    whole = False
            layer = below
        bad = [self._bad(one, where) for one, where in layer]
        if any(bad) or not whole:
            return
        if type == "Point":
            parts["points"].append(_position(given))
        elif type == "MultiPoint":
            parts["points"] += map(_position, given)
        elif type in ("LineString", "MultiLineString"):
            lines = [given] if type == "LineString" else given
            parts["lines"] += [tuple(map(_position, line)) for line in lines if line]
        else:
            polygons = [given] if type == "Polygon" else given
            for at, polygon in enumerate(polygons):
                where = path if type == "Polygon" else f"{path}[{at}]"
                rings = tuple(tuple(map(_position, ring)) for ring in polygon)
                closed = [self._closed(ring, f"{where}[{number}]") for number, ring in enumerate(rings)]
                if closed and all(closed):
                    parts["polygons"].append(rings)

    def _bad(self, one: Any, path: str) -> bool:
        """Return whether something is no position, after saying so."""
        if not isinstance(one, list | tuple) or len(one) < 2 or not all(map(_finite, one[:2])):
            hint = worded("A position is a longitude and a latitude: [73.4, 55.0].")
            self.refuse(path, worded("this is no position"), hint, one)
            return True
        if abs(one[0]) > 180 + _NEAR or abs(one[1]) > 90 + _NEAR:
            self.refuse(path, worded("this is nowhere on the earth"), _DEGREES, one)
            return True
        return False

    def _closed(self, ring: Line, path: str) -> bool:
        if len(ring) < 4:
            message = worded("a ring of {count} positions has no inside", count=len(ring))
            self.refuse(path, message, worded("It has at least four."))
        elif ring[0] != ring[-1]:
            hint = worded("Repeat its first position at its end.")
            self.refuse(path, worded("the ring is not closed"), hint)
        else:
            return True
        return False


def _tells(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and len(str(value)) <= 1000


def _finite(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and -1e9 < value < 1e9  # type: ignore[operator]  # which NaN and the infinities are not


def _position(given: Any) -> Position:
    return float(min(max(given[0], -180), 180)), float(min(max(given[1], -90), 90))
