"""A picture is a value, tells itself to whoever does not see it, and can be kept without any package."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.pictures.hostile import HOSTILE, named

from partnermodel import (
    Organisation,
    PartnerModel,
    Picture,
    Relation,
    coverage,
    draw,
    draw_coverage,
    draw_timeline,
)
from partnermodel.views.markup import html

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "rect", "circle", "path", "text")}
ATTRIBUTES = {
    "aria-labelledby", "cx", "cy", "d", "fill", "fill-rule", "font-family", "font-size", "font-weight",
    "height", "id", "paint-order", "r", "role", "stroke",
    "stroke-dasharray", "stroke-linejoin", "stroke-width",
    "text-anchor", "transform", "viewBox", "width", "x", "y",
    "{http://www.w3.org/XML/1998/namespace}lang",
}  # fmt: skip
"""All that an SVG of ours may hold: nothing here loads, links, runs or moves."""


def parsed(picture: Picture) -> ET.Element:
    """Return the SVG of a picture, read by a strict reader of XML."""
    root = ET.fromstring(picture.svg())
    for element in root.iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
    return root


def town() -> PartnerModel:
    """Return a model of two organisations, of which one has a name in Russian."""
    return PartnerModel(
        "Town",
        [
            Organisation("a", "A", names={"ru": "Ёлка"}),
            Organisation("b", "B"),
            Relation("a", "funds", "b", status="active"),
        ],
        language="en",
    )


@given(model=models())
def test_every_model_has_pictures_that_can_be_read(model: PartnerModel) -> None:
    """Of each model there are three pictures, in both languages: XML of few elements, with title and text."""
    for language in ("en", "ru"):
        for picture in (
            draw(model, language=language),
            draw_timeline(model, language=language, types=("organisation", "initiative", "relation")),
            draw_coverage(coverage(model), language=language),
        ):
            root = parsed(picture)
            title, description = root[0], root[1]
            assert (title.text, description.text) == (picture.title, picture.alt)
            assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
            assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
            assert "\n" not in picture.alt
            assert picture.alt in str(picture)


@given(model=models())
def test_marks_stay_on_the_sheet(model: PartnerModel) -> None:
    """No text and no disc begins outside of the sheet."""
    for picture in (draw(model), draw_timeline(model), draw_coverage(coverage(model))):
        for element in parsed(picture).iter():
            if element.tag in (f"{SVG}text", f"{SVG}circle"):
                x = float(element.get("x", element.get("cx", "0")))
                y = float(element.get("y", element.get("cy", "0")))
                assert 0 <= x <= picture.width
                assert 0 <= y <= picture.height


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_can_break_a_picture(name: str) -> None:
    """A name that means something elsewhere is a text here, whole as far as it has room, on one line."""
    picture = draw(named(name))
    texts = [element.text or "" for element in parsed(picture).iter(f"{SVG}text")]
    assert "Bbb" in texts
    assert not any(re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text) for text in texts)


@given(name=st.one_of(st.text(st.characters()), st.none(), st.integers(), st.binary(), st.tuples(st.text())))
def test_anything_may_stand_in_a_graph(name: object) -> None:
    """Whatever a graph has for a name, a kind, a type or a status, its picture can be read."""
    parsed(draw(named(name)))


def test_equal_pictures_are_one_value() -> None:
    """The same model gives equal pictures with the same bytes and hash, whatever the order of its records."""
    model = town()
    other = PartnerModel("Town", reversed(list(model.values())), language="en")
    assert draw(model) == draw(other)
    assert hash(draw(model)) == hash(draw(other))
    assert draw(model).svg() == draw(other).svg()
    assert draw(model) != draw(model, language="ru")


def test_a_file_has_its_text_beside_it(tmp_path: Path) -> None:
    """Beside the picture stands a text: first the alternative text alone, then the table."""
    picture = draw(town(), path=tmp_path / "net.work.svg")
    assert (tmp_path / "net.work.svg").read_text(encoding="utf-8") == picture.svg()
    beside = (tmp_path / "net.work.alt.txt").read_text(encoding="utf-8")
    assert beside == f"{picture.alt}\n\n{picture.table()}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["net.work.alt.txt", "net.work.svg"]


@pytest.mark.parametrize("name", ["network", "network.gif", "svg", ".svg"])
def test_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    """A file that is no SVG, PNG or PDF by its name is refused, and nothing is written."""
    with pytest.raises(
        ValueError, match=r"a picture is saved in a file that ends in \.svg, \.png, \.pdf, not in"
    ):
        draw(town(), path=tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_is_whole_when_writing_fails(tmp_path: Path) -> None:
    """When a picture cannot be written, an OSError says so."""
    with pytest.raises(OSError, match="missing"):
        draw(town(), path=tmp_path / "missing" / "network.svg")


def test_a_notebook_shows_an_image_with_its_text() -> None:
    """The HTML has one image that holds the SVG, with the text as its alternative, and the table."""
    picture = draw(town())
    page = picture._repr_html_()
    found = re.search(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="([^"]*)"', page)
    assert found is not None
    assert base64.b64decode(found[1]).decode() == picture.svg()
    assert found[2] == html(picture.alt)
    assert picture.table().html() in page
    assert "<script" not in page


def test_no_name_can_leave_the_text_of_an_image() -> None:
    """A name with quotation marks stays within the alternative text."""
    page = draw(named('"><b onclick="x">'))._repr_html_()
    found = re.findall(r'<img src="[^"]*" alt="([^"]*)" width="\d+">', page)
    assert len(found) == 1
    assert "&quot;&gt;&lt;b onclick=&quot;x&quot;&gt;" in found[0]
    assert "<b" not in page


def test_a_notebook_can_choose() -> None:
    """The bundle has text, HTML and SVG, or those of them that are asked for."""
    picture = draw(town())
    assert set(picture._repr_mimebundle_()) == {"text/plain", "text/html", "image/svg+xml"}
    assert picture._repr_mimebundle_(include={"image/svg+xml"}) == {"image/svg+xml": picture.svg()}
    assert set(picture._repr_mimebundle_(exclude=["text/html"])) == {"text/plain", "image/svg+xml"}


def test_names_keep_their_language() -> None:
    """A name in another language than the picture is marked with it; one in no known language, as such."""
    texts = {element.text: element for element in parsed(draw(town(), language="ru")).iter(f"{SVG}text")}
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert texts["Ёлка"].get(lang) is None
    assert texts["B"].get(lang) == "en"
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("x", name="Name")
    assert "Name" in {
        element.text for element in parsed(draw(graph)).iter(f"{SVG}text") if element.get(lang) == ""
    }
