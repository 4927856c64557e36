"""Workbooks are read with the right rows and types, and what their cells hide is told."""

from __future__ import annotations

import datetime
import io
import re
import struct
import time
import zlib
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.formats.tables.sources.making import (
    MAIN,
    XLS,
    ods,
    record,
    rows,
    text_cell,
    written,
    xlsb,
    xlsb_row,
    xlsb_text,
    xlsx,
    xlsx_members,
    zipped,
)

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.opening import open_grids
from partnermodel.formats.tables.sources.workbooks import workbook_grids

DAY = datetime.date(2020, 1, 2)
MOMENT = datetime.datetime(2020, 1, 2, 3, 4)

VALUES = st.one_of(
    st.none(),
    st.text("абвг ab1;,«»=-+@", min_size=1, max_size=6).filter(lambda text: text[:1] != "="),
    st.integers(-(10**15), 10**15),
    st.sampled_from([1.5, -0.25, 1e-9]),
    st.booleans(),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)),
)


def _or_none(cell: object) -> object:
    return None if isinstance(cell, str) and cell.isspace() else cell


@given(st.lists(st.lists(VALUES, max_size=4), max_size=6), st.booleans())
@example([["1", " "], ["  "], [" a "]], False)
def test_what_openpyxl_writes_is_read_cell_by_cell(cells: list[list[object]], since_1904: bool) -> None:
    """Texts, numbers, truths and dates come as they were written, in both calendars; a blank text is none."""
    book = openpyxl.Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(cells, 1):
        for column, cell in enumerate(row, 1):
            if cell is not None:
                sheet.cell(number, column).value = cell  # type: ignore[assignment]
    out = io.BytesIO()
    book.save(out)
    # Whether a blank text is kept differs with what is installed besides; either way it is no value.
    cells = [list(map(_or_none, row)) for row in cells]
    content = Content.of_bytes("a.xlsx", "a.xlsx", out.getvalue())
    (grid,) = workbook_grids(content, "xlsx", sheet=None, progress=None)
    read = {number: list(map(_or_none, row)) for number, row in rows(grid)}
    found: dict[int, list[object]] = {
        number: row for number, row in read.items() if any(c is not None for c in row)
    }
    assert set(found) == {number for number, row in enumerate(cells, 1) if any(c is not None for c in row)}
    for number, row in found.items():
        wanted = cells[number - 1][: len(row)]
        assert not any(cell is not None for cell in cells[number - 1][len(row) :])
        assert row[: len(wanted)] == wanted
        assert [type(cell) for cell in row[: len(wanted)]] == [type(cell) for cell in wanted]
        assert not any(cell is not None for cell in row[len(wanted) :])


CELLS = (
    '<row r="3"><c r="B3" t="inlineStr"><is><t>имя</t></is></c><c r="C3"><v>1234567890123</v></c>'
    '<c r="D3" t="n"><v>688110.0</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="1"><v>5501</v></c>'
    '<c r="G3"><v>1E+300</v></c></row>'
)
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
    '<numFmt numFmtId="170" formatCode="0000000000"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="170"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
)


def test_numbers_are_whole_where_they_can_be() -> None:
    """A number without a fraction is whole; one shown with zeros before it is the text that is shown."""
    (grid,) = open_grids(
        written(
            "a.xlsx", xlsx(f"<sheetData>{CELLS}</sheetData>", xl__styles__x=b"", **{"xl__styles.xml": STYLES})
        )
    )
    ((number, cells),) = rows(grid)
    assert number == 3
    assert cells == (None, "имя", 1234567890123, 688110, True, "0000005501", 1e300)
    assert [type(cell) for cell in cells[2:5]] == [int, int, bool]


