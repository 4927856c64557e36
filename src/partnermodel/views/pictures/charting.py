"""How a map is drawn and told: shaded areas, a number for each place, and what could not be drawn."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partnermodel.formats.geojson import Feature
from partnermodel.language.speech import Speech
from partnermodel.values.table import Cell, Phrase, Table
from partnermodel.views.network.labels import LINE, Label, Marked, placed
from partnermodel.views.pictures.canvas import BAR, MARGIN, SMALL, Canvas, Entry
from partnermodel.views.pictures.colours import ink_on, shade
from partnermodel.views.pictures.inside import area, inside
from partnermodel.views.pictures.plain import one_line
from partnermodel.views.pictures.projection import Projection, projection_of
from partnermodel.views.pictures.scene import INK, PAPER, SOFT, Disc, Mark, Outline, Point, Words, box

_WIDTH, _HEIGHT = 680.0, 560.0
_SIGN = 10.0
_LETTERS = 9.5
_DEEP = 5
"""The least number that has the darkest colour: one organisation is not many."""
_PALER = 0.6
"""How dark the darkest colour is, so that names can be read across it."""
_NOBODY = "#eceff2"
_TOLD = 12


@attrs.frozen
class Spot:
    """A place of the model, or a feature that is none.

    Attributes:
        name: What people read for it.
        number: How many there are; None for a feature that is no place of the model.
        features: Its features.
        called: What it is called in the model or in the feature; None when it is not said.
        place: The id of the place; None for a feature that is none.
    """

    name: Phrase
    number: int | None
    features: tuple[Feature, ...]
    called: str | None
    place: str | None = None

    @property
    def drawn(self) -> bool:
        """Whether it has a geometry."""
        return any(feature.geometry for feature in self.features)


@attrs.frozen
class Drawing:
    """One map and one language.

    Attributes:
        spots: What is on it, or should be.
        words: The library speaking the language.
        gaps: Whether a place with nothing is a gap.
    """

    spots: list[Spot]
    words: Speech
    gaps: bool = attrs.field(kw_only=True)

    @property
    def most(self) -> int:
        """The largest number of a place."""
        return max([spot.number or 0 for spot in self.spots], default=0)

    def named(self, key: str, spots: list[Spot]) -> str:
        """Return a sentence that names some of the spots; the table has all of them."""
        names = [one_line(spot.name) for spot in spots[:_TOLD]]
        key = key if len(spots) <= _TOLD else f"{key}-many"
        return self.words.say(key, count=len(spots), names=names)

    def notes(self) -> list[str]:
        """Return what could not be drawn, as sentences."""
        found = []
        if missing := [spot for spot in self.spots if spot.number is not None and not spot.drawn]:
            found.append(self.named("picture-map-unplaced", missing))
        if others := [spot for spot in self.spots if spot.number is None]:
            found.append(self.named("picture-map-others", others))
        return found

    def alt(self) -> str:
        """Return what the map shows, in a few sentences."""
        words = self.words
        drawn = [spot for spot in self.spots if spot.drawn and spot.number is not None]
        told = [words.say("picture-map-size", count=len(drawn))]
        key = "picture-map-provisions" if self.gaps else "picture-map-organisations"
        ranked = sorted(drawn, key=lambda spot: -(spot.number or 0))
        most = [f"{one_line(spot.name)} ({words.number(spot.number or 0)})" for spot in ranked[:_TOLD]]
        if most:
            told.append(words.say(key, names=most))
        if len(ranked) > _TOLD:
            told.append(words.say("picture-more-in-table", count=len(ranked) - _TOLD))
        if empty := [spot for spot in drawn if self.gaps and not spot.number]:
            told.append(self.named("picture-map-gaps", empty))
        return one_line(" ".join([*told, *self.notes()]))

    def table(self, title: str) -> Table:
        """Return every place and every other feature."""
        words = self.words
        number = "provisions" if self.gaps else "organisations"
        columns = tuple(words.say(f"picture-column-{name}") for name in ("place", number, "drawn"))
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (
                spot.name,
                words.say("picture-map-other") if spot.number is None else words.number(spot.number),
                words.say("yes" if spot.drawn else "no"),
            )
            for spot in self.spots
        )
        return Table(title, columns, rows, (), words.say("none"))

    def canvas(self, title: str) -> Canvas:
        """Return the map on its canvas."""
        words = self.words
        canvas = Canvas(_WIDTH + 2 * MARGIN, words.language)
        canvas.heading(title)
        geometries = [feature.geometry for spot in self.spots for feature in spot.features]
        room = _WIDTH - 2 * _SIGN, _HEIGHT - 2 * _SIGN
        projection, broad, high = projection_of(
            geometries, width=room[0], height=room[1], left=0, above=canvas.y + _SIGN
        )
        projection = attrs.evolve(projection, left=MARGIN + (_WIDTH - broad) / 2)
        if any(geometries):
            # What is no place lies below, and small shapes lie on large ones.
            order = sorted(self.spots, key=lambda spot: (spot.number is not None, -_size(spot, projection)))
            for spot in order:
                canvas.add(*self.areas(spot, projection))
            for spot in order:
                canvas.add(*self.lines(spot, projection))
            signed = [(spot, where) for spot in order if (where := _middle(spot, projection)) is not None]
            labels = self.labels(signed, canvas.y, high + 2 * _SIGN)
            canvas.add(*self.signs(signed, labels, canvas.y))
            canvas.y += high + 2 * _SIGN
            latitude = words.number(round(projection.middle))
            end = [words.say("picture-map-projection", latitude=latitude)]
            if unnamed := labels.count(None):
                end.append(words.say("picture-network-unnamed", count=unnamed))
        else:
            end = [words.say("picture-map-empty")]
        canvas.legend(self.legend())
        canvas.notes([*self.notes(), *end])
        return canvas

    def fill(self, spot: Spot) -> str:
        """Return the colour of a place."""
        if spot.number is None:
            return _NOBODY
        return shade(_PALER * spot.number / max(self.most, _DEEP)) if spot.number else PAPER

    def edge(self, spot: Spot) -> tuple[str, float, tuple[float, ...]]:
        """Return the colour, the width and the dashes of the edge of a place."""
        return (INK, 1.8, (4.0, 2.0)) if self.gaps and spot.number == 0 else (SOFT, 0.7, ())

    def areas(self, spot: Spot, projection: Projection) -> Iterator[Mark]:
        """Yield the polygons of a place."""
        ink, width, dashes = self.edge(spot)
        for feature in spot.features:
            for polygon in feature.geometry.polygons:
                rings = tuple(ring for ring in map(projection.path, polygon) if len(ring) > 2)
                if rings:
                    yield Outline(rings, self.fill(spot), ink, width, dashes)
                else:
                    x, y = projection.path(polygon[0])[0]
                    yield Disc(x, y, 1.5, self.fill(spot), ink, 0.7)

    def lines(self, spot: Spot, projection: Projection) -> Iterator[Mark]:
        """Yield the lines of a place, and the points of what is no place."""
        ink, _, dashes = self.edge(spot)
        for feature in spot.features:
            for road in feature.geometry.lines:
                points = projection.path(road)
                if len(points) > 1:
                    yield Outline((points,), None, ink, 1.4, dashes, closed=False)
            if spot.number is None:
                for point in feature.geometry.points:
                    x, y = projection.path([point])[0]
                    yield Disc(x, y, 3, _NOBODY, SOFT, 0.8)

    def labels(self, signed: list[tuple[Spot, Point]], top: float, high: float) -> list[Label | None]:
        """Return where the names of places have room."""
        marks = [
            Marked(
                x - MARGIN,
                y - top,
                one_line(spot.name),
                _weight(spot),
                _SIGN + 1 if spot.number is not None else 4,
            )
            for spot, (x, y) in signed
        ]
        return placed(marks, width=_WIDTH, height=high, size=_LETTERS, widest=120)

    def signs(
        self, signed: list[tuple[Spot, Point]], labels: list[Label | None], top: float
    ) -> Iterator[Mark]:
        """Yield a disc with the number of each place, and the names."""
        for spot, (x, y) in signed:
            if spot.number is None:
                continue
            # Over an area that has its shade, the sign is white; a point has none but the sign's.
            fill = PAPER if any(one.geometry.polygons for one in spot.features) else self.fill(spot)
            yield Disc(x, y, _SIGN, fill, INK, 2 if self.gaps and not spot.number else 1)
            told = self.words.number(spot.number)
            size = SMALL if len(told) < 3 else 7
            yield Words(x, y + size * 0.36, told, size, "middle", ink_on(fill), bold=True)
        for (spot, _), label in zip(signed, labels, strict=True):
            for place, text in enumerate(label.lines if label is not None else ()):
                assert label is not None
                y = label.y + top + place * _LETTERS * LINE
                colour = INK if spot.number is not None else SOFT
                yield Words(
                    label.x + MARGIN,
                    y,
                    text,
                    _LETTERS,
                    label.anchor,
                    colour,
                    halo=True,
                    language=spot.name.language,
                )

    def legend(self) -> list[Entry]:
        """Return what shades and edges mean."""
        words = self.words

        def shades(x: float, y: float) -> list[Mark]:
            return [
                box(x - 13, y - 7, 13, 14, fill=shade(0.01), stroke=SOFT, line=0.7),
                box(x, y - 7, 13, 14, fill=shade(_PALER), stroke=SOFT, line=0.7),
            ]

        key = "picture-map-key-provisions" if self.gaps else "picture-map-key-organisations"
        found: list[Entry] = [(shades, BAR, words.say(key))]
        if self.gaps and any(spot.number == 0 and spot.drawn for spot in self.spots):
            found.append(
                (
                    lambda x, y: [box(x - 12, y - 6, 24, 12, fill=PAPER, line=1.8, dashes=(4, 2))],
                    BAR,
                    words.say("picture-legend-gap"),
                )
            )
        if any(spot.number is None and spot.drawn for spot in self.spots):
            found.append(
                (
                    lambda x, y: [box(x - 13, y - 7, 26, 14, fill=_NOBODY, stroke=SOFT, line=0.7)],
                    BAR,
                    words.say("picture-map-other"),
                )
            )
        return found


def _weight(spot: Spot) -> float:
    return -1.0 if spot.number is None else float(spot.number)


def _polygons(spot: Spot, projection: Projection) -> list[tuple[float, list[tuple[Point, ...]]]]:
    """Return the polygons of a place on the canvas, each with its area."""
    found = []
    for feature in spot.features:
        for polygon in feature.geometry.polygons:
            rings = [projection.path(ring) for ring in polygon]
            found.append((area(rings[0]), rings))
    return found


def _size(spot: Spot, projection: Projection) -> float:
    return sum(size for size, _ in _polygons(spot, projection))


def _middle(spot: Spot, projection: Projection) -> Point | None:
    """Return where the sign of a place stands: in its largest polygon, else at a point, else on a line."""
    polygons = _polygons(spot, projection)
    if polygons:
        return inside(max(polygons, key=lambda one: one[0])[1])
    geometries = [feature.geometry for feature in spot.features]
    points = [point for geometry in geometries for point in geometry.points]
    if points:
        return projection.path([points[0]])[0]
    lines = [projection.path(line) for geometry in geometries for line in geometry.lines]
    if not lines:
        return None
    longest = max(lines, key=len)
    return longest[len(longest) // 2]
