"""Tables and answers as text for other programs."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows
from partnermodel.values.table import Phrase, Table
from partnermodel.views.written import csv_rows, csv_text, markdown

CELLS = st.one_of(st.text(max_size=12), st.booleans(), st.integers(), st.floats(allow_nan=False), st.none())


def read(text: str) -> list[list[str]]:
    """Return what another reader of CSV finds."""
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.tuples(st.text(min_size=1, max_size=20), st.text(max_size=20)), max_size=5))
def test_texts_survive_csv(rows: list[tuple[str, str]]) -> None:
    """A reader of CSV finds the texts that were written, whatever is in them."""
    assert [[cell.removeprefix("'") for cell in row] for row in read(csv_text(rows))] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


@given(st.lists(CELLS, min_size=2, max_size=5))
def test_no_text_is_a_formula(cells: list[object]) -> None:
    """No cell that was a text begins as a formula does; numbers stay numbers, also below zero."""
    (found,) = read(csv_text([tuple(cells)]))
    for cell, told in zip(cells, found, strict=True):
        if isinstance(cell, str):
            assert not told.lstrip().startswith(tuple("=+-@\t\n\r＝＋－＠"))
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            assert float(told) == float(cell)


@pytest.mark.parametrize("mark", [*"=+-@\t\n\r＝＋－＠", " ="])
def test_what_begins_as_a_formula_does_has_an_apostrophe(mark: str) -> None:
    """A text that a spreadsheet would work out, or might, has an apostrophe before it."""
    assert read(csv_text([(f"{mark}1+1", -1)])) == [[f"'{mark}1+1", "-1"]]


def test_what_is_not_stated_is_empty_and_ids_stand_side_by_side() -> None:
    """None is an empty cell, several ids are separated by spaces, truth values are words, 2.0 is 2."""
    assert csv_text([(None, ("a", "b"), True, False, 1.5, 2.0)]) == ",a b,true,false,1.5,2\r\n"


def test_a_cell_of_csv_has_one_value() -> None:
    """The names come first, also of no rows; ids have spaces between them, texts and lists semicolons."""
    columns = (Column("a", "ids"), Column("b", "texts"), Column("c", "lists"), Column("d", "number"))
    values = (("x", "y"), ("one", "two"), (("x", "y"), ("z", None)), 2.0), (None, None, None, None)
    head, *found = csv_rows(Rows(columns, values))
    assert head == ("a", "b", "c", "d")
    assert found == [("x y", "one; two", "x y; z -", 2.0), (None, None, None, None)]
    assert list(csv_rows(Rows(columns, ()))) == [head]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=4))
def test_markdown_has_a_line_a_row(rows: list[tuple[str, str]]) -> None:
    """A table of Markdown has as many lines as rows and two more, each with as many cells as the head."""
    body = markdown(Table("Towns", ("name", "region"), tuple(rows))).partition("\n\n")[2]
    lines = body.split("\n")
    assert lines == ["(none)"] if not rows else len(lines) == len(rows) + 2
    if rows:
        assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines} == {3}


@pytest.mark.parametrize(
    ("hostile", "told"),
    [
        ("<img src=x>", r"\<img src=x\>"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("`x` *y* _z_", r"\`x\` \*y\* \_z\_"),
        ("a\nb", "a b"),
        ("a|b\\", r"a\|b\\"),
    ],
)
def test_no_text_is_read_as_a_mark(hostile: str, told: str) -> None:
    """What Markdown would read as a mark is escaped, in the caption, the cells and the notes."""
    table = Table(hostile.replace("\n", " "), ("name",), ((Phrase(hostile, "ru"),),))
    assert f"| {told} |" in markdown(table)