def test_zeros_are_written_where_they_are_shown() -> None:
    """Only in the rows and columns with that format, and only before whole numbers."""
    body = "".join(
        f'<row r="{at}"><c r="A{at}" s="{int(at in (1, 3, 4, 5))}"><v>{at}</v></c>'
        f'<c r="B{at}" s="1"><v>{at}.5</v></c></row>'
        for at in range(1, 7)
    )
    (grid,) = open_grids(
        written("a.xlsx", xlsx(f"<sheetData>{body}</sheetData>", **{"xl__styles.xml": STYLES}))
    )
    assert [cells for _, cells in rows(grid)] == [
        ("0000000001", 1.5),
        (2, 2.5),
        ("0000000003", 3.5),
        ("0000000004", 4.5),
        ("0000000005", 5.5),
        (6, 6.5),
    ]


def test_errors_and_formulas_without_a_result_are_told() -> None:
    """What is read as blank though it holds something is told with its place."""
    body = (
        '<row r="1"><c r="A1" t="e"><f>B1</f><v>#REF!</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c>'
        '<c r="F1" t="str"><f>"a"</f><v>a</v></c>'
        "</row><row><c><v>7</v></c><c><f>1</f></c></row>"
    )
    (grid,) = open_grids(written("a.xlsx", xlsx(f"<sheetData>{body}</sheetData>")))
    assert rows(grid) == [(1, (None, None, None, None, 2, "a")), (2, (7, None, None, None, None, None))]
    assert [str(doubt) for doubt in grid.doubts] == [
        (
            'a.xlsx, sheet "Лист1", row 1, column A: the cell holds the error "#REF!", and is read as blank. '
            "Mend its formula, or write what it should say. [error-cell]"
        ),
        *(
            f'a.xlsx, sheet "Лист1", row {place}: the cell holds a formula without its result, '
            "and is read as blank. Open the file in a spreadsheet program, let it reckon, and save it. "
            "[formula-without-result]"
            for place in ("1, column B", "1, column C", "2, column B")
        ),
    ]
    assert {doubt.severity for doubt in grid.doubts} == {"doubtful"}


def test_of_a_thousand_such_cells_a_hundred_are_told() -> None:
    """One cause makes a thousand faults: after a hundred of each sort they are counted."""
    body = "".join(
        f'<row r="{at}"><c r="A{at}"><f>1</f></c><c r="B{at}" t="e"><v>#N/A</v></c></row>'
        for at in range(1, 301)
    )
    (grid,) = open_grids(written("a.xlsx", xlsx(f"<sheetData>{body}</sheetData>")))
    assert len(grid.doubts) == 201
    assert str(grid.doubts[-1]).startswith('a.xlsx, sheet "Лист1": 400 more cells are read as blank')


MERGED = (
    "<sheetData>"
    '<row r="1"><c r="A1" t="str"><v>шапка</v></c></row>'
    '<row r="3"><c r="A3" t="str"><v>имя</v></c><c r="B3"><v>1</v></c></row>'
    '<row r="4"><c r="B4"><v>2</v></c></row>'
    '<row r="5"/><row r="6"><c r="C6"><v>3</v></c></row><row r="7"><c r="B7"><v>4</v></c></row>'
    "</sheetData><mergeCells>"
    '<mergeCell ref="A1:C1"/><mergeCell ref="A3:A6"/><mergeCell ref="A9:B20"/>'
    '<mergeCell ref="XFC3:XFD4"/></mergeCells>'
)


def test_a_merged_range_has_its_value_in_every_cell() -> None:
    """A name over four rows belongs to each that has something of its own; how many were filled is told."""
    (grid,) = open_grids(written("a.xlsx", xlsx(MERGED)))
    assert grid.filled == 0
    assert rows(grid) == [
        (1, ("шапка", "шапка", "шапка")),
        (3, ("имя", 1, None)),
        (4, ("имя", 2, None)),
        (6, ("имя", None, 3)),
        (7, (None, 4, None)),
    ]
    assert grid.filled == 4


