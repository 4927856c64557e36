"""The relations that rows make, column by column: there may be a million of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any

from partnermodel.formats.tables.reading.assembling import Document, Put, putter
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.twins import UNSTATED, file_fields, ready_outline
from partnermodel.model.relations import Relation
from partnermodel.vocabulary.vocabulary import Vocabulary

Key = tuple[Any, ...]

_TELLING = ("source", "kind", "target", "role")
"""What tells one relation from another that has no id of its own."""

_COMPOSED = frozenset({"period", "level", "evidence", "extra"})

# So many different periods are remembered; of more, few come again.
_REMEMBERED = 100_000

Resolve = Callable[[Any, int], Any]


def types_at(maker: Maker, number: int, end: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the types that may stand at an end of a relation, as its kind says; none when any may.

    Args:
        maker: What made its draft.
        number: The number of the draft.
        end: The field in question, which need not be an end.
        vocabulary: What the kinds of relation allow at their ends.
    """
    places = [place for place, line in enumerate(maker.lines) if line.target.field == "kind"]
    if not (maker.is_relation and places and end in ("source", "target")):
        return ()
    term = vocabulary.relation(maker.columns[places[0]][number])
    if term is None:
        return ()
    return term.sources if end == "source" else term.targets


class Links:
    """The relations of one maker.

    Attributes:
        maker: The maker.
        numbers: The numbers of the drafts whose rows are not broken.
        columns: What each line says of each, with the ids of the records that it leads to.
    """

    def __init__(
        self, maker: Maker, broken: set[int], resolver: Callable[[Maker, int], Resolve | None]
    ) -> None:
        """Take the drafts.

        Args:
            maker: The maker.
            broken: The positions of broken rows.
            resolver: Gives for a line what makes ids of its values; None for a line whose values are none.
        """
        self.maker = maker
        self.numbers: Sequence[int] = range(len(maker))
        self.columns = list(maker.columns)
        if broken:
            good = [position not in broken for position in maker.positions]
            self.numbers = list(compress(self.numbers, good))
            self.columns = [list(compress(column, good)) for column in self.columns]
        for place, column in enumerate(self.columns):
            resolve = resolver(maker, place)
            if resolve is not None:
                self.columns[place] = [
                    None if value is None else resolve(value, number)
                    for value, number in zip(column, self.numbers, strict=True)
                ]
        self._lines: dict[str, list[int]] = {}
        for place, line in enumerate(maker.lines):
            self._lines.setdefault(line.target.field, []).append(place)
        self._puts: list[Put] = [putter(line.target) for line in maker.lines]
        self._composed: dict[str, dict[Key, Any]] = {}

    def keys(self) -> Iterator[Key]:
        """Yield what tells each relation from the others."""
        telling = zip(*(self._column(field) for field in _TELLING), strict=True)
        if "id" not in self._lines:
            yield from telling
        else:
            for id, key in zip(self._column("id"), telling, strict=True):
                yield key if id is None else (id,)

    def _column(self, field: str) -> Iterable[Any]:
        places = self._lines.get(field)
        return repeat(None, len(self.numbers)) if places is None else self.columns[places[0]]

    def document(self, place: int) -> Document:
        """Return what a document says of one relation, by its place among those that are not broken."""
        document: Document = {}
        for put, column in zip(self._puts, self.columns, strict=True):
            if column[place] is not None:
                put(document, column[place])
        return document

    def outlines(self, places: Sequence[int]) -> list[Any]:
        """Return the outlines of some relations, which say the same as their documents."""
        columns = []
        for key, field in file_fields(Relation).items():
            default = UNSTATED if key in _COMPOSED else field.default
            lines = self._lines.get(key)
            if lines is None:
                columns.append([default] * len(places))
                continue
            some = [
                self.columns[line][places.start : places.stop]
                if isinstance(places, range)
                else list(map(self.columns[line].__getitem__, places))
                for line in lines
            ]
            if key in _COMPOSED:
                columns.append(self._composed_of(key, lines, some))
            else:
                columns.append([default if value is None else value for value in some[0]])
        return list(map(ready_outline(Relation), *columns))

    def _composed_of(self, key: str, lines: Sequence[int], some: Sequence[Sequence[Any]]) -> list[Any]:
        """Return the values of a field that lines make together."""
        known = self._composed.setdefault(key, {})
        if len(known) > _REMEMBERED:
            known.clear()
        found = []
        for values in zip(*some, strict=True):
            one = known.get(values)
            if one is None:
                document: Document = {}
                for line, value in zip(lines, values, strict=True):
                    if value is not None:
                        self._puts[line](document, value)
                one = known[values] = document.get(key, UNSTATED)
            found.append(one)
        return found


def repeated(links: Sequence[Links]) -> frozenset[int]:
    """Return the hashes of what several relations have in common that should tell them apart."""
    total = sum(len(link.numbers) for link in links)
    hashes: set[int] = set()
    for link in links:
        hashes.update(map(hash, link.keys()))
    if len(hashes) == total:
        return frozenset()
    del hashes
    times: Counter[int] = Counter()
    for link in links:
        times.update(map(hash, link.keys()))
    return frozenset(one for one, often in times.items() if often > 1)
