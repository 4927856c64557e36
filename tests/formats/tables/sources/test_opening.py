"""What is read is chosen by what it holds; what cannot be read at all is the error of the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.tables.sources.making import rows, written, xlsx

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.opening import open_grids


def test_a_file_that_cannot_be_read_is_an_error_of_the_system() -> None:
    """No such file: the OSError names it."""
    with pytest.raises(OSError, match="No such file") as caught:
        open_grids("missing.csv")
    assert caught.value.filename == "missing.csv"


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


def test_a_folder_is_the_tables_in_it(here: Path) -> None:
    """They are read in the order of their names; what is no table, hidden, or left by a program is not."""
    folder = here / "folder"
    folder.mkdir()
    for name in ("b.CSV", "a.tsv", "mapping.toml", "notes.txt", ".c.csv", "~$d.xlsx"):
        (folder / name).write_text("x\n1\n", encoding="utf-8")
    told: list[float] = []
    found = open_grids("folder", progress=told.append)
    assert [Path(grid.source).as_posix() for grid in found] == ["folder/a.tsv", "folder/b.CSV"]
    assert [rows(grid) for grid in found] == [[(1, ("x",)), (2, ("1",))]] * 2
    assert told == sorted(told)


def test_a_folder_without_a_table_is_refused(here: Path) -> None:
    """One issue says so."""
    (here / "empty").mkdir()
    with pytest.raises(InvalidTableError) as caught:
        open_grids("empty")
    assert str(caught.value) == (
        "empty cannot be read as a table:\n"
        "  empty: it is a folder without a table. Give a file of CSV, XLSX, ODS or JSON. [not-a-table]"
    )
