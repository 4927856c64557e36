"""How wide a text is in a picture, estimated without a font, and how it is cut to fit."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import fsum

_CLASSES = {
    0.3: "ijlіїј",
    0.35: " ,./:;I\\|ІЇ‘’\u00a0",
    0.4: "()-[]ft",
    0.45: "!r",
    0.5: "\"'*J`Ј",
    0.55: "cszгзсэѓєѕ“”„",
    0.6: "?_kvxyвтухчьў–",
    0.65: "$0123456789FLTabdeghnopqu{}«»ЃГЗТабеийклоряѐёђќѝ",
    0.7: "BEPSZЀЁЅБВЕРЧЬднпцћџ",
    0.75: "ACKNRUVXYЄЌЍЎАИЙКСУХЭЯъ",
    0.8: "&DGHOQЏДЛНОПЦмы",
    0.85: "#+<=>^w~Ъю",
    0.9: "MЂЋМФЫфњ",
    0.95: "жшщљ",
    1.0: "%Wm—…",
    1.05: "@Њ",
    1.1: "ЉЖШЩЮ№",
}
"""How wide characters are, in sizes of the font: what DejaVu Sans has, which is the widest of the common
sans-serif fonts, rounded up."""
_KNOWN = {character: width for width, characters in _CLASSES.items() for character in characters}
_OTHER = _WIDE = 1.05
_ACCENTED = 0.4
"""How wide a letter with an accent is at least, such as ľ."""
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
ELLIPSIS = "…"
_LOOSE = " \u00a0,.;:-–—(«“„\"'"
"""What does not stand before an ellipsis."""


@cache
def _width(character: str) -> float:
    found = _KNOWN.get(character)
    if found is not None:
        return found
    category = unicodedata.category(character)
    if category in _WITHOUT_WIDTH:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if category in ("Lu", "Ll"):
        # A letter with an accent is as wide as the letter.
        plain = unicodedata.normalize("NFD", character)[0]
        return max(_KNOWN.get(plain, _OTHER), _ACCENTED)
    return _OTHER


def text_width(text: str, size: float) -> float:
    """Return how wide a text is, in pixels, in a sans-serif font of a size: rather too much than too little.

    Example:
        >>> round(text_width("Omsk", 10)), round(text_width("東京", 10))
        (30, 21)
    """
    return size * fsum([_width(character) for character in text])


def shortened(text: str, size: float, most: float) -> str:
    """Return a text, or as much of its beginning as fits into a width, with an ellipsis.

    A letter is not parted from its accents. It is empty if not even one letter fits.

    Example:
        >>> shortened("Omsk College", 10, 45)
        'Omsk…'
    """
    if text_width(text, size) <= most:
        return text
    room = most - text_width(ELLIPSIS, size)
    kept = 0
    for place, character in enumerate(text):
        if _width(character):
            kept = place  # up to here it fits, with all the marks on the letter before
        room -= size * _width(character)
        if room < 0:
            break
    start = text[:kept].rstrip(_LOOSE)
    return start + ELLIPSIS if start else ""
