"""Zip archives that strangers made: nothing is unpacked before it is known how much there is."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from partnermodel.errors import InvalidTableError
from partnermodel.formats.table_signs import ZIP
from partnermodel.formats.tables.sources.content import Content
from partnermodel.values.text import shown
from partnermodel.wording import worded

MOST = 3 << 29
"""A workbook of a million rows and ten columns has half a gigabyte when it is unpacked."""
SMALL = 1 << 26
DENSEST = 200
"""Tables shrink to a tenth or a fiftieth; only what repeats one byte shrinks to a thousandth."""
MOST_MEMBERS = 10_000

_CHUNK = 1 << 18
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LOCAL = ZIP[0]  # a member begins as the archive itself does


class Archive:
    """An archive whose members are as large as it says, and are not too large."""

    def __init__(self, content: Content, file: BinaryIO) -> None:
        """Open an archive, and look at what it says of its members.

        Raises:
            InvalidTableError: It is cut off, encrypted, or would be too large.
        """
        self.content = content
        self._file = file
        try:
            members = zipfile.ZipFile(file).infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
            raise self.damaged() from None
        self._members = {member.filename: member for member in members}
        # Some readers take small and capital letters for the same.
        if len({name.lower() for name in self._members}) != len(members) or len(members) > MOST_MEMBERS:
            raise self.damaged()
        if any(member.header_offset < 0 for member in members):
            raise self.damaged()
        if any(member.flag_bits & 1 for member in members):
            raise protected(content)
        if any(member.compress_type not in _READABLE for member in members):
            raise self.damaged()
        whole = sum(member.file_size for member in members)
        if whole > MOST or (whole > SMALL and whole > DENSEST * max(content.size, 1)):
            raise self._bomb(whole)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """The names of the members, in their order."""
        return list(self._members)

    def size(self, name: str) -> int:
        """Return how many bytes a member has when it is unpacked."""
        return self._members[name].file_size

    def read(self, name: str) -> bytes:
        """Return a member."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member in pieces.

        Python's own reading ends at the size that is declared; other readers go on. So the size is checked.

        Raises:
            InvalidTableError: It is damaged, or is not as large as the archive says.
        """
        member = self._members[name]
        self._file.seek(member.header_offset)
        header = self._file.read(30)
        if len(header) < 30 or header[:4] != _LOCAL:
            raise self.damaged()
        skipped = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        self._file.seek(member.header_offset + 30 + skipped)
        left, size, check = member.compress_size, 0, 0
        inflate = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
        while True:
            packed = inflate.unconsumed_tail if inflate else b""
            if not packed:
                packed = self._file.read(min(_CHUNK, left))
                left -= len(packed)
            try:
                data = inflate.decompress(packed, 4 * _CHUNK) if inflate else packed
            except zlib.error:
                raise self.damaged() from None
            size += len(data)
            if size > member.file_size:
                raise self._bomb(size)
            check = zlib.crc32(data, check)
            if data:
                yield data
            elif not packed or (inflate is not None and inflate.eof):
                break
        if size != member.file_size or check != member.CRC:
            raise self.damaged()

    def check(self) -> None:
        """Read every member once.

        Raises:
            InvalidTableError: One is damaged, or is not as large as the archive says.
        """
        for name in self._members:
            for _ in self.chunks(name):
                pass

    def damaged(self) -> InvalidTableError:
        """Return the error that refuses an archive that is cut off or otherwise broken."""
        return damaged(self.content)

    def _bomb(self, size: int) -> InvalidTableError:
        message = worded(
            "{size} bytes would become more than {whole} when they are unpacked",
            size=self.content.size,
            whole=size,
        )
        hint = worded("Do not trust it. If it is a table after all, save it as CSV.")
        return self.content.refused("too-large", message, hint)


def damaged(content: Content) -> InvalidTableError:
    """Return the error that refuses a file that is cut off or otherwise broken."""
    message = worded("the file is damaged or was cut off")
    return content.refused("damaged-file", message, worded("Copy or download it again, or save it again."))


def protected(content: Content) -> InvalidTableError:
    """Return the error that refuses a file with a password."""
    message = worded("the file is protected by a password")
    hint = worded("Open it in a spreadsheet program, and save a copy without a password.")
    return content.refused("password-protected", message, hint)


def hostile_markup(content: Content, member: str) -> InvalidTableError:
    """Return the error that refuses XML with declarations of its own, which could grow or fetch."""
    message = worded(
        "the part {member} declares a document type, which no spreadsheet has", member=shown(member)
    )
    hint = worded("Do not trust it. If it is a table after all, save it as CSV.")
    return content.refused("hostile-markup", message, hint)
