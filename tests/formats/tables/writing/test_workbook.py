"""In a workbook of ours a text is the text that it is, for every program that opens it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.hostile import hostile
from tests.strategies import blocks, models

from partnermodel import Organisation, PartnerModel, Relation, tables
from partnermodel.formats.tables.writing import workbook as room
from partnermodel.formats.tables.writing.tables import tables_to_write
from partnermodel.formats.tables.writing.workbook import MOST_CHARACTERS, workbook
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows

openpyxl = pytest.importorskip("openpyxl")
calamine = pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")

_X = re.compile("_x[0-9a-fA-F]{4}_")


def rows_of_calamine(data: bytes) -> dict[str, list[list[Any]]]:
    """Return what calamine finds in each sheet."""
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def in_a_cell(value: Any) -> Any:
    """Return what should stand in a cell: a number of more than fifteen digits is a text."""
    return "" if value is None else str(value) if type(value) is int and value > 10**15 - 1 else value


def expected(tables: Mapping[str, Rows]) -> dict[str, list[list[Any]]]:
    """Return what should be found: heads and values, what is not stated as an empty text."""
    return {
        name: [
            [one.name for one in rows.columns],
            *(list(map(in_a_cell, row)) for row in rows.values),
        ]
        for name, rows in tables.items()
    }


@given(models(min_entities=1))
def test_calamine_finds_every_value(model: PartnerModel) -> None:
    """Texts, numbers and truth values come back as they are; and the sheets are the tables."""
    found = tables(model)
    assert rows_of_calamine(workbook(found, title=model.name)) == expected(found)


@given(models(min_entities=1))
@settings(max_examples=settings().max_examples // 3)
def test_every_cell_of_text_is_text_to_openpyxl(model: PartnerModel) -> None:
    """No cell is a formula, a date, a link or an error; numbers and truth values alone are none of text."""
    assert_texts(model)


def test_hostile_texts_stay_texts() -> None:
    """Formulas, markup and escapes of Excel in every field of every type are only texts."""
    model = hostile()
    found = tables(model)
    assert rows_of_calamine(workbook(found, title=model.name)) == expected(found)
    assert_texts(model)


def assert_texts(model: PartnerModel) -> None:
    """Look at every cell with openpyxl."""
    found = tables(model)
    book = openpyxl.load_workbook(io.BytesIO(workbook(found, title=model.name)))
    assert book.sheetnames == list(found)
    assert book.properties.title == model.name
    for name, rows in found.items():
        sheet = book[name]
        assert (sheet.max_row, sheet.max_column) == (len(rows) + 1, len(rows.columns))
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        for number, values in enumerate(rows.values, start=2):
            for place, value in enumerate(values, start=1):
                cell = sheet.cell(number, place)
                assert cell.hyperlink is None
                if isinstance(value, str):
                    assert cell.data_type == "s"
                    assert cell.number_format == "@", "a program that edits the cell leaves a text"
                    # Of escapes of Excel, openpyxl undoes one only, and that everywhere.
                    assert cell.value == value or "x005F_" in value or _X.search(value)
                elif value is not None:
                    kind = {str: "s", bool: "b", int: "n"}[type(in_a_cell(value))]
                    assert (cell.data_type, cell.value) == (kind, in_a_cell(value))


ONE = (Column("id", "text"),)


@given(blocks())
@example("<r></r>")
@example("<r><t>markup</t></r>")
@example("<r>_x0041_ =1+1\n</r>")
@example("_x0041_")
@example("a_x005F_x0041_b_x000D_")
@example(" \n\ttext\t\n ")
@example("{=1+1}")
@example("https://example.org/")
@example("mailto:nobody")
@example("internal:'x'!A1")
@example("12345678901234567890")
@example("2024-05")
@example("TRUE")
@example("#REF!")
def test_any_text_of_one_cell_comes_back(text: str) -> None:
    """What looks like markup, an escape, a link, a number, a date or an error is a text."""
    data = workbook({"t": Rows(ONE, ((text,),))}, title="T") if text else b""
    assert not text or rows_of_calamine(data)["t"][1:] == [[text]]


@given(
    st.lists(
        st.sampled_from(["_", "x", "_x0041_", "x005F_", "_x005F_", "<r>", "</r>", "\n", "é"]), min_size=1
    )
)
def test_escapes_and_markup_come_back_in_any_order(pieces: list[str]) -> None:
    """Escapes of Excel that share an underscore, alone or within what looks like markup, stay as they are."""
    text = "".join(pieces)
    assert rows_of_calamine(workbook({"t": Rows(ONE, ((text,),))}, title="T"))["t"][1:] == [[text]]


@given(st.sampled_from(['<r><c t="x"><f>1</f></c></r>', "<r>&quot;</r>", "<f>1+1</f>", "</t></si>", "]]>"]))
def test_no_text_becomes_markup(text: str) -> None:
    """The parts of a workbook are well-formed, and have no formula and no link in them."""
    data = workbook({"t": Rows(ONE, ((text,),))}, title=text)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: ElementTree.fromstring(book.read(name)) for name in book.namelist()}
    texts = [element.text for element in parts["xl/sharedStrings.xml"].iter() if element.tag.endswith("}t")]
    assert "".join(one or "" for one in texts) in ("id" + text, text + "id")
    for part in parts.values():
        assert {element.tag.rpartition("}")[2] for element in part.iter()}.isdisjoint({"f", "hyperlink"})


def test_what_begins_as_a_formula_is_marked_as_text() -> None:
    """Excel shows such a cell with its apostrophe when somebody edits it, and leaves it a text."""
    data = workbook({"t": Rows(ONE, (("=1+1",), ("Omsk",)))}, title="T")
    sheet = openpyxl.load_workbook(io.BytesIO(data))["t"]
    assert [sheet[place].quotePrefix for place in ("A2", "A3")] == [True, False]


@pytest.mark.parametrize(("size", "found"), [(10**15 - 1, 999999999999999.0), (10**15, "1000000000000000")])
def test_large_numbers_keep_their_digits(size: int, found: object) -> None:
    """What has more digits than Excel shows is a text, so that none of them becomes a zero."""
    data = workbook(tables(PartnerModel("N", [Organisation("a", "A", size=size)])), title="N")
    assert rows_of_calamine(data)["organisations"][1][-1] == found


def test_columns_are_as_wide_as_their_texts() -> None:
    """Short columns are narrow, long ones stop before they fill the screen, wide letters take two places."""
    rows = Rows(
        (Column("a", "text"), Column("bb", "text"), Column("c", "text")), (("x" * 500, None, "東" * 10),)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(workbook({"t": rows}, title="T")))["t"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert [round(width) for width in widths] == [61, 7, 22]


def test_the_bytes_are_the_same_each_time() -> None:
    """There is no clock and no user in a workbook."""
    data = workbook(tables(hostile()), title="T")
    assert data == workbook(tables(hostile()), title="T")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")
        assert not re.search(rb"20[0-9]{2}-", book.read("docProps/core.xml"))


def test_what_a_cell_cannot_hold_is_refused() -> None:
    """A text of 32,767 characters is kept, one more is refused and named; an emoji counts as two."""
    fits = Organisation("a", "A", description="x" * MOST_CHARACTERS)
    data = workbook(tables(PartnerModel("N", [fits])), title="N")
    assert len(rows_of_calamine(data)["organisations"][1][2]) == MOST_CHARACTERS
    for text, length in (("x" * 32_768, 32_768), ("💙" * 16_384, 32_768)):
        with pytest.raises(ValueError, match="a cell") as caught:
            workbook(tables(PartnerModel("N", [Organisation("a", "A", description=text)])), title="N")
        assert str(caught.value) == (
            f'a cell of a workbook holds 32767 characters, and description of "a" has {length}; '
            "write CSV or Parquet"
        )


def test_a_relation_without_an_id_is_named_by_its_ends() -> None:
    """What is too long is found by its two ends."""
    long = Relation("a", "funds", "b", description="x" * 40_000)
    model = PartnerModel("N", [Organisation("a", "A"), Organisation("b", "B"), long])
    with pytest.raises(ValueError, match=re.escape('and description of "a" → "b" has 40000; write')):
        workbook(tables(model), title="N")


def test_too_many_rows_or_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that has no room in a sheet is refused as a whole, never cut."""
    monkeypatch.setattr(room, "MOST_ROWS", 3)
    monkeypatch.setattr(room, "MOST_COLUMNS", 2)
    two = Rows((Column("id", "text"), Column("name", "text")), (("a", "A"), ("b", "B")))
    assert workbook({"t": two}, title="T")
    with pytest.raises(
        ValueError, match=r"^a sheet of a workbook has 3 rows, and t needs 4; write CSV or Parquet$"
    ):
        workbook({"t": Rows(two.columns, (*two.values, ("c", "C")))}, title="T")
    with pytest.raises(
        ValueError, match=r"^a sheet of a workbook has 2 columns, and t needs 3; write CSV or Parquet$"
    ):
        workbook({"t": Rows((*two.columns, Column("kind", "text")), (("a", "A", "k"),))}, title="T")


def test_the_limits_are_those_of_excel() -> None:
    """Rows, columns and characters are as many as Excel's specification says."""
    assert (room.MOST_ROWS, room.MOST_COLUMNS, room.MOST_CHARACTERS) == (1048576, 16384, 32767)


def test_a_model_without_records_is_a_workbook_with_heads() -> None:
    """There is one sheet, and nothing under its heads."""
    data = workbook(tables_to_write(PartnerModel("N")), title="N")
    assert rows_of_calamine(data) == {"organisations": [["id", "name"]]}
