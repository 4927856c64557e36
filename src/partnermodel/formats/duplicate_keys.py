r"""Keys that stand twice in one object: JSON readers keep the last and say nothing; we say something.

Proof that there are none is cheap: a colon stands after each key, and otherwise only in texts. So
unless a file hides one in a text (as `\u003a`), the number of colons in it falls when it is decoded
and encoded again exactly if a key was lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from partnermodel.errors import Issue
from partnermodel.formats.places import place_of
from partnermodel.values.text import shown
from partnermodel.wording import worded

_AT_ONCE = 1000
_BYTES = 250_000

_HIDDEN = re.compile(rb"\\u003[aA]")


def surely_unique(data: bytes, decoded: object) -> bool:
    """Return True when no key can have been lost on decoding; False when that must be looked at.

    Args:
        data: The document.
        decoded: What was decoded from it, holding every key that was kept.
    """
    return not hides_colons(data) and data.count(b":") == colons_of(decoded)


def hides_colons(data: bytes) -> bool:
    """Return whether a colon is written as an escape, so that to count the others proves nothing."""
    return b"\\" in data and _HIDDEN.search(data) is not None


def colons_of(decoded: object) -> int:
    """Return how many colons there are in what is encoded again."""
    return msgspec.json.encode(decoded).count(b":")


def colons_in(text: bytes | memoryview) -> int:
    """Return how many colons there are in a text; of one that is part of another no copy is made."""
    if isinstance(text, bytes):
        return text.count(b":")
    return sum(bytes(text[begin : begin + _BYTES]).count(b":") for begin in range(0, len(text), _BYTES))


def is_unique(data: bytes, decoded: object) -> bool:
    """Return whether no key was lost on decoding: proved quickly, or else looked up one by one."""
    return surely_unique(data, decoded) or not any(duplicate_keys(data))


def has_duplicate_keys(data: bytes) -> bool:
    """Return whether any key of a document stands twice in one object.

    It is asked of the lists a thousand items at a time: read all at once, as `duplicate_keys` does it, a
    long document would take several times the room of the model.

    Args:
        data: A well-formed JSON document, which is an object.
    """
    sections = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    colons = len(sections)
    for section in sections.values():
        if has_duplicate_keys_in_items(section):
            return True
        colons += colons_in(memoryview(section))
    # Else a whole section was lost, or there is a colon in the key of one.
    return colons != data.count(b":") and any(duplicate_keys(data))


def has_duplicate_keys_in_items(text: bytes | memoryview | msgspec.Raw) -> bool:
    """Return whether any key stands twice in one object of a list, or of any other well-formed JSON."""
    return any(not is_unique(some, msgspec.json.decode(some)) for some in _in_pieces(text))


def _in_pieces(text: bytes | memoryview | msgspec.Raw) -> Iterator[bytes]:
    try:
        items = msgspec.json.decode(text, type=list[msgspec.Raw])
    except msgspec.ValidationError:
        yield bytes(text)
        return
    for start in range(0, len(items), _AT_ONCE):
        yield b"[%b]" % b",".join(items[start : start + _AT_ONCE])


class _Pairs(list[tuple[str, Any]]):
    """An object as the pairs it is written in; a list proper is a JSON array."""


def duplicate_keys(data: bytes, root: str = "$") -> Iterator[tuple[Issue, list[Any]]]:
    """Yield an issue for each key that stands again in the same object, and the values that are lost by it.

    Args:
        data: A well-formed JSON document, or a part of one.
        root: The path of the part.
    """
    # Numbers are nobody's concern here, and one of thousands of digits would be refused.
    read = json.JSONDecoder(object_pairs_hook=_Pairs, parse_int=len, parse_float=len)
    stack: list[tuple[Any, str]] = [(read.decode(data.decode("utf-8")), root)]
    while stack:
        value, path = stack.pop()
        if isinstance(value, _Pairs):
            held: dict[str, list[Any]] = {}
            for key, item in value:
                held.setdefault(key, []).append(item)
            for key, items in held.items():
                if len(items) > 1:
                    seen = shown(key)
                    message = (
                        worded("the key {key} stands twice in one object", key=seen)
                        if len(items) == 2
                        else worded(
                            "the key {key} stands {times} times in one object", key=seen, times=len(items)
                        )
                    )
                    hint = worded("Keep one of them, with all that belongs to it.")
                    yield Issue("duplicate-key", place_of(key, path), seen, message, hint), items[:-1]
            stack.extend((item, place_of(key, path)) for key, item in reversed(value))
        elif isinstance(value, list):
            stack.extend((item, f"{path}[{index}]") for index, item in reversed(list(enumerate(value))))
