"""Workbooks made by hand, good and bad, without any program for spreadsheets."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.sources.opening import open_grids

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# A workbook that xlwt 1.3.0 has written: a name, a number, a merged cell, a date, an error, a hidden sheet.
XLS = zlib.decompress(
    base64.b85decode(
        b"""
c-rk)Pe>F|82`PQH?zB<>#k{`ku5@2riX|?C|y@5FJ;!Hh@dou!qi%VvO`(6#~|obbP?<jgl(7pP(<B21V$Z#AaIRNo`Rwdy3_Z4
JA=9zxRAoe{AS-b?|pyfeeb>Ree-tSO-8529@S)!hgO)#Iw9B#c#2BMYeYbD$Kk4X4^nY_6cs{2T1eZ%^Rl-AUPE5*3=E|8Yofq3
m18)I&Y{7+*ear3eCSr}LyOWBdj{@O38Py4st|fo=o+C9MfZi!HsRb5+CsWh>L@1Toej-y93L_2L>4Bh@I-7r31>U1@P^~~%1xEi
wU9`j?mkmwf?8dQanO=>^bPhUxm}KXC;^5EO#=f>y}eVYq~#vR4<`nE_xAOxn9pBbz5?-oE#?RQ!Vl6S=JRhE8W@3dLUAysNGqmg
E325^NmoL*>o%RD)P2F`2vImSi#p2haEofzyY&HWK_&Dq-AwAOnxg4q3Fmvs50ORrp-gs7DbZe(OFb%kCqnMc-v9P~e@|EZxNt_~
osfHTY+^Uz;3`{?aag!HIqNnE-6r&!JaxU)YlK!(VAH+6tIDnH9TlDHBCV(A>=1m2Z(dN}LiN<l!KbyUFY&EZpXkV3s+{;3AEWVy
$a^K%C>m9xx^tWHEbiTvn`1r;t^On51dWJ{z<}ev9?LODJB)czVVE*To*kt3r8oXO*UmQP5;msTu;pcgTWn*yeds*>moyIT_QBd(
v}eqmww0&N8kXeC=?4ZZBS<YJeX+JJYcsFSa$BCgPO&_YC%3Udcv10~-}X6C0JVyL=2w{jQyip2gi(RVJXe&E=dsdZ<w<h17{dyA
(>^D226sMWR<YEq`taeyhYue<d@KXXJ$>_ejt^3ndl(D2-*x7wWc|-1|1Az-h_3VWmvRpV>7K-JLGiN|mhzsZmTBXCFJv61-jnD@
kNDAFaQxC?S}h#UvJE5uZVMIKf3^@mSGfP**?k7A
""".replace(b"\n", b"")
    )
)

Rows = list[tuple[int, tuple[Cell, ...]]]


def written(name: str, data: str | bytes) -> Path:
    """Write a file into the folder of the test, and return its path."""
    path = Path(name)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def rows(grid: Grid) -> Rows:
    """Return all rows of a grid, each as a tuple."""
    return [(number, tuple(cells)) for number, cells in grid.rows]


def read(name: str, data: str | bytes, *, encoding: str | None = None, sheet: str | None = None) -> Rows:
    """Return the rows of the only grid of a file that is written for it."""
    (grid,) = open_grids(written(name, data), encoding=encoding, sheet=sheet)
    return rows(grid)


def zipped(members: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """Return an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, archive.compression)
    return out.getvalue()


def xlsx_members(
    sheets: Mapping[str, str], *, states: Mapping[str, str] | None = None
) -> dict[str, str | bytes]:
    """Return the members of an XLSX workbook; each sheet is what stands in its element `worksheet`."""
    numbered = list(enumerate(sheets.items(), 1))
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="r{at}"'
        + (f' state="{states[name]}"' if states and name in states else "")
        + "/>"
        for at, (name, _) in numbered
    )
    links = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}">{links}</Relationships>',
    }
    for at, (_, body) in numbered:
        members[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}">{body}</worksheet>'
    return members


