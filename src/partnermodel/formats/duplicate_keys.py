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


class RepeatedKeyError(msgspec.ValidationError):
    """A key stands twice in one object; which of its values is meant cannot be known."""


def surely_unique(data: bytes, decoded: object) -> bool:
    """Return True when no key can have been lost on decoding; False when that must be looked at.

    Args:
        data: The document.
        decoded: What was decoded from it, holding every key that was kept.
    """
    return not hides_colons(data) and data.count(b":") == colons_of(decoded)


def hides_colons(text: bytes | memoryview) -> bool:
    """Return whether a colon is written as an escape, so that to count the others proves nothing."""
    if isinstance(text, bytes) and b"\\" not in text:
        return False  # as most hold none, and this is found sooner
    return _HIDDEN.search(text) is not None


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


class _Key:
    """A key as an object of its own, so that one that stands again does not take the place of the first."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


_MEMBERS = msgspec.json.Decoder(dict[_Key, msgspec.Raw], dec_hook=lambda _, text: _Key(text))


def members(data: bytes) -> list[tuple[str, msgspec.Raw]]:
    """Return the keys of an object and the texts of their values, in their order, each as often as it stands.

    Args:
        data: The object.

    Raises:
        MsgspecError: It is none.

    Example:
        >>> [(key, bytes(text)) for key, text in members(b'{"a": [1], "b": 2, "a": 3}')]
        [('a', b'[1]'), ('b', b'2'), ('a', b'3')]
    """
    return [(key.text, text) for key, text in _MEMBERS.decode(data).items()]


def has_duplicate_keys(data: bytes) -> bool:
    """Return whether any key of a document stands twice in one object.

    It is asked of the lists a thousand items at a time: read all at once, as `duplicate_keys` does it, a
    long document would take several times the room of the model.

    Args:
        data: A well-formed JSON document, which is an object.
    """
    stated = members(data)
    return len(stated) != len(dict(stated)) or any(has_duplicate_keys_in_items(text) for _, text in stated)


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


def repeated_key(key: str, times: int, path: str) -> Issue:
    """Return the issue that a key stands several times in the object at a path."""
    seen = shown(key)
    message = (
        worded("the key {key} stands twice in one object", key=seen)
        if times == 2
        else worded("the key {key} stands {times} times in one object", key=seen, times=times)
    )
    hint = worded("Keep one of them, with all that belongs to it.")
    return Issue("duplicate-key", place_of(key, path), seen, message, hint)


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
                    yield repeated_key(key, len(items), path), items[:-1]
            stack.extend((item, place_of(key, path)) for key, item in reversed(value))
        elif isinstance(value, list):
            stack.extend((item, f"{path}[{index}]") for index, item in reversed(list(enumerate(value))))
