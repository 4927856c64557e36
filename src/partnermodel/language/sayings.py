"""What is to be said, in no language yet: texts of the catalogue, names, labels, and rows of such.

An answer is made once and read in any language: it keeps what it has to say as it is here, and is told in a
language when somebody looks. Whatever is here is a value, which can be compared, hashed and pickled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.values.mapping import EMPTY, FrozenMap
from partnermodel.values.table import Cell, Phrase
from partnermodel.values.text import fallbacks
from partnermodel.wording import Worded

if TYPE_CHECKING:
    from partnermodel.language.speech import Speech


class Sayable:
    """The base of what can be told in a language."""

    __slots__ = ()

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return it in the language, in parts of which the names are phrases in their own language."""
        raise NotImplementedError


Untold = str | Phrase | Sayable
"""What is the same in every language, or can be told in each; a message that is worded is told again."""


@attrs.frozen
class Saying(Sayable):
    """A text of the catalogue, with what fills its gaps. It is made by `saying`.

    Attributes:
        key: Its key.
        values: What fills each gap: a text, a number, something untold, or a tuple of such for a list.
    """

    key: str
    values: tuple[tuple[str, Any], ...] = ()

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the text, with its gaps filled."""
        return words.parts(self.key, **{name: _filling(words, value) for name, value in self.values})


def saying(key: str, **values: Any) -> Saying:
    """Return a text of the catalogue that is to be told.

    Example:
        >>> from partnermodel.language.speech import speech
        >>> found = saying("period-open", start="2019")
        >>> print(tell(speech("en"), found), tell(speech("ru"), found), sep="; ")
        2019 – until further notice; 2019 – по настоящее время
    """
    return Saying(key, tuple(values.items()))


@attrs.frozen
class Name(Sayable):
    """What people call a record: in the language that is spoken if it has a name in it, else its plain name.

    Attributes:
        text: The plain name.
        language: The language of the plain name; `und` when it is not known.
        names: The names by language.
    """

    text: str
    language: str
    names: FrozenMap[str, str] = EMPTY

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the name, marked with its language."""
        return (self.phrase(words.language),)

    def phrase(self, language: str) -> Phrase:
        """Return the name for readers of a language."""
        for tag in fallbacks(language):
            if tag in self.names:
                return Phrase(self.names[tag], tag)
        return Phrase(self.text, self.language)


@attrs.frozen
class Label(Sayable):
    """What people read for a code: in the language, else in English, else in any, else the code.

    Attributes:
        code: The code.
        labels: Its labels by language.
    """

    code: str
    labels: Mapping[str, str] = EMPTY

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the label; one in another language is marked as such."""
        own = list(fallbacks(words.language))
        for tag in (*own, "en"):
            if tag in self.labels:
                return (self.labels[tag] if tag in own else Phrase(self.labels[tag], tag),)
        # By its tag: two equal vocabularies may hold their labels in different orders.
        tag = min(self.labels, default="")
        return (Phrase(self.labels[tag], tag) if tag else self.code,)


@attrs.frozen
class Several(Sayable):
    """Some things in a row.

    Attributes:
        items: The things.
        separator: What stands between two.
        otherwise: The key of what is said when there are none; empty for nothing.
        once: Whether what reads the same is told once.
    """

    items: tuple[Untold, ...]
    separator: str = "; "
    otherwise: str = ""
    once: bool = False

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the things, one after the other."""
        told = [parts_of(words, item) for item in self.items]
        found: list[Cell] = []
        for place, parts in enumerate(dict.fromkeys(told) if self.once else told):
            found += [self.separator, *parts] if place else parts
        return tuple(found) or ((words.say(self.otherwise),) if self.otherwise else ())


@attrs.frozen
class Choice(Sayable):
    """Labels of which any will do, in alphabetical order: `active, agreed or exists`.

    Attributes:
        labels: The labels; one at the least.
    """

    labels: tuple[Label, ...]

    def told(self, words: Speech) -> tuple[Cell, ...]:
        """Return the labels, with a word before the last."""
        *others, last = words.alphabetical({str(tell(words, label)) for label in self.labels})
        return (words.say("either", first=", ".join(others), last=last) if others else last,)


def parts_of(words: Speech, what: Untold) -> tuple[Cell, ...]:
    """Return something in a language, in parts."""
    if isinstance(what, Sayable):
        return what.told(words)
    if isinstance(what, Worded):
        from partnermodel.language.retelling import retold

        return (retold(what, language=words.language),)
    return (what,)


def tell(words: Speech, what: Untold) -> Cell:
    """Return something in a language, as the cell of a table."""
    parts = parts_of(words, what)
    return parts[0] if len(parts) == 1 else "".join(map(str, parts))


def in_english(what: Untold) -> str:
    """Return something in English, which is the language of the fields of an answer."""
    from partnermodel.language.speech import speech

    return str(tell(speech("en"), what))


def _filling(words: Speech, value: Any) -> Any:
    if isinstance(value, Sayable):
        parts = value.told(words)
        return parts[0] if len(parts) == 1 else parts
    return [tell(words, item) for item in value] if isinstance(value, tuple) else value


def several(
    items: Iterable[Untold], separator: str = "; ", otherwise: str = "", *, once: bool = False
) -> Several:
    """Return things in a row.

    Args:
        items: The things.
        separator: What stands between two.
        otherwise: The key of what is said when there are none.
        once: Whether what reads the same is told once.
    """
    return Several(tuple(items), separator, otherwise, once)
