"""Values as TOML with comments: a file that a person goes on editing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z", re.ASCII)

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}

# What TOML wants escaped, and what a reader would not see or would see in another place.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')

GAP = "…"
"""What stands for what a person is to write."""

WIDTH = 100
"""What would make a line longer than so many characters has a line for each of its items."""


def toml_text(
    value: Mapping[str, Any],
    *,
    headed: Collection[str] = (),
    comments: Mapping[str, str] | None = None,
    gaps: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Return texts, whole numbers, truth values, and lists and mappings of them, as TOML.

    Args:
        value: What is to be written. There is no null in TOML.
        headed: The keys whose mappings have a head such as `[fields]`, or `[[sheets]]` for each of a list
            of them; they stand where all keys on the way to them are headed, too. All others are inline, or
            have a line for each of their items.
        comments: What is said above a line, by its path, such as `$.sheets[0].header`.
        gaps: The keys that a person is to add to a mapping, by its path: each is a line that is commented
            out. What the lines are for is a comment of the mapping, or of one that it is in.

    Example:
        >>> value = {"name": "Colleges", "sheets": [{"header": 4}]}
        >>> print(toml_text(value, headed=["sheets"], comments={"$.name": "Of what?"}))
        # Of what?
        name = "Colleges"
        <BLANKLINE>
        [[sheets]]
        header = 4
        <BLANKLINE>
    """
    return "\n".join(_table(value, "", "$", headed, comments=comments or {}, gaps=gaps or {})) + "\n"


def _table(
    value: Mapping[str, Any],
    head: str,
    path: str,
    headed: Collection[str],
    *,
    comments: Mapping[str, str],
    gaps: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """Yield the lines of a table: first what has no head, for TOML has no way back out of one."""
    for key, inner in value.items():
        if key not in headed:
            yield from _comment(comments.get(f"{path}.{key}"))
            yield from _line(_key(key), inner, f"{path}.{key}", gaps)
    for key, inner in value.items():
        if key in headed:
            name = f"{head}.{_key(key)}" if head else _key(key)
            several = not isinstance(inner, Mapping)
            for number, table in enumerate(inner if several else [inner]):
                place = f"{path}.{key}[{number}]" if several else f"{path}.{key}"
                yield ""
                yield from _comment(comments.get(place))
                yield f"[[{name}]]" if several else f"[{name}]"
                yield from _table(table, name, place, headed, comments=comments, gaps=gaps)


def _comment(text: str | None) -> Iterator[str]:
    for line in (text or "").splitlines():
        seen = _ESCAPED.sub(lambda found: found[0] if found[0] in '"\\\t' else " ", line)
        yield f"# {seen}".rstrip()


def _line(key: str, value: Any, path: str, gaps: Mapping[str, Sequence[str]]) -> Iterator[str]:
    line = f"{key} = {_written(value)}"
    wanted = any(f"{gap}.".startswith(f"{path}.") for gap in gaps)
    if isinstance(value, Mapping) and value and (wanted or len(line) > WIDTH):
        for name, inner in value.items():
            yield from _line(f"{key}.{_key(name)}", inner, f"{path}.{name}", gaps)
        yield from (f"# {key}.{_key(text)} = {_text(GAP)}" for text in gaps.get(path, ()))
    elif isinstance(value, list) and len(line) > WIDTH:
        yield f"{key} = ["
        yield from (f"  {_written(item)}," for item in value)
        yield "]"
    else:
        yield line


def _key(key: str) -> str:
    return key if _BARE.match(key) else _text(key)


def _written(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_written(inner)}" for key, inner in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
