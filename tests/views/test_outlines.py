"""A shape is the same in every picture: one table of corners, drawn as paths and as rings."""

from __future__ import annotations

import math
import re

import pytest

from partnermodel.views.appearance import LOOKS, OTHER, Look
from partnermodel.views.network.shapes import PATHS, RADIUS
from partnermodel.views.outlines import CORNERS
from partnermodel.views.pictures.scene import Disc, Outline
from partnermodel.views.pictures.shapes import shape

SHAPES = sorted(look.shape for look in (*LOOKS.values(), OTHER))


def read_back(path: str) -> list[tuple[float, float]]:
    """Return the corners of the first closed part of a path of SVG, as its grammar has them."""
    found: list[tuple[float, float]] = []
    right = down = 0.0
    for command, text in re.findall(r"([MLHV])([^MLHVz]*)", path.partition("z")[0]):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text)]
        if command == "H":
            (right,) = numbers
        elif command == "V":
            (down,) = numbers
        else:
            right, down = numbers
        found.append((right, down))
    return found


def test_every_look_has_corners_but_the_circle() -> None:
    """Each shape is in the table once, and nothing else is."""
    assert sorted(CORNERS) == [name for name in SHAPES if name != "circle"]


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "circle"])
def test_a_shape_has_the_same_corners_in_pages_and_in_pictures(name: str) -> None:
    """The path of a page and the ring of a picture, of one radius, go along the same corners."""
    drawn = shape(Look(name, "#ffffff"), 100, 200, RADIUS)
    assert isinstance(drawn, Outline)
    (ring,) = drawn.rings
    path = read_back(PATHS[name])
    assert [x - 100 for x, _ in ring] == pytest.approx([right for right, _ in path])
    assert [y - 200 for _, y in ring] == pytest.approx([down for _, down in path])
    assert path == list(CORNERS[name])


def test_a_circle_is_as_large_in_pages_as_in_pictures() -> None:
    """The arcs of the path have the radius of the disc, and no shape is much larger or smaller."""
    drawn = shape(Look("circle", "#ffffff"), 0, 0, RADIUS)
    assert isinstance(drawn, Disc)
    assert set(re.findall(r"a(\d+) (\d+) ", PATHS["circle"])) == {(str(RADIUS), str(RADIUS))}
    for corners in CORNERS.values():
        assert 0.9 * RADIUS < max(math.hypot(*corner) for corner in corners) < 1.5 * RADIUS


@pytest.mark.parametrize("name", sorted(CORNERS))
def test_a_shape_is_even_from_left_to_right(name: str) -> None:
    """Its mirror image is itself, so that no node seems to lean; a page alone has a corner that is folded."""
    mirrored = {(-right if right else right, down) for right, down in CORNERS[name]}
    assert (mirrored == set(CORNERS[name])) == (name != "page")
