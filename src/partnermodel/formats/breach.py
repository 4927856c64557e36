"""Where a text stops being JSON, in the words of somebody who edits it by hand."""

from __future__ import annotations

import json
import re
from typing import Literal

import attrs

from partnermodel.errors import Issue
from partnermodel.formats.places import place_of, spot
from partnermodel.values.text import shown
from partnermodel.wording import Worded, worded

Expected = Literal["value", "first value", "key", "first key", "colon", "comma", "end"]
"""What may come next. Where the *first* one may come, the closing bracket may, too."""

Told = tuple[Worded, Worded]
"""What is wrong, as a clause, and how to mend it, as a sentence."""

Placed = tuple[int, Worded, Worded]
"""Where it is wrong, what is wrong, and how to mend it."""

TEXT = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
"""A text of JSON without its closing quotation mark, as a pattern."""

CLOSED_TEXT = re.compile(f'{TEXT}"')
"""A whole text of JSON."""

_NOUN = {"{": worded("object"), "[": worded("list")}
_CLOSING = {"{": "}", "[": "]"}
_QUOTES = "'`’‘“”„«»"
_NOTHING = ("None", "NULL", "Null", "nil", "undefined")


@attrs.define
class Open:
    """A bracket that is not closed yet, and the key or the number of the value that is being read in it."""

    bracket: str
    offset: int
    key: str = ""
    index: int = 0

    def step(self) -> str:
        """Return the step of a JSONPath that leads to the value."""
        return place_of(self.key, "") if self.bracket == "{" else f"[{self.index}]"


@attrs.frozen
class Breach:
    """A token that cannot stand where it stands.

    Attributes:
        text: The whole text.
        token: The token; empty at the end of the text.
        offset: Where it begins.
        comma: Where the last comma is.
        expected: What could have stood there.
        opened: The brackets that are open there, the outermost first.
    """

    text: str
    token: str
    offset: int
    comma: int
    expected: Expected
    opened: list[Open]

    def issue(self) -> Issue:
        """Return what is wrong there."""
        offset, message, hint = self._placed()
        return Issue(
            "not-json",
            "$",
            "",
            worded("in {spot}, {message}", spot=spot(self.text, offset), message=message),
            hint,
        )

    def _placed(self) -> Placed:
        if self.token[:1] == '"' and not CLOSED_TEXT.fullmatch(self.token):
            return _fault_of_text(self.text, self.offset, self.offset + len(self.token))
        if (self.token, self.expected) in (("}", "key"), ("]", "value")) and self._closes():
            return (
                self.comma,
                worded("a comma stands before the closing {token}", token=self.token),
                worded("Remove the comma."),
            )
        return self.offset, *self._worded()

    def _closes(self) -> bool:
        return bool(self.opened) and self.token == _CLOSING[self.opened[-1].bracket]

    def _worded(self) -> Told:
        if self.token == "":
            message = worded("the document ends, and the {begun} is not closed", begun=self._begun())
            return (
                message,
                worded(
                    "Add what is missing, with the closing {closing} at its end.",
                    closing=_CLOSING[self.opened[-1].bracket],
                ),
            )
        if self.expected == "end":
            message = worded("something follows the end of the document")
            return message, worded("Remove it; a document is one object, from {{ to }}.")
        if self.token in "]}":
            return self._closing()
        if self.token.startswith(("//", "/*", "#")):
            message = worded("there is a comment, and JSON has none")
            return message, worded("Remove it; what is worth saying belongs in a description.")
        match self.expected:
            case "comma":
                return self._no_comma()
            case "colon":
                message = worded("a colon is missing after the key {key}", key=self._key())
                return message, worded("Write a colon between the key and its value.")
            case "key" | "first key":
                return self._no_key()
        return self._no_value()

    def _begun(self) -> Worded:
        begun = self.opened[-1]
        return worded(
            "{noun} that begins in {spot}", noun=_NOUN[begun.bracket], spot=spot(self.text, begun.offset)
        )

    def _key(self) -> str:
        return shown(self.opened[-1].key)

    def _closing(self) -> Told:
        if not self.opened:
            message = worded("there is a closing {token}, and no bracket is open", token=self.token)
            return message, worded("Remove it, or look for a bracket that is missing before it.")
        if not self._closes():
            message = worded("the {begun} is closed with {token}", begun=self._begun(), token=self.token)
            closing = _CLOSING[self.opened[-1].bracket]
            return message, worded(
                "Write {closing}, or look for a bracket that is missing or one too many.", closing=closing
            )
        return worded("the key {key} has no value", key=self._key()), _NO_VALUE

    def _no_comma(self) -> Told:
        if self.token == ":":
            message = worded("a colon stands where a comma belongs")
            return message, worded("Write a comma; a colon stands only between a key and its value.")
        seen = shown(json.loads(self.token)) if self.token[0] == '"' else bare(self.token)
        message = worded("a comma is missing before {seen}", seen=seen)
        return message, worded("Write a comma there, or look for a quotation mark that is missing before it.")

    def _no_key(self) -> Told:
        if self.token in _NAMES:
            message = worded("{thing} stands where a key belongs", thing=_NAMES[self.token])
            return message, worded(
                "Write a key in quotation marks, a colon and a value; or remove what is there."
            )
        message = worded("the key {token} has no quotation marks", token=bare(self.token))
        return _fault_of_character(self.token) or (
            message,
            worded("Write it in straight double quotation marks."),
        )

    def _no_value(self) -> Told:
        if not self.opened:
            message = worded("the document begins with {token}, and not with {{", token=bare(self.token))
            return message, worded("A document is one object, from {{ to }}.")
        if self.token in _NAMES:
            if self.token == "," and self.opened and self.opened[-1].bracket == "{":
                return worded("the key {key} has no value", key=self._key()), _NO_VALUE
            message = worded("{thing} stands where a value belongs", thing=_NAMES[self.token])
            return message, worded("Remove it, or write the value that is missing.")
        return _fault_of_character(self.token) or _fault_of_word(self.token)


