"""A long list read in pieces: what one takes up is free again for the next, and still near at hand."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Any, TypeAlias

import msgspec

Decoder: TypeAlias = "msgspec.json.Decoder[list[Any]]"
Piece: TypeAlias = tuple[list[Any], bytes | memoryview]
"""What was decoded, and what it was decoded from, which is a list as well."""

# Nobody indents more than that, and patterns are made of it.
_BEGINNING = re.compile(rb"\[(\s{1,80})\{")


class UnevenLayoutError(Exception):
    """The lines of a document are not laid out as usual, so where a list ends must be found otherwise."""


def pieces(decoder: Decoder, text: memoryview, size: int) -> Generator[Piece]:
    """Yield what a list holds, piece by piece.

    The list is cut at commas that stand where one between two of its items would. Whether they do
    is not asked: to cut a comma in an item or in a text leaves a piece that is no list, and then
    all that is left is read as one.

    Args:
        decoder: The decoder of such a list.
        text: The list.
        size: How many bytes there are in a piece, at the least.

    Raises:
        MsgspecError: It is not what the decoder decodes.
    """
    begin = yield from _cut(decoder, text, 0, size)
    rest = b"".join((b"[", text[begin + 1 :])) if begin else text
    yield decoder.decode(rest), rest


def pieces_within(decoder: Decoder, text: memoryview, begin: int, size: int) -> Generator[Piece, None, int]:
    """Yield what a list holds that is a part of a text, piece by piece.

    Args:
        decoder: The decoder of such a list.
        text: The text.
        begin: The place of the bracket with which the list begins.
        size: How many bytes there are in a piece, at the least.

    Returns:
        The place behind the bracket with which it ends.

    Raises:
        MsgspecError: It is not what the decoder decodes.
        UnevenLayoutError: It may be, but the bracket with which it ends does not stand where it would.
    """
    if bytes(text[begin : begin + 2]) == b"[]":
        yield [], b"[]"
        return begin + 2
    first = _on_lines(text, begin)
    begin = yield from _cut(decoder, text, begin, size)
    found = None if first is None else re.compile(rb"%b\}\s*\]" % first).search(text, begin)
    if found is None:
        raise UnevenLayoutError
    rest = b"".join((b"[", text[begin + 1 : found.end()]))
    try:
        yield decoder.decode(rest), rest
    except msgspec.MsgspecError:
        if _is_list(rest):
            raise
        raise UnevenLayoutError from None
    return found.end()


def _cut(decoder: Decoder, text: memoryview, begin: int, size: int) -> Generator[Piece, None, int]:
    """Yield piece by piece, and return where the last one ended: at a comma, or where the list begins."""
    first = _on_lines(text, begin)
    between = None if first is None else re.compile(rb"(%b\}),%b\{" % (first, first))
    while between is not None and (found := between.search(text, begin + size)) is not None:
        piece = b"".join((b"[", text[begin + 1 : found.end(1)], b"]"))
        try:
            # Not even here may its items have a name, or they would be there while the next ones are made.
            yield decoder.decode(piece), piece
        except msgspec.MsgspecError:
            if _is_list(piece):
                raise
            break
        begin = found.end(1)
    return begin


def _is_list(piece: bytes) -> bool:
    try:
        msgspec.json.decode(piece, type=list[msgspec.Raw])
    except msgspec.MsgspecError:
        return False
    return True


def _on_lines(text: memoryview, begin: int) -> bytes | None:
    """Return what stands before each item of a list: a line break, and as much space as before the first.

    It is None unless each item begins on a line of its own, as in what is written for people to read.
    """
    first = _BEGINNING.match(text, begin)
    return first[1] if first is not None and b"\n" in first[1] else None
