"""Dates as people write them in cells, Russian and English, into dates of ISO 8601; never by guessing."""

from __future__ import annotations

import calendar
import re

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.values.dates import OPEN
from partnermodel.values.text import folded, shown
from partnermodel.wording import worded

_MONTHS: tuple[str, ...] = (
    "январь января январе янв january jan",
    "февраль февраля феврале фев февр february feb",
    "март марта марте мар march mar",
    "апрель апреля апреле апр april apr",
    "май мая мае may",
    "июнь июня июне июн june jun",
    "июль июля июле июл july jul",
    "август августа августе авг august aug",
    "сентябрь сентября сентябре сен сент september sep sept",
    "октябрь октября октябре окт october oct",
    "ноябрь ноября ноябре ноя нояб november nov",
    "декабрь декабря декабре дек december dec",
)
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

_OPEN_WORDS = (
    "..", "…", "н.в.", "н. в.", "н.в", "нв", "настоящее время", "наст. время", "наст. вр.",
    "по настоящее время", "до настоящего времени", "по н.в.", "до н.в.", "бессрочно", "бессрочный",
    "present", "the present", "now", "today", "ongoing", "to date", "until further notice", "open",
)  # fmt: skip
_OPEN = frozenset(map(folded, _OPEN_WORDS))

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ t]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?")
_THREE = re.compile(r"(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4}) ?[./] ?(\d{1,2})(?: ?[./] ?(\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[./-] ?(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?\d{2}")
_SERIAL = re.compile(r"[1-9]\d{4}(\.0+)?")
_TAIL = re.compile(r"[ ,]*(?<![^\W\d_])(?:гг?\.?|года?|году)$")
_WORD = re.compile(r"\d+|[^\W\d_]+")

# What a date in words may say besides its day, its month and its year.
_PASSED = frozenset({"г", "год", "года", "году", "в", "of", "in", "st", "nd", "rd", "th", "the"})

_RANGES = (
    re.compile(r"(?:с|со|from) (.+?) (?:по|до|to|until|till) (.+)"),
    re.compile(r"(\d{4}) ?[-/] ?(\d{4})(?: ?(?:гг?\.?|годы))?"),
    re.compile(r"(.+?) ?(?:[–—]|\.\.\.?|…) ?(.+)"),
    re.compile(r"(\d{4}(?:-\d{2}){0,2})/(\d{4}(?:-\d{2}){0,2}|\.\.)"),
    re.compile(r"(.+?) (?:-|to|until|till|по) (.+)"),
    re.compile(r"(.*?\d{4}) ?- ?(.+)"),
)
_FROM = re.compile(r"(?:с|со|from|since) (.+)")
_UNTIL = re.compile(r"(?:по|до|until|till|to) (.+)")
_STARTED = re.compile(r"(.+?) ?(?:[–—-]|\.\.|…)")

Span = tuple[str | None, str | None]


def date_of(text: str, order: str = "day-first") -> str | Refusal:
    """Return the date that a text says, as a day, a month or a year of ISO 8601.

    Args:
        text: The text.
        order: How a date of three numbers is read: `day-first`, `month-first` or `year-first`.

    Example:
        >>> date_of("01.09.2024"), date_of("1 сентября 2024 г."), date_of("Sept 2024")
        ('2024-09-01', '2024-09-01', '2024-09')
        >>> date_of("01.09.24").code
        'short-year'
    """
    plain = folded(text)
    if _ISO.fullmatch(plain):
        return plain
    if found := _WITH_TIME.fullmatch(plain):
        return found[1]
    plain = _TAIL.sub("", plain)
    if re.fullmatch(r"\d{4}", plain):
        return plain
    if found := _YEAR_FIRST.fullmatch(plain):
        return _checked(text, found[1], found[2], found[3])
    if found := _MONTH_YEAR.fullmatch(plain):
        return _checked(text, found[2], found[1])
    if found := _THREE.fullmatch(plain):
        return _three(text, found, order)
    if _SHORT_YEAR.fullmatch(plain):
        return Refusal(
            "short-year",
            worded("{value} has a year of two digits, which may be of either century", value=shown(text)),
            worded("Write the year with four digits."),
        )
    if _SERIAL.fullmatch(plain):
        return Refusal(
            "day-number",
            worded("{value} is a number, as a spreadsheet keeps a day inside", value=shown(text)),
            worded("Give the cells of the column the format of a date, and save the table again."),
        )
    return _in_words(text, plain) or _no_date(text)