_NO_VALUE = worded("Write a colon and a value after it, or remove the key.")
_NAMES = {",": worded("a comma"), ":": worded("a colon"), "{": worded("an object"), "[": worded("a list")}


def bare(token: str) -> str:
    """Return a token as it stands, shortened, with what is not seen made visible."""
    return shown(token)[1:].removesuffix('"')


def _fault_of_text(text: str, begin: int, end: int) -> Placed:
    """Return what is wrong with a text that begins at one place, and cannot go on at another."""
    stop, after = text[end : end + 1], text[end + 1 : end + 2]
    if stop == "\\" and after == "u":
        message = worded("\\u stands in a text without four hexadecimal digits after it")
        return end, message, worded("Write \\\\ for a backslash, or write the character itself.")
    if stop == "\\" and after.strip():
        message = worded(
            "a backslash stands before {character} in a text, and means nothing there", character=bare(after)
        )
        return (
            end,
            message,
            worded('Write \\\\ for a backslash, \\" for a quotation mark, \\n for a line break.'),
        )
    if "" < stop < " " and stop not in "\r\n":
        message = worded("a text holds the control character U+{code}", code=f"{ord(stop):04X}")
        return (
            end,
            message,
            worded("Write {escape} in its place, or remove it.", escape=json.dumps(stop)[1:-1]),
        )
    message = worded("a text begins that has no closing quotation mark on its line")
    return (
        begin,
        message,
        worded('Add it; within a text, \\n stands for a line break and \\" for a quotation mark.'),
    )


def _fault_of_character(token: str) -> Told | None:
    """Return what is wrong with a token that begins with a character that seldom begins anything."""
    if token[0] in _QUOTES:
        message = worded(
            "a text begins with {token}, and JSON has only straight double quotation marks", token=token[0]
        )
        return message, worded('Write " before and after the text.')
    if not token[0].isprintable():
        return worded("there is an unseen character, U+{code}", code=f"{ord(token[0]):04X}"), worded(
            "Delete it."
        )
    return None


def _fault_of_word(token: str) -> Told:
    seen = bare(token)
    if token.lower() in ("true", "false"):
        return worded("{seen} has capital letters", seen=seen), worded(
            "Write {word}, in small letters.", word=token.lower()
        )
    if token in _NOTHING:
        return worded("{seen} is not a value of JSON", seen=seen), worded(
            "Leave the field out if nobody states it."
        )
    if re.match(r"[+-]?\.?[0-9]", token):
        message = worded("{seen} is neither a number of JSON nor a text in quotation marks", seen=seen)
        return message, worded("Write a number such as 12 or -0.5, or add the quotation marks.")
    return worded("{seen} has no quotation marks", seen=seen), worded(
        "Put the whole text in straight double quotation marks."
    )