def xlsx(body: str, **more: str | bytes) -> bytes:
    """Return an XLSX workbook of one sheet; other members by their names, with `__` for a slash."""
    members = xlsx_members({"Лист1": body})
    return zipped(members | {name.replace("__", "/"): data for name, data in more.items()})


ODS = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


def ods(table: str, *, before: str = "", manifest: str = "", more: str = "") -> bytes:
    """Return an ODS workbook; the sheet is what stands in its element `table`."""
    content = (
        f'{before}<office:document-content {SPACES} xmlns:calcext="urn:org:documentfoundation:names:'
        'experimental:calc:xmlns:calcext:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Лист1">{table}</table:table>{more}</office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": ODS,
            "content.xml": content,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}">{manifest}</m:manifest>',
        }
    )


def text_cell(text: str, attributes: str = "") -> str:
    """Return a cell of ODS with a text."""
    cell = f'<table:table-cell office:value-type="string" {attributes}>'
    return f"{cell}<text:p>{text}</text:p></table:table-cell>"


def xlsb(records: bytes, **more: str | bytes) -> bytes:
    """Return an XLSB workbook of one sheet, `Лист1`, with these records in its data."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    bundle = struct.pack("<II", 0, 1) + wide("r1") + wide("Лист1")
    sheet = b"".join(
        (
            record(129, b""),
            record(148, struct.pack("<IIII", 0, 9, 0, 9)),
            record(145, b""),
            records,
            record(146, b""),
            record(130, b""),
        )
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": record(131, b"")
        + record(143, b"")
        + record(156, bundle)
        + record(144, b"")
        + record(132, b""),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{space}"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        "xl/worksheets/sheet1.bin": sheet,
    }
    return zipped(members | {name.replace("__", "/"): data for name, data in more.items()})


def record(kind: int, data: bytes) -> bytes:
    """Return a record of XLSB."""
    return varying(kind) + varying(len(data)) + data


def varying(number: int) -> bytes:
    """Return a number of seven bits a byte."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def wide(text: str) -> bytes:
    """Return a text as XLSB writes it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb_row(number: int, *cells: bytes) -> bytes:
    """Return the records of a row, from 1."""
    return record(0, struct.pack("<IIHHBI", number - 1, 0, 300, 0, 0, 0)) + b"".join(cells)


def xlsb_text(column: int, text: str) -> bytes:
    """Return the record of a cell with a text; the columns count from 1."""
    return record(6, struct.pack("<II", column - 1, 0) + wide(text))


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file (OLE) with these streams, each in sectors of its own."""
    entries = [b"Root Entry", *(name.encode() for name in streams)]
    bodies = [data.ljust(4096, b"\x00") for data in streams.values()]
    chains: list[int] = []
    starts = []
    for body in bodies:
        first, length = len(chains), -(-len(body) // 512)
        starts.append(first)
        chains += [*range(first + 1, first + length), 0xFFFFFFFE]
    directory = len(chains)
    count = -(-len(entries) * 128 // 512)
    chains += [*range(directory + 1, directory + count), 0xFFFFFFFE]
    table = len(chains)
    chains.append(0xFFFFFFFD)
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, table)
    for at in range(1, 109):
        struct.pack_into("<I", header, 76 + 4 * at, 0xFFFFFFFF)
    listed = b""
    for at, name in enumerate(entries):
        wide_name = name.decode().encode("utf-16-le") + b"\x00\x00"
        start, size = (0xFFFFFFFE, 0) if at == 0 else (starts[at - 1], len(bodies[at - 1]))
        listed += (
            wide_name.ljust(64, b"\x00")
            + struct.pack("<HBB", len(wide_name), 5 if at == 0 else 2, 1)
            + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if at == 0 else 0xFFFFFFFF)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )
    fat = b"".join(struct.pack("<I", number) for number in chains).ljust(512, b"\xff")
    return bytes(header) + b"".join(bodies) + listed.ljust(512 * count, b"\x00") + fat
