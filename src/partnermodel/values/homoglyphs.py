"""Letters of two scripts that look alike: a word that mixes Latin and Cyrillic by mistake is mended."""

from __future__ import annotations

import re

_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_BOTH = re.compile("[A-Za-z][^A-Za-zЀ-ӿ]*[Ѐ-ӿ]|[Ѐ-ӿ][^A-Za-zЀ-ӿ]*[A-Za-z]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_CYRILLIC_LETTER = re.compile("[Ѐ-ӿ]")
_LETTERS = re.compile(r"[^\W\d_]+")


def unmixed(text: str) -> str:
    """Return a text in which words of Latin and Cyrillic letters are of one script, where they can be.

    A letter is exchanged only for one that looks the same, and only if the whole word becomes one of a
    single script by it: of Cyrillic, and if that cannot be, of Latin. A word of one script stays,
    whatever stands around it.

    Args:
        text: Any text.

    Example:
        >>> unmixed("Oмск") == "Омск", unmixed("3D-печать, IT-куб")
        (True, '3D-печать, IT-куб')
    """
    return _LETTERS.sub(lambda found: _of_one_script(found[0]), text) if _mixes(text) else text


def strays(text: str) -> tuple[str, str] | None:
    """Return the first word that `unmixed` mends, and the letters of the other script in it; None if none is.

    Args:
        text: Any text.

    Example:
        >>> strays("г. Oмск") == ("Oмск", "O"), strays("IT-куб")
        (True, None)
    """
    if not _mixes(text):
        return None
    for found in _LETTERS.finditer(text):
        word, mended = found[0], _of_one_script(found[0])
        if word != mended:
            return word, "".join(one for one, other in zip(word, mended, strict=True) if one != other)
    return None


def as_cyrillic(word: str) -> str:
    """Return a word with the Cyrillic letters that look like its Latin ones.

    Example:
        >>> as_cyrillic("OOO") == "ООО"
        True
    """
    return word.translate(_TO_CYRILLIC)


def as_latin(word: str) -> str:
    """Return a word with the Latin letters that look like its Cyrillic ones.

    Example:
        >>> as_latin("АО") == "AO"
        True
    """
    return word.translate(_TO_LATIN)


def _mixes(text: str) -> bool:
    """Return whether letters of both scripts stand side by side, or with no others between them."""
    # Most texts are of one script, which is found in a fraction of the time.
    return (
        not text.isascii()
        and _LATIN_LETTER.search(text) is not None
        and _CYRILLIC_LETTER.search(text) is not None
        and _BOTH.search(text) is not None
    )


def _of_one_script(word: str) -> str:
    latin = [letter for letter in word if letter.isascii()]
    cyrillic = [letter for letter in word if "Ѐ" <= letter <= "ӿ"]
    if not latin or not cyrillic:
        return word
    if all(letter in _LATIN for letter in latin):
        return as_cyrillic(word)
    return as_latin(word) if all(letter in _CYRILLIC for letter in cyrillic) else word
