"""Labels: none on another, none on a mark, none off the page, and the weightiest first."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel.views.network.labels import LINE, Box, Label, Marked, placed
from partnermodel.views.network.text_width import ELLIPSIS, shortened, text_width

WIDTH, HEIGHT = 400.0, 300.0
TITLE = "Омский колледж профессиональных технологий"

texts = st.one_of(
    lines(),
    st.sampled_from([TITLE, "College", "東京大学の図書館", "a b c"]),
)
marks = st.builds(
    Marked,
    st.floats(8, WIDTH - 8),
    st.floats(8, HEIGHT - 8),
    texts,
    st.integers(0, 3),
    st.floats(1, 8),
    st.booleans(),
)


def overlap(one: Box, other: Box) -> bool:
    """Return whether two rectangles have more in common than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def box_of(mark: Marked) -> Box:
    """Return the rectangle around a mark."""
    return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius


@given(given_marks=st.lists(marks, max_size=25), size=st.integers(6, 20), widest=st.integers(20, 200))
def test_labels_cover_nothing_and_stay_on_the_page(given_marks: list[Marked], size: int, widest: int) -> None:
    """Whatever marks there are and whatever they are called, no label touches another, a mark or the edge."""
    found = placed(given_marks, width=WIDTH, height=HEIGHT, size=size, widest=widest)
    assert len(found) == len(given_marks)
    boxes = [label.box for label in found if label]
    for box in boxes:
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= WIDTH
        assert box[3] <= HEIGHT
        assert not any(overlap(box, box_of(mark)) for mark in given_marks)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@given(given_marks=st.lists(marks, max_size=12), size=st.integers(6, 20), widest=st.integers(20, 200))
def test_a_label_fits_its_room_and_says_its_text(given_marks: list[Marked], size: int, widest: int) -> None:
    """Lines fit into the room of their label, and are the text or its beginning with an ellipsis."""
    for mark, label in zip(
        given_marks, placed(given_marks, width=WIDTH, height=HEIGHT, size=size, widest=widest), strict=True
    ):
        if label is None:
            continue
        left, top, right, bottom = label.box
        start = {"start": left, "middle": (left + right) / 2, "end": right}[label.anchor]
        assert label.x == pytest.approx(start, abs=0.01)
        assert 1 <= len(label.lines) <= 2
        assert bottom - top == pytest.approx(len(label.lines) * size * LINE)
        assert top < label.y < top + size * LINE
        for line in label.lines:
            assert text_width(line, size) <= min(widest, right - left) + 1e-6
        whole, text = " ".join(label.lines), " ".join(mark.text.split())
        assert whole == text or (whole.endswith(ELLIPSIS) and text.startswith(whole.removesuffix(ELLIPSIS)))


@given(given_marks=st.lists(marks, min_size=1, max_size=12))
def test_the_weightiest_mark_is_labelled_as_if_it_were_alone(given_marks: list[Marked]) -> None:
    """The first of the weightiest marks has the label that it has when no other mark wants one."""
    first = max(range(len(given_marks)), key=lambda place: (given_marks[place].weight, -place))
    alone = [
        mark if place == first else Marked(mark.x, mark.y, "", 0, mark.radius)
        for place, mark in enumerate(given_marks)
    ]
    assert (
        placed(given_marks, width=WIDTH, height=HEIGHT)[first]
        == placed(alone, width=WIDTH, height=HEIGHT)[first]
    )


def only(mark: Marked, **given: Any) -> Label | None:
    """Return the label of the one mark of a page."""
    return placed([mark], width=WIDTH, height=HEIGHT, **given)[0]


def test_a_label_stands_where_there_is_room() -> None:
    """Right of the mark, or left of it if that is wished or the edge is near; below or above in a corner."""
    where = {
        "right": only(Marked(200, 150, "College")),
        "wished": only(Marked(200, 150, "College", left=True)),
        "edge": only(Marked(390, 150, "College")),
        "narrow": placed([Marked(30, 150, "College")], width=60, height=HEIGHT)[0],
        "floor": placed([Marked(30, 290, "College")], width=60, height=HEIGHT)[0],
    }
    told = {name: (label.anchor, label.box[1] > 158) for name, label in where.items() if label}
    assert told == {
        "right": ("start", False),
        "wished": ("end", False),
        "edge": ("end", False),
        "narrow": ("middle", True),
        "floor": ("middle", True),
    }
    floor = where["floor"]
    assert floor is not None
    assert floor.box[3] <= 282


def test_a_label_gives_way_to_edges_and_marks() -> None:
    """Where the page ends or another mark stands there is no label, or it is elsewhere."""
    above = placed([Marked(30, 12, "College")], width=60, height=24)
    assert above == [None]
    neighbour = [Marked(240, 150, ""), Marked(200, 150, "College")]
    assert [label and label.anchor for label in placed(neighbour, width=WIDTH, height=HEIGHT)] == [
        None,
        "end",
    ]


def test_a_long_text_is_in_two_even_lines_and_then_shortened() -> None:
    """In full, if two lines are enough; with an ellipsis if not; and nothing where nothing fits."""
    found = {widest: only(Marked(20, 150, TITLE), widest=widest) for widest in (400, 250, 150, 100)}
    spoken = {widest: label.lines for widest, label in found.items() if label}
    assert spoken == {
        400: (TITLE,),
        250: ("Омский колледж", "профессиональных технологий"),
        150: ("Омский колледж", "профессиональных…"),
        100: ("Омский", "колледж про…"),
    }
    assert placed([Marked(10, 10, TITLE)], width=20, height=20) == [None]
    assert only(Marked(20, 150, " \n ")) is None


@given(text=lines(30), size=st.integers(6, 20), most=st.floats(0, 200))
def test_a_shortened_text_fits(text: str, size: int, most: float) -> None:
    """It is the text if that fits; else a beginning of it and an ellipsis, which fit; or nothing."""
    found = shortened(text, size, most)
    if text_width(text, size) <= most:
        assert found == text
    else:
        assert found == "" or text_width(found, size) <= most
        assert found == "" or (found[-1] == ELLIPSIS and text.startswith(found[:-1]))


def test_an_accent_is_not_parted_from_its_letter() -> None:
    """A mark that stands on a letter goes with it."""
    text = "e\u0301" * 20
    for most in range(20, 120, 3):
        assert shortened(text, 10, most).count("e") == shortened(text, 10, most).count("\u0301")


def test_texts_are_not_narrower_than_a_wide_font_draws_them() -> None:
    """No letter of Latin and Cyrillic texts is much wider in DejaVu Sans than it is taken for."""
    ft2font = pytest.importorskip("matplotlib.ft2font")
    font_manager = pytest.importorskip("matplotlib.font_manager")
    font = ft2font.FT2Font(font_manager.findfont("DejaVu Sans"))
    font.set_size(1000, 72)

    def drawn(text: str) -> float:
        glyphs = [font.load_char(ord(one), flags=ft2font.LoadFlags.NO_HINTING) for one in text]
        return float(sum(glyph.linearHoriAdvance for glyph in glyphs)) / 65536 / 1000

    ranges = ((0x20, 0x7F), (0xA0, 0x180), (0x400, 0x460), (0x2010, 0x2027), (0x2116, 0x2117))
    for letter in (chr(code) for first, last in ranges for code in range(first, last)):
        if unicodedata.category(letter) != "Cf" and letter != "\u2011":
            assert text_width(letter, 1) >= drawn(letter) - 0.02, letter
    for text in (TITLE, "Regional Ministry of Labour", "№ 7, «Щит»"):
        assert drawn(text) <= text_width(text, 1) <= 1.12 * drawn(text)
