"""Dates as they are written in Russian."""

from __future__ import annotations

from partnermodel.language.grammar import NO_BREAK_SPACE

_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_OF_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def russian_date(year: int, month: int | None, day: int | None) -> str:
    r"""Return a date as it is written in Russian, as precise as it is known.

    Example:
        >>> [russian_date(2024, 9, 1), russian_date(2024, 9, None), russian_date(2024, None, None)]
        ['1 сентября 2024\xa0г.', 'сентябрь 2024\xa0г.', '2024\xa0г.']
    """
    written = f"{year}{NO_BREAK_SPACE}г."
    if month is None:
        return written
    return f"{_MONTHS[month - 1]} {written}" if day is None else f"{day} {_OF_MONTHS[month - 1]} {written}"
