"""Rows that are no records: totals, notes and signatures, known by the words that they begin with."""

from __future__ import annotations

import re

from partnermodel.values.text import folded

# An organisation may be called Total Something; nobody is called Итого.
_TOTAL = re.compile(
    r"(?:итого|всего|в том числе|из них|subtotal)\b"
    r"|(?:grand )?total(?= *(?:$|[:\d–—-]|(?:by|for|in|number|of)\b))"
)
_NOTE = re.compile(
    r"(?:\*+|примечани[ея]\b|примеч\.|исп\.|исполнитель\b|составил|ответственн\w+ за|по состоянию на|"
    r"источник:|м\.? ?п\.|подпись\b|notes?\b ?[:.]|source:|prepared by\b|as of\b|signed\b|signature\b)"
)


def seems_total(text: str) -> bool:
    """Return whether a text seems to head a row of totals.

    Example:
        >>> seems_total("ИТОГО:"), seems_total("Всего соглашений: 4"), seems_total("Школа № 5")
        (True, True, False)
    """
    return _TOTAL.match(folded(text)) is not None


def seems_note(text: str) -> bool:
    """Return whether a text seems to be a remark below a table, or what is before a signature.

    Example:
        >>> seems_note("Примечание: по данным школ."), seems_note("Исп. Отдел СПО"), seems_note("Notes Ltd")
        (True, True, False)
    """
    return _NOTE.match(folded(text)) is not None


def seems_no_name(text: str) -> bool:
    """Return whether a text seems to be either, and not the name of anything.

    Example:
        >>> seems_no_name("Total: 12"), seems_no_name("Source: the ministry"), seems_no_name("Total Energy")
        (True, True, False)
    """
    return seems_total(text) or seems_note(text)


_PERSON = re.compile(r"\b[А-ЯЁA-Z]\. ?[А-ЯЁA-Z]\.|[а-яё](?:вич|вна|чна)\b")


def beginning(text: str) -> str:
    """Return as much of what stands below a table as tells nothing of persons.

    Example:
        >>> beginning("Исп. отдел СПО"), beginning("Глава А. А. Петрова"), beginning("Итого: 5")
        ('Исп. …', 'Глава …', 'Итого: 5')
    """
    if seems_note(text) or _PERSON.search(text):
        return f"{text.split(maxsplit=1)[0]} …"
    return text
