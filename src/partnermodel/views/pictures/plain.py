"""Texts of strangers as one safe line of a picture, cut and broken to a width."""

from __future__ import annotations

import unicodedata

from partnermodel.views.network.text_width import shortened, text_width

_BOLD = 1.15
"""How much wider bold letters are, at most, on the whole of a text."""
_HIDDEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""What turns the direction of all that follows, or is a mark of the order of bytes."""


def one_line(value: object) -> str:
    r"""Return a text as one line: no control characters, no half characters, nothing that turns the rest.

    Args:
        value: The text, or a node of a graph, which may be anything.

    Example:
        >>> one_line("Omsk\n\u202eCollege\x00 "), one_line(7)
        ('Omsk College', '7')
    """
    found = []
    for character in str(value):
        if character in _TURNING:
            continue
        blank = character.isspace() and character != "\u00a0"
        found.append(" " if blank or unicodedata.category(character) in _HIDDEN else character)
    return " ".join(part for part in "".join(found).split(" ") if part)


def broken(text: str, width: float, *, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that are at most so wide, broken between words; what is too long is cut.

    Args:
        text: The text.
        width: The width, in points.
        size: The size of the letters, in points.
        most: How many lines there may be.
        bold: Whether the letters are bold.

    Example:
        >>> broken("Omsk College of Professional Technologies", 90, size=10, most=2)
        ('Omsk College of', 'Professional T…')
    """
    size *= _BOLD if bold else 1
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line += " " + words.pop(0)
        if len(lines) == most - 1:
            line = " ".join([line, *words])
        lines.append(shortened(line, size, width))
    return tuple(filter(None, lines))
