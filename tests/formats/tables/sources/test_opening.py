"""What is read is chosen by what it holds; what cannot be read at all is the error of the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.tables.sources.making import rows, written, xlsx

from partnermodel.formats.tables.sources.opening import open_grids


@pytest.mark.parametrize("place", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_an_error_of_the_system(place: str) -> None:
    """No such file, or a folder without a package: the OSError names it."""
    with pytest.raises(OSError, match=r"No such file|Is a directory|Permission denied") as caught:
        open_grids(place)
    assert caught.value.filename == place


def test_the_content_decides_and_not_the_ending() -> None:
    """A workbook named .csv is a workbook, and a delimited text named .xlsx is that."""
    body = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    (book,) = open_grids(written("a.csv", xlsx(body)))
    assert (book.sheet, rows(book)) == ("Лист1", [(1, (1,))])
    (text,) = open_grids(written("a.xlsx", "a;b\n1;2\n"))
    assert (text.sheet, rows(text)) == (None, [(1, ("a", "b")), (2, ("1", "2"))])


def test_a_path_is_a_text_or_a_path(here: Path) -> None:
    """Both are called in messages as they were given."""
    written("a.csv", "a,b\n")
    assert open_grids("a.csv")[0].source == "a.csv"
    assert open_grids(here / "a.csv")[0].source == str(here / "a.csv")


def test_two_letters_are_no_picture() -> None:
    """A table may begin with the letters of a sort of picture."""
    (grid,) = open_grids(written("a.csv", "BMW,Audi\n1,2\n"))
    assert rows(grid) == [(1, ("BMW", "Audi")), (2, ("1", "2"))]