_DATES = worded("Write a day, a month or a year, such as 01.09.2024, 2024-09-01, 2024-09 or 2024.")


def _no_date(text: str) -> Refusal:
    return Refusal("bad-date", worded("{value} is not a date", value=shown(text)), _DATES)


def _three(text: str, found: re.Match[str], order: str) -> str | Refusal:
    first, second, year = found[1], found[2], found[3]
    if order == "year-first":
        return Refusal(
            "bad-date",
            worded("{value} does not begin with its year, as the mapping says", value=shown(text)),
            worded('Write in the mapping dates = "day-first" or "month-first", whichever is right.'),
        )
    day, month = (first, second) if order == "day-first" else (second, first)
    return _checked(text, year, month, day)


def _checked(text: str, year: str, month: str, day: str | None = None) -> str | Refusal:
    """Return a date of numbers, or why there is no such date, in the words of the cell."""
    if not 1 <= int(month) <= 12:
        swapped = day is not None and 1 <= int(day) <= 12
        return Refusal(
            "bad-date",
            worded("{value} is not a date: there is no month {month}", value=shown(text), month=int(month)),
            worded(
                "If the month stands first, say so in the mapping: dates = {order}.", order='"month-first"'
            )
            if swapped and text.strip().startswith(str(day))
            else worded(
                "If the day stands first, say so in the mapping: dates = {order}.", order='"day-first"'
            )
            if swapped
            else _DATES,
        )
    if day is None:
        return f"{year}-{month:0>2}"
    last = calendar.monthrange(int(year), int(month))[1]
    if int(day) > last:
        reason = worded("that month has {last} days", last=last)
        said = worded(
            "{value} is not {what}: {reason}", value=shown(text), what=worded("a date"), reason=reason
        )
        return Refusal("impossible-date", said, _DATES)
    return f"{year}-{month:0>2}-{day:0>2}" if int(day) else _no_date(text)


def _in_words(text: str, plain: str) -> str | Refusal | None:
    """Return a date whose month is a word, with its parts in any order; None when it is none."""
    words = [word for word in _WORD.findall(plain) if word not in _PASSED]
    months = [_MONTH_OF[word] for word in words if word in _MONTH_OF]
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    days = [word for word in words if re.fullmatch(r"\d{1,2}", word)]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        return None
    return _checked(text, years[0], str(months[0]), *days)


def end_of(text: str, order: str = "day-first") -> str | Refusal:
    """Return the end of a period that a text says: a date, or `..` for one that is open.

    Example:
        >>> end_of("по настоящее время"), end_of("31.12.2025")
        ('..', '2025-12-31')
    """
    return OPEN if folded(text) in _OPEN else date_of(text, order)


def span_of(text: str, order: str = "day-first") -> Span | Refusal:
    """Return the start and the end of the period that a text says; what it does not say is None.

    A single date is the whole of its year, its month or its day.

    Example:
        >>> span_of("с 2019 г. по н.в."), span_of("2019–2022"), span_of("с сентября 2024 г.")
        (('2019', '..'), ('2019', '2022'), ('2024-09', None))
    """
    plain = folded(text)
    whole = date_of(plain, order)
    if not isinstance(whole, Refusal):
        return whole, whole
    if plain in _OPEN:
        return None, OPEN
    for pattern in _RANGES:
        if found := pattern.fullmatch(plain):
            ends = date_of(found[1], order), end_of(found[2], order)
            if not any(isinstance(end, Refusal) for end in ends):
                return ends  # type: ignore[return-value]  # neither is refused
    for pattern, start in ((_FROM, True), (_UNTIL, False), (_STARTED, True)):
        if found := pattern.fullmatch(plain):
            one = date_of(found[1], order) if start else end_of(found[1], order)
            if not isinstance(one, Refusal):
                return (one, None) if start else (None, one)
    return _no_span(text, whole)


def _no_span(text: str, reason: Refusal) -> Refusal:
    if reason.code != "bad-date":
        return reason
    return Refusal(
        "bad-period",
        worded("{value} is not a period", value=shown(text)),
        worded("Write its first and its last day, month or year, each with its year, such as 2019–2022."),
    )
