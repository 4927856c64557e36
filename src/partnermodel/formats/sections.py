"""The lists of a document, and what is around them: found on the way where it is laid out as ours are."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any

import attrs
import msgspec

from partnermodel.formats.duplicate_keys import RepeatedKeyError, has_duplicate_keys, members
from partnermodel.formats.pieces import Piece, UnevenLayoutError, pieces, pieces_within
from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.twins import decoder_of_many, decoder_of_one
from partnermodel.values.rules import Instance

# What JSON takes for a space; Python knows more of them.
_SPACE = rb"[ \n\r\t]"
_BEGINNING = re.compile(rb"\{(\n%b{1,80})\"" % _SPACE)
_END = re.compile(rb"%b*\}%b*" % (_SPACE, _SPACE))
# With that many bytes it ends, as a rule, and with these signs: of a record or none, of its list, and of all.
_LAST, _LAST_SIGNS = 100, (b"}]}", b"[]}")
_KEYS = "|".join(LISTS).encode()


@attrs.frozen
class Sections:
    """A document of which the head was read, and whose lists are read when somebody asks for them.

    Attributes:
        head: The outline of the document without its lists.
        lists: The key of each list and its pieces, in the order of `LISTS`. All pieces of one must be taken
            before the next is asked for.
    """

    head: Any
    lists: Iterator[tuple[str, Iterator[Piece]]]


def sections(data: bytes, size: int) -> Sections:
    """Return the sections of any document.

    Args:
        data: The document.
        size: How many bytes there are in a piece, at the least.

    Raises:
        MsgspecError: It is none, or one of its keys stands twice; the lists are only looked at when they are
            read.
    """
    stated = members(data)
    texts = dict(stated)
    if len(texts) != len(stated):
        raise RepeatedKeyError
    lists = {key: memoryview(texts.pop(key)) for key in LISTS if key in texts}
    front = b"{%b}" % b",".join(b"%b:%b" % (msgspec.json.encode(key), text) for key, text in texts.items())
    return Sections(_head(front), ((key, pieces(_decoder(key), text, size)) for key, text in lists.items()))


def sections_in_order(data: bytes, size: int) -> Sections:
    """Return the sections of a document that is laid out as this library lays them out.

    Its head comes first, and then its lists, in the order of `LISTS`; each key and each record begins on a
    line of its own. It need not be read through before, to see where a list ends. One that only seems to be
    laid out so may have been read in part, in vain, when it is said that it is not.

    Args:
        data: The document.
        size: How many bytes there are in a piece, at the least.

    Raises:
        UnevenLayoutError: It is laid out otherwise, or is none. When its lists are read, likewise.
        MsgspecError: It is none. This is only seen when its lists are read.
    """
    opening = _BEGINNING.match(data)
    # What ends otherwise is told now, and not when all of it has been read in vain.
    if opening is None or not b"".join(data[-_LAST:].split()).endswith(_LAST_SIGNS):
        raise UnevenLayoutError
    between = re.compile(rb',%b"(%b)": ?(?=\[)' % (opening[1], _KEYS))
    first = between.search(data)
    if first is None:
        raise UnevenLayoutError
    front = data[: first.start()] + b"}"
    try:
        head = _head(front)
    except msgspec.MsgspecError:
        raise UnevenLayoutError from None
    return Sections(head, _Lists(memoryview(data), size, first, between).one_by_one())


def _head(front: bytes) -> Any:
    if has_duplicate_keys(front):
        raise RepeatedKeyError
    return decoder_of_one(Head).decode(front)


@attrs.define
class _Lists:
    """The lists of a document, of which each must be read for the next to be found."""

    data: memoryview
    size: int
    found: re.Match[bytes] | None
    between: re.Pattern[bytes]
    end: int = 0

    def one_by_one(self) -> Iterator[tuple[str, Iterator[Piece]]]:
        keys = iter(LISTS)
        while self.found is not None:
            key = self.found[1].decode()
            if key not in keys:  # those before it are gone
                raise UnevenLayoutError
            yield key, self._pieces(key, self.found.end())
            self.found = self.between.match(self.data, self.end)
        if _END.fullmatch(self.data, self.end) is None:
            raise UnevenLayoutError

    def _pieces(self, key: str, begin: int) -> Generator[Piece]:
        self.end = yield from pieces_within(_decoder(key), self.data, begin, self.size)


def _decoder(key: str) -> msgspec.json.Decoder[list[Any]]:
    return decoder_of_many(Instance(LISTS[key]))
