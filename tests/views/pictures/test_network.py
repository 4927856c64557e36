"""The picture of a network and its table say the same, and what is drawn can be told apart."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from tests.strategies import models
from tests.views.pictures.test_picture import SVG, parsed, town

from partnermodel import (
    Organisation,
    PartnerModel,
    Relation,
    UnknownTermError,
    draw,
    organisation_network,
    to_mermaid,
    to_networkx,
)
from partnermodel.language.speech import speech
from partnermodel.views.appearance import LOOKS, OTHER
from partnermodel.views.pictures import mermaid as mermaid_picture
from partnermodel.views.pictures import network as network_picture
from partnermodel.views.pictures.reading import read, size_of
from partnermodel.views.pictures.shapes import OUTLINES, shape


def lines(root: ET.Element) -> list[ET.Element]:
    """Return the lines of ties."""
    found = [one for one in root.iter(f"{SVG}path") if one.get("fill") == "none"]
    return [one for one in found if "Z" not in one.get("d", "")]


@given(model=models())
def test_the_table_has_every_node_and_tie(model: PartnerModel) -> None:
    """There is a row for each entity, whose number of ties is that of its relations."""
    table = draw(model).table()
    assert len(table.rows) == len(model.entities)
    assert sum(int(str(row[2])) for row in table.rows) == 2 * len(model.relations)


@given(model=models())
def test_every_node_has_a_mark(model: PartnerModel) -> None:
    """There are as many marks of each colour as entities of the type, beside the one in the legend."""
    root = parsed(draw(model))
    for type, look in LOOKS.items():
        number = sum(entity.scheme == type for entity in model.entities.values())
        marks = [
            one for one in root.iter() if one.get("fill") == look.colour and one.get("stroke") == "#1b1f24"
        ]
        assert len(marks) == (number + 1 if number else 0) or look.colour == "#ffffff"


def test_a_graph_is_drawn_as_it_is() -> None:
    """Of a graph of networkx, whatever its class and nodes, each node and tie is drawn."""
    for make in (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph):
        graph: nx.Graph[Any] = make([(1, 2), (2, "a")])
        picture = draw(graph)
        assert [str(row[0]) for row in picture.table().rows] == ["1", "2", "a"]
        legend = 1 + graph.is_directed()
        assert len(lines(parsed(picture))) == 2 + legend


def test_ties_of_one_stage_are_one_line() -> None:
    """Of two nodes, relations that have come equally far are one line, and others have lines of their own."""
    model = town().with_(
        Relation("b", "supports", "a", status="active"), Relation("a", "supports", "b", status="planned")
    )
    root = parsed(draw(model))
    assert len(lines(root)) == 2 + 3  # in the legend: two stages and an arrow
    assert sum(one.get("stroke-dasharray") is not None for one in lines(root)) == 2
    row = draw(model).table().rows[0]
    assert str(row[3]) == "funds: B; supports: B; supports (of the other): B"


@pytest.mark.parametrize(("source", "target"), [("a", "b"), ("b", "a")])
def test_an_arrow_points_at_the_target(source: str, target: str) -> None:
    """The tip of an arrow is nearer to the target than to the source."""
    root = parsed(draw(nx.DiGraph([(source, target)])))
    crosses = [one.get("d", "") for one in root.iter(f"{SVG}path") if one.get("stroke-width") == "1.2"]
    at = {
        name: [float(number) for number in re.findall(r"[\d.]+", d)[:2]]
        for name, d in zip("ab", crosses, strict=False)
    }
    heads = [one.get("d", "") for one in root.iter(f"{SVG}path") if one.get("fill") == "#1b1f24"]
    assert len(heads) == 2  # one of them in the legend
    tip = [float(number) for number in re.findall(r"[\d.]+", heads[0])[:2]]
    assert math.dist(tip, at[target]) < math.dist(tip, at[source])


def test_the_text_says_who_has_the_most_ties() -> None:
    """The text names what is shown, who has the most ties, and how many have none."""
    model = town().with_(Organisation("c", "C"))
    assert draw(model).alt == (
        "A network with 3 nodes and 1 tie. Shown: 3 organisations. The most ties (1): “A” and “B”. "
        "1 node has no tie."
    )
    assert draw(model, language="ru").alt == (
        "Сеть: 3 узла, 1 связь. Состав: 3 организации. Больше всего связей (1): «B» и «Ёлка». "
        "Без связей: 1 узел."
    )
    assert draw(PartnerModel("None")).alt == "There is nothing to show: the network has no nodes."


def test_what_cannot_be_read_is_refused() -> None:
    """More nodes or ties than anybody can see are refused, and so is what is no network."""
    with pytest.raises(
        ValueError, match=r"^a picture of 1,001 nodes could not be read; at most 1,000 are drawn"
    ):
        draw(nx.empty_graph(1001))
    with pytest.raises(
        ValueError, match=r"^a picture of 5,050 ties could not be read; at most 5,000 are drawn"
    ):
        draw(nx.complete_graph(101))
    with pytest.raises(
        TypeError, match=r"^draw\(network=…\): a PartnerModel or a networkx graph belongs here, not"
    ):
        draw([1, 2])  # type: ignore[arg-type]
    with pytest.raises(UnknownTermError):
        draw(town(), language="fr")


@given(model=models())
def test_what_is_counted_is_what_is_read(model: PartnerModel) -> None:
    """The size by which a picture is refused is the number of nodes and ties that would be drawn."""
    graph = to_networkx(model)
    for network in (model, graph, graph.to_undirected(), nx.DiGraph(graph), organisation_network(model)):
        found = read(network, speech("en"))
        assert size_of(network) == (len(found.nodes), len(found.ties))


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the words of a network only to hear that it is too large."""
    for module in (network_picture, mermaid_picture):
        monkeypatch.setattr(module, "read", pytest.fail)
    model = PartnerModel("Land", [Organisation(f"o{number}", "O") for number in range(1001)])
    with pytest.raises(ValueError, match=r"^a picture of 1,001 nodes could not be read"):
        draw(model)
    with pytest.raises(ValueError, match=r"^a flowchart of 1,001 nodes could not be read"):
        to_mermaid(model)


