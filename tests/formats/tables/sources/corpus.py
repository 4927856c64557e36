"""The files that are refused, each made on the fly: few of them would be wanted in a repository."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from typing import Any

import attrs
from tests.formats.tables.sources.making import (
    XLS,
    compound,
    ods,
    text_cell,
    xlsb,
    xlsb_row,
    xlsb_text,
    xlsx,
    xlsx_members,
    zipped,
)

TEXT = "Наименование;ИНН;Год\r\nОмский колледж № 1;9900079190;2020\r\nТарский техникум;9900158389;2021\r\n"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY l0 "ха">{LAUGHS}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


@attrs.frozen
class Bad:
    """A file that is refused.

    Attributes:
        name: Its name.
        make: Makes its bytes.
        keywords: With what it is opened.
    """

    name: str
    make: Callable[[], str | bytes]
    keywords: Mapping[str, Any] = attrs.field(factory=dict)


def larger(data: bytes, member: bytes, size: int) -> bytes:
    """Return an archive that says of a member that it is of another size than it is."""
    at = data.rindex(member) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def encrypted(data: bytes) -> bytes:
    """Return an archive that says of its first member that it is encrypted."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01\x00" + data[at + 10 :]


LINKS = '<Rs><Relationship Id="r1" Target="a"/><Relationship Id="r1" Target="b"/></Rs>'
ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
FAR = (
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)
MERGED = f'{ONE}<mergeCells><mergeCell ref="A1:B5"/><mergeCell ref="A1:C5"/></mergeCells>'
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
PAGE = "<html><body><table><tr><td>ИНН</td></tr></table></body></html>"

