"""Dates as they are written in English."""

from __future__ import annotations

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def english_date(year: int, month: int | None, day: int | None) -> str:
    """Return a date as it is written in English, as precise as it is known.

    Example:
        >>> english_date(2024, 9, 1), english_date(2024, 9, None), english_date(2024, None, None)
        ('1 September 2024', 'September 2024', '2024')
    """
    parts = (day, month and _MONTHS[month - 1], year)
    return " ".join(str(part) for part in parts if part is not None)
