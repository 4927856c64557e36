"""Which encodings bytes may be in, judged by how often Russian letters stand, and in which case."""

from __future__ import annotations

import codecs
import math
import unicodedata

CANDIDATES = {
    "utf-8": 0.5,
    "windows-1251": 0.15,
    "koi8-r": 0.0,
    "cp866": 0.0,
    "iso8859-5": -0.05,
    "mac-cyrillic": -0.05,
    "windows-1252": 0.0,
}
"""Encodings in which tables of Russian offices, and of their neighbours, are kept.

To each belongs what is added to its score, since some are met far more often than others.
"""

# How many of a thousand letters of Russian running text are this one (Russian National Corpus, rounded).
_OF_A_THOUSAND = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
    "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14,
    "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 1, "ё": 2,
}  # fmt: skip
_MARKS = "«»„“”’№–—…\u00a0°§"
_RARE = 0.02
"""What a letter or a sign is worth that Russian text does not have, of a thousand."""
_ENOUGH = 4000
_MOST = 3
_WORSE = 3.0
"""What is twenty times less probable a letter is not worth a word."""


def likely_encodings(data: bytes) -> list[str]:
    """Return the encodings that bytes may be in, the likeliest first, three at the most.

    Args:
        data: Some of the bytes of a text.

    Example:
        >>> likely_encodings("Омский колледж".encode("koi8-r"))[0]
        'koi8-r'
    """
    scores: dict[str, float] = {}
    for encoding, usual in CANDIDATES.items():
        try:
            scores[encoding] = _score(data.decode(encoding)) + usual
        except UnicodeDecodeError:
            # One odd byte in a thousand is a slip of a hand; more of them are another encoding.
            text = data.decode(encoding, "replace")
            if text.count("\ufffd") * 1000 <= len(text):
                scores[encoding] = _score(text) + usual - 0.1
    order = sorted(scores, key=lambda encoding: -scores[encoding])
    return [encoding for encoding in order[:_MOST] if scores[encoding] > scores[order[0]] - _WORSE]


def named(encoding: str) -> str:
    """Return an encoding as people call it.

    Example:
        >>> named("cp1251"), named("utf-8"), named("koi8-r")
        ('windows-1251', 'UTF-8', 'koi8-r')
    """
    usual = {codecs.lookup(one).name: one for one in CANDIDATES}.get(encoding, encoding)
    return usual.upper() if usual.startswith("utf") else usual


def _score(text: str) -> float:
    """Return how probable the letters beyond ASCII are on average, as a logarithm."""
    found: list[float] = []
    before = " "
    for letter in text:
        if letter > "\x7f":
            found.append(math.log(_worth(letter, before)))
            if len(found) >= _ENOUGH:
                break
        before = letter
    return math.fsum(found) / len(found) if found else 0.0


def _worth(letter: str, before: str) -> float:
    """Return how often a letter stands after another, of a thousand."""
    worth = _OF_A_THOUSAND.get(letter.lower())
    if worth is None:
        if letter in _MARKS:
            return 5.0
        # A Latin letter with a mark stands among Latin letters, never in a row of its like.
        latin = unicodedata.name(letter, "").startswith("LATIN SMALL")
        return 10.0 if latin and before.isascii() and before.isalpha() else _RARE
    if before.isascii() and before.isalpha():
        # A Latin letter may have slipped into a Cyrillic word, as it looks the same.
        return worth / (100 if letter.isupper() and before.islower() else 10)
    if letter.isupper():
        # Capitals begin a word, or the whole word is in capitals: none comes after a small letter.
        return _RARE * 5 if before.islower() else worth if before.isupper() else worth / 5
    return worth
