"""How wide a text is in a picture, estimated without a font, and how it is cut to fit."""

from __future__ import annotations

import unicodedata
from functools import cache

_NARROW = dict.fromkeys("ijl|'I.,:;!`·", 0.42)
_WIDER = dict.fromkeys("mwMW@%—…ЖМШЩЮЫФДжмшщюыфœæŒÆ№", 1.08)
_LATIN_SMALL, _CAPITAL, _CYRILLIC_SMALL, _CYRILLIC_CAPITAL, _WIDE, _OTHER = 0.66, 0.82, 0.72, 0.86, 1.05, 0.9
ELLIPSIS = "…"


@cache
def _width(character: str) -> float:
    """Return the width of a character, in heights of the font."""
    if character in _NARROW:
        return _NARROW[character]
    if character in _WIDER:
        return _WIDER[character]
    if character in " \u00a0":
        return 0.36
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if character.isdigit():
        return 0.66
    if character < "\u0250":
        return _CAPITAL if category == "Lu" else _LATIN_SMALL
    if "\u0400" <= character < "\u0530":
        return _CYRILLIC_CAPITAL if category == "Lu" else _CYRILLIC_SMALL
    return _OTHER


def text_width(text: str, size: float) -> float:
    """Return how wide a text is at most, about, in pixels, in a common sans-serif font of a size.

    Example:
        >>> text_width("Omsk", 10) < text_width("Омск", 10)
        True
    """
    return size * sum([_width(character) for character in text])


def shortened(text: str, size: float, most: float) -> str:
    """Return a text, or as much of its beginning as fits into a width, with an ellipsis.

    Example:
        >>> shortened("Omsk College", 10, 45)
        'Omsk…'
    """
    if text_width(text, size) <= most:
        return text
    room = most - text_width(ELLIPSIS, size)
    for place, character in enumerate(text):
        room -= text_width(character, size)
        if room < 0:
            kept = text[:place].rstrip(" ,.;:-–—(«\"'")
            return kept + ELLIPSIS if kept else ""
    return text
