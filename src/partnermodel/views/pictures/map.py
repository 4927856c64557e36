"""A map of the user's own shapes: where organisations are, or whether a group is served there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from partnermodel.errors import did_you_mean
from partnermodel.formats.geojson import Feature, read_geojson
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.entities import Place
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.coverage import coverage
from partnermodel.queries.provisions import links
from partnermodel.values.columns import column_of
from partnermodel.values.rows import rows_of
from partnermodel.values.table import Phrase
from partnermodel.values.text import folded, shown
from partnermodel.views.naming import name_in
from partnermodel.views.pictures.charting import Drawing, Spot
from partnermodel.views.pictures.picture import Picture, finished
from partnermodel.views.pictures.plain import one_line
from partnermodel.wording import worded


@door
def draw_map(
    model: PartnerModel,
    geojson: str | os.PathLike[str] | Mapping[str, Any],
    *,
    key: str = "name",
    group: str | None = None,
    counts: Codes = "active",
    language: str = "en",
    path: str | os.PathLike[str] | None = None,
) -> Picture:
    """Return a map of your own GeoJSON on which the places of a model have their numbers.

    The number of a place stands in a disc: how many organisations are in it or in a part of it, or
    with `group` how many provisions for the group count there. More is darker. With `group`, a place
    with none is a gap and has a thick dashed border. What cannot be shown is told: places without
    geometry, and geometries that are no place of the model.

    A feature is a place when its property is the place's id, one of its identifiers, names or
    aliases. The projection is equirectangular, with widths scaled by the cosine of the middle latitude; a map
    across 180° is cut open elsewhere.

    Args:
        model: The model.
        geojson: A file of GeoJSON (RFC 7946), its text, or what `json.loads` makes of it: features
            with polygons, lines or points in degrees.
        key: The property that says which place a feature is; `id` is also the feature's own id.
        group: The id of a group, for the number of provisions that count for it.
        counts: The statuses, with the narrower ones, in which a provision counts, as for `coverage`.
        language: `en` or `ru`. Names are told in it where the model has them in it.
        path: A file to save the picture in, as by `Picture.save`.

    Returns:
        The picture; its table has a row for every place and every other feature.

    Raises:
        InvalidDocumentError: It is no GeoJSON; every fault is named.
        OSError: The file cannot be read.
        ValueError: No feature has the property.
        UnknownIdError: No group has the id.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Place, Relation, draw_map
        >>> town = {"type": "Feature", "properties": {"name": "Omsk"},
        ...     "geometry": {"type": "Point", "coordinates": [73.4, 55.0]}}
        >>> model = PartnerModel("Town", [
        ...     Place("omsk", "Omsk"), Organisation("a", "A"), Relation("a", "located-in", "omsk"),
        ... ])
        >>> draw_map(model, town).table().rows
        ((Phrase(text='Omsk', language='und'), '1', 'yes'),)
    """
    words = speech(language)
    features = read_geojson(geojson)
    wanted = None if group is None else model.groups[group].id
    spots = list(_spots(model, features, key, _numbers(model, wanted, counts), words))
    name = one_line(model.name)
    if wanted is None:
        title = words.say("picture-map-of", name=name)
    else:
        served = one_line(name_in(model, model.entity(wanted), words.language))
        title = words.say("picture-map-for", group=served, name=name)
    drawing = Drawing(spots, words, gaps=wanted is not None)
    picture = Picture(
        title,
        drawing.alt(),
        words.language,
        scene=drawing.canvas(title).scene(),
        table=drawing.table(title),
        rows=rows_of(
            spots,
            column_of("place", "text"),
            column_of("name", "text", "called"),
            column_of("organisations" if wanted is None else "provisions", "integer", "number"),
            column_of("drawn", "truth"),
        ),
    )
    return finished(picture, path)


def _numbers(model: PartnerModel, group: str | None, counts: Codes) -> dict[str, int]:
    """Return the number of each place of the model."""
    if group is not None:
        matrix = coverage(model, by=("group", "place"), counts=counts, groups=[group])
        return {place: matrix.counts.get((group, place), 0) for place in model.places}
    found = dict.fromkeys(model.places, 0)
    made = model.once(links)
    for organisation in model.organisations:
        for place, _ in made.reach(organisation):
            if place is not None:
                found[place] += 1
    return found


def _spots(
    model: PartnerModel, features: tuple[Feature, ...], key: str, numbers: dict[str, int], words: Speech
) -> Iterator[Spot]:
    known = sorted({name for feature in features for name in feature.properties})
    if features and key not in known:
        hint = did_you_mean(key, known) or worded(
            "There are: {known}.", known=", ".join(map(shown, known)) or "–"
        )
        raise ValueError(worded("no feature has the property {key}. {hint}", key=shown(key), hint=hint))
    called: dict[str, set[str]] = {}
    for place in model.places.values():
        for text in _texts(place):
            called.setdefault(folded(text), set()).add(place.id)
    found: dict[str, list[Feature]] = {id: [] for id in model.places}
    others = []
    for feature in features:
        ids = called.get(folded(feature.properties.get(key, "")), set())
        # A name that two places have says of neither that it is meant.
        if len(ids) == 1:
            found[min(ids)].append(feature)
        else:
            others.append(feature)
    places = words.alphabetical(
        model.places.values(), key=lambda one: str(name_in(model, one, words.language))
    )
    for place in places:
        name = name_in(model, place, words.language)
        yield Spot(name, numbers[place.id], tuple(found[place.id]), place.name, place.id)
    for feature in others:
        nameless = words.say("picture-map-nameless", number=feature.place + 1)
        text = one_line(feature.properties.get(key, ""))
        yield Spot(Phrase(text or nameless), None, (feature,), text or None)


def _texts(place: Place) -> Iterator[str]:
    yield place.id
    yield place.name
    yield from place.names.values()
    yield from (identifier.value for identifier in place.identifiers)
    yield from (alias.name for alias in place.aliases)
