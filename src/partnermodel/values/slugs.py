"""Ids made of names: ASCII, readable, and the same for ever."""

from __future__ import annotations

import re
import unicodedata

from partnermodel.values.homoglyphs import unmixed
from partnermodel.values.transliteration import transliterated
from partnermodel.wording import worded

_WITHIN_A_WORD = re.compile(r"(?<=[^\W\d_])['’ʼ`´](?=[^\W\d_])")
"""An apostrophe between letters, which parts no words."""


def slug(name: str, *, longest: int | None = None) -> str:
    """Return a name as a short text of `a` to `z`, digits and single hyphens, to be used as an id.

    Cyrillic is written as in a passport (see `transliterated`), in words that mix two scripts the letters
    that look alike are mended first (see `unmixed`), accents and the sign `№` are left out, and whatever
    else is no letter or digit parts two words. Digits stay. The same name gives the same text in every
    release, and two names may give the same text: who needs ids of their own must number them.

    Args:
        name: The name.
        longest: At most so many characters; whole words are left out at the end, and a single longer word
            is cut. None for any number.

    Returns:
        The text; empty when nothing in the name can be written so, as with a name in Chinese.

    Raises:
        ValueError: `longest` is less than 1.

    Example:
        >>> slug("  Школа-интернат № 5 «Ёлочка»"), slug("Children’s Home")
        ('shkola-internat-5-elochka', 'childrens-home')
        >>> slug("Омский колледж профессиональных технологий", longest=20)
        'omskii-kolledzh'
    """
    if longest is not None and longest < 1:
        raise ValueError(
            worded("longest is {given}; give a whole number of characters, 1 or more.", given=longest)
        )
    plain = _WITHIN_A_WORD.sub("", unmixed(name)).replace("№", " ")
    plain = transliterated(unicodedata.normalize("NFKC", plain)).lower()
    words = re.findall("[a-z0-9]+", plain)
    made = "-".join(words)
    if longest is None or len(made) <= longest:
        return made
    cut = made[: longest + 1].rpartition("-")[0]
    return cut or made[:longest]
