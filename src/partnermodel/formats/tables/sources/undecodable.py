"""Why bytes are not of the encoding in which they are read, and which encodings would do."""

from __future__ import annotations

import codecs

from partnermodel.errors import Issue
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.guessing import likely_encodings, named
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import NOTHING, one_by_one, worded

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_SURELY = 3
"""So many letters beyond ASCII are not by accident those of UTF-8."""


def encoding_fault(content: Content, encoding: str, mark: int) -> Issue:
    """Return the issue that says where the first byte is that is not of an encoding.

    Args:
        content: The file.
        encoding: The encoding in which it is read, and cannot be.
        mark: How many bytes its byte-order mark has.
    """
    offset, good = _first_fault(content, encoding, mark)
    line, before = _line_before(content, encoding, mark, offset)
    path = place((content.source, None))
    with content.open() as file:
        file.seek(offset)
        byte = f"0x{file.read(1).hex()}"
    spot = worded("line {line}, column {column}", line=line, column=len(before) + 1)
    with content.open() as file:
        start = max(mark, offset - _SAMPLE)
        file.seek(start)
        sample = file.read(2 * _SAMPLE)
    surely = encoding.startswith(("utf-16", "utf-32")) or (encoding == "utf-8" and good >= _SURELY)
    guessed = [] if surely else likely_encodings(sample)
    likely = [name for name in guessed if codecs.lookup(name).name != encoding]
    if likely[:1] != guessed[:1] or not likely:
        message = worded(
            "in {spot} is a byte ({byte}) that is not {encoding}, as all before it is",
            spot=spot,
            byte=byte,
            encoding=named(encoding),
        )
        hint = worded("Mend that line, or export the table again: the file seems to be damaged there.")
        return Issue("wrong-encoding", path, byte, message, hint)
    readings = one_by_one(
        worded("{line} in {encoding}", line=shown(_line(sample, offset - start, name)), encoding=named(name))
        for name in likely
    )
    message = worded(
        "in {spot} is a byte ({byte}) that is not {encoding}; the line reads {readings}",
        spot=spot,
        byte=byte,
        encoding=named(encoding),
        readings=readings,
    )
    hint = worded(
        'Give the encoding "{encoding}" if that reads right{others}, or save the file as UTF-8.',
        encoding=likely[0],
        others=worded(" (less likely: {others})", others=", ".join(likely[1:])) if likely[1:] else NOTHING,
    )
    return Issue("wrong-encoding", path, byte, message, hint)


def _line(sample: bytes, at: int, encoding: str) -> str:
    """Return the line around a byte in an encoding; of a long one a part."""
    start = max(sample.rfind(b"\n", 0, at) + 1, at - 20)
    end = sample.find(b"\n", at)
    return (
        sample[start : min(end if end >= 0 else len(sample), start + 56)].decode(encoding, "replace").strip()
    )


def _first_fault(content: Content, encoding: str, mark: int) -> tuple[int, int]:
    """Return where the first wrong byte is, and how many letters beyond ASCII there are before it."""
    decoder = codecs.getincrementaldecoder(encoding)()
    offset, good = mark, 0
    with content.open() as file:
        file.seek(mark)
        while True:
            data = file.read(_CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                text = decoder.decode(data, not data)
            except UnicodeDecodeError as error:
                whole = error.object[: error.start].decode(encoding, "replace")
                return offset - pending + error.start, good + _beyond(whole)
            good += _beyond(text)
            offset += len(data)


def _beyond(text: str) -> int:
    return 0 if text.isascii() else sum(letter > "\x7f" for letter in text)


def _line_before(content: Content, encoding: str, mark: int, offset: int) -> tuple[int, str]:
    """Return the number of the line that an offset is in, and what stands before it on that line."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    line, text = 1, ""
    with content.open() as file:
        file.seek(mark)
        left = offset - mark
        while left > 0:
            data = file.read(min(_CHUNK, left))
            left -= len(data)
            text += decoder.decode(data)
            line += text.count("\n")
            text = text[text.rfind("\n") + 1 :]
    return line, text
