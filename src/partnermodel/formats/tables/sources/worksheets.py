"""The sheets of an XLSX workbook, looked through before they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from partnermodel.formats.tables.sources.archives import Archive
from partnermodel.formats.tables.sources.markup import local, parse
from partnermodel.formats.tables.sources.places import column_of
from partnermodel.formats.tables.sources.scanned import Scan

BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_ROOT = "_rels/.rels"
_STYLES = "xl/styles.xml"
_SHARED = "xl/sharedstrings.xml"
_COUNT = re.compile(rb"uniqueCount\s*=\s*.([0-9]+)")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_ZEROS = re.compile(r"0{2,30}")


def linked_parts(archive: Archive, links: str) -> dict[str, str]:
    """Return the parts of the archive that a workbook links to, by the id of the link.

    Whatever a second reader might understand otherwise is refused, since it will read what we looked through.

    Raises:
        InvalidTableError: Two links have the same id, or the workbook is not where workbooks are.
    """
    found: dict[str, str] = {}

    def link(tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == "Relationship":
            target, id = attributes.get("Target", ""), attributes.get("Id", "")
            if id in found:
                raise ValueError(id)
            found[id] = (
                target[1:] if target.startswith("/xl/") else target if target[:3] == "xl/" else f"xl/{target}"
            )

    def root(tag: str, attributes: Mapping[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            folder = posixpath.dirname(attributes.get("Target", "")).lstrip("/")
            if folder != "xl":
                raise ValueError(folder)

    if links not in archive:
        raise archive.damaged()
    if _ROOT in archive:
        parse(archive, _ROOT, _starting(root))
    parse(archive, links, _starting(link))
    return found


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Return the part of the archive that each sheet is in, by the name of the sheet."""
    links = linked_parts(archive, _LINKS)
    sheets: dict[str, str] = {}

    def sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == "sheet":
            named = {local(key): value for key, value in attributes.items()}
            name = named.get("name", "")
            if name in sheets:
                raise ValueError(name)
            sheets[name] = links.get(named.get("id", ""), "")

    parse(archive, BOOK, _starting(sheet))
    return {name: part for name, part in sheets.items() if part in archive}


def check_shared_texts(archive: Archive) -> None:
    """Refuse a workbook that says that it has more shared texts than it can: room is made for them all."""
    for name in archive.names:
        if name.lower() == _SHARED:
            for count in _COUNT.findall(next(archive.chunks(name), b"")):
                if int(count) > archive.size(name):
                    raise archive.damaged()


def padded_styles(archive: Archive) -> dict[str, int]:
    """Return how many digits the styles show that put zeros before a number, by their number."""
    formats: dict[str, str] = {}
    found: dict[str, int] = {}
    inside = [""]
    count = [0]

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        tag = local(tag)
        if tag == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs"):
            inside[0] = tag
        elif tag == "xf" and inside[0] == "cellXfs":
            code = formats.get(attributes.get("numFmtId", ""), "")
            if _ZEROS.fullmatch(code):
                found[str(count[0])] = len(code)
            count[0] += 1

    if _STYLES in archive:
        parse(archive, _STYLES, _starting(start))
    return found


def _starting(start: Callable[[str, Any], None]) -> Callable[[expat.XMLParserType], None]:
    def prepare(parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = start

    return prepare


def scan_worksheet(archive: Archive, part: str, padded: Mapping[str, int]) -> Scan:
    """Return what is known of a sheet before its values are read.

    Args:
        archive: The workbook.
        part: The part that the sheet is in.
        padded: How many digits a style shows that puts zeros before a number.
    """
    reading = _Reading(padded)
    parse(archive, part, reading.prepare)
    reading.finish()
    return reading.scan


class _Reading:
    """One pass over a sheet. Most cells are looked at twice: where they begin, and where their value does."""

    def __init__(self, padded: Mapping[str, int]) -> None:
        self.scan = Scan()
        self._padded = padded
        self._columns: dict[str, int] = {}
        self._row = self._column = 0
        self._cell: Mapping[str, str] = {}
        self._formula = self._texted = False
        self._text = ""
        self._open = False

    def prepare(self, parser: expat.XMLParserType) -> None:
        """Set the handlers."""
        kinds: dict[str, str] = {}

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            kind = kinds.get(tag)
            if kind is None:
                kind = kinds[tag] = local(tag)
            if kind == "c":
                if self._open:
                    self.finish()
                    parser.CharacterDataHandler = None
                self._cell = attributes
                self._place(attributes.get("r"))
            elif kind in ("v", "is"):
                scan = self.scan
                # Most cells stand within what is known already.
                if not (scan.left <= self._column <= scan.right and scan.top <= self._row <= scan.bottom):
                    scan.holds(self._row, self._column)
                if self._formula or self._cell.get("t") == "e":
                    self._open, self._text = True, ""
                    self._texted = self._cell.get("t") == "str"
                    parser.CharacterDataHandler = self._take
                elif self._padded and self._cell.get("s") in self._padded and self._cell.get("t", "n") == "n":
                    self.scan.pad(self._row, self._column, self._padded[self._cell["s"]])
            elif kind == "f":
                self._open = self._formula = True
            elif kind == "row":
                self._row = int(attributes.get("r", self._row + 1))
                self._column = 0
            elif kind == "mergeCell":
                self._merge(attributes.get("ref", ""))

        parser.StartElementHandler = start

    def _take(self, text: str) -> None:
        self._text += text

    def _place(self, reference: str | None) -> None:
        """Find out where a cell is; one that does not say stands beside the last."""
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_of(letters)
        self._column = column
        self._row = int(reference[len(letters) :])

    def finish(self) -> None:
        """Judge the last cell that holds a formula or an error."""
        text = self._text.strip()
        if self._cell.get("t") == "e" and text:
            self.scan.error(self._row, self._column, text)
        elif self._formula and not text and not self._texted:
            self.scan.formula(self._row, self._column)
        self._open = self._formula = self._texted = False
        self._text = ""

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found is None:
            raise ValueError(reference)
        first, last = column_of(found[1]), column_of(found[3] or found[1])
        top, bottom = int(found[2]), int(found[4] or found[2])
        self.scan.merge(min(top, bottom), min(first, last), max(top, bottom), max(first, last))
