"""Bytes into lines of text: in bounded memory, and never as letters that nobody wrote."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.tables.sources.content import Content, Progress, refusal
from partnermodel.formats.tables.sources.guessing import likely_encodings
from partnermodel.formats.tables.sources.misread import misread
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import NOTHING, Worded, one_by_one, worded

CHUNK = 1 << 20
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
    """

    content: Content
    encoding: str
    mark: int

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
        except LookupError:
            raise ValueError(
                worded(
                    "{encoding} is no encoding of texts. Give one such as utf-8 or windows-1251.",
                    encoding=shown(encoding),
                )
            ) from None
        if name in ("utf-16", "utf-32", "utf-8-sig"):
            name = marked if mark and marked[:6] == name[:6] else name.removesuffix("-sig")
        return cls(content, name, mark if name == marked else 0)

    def lines(self, doubts: list[Issue], progress: Progress | None = None) -> Iterator[str]:
        """Yield each line with its end, as it stands: a line feed, a carriage return, or both.

        Args:
            doubts: Takes what seems to be misread somewhere.
            progress: Is called now and then.

        Raises:
            InvalidTableError: The bytes are not of the encoding, or the text is none.
        """
        for piece in self._pieces(doubts, progress):
            yield from io.StringIO(piece, newline="")

    def _pieces(self, doubts: list[Issue], progress: Progress | None) -> Iterator[str]:
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
                    raise refusal(self.content.source, [undecodable(self)]) from None
                cut = len(text) if last else _cut(text)
                piece, rest = text[:cut], text[cut:]
                self._look_at(piece if cut else rest, line, doubts)
                line += piece.count("\n")
                read += len(data)
                if progress is not None:
                    progress(min(read / max(self.content.size, 1), 1.0))
                if piece:
                    yield piece

    def _look_at(self, piece: str, line: int, doubts: list[Issue]) -> None:
        """Refuse what is no text of a table, and take note of what was misread before it was saved."""
        if "\x00" in piece:
            raise refusal(self.content.source, [_nul(self, piece, line)])
        if len(piece) > LONGEST_LINE and "\n" not in piece and "\r" not in piece:
            message = worded("line {line} has more than {most} characters", line=line, most=LONGEST_LINE)
            raise self.content.refused("not-a-table", message, worded("Check whether the file is a table."))
        misread(self.content.source, self.encoding, piece, line, doubts)


def _cut(text: str) -> int:
    """Return where the last whole line of a text ends; a carriage return may be half of an end."""
    return text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1


def _nul(text: Text, piece: str, line: int) -> Issue:
    offset = piece.index("\x00")
    spot = _spot(line + piece.count("\n", 0, offset), offset - piece.rfind("\n", 0, offset))
    source = place((text.content.source, None))
    if piece.count("\x00") * 4 > len(piece):
        message = worded(
            "the text seems to be in UTF-16 without a mark, and not in {encoding}", encoding=text.encoding
        )
        hint = worded('Give encoding="{encoding}", or save the file as UTF-8.', encoding=_utf_16(piece))
        return Issue("wrong-encoding", source, "", message, hint)
    message = worded("in {spot} is a NUL character, which no text has", spot=spot)
    return Issue("nul-character", source, "", message, worded("Remove it, or export the table again."))


def _utf_16(piece: str) -> str:
    even = piece[::2].count("\x00")
    return "utf-16-be" if even > piece.count("\x00") - even else "utf-16-le"


def _spot(line: int, column: int) -> Worded:
    return worded("line {line}, column {column}", line=line, column=column)


def undecodable(text: Text) -> Issue:
    """Return the issue that says where the first byte is that is not of the encoding, and what it may be."""
    content = text.content
    offset, line, start = _first_fault(text)
    with content.open() as file:
        file.seek(start)
        sample = file.read(1 << 16)
    end = sample.find(b"\n", offset - start)
    written = sample[: end if end >= 0 else None]
    bytes_before = written[: offset - start]
    column = len(bytes_before.decode(text.encoding, "replace")) + 1
    byte = f"0x{sample[offset - start]:02x}" if offset - start < len(sample) else ""
    likely = [name for name in likely_encodings(sample) if codecs.lookup(name).name != text.encoding]
    readings = [
        worded("{line} in {encoding}", line=shown(_around(written, bytes_before, name)), encoding=name)
        for name in likely[:3]
    ]
    message = worded(
        "in {spot} is a byte ({byte}) that is not {encoding}",
        spot=_spot(line, column),
        byte=byte,
        encoding=_named(text.encoding),
    )
    if not readings:
        return Issue(
            "wrong-encoding", place((content.source, None)), byte, message, worded("Save the file as UTF-8.")
        )
    message = worded("{message}; the line reads {readings}", message=message, readings=one_by_one(readings))
    hint = worded(
        'Give encoding="{encoding}" if that reads right{others}, or save the file as UTF-8.',
        encoding=likely[0],
        others=worded(" (less likely: {others})", others=", ".join(likely[1:3])) if likely[1:] else NOTHING,
    )
    return Issue("wrong-encoding", place((content.source, None)), byte, message, hint)


def _around(written: bytes, before: bytes, encoding: str) -> str:
    """Return a line in an encoding; of a long one what is around the byte."""
    start = max(0, len(before) - 20) if len(written) > 56 else 0
    return written[start : start + 56].decode(encoding, "replace").strip()


def _named(encoding: str) -> str:
    return encoding.upper() if encoding.startswith("utf") else encoding


def _first_fault(text: Text) -> tuple[int, int, int]:
    """Return the offset of the first byte that is not of the encoding, its line, and where that begins."""
    decoder = codecs.getincrementaldecoder(text.encoding)()
    lines, start, offset = 1, text.mark, text.mark
    with text.content.open() as file:
        file.seek(text.mark)
        while True:
            data = file.read(CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                decoder.decode(data, not data)
            except UnicodeDecodeError as error:
                at = error.start - pending
                found = data.rfind(b"\n", 0, max(at, 0)) + 1
                return (
                    offset + at,
                    lines + data.count(b"\n", 0, max(at, 0)),
                    offset + found if found else start,
                )
            lines += data.count(b"\n")
            found = data.rfind(b"\n") + 1
            start = offset + found if found else start
            offset += len(data)
