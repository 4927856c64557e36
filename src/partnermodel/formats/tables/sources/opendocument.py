"""The sheets of an ODS workbook, looked through before they are read."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from partnermodel.formats.tables.sources.archives import Archive, protected
from partnermodel.formats.tables.sources.markup import parse
from partnermodel.formats.tables.sources.scanned import Scan

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_ROWS = 1 << 20
_COLUMNS = 1 << 14


def scan_opendocument(archive: Archive) -> dict[str, Scan]:
    """Return what is known of each sheet before its values are read, by its name.

    Raises:
        InvalidTableError: The workbook is protected by a password, or broken.
    """
    if CONTENT not in archive:
        raise archive.damaged()
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise protected(archive.content)
    reading = _Reading()
    parse(archive, CONTENT, reading.prepare)
    return reading.sheets


class _Reading:
    """One pass over all sheets. What is repeated is counted, not repeated."""

    def __init__(self) -> None:
        self.sheets: dict[str, Scan] = {}
        self._scan = Scan()
        self._row = self._column = 0
        self._rows = 1
        self._error = False
        self._text = ""

    def prepare(self, parser: expat.XMLParserType) -> None:
        """Set the handlers."""
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)
        elif tag == "table:table-row":
            self._row += self._rows
            self._rows = _repeated(attributes, "table:number-rows-repeated")
            self._column = 1
        elif tag == "table:table":
            self._scan = self.sheets[attributes.get("table:name", "")] = Scan()
            self._row, self._rows = 1, 0

    def _cell(self, attributes: Mapping[str, str]) -> None:
        row, column = self._row, self._column
        times = _repeated(attributes, "table:number-columns-repeated")
        self._column += times
        if "office:value-type" in attributes:
            bottom, right = row + self._rows - 1, column + times - 1
            # What lies beyond the sheets of every program would be left out by the reader in silence.
            if bottom > _ROWS or right > _COLUMNS:
                raise ValueError(bottom, right)
            self._scan.holds(row, column)
            self._scan.holds(bottom, right)
            if attributes.get("calcext:value-type") == "error":
                self._error, self._text = True, ""
                self._parser.CharacterDataHandler = self._take
        elif "table:formula" in attributes:
            self._scan.formula(row, column)
        down = _repeated(attributes, "table:number-rows-spanned")
        across = _repeated(attributes, "table:number-columns-spanned")
        if down > 1 or across > 1:
            self._scan.merge(row, column, row + down - 1, column + across - 1)

    def _take(self, text: str) -> None:
        self._text += text

    def _end(self, tag: str) -> None:
        if self._error and tag == "table:table-cell":
            self._scan.error(self._row, self._column - 1, self._text.strip())
            self._error, self._parser.CharacterDataHandler = False, None


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    return int(attributes[name]) if name in attributes else 1
