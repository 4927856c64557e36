"""The streams of a compound file, in which Excel keeps XLS workbooks, and workbooks with a password."""

from __future__ import annotations

from partnermodel.formats.tables.sources.archives import damaged
from partnermodel.formats.tables.sources.content import Content

_ENTRY = 128
_STREAM, _ROOT = 2, 5
_LISTED = 109
_RESERVED = 0xFFFFFFFA
"""From here on, a number is no sector, but says that there is none."""


class Compound:
    """The streams of a compound file, by their names."""

    def __init__(self, content: Content, data: bytes) -> None:
        """Read the directory.

        Raises:
            InvalidTableError: The file is broken or cut off.
        """
        self._content = content
        self._data = data
        if len(data) < 512:
            raise damaged(content)
        self._sector = 1 << min(self._number(30, 2), 16)
        self._small = 1 << min(self._number(32, 2), 16)
        self._cutoff = self._number(56, 4)
        if self._sector < 64 or self._number(44, 4) > len(data) // self._sector:
            raise damaged(content)
        self._table = self._allocation()
        self._entries: dict[str, tuple[int, int]] = {}
        root = (0, 0)
        directory = self._chain(self._number(48, 4))
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[at : at + _ENTRY]
            place = int.from_bytes(entry[116:120], "little"), int.from_bytes(entry[120:124], "little")
            if entry[66] == _STREAM:
                name = entry[: max(int.from_bytes(entry[64:66], "little") - 2, 0)]
                self._entries[name.decode("utf-16-le", "replace")] = place
            elif entry[66] == _ROOT:
                root = place
        self._minor = self._numbers(self._chain(self._number(60, 4)))
        self._container = self._chain(root[0])

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """Return a stream."""
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        return self._follow(start, self._minor, self._container, self._small, 0)[:size]

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self._data[at : at + size], "little")

    @staticmethod
    def _numbers(data: bytes) -> list[int]:
        return [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data) - 3, 4)]

    def _allocation(self) -> list[int]:
        """Return which sector follows on which."""
        sectors = [self._number(76 + 4 * at, 4) for at in range(_LISTED)]
        further, most = self._number(68, 4), len(self._data) // self._sector
        seen: set[int] = set()
        while further < _RESERVED:
            more = self._numbers(self._read(further))
            if not more or further in seen:
                raise damaged(self._content)
            seen.add(further)
            sectors += more[:-1]
            further = more[-1]
        table: list[int] = []
        for sector in sectors[: most + 1]:
            if sector < most:
                table += self._numbers(self._read(sector))
        return table

    def _read(self, sector: int) -> bytes:
        # The header has the room of a sector.
        return self._data[(sector + 1) * self._sector : (sector + 2) * self._sector]

    def _chain(self, start: int) -> bytes:
        return self._follow(start, self._table, self._data, self._sector, self._sector)

    def _follow(self, start: int, table: list[int], data: bytes, size: int, before: int) -> bytes:
        """Return the sectors from one on, each followed by the one that the table names.

        Raises:
            InvalidTableError: They go round in a circle.
        """
        found: list[bytes] = []
        sector = start
        while sector < len(table):
            found.append(data[before + sector * size : before + (sector + 1) * size])
            sector = table[sector]
            if len(found) > len(table):
                raise damaged(self._content)
        return b"".join(found)
