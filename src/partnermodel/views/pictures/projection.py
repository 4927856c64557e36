"""From degrees to a sheet: where a map is cut open, and how wide a degree is drawn.

The projection is equirectangular, with widths scaled by the cosine of the middle latitude: shapes of a
region look as they are, and no package is needed. A whole hemisphere is stretched towards its pole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, radians

import attrs

from partnermodel.formats.geojson import Geometry, Position
from partnermodel.views.pictures.scene import Point

_TURN = 360.0
_FLATTEST = 0.05
_FINE = 0.35
"""Points nearer than this, in points of the sheet, are one."""


@attrs.frozen
class Projection:
    """How degrees become points of a sheet.

    Attributes:
        cut: The longitude at which the map is cut open: everything lies from it to the east.
        top: The northernmost latitude.
        middle: The latitude by whose cosine widths are scaled.
        scale: How many points a degree of latitude has.
        left: Where the cut is on the sheet.
        above: Where the northernmost latitude is on the sheet.
    """

    cut: float
    top: float
    middle: float
    scale: float
    left: float
    above: float

    def at(self, position: Position) -> Point:
        """Return where a position is on the sheet, its longitude from the cut to the east."""
        longitude, latitude = position
        across = (longitude - self.cut) * max(cos(radians(self.middle)), _FLATTEST)
        return self.left + across * self.scale, self.above + (self.top - latitude) * self.scale

    def path(self, line: Sequence[Position]) -> tuple[Point, ...]:
        """Return a line or a ring on the sheet, without the points that nobody could tell apart."""
        shifted = eastward(line, self.cut)
        found: list[Point] = []
        for point in map(self.at, shifted):
            near = found and abs(point[0] - found[-1][0]) < _FINE and abs(point[1] - found[-1][1]) < _FINE
            if not near:
                found.append(point)
        return tuple(found)


def unwrapped(line: Iterable[Position]) -> list[Position]:
    """Return a line whose steps are never longer than half a turn: one that crosses 180° goes on beyond it.

    Example:
        >>> unwrapped([(179.0, 65.0), (-179.0, 65.0)])
        [(179.0, 65.0), (181.0, 65.0)]
    """
    found: list[Position] = []
    turn = 0.0
    for longitude, latitude in line:
        if found:
            step = longitude + turn - found[-1][0]
            turn -= _TURN * ((step > _TURN / 2) - (step < -_TURN / 2))
        found.append((longitude + turn, latitude))
    return found


def eastward(line: Iterable[Position], cut: float) -> list[Position]:
    """Return a line moved by whole turns so that it begins east of the cut, and nowhere leaps over it.

    Example:
        >>> eastward([(-179.0, 65.0), (-170.0, 65.0)], 170.0)
        [(181.0, 65.0), (190.0, 65.0)]
    """
    found = unwrapped(line)
    west = min(longitude for longitude, _ in found)
    move = _TURN * -((west - cut + 1e-9) // _TURN)
    return [(longitude + move, latitude) for longitude, latitude in found]


def cut_of(lines: Iterable[Sequence[Position]]) -> tuple[float, float]:
    """Return where to cut a map open, and how far it reaches to the east: the widest gap is left out.

    Example:
        >>> cut_of([[(170.0, 65.0), (180.0, 65.0)], [(-180.0, 65.0), (-170.0, 65.0)]])
        (170.0, 20.0)
    """
    spans = []
    for line in lines:
        longitudes = [longitude for longitude, _ in unwrapped(line)]
        west, east = min(longitudes), max(longitudes)
        if east - west >= _TURN:
            return west, east - west
        begin = (west + 180) % _TURN - 180
        spans.append((begin, begin + east - west))
    spans.sort()
    if not spans:
        return 0.0, 0.0
    # Once around: what reaches over the end of the turn covers its beginning, too.
    reach = max(east for _, east in spans) - _TURN
    widest, cut = -1.0, spans[0][0]
    for west, east in spans:
        if west - reach > widest:
            widest, cut = west - reach, west
        reach = max(reach, east)
    return cut, _TURN - max(widest, 0.0)


def projection_of(
    geometries: Iterable[Geometry], *, width: float, height: float, left: float, above: float
) -> tuple[Projection, float, float]:
    """Return a projection in which geometries fill a part of a sheet, and what width and height they take.

    Args:
        geometries: What is to be seen.
        width: How wide the part may be.
        height: How high it may be.
        left: Where it begins, from the left.
        above: Where it begins, from above.
    """
    lines: list[Sequence[Position]] = []
    for geometry in geometries:
        lines += [rings[0] for rings in geometry.polygons]
        lines += geometry.lines
        lines += [(point,) for point in geometry.points]
    latitudes = [latitude for line in lines for _, latitude in line] or [0.0]
    top, bottom = max(latitudes), min(latitudes)
    cut, broad = cut_of(lines)
    middle = (top + bottom) / 2
    flat = max(cos(radians(middle)), _FLATTEST)
    across, down = max(broad * flat, 0.02), max(top - bottom, 0.02)
    scale = min(width / across, height / down)
    return Projection(cut, top, middle, scale, left, above), across * scale, down * scale
