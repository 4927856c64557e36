"""The picture: valid SVG in which nothing lies on anything else, whoever wrote the names."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from examples.omsk import omsk
from hypothesis import given
from tests.hostile import hostile
from tests.strategies import models
from tests.views.network.graphs import graphs
from tests.views.network.reading_back import SVG, drawn

from partnermodel import PartnerModel, network_view
from partnermodel.views.appearance import LOOKS, OTHER, STAGES
from partnermodel.views.network.shapes import PATHS, scale_of
from partnermodel.views.network.style import PICTURE_STYLE

EVENTS = re.compile(r"^on|style$")


@given(graphs())
def test_it_is_well_formed_and_passive(graph: nx.Graph[Any]) -> None:
    """Any graph gives well-formed XML without a script, a link to elsewhere, an event or an inline style."""
    source = network_view(graph).svg()
    source.encode()
    for element in ElementTree.fromstring(source).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg", "title", "desc", "style", "defs", "path", "marker", "rect", "g", "use", "text"
        }  # fmt: skip
        assert not [name for name in element.attrib if EVENTS.search(name)]
        for name in ("href", "marker-end"):
            assert re.fullmatch(r"|#\w+|url\(#\w+\)", element.get(name, ""))


@given(graphs())
def test_nodes_lie_apart_and_on_the_page(graph: nx.Graph[Any]) -> None:
    """No two nodes are in one place; all of them, and the beginning of each name, are on the page."""
    picture = drawn(network_view(graph).svg())
    assert len(set(picture.places)) == len(picture.places)
    for x, y in [*picture.places, *((x, y) for x, y, *_ in picture.texts)]:
        assert 0 <= x <= picture.width
        assert 0 <= y <= picture.height
    assert len(set(picture.ids)) == len(picture.ids)


def test_whatever_a_name_holds_it_is_only_read() -> None:
    """Of a model with hostile texts in every field, the picture is well formed and shows each name."""
    model = hostile()
    titles = "\n".join(drawn(network_view(model).svg()).titles)
    assert [one.name for one in model.entities.values() if one.name not in titles] == []


@given(models())
def test_names_are_whole_or_shortened_with_a_mark(model: PartnerModel) -> None:
    """What is written beside a node is the beginning of its name, and ends with … if it is not all of it."""
    view = network_view(model)
    for node, spot in zip(view.contents.nodes, view.scene.spots, strict=True):
        if spot.label is not None:
            told = " ".join(" ".join(spot.label.lines).split())
            whole = " ".join(node.name.text.split())
            assert told == whole or (told.endswith("…") and whole.startswith(told[:-1].rstrip()))


def test_every_shape_and_every_line_is_its_own() -> None:
    """Each look has a path of its own, each stage that is no whole line a rule in the style."""
    shapes = [PATHS[look.shape] for look in (*LOOKS.values(), OTHER)]
    assert len(set(shapes)) == len(shapes) == len(PATHS)
    for stage in STAGES:
        assert (f".nv .{stage.name}{{stroke-dasharray" in PICTURE_STYLE) == bool(stage.dashes)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG of a colour in hexadecimal digits."""
    digits = colour.removeprefix("#")
    pairs = [digits[place] * 2 for place in range(3)] if len(digits) == 3 else re.findall("..", digits)
    shares = [int(pair, 16) / 255 for pair in pairs]
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_everything_stands_out_from_the_paper() -> None:
    """Light, dark and printed, text has a contrast of 4.5 to 1, and what is drawn one of 3 to 1."""
    sets = re.findall(r"\.nv\{(--ink:#[^}]*)\}", PICTURE_STYLE)
    assert len(sets) == 3
    for one in sets:
        colours = dict(re.findall(r"--(\w+):(#\w+)", one))
        for name, least in {"ink": 4.5, "soft": 4.5, "edge": 3, "accent": 4.5}.items():
            low, high = sorted((luminance(colours[name]), luminance(colours["paper"])))
            assert (high + 0.05) / (low + 0.05) >= least, (name, one)


def test_the_legend_says_what_occurs_and_no_more() -> None:
    """Each type and each stage that occurs is explained once, and no other."""
    source = network_view(omsk()).svg()
    legend = source.rsplit('<g class="nodes">', 1)[1]
    told = re.findall(r"<text[^>]*>([^<]*)</text>", legend)
    assert told[:3] == ["organisation (8)", "centre or facility (10)", "programme (3)"]
    assert told[-3:] == ["only discussed", "over or suspended", "status not known"]
    plain = network_view(nx.path_graph(3)).svg().rsplit('<g class="nodes">', 1)[1]
    assert re.findall(r"<text[^>]*>([^<]*)</text>", plain) == ["other (3)"]


def test_parallel_ties_and_loops_are_drawn_apart() -> None:
    """Of several ties between two nodes, or of a node to itself, each has a line of its own."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        [("a", "b"), ("a", "b"), ("b", "a"), ("a", "a"), ("a", "a")]
    )
    paths = re.findall(r'<path d="([^"]*)"/></?g', network_view(graph).svg())
    lines = [path for line in network_view(graph).scene.lines for path, _ in line.paths]
    assert len(lines) == len(set(lines)) == 5
    assert paths


@pytest.mark.parametrize("many", [2, 3, 10, 40])
def test_however_many_ties_there_are_they_stay_on_the_page(many: int) -> None:
    """Of many ties between the same two nodes no line leaves the picture, and none lies on another."""
    view = network_view(nx.MultiGraph([("a", "b")] * many))
    (lines,) = view.scene.lines
    heights = []
    for path, _ in lines.paths:
        numbers = [int(number) for number in re.findall(r"-?\d+", path)]
        # The middle of the curve is half as far out as the point that bends it.
        middle = numbers[1] + (numbers[3] + numbers[5] / 2 if "q" in path else numbers[3]) / 2
        heights.append(middle)
        assert 0 < middle < view.scene.height
    assert len(set(heights)) == many


def test_arrowheads_are_there_for_what_leads_one_way() -> None:
    """A directed tie has an arrowhead; one of a symmetric kind, or of an undirected graph, has none."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("a", "b", kind="funds")
    graph.add_edge("b", "c", kind="partners-with")
    assert [(line.label, line.arrow) for line in network_view(graph).scene.lines] == [
        ("funds", 0),
        ("is a partner of", None),
    ]
    assert "marker-end" not in network_view(nx.path_graph(2)).svg()


@pytest.mark.parametrize("largest", [1, 2, 10, 1000])
def test_more_is_never_drawn_smaller(largest: int) -> None:
    """Of two groups the larger is not drawn smaller."""
    scales = [scale_of(size, largest) for size in range(1, largest + 1)]
    assert scales == sorted(scales)
    assert scales[-1] == (4 if largest > 1 else 0)
