"""Why a text is not JSON: where it stops being JSON, found by our own reading of the grammar.

The decoders that are quick name a byte, and every release of Python words its faults differently.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.formats.breach import CLOSED_TEXT, TEXT, Breach, Expected, Open
from partnermodel.formats.places import spot
from partnermodel.values.text import compiled, shown
from partnermodel.wording import worded

DEEPEST = 64
"""The deepest nesting of brackets that is read; a model, with all that its extra data may hold, has 21."""

_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?+|[\[\]{}]', re.DOTALL)
_TOKEN = re.compile(rf'[ \t\n\r]*+({TEXT}"?+|[\[\]{{}}:,]|[^ \t\n\r\[\]{{}}:,"]++|)')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+")
_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)


def too_deep(text: str) -> Iterator[Issue]:
    """Yield an issue when brackets are nested deeper than any reader should follow them."""
    depth = 0
    for token in _BRACKET.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth > DEEPEST:
                message = worded(
                    "in {spot}, brackets are nested more than {levels} deep",
                    spot=spot(text, token.start()),
                    levels=DEEPEST,
                )
                hint = worded("Look for brackets that are opened and never closed.")
                yield Issue("brackets-too-deep", "$", "", message, hint)
                return
        elif token[0] in "]}":
            depth -= 1


def json_faults(text: str) -> Iterator[Issue]:
    """Yield why a text is not JSON: values that JSON does not have, and the first breach of its grammar.

    What follows a breach can only be guessed at, so the reading ends there.

    Args:
        text: The document.

    Example:
        >>> for issue in json_faults('{"name": "Omsk",}'):
        ...     print(issue)
        $: in line 1, column 16, a comma stands before the closing }. Remove the comma. [not-json]
    """
    if text.strip(" \t\n\r"):
        return _Reading(text).faults()
    hint = worded('Write at least {{"format_version": 1, "name": "…"}}.')
    return iter([Issue("empty-document", "$", "", worded("the document is empty"), hint)])


class _Reading:
    """One pass over a text, token by token; brackets that are open wait in a list, not on the stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.token = ""
        self.offset = 0
        self.comma = 0
        self.expected: Expected = "value"
        self.opened: list[Open] = []

    def faults(self) -> Iterator[Issue]:
        end = 0
        while True:
            found = _TOKEN.match(self.text, end)
            assert found is not None  # the empty token is always there
            self.token, self.offset, end = found[1], found.start(1), found.end()
            if self.token == "" and self.expected == "end":
                return
            if not self._fits():
                here = Breach(self.text, self.token, self.offset, self.comma, self.expected, self.opened)
                yield here.issue()
                return
            yield from self._unportable()
            self._go_on()

    def _fits(self) -> bool:
        """Return whether the token may stand where it stands."""
        match self.token:
            case "" | ":" | ",":
                return self.expected == {"": "end", ":": "colon", ",": "comma"}[self.token]
            case "[" | "{":
                return self.expected in ("value", "first value")
            case "]":
                return self._closes("[", "first value")
            case "}":
                return self._closes("{", "first key")
        if self.token[0] == '"':
            return self.expected not in ("colon", "comma", "end") and bool(CLOSED_TEXT.fullmatch(self.token))
        return self.expected in ("value", "first value") and (
            self.token in ("true", "false", "null")
            or bool(_NUMBER.fullmatch(self.token) or _NO_NUMBER.fullmatch(self.token))
        )

    def _closes(self, bracket: str, first: Expected) -> bool:
        return bool(self.opened) and self.opened[-1].bracket == bracket and self.expected in ("comma", first)

    def _go_on(self) -> None:
        """Take note of a token that fits, and of what may come after it."""
        match self.token:
            case "[" | "{":
                self.opened.append(Open(self.token, self.offset))
                self.expected = "first value" if self.token == "[" else "first key"
            case ":":
                self.expected = "value"
            case ",":
                self.comma = self.offset
                inside = self.opened[-1]
                inside.index += 1
                self.expected = "value" if inside.bracket == "[" else "key"
            case _:
                if self.token in ("]", "}"):
                    self.opened.pop()
                if self.expected in ("key", "first key") and self.token != "}":
                    self.opened[-1].key = json.loads(self.token)
                    self.expected = "colon"
                else:
                    self.expected = "comma" if self.opened else "end"

    def _unportable(self) -> Iterator[Issue]:
        """Yield what only looks like JSON: half a character, NaN, infinity, a number beyond all range."""
        if self.token[:1] == '"':
            text = json.loads(self.token)
            if compiled("[\ud800-\udfff]").search(text):
                message = worded(
                    "the text {text} holds half a character (a lone surrogate)", text=shown(text)
                )
                hint = worded("Write the whole character, or remove the half.")
                yield Issue("lone-surrogate", self._path(), shown(text), message, hint)
        elif _NO_NUMBER.fullmatch(self.token):
            message = worded("{token} is not a number of JSON", token=self.token)
            hint = worded("Write a number, or leave the field out if nobody states it.")
            yield Issue("not-a-number", self._path(), self.token, message, hint)
        elif _NUMBER.fullmatch(self.token) and float(self.token) in (float("inf"), float("-inf")):
            written = shown(self.token)[1:].removesuffix('"')
            message = worded("{written} is not a number that JSON can hold", written=written)
            hint = worded("Leave it out, or put it in quotation marks to keep it as a text.")
            yield Issue("not-a-number", self._path(), written, message, hint)

    def _path(self) -> str:
        """Return the path of the value that the token begins, or for a key that of its object."""
        at_key = self.expected in ("key", "first key")
        return "".join(["$", *(opened.step() for opened in self.opened[: -1 if at_key else None])])
