"""Which code of the vocabulary is meant by what a cell says: by its labels, and by usual words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from partnermodel.values.text import folded
from partnermodel.vocabulary.vocabulary import STANDARD

OF_A_TIE = "relation"
"""The scheme of the codes for how two organisations are joined."""

# Beside the labels: how registers say it, by the beginning of the text. The first that fits is taken.
_USUAL: dict[str, Mapping[str, str]] = {
    "status": {
        "не действ": "suspended",
        "действ": "active",
        "существ": "exists",
        "работает": "exists",
        "выполн": "active",
        "реализ": "active",
        "в работе": "active",
        "идет": "active",
        "активн": "active",
        "заверш": "completed",
        "законч": "completed",
        "исполнен": "completed",
        "план": "planned",
        "обсужд": "discussed",
        "переговор": "discussed",
        "согласован": "agreed",
        "подписан": "agreed",
        "приостан": "suspended",
        "отмен": "cancelled",
        "ongoing": "active",
        "in progress": "active",
        "running": "active",
        "current": "active",
        "finished": "completed",
        "closed": "completed",
        "ended": "completed",
        "pipeline": "planned",
        "signed": "agreed",
        "talks": "discussed",
        "on hold": "suspended",
        "canceled": "cancelled",
        "operating": "active",
        "open": "active",
    },
    "role": {
        "исполнител": "implementing",
        "соисполнител": "implementing",
        "со исполнител": "implementing",
        "реализ": "implementing",
        "организатор": "organiser",
        "участник": "participant",
        "сторона": "party",
        "финанс": "funding",
        "грантодател": "funding",
        "заказчик": "accountable",
        "площадка": "site",
        "базов": "base-organisation",
        "принимающ": "host",
        "funder": "funding",
        "donor": "funding",
        "lead": "accountable",
        "coordinator": "accountable",
        "implement": "implementing",
        "host": "host",
        "organizer": "organiser",
        "member": "participant",
    },
    # What has a direction is only what the vocabulary calls it: whoever else says it may mean the other one.
    OF_A_TIE: {
        "партнер": "partners-with",
        "сотруднич": "cooperates-with",
        "взаимодейств": "cooperates-with",
        "сетевое взаимодейств": "cooperates-with",
        "partner": "partners-with",
        "cooperat": "cooperates-with",
        "collaborat": "cooperates-with",
    },
    "organisation": {
        "проф": "vocational-college",
        "колледж": "vocational-college",
        "техникум": "vocational-college",
        "многопрофильн": "vocational-college",
        "поо": "vocational-college",
        "спо": "vocational-college",
        "вуз": "university",
        "университет": "university",
        "институт": "university",
        "детский сад": "kindergarten",
        "доу": "kindergarten",
        "коррекц": "special-school",
        "школа интернат": "boarding-school",
        "школ": "school",
        "оо": "school",
        "гимнази": "school",
        "лицей": "school",
        "работодател": "employer",
        "предприят": "employer",
        "министерств": "regional-authority",
        "нко": "non-governmental-organisation",
        "ано": "non-governmental-organisation",
        "общественн": "non-governmental-organisation",
        "college": "vocational-college",
        "company": "employer",
        "business": "employer",
        "charity": "non-governmental-organisation",
        "ngo": "non-governmental-organisation",
        "ministry": "public-authority",
    },
}


@cache
def possible_codes(scheme: str) -> tuple[str, ...]:
    """Return the codes of a scheme that a column may mean; of kinds of relation, those of two organisations.

    Example:
        >>> "funds" in possible_codes("relation"), "offers" in possible_codes("relation")
        (True, False)
    """
    codes = STANDARD.codes(scheme)
    if scheme != OF_A_TIE:
        return codes
    return tuple(code for code in codes if _joins_organisations(code))


def _joins_organisations(kind: str) -> bool:
    term = STANDARD.relation(kind)
    return term is not None and all(
        not ends or "organisation" in ends for ends in (term.sources, term.targets)
    )


def codes_of(scheme: str, texts: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the code that each text seems to mean, and the texts of which nobody can tell.

    Of several spellings that are one when they are folded, the first stands for all.

    Example:
        >>> codes_of("status", ["Действует", "действует", "planned", "реорганизация"])
        ({'Действует': 'active', 'planned': 'planned'}, ['реорганизация'])
    """
    found: dict[str, str] = {}
    unknown = []
    for text in {folded(text): text for text in reversed(list(texts))}.values():
        code = _code_of(scheme, text)
        if code is None:
            unknown.append(text)
        else:
            found[text] = code
    return dict(reversed(found.items())), unknown[::-1]


def _code_of(scheme: str, text: str) -> str | None:
    plain = " ".join(folded(text).replace("-", " ").split())
    if (code := _labels(scheme).get(plain)) is not None:
        return code
    return next((code for stem, code in _USUAL.get(scheme, {}).items() if _begins(plain, stem)), None)


def _begins(text: str, stem: str) -> bool:
    """Return whether a text begins with a stem; one of up to three letters must be a whole word."""
    return text.startswith(stem) and (len(stem) > 3 or text[len(stem) : len(stem) + 1] in ("", " "))


@cache
def _labels(scheme: str) -> Mapping[str, str]:
    """Return the code for each label, in English and Russian, and for each code itself."""
    return {
        " ".join(folded(said).replace("-", " ").split()): code
        for code in possible_codes(scheme)
        for said in (code, STANDARD.label(scheme, code, "en"), STANDARD.label(scheme, code, "ru"))
    }
