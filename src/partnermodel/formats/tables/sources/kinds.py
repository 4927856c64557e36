"""What sort of file it is: by what it holds, and by the ending of its name only where that is silent."""

from __future__ import annotations

import codecs
import io
import re
from typing import Literal

from partnermodel.errors import InvalidTableError
from partnermodel.formats.table_signs import ARROW, BINARY, COMPOUND, DELIMITED, JSON_LINES, PARQUET, ZIP
from partnermodel.formats.tables.sources.archives import Archive, protected
from partnermodel.formats.tables.sources.compound import Compound
from partnermodel.formats.tables.sources.content import Content
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

Kind = Literal["csv", "json", "jsonl", "package", "xlsx", "xlsb", "xls", "ods", "archive", "parquet", "arrow"]

_HEAD = 4096
_PACKAGE = "datapackage.json"

# What files of other sorts begin with, and what they are.
_OTHERS: tuple[tuple[bytes, Worded], ...] = (
    (b"\x89PNG\r\n\x1a\n", worded("a picture")),
    (b"\xff\xd8\xff", worded("a picture")),
    (b"GIF8", worded("a picture")),
    (b"BM", worded("a picture")),
    (b"II*\x00", worded("a picture")),
    (b"MM\x00*", worded("a picture")),
    (b"%PDF-", worded("a PDF document")),
    (b"{\\rtf", worded("a text document (RTF)")),
    (b"SQLite format 3\x00", worded("a database")),
    (b"\x1f\x8b", worded("a packed file (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", worded("a packed file (7z)")),
    (b"Rar!\x1a\x07", worded("a packed file (RAR)")),
)
_MARKUP = re.compile(rb"<(!doctype|html|head|body|table|meta|\?xml|\?mso|style)\b", re.IGNORECASE)
_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\})|\s*\[\s*\]\s*$')
_LINES = re.compile(r"\s*\{[^\r\n]*\}[ \t]*(\r\n|\r|\n)\s*\{")
_TEXTS = (*DELIMITED, ".txt")
_OURS = (*_TEXTS, ".json", *JSON_LINES, *BINARY)


def kind_of(content: Content) -> Kind:
    """Return what sort of file it is.

    Raises:
        InvalidTableError: It is none that holds a table.
    """
    head = content.head(_HEAD)
    if not head:
        raise content.refused("empty-file", worded("the file is empty"), worded("Export the table again."))
    if head.startswith(ZIP):
        return _zip(content)
    if head.startswith(COMPOUND):
        return _ole(content)
    if head.startswith(PARQUET):
        return "parquet"
    if head.startswith(ARROW):
        return "arrow"
    for beginning, thing in _OTHERS:
        # Two letters alone may begin a table as well; a picture has bytes after them that no text has.
        if head.startswith(beginning) and (
            len(beginning) > 2 or b"\x00" in head[:32] or head[0] > 127 or head[0] < 32
        ):
            raise _no_table(content, thing)
    if _MARKUP.match(head.removeprefix(codecs.BOM_UTF8).lstrip()):
        raise _markup(content, head)
    return _text(content, head)


def _text(content: Content, head: bytes) -> Kind:
    if content.name == _PACKAGE:
        return "package"
    if content.ending in JSON_LINES:
        return "jsonl"
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    text = head.decode(encoding, "replace")
    if content.ending == ".json" or (content.ending not in _TEXTS and _OBJECT.match(text)):
        return "jsonl" if _LINES.match(text) else "json"
    return "csv"


def _zip(content: Content) -> Kind:
    with content.open() as file:
        archive = Archive(content, io.BytesIO(file.read()))
    names = set(archive.names)
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and archive.size("mimetype") < 200:
        if b"opendocument.spreadsheet" in archive.read("mimetype"):
            return "ods"
        raise _no_table(content, worded("a document of another program"))
    if any(name.rpartition("/")[2] == _PACKAGE for name in names):
        return "archive"
    if "[Content_Types].xml" in names:
        raise _no_table(content, worded("a document of another program"))
    raise _no_table(content, worded("an archive (ZIP)"), worded("Unpack it, and read the tables in it."))


def _ole(content: Content) -> Kind:
    with content.open() as file:
        found = Compound(content, file.read())
    if "EncryptedPackage" in found:
        raise protected(content)
    if "Workbook" in found or "Book" in found:
        return "xls"
    raise _no_table(content, worded("a document of another program"))


def _markup(content: Content, head: bytes) -> InvalidTableError:
    sheet = b"urn:schemas-microsoft-com:office:spreadsheet" in head
    thing = worded("a workbook of XML (2003)") if sheet else worded("a page of HTML or XML")
    return _no_table(content, thing, worded("Open it in a spreadsheet program, and save it as XLSX or CSV."))


def _no_table(content: Content, thing: Worded, hint: Worded | None = None) -> InvalidTableError:
    hint = hint or worded("Give a file of CSV, XLSX, ODS or JSON.")
    if content.ending in _OURS:
        message = worded(
            "it is {thing}, whatever its ending {ending} says", thing=thing, ending=shown(content.ending)
        )
    else:
        message = worded("it is {thing}", thing=thing)
    return content.refused("not-a-table", message, hint)