def test_sheets_are_chosen_and_hidden_ones_are_told() -> None:
    """Each sheet is a grid, in the order of the workbook; one that is hidden is read, and that is told."""
    one = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    path = written("a.xlsx", zipped(xlsx_members({"Б": one, "А": one}, states={"А": "hidden"})))
    grids = open_grids(path)
    assert [grid.sheet for grid in grids] == ["Б", "А"]
    assert [[str(doubt) for doubt in grid.doubts] for grid in grids] == [
        [],
        ['a.xlsx, sheet "А": the sheet is hidden. Check whether it is meant to be read. [hidden-sheet]'],
    ]
    told: list[float] = []
    (grid,) = open_grids(path, sheet="А", progress=told.append)
    assert rows(grid) == [(1, (1,))]
    assert told == [1.0]


def test_a_million_blank_rows_take_no_time() -> None:
    """A cell in the last row of Excel is read in seconds, with its number."""
    body = '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{at}"><c r="A{at}" s="1"/></row>' for at in range(2, 200_000)
    )
    body += '<row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    path = written("a.xlsx", xlsx(f"<sheetData>{body}</sheetData>"))
    began = time.perf_counter()
    told: list[float] = []
    (grid,) = open_grids(path, progress=told.append)
    assert rows(grid) == [(1, (1,)), (1048576, (2,))]
    assert time.perf_counter() - began < 30
    assert told == sorted(told)
    assert len(told) > 100


def test_a_part_that_begins_with_nothing_is_read() -> None:
    """Packed blocks that unpack to nothing are not the end of a part, however many there are."""
    body = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    members = xlsx_members({"Лист1": body})
    part = "xl/worksheets/sheet1.xml"
    text = str(members[part]).encode()
    packer = zlib.compressobj(wbits=-15)
    packed = b"\x00\x00\x00\xff\xff" * 200_000 + packer.compress(text) + packer.flush()
    data = bytearray(zipped(members | {part: packed}, stored=True))
    # What is stored is said to be packed, in the member itself and in the list of members.
    for at, before in ((data.index(packed) - len(part) - 30, 0), (data.rindex(part.encode()) - 46, 2)):
        struct.pack_into("<H", data, at + 8 + before, 8)
        struct.pack_into("<I", data, at + 14 + before, zlib.crc32(text))
        struct.pack_into("<I", data, at + 22 + before, len(text))
    # The other members are stored as they were.
    (grid,) = open_grids(written("a.xlsx", bytes(data)))
    assert rows(grid) == [(1, (1,))]


def test_texts_that_are_shared_are_read() -> None:
    """A text stands once in the workbook; how many there are may be said or not."""
    body = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    for count in ('uniqueCount="1"', ""):
        texts = f'<sst xmlns="{MAIN}" {count}><si><t>имя</t></si></sst>'
        (grid,) = open_grids(written("a.xlsx", xlsx(body, **{"xl__sharedStrings.xml": texts})))
        assert rows(grid) == [(1, ("имя",))]


def test_an_archive_with_a_hole_is_damaged() -> None:
    """Where bytes are missing before the list of members, that points before the beginning of the file."""
    data = xlsx("<sheetData/>")
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.xlsx", data[:20] + data[60:]))


def test_an_empty_sheet_is_an_empty_grid() -> None:
    """There are no rows, and nothing to doubt."""
    (grid,) = open_grids(written("a.xlsx", xlsx("<sheetData/>")))
    assert rows(grid) == []
    assert list(grid.doubts) == []


