"""XML as graph files need it: every text escaped, and names that schemas allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from partnermodel.formats.graphs.content import Row, Value

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# What XML 1.0 cannot hold, even escaped. No model has any of it, but any other graph may.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_IN_ATTRIBUTE = {**_IN_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}

# Letters that are name characters in every edition of XML.
_NO_TOKEN = re.compile(
    "[^-.:_0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0401-\u040c\u040e-\u044f\u0451-\u045c]"
)


def in_text(value: str) -> str:
    r"""Return a text as it stands between tags; what XML cannot hold is U+FFFD.

    Example:
        >>> in_text("a < b\x00]]>")
        'a &lt; b\ufffd]]&gt;'
    """
    return _UNWRITABLE.sub("\ufffd", value).translate(_IN_TEXT) if _ODD.search(value) else value


def in_attribute(value: str) -> str:
    r"""Return a text as it stands between quotation marks.

    Example:
        >>> in_attribute('"a"\n')
        '&quot;a&quot;&#10;'
    """
    return _UNWRITABLE.sub("\ufffd", value).translate(_IN_ATTRIBUTE) if _ODD.search(value) else value


def as_text(value: Value) -> str:
    """Return the text of a value: `true` and `false`, numbers with a point."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def columns_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return the names of all attributes in alphabetical order, and the sort of what each holds.

    The sort is `boolean`, `long` or `double` when every value is of it, and `string` otherwise.

    Example:
        >>> columns_of([{"size": 3, "open": True}, {"size": 2.5, "name": "A"}])
        {'name': 'string', 'open': 'boolean', 'size': 'double'}
    """
    sorts: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            sorts.setdefault(name, set()).add(type(value))
    return {name: _sort(sorts[name]) for name in sorted(sorts)}


def _sort(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types <= {int, float} else "string"


def tokens(ids: Iterable[str]) -> Mapping[str, str]:
    """Return for each id the name that stands for it where a schema wants one without odd characters.

    A slash becomes a colon, and any other odd character a low line. An id without any stands for itself.

    Example:
        >>> dict(tokens(["a b", "a_b", "a/hosts/b"]))
        {'a b': 'a_b.2', 'a_b': 'a_b', 'a/hosts/b': 'a:hosts:b'}
    """
    given = list(ids)
    taken = {id for id in given if id and not _NO_TOKEN.search(id)}
    found: dict[str, str] = {}
    for id in given:
        token = _NO_TOKEN.sub("_", id.replace("/", ":")) or "_"
        if token != id:
            stem, number = token, 1
            while token in taken:
                number += 1
                token = f"{stem}.{number}"
            taken.add(token)
        found[id] = token
    return found
