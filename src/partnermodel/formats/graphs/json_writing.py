"""JSON as graph files need it: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def json_line(value: object) -> str:
    """Return a value as JSON on one line, with other than ASCII letters only if UTF-8 can hold them."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or _encodable(text) else json.dumps(value)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which no model has, but any other graph may
        return False
    return True


def json_lines(objects: Iterable[object]) -> Iterator[str]:
    """Yield what stands between the brackets of a list: an object a line."""
    before = "\n"
    for one in objects:
        yield before + json_line(one)
        before = ",\n"
    if before != "\n":
        yield "\n"
