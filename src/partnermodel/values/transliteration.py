"""Cyrillic written in Latin letters, by a table that never changes: ids are made of it.

The table is that of ICAO Doc 9303 (Machine Readable Travel Documents, part 3, section 6), which Russian
passports follow. Of the tables in use it is the one that needs neither apostrophes nor the letters around:
each letter has one writing, in ASCII. Its exceptions for single languages are not made, since a name does
not say its language. Letters of the languages of Russia and its neighbours that it leaves out, and Latin
letters that are no letter with an accent, are added below it.
"""

from __future__ import annotations

import unicodedata

ICAO_9303 = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y",
    "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "є": "ie", "ґ": "g", "ђ": "d", "ѕ": "dz", "ј": "j", "љ": "lj",
    "њ": "nj", "ћ": "c", "џ": "dz", "ѵ": "y", "ѫ": "u",
}  # fmt: skip
"""Small letters, as ICAO Doc 9303 writes them; it writes ё, й, ї, ў, ѓ and ќ as е, и, і, у, г and к."""

ADDED = {
    "ә": "a", "ғ": "g", "җ": "zh", "ҙ": "z", "қ": "k", "ҡ": "k", "ң": "n", "ҥ": "n", "ӈ": "n", "ө": "o",
    "ҫ": "s", "ү": "u", "ұ": "u", "ҳ": "kh", "һ": "h", "ҷ": "ch", "ҹ": "ch", "ӏ": "",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip
"""Small letters that the table leaves out."""

_SMALL = {**ICAO_9303, **ADDED}
_TABLE = str.maketrans(_SMALL)
_ACCENTS = range(0x300, 0x370)


def transliterated(text: str) -> str:
    """Return a text with its Cyrillic in Latin letters, and no letter with an accent.

    The letters are those of ICAO Doc 9303, as in a Russian passport: `щ` is `shch`, `ъ` is `ie`, `ь` is
    left out, `ё` and `э` are `e`. What the text holds besides, of other scripts too, stays as it is. The
    way back does not exist: `и` and `й` become one letter.

    Args:
        text: Any text. Composed and decomposed letters come to the same.

    Example:
        >>> transliterated("Щёлково, ЩИТ, Tübingen, Њива")
        'Shchelkovo, SHCHIT, Tubingen, Njiva'
    """
    if text.isascii():
        return text
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if ord(letter) not in _ACCENTS)
    if bare == bare.lower():
        return unicodedata.normalize("NFC", bare.translate(_TABLE))
    made = "".join(
        letter
        if letter.isascii()
        else _written(letter, bare[max(place - 1, 0) : place], bare[place + 1 : place + 2])
        for place, letter in enumerate(bare)
    )
    return unicodedata.normalize("NFC", made)


def _written(letter: str, before: str, after: str) -> str:
    """Return how a letter is written; a capital among capitals is written in capitals only."""
    small = letter.lower()
    made = _SMALL.get(small)
    if made is None or letter == small:
        return letter if made is None else made
    near = after if after.isalpha() else before
    return made.upper() if near.isupper() else made.capitalize()
