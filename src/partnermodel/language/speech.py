"""How the library says things: sentences of one language, with numbers that agree with their nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from string import Formatter
from typing import Any, TypeVar

import attrs

from partnermodel.errors import UnknownTermError
from partnermodel.language.english import ENGLISH
from partnermodel.language.grammar import Forms, Tongue
from partnermodel.language.quoting import nested
from partnermodel.language.russian import RUSSIAN
from partnermodel.values.dates import OPEN, UNKNOWN_PERIOD, Period
from partnermodel.values.table import Cell, Phrase
from partnermodel.values.text import fallbacks, shown
from partnermodel.wording import worded

T = TypeVar("T")

TONGUES = {tongue.tag: tongue for tongue in (ENGLISH, RUSSIAN)}
"""The languages that the library speaks, by their tag. For a third, write a folder like `russian/`."""


@attrs.frozen
class Speech:
    """The library speaking one language.

    Attributes:
        tongue: The language.

    Example:
        >>> print(speech("ru").counted(3, "organisation"), speech("en").counted(3, "organisation"), sep="; ")
        3 организации; 3 organisations
    """

    tongue: Tongue

    @property
    def language(self) -> str:
        """The tag of the language."""
        return self.tongue.tag

    def say(self, key: str, **values: Any) -> str:
        """Return a sentence or a label, with its gaps filled.

        Args:
            key: The key of the text in the catalogue.
            **values: What fills the gaps, by name.

        Raises:
            KeyError: The catalogue has no such text, or a gap is not filled.
        """
        return "".join(map(str, self.parts(key, **values)))

    def parts(self, key: str, **values: Any) -> tuple[Cell, ...]:
        """Return a sentence or a label in parts, so that a name in another language stays marked as such.

        What stands after the colon of a gap says how it is filled: `{n:number}` with a number,
        `{n:percent}` a share as a percentage, `{n:organisation}` a number with its noun, `{n:organisation*}`
        the same in the genitive, `{n:|has|have}` one of several words by the number alone (with a `*` at its
        end in the genitive), `{names:list}` a list of names in quotation marks, `{name:name}` one such name,
        `{things:items}` a list as it is, and `{text}` what is given: in parts if it is a tuple, with commas
        if it is a list.

        Within the quotation marks of a list or a name, those of the name itself are the inner ones of the
        language. What ends with a full stop takes no second one from the text around it.

        Args:
            key: The key of the text in the catalogue.
            **values: What fills the gaps, by name; a name is a text or a `Phrase`.

        Raises:
            KeyError: The catalogue has no such text or noun, or a gap is not filled.
        """
        found: list[Cell] = []
        for literal, gap, how in _parsed(self.tongue.texts[key]):
            said = literal[1:] if literal.startswith(".") and _ends_with_a_stop(found) else literal
            if said:
                found.append(said)
            if gap is not None:
                found += self._filled(values[gap], how)
        return tuple(found)

    def _filled(self, value: Any, how: str) -> tuple[Cell, ...]:
        if how in ("list", "name", "items"):
            return self._listed(
                [value] if how == "name" else value, ("", "") if how == "items" else self.tongue.quotes
            )
        if how == "":
            if isinstance(value, list):
                return tuple(part for item in value for part in (", ", item))[1:]
            return value if isinstance(value, tuple) else (value,)
        if how == "number":
            return (self.number(value),)
        if how == "percent":
            return (self.percent(value),)
        if how.startswith("|"):
            forms = how[1:].removesuffix("*").split("|")
            return (self._agreeing(_rounded(value), tuple(forms), genitive=how.endswith("*")),)
        return (self.counted(value, how.removesuffix("*"), genitive=how.endswith("*")),)

    def _listed(self, items: Iterable[Cell], marks: tuple[str, str]) -> tuple[Cell, ...]:
        found: list[Cell] = []
        given = list(items)
        for place, item in enumerate(given):
            if place:
                found.append(f" {self.tongue.conjunction} " if place == len(given) - 1 else ", ")
            found += [marks[0], self._within(item) if marks[0] else item, marks[1]]
        return tuple(filter(None, found))

    def _within(self, name: Cell) -> Cell:
        """Return a name as it is written in quotation marks."""
        tongue = self.tongue
        if isinstance(name, Phrase):
            return attrs.evolve(name, text=nested(name.text, tongue.quotes, tongue.inner_quotes))
        return nested(name, tongue.quotes, tongue.inner_quotes) if type(name) is str else name

    def number(self, number: float, *, decimals: int | None = None) -> str:
        """Return a number as people write it: groups of digits from 10,000 on, two decimals at most.

        Args:
            number: The number.
            decimals: How many decimals are written, noughts too; left out, those that there are.

        Example:
            >>> speech("en").number(12345), speech("ru").number(0.5), speech("en").number(1234)
            ('12,345', '0,5', '1234')
            >>> speech("ru").number(0.5, decimals=2)
            '0,50'
        """
        written = str(_rounded(number)) if decimals is None else f"{number:z.{decimals}f}"
        whole, _, fraction = written.replace("-", "−").partition(".")
        sign = "−" if whole.startswith("−") else ""
        whole = whole.removeprefix(sign)
        if len(whole) > 4:
            whole = f"{int(whole):,}".replace(",", self.tongue.thousands)
        whole = f"{sign}{whole}"
        return f"{whole}{self.tongue.decimal}{fraction}" if fraction else whole

    def percent(self, share: float) -> str:
        """Return a share as a percentage; a small one is not rounded to nothing, nor a large one to all.

        Example:
            >>> speech("en").percent(0.25), speech("en").percent(0.001), speech("en").percent(0.999)
            ('25%', 'less than 1%', 'more than 99%')
        """
        rounded = round(100 * share)
        if rounded == 0 and share > 0:
            return self.say("less-than", amount=f"1{self.tongue.percent}")
        if rounded == 100 and share < 1:
            return self.say("more-than", amount=f"99{self.tongue.percent}")
        return f"{self.number(rounded)}{self.tongue.percent}"

    def date(self, date: str) -> str:
        """Return a date as people write it, as precise as it is known.

        Args:
            date: A day, a month or a year of ISO 8601.

        Example:
            >>> speech("en").date("2024-09-01"), speech("en").date("2024")
            ('1 September 2024', '2024')
        """
        year, month, day = [*map(int, date.split("-")), None, None][:3]
        assert year is not None
        return self.tongue.date(year, month, day)

    def period(self, period: Period) -> str:
        r"""Return a period as people write it, with what is not known of it.

        Example:
            >>> speech("ru").period(Period("2019-09", OPEN))
            'сентябрь 2019\xa0г. – по настоящее время'
            >>> print(speech("en").period(Period()))
            not known
        """
        if period == UNKNOWN_PERIOD:
            return self.say("period-unknown")
        start = self.say("start-unknown") if period.start is None else self.date(period.start)
        if period.end == OPEN:
            return self.say("period-open", start=start)
        end = self.say("end-unknown") if period.end is None else self.date(period.end)
        return start if start == end else f"{start} – {end}"

    def alphabetical(self, items: Iterable[T], *, key: Callable[[T], str] = str) -> list[T]:
        """Return items in the order of the alphabet, whatever order they come in.

        Args:
            items: What is to be sorted.
            key: The text that an item is sorted by; left out, the item itself as a text.

        Example:
            >>> print(*speech("ru").alphabetical(["Школа 15", "Юность", "Школа 5", "Ёлка", "Ель"]), sep=", ")
            Ёлка, Ель, Школа 5, Школа 15, Юность
        """
        return sorted(items, key=lambda item: self.tongue.order(key(item)))

    def counted(self, number: float, noun: str, *, genitive: bool = False) -> str:
        """Return a number with its noun, which agrees with it.

        Args:
            number: The number.
            noun: The key of the noun.
            genitive: As it stands after "of", or after the Russian «из».

        Raises:
            KeyError: The catalogue has no such noun.
        """
        form = self._agreeing(_rounded(number), self.tongue.nouns[noun], genitive=genitive)
        return f"{self.number(number)} {form}"

    def _agreeing(self, number: float, forms: Forms, *, genitive: bool) -> str:
        """Return the form of a noun, or of another word, that agrees with a number."""
        place = (self.tongue.form_of if genitive else self.tongue.form)(number)
        singular = place == 1 and (genitive or number % 1)
        return forms[3] if singular and len(forms) > 3 else forms[place]


def _ends_with_a_stop(parts: list[Cell]) -> bool:
    """Return whether parts of a sentence end with a full stop, and not with several."""
    last = str(parts[-1]) if parts else ""
    return last.endswith(".") and not last.endswith("..")


@cache
def _parsed(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return the pieces of a text, each with the gap after it and how that is filled."""
    return tuple((literal, gap, how or "") for literal, gap, how, _ in Formatter().parse(text))


def _rounded(number: float) -> int | float:
    """Return a number as it is written: to two decimals, and without a fraction of nothing."""
    found = round(number, 2)
    return int(found) if found == int(found) else found


@cache
def speech(language: str) -> Speech:
    """Return the library speaking a language.

    Args:
        language: A language tag (BCP 47); `ru-RU` falls back to `ru`.

    Raises:
        UnknownTermError: The library does not speak it.

    Example:
        >>> speech("ru-RU").language
        'ru'
    """
    for tag in fallbacks(language):
        if tag in TONGUES:
            return Speech(TONGUES[tag])
    known = ", ".join(f"{tongue.tag} ({tongue.name})" for tongue in TONGUES.values())
    raise UnknownTermError(
        worded(
            "{language} is not a language that the library speaks. Choose from {known}.",
            language=shown(language),
            known=known,
        )
    )