SPANNED = 'table:number-rows-spanned="2" table:number-columns-spanned="2"'
ODS_ROWS = (
    '<table:table-row table:number-rows-repeated="4">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    f"<table:table-row><table:table-cell/>{text_cell('имя')}"
    '<table:table-cell office:value-type="float" office:value="1234567890123"/>'
    '<table:table-cell office:value-type="date" office:date-value="2020-01-02"/>'
    '<table:table-cell office:value-type="date" office:date-value="2020-01-02T03:04:00"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell office:value-type="time" office:time-value="PT10H11M12S"/></table:table-row>'
    f"<table:table-row>{text_cell('слито', SPANNED)}"
    '<table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1"/>'
    '<table:table-cell table:formula="of:=1+1"/>'
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>'
    '<table:table-row table:number-rows-repeated="2">'
    '<table:covered-table-cell table:number-columns-repeated="2"/>'
    '<table:table-cell office:value-type="float" office:value="2" table:number-columns-repeated="2"/>'
    "</table:table-row>"
    '<table:table-row table:number-rows-repeated="1048566">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def test_an_open_document_is_read_as_it_is_shown() -> None:
    """Rows that are repeated are counted, ranges filled, types kept, and what is blank by mistake is told."""
    (grid,) = open_grids(written("a.ods", ods(ODS_ROWS)))
    assert rows(grid) == [
        (5, (None, "имя", 1234567890123, DAY, MOMENT, True, "10:11:12")),
        (6, ("слито", "слито", 1, None, None, None, None)),
        (7, ("слито", "слито", 2, 2, None, None, None)),
        (8, (None, None, 2, 2, None, None, None)),
    ]
    assert grid.filled == 3
    assert [(doubt.code, doubt.path) for doubt in grid.doubts] == [
        ("error-cell", 'a.ods, sheet "Лист1", row 6, column E'),
        ("formula-without-result", 'a.ods, sheet "Лист1", row 6, column D'),
    ]


@pytest.mark.parametrize(
    "table",
    [
        '<table:table-row table:number-rows-repeated="x"><table:table-cell/></table:table-row>',
        "<table:table-row><table:table-cell table:number-columns-repeated='20000'/>"
        + text_cell("x")
        + "</table:table-row>",
    ],
)
def test_an_impossible_open_document_is_refused(table: str) -> None:
    """What no program can have written is damaged; nothing is left out in silence."""
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.ods", ods(table)))


def test_an_open_document_needs_its_content() -> None:
    """Without its content, or without a list of its members, a workbook is damaged or read."""
    name = "application/vnd.oasis.opendocument.spreadsheet"
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.ods", zipped({"mimetype": name})))


def test_an_old_workbook_is_read() -> None:
    """An XLS file has its rows, types, merged range, error and hidden sheet."""
    first, second = open_grids(written("a.xls", XLS))
    assert rows(first) == [
        (2, ("имя", 1234567890123)),
        (4, ("слито", 1)),
        (5, ("слито", 2.5)),
        (6, (DAY, True)),
    ]
    assert (first.filled, first.doubts[0].path) == (1, 'a.xls, sheet "Реестр", row 7, column A')
    assert rows(second) == [(1, ("x",))]
    assert [doubt.code for doubt in second.doubts] == ["hidden-sheet"]


def patched(old: bytes, new: bytes) -> bytes:
    """Return the old workbook with some bytes of its stream changed."""
    assert XLS.count(old) == 1, XLS.count(old)
    return XLS.replace(old, new)


SIZE = struct.pack("<HHIIHHH", 0x200, 14, 1, 8, 0, 2, 0)
NUMBER = struct.pack("<HHHH", 0x203, 14, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SIZE, struct.pack("<HHIIHHH", 0x200, 14, 0, 2**32 - 1, 0, 255, 0), "too much to read"),
        (SIZE, struct.pack("<HHIIHHH", 0x200, 14, 9, 8, 0, 2, 0), "damaged"),
        (SIZE, struct.pack("<HHIIHHH", 0x200, 14, 1, 2**31, 9, 2, 0), "too much to read"),
        (NUMBER, struct.pack("<HHHH", 0x203, 14, 65535, 65535), "too much to read"),
    ],
)
def test_an_old_workbook_cannot_take_all_memory(old: bytes, new: bytes, message: str) -> None:
    """Sizes that would make the reader of workbooks end the whole process are refused before."""
    with pytest.raises(InvalidTableError, match=message):
        open_grids(written("a.xls", patched(old, new)))


