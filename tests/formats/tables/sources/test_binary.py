"""What is known of XLS and XLSB before their values are read: made of records by hand."""

from __future__ import annotations

import struct

import pytest
from tests.formats.tables.sources.making import (
    compound,
    record,
    rows,
    varying,
    wide,
    written,
    xlsb,
    xlsb_row,
    xlsb_text,
)

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.binary import scan_xls
from partnermodel.formats.tables.sources.compound import Compound
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.opening import open_grids
from partnermodel.formats.tables.sources.scanned import Scan

BEGIN, END = (0x0809, bytes(16)), (0x000A, b"")


def scanned(*records: tuple[int, bytes]) -> Scan:
    """Return what is known of the only sheet of an XLS workbook, which has these records."""
    head = 4 + 16 + 4 + 8 + 4
    stream = [BEGIN, (0x0085, struct.pack("<II", head, 0)), END, BEGIN, *records, END]
    data = compound({"Workbook": b"".join(struct.pack("<HH", kind, len(one)) + one for kind, one in stream)})
    content = Content.of_bytes("a.xls", "a.xls", data)
    (scan,) = scan_xls(content, Compound(content, data))
    return scan


def number(row: int, column: int) -> tuple[int, bytes]:
    """Return a cell with a number; both count from 0."""
    return 0x0203, struct.pack("<HHHd", row, column, 0, 1.0)


def formula(row: int, result: bytes) -> tuple[int, bytes]:
    """Return a cell of the first column with a formula and what it says of its result."""
    return 0x0006, struct.pack("<HHH", row, 0, 0) + result + bytes(8)


TEXT = bytes(6) + b"\xff\xff"
SIZE = 0x0200


def box(scan: Scan) -> tuple[int, int, int, int]:
    """Return where a sheet begins and ends."""
    return scan.top, scan.bottom, scan.left, scan.right


def test_a_chart_within_a_sheet_is_none_of_its_cells() -> None:
    """What a chart holds is passed over, and its end is not that of the sheet."""
    assert box(scanned(number(1, 1), BEGIN, number(9, 9), END, number(2, 2))) == (2, 3, 2, 3)


def test_a_formula_with_a_text_has_its_result_in_the_next_record() -> None:
    """The text may come after what the formula shares with others; without it there is no result."""
    result, shared = (0x0207, struct.pack("<HB", 1, 0) + b"x"), (0x04BC, bytes(10))
    assert scanned(formula(0, TEXT), result).formulas == []
    assert scanned(formula(0, TEXT), shared, result).formulas == []
    assert scanned(formula(0, TEXT), number(1, 0)).formulas == [(1, 1)]
    assert scanned(formula(0, TEXT), shared, number(1, 0)).formulas == [(1, 1)]


def test_an_error_is_an_error_in_a_formula_too() -> None:
    """Both sorts of cells name the error; a code that nobody knows is an error all the same."""
    plain = 0x0205, struct.pack("<HHHBB", 3, 1, 0, 0x17, 1)
    found = scanned(
        plain,
        formula(0, b"\x02\x00\x2a\x00\x00\x00\xff\xff"),
        formula(1, b"\x02\x00\x01\x00\x00\x00\xff\xff"),
    )
    assert found.errors == [(4, 2, "#REF!"), (1, 1, "#N/A"), (2, 1, "#?")]


def test_several_numbers_in_one_record_are_as_many_cells() -> None:
    """A record of several cells reaches from its first column to its last."""
    assert box(scanned((0x00BD, struct.pack("<HH", 4, 2) + bytes(6) * 3 + struct.pack("<H", 4)))) == (
        5,
        5,
        3,
        5,
    )


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        (struct.pack("<IIHHH", 0, 0, 0, 0, 0), (0, 0, 0, 0)),
        (struct.pack("<HHHHH", 1, 3, 2, 4, 0), (2, 3, 3, 4)),
        (struct.pack("<IIHHH", 1, 3, 4, 4, 0), (2, 3, 1, 4)),
    ],
)
def test_a_sheet_says_how_large_it_is(size: bytes, wanted: tuple[int, int, int, int]) -> None:
    """An empty sheet holds nothing; old and new workbooks say it in words of two and four bytes."""
    assert box(scanned((SIZE, size))) == wanted


def test_no_person_merges_half_a_million_ranges() -> None:
    """So many merged ranges are there to take time, and are refused."""
    scan = Scan(merged=[(1, 1, 1, 2)] * (1 << 19))
    with pytest.raises(ValueError, match="524288"):
        scan.merge(1, 1, 1, 2)


def test_short_streams_are_read_from_where_they_are_kept() -> None:
    """Streams below the bound stand in small sectors within a larger stream, in the order that is said."""
    links = struct.pack("<III", 2, 0xFFFFFFFE, 1)
    blocks = b"".join(bytes([letter]) * 64 for letter in b"abc")
    data = bytearray(compound({"Links": links, "Blocks": blocks, "Workbook": b""}))
    directory = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
    struct.pack_into("<I", data, 60, struct.unpack_from("<I", data, directory + 128 + 116)[0])
    data[directory + 116 : directory + 120] = data[directory + 256 + 116 : directory + 256 + 120]
    struct.pack_into("<II", data, directory + 384 + 116, 0, 150)
    found = Compound(Content.of_bytes("a", "a", bytes(data)), bytes(data))
    assert found.stream("Workbook") == b"a" * 64 + b"c" * 64 + b"b" * 22


def test_a_stream_that_goes_round_is_damaged() -> None:
    """A sector that is followed by itself has no end, and is not waited for."""
    data = bytearray(compound({"Workbook": b"x"}))
    struct.pack_into("<I", data, len(data) - 512, 0)
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.xls", bytes(data)))


def test_two_sheets_of_one_name_in_binary_parts_are_refused() -> None:
    """Of two sheets with one name one would be lost."""
    bundle = record(156, struct.pack("<II", 0, 1) + wide("r1") + wide("Лист1"))
    with pytest.raises(InvalidTableError, match="damaged"):
        open_grids(written("a.xlsb", xlsb(b"", **{"xl__workbook.bin": bundle * 2})))


def test_a_record_may_lie_across_pieces() -> None:
    """A part of some megabytes is read in pieces, and no cell is lost where one ends."""
    text = "б" * 200
    data = b"".join(xlsb_row(at, xlsb_text(1, text)) for at in range(1, 6001))
    (grid,) = open_grids(written("a.xlsb", xlsb(data)))
    assert rows(grid) == [(at, (text,)) for at in range(1, 6001)]


def test_a_kind_takes_two_bytes_at_the_most() -> None:
    """Whatever its second byte says, the size comes after it; so the cells after such a record are found."""
    odd = b"\xff\xff" + varying(3) + b"abc"
    error = record(3, struct.pack("<IIB", 1, 0, 0x2A))
    (grid,) = open_grids(written("a.xlsb", xlsb(odd + xlsb_row(2, xlsb_text(1, "a"), error))))
    assert [doubt.path for doubt in grid.doubts] == ['a.xlsb, sheet "Лист1", row 2, column B']
