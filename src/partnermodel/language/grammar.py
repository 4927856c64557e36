"""What one language asks of whoever speaks it: which form a number takes, and how numbers are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import attrs

from partnermodel.language.order import Key
from partnermodel.wording import worded

T = TypeVar("T")

NO_BREAK_SPACE = "\u00a0"

Forms = tuple[str, ...]
"""The forms of a noun: in English for 1 and for 2, in Russian for 1, for 2 and for 5.

A Russian noun has a fourth form, its genitive singular, where that is not the form for 2: beside "из 1" and
beside a fraction stands `закрытого пробела`, beside 2 `закрытых пробела`.
"""


@attrs.frozen
class Word:
    """A noun that messages are made with.

    Attributes:
        nominative: As it is by itself.
        genitive: As in "the field of an organisation".
        accusative: As in "add an organisation".
        gender: Which of several forms agrees with it: the place of the form.
    """

    nominative: str
    genitive: str
    accusative: str
    gender: int


Message = str | Word
"""What a message is in a language: a sentence with gaps, or a noun."""


@attrs.frozen
class Tongue:
    """A language: its grammar of numbers, its nouns and its sentences.

    Attributes:
        tag: Its language tag (BCP 47).
        name: What it calls itself.
        form: Which form of a noun stands beside a number in the nominative: its place among the forms.
        form_of: The same for a number in the genitive, as after "of": its place among the forms.
        decimal: What stands before the fraction of a number.
        thousands: What stands between groups of three digits, from five digits on.
        percent: What stands after a percentage.
        conjunction: What stands before the last item of a list.
        quotes: What stands before and after a name.
        inner_quotes: What stands in their place within a name that is in quotation marks.
        date: How a date is written, from its year, month and day, of which the last two may be unknown.
        order: What a text is sorted by.
        nouns: The nouns by their key.
        texts: The sentences and labels by their key.
        messages: What is said of faults and doubts, by the English of it.
    """

    tag: str
    name: str
    form: Callable[[float], int]
    form_of: Callable[[float], int]
    decimal: str
    thousands: str
    percent: str
    conjunction: str
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    date: Callable[[int, int | None, int | None], str]
    order: Callable[[str], Key]
    nouns: Mapping[str, Forms]
    texts: Mapping[str, str]
    messages: Mapping[str, Message] = attrs.field(factory=dict)


def english_form(number: float) -> int:
    """Return which form of a noun stands beside a number in English (CLDR: `one`, `other`).

    Example:
        >>> [("year", "years")[english_form(number)] for number in (1, 2, 0, 1.5)]
        ['year', 'years', 'years', 'years']
    """
    return 0 if number == 1 else 1


def russian_form(number: float) -> int:
    """Return which form of a noun stands beside a number in Russian (CLDR: `one`, `few` or `other`, `many`).

    A number with a fraction takes the form of two: 1,5 года.

    Example:
        >>> [("год", "года", "лет")[russian_form(number)] for number in (1, 2, 5, 11, 21, 112, 1.5)]
        ['год', 'года', 'лет', 'лет', 'год', 'лет', 'года']
    """
    if number % 1:
        return 1
    tens, ones = divmod(int(number) % 100, 10)
    if tens == 1 or ones == 0 or ones >= 5:
        return 2
    return 0 if ones == 1 else 1


def russian_form_of(number: float) -> int:
    """Return which form stands beside a number in the Russian genitive: из 1 года, из 2 лет, из 21 года.

    The genitive singular is the form of two, or else the fourth form.

    Example:
        >>> [("год", "года", "лет")[russian_form_of(number)] for number in (1, 2, 5, 21)]
        ['года', 'лет', 'лет', 'года']
    """
    return 1 if number % 1 or russian_form(number) == 0 else 2


def merged(*topics: Mapping[str, T]) -> Mapping[str, T]:
    """Return the words of several topics together.

    Args:
        *topics: The words of each topic by their keys.

    Raises:
        ValueError: Two topics have the same key.
    """
    found: dict[str, T] = {}
    for topic in topics:
        if twice := found.keys() & topic.keys():
            raise ValueError(worded("two topics have the key {key}", key=min(twice)))
        found.update(topic)
    return found
