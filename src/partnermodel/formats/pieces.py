"""A long list read in pieces: what one takes up is free again for the next, and still near at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

# Nobody indents more than that, and a pattern is made of it.
_BEGINNING = re.compile(rb"\[(\s{1,80})\{")


def pieces(
    decoder: msgspec.json.Decoder[list[Any]], text: memoryview, size: int
) -> Iterator[tuple[list[Any], int]]:
    """Yield what a list holds, piece by piece, each with the number of bytes that it stood in.

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
    begin = 0
    between = _between(text)
    while between is not None and (found := between.search(text, begin + size)) is not None:
        piece = b"".join((b"[", text[begin + 1 : found.end(1)], b"]"))
        try:
            # Not even here may its items have a name, or they would be there while the next ones are made.
            yield decoder.decode(piece), found.end(1) - begin
        except msgspec.MsgspecError:
            if _is_list(piece):
                raise
            break
        begin = found.end(1)
    yield decoder.decode(b"".join((b"[", text[begin + 1 :])) if begin else text), len(text) - begin


def _is_list(piece: bytes) -> bool:
    try:
        msgspec.json.decode(piece, type=list[msgspec.Raw])
    except msgspec.MsgspecError:
        return False
    return True


def _between(text: memoryview) -> re.Pattern[bytes] | None:
    """Return the pattern of what is between two items: its first group ends at the comma.

    It is known when each item begins on a line of its own, as in what is written for people to read.
    """
    first = _BEGINNING.match(text)
    if first is None or b"\n" not in first[1]:
        return None
    return re.compile(rb"(%b\}),%b\{" % (first[1], first[1]))
