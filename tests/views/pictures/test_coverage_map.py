"""A heat map has the numbers of its coverage, and gaps that nobody needs colours for."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import models
from tests.views.pictures.test_picture import SVG, parsed

from partnermodel import Group, PartnerModel, Place, Programme, Relation, coverage, draw_coverage
from partnermodel.language.speech import speech
from partnermodel.views.pictures.colours import ink_on, pale, shade
from partnermodel.views.pictures.coverage import _Map


def town() -> PartnerModel:
    """Return a model in which one of two groups is served in one of two places, and one is talked of."""
    return PartnerModel(
        "Town",
        [
            Group("deaf", "Deaf learners", names={"ru": "глухие учащиеся"}),
            Group("blind", "Blind learners"),
            Place("north", "North"),
            Place("south", "South"),
            Programme("signs", "Signs", status="active"),
            Programme("braille", "Braille", status="planned"),
            Relation("signs", "serves", "deaf", status="active"),
            Relation("braille", "serves", "blind", status="planned"),
            Relation("signs", "located-in", "north", status="active"),
            Relation("braille", "located-in", "south", status="active"),
        ],
        language="en",
    )


@given(model=models())
def test_the_table_has_the_numbers_of_the_coverage(model: PartnerModel) -> None:
    """A cell of the table is the number that counts, or says that it is a gap."""
    found = coverage(model)
    table = draw_coverage(found).table()
    gaps = {gap.cell for gap in found.gaps}
    drawn = _Map(found, speech("en"))
    rows, columns = drawn.axes
    assert [{*axis} for axis in drawn.axes] == [{*axis} for axis in found.axes]
    for row, line in zip(rows, table.rows, strict=True):
        for column, cell in zip(columns, line[1:], strict=True):
            if (row, column) in gaps:
                assert str(cell).startswith("gap")
            else:
                assert str(cell) == str(found.counts.get((row, column), 0))


def test_every_cell_has_its_number_written_in_it() -> None:
    """The numbers stand in the picture: here 1 once, and 0 in each of three gaps, one nearly filled."""
    root = parsed(draw_coverage(coverage(town())))
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert (texts.count("1"), texts.count("0"), texts.count("+ 1")) == (1, 3, 1)


def test_a_gap_is_seen_without_colour() -> None:
    """A gap has hatching and a thick border, and what is served has neither."""
    root = parsed(draw_coverage(coverage(town())))
    thick = [one for one in root.iter(f"{SVG}path") if one.get("stroke-width") == "1.6"]
    assert len(thick) == 3 + 1  # and one in the legend
    hatched = [one for one in root.iter(f"{SVG}path") if one.get("stroke") == "#8a9199"]
    assert len(hatched) > 3 * 10


def test_the_text_names_the_gaps() -> None:
    """The text has the size, the largest number and the gaps, in both languages."""
    found = coverage(town())
    assert draw_coverage(found).alt == (
        "A heat map with 2 rows and 2 columns; each cell holds the number of provisions that count in it. "
        "The largest number is 1. "
        "3 gaps: Blind learners – North, Blind learners – South and Deaf learners – South."
    )
    assert draw_coverage(found, language="ru").title == "Охват по группам и местам: Town"
    assert "глухие учащиеся – South" in draw_coverage(found, language="ru").alt


def test_a_third_dimension_is_refused() -> None:
    """A heat map has two dimensions, and says so."""
    with pytest.raises(
        ValueError, match=r"has three: group, place and kind\. Ask for coverage by two of them\.$"
    ):
        draw_coverage(coverage(town(), by=("group", "place", "kind")))


def test_too_many_columns_are_refused() -> None:
    """More than a thousand places are refused with their number."""
    model = PartnerModel("Land", [Group("g", "G"), *(Place(f"p{n}", f"P{n}") for n in range(1001))])
    with pytest.raises(ValueError, match=r'at most 1,000 rows and columns; "place" has 1001 values'):
        draw_coverage(coverage(model))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("share", [step / 50 for step in range(51)])
def test_numbers_can_be_read_on_every_shade(share: float) -> None:
    """Letters have a contrast of at least 4.5 to 1 on each shade, and shades grow darker step by step."""
    ground, ink = luminance(shade(share)), luminance(ink_on(shade(share)))
    assert (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) >= 4.5
    assert share == 0 or luminance(shade(share - 0.02)) > ground


def test_a_pale_colour_is_lighter() -> None:
    """A pale colour is mixed with white, so that dark letters can be read on it."""
    assert luminance(pale("#0072b2")) > 0.6


@given(model=models())
def test_a_picture_keeps_to_the_least_number(model: PartnerModel) -> None:
    """A suppressed number is a word in the table and in the picture, and no text of it has the number."""
    found = coverage(model, min_count=2)
    picture = draw_coverage(found)
    drawn = _Map(found, speech("en"))
    rows, columns = drawn.axes
    told = picture.table().rows
    for row, line in zip(rows, told, strict=True):
        for column, cell in zip(columns, line[1:], strict=True):
            assert (str(cell) == "suppressed") == ((row, column) in found.suppressed)
            if (row, column) in {gap.cell for gap in found.gaps}:
                assert str(cell) == "gap"
    assert f"Suppressed cells: {len(found.suppressed)}." in picture.alt or not found.suppressed
    letters = [element.text for element in parsed(picture).iter(f"{SVG}text")]
    short = "suppressed" if len(columns) <= 7 else "×"
    assert letters.count(short) >= len(found.suppressed)


def test_what_is_suppressed_is_said_in_both_languages() -> None:
    """The legend, the note and the description say that a number is suppressed."""
    found = coverage(town(), min_count=5)
    for language, word, legend in (
        ("en", "suppressed", "number suppressed"), ("ru", "скрыто", "число скрыто")
    ):  # fmt: skip
        picture = draw_coverage(found, language=language)
        assert word in str(picture.table())
        assert f">{legend}<" in picture.svg()
        assert "5" in picture.alt
    assert "The largest number that is told is 0." in draw_coverage(found).alt or not found.counts