CORPUS: dict[str, Bad] = {
    "windows-1251-taken-for-utf-8": Bad("colleges.csv", lambda: TEXT.encode("windows-1251")),
    "koi8-r": Bad("colleges.csv", lambda: TEXT.replace("№", "N").encode("koi8-r")),
    "cp866": Bad("colleges.csv", lambda: TEXT.encode("cp866")),
    "one-odd-byte": Bad("colleges.csv", lambda: TEXT.encode() + b"\xff;1;2\n"),
    "one-odd-byte-of-windows-1251": Bad(
        "colleges.csv",
        lambda: (TEXT * 40).encode("windows-1251") + b"\x98\r\n",
        {"encoding": "windows-1251"},
    ),
    "western-text": Bad("colleges.csv", lambda: "Schule;Straße\nMünchen;Süd\n".encode("windows-1252")),
    "no-letters": Bad("colleges.csv", lambda: b"a;b\n1;\x81\n"),
    "utf-8-taken-for-windows-1251": Bad("colleges.csv", TEXT.encode, {"encoding": "windows-1251"}),
    "utf-8-taken-for-koi8-r": Bad("colleges.csv", TEXT.encode, {"encoding": "koi8-r"}),
    "misread-and-saved": Bad(
        "colleges.csv", lambda: TEXT.replace("И", "и").replace("№", "N").encode().decode("windows-1251")
    ),
    "misread-as-latin-and-saved": Bad(
        "colleges.csv", lambda: TEXT.encode("windows-1251").decode("windows-1252")
    ),
    "utf-16-without-a-mark": Bad("colleges.csv", lambda: TEXT.encode("utf-16-le")),
    "utf-16-be-without-a-mark": Bad("colleges.csv", lambda: TEXT.encode("utf-16-be")),
    "half-a-character-of-utf-16": Bad("colleges.csv", lambda: TEXT.encode("utf-16")[:-1]),
    "nul": Bad("colleges.csv", lambda: TEXT.replace("2021", "20\x0021")),
    "unclosed-quotation-mark": Bad("colleges.csv", lambda: 'a,b\n1,"x\n' + "2,y\n" * 50_000),
    "unclosed-quotation-mark-at-the-end": Bad("colleges.csv", lambda: 'a,b\r1,"x\r2,y\r'),
    "quotation-mark-within": Bad("colleges.csv", lambda: 'a,b\n"ООО "Ромашка"",1\n'),
    "quotation-marks-that-cross-rows": Bad("colleges.csv", lambda: 'a,b\n1,"x\n2,"y"\n3,4\n'),
    "endless-cell": Bad("colleges.csv", lambda: 'a,b\n1,"' + ("x" * (1 << 20) + "\n") * 40 + '"\n'),
    "endless-line": Bad("colleges.csv", lambda: "a" * (1 << 25)),
    "empty": Bad("colleges.csv", lambda: b""),
    "picture": Bad("colleges.xlsx", lambda: PICTURE),
    "photo": Bad("colleges.jpg", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    "bitmap": Bad("colleges", lambda: b"BM\x00\x00\x00\x00"),
    "pdf": Bad("colleges.pdf", lambda: b"%PDF-1.7\n"),
    "page-named-xls": Bad("colleges.xls", lambda: PAGE),
    "workbook-of-xml": Bad(
        "colleges.xls",
        lambda: '\ufeff<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    "archive": Bad("colleges.zip", lambda: zipped({"a.csv": "a"})),
    "text-document": Bad(
        "colleges.xlsx", lambda: zipped({"[Content_Types].xml": "", "word/document.xml": ""})
    ),
    "open-text-document": Bad(
        "colleges.ods", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"})
    ),
    "old-text-document": Bad("colleges.doc", lambda: compound({"WordDocument": b"x"})),
    "truncated-archive": Bad("colleges.xlsx", lambda: xlsx(ONE)[:700]),
    "truncated-compound": Bad("colleges.xls", lambda: XLS[:300]),
    "password": Bad("colleges.xlsx", lambda: compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
    "password-of-zip": Bad("colleges.xlsx", lambda: encrypted(xlsx(ONE))),
    "password-of-ods": Bad("colleges.ods", lambda: ods("", manifest="<m:encryption-data/>")),
    "password-of-xls": Bad("colleges.xls", lambda: compound({"Workbook": struct.pack("<HHH", 0x2F, 2, 1)})),
    "zip-bomb": Bad("colleges.xlsx", lambda: xlsx(ONE, xl__media__a=b"\x00" * (1 << 27))),
    "zip-that-lies": Bad("colleges.xlsx", lambda: larger(xlsx(ONE, xl__a=b"\x00" * 9999), b"xl/a", 9)),
    "zip-that-boasts": Bad("colleges.xlsx", lambda: larger(xlsx(ONE, xl__a=b"\x00" * 9), b"xl/a", 99)),
    "xml-bomb": Bad(
        "colleges.xlsx",
        lambda: xlsx(ONE, xl__worksheets__sheet1=b"", **{"xl__workbook.xml": f"{BOMB}<b>&l9;</b>"}),
    ),
    "external-entity": Bad("colleges.ods", lambda: ods(text_cell("&secret;"), before=OUTSIDE)),
    "broken-xml": Bad("colleges.xlsx", lambda: xlsx("<sheetData><row>")),
    "far-cell": Bad("colleges.xlsx", lambda: xlsx(FAR)),
    "overlapping-ranges": Bad("colleges.xlsx", lambda: xlsx(MERGED)),
    "no-such-range": Bad("colleges.xlsx", lambda: xlsx('<mergeCells><mergeCell ref="A1:"/></mergeCells>')),
    "two-sheets-of-one-name": Bad(
        "colleges.xlsx",
        lambda: xlsx(
            ONE, **{"xl__workbook.xml": '<w><sheet name="a" id="r1"/><sheet name="a" id="r1"/></w>'}
        ),
    ),
    "two-links-of-one-id": Bad(
        "colleges.xlsx",
        lambda: xlsx(ONE, **{"xl___rels__workbook.xml.rels": LINKS}),
    ),
    "workbook-elsewhere": Bad(
        "colleges.xlsx",
        lambda: xlsx(
            ONE, **{"_rels__.rels": '<r><Relationship Type="x/officeDocument" Target="yl/w.xml"/></r>'}
        ),
    ),
    "texts-without-number": Bad(
        "colleges.xlsx",
        lambda: xlsx(ONE, **{"xl__sharedStrings.xml": '<sst uniqueCount="99999999999"/>'}),
    ),
    "no-such-number": Bad(
        "colleges.xlsx", lambda: xlsx(ONE.replace("<v>1", "<v>x").replace('"A1"', '"A1" t="n"'))
    ),
    "no-such-column": Bad("colleges.xlsx", lambda: xlsx(ONE.replace('"A1"', '"Ж1"'))),
    "sheet-without-its-part": Bad(
        "colleges.xlsx", lambda: xlsx(ONE, **{"xl___rels__workbook.xml.rels": "<Rs/>"})
    ),
    "two-members-of-one-name": Bad("colleges.xlsx", lambda: xlsx(ONE, **{"XL__workbook.xml": "<a/>"})),
    "too-many-sheets-of-xls": Bad(
        "colleges.xls", lambda: compound({"Workbook": struct.pack("<HHII", 0x85, 8, 0, 0) * 300})
    ),
    "xls-without-a-sheet": Bad("colleges.xls", lambda: compound({"Workbook": b"\x00" * 9})),
    "compound-that-boasts": Bad("colleges.xls", lambda: XLS[:44] + b"\xff\xff\x00\x00" + XLS[48:]),
    "compound-that-goes-round": Bad("colleges.xls", lambda: XLS[:68] + b"\x00\x00\x00\x00" + XLS[72:]),
    "workbook-without-sheets-part": Bad("colleges.xlsx", lambda: zipped({"xl/workbook.xml": "<workbook/>"})),
    "far-row-of-ods": Bad(
        "colleges.ods",
        lambda: ods(
            '<table:table-row table:number-rows-repeated="2000000000"><table:table-cell/></table:table-row>'
            f"<table:table-row>{text_cell('x')}</table:table-row>"
        ),
    ),
    "far-cell-of-xlsb": Bad(
        "colleges.xlsb",
        lambda: xlsb(xlsb_row(1, xlsb_text(1, "a")) + xlsb_row(1_000_000, xlsb_text(16_000, "b"))),
    ),
    "no-such-sheet": Bad(
        "colleges.xlsx", lambda: zipped(xlsx_members({"Реестр": ONE, "Лист2": ONE})), {"sheet": "Ресстр"}
    ),
    "sheet-of-csv": Bad("colleges.csv", lambda: TEXT, {"sheet": "Реестр"}),
    "json-cut-off": Bad("colleges.json", lambda: '[{"a": 1},'),
    "json-of-something-else": Bad("colleges.json", lambda: "5"),
    "json-without-lists": Bad("colleges.json", lambda: '{"a": 5}'),
    "json-rows-that-are-none": Bad("colleges.json", lambda: '[{"a": 1}, 5, {"b": 1, "b": 2}]'),
    "json-key-twice": Bad("colleges.json", lambda: '{"a": [{"x": 1}], "a": [{"x": 2}]}'),
    "json-too-deep": Bad("colleges.json", lambda: "[" * 100_000),
    "json-number-without-end": Bad("colleges.json", lambda: '[{"a": 1e999}]'),
    "json-half-a-character": Bad("colleges.json", lambda: '[{"a": "\\ud800"}]'),
    "json-lines-broken": Bad("colleges.jsonl", lambda: '{"a": 1}\n\n[2]\n{"a": 3,}\n'),
    "parquet-cut-off": Bad("colleges.parquet", lambda: b"PAR1xxxx"),
    "arrow-cut-off": Bad("colleges.arrow", lambda: b"ARROW1\x00\x00"),
    "package-without-resources": Bad("datapackage.json", lambda: "{}"),
    "package-of-something-else": Bad("datapackage.json", lambda: "[]"),
    "package-that-leads-out": Bad(
        "datapackage.json", lambda: '{"resources": [{"name": "a", "path": "../a.csv"}]}'
    ),
    "package-that-fetches": Bad(
        "datapackage.json", lambda: '{"resources": [{"name": "a", "path": "https://example.org/a.csv"}]}'
    ),
    "package-without-its-file": Bad(
        "datapackage.json", lambda: '{"resources": [{"name": "a", "path": "a.csv"}]}'
    ),
    "package-with-a-nameless-table": Bad("datapackage.json", lambda: '{"resources": [{"path": "a.csv"}]}'),
    "package-without-tables": Bad(
        "colleges.zip",
        lambda: zipped(
            {"datapackage.json": '{"resources": [{"name": "a", "path": "a.png"}]}', "a.png": PICTURE}
        ),
    ),
}
