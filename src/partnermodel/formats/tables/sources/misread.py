"""Texts that were read in a wrong encoding and saved again, so that they are no words any more."""

from __future__ import annotations

import re

import attrs

from partnermodel.errors import BROKEN, DOUBTFUL, Issue
from partnermodel.formats.tables.sources.content import refusal
from partnermodel.formats.tables.sources.guessing import named
from partnermodel.formats.tables.sources.places import place
from partnermodel.values.text import shown
from partnermodel.wording import worded

_WORD = re.compile(r"[А-Яа-яЁё]{3,}")
_COMMON = "ое"


@attrs.frozen
class _Slip:
    """One way to misread a text.

    Attributes:
        right: The encoding that the text was in.
        wrong: The encoding that it was read in.
        pattern: What three letters or more look like after that.
        signs: Of which one at least is in every text of some length that was misread so.
    """

    right: str
    wrong: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]


def _slip(wrong: str) -> _Slip:
    """Return how Russian letters in UTF-8, two bytes each, look in an encoding of one byte a character."""
    first = re.escape(b"\xd0\xd1".decode(wrong))
    second = re.escape(bytes(range(0x80, 0xC0)).decode(wrong, "ignore")) + "\x80-\x9f\ufffd"
    signs = tuple(letter.encode().decode(wrong, "replace") for letter in _COMMON)
    return _Slip("utf-8", wrong, re.compile(f"(?:[{first}][{second}]){{3,}}"), signs)


_SLIPS = (
    *map(_slip, ("windows-1251", "windows-1252", "cp866", "koi8-r")),
    _Slip(
        "windows-1251",
        "windows-1252",
        re.compile("[À-ÿ¸¨]{5,}"),
        tuple(letter.encode("cp1251").decode("cp1252") for letter in _COMMON),
    ),
)


def misread(
    source: str, encoding: str, piece: str, line: int, doubts: list[Issue], *, given: bool = False
) -> None:
    """Look for what was misread in a piece of a text: refuse a text that is so in the main, else doubt it.

    Args:
        source: What the file is called.
        encoding: The encoding in which it is being read.
        piece: A piece of it.
        line: The line in which the piece begins.
        doubts: Takes a doubt about the first place, once a file.
        given: Whether the encoding was given with the file. Then what is in Unicode is never refused: a name
            may look so, and be right.

    Raises:
        InvalidTableError: Most words of the piece are misread.
    """
    if piece.isascii():
        return
    for slip in _SLIPS:
        found = slip.pattern.search(piece) if any(sign in piece for sign in slip.signs) else None
        if found is not None:
            break
    else:
        if "\ufffd" not in piece or doubts:
            return
        at = line + piece.count("\n", 0, piece.index("\ufffd"))
        message = worded("in line {line} stand signs in the place of letters that were lost", line=at)
        hint = worded("Export the table again: what was lost when it was saved cannot be read.")
        doubts.append(Issue("lost-letters", place((source, None)), "", message, hint, severity=DOUBTFUL))
        return
    text = found[0][:40]
    meant = text.encode(slip.wrong, "replace").decode(slip.right, "replace").strip("\ufffd?")
    message = worded(
        "line {line} reads {text}: that is {meant} in {right}, read as {wrong}",
        line=line + piece.count("\n", 0, found.start()),
        text=shown(text, 30),
        meant=shown(meant, 30),
        right=named(slip.right),
        wrong=named(slip.wrong),
    )
    unicode = encoding.startswith("utf-")
    if unicode:
        hint = worded("Export the table again as UTF-8, from where it still reads right.")
    else:
        hint = worded('Give the encoding "{encoding}".', encoding=slip.right)
    doubt = Issue("misread-text", place((source, None)), shown(text, 30), message, hint, severity=DOUBTFUL)
    in_the_main = len(slip.pattern.findall(piece)) >= len(_WORD.findall(piece)) / 2
    if in_the_main and not (given and unicode):
        if unicode:
            hint = worded(
                "Export the table again as UTF-8, from where it still reads right. "
                'If it is meant so, give the encoding "{encoding}".',
                encoding=encoding,
            )
        raise refusal(source, [attrs.evolve(doubt, hint=hint, severity=BROKEN)])
    if not doubts:
        doubts.append(doubt)
