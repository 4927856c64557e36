"""What is read: the bytes of a file, wherever they are, and how a table is refused."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import attrs

from partnermodel.errors import InvalidTableError, Issue, MissingExtraError, missing_extra
from partnermodel.formats.tables.sources.places import place
from partnermodel.wording import Worded, worded

Progress = Callable[[float], None]
"""What is told the share of the work that is done, from 0.0 to 1.0."""


@attrs.frozen
class Content:
    """The bytes of a file, of a member of an archive, or of a text.

    Attributes:
        source: What it is called in messages.
        name: The name of the file, whose ending may say what it is.
        size: How many bytes there are.
        open: Opens it, at its beginning, to be read; it can be opened again.
    """

    source: str
    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of_file(cls, path: str | os.PathLike[str]) -> Content:
        """Return the content of a file.

        Raises:
            OSError: It cannot be read, or is a folder.
        """
        where = Path(path)
        with where.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
        return cls(os.fspath(path), where.name, size, lambda: where.open("rb"))

    @classmethod
    def of_bytes(cls, source: str, name: str, data: bytes) -> Content:
        """Return what is in memory as a content."""
        return cls(source, name, len(data), lambda: io.BytesIO(data))

    @property
    def ending(self) -> str:
        """The ending of the name, in small letters, with its dot."""
        return os.path.splitext(self.name)[1].lower()

    def head(self, size: int) -> bytes:
        """Return the first bytes."""
        with self.open() as file:
            return file.read(size)

    def refused(self, code: str, message: Worded, hint: Worded, value: str = "") -> InvalidTableError:
        """Return the error that refuses the whole of it, for one reason."""
        return refusal(self.source, [Issue(code, place((self.source, None)), value, message, hint)])


def refusal(source: str, issues: Iterable[Issue]) -> InvalidTableError:
    """Return the error that refuses a table."""
    return InvalidTableError(worded("{source} cannot be read as a table:", source=source), issues)


def part_of(progress: Progress | None, number: int, total: int) -> Progress | None:
    """Return what is told the share of one part of a work, of several that are as large, counted from 0."""
    return None if progress is None else lambda share: progress((number + share) / total)


def missing(thing: Worded, package: str, extra: str) -> MissingExtraError:
    """Return the error that names the extra which a kind of table needs."""
    need = worded("{thing} can be read with {package}", thing=thing, package=package)
    return missing_extra(need, extra, worded("CSV and JSON need no package."))
