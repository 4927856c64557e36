"""Legal forms in the names of organisations, short and written out, and the founder after them."""

from __future__ import annotations

from itertools import product

from partnermodel.values.homoglyphs import as_latin
from partnermodel.values.transliteration import transliterated


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSTITUTIONS = frozenset(
    form
    for parts in product(
        ("", "г", "м", "ф", "фг", "кг", "ог", "о", "н", "ч"),
        ("", "б", "а", "к"),
        ("поу", "оу", "доу", "споу", "уз", "ук", "усо", "удо", "удпо", "у"),
    )
    if len(form := "".join(parts)) > 2 or form in ("бу", "ау", "ку")
)
"""Russian institutions, put together as the forms themselves are: whose, of which type, for what.

`г` is the state's, `м` the municipality's, `фг` the federation's, `кг` and `ог` a territory's or a region's;
`б` is budgetary, `а` autonomous, `к` treasury; `поу` is a vocational institution, `оу` an educational one.
"""

COMPANIES = _words("ооо ао пао оао зао ано анпо аноо анпоо нко нп нпо роо моо фгуп гуп муп ип")
"""Russian companies, enterprises and bodies that seek no profit."""

_LEVELS = _words("во впо спо дпо до нпо")
"""What may stand after the short form of an institution: of higher, vocational or further education."""

_REGIONS_SHORT = _words("оо нсо мо чо ло кк рт рб рк рх ао хмао янао")
"""Founders by their letters, which stand after the short form of an institution."""

FOREIGN = _words("ltd limited inc incorporated llc llp plc cic cio corp gmbh ggmbh sarl") | frozenset(
    [written for form in (*INSTITUTIONS, *COMPANIES) if len(written := transliterated(form)) > 2]
    + [twin.lower() for form in (*INSTITUTIONS, *COMPANIES) if (twin := as_latin(form.upper())).isascii()]
)
"""Short forms in Latin letters: foreign ones, and Russian ones that are transliterated or look alike."""

_PHRASES = {
    phrase[0]: phrase
    for phrase in (
        ("community", "interest", "company"),
        ("charitable", "incorporated", "organisation"),
        ("limited", "liability", "company"),
        ("public", "limited", "company"),
        ("общество", "с", "ограниченной", "ответственностью"),
    )
}

_RUSSIAN = INSTITUTIONS | COMPANIES
SHORT = _RUSSIAN | FOREIGN

_STEMS = _words(
    "федеральн государственн краев областн окружн муниципальн районн бюджетн автономн казенн частн "
    "негосударственн профессиональн общеобразовательн дошкольн образовательн некоммерческ общественн "
    "благотворительн религиозн унитарн акционерн публичн непубличн закрыт открыт"
)
_ENDINGS = ("ое", "ого", "ому", "ая", "ой", "ую")
_ADJECTIVES = frozenset(stem + ending for stem in _STEMS for ending in _ENDINGS)
_NOUNS = _words(
    "учреждение учреждения учреждению организация организации организацию предприятие предприятия общество "
    "общества партнерство партнерства"
)
_TAILS = tuple(
    tuple(tail.split())
    for tail in (
        "высшего профессионального образования",
        "среднего профессионального образования",
        "начального профессионального образования",
        "дополнительного профессионального образования",
        "высшего образования",
        "дополнительного образования",
        "социального обслуживания",
        "здравоохранения",
        "культуры",
    )
)
_MOST = 8
"""How many adjectives a form has at the most, so that a long row of them is not read again and again."""

_REGIONS = frozenset({"область", "край", "район", "округ", "республика"})


def without_form(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name without its legal form, and the founder that stood after the form.

    Short forms count at the beginning and the end of a name and after "филиал"; those that are written out
    count wherever they stand. A name that is nothing but a form stays.

    Args:
        words: The words, folded, abbreviations written out (see `name_parts`).

    Example:
        >>> without_form(("бпоу", "омской", "область", "омский", "колледж"))
        (('омский', 'колледж'), ('омской', 'область'))
    """
    left: list[str] = []
    founder: tuple[str, ...] = ()
    place = 0
    while place < len(words):
        after, institution = _form_at(words, place)
        if after == place:
            left.append(words[place])
            place += 1
            continue
        place = after
        if institution:
            place = _founder_end(words, after)
            founder = founder or words[after:place]
    return (tuple(left), founder) if left else (words, ())


def _form_at(words: tuple[str, ...], place: int) -> tuple[int, bool]:
    """Return where the form at a place ends (the place, if none is there), and if a founder may follow."""
    word = words[place]
    if word in SHORT:
        level = words[place + 1 : place + 2]
        end = place + 2 if word in _RUSSIAN and level and level[0] in _LEVELS else place + 1
        if place == 0 or end == len(words) or words[place - 1] in ("филиал", "filial"):
            return end, word in INSTITUTIONS
    elif word in _ADJECTIVES:
        end = place + 1
        while end < min(len(words), place + _MOST) and words[end] in _ADJECTIVES:
            end += 1
        if end < len(words) and words[end] in _NOUNS:
            end += 1
            tails = (tail for tail in _TAILS if words[end : end + len(tail)] == tail)
            return end + len(next(tails, ())), True
    elif (phrase := _PHRASES.get(word)) and words[place : place + len(phrase)] == phrase:
        return place + len(phrase), False
    return place, False


def _founder_end(words: tuple[str, ...], place: int) -> int:
    """Return where the founder at a place ends: `омской область`, `республика татарстан`, `оо`."""
    if words[place : place + 1] and words[place] in _REGIONS_SHORT:
        return place + 1
    if words[place : place + 1] == ("республика",):
        return min(place + 2, len(words))
    for end in range(place, min(place + 4, len(words))):
        if words[end] in _REGIONS:
            return end + 1 if end > place else place
        if not words[end].endswith(("ой", "ого", "о", "ханты")):
            break
    return place
