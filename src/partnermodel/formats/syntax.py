"""Why a text is not JSON: where it stops being JSON, found by our own reading of the grammar.

The decoders that are quick name a byte, and every release of Python words its faults differently.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from json.scanner import make_scanner
from typing import Any, NoReturn

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
_NEXT_OBJECT = re.compile(r"[ \t\n\r]*+(,)[ \t\n\r]*+(?=\{)")
# Half a character as an escape, or what looks like one.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")

# Each failure to read an object tells which line it is in, and to count lines takes long in a long text.
_FAILURES = 100

# No number of fewer digits is beyond all range.
_MANY_DIGITS = 300


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(number: str) -> float:
    return found if math.isfinite(found := float(number)) else _refuse(number)


def _whole(number: str) -> int:
    return int(number) if len(number) <= _MANY_DIGITS else _refuse(number)


# The standard library's own reading of a value: it is compiled, and tells where the value ends.
_READER: Any = json.JSONDecoder(parse_float=_finite, parse_int=_whole, parse_constant=_refuse)
_SCAN = make_scanner(_READER)


def _end_of_object(text: str, begin: int, depth: int) -> int | None:
    """Return where an object has ended, or None if something in it may be wrong.

    Args:
        text: The document.
        begin: The place where the object begins.
        depth: How many brackets are open there.
    """
    try:
        end: int = _SCAN(text, begin)[1]
    except (StopIteration, ValueError, RecursionError):
        return None
    brackets = text.count("[", begin, end) + text.count("{", begin, end)
    return None if depth + brackets > DEEPEST or _HALF.search(text, begin, end) else end


def too_deep(text: str, begin: int = 0, opened: str = "") -> Iterator[Issue]:
    """Yield an issue when brackets are nested deeper than any reader should follow them.

    Args:
        text: The document.
        begin: The place, in no text of it, from which on it is looked at.
        opened: The brackets that are open there.
    """
    open_ones, failures = list(opened), 0
    while (token := _BRACKET.search(text, begin)) is not None:
        begin = token.end()
        if token[0] == "{" and open_ones[-1:] == ["["] and failures < _FAILURES:
            end = _end_of_object(text, token.start(), len(open_ones))
            if end is not None:
                begin = end
                continue
            failures += 1
        if token[0] in "[{":
            open_ones.append(token[0])
            if len(open_ones) > DEEPEST:
                message = worded(
                    "in {spot}, brackets are nested more than {levels} deep",
                    spot=spot(text, token.start()),
                    levels=DEEPEST,
                )
                hint = worded("Look for brackets that are opened and never closed.")
                yield Issue("brackets-too-deep", "$", "", message, hint)
                return
        elif token[0] in "]}" and open_ones:
            open_ones.pop()


def json_faults(text: str) -> Iterator[Issue]:
    """Yield why a text is not JSON: values that JSON does not have, and the first breach of its grammar.

    What follows a breach can only be guessed at, so the reading ends there. Where brackets are nested too
    deeply, be it after a breach, that is all that is said.

    Args:
        text: The document.

    Example:
        >>> for issue in json_faults('{"name": "Omsk",}'):
        ...     print(issue)
        $: in line 1, column 16, a comma stands before the closing }. Remove the comma. [not-json]
    """
    if text.strip(" \t\n\r"):
        return iter(_Reading(text).faults())
    hint = worded('Write at least {{"format_version": 1, "name": "…"}}.')
    return iter([Issue("empty-document", "$", "", worded("the document is empty"), hint)])


def _is_whole(text: str) -> bool:
    """Return whether a text holds no half of a character as it stands; what is in UTF-8 can hold none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Reading:
    """One pass over a text, token by token; brackets that are open wait in a list, not on the stack.

    An object in which nothing is wrong is passed over as a whole, or a long text would take as long as fifty
    readings of it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.token = ""
        self.offset = 0
        self.comma = 0
        self.expected: Expected = "value"
        self.opened: list[Open] = []
        self.has_halves = not _is_whole(text)

    def faults(self) -> list[Issue]:
        issues: list[Issue] = []
        end = 0
        while True:
            found = _TOKEN.match(self.text, end)
            assert found is not None  # the empty token is always there
            self.token, self.offset, end = found[1], found.start(1), found.end()
            if self.token == "" and self.expected == "end":
                return issues
            if not self._fits():
                here = Breach(self.text, self.token, self.offset, self.comma, self.expected, self.opened)
                return list(too_deep(self.text, self.offset, self._brackets())) or [*issues, here.issue()]
            if self.token == "{" and self._may_pass_over() and (passed := self._passed_over()) is not None:
                end, self.expected = passed, "comma"
                continue
            issues += self._unportable()
            self._go_on()
            if len(self.opened) > DEEPEST:
                return list(too_deep(self.text, self.offset, self._brackets()[:-1]))

    def _brackets(self) -> str:
        return "".join(opened.bracket for opened in self.opened)

    def _may_pass_over(self) -> bool:
        """Return whether the token may begin an item of a list.

        What holds the lists is gone through, for to read all of it at once would take too much memory.
        """
        return bool(self.opened) and self.opened[-1].bracket == "[" and not self.has_halves

    def _passed_over(self) -> int | None:
        """Return where the last of the objects in a row has ended in which nothing is wrong for certain.

        It is None if something may be wrong in the first, which the token begins.
        """
        depth = len(self.opened)
        end, found = None, _end_of_object(self.text, self.offset, depth)
        while found is not None:
            end = found
            next_one = _NEXT_OBJECT.match(self.text, end)
            found = None if next_one is None else _end_of_object(self.text, next_one.end(), depth)
            if next_one is not None and found is not None:
                self.comma = next_one.start(1)
                self.opened[-1].index += 1
        return end

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
