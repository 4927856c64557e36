"""Sentences that remember how they were made, so that they can be told again in another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, reduce
from typing import Any


class Worded(str):
    """An English text that remembers its template and what fills the gaps of it.

    It is the text itself for whoever reads it, compares it or prints it; `language` tells it again in
    another language. What is made of it by the methods of `str` is plain text.

    Attributes:
        template: The English sentence with its gaps, which is also its key in the catalogues.
    """

    # There may be very many: a dict for each would take more room than its text does.
    __slots__ = ("_filling", "_gaps", "template")

    template: str
    _gaps: tuple[str, ...]
    _filling: tuple[Any, ...]

    @property
    def values(self) -> Mapping[str, Any]:
        """What fills the gaps, by name: texts, numbers, and sentences like this one."""
        return dict(zip(self._gaps, self._filling, strict=True))

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.template, self.values)


def worded(template: str, /, **values: Any) -> Worded:
    """Return a sentence, in English, that can be told again in another language.

    Args:
        template: The sentence, with a gap such as `{id}` for each value, and `{{` for a brace.
        **values: What fills the gaps: texts, whole numbers, or sentences that are worded themselves.

    Example:
        >>> found = worded("no {noun} has the id {id}", noun=worded("record"), id='"omks"')
        >>> print(found, found.template, sep="; ")
        no record has the id "omks"; no {noun} has the id {id}
    """
    return _made(template, values) if values else _whole(template)


def _made(template: str, values: Mapping[str, Any]) -> Worded:
    made = Worded(template.format_map(values))
    made.template = template
    made._gaps = _shared(tuple(values))
    made._filling = tuple(values.values())
    return made


@lru_cache(maxsize=1000)
def _shared(gaps: tuple[str, ...]) -> tuple[str, ...]:
    return gaps


@lru_cache(maxsize=1000)
def _whole(template: str) -> Worded:
    """Return a sentence without gaps, which is the same for a hundred thousand faults."""
    return _made(template, {})


def _again(template: str, values: Mapping[str, Any]) -> Worded:
    return _made(template, values)


NOTHING = worded("")
"""No sentence at all."""


def together(first: Worded, second: Worded) -> Worded:
    """Return two sentences with a space between them; when there is nothing in the second, the first.

    Example:
        >>> print(together(worded("Look."), worded("See.")), together(worded("Look."), NOTHING), sep="; ")
        Look. See.; Look.
    """
    return worded("{first} {second}", first=first, second=second) if second else first


def alternatives(items: Iterable[str]) -> str:
    """Return texts as one says them when one of them will do: `a`, `a or b`, `a, b or c`.

    Example:
        >>> print(alternatives("ab"), alternatives("abc"), sep="; ")
        a or b; a, b or c
    """
    *others, last = items
    return worded("{some} or {last}", some=one_by_one(others), last=last) if others else last


def one_by_one(items: Iterable[str]) -> str:
    """Return texts with commas between them.

    Example:
        >>> print(one_by_one("abc"))
        a, b, c
    """
    return reduce(lambda some, item: worded("{some}, {item}", some=some, item=item), items)


def one_of_these(words: Iterable[str]) -> Worded:
    """Return the sentence that lists what can be chosen from.

    Example:
        >>> print(one_of_these(["group", "place"]))
        Choose from group, place.
    """
    return worded("Choose from {words}.", words=", ".join(words))
