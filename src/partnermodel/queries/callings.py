"""What entities are called, folded once for a model and searched as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.values.text import folded, folded_all


def closed_up(text: str) -> str:
    """Return a text as identifiers are compared: folded, and without spaces.

    Example:
        >>> closed_up("ОГРН 1 02 55")
        'огрн10255'
    """
    return folded(text).replace(" ", "")


class Callings:
    """The folded texts of each entity: name, other names, id and aliases. Ask for it with `model.once`.

    A folded text has no line feed in it. So all of them are kept as the lines of one text, and it takes one
    search for a word to find whoever has it.

    Attributes:
        entities: The entities, in the order of the model.
    """

    def __init__(self, model: PartnerModel) -> None:
        self.entities: tuple[Entity, ...] = tuple(model.entities.values())
        texts: list[str] = []
        firsts: list[int] = []
        for entity in self.entities:
            firsts.append(len(texts))
            texts.append(entity.name)
            if entity.names:
                texts += [name for _, name in sorted(entity.names.items())]
            texts.append(entity.id)
            if entity.aliases:
                texts += [alias.name for alias in entity.aliases]
        lines = folded_all(texts)
        starts = [0, *accumulate([len(line) + 1 for line in lines])]
        self._text = "\n".join([*lines, ""])
        self._starts = [starts[first] for first in (*firsts, len(lines))]

    @cached_property
    def _numbered(self) -> dict[str, list[int]]:
        """The places of the entities by their identifiers, which are folded when somebody looks for one."""
        found: dict[str, list[int]] = {}
        for place, entity in enumerate(self.entities):
            for identifier in entity.identifiers:
                for number in {closed_up(identifier.value), closed_up(str(identifier))}:
                    found.setdefault(number, []).append(place)
        return found

    def texts(self, place: int) -> list[str]:
        """Return the folded texts of an entity: name, names by language, id, aliases."""
        return self._text[self._starts[place] : self._starts[place + 1] - 1].split("\n")

    def holding(self, needle: str) -> Iterator[int]:
        """Yield the places of the entities that may be found by a folded text, in their order."""
        yield from sorted({*self._with(needle), *self._numbered.get(needle.replace(" ", ""), ())})

    def _with(self, needle: str) -> Iterator[int]:
        at = self._text.find(needle)
        while 0 <= at < len(self._text):
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._text.find(needle, self._starts[place + 1])
