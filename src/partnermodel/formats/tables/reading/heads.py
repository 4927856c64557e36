"""The heads of a table: one name a column, from one row or several, and the way from a name to its column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from partnermodel.errors import did_you_mean
from partnermodel.formats.tables.cells.numbers import text_of
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.formats.tables.sources.places import column_of, letters
from partnermodel.values.text import folded
from partnermodel.wording import Worded, worded

BETWEEN = " / "

_BY_LETTERS = re.compile(r"\[([A-Z]{1,3})\]")


@attrs.frozen
class Heads:
    """The names of the columns.

    Attributes:
        names: The name of each column, or None where it has none. A second column with one name has `(2)`
            behind it.
        rows: The rows of the header, as they stand there.
    """

    names: tuple[str | None, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    _places: dict[str, int] = attrs.field(init=False, factory=dict, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        named = [(place, name) for place, name in enumerate(self.names) if name is not None]
        # Whoever writes a name as it stands means it, and not one that has other cases.
        for key in (str, _key):
            for place, name in named:
                self._places.setdefault(key(name), place)

    def find(self, name: str) -> int | None:
        """Return the place of a column, from 0; None when there is no such column."""
        place = self._places.get(name, self._places.get(_key(name)))
        if place is None and (found := _BY_LETTERS.fullmatch(name.strip())) is not None:
            number = column_of(found[1])
            place = number - 1 if number <= len(self.names) else None
        return place

    def column(self, place: int) -> str | int:
        """Return what a column is called in messages: its name, or its number from 1."""
        name = self.names[place] if place < len(self.names) else None
        return place + 1 if name is None else name

    def label(self, place: int) -> str:
        """Return how a mapping can name a column."""
        name = self.column(place)
        return f"[{letters(name)}]" if isinstance(name, int) else name

    def hint(self, name: str) -> Worded:
        """Return what to write instead of a name that no column has."""
        known = [one for one in self.names if one is not None]
        return (
            did_you_mean(name, known)
            or did_you_mean(folded(name), [folded(one) for one in known])
            or worded("The columns are: {columns}.", columns=", ".join(known[:20]) or "–")
        )


def _key(name: str) -> str:
    return folded(name) or " ".join(name.split())


def heads_of(rows: Sequence[Sequence[Cell]]) -> Heads:
    """Return the heads of a table.

    Args:
        rows: The rows of its header.

    Example:
        >>> heads_of([["Name", "Dates", None], [None, "from", "to"]]).names
        ('Name', 'Dates / from', 'Dates / to')
    """
    width = max(map(len, rows), default=0)
    texts = [[" ".join(text_of(cell).split()) for cell in row] + [""] * (width - len(row)) for row in rows]
    for upper, lower in pairwise(texts):
        for place in range(1, width):
            if not upper[place] and lower[place] and lower[place - 1]:
                upper[place] = upper[place - 1]
    names: list[str | None] = []
    seen: Counter[str] = Counter()
    for parts in zip(*texts, strict=True):
        # A cell that is merged over several rows says the same in each.
        stated = [part for part, before in zip(parts, ("", *parts), strict=False) if part and part != before]
        if not stated:
            names.append(None)
            continue
        name = BETWEEN.join(stated)
        seen[name] += 1
        times = seen[name]
        names.append(name if times == 1 else f"{name} ({times})")
    while names and names[-1] is None:
        names.pop()
    return Heads(tuple(names), tuple(map(tuple, rows)))
