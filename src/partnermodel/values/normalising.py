"""What a name comes to when it is compared with others: spellings of one name come to one text."""

from __future__ import annotations

import re
from typing import NamedTuple

from partnermodel.values.homoglyphs import unmixed
from partnermodel.values.legal_forms import without_form
from partnermodel.values.text import folded

# A folded № is the letters "no", and may stand close to what is before it.
_NUMBER_SIGN = re.compile(r"(?:(?<![a-z])(?:no|num|number|n)|(?<![а-я])номер|#)[.°]?\s*(?=\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:\s?[-‐-―]\s?(?:ый|ий|ой|ая|ое|го|й|я|е)|st|nd|rd|th)\b")
_HYPHENED = re.compile(r"\b(р|ин|ун)[-‐-―](н|т)\b|\bд/с\b")
_WORDS = re.compile(r"\d+|[^\W\d_]+")

_WRITTEN_OUT = {
    "р-н": "район",
    "ин-т": "институт",
    "ун-т": "университет",
    "д/с": "детский сад",
}

_ALIKE = {
    word: tuple(meant.split())
    for meant, words in {
        "имени": "им",
        "город": "г города городе",
        "область": "обл области",
        "район": "района районе",
        "край": "края",
        "округ": "округа",
        "республика": "респ республики",
        "поселок": "пос поселка",
        "улица": "ул улицы",
        "средняя общеобразовательная школа": "сош",
        "основная общеобразовательная школа": "оош",
        "начальная общеобразовательная школа": "нош",
        "детская школа искусств": "дши",
        "детская музыкальная школа": "дмш",
        "комплексный центр социального обслуживания населения": "кцсон",
        "department": "dept",
        "university": "univ",
    }.items()
    for word in words.split()
}


class NameParts(NamedTuple):
    """The parts of a name that are compared.

    Attributes:
        words: The words and numbers in their order, without the legal form.
        founder: The words of the region that stood after the legal form; empty when none did.
    """

    words: tuple[str, ...]
    founder: tuple[str, ...]


def name_parts(text: str) -> NameParts:
    """Return the parts of a name that are compared; see `normalised_name`.

    Args:
        text: The name, or the name folded (`values.text.folded`), which comes to the same.

    Example:
        >>> name_parts("БПОУ Омской обл. «Колледж № 5»")
        NameParts(words=('колледж', '5'), founder=('омской', 'область'))
    """
    plain = folded(text)
    known = _NUMBER_SIGN.sub(" ", plain)
    known = _ORDINAL.sub("", known)
    known = _HYPHENED.sub(lambda found: _WRITTEN_OUT.get(found[0], found[0]), known)
    # In capitals, since only they are alike in both scripts.
    known = unmixed(known.upper()).casefold().replace("&", " and ")
    words: list[str] = []
    for word in _WORDS.findall(known):
        if word in _ALIKE and not (word == "г" and words and words[-1].isdigit()):
            words += _ALIKE[word]
        else:
            words.append(word)
    if words[:1] == ["the"] and len(words) > 1:
        del words[0]
    return NameParts(*without_form(tuple(words))) if words else NameParts((plain,), ())


def normalised_name(text: str) -> str:
    """Return what a name comes to when it is compared: two spellings of one name come to the same text.

    No difference is made by case, ё and е, quotation marks, dashes and other marks, spaces, the sign
    before a number (`№ 5`, `No. 5`, `#5`, `5`), Latin letters in Cyrillic words and the reverse, the legal
    form (`БПОУ`, `ООО`, `Ltd`, or written out) with the region that stands after it, and usual
    abbreviations (`им.`, `г.`, `обл.`, `СОШ`). Digits are kept exactly: `5` is neither `15` nor `05`.
    Not done: numbers in words or in Roman numerals, cases of other words, the order of words, other
    abbreviations, translation.

    Args:
        text: The name.

    Returns:
        The words in their order, in small letters; of a name without letters and digits, the name.

    Example:
        >>> normalised_name("БПОУ «Омский колледж № 5 им. П. Ёлкина»")
        'омский колледж 5 имени п елкина'
        >>> normalised_name("Oмский колледж №5 имени П. Елкина, БПОУ")
        'омский колледж 5 имени п елкина'
    """
    return " ".join(name_parts(text).words)
