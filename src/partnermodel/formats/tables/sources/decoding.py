"""Bytes into lines of text: in bounded memory, and never as letters that nobody wrote."""

from __future__ import annotations

import codecs
import io
from collections.abc import Generator, Iterator

import attrs

from partnermodel.errors import InvalidTableError, Issue
from partnermodel.formats.places import spot
from partnermodel.formats.tables.sources.content import Content, Progress, refusal
from partnermodel.formats.tables.sources.misread import misread
from partnermodel.formats.tables.sources.places import place
from partnermodel.formats.tables.sources.undecodable import encoding_fault
from partnermodel.values.text import shown
from partnermodel.wording import worded

CHUNK = 1 << 20
_SAMPLE = 4096
LONGEST_LINE = 1 << 24
"""No table has a line of sixteen million characters; a file without line ends may have."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@attrs.frozen
class Text:
    """A content with its encoding.

    Attributes:
        content: The bytes.
        encoding: The name of the encoding, as Python knows it.
        mark: How many bytes the byte-order mark has, before the text.
        given: Whether whoever gives the file says that it is in this encoding.
    """

    content: Content
    encoding: str
    mark: int
    given: bool = False

    @classmethod
    def of(cls, content: Content, encoding: str | None) -> Text:
        """Return a content as text: in the encoding that is given or that its mark says, or in UTF-8.

        Raises:
            ValueError: There is no such encoding, or it is none of texts.
        """
        head = content.head(4)
        mark, marked = next(
            ((len(mark), name) for mark, name in _MARKS if head.startswith(mark)), (0, "utf-8")
        )
        if encoding is None:
            return cls(content, marked, mark)
        try:
            name = codecs.lookup(encoding).name
            "".encode(name)
        except (LookupError, ValueError):
            raise ValueError(
                worded(
                    "{encoding} is no encoding of texts. Give one such as utf-8 or windows-1251.",
                    encoding=shown(encoding),
                )
            ) from None
        name = name.removesuffix("-sig")
        if name in ("utf-16", "utf-32"):
            # Without a mark, as Windows writes it.
            name = marked if marked.startswith(name) else f"{name}-le"
        return cls(content, name, mark if name == marked else 0, given=True)

    def lines(
        self, doubts: list[Issue] | None, progress: Progress | None = None
    ) -> Generator[str, None, None]:
        """Yield each line with its end, as it stands: a line feed, a carriage return, or both.

        Args:
            doubts: Takes what seems to be misread somewhere; None when that has been looked for before.
            progress: Is called now and then.

        Raises:
            InvalidTableError: The bytes are not of the encoding, or the text is none.
        """
        for piece in self._pieces(doubts, progress):
            yield from io.StringIO(piece, newline="")

    def _pieces(self, doubts: list[Issue] | None, progress: Progress | None) -> Iterator[str]:
        """Yield the text in pieces of whole lines."""
        decoder = codecs.getincrementaldecoder(self.encoding)()
        rest, line, read = "", 1, self.mark
        with self.content.open() as file:
            file.seek(self.mark)
            last = False
            while not last:
                data = file.read(CHUNK)
                last = not data
                try:
                    text = rest + decoder.decode(data, last)
                except UnicodeDecodeError:
                    raise self._undecodable() from None
                cut = len(text) if last else _cut(text)
                piece, rest = text[:cut], text[cut:]
                self._look_at(piece, line, doubts)
                if len(rest) > LONGEST_LINE:
                    raise self._endless(line + piece.count("\n"))
                line += piece.count("\n")
                read += len(data)
                if progress is not None:
                    progress(min(read / max(self.content.size, 1), 1.0))
                if piece:
                    yield piece

    def _undecodable(self) -> InvalidTableError:
        return refusal(self.content.source, [encoding_fault(self.content, self.encoding, self.mark)])

    def _endless(self, line: int) -> InvalidTableError:
        message = worded("line {line} has more than {most} characters", line=line, most=LONGEST_LINE)
        return self.content.refused("not-a-table", message, worded("Check whether the file is a table."))

    def _look_at(self, piece: str, line: int, doubts: list[Issue] | None) -> None:
        """Refuse what is no text of a table, and take note of what was misread before it was saved."""
        if "\x00" in piece:
            raise refusal(self.content.source, [_nul(self, piece, line)])
        if doubts is not None:
            misread(self.content.source, self.encoding, piece, line, doubts, given=self.given)

    def whole(self, doubts: list[Issue]) -> str:
        """Return the whole text.

        Args:
            doubts: Takes what seems to be misread somewhere.

        Raises:
            InvalidTableError: The bytes are not of the encoding, or the text is none.
        """
        with self.content.open() as file:
            data = file.read()
        try:
            text = data[self.mark :].decode(self.encoding)
        except UnicodeDecodeError:
            raise self._undecodable() from None
        self._look_at(text, 1, doubts)
        return text


def _cut(text: str) -> int:
    """Return where the last whole line of a text ends; a carriage return may be half of an end."""
    return text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1


def _nul(text: Text, piece: str, line: int) -> Issue:
    path = place((text.content.source, None))
    likely = _utf_16(piece.encode(text.encoding)[:_SAMPLE]) if text.encoding == "utf-8" else None
    if likely is not None:
        message = worded("the text seems to be in UTF-16 without a mark, and not in UTF-8")
        hint = worded('Give the encoding "{encoding}", or save the file as UTF-8.', encoding=likely)
        return Issue("wrong-encoding", path, "", message, hint)
    where = spot(piece, piece.index("\x00"), line)
    message = worded("in {spot} is a NUL character, which no text has", spot=where)
    return Issue("nul-character", path, "", message, worded("Remove it, or export the table again."))


def _utf_16(data: bytes) -> str | None:
    """Return which UTF-16 bytes are in, if any: every second byte says that a letter is Latin or Cyrillic."""
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[start::2]
        if high.count(0) + high.count(4) > 0.9 * len(high):
            return name
    return None