def test_what_a_formula_of_an_old_workbook_lacks_is_told() -> None:
    """A formula that says its result is a text, and is followed by none, has no result; an error is told."""
    found = re.search(rb"\x06\x00..\x07\x00\x00\x00..", XLS, re.DOTALL)
    assert found is not None
    at = found.end()
    for result, code in (
        (bytes(6) + b"\xff\xff", "formula-without-result"),
        (b"\x02\x00\x2a\x00\x00\x00\xff\xff", "error-cell"),
    ):
        first, _ = open_grids(written("a.xls", XLS[:at] + result + XLS[at + 8 :]))
        assert {(doubt.code, doubt.path[-15:]) for doubt in first.doubts} >= {(code, "row 8, column A")}


def test_a_workbook_in_binary_parts_is_read() -> None:
    """An XLSB file has its rows, and its errors are told."""
    error = record(3, struct.pack("<IIB", 1, 0, 0x2A))
    merged = record(176, struct.pack("<IIII", 4, 5, 0, 0))
    data = (
        xlsb_row(2, xlsb_text(1, "имя"), error)
        + xlsb_row(5, xlsb_text(1, "слито"), xlsb_text(2, "a"))
        + xlsb_row(6, xlsb_text(2, "b" * 200))
        + merged
    )
    (grid,) = open_grids(written("a.xlsb", xlsb(data)))
    assert rows(grid) == [(2, ("имя", None)), (5, ("слито", "a")), (6, ("слито", "b" * 200))]
    assert [doubt.path for doubt in grid.doubts] == ['a.xlsb, sheet "Лист1", row 2, column B']


@pytest.mark.parametrize("size", [1, 5, 2000])
def test_a_broken_workbook_in_binary_parts_is_refused(size: int) -> None:
    """Without its parts, or with a part that is cut off, it is damaged."""
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.xlsb", zipped({"xl/workbook.bin": bytes(size)})))


def test_the_samples_are_untidy_and_readable(here: Path) -> None:
    """The register has its preamble, its merged header and its 300 colleges, alike in each of its forms."""
    from tests.formats.tables.samples import COLLEGES, write_samples

    paths = write_samples(here)
    register, hidden = open_grids(paths["register"])
    found = rows(register)
    assert [number for number, _ in found] == [1, 2, *range(4, 6 + COLLEGES)]
    assert found[3][1][:5] == ("№ п/п", "полное", "краткое", "ИНН", "ОГРН")
    assert (hidden.sheet, register.filled) == ("служебный", 19)
    for name, encoding in (("register-csv", None), ("register-1251", "windows-1251")):
        (grid,) = open_grids(paths[name], encoding=encoding)
        again = rows(grid)
        assert [number for number, _ in again] == [number for number, _ in found]
        assert [cells[1:3] for _, cells in again[4:]] == [cells[1:3] for _, cells in found[4:]]
        assert [int(str(cells[3])) for _, cells in again[4:]] == [cells[3] for _, cells in found[4:]]
    assert len(rows(open_grids(paths["participation"])[0])) == 2001
    assert [len(rows(open_grids(paths[f"partners-{year}"])[0])) for year in (2021, 2022, 2023)] == [
        55,
        55,
        55,
    ]


def test_a_stored_archive_is_read_and_an_unknown_packing_is_not() -> None:
    """Members that are not packed are read; a packing that no program for spreadsheets uses is damaged."""
    body = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    data = zipped(xlsx_members({"Лист1": body}), stored=True)
    (grid,) = open_grids(written("a.xlsx", data))
    assert rows(grid) == [(1, (1,))]
    # Where the list of members says how each is packed, where it begins, and in the member itself.
    at = data.index(b"PK\x01\x02")
    for place, new in ((at + 10, b"\x0c\x00"), (at + 10, b"\x08\x00"), (at + 42, b"\x01\x00\x00\x00")):
        with pytest.raises(InvalidTableError, match="damaged"):
            open_grids(written("a.xlsx", data[:place] + new + data[place + len(new) :]))
