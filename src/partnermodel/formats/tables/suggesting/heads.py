"""What the head of a column means, by the stems of its words, in English and Russian."""

from __future__ import annotations

import re
from functools import cache

from partnermodel.values.text import folded

PERSONAL = "personal"
"""What a column means that tells of persons, of whom nothing is kept."""

KIND_OF_TIE = "kind of tie"
"""What a column means that says how the two organisations of a row are joined."""

NUMBER = "row number"
"""What a column means that only counts the rows."""

# What a column means, and the stems that its head has for it: words of one way to say it, with commas
# between the ways. What stands higher is preferred; of two that fit, the one with more words.
_MEANINGS: dict[str, str] = {
    NUMBER: "п п, п/п, номер строки, row number",
    PERSONAL: (
        "фио, ф и о, фамил, отчеств, директор, руководител, контактн лицо, контактн лица, контактн лицу, "
        "контактн лиц, ответствен, телефон, тел, факс, email, e mail, mail, электрон почт, эл почт, паспорт, "
        "снилс, дата рожд, phone, fax, contact, first name, last name, surname, principal, headteacher, "
        "manager, birth"
    ),
    "identifiers.inn": "инн, inn",
    "identifiers.ogrn": "огрн, ogrn",
    "identifiers.kpp": "кпп, kpp",
    "identifiers.oktmo": "октмо, oktmo",
    "identifiers.ror": "ror",
    "identifiers.wikidata": "wikidata, викиданн",
    "identifiers.lei": "lei",
    "identifiers.isni": "isni",
    "project id": (
        "код проект, номер проект, id проект, project id, project code, project number, grant number"
    ),
    "id": "id, идентификатор, ид, код организац, organisation id, organization id",
    "document date": (
        "дата соглашен, дата договор, дата приказ, дата документ, date agreement, date document"
    ),
    "period.start": (
        "начал, дата основан, дата создан, год основан, год создан, дата регистрац, дата заключ, "
        "дата подпис, start, from, since, founded, established, signed"
    ),
    "period.end": "окончан, завершен, дата ликвид, срок действ, end, until, till, expir, closed",
    "role": "роль, role",
    "status": "статус, состоян, стади, status, state, stage",
    "size": "числен, количеств обуч, количеств студент, контингент, participants, enrolment, headcount, size",
    "aliases": "кратк, сокращ, аббревиатур, прежн наимен, short, abbreviat, acronym, alias, also known",
    "kind": "тип, вид, категори, type, kind, category",
    "project": "проект, инициатив, мероприят, project, initiative, event",
    "partner": (
        "партн, работодател, втор организац, втор учрежден, втор сторон, partner, employer, "
        "second organisation, second organization, second party"
    ),
    "programme": "программ, специальност, професси, направлен подготов, programme, program, course",
    "document": "документ, реквизит договор, договор, соглашен, приказ, document, agreement, source",
    "place": (
        "регион, субъект, област, край, город, населен пункт, муниципал, район, region, city, town, "
        "municipality, district, county, country, страна"
    ),
    "description": "описан, примечан, коммент, пояснен, description, notes, note, comment, remark",
    "name": (
        "наимен, назван, организац, учрежден, колледж, школ, предприят, перв сторон, name, organisation, "
        "organization, institution, college, school, company, first party"
    ),
}

# A head with one of these counts or measures, whatever else it says.
_AMOUNTS = (
    "количеств, кол во, колво, числ, шт, сумм, стоимост, бюджет, руб, amount, budget, funding, cost, "
    "number of"
)

# A head with one of these tells of an agreement, where a row names both who have made it.
_AGREED = (
    "заключ, подпис, срок действ, соглашен, договор, реквизит, документ, signed, concluded, expir, "
    "agreement, contract, document"
)

# A head with one of these tells of how long an organisation is there, also where a row names two.
_FOUNDED = "основан, создан, регистрац, ликвид, founded, established, incorporated, closed"

# A head with one of these says how two are joined, where a row names both.
_TIED = (
    "вид связ, тип связ, характер связ, вид отношен, тип отношен, характер отношен, вид взаимодейств, "
    "тип взаимодейств, характер взаимодейств, форма взаимодейств, вид сотрудничеств, тип сотрудничеств, "
    "форма сотрудничеств, вид партнерств, тип партнерств, форма партнерств, kind relation, type relation, "
    "nature relation, kind tie, type tie, kind link, type link, kind partnership, type partnership, "
    "kind cooperation, type cooperation, kind collaboration, type collaboration"
)

_WORD = re.compile(r"[^\W_]+")

# Where words are joined as programmers join them: projectID, endDate.
_JOINED = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")


def meaning_of(head: str) -> str | None:
    """Return what a column means by its head: a path of a field, another key of this file, or None.

    Example:
        >>> meaning_of("Наименование организации / полное"), meaning_of("ИНН партнёра"), meaning_of("Цвет")
        ('name', 'identifiers.inn', None)
    """
    words = _words(head)
    if not words:
        return None
    found = max(_ways(), key=lambda way: (_fits(way[1], words) * len(way[1]), way[2]))
    meaning = found[0] if _fits(found[1], words) else None
    counted = _has_one(head, _AMOUNTS)
    return None if counted and meaning not in ("size", PERSONAL) else meaning


def tells_of_an_agreement(head: str) -> bool:
    """Return whether a column tells of what two have agreed on, and of neither of them, by its head.

    Example:
        >>> tells_of_an_agreement("Дата заключения"), tells_of_an_agreement("Дата основания")
        (True, False)
    """
    return _has_one(head, _AGREED)


def tells_of_a_founding(head: str) -> bool:
    """Return whether a column tells since when or until when an organisation is there, by its head.

    Example:
        >>> tells_of_a_founding("Дата основания"), tells_of_a_founding("Начало")
        (True, False)
    """
    return _has_one(head, _FOUNDED)


def tells_of_a_tie(head: str) -> bool:
    """Return whether a column tells how two are joined, by its head.

    Example:
        >>> tells_of_a_tie("Вид связи"), tells_of_a_tie("Тип партнёра"), tells_of_a_tie("Type of relation")
        (True, False, True)
    """
    return _has_one(head, _TIED)


def _has_one(head: str, said: str) -> bool:
    """Return whether a head has one of some words, or several that belong together."""
    words = _words(head)
    return any(_fits(stems, words) for stems in _stems(said))


def _words(head: str) -> list[str]:
    return _WORD.findall(folded(_JOINED.sub(" ", head)))


@cache
def _ways() -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """Return each way to say each meaning, and how much it is preferred."""
    return tuple(
        (meaning, stems, -place)
        for place, (meaning, said) in enumerate(_MEANINGS.items())
        for stems in _stems(said)
    )


@cache
def _stems(said: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_WORD.findall(folded(way))) for way in said.split(","))


def _fits(stems: tuple[str, ...], words: list[str]) -> bool:
    """Return whether each stem begins a word; one of up to three letters is the whole word."""
    return all(
        any(word == stem or (len(stem) > 3 and word.startswith(stem)) for word in words) for stem in stems
    )
