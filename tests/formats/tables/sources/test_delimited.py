"""Delimited files are read cell by cell, with the numbers of rows that a spreadsheet program shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.sources.making import Rows, read, rows, written

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.decoding import CHUNK
from partnermodel.formats.tables.sources.delimited import delimited_grid
from partnermodel.formats.tables.sources.dialects import Dialect, dialect_of
from partnermodel.formats.tables.sources.opening import open_grids

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r", "cp866"]
LETTERS = "абвгдежзиклмнопрстуфхцчшщыьэюяАБВ ab1-.,;|\t'\"\n\r"


@pytest.fixture
def bound() -> Iterator[int]:
    """Give the bound of cells that Python begins with; other packages lift it, for all who read CSV."""
    before = csv.field_size_limit(131_072)
    yield 131_072
    csv.field_size_limit(before)


def expected(cells: list[list[str]]) -> Rows:
    """Return the rows that are not blank, with their numbers; a blank text is no value."""
    return [(number, tuple(cell or None for cell in row)) for number, row in enumerate(cells, 1) if any(row)]


@given(
    st.lists(st.lists(st.text(LETTERS, max_size=6), min_size=1, max_size=4), max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(ENCODINGS),
)
def test_what_the_csv_module_writes_is_read_cell_by_cell(
    cells: list[list[str]], delimiter: str, end: str, quoting: Any, encoding: str
) -> None:
    """Whatever the delimiter, the quoting, the line ends and the encoding: the same cells, the same rows."""
    if quoting == csv.QUOTE_MINIMAL:
        # Before Python 3.13, that writer leaves line ends without quotation marks when they are not its own.
        cells = [[re.sub("[\r\n]", " ", cell) for cell in row] for row in cells]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(cells)
    content = Content.of_bytes("a.csv", "a.csv", out.getvalue().encode(encoding))
    given_encoding = None if encoding.startswith("utf") else encoding
    grid = delimited_grid(content, encoding=given_encoding, dialect=Dialect(delimiter))
    assert rows(grid) == expected(cells)


WORDS = st.sampled_from(
    ["Омск", "колледж № 5", "1,5", "12.03.2020", "ООО «Ромашка»", 'ООО "Лес"', "a;b", "два\nряда"]
)


@given(st.data(), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_delimiter_of_a_table_is_found_out(data: st.DataObject, delimiter: str, end: str) -> None:
    """In a table of some rows and columns the delimiter is the one that makes the rows equally long."""
    width = data.draw(st.integers(2, 4))
    body = data.draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=3, max_size=8))
    cells = [[f"столбец {at}" for at in range(width)], *body]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(cells)
    assert rows(delimited_grid(Content.of_bytes("a", "a.csv", out.getvalue().encode()))) == expected(cells)


@pytest.mark.parametrize(
    ("name", "text", "delimiter"),
    [
        ("a.csv", "a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a.csv", "a\tb,c\n1\t2\n", "\t"),
        ("a.csv", "sep=|\na|b;c\n1|2;3\n", "|"),
        ("a.csv", '"sep=;"\na;b\n', ";"),
        ("a.csv", "один столбец\nОмск\nТара\n", ","),
        ("a.tsv", "один столбец\nОмск\nТара\n", "\t"),
        ("a.csv", "Реестр\nпо состоянию на 1 марта\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("a.csv", "", ","),
    ],
)
def test_a_delimiter_is_told_from_a_decimal_comma(name: str, text: str, delimiter: str) -> None:
    """Decimal commas, preambles and names of columns do not mislead; a first line of Excel decides."""
    found = dialect_of(text.splitlines(keepends=True), delimiter=None, ending=name[1:])
    assert found.delimiter == delimiter
    assert found.skipped == ("sep=" in text)


@given(st.text(LETTERS, max_size=200))
def test_any_beginning_has_a_dialect(text: str) -> None:
    """Whatever a file begins with, some delimiter is found, and nothing is raised."""
    assert dialect_of(text.splitlines(keepends=True), delimiter=None, ending=".csv").delimiter in ",;\t|"


def test_a_delimiter_that_is_given_is_used() -> None:
    """What the caller knows is not found out; what cannot be a delimiter is refused."""
    path = written("a.csv", "a;b,c\n1;2,3\n")
    assert rows(open_grids(path, delimiter=",")[0]) == [(1, ("a;b", "c")), (2, ("1;2", "3"))]
    for wrong in ("", ";;", '"', "\n"):
        with pytest.raises(ValueError, match="cannot stand between cells"):
            open_grids(path, delimiter=wrong)


def test_the_first_line_of_excel_is_no_row() -> None:
    """Excel shows the row after `sep=;` as the first, so that is its number."""
    assert read("a.csv", "sep=;\r\na;b\r\n1;2\r\n") == [(1, ("a", "b")), (2, ("1", "2"))]


def test_rows_have_the_numbers_that_a_program_shows() -> None:
    """Blank rows are counted and left out; a cell with line ends is one row; ragged rows stay ragged."""
    text = '\r\nимя,город\n\n"Колледж\r\n№ 5",Омск,лишнее\r,\n"",""\nТехникум\n'
    assert read("a.csv", text) == [
        (2, ("имя", "город")),
        (4, ("Колледж\r\n№ 5", "Омск", "лишнее")),
        (7, ("Техникум",)),
    ]


def test_spaces_stay_and_spaces_before_a_quotation_mark_do_not_hide_it() -> None:
    """A text stays as it stands; after a delimiter a space may come before a quotation mark."""
    assert read("a.csv", "a,b\n 1 , 2\n") == [(1, ("a", "b")), (2, (" 1 ", " 2"))]
    assert read("a.csv", 'a, b\n1, "x, y"\n2, "z"\n') == [
        (1, ("a", "b")),
        (2, ("1", "x, y")),
        (3, ("2", "z")),
    ]
    # Where that reading would break, the spaces are taken as they are.
    assert read("a.csv", 'a,b\n1, "x" y\n') == [(1, ("a", "b")), (2, ("1", ' "x" y'))]


def test_a_quotation_mark_may_be_escaped() -> None:
    r"""Some programs write \" for a quotation mark within a cell."""
    assert read("a.csv", 'a,b\n"ООО \\"Лес\\" ",1\n') == [(1, ("a", "b")), (2, ('ООО "Лес" ', "1"))]


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_piece_of_the_file_may_end_anywhere(size: int, end: str) -> None:
    """Where the file is cut, between both halves of a line end or within a letter, nothing is lost."""
    first = "я" * 10 + "," + "b" * (size - 21 - len(end)) if size else ""
    lines = [first[: 10 + 1 + 1000], *["щ,ы"] * 5]
    text = end.join(["x," + "ю" * 1000] * (size // 2003) + lines)
    found = read("a.csv", text)
    assert len(found) == size // 2003 + 6
    assert {cells for _, cells in found[-5:]} == {("щ", "ы")}
    assert [number for number, _ in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_cell_may_be_as_long_as_it_likes(delimiter: str, bound: int) -> None:
    """Cells beyond the bound of Python's own module are read, and the rows after them."""
    long = 'строка "х"; у, и ещё одна\n' * 20_000
    cells = [["имя", "о нём"], ["А", long], ["", ""], [long * 6, "1"], ["Б", "2"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    told: list[float] = []
    assert len(long) > bound
    (grid,) = open_grids(written("a.csv", out.getvalue()), progress=told.append)
    assert rows(grid) == expected(cells)
    assert csv.field_size_limit() == bound
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_bound_of_cells_is_nobody_elses(bound: int) -> None:
    """While rows with long cells are read, whoever else reads CSV finds the bound that was there."""
    (grid,) = open_grids(written("a.csv", 'a,b\n1,"' + "x\n" * bound + '"\n2,3\n'))
    for _ in grid.rows:
        assert csv.field_size_limit() == bound


def test_a_delimiter_is_found_out_before_a_long_line() -> None:
    """What a file is like shows at its beginning, however long a line there is."""
    (grid,) = open_grids(written("a.csv", "a;b,c;d\n" + "x" * (1 << 21) + ";1;2\n"))
    assert [len(cells) for _, cells in grid.rows] == [3, 3]


def test_a_fault_after_long_cells_is_placed() -> None:
    """A quotation mark out of place is told with its line and column, whatever is before it in its row."""
    long = '"' + "x\n" * 100_000 + '"'
    (grid,) = open_grids(written("a.csv", f'a,b\n{long},{long}\n{long},"y" z\n'))
    with pytest.raises(InvalidTableError, match=r'row 3: .* line 300003, column 3 .* is " ", .* column 6'):
        rows(grid)


@pytest.mark.parametrize("lifted", [131_072, 1 << 30])
@pytest.mark.usefixtures("bound")
def test_a_cell_beyond_all_bounds_is_refused(lifted: int) -> None:
    """A cell with more characters than one may have is told as not closed, whatever bound others have set."""
    csv.field_size_limit(lifted)
    line = "x" * (1 << 20) + "\n"
    (grid,) = open_grids(written("a.csv", f'a,b\n1,"{line * 19}"\n'))
    message = "line 2, column 3 opens a cell, and none closes it within 18874368 characters"
    with pytest.raises(InvalidTableError, match=message):
        rows(grid)


def test_progress_rises_to_one() -> None:
    """Whoever asks is told the share that is read, which rises to 1.0."""
    told: list[float] = []
    (grid,) = open_grids(written("a.csv", "a,b\n" + "1,2\n" * 700_000), progress=told.append)
    assert told == []
    assert len(rows(grid)) == 700_001
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == 1.0


def test_a_fault_further_on_is_told_when_it_is_reached() -> None:
    """What is read before the fault can be used; the error names the line and the row."""
    (grid,) = open_grids(written("a.csv", "a,b\n" + "1,2\n" * 5000 + '"x" y,2\n'))
    found = iter(grid.rows)
    assert [number for number, _ in islice(found, 5001)] == list(range(1, 5002))
    with pytest.raises(InvalidTableError, match=r"a\.csv, row 5002: .* line 5002, column 4"):
        next(found)
