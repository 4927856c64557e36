"""The sheets of XLS and XLSB workbooks, looked through before they are read."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.formats.tables.sources.archives import Archive, protected
from partnermodel.formats.tables.sources.compound import Compound
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.scanned import Scan
from partnermodel.formats.tables.sources.worksheets import linked_parts

_MOST_SHEETS = 256

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

# Records of XLS: [MS-XLS] 2.3.
_BEGIN, _END, _SHEET, _PASSWORD, _MERGED, _SIZE = 0x0809, 0x000A, 0x0085, 0x002F, 0x00E5, 0x0200
_SINGLE = {0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6, 0x0006, 0x0205}
_MANY, _TRUTH, _FORMULA = 0x00BD, 0x0205, 0x0006
# A formula whose result is a text has that in the next record, or after what it shares with others.
_TEXT, _BETWEEN = 0x0207, {0x04BC, 0x0221, 0x0236}

# Records of XLSB: [MS-XLSB] 2.3.
_ROW, _BUNDLE, _RANGE = 0, 156, 176
_CELLS = range(2, 12)
_ERROR_CELLS = (3, 11)


def scan_xls(content: Content, book: Compound) -> list[Scan]:
    """Return what is known of each sheet of an XLS workbook before its values are read, in their order.

    Raises:
        InvalidTableError: The workbook is protected by a password.
        ValueError: It has more sheets than any person keeps, or one of no possible size.
    """
    data = book.stream("Workbook" if "Workbook" in book else "Book")
    places: list[int] = []
    for kind, record in _records(data, 0):
        if kind == _PASSWORD:
            raise protected(content)
        if kind == _SHEET:
            places.append(_number(record, 0, 4))
    if len(places) > _MOST_SHEETS:
        raise ValueError(len(places))
    return [_scan_stream(data, place) for place in places]


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the kind of each record and what it holds, up to the end of what begins there."""
    inner = -1
    while at + 4 <= len(data):
        kind, size = _number(data, at, 2), _number(data, at + 2, 2)
        # A chart within a sheet has an end of its own.
        inner += (kind == _BEGIN) - (kind == _END)
        if kind == _END and inner < 0:
            return
        if inner <= 0:
            yield kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def _scan_stream(data: bytes, place: int) -> Scan:
    scan = Scan()
    waiting: tuple[int, int] | None = None
    for kind, record in _records(data, place):
        if waiting is not None and kind not in _BETWEEN:
            if kind != _TEXT:
                scan.formula(*waiting)
            waiting = None
        if len(record) >= 6:
            _look_at(scan, kind, record)
            if kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 0:
                waiting = _number(record, 0, 2) + 1, _number(record, 2, 2) + 1
    return scan


def _look_at(scan: Scan, kind: int, record: bytes) -> None:
    row, column = _number(record, 0, 2) + 1, _number(record, 2, 2) + 1
    if kind in _SINGLE:
        scan.holds(row, column)
        if kind == _TRUTH and record[7:8] == b"\x01":
            scan.error(row, column, _ERRORS.get(record[6], "#?"))
        elif kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
            scan.error(row, column, _ERRORS.get(record[8], "#?"))
    elif kind == _MANY:
        scan.holds(row, column)
        scan.holds(row, _number(record, len(record) - 2, 2) + 1)
    elif kind == _SIZE:
        # The reader makes room for as many cells as the sheet says that it has.
        size = 4 if len(record) == 14 else 2
        top, bottom = _number(record, 0, size), _number(record, size, size)
        left, right = _number(record, 2 * size, 2), _number(record, 2 * size + 2, 2)
        if bottom > 0 and right > 0:
            if top >= bottom:
                raise ValueError(top)
            scan.holds(top + 1, left + 1 if left < right else 1)
            scan.holds(bottom, right)
    elif kind == _MERGED:
        for at in range(2, len(record) - 7, 8):
            top, bottom, left, right = (_number(record, at + step, 2) + 1 for step in (0, 2, 4, 6))
            scan.merge(top, left, bottom, right)


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


def scan_xlsb(archive: Archive) -> dict[str, Scan]:
    """Return what is known of each sheet of an XLSB workbook before its values are read, by its name.

    Raises:
        ValueError: Two sheets have the same name.
    """
    links = linked_parts(archive, "xl/_rels/workbook.bin.rels")
    parts: dict[str, str] = {}
    for kind, record in _packed(archive.chunks("xl/workbook.bin")):
        if kind == _BUNDLE:
            link, after = _wide_text(record, 8)
            name, _ = _wide_text(record, after)
            if name in parts:
                raise ValueError(name)
            parts[name] = links.get(link, "")
    return {name: _scan_part(archive, part) for name, part in parts.items() if part in archive}


def _scan_part(archive: Archive, part: str) -> Scan:
    scan, row = Scan(), 0
    for kind, record in _packed(archive.chunks(part)):
        if kind == _ROW:
            row = _number(record, 0, 4) + 1
        elif kind in _CELLS:
            column = _number(record, 0, 4) + 1
            scan.holds(row, column)
            if kind in _ERROR_CELLS and len(record) > 8:
                scan.error(row, column, _ERRORS.get(record[8], "#?"))
        elif kind == _RANGE:
            top, bottom, left, right = (_number(record, at, 4) + 1 for at in (0, 4, 8, 12))
            scan.merge(top, left, bottom, right)
    return scan


def _wide_text(record: bytes, at: int) -> tuple[str, int]:
    """Return a text with its length before it, and where it ends."""
    end = at + 4 + 2 * _number(record, at, 4)
    return record[at + 4 : end].decode("utf-16-le", "replace"), end


def _packed(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the kind of each record and what it holds; a kind and a size take the bytes that they need."""
    data, at = b"", 0
    for chunk in chunks:
        data, at = data[at:] + chunk, 0
        while (head := _head(data, at)) is not None:
            kind, size, start = head
            if start + size > len(data):
                break
            yield kind, data[start : start + size]
            at = start + size


def _head(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Return the kind and the size of a record, and where it begins; None when they are not there yet."""
    kind, at = _varying(data, at, 2)
    size, at = _varying(data, at, 4) if at else (0, 0)
    return (kind, size, at) if at else None


def _varying(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, and where it ends; 0 for that when it is cut off."""
    number = 0
    for step in range(most):
        if at + step >= len(data):
            return 0, 0
        byte = data[at + step]
        number |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            return number, at + step + 1
    return number, at + most
