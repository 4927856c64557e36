"""Alphabetical order as readers of a language know it, with numbers by their size."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Key = tuple[tuple[str | tuple[int, str], ...], str]
"""What a text is sorted by: its words and numbers as the alphabet has them, then the text itself."""

_BREVE = "\u0306"


def english_order(text: str) -> Key:
    """Return what a text is sorted by in English: without regard to case, accents and punctuation.

    Example:
        >>> sorted(["school 15", "École", "“Early”", "School 5", "eclair"], key=english_order)
        ['“Early”', 'eclair', 'École', 'School 5', 'school 15']
    """
    return _ordered(text, lambda base, mark: False)


def russian_order(text: str) -> Key:
    """Return what a text is sorted by in Russian: ё stands with е, and й is a letter of its own.

    Example:
        >>> sorted(["жук", "ёлка", "Емеля", "ель", "яма", "йод", "ива"], key=russian_order)
        ['ёлка', 'ель', 'Емеля', 'жук', 'ива', 'йод', 'яма']
    """
    # In decomposed text й is и with a breve; ё is е with two dots, which do not count.
    return _ordered(text, lambda base, mark: base == "и" and mark == _BREVE)


def _ordered(text: str, is_letter: Callable[[str, str], bool]) -> Key:
    """Return the key of a text, in which a mark counts only where it makes a letter of its own."""
    letters: list[str] = []
    for character in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.combining(character):
            if letters and is_letter(letters[-1], character):
                letters[-1] = "и\uffff"  # after every word that goes on with a plain и
        elif character.isalnum():
            letters.append(character)
        elif character.isspace() and letters and letters[-1] != " ":
            letters.append(" ")
    # Splitting at numbers gives texts and numbers in turn, so that like is compared with like.
    pieces = re.split(r"([0-9]+)", "".join(letters).strip())
    first = tuple(
        (len(piece.lstrip("0")), piece.lstrip("0")) if place % 2 else piece
        for place, piece in enumerate(pieces)
    )
    return first, text