def test_names_do_not_cover_each_other() -> None:
    """In a picture of many nodes no two names overlap, by the width that DejaVu Sans gives them."""
    graph = nx.barabasi_albert_graph(120, 2, seed=3)
    names = {str(node) for node in graph}
    boxes = []
    for one in parsed(draw(graph)).iter(f"{SVG}text"):
        if one.text in names and one.get("paint-order") == "stroke":
            x, y, wide = float(one.get("x", "")), float(one.get("y", "")), 0.6 * 9.5 * len(one.text or "")
            left = x - wide * {"middle": 0.5, "end": 1.0}.get(one.get("text-anchor", ""), 0)
            boxes.append((left, y - 6.5, left + wide, y))
    assert len(boxes) > 100
    for one_box, other in combinations(boxes, 2):
        assert not (
            one_box[0] < other[2]
            and other[0] < one_box[2]
            and one_box[1] < other[3]
            and other[1] < one_box[3]
        )


def test_every_look_has_an_outline_that_is_about_as_large() -> None:
    """Each shape but the circle has corners, all of them near the size of the circle."""
    assert {look.shape for look in (*LOOKS.values(), OTHER)} == {*OUTLINES, "circle"}
    for corners in OUTLINES.values():
        assert 0.9 < max(math.hypot(*corner) for corner in corners) < 1.5
    assert {shape(look, 0, 0, 5).fill for look in LOOKS.values()} == {look.colour for look in LOOKS.values()}  # type: ignore[union-attr]


def test_organisations_alone_can_be_drawn() -> None:
    """The network of organisations is drawn in the language of the reader, without arrows."""
    picture = draw(organisation_network(town()), language="ru")
    assert [str(row[0]) for row in picture.table().rows] == ["B", "Ёлка"]
    assert not re.search("от источника", picture.svg())


def test_the_head_of_a_column_is_not_said_again_in_each_cell() -> None:
    """Where ties are ties and no more, a cell names whom; where one says more, each says what it is."""
    graph: nx.Graph[Any] = nx.Graph([("a", "b"), ("a", "c")])
    assert [str(row[3]) for row in draw(graph).table().rows] == ["b, c", "a", "a"]
    graph.add_edge("a", "d", kind="funds")
    assert next(str(row[3]) for row in draw(graph).table().rows) == "funds: d; tied to: b, c"
    assert str(draw(nx.DiGraph([("a", "b")])).table().rows[0][3]).endswith(": b")
