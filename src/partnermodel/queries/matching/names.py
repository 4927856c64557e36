"""The names of records as they are compared, and who bears each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from partnermodel.model.entities import Entity
from partnermodel.queries.lookup import scopes_meet
from partnermodel.values.normalising import name_parts
from partnermodel.values.text import folded
from partnermodel.values.transliteration import transliterated

_CYRILLIC = re.compile("[Ѐ-ӿ]")

# What the usual tables write differently: кх as kh or h, й and ю and я with i, j or y, е as e or ie or ye.
_TABLES = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ts", "c"),
    ("x", "ks"),
    ("j", "i"),
    ("y", "i"),
    ("ie", "e"),
    ("ii", "i"),
)

Scope = str | None
Bearers = dict[int, tuple[Scope, ...]]
"""Who bears a name: the place of a record among all, with the scopes in which the name means it."""


class Spelling(NamedTuple):
    """A name as it is compared.

    Attributes:
        text: The normalised name.
        numbers: The numbers in it, sorted.
        latin: Its other words in Latin letters, as far as the usual tables agree.
        cyrillic: Whether a Cyrillic letter is in it.
    """

    text: str
    numbers: tuple[str, ...]
    latin: str
    cyrillic: bool


class Names:
    """The names of some records of one type.

    Attributes:
        entities: The records, in the order of their ids.
        of: The names of each, in the order of the record: name, names by language, aliases.
        bearers: Who bears each name, in the order of the first bearers.
        founders: The regions that stand after the legal form in a name of each, where they are written out.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities: tuple[Entity, ...] = tuple(sorted(entities, key=lambda one: one.id))
        self.of: list[tuple[Spelling, ...]] = []
        self.founders: list[frozenset[tuple[str, ...]]] = []
        self.bearers: dict[Spelling, Bearers] = {}
        known: dict[str, tuple[Spelling, tuple[str, ...]]] = {}
        for place, entity in enumerate(self.entities):
            names = [entity.name, *(entity.names[language] for language in sorted(entity.names))]
            given: dict[Spelling, tuple[Scope, ...]] = {}
            founders = set()
            for text, scope in (
                *((name, None) for name in names),
                *((alias.name, alias.scope) for alias in entity.aliases),
            ):
                plain = folded(text)
                if plain not in known:
                    known[plain] = _spelled(plain)
                spelling, founder = known[plain]
                given[spelling] = (*given.get(spelling, ()), scope)
                if len(founder) > 1:
                    founders.add(founder)
            self.of.append(tuple(given))
            self.founders.append(frozenset(founders))
            for spelling, scopes in given.items():
                self.bearers.setdefault(spelling, {})[place] = scopes

    def numbers(self, place: int) -> frozenset[tuple[str, ...]]:
        """Return the numbers of each name of a record that has numbers."""
        return frozenset(spelling.numbers for spelling in self.of[place] if spelling.numbers)


def _spelled(plain: str) -> tuple[Spelling, tuple[str, ...]]:
    words, founder = name_parts(plain)
    text = " ".join(words)
    others = " ".join(word for word in words if not word.isdigit())
    numbers = tuple(sorted(word for word in words if word.isdigit()))
    return Spelling(text, numbers, latin_skeleton(others), bool(_CYRILLIC.search(text))), founder


def latin_skeleton(text: str) -> str:
    """Return a folded text in Latin letters, without what the usual tables write differently.

    Example:
        >>> {latin_skeleton(text) for text in ("омский", "omskii", "omskiy", "omskij", "omsky")}
        {'omski'}
    """
    found = transliterated(text).lower()
    for one, other in _TABLES:
        found = found.replace(one, other)
    return found


def may_meet(one: Sequence[Scope], other: Sequence[Scope]) -> bool:
    """Return whether two records can bear a name in one place."""
    return any(scopes_meet(first, second) for first in one for second in other)


def grouped(bearers: Mapping[Spelling, Bearers]) -> dict[tuple[str, tuple[str, ...]], list[Spelling]]:
    """Return the names that are the same in Latin letters, numbers included."""
    found: dict[tuple[str, tuple[str, ...]], list[Spelling]] = {}
    for spelling in bearers:
        found.setdefault((spelling.latin, spelling.numbers), []).append(spelling)
    return found
