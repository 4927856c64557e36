"""What an ego invests in each contact, and how redundant the contact is, in pure Python."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import fsum
from typing import Any, TypeVar

from partnermodel.graph.measures.contacts import Contacts
from partnermodel.graph.measures.engines import Progress

R = TypeVar("R")

EVERY = 1024
"""How many nodes are done between two reports of progress."""


def invested(contacts: Contacts[Any], *, whole: bool, progress: Progress | None) -> list[float]:
    """Return for each node and contact the share of its ties that leads there, at once or through others."""
    neighbours = contacts.neighbours
    if contacts.strengths is None:
        return _invested_alike(neighbours, whole=whole, progress=progress)
    rows = contacts.rows()
    sums = [fsum(row.values()) for row in rows]
    found: list[float] = []
    for ego, row in _each(rows, progress):
        shared = {contact: row.keys() & rows[contact].keys() for contact in row}
        totals: Any = sums
        if not whole:
            totals = {
                contact: row[contact] + fsum(map(rows[contact].__getitem__, shared[contact]))
                for contact in row
            }
        for contact, strength in row.items():
            through = fsum(row[other] * rows[contact][other] / totals[other] for other in shared[contact])
            found.append((strength + through) / sums[ego])
    return found


def _invested_alike(neighbours: list[list[int]], *, whole: bool, progress: Progress | None) -> list[float]:
    """Return the same where all ties are alike: what a tie is worth is one, divided by how many there are."""
    sets = [set(row) for row in neighbours]
    shares: Any = [1 / len(row) if row else 0.0 for row in neighbours]
    found: list[float] = []
    for ego, row in _each(neighbours, progress):
        inside, size = sets[ego], len(row)
        shared: list[Collection[int]] = [inside & sets[contact] for contact in row]
        if not whole:
            shares = {contact: 1 / (1 + len(others)) for contact, others in zip(row, shared, strict=True)}
        of = shares.__getitem__
        found += [(1 + fsum(map(of, others))) / size for others in shared]
    return found


def redundant(contacts: Contacts[Any], *, whole: bool, progress: Progress | None) -> list[float]:
    """Return for each node and contact how far the other contacts of the node make this one redundant."""
    rows = contacts.rows()
    sums = [fsum(row.values()) for row in rows]
    largest = [max(row.values(), default=0.0) for row in rows]
    found: list[float] = []
    for ego, row in _each(rows, progress):
        for contact, strength in row.items():
            held = rows[contact]
            shared = row.keys() & held.keys()
            top = largest[contact] if whole else max([strength, *map(held.__getitem__, shared)])
            found.append(fsum(row[other] * (held[other] / top) for other in shared) / sums[ego])
    return found


def _each(rows: Sequence[R], progress: Progress | None) -> Iterator[tuple[int, R]]:
    """Yield each row with its place, and tell how far that is."""
    for place, row in enumerate(rows):
        if progress is not None and place % EVERY == 0:
            progress(place / len(rows))
        yield place, row
    if progress is not None:
        progress(1.0)
