"""The same as `investments` for all nodes at once, triangle by triangle, with numpy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import attrs

from partnermodel.graph.measures.contacts import Contacts
from partnermodel.graph.measures.engines import Progress

LARGEST = 1 << 20
"""How many pairs of ties are looked at together."""


@attrs.frozen
class Ties:
    """The ties of a network, each once, from the end with fewer contacts, as arrays.

    Attributes:
        number: How many nodes there are.
        lower: The end with fewer contacts, as its rank.
        upper: The other end, as its rank.
        strength: How strong each tie is.
        there: The place of the tie in the flat list, seen from `lower`.
        back: The same, seen from `upper`.
        sums: The strength of all ties of the node of each rank.
        largest: The strength of its strongest tie.
    """

    number: int
    lower: Any
    upper: Any
    strength: Any
    there: Any
    back: Any
    sums: Any
    largest: Any


def ties(contacts: Contacts[Any]) -> Ties:
    """Return the ties of a network as arrays."""
    import numpy as np

    number = len(contacts.nodes)
    degree = np.fromiter(map(len, contacts.neighbours), np.int64, number)
    size = int(degree.sum())
    ends = np.fromiter(chain.from_iterable(contacts.neighbours), np.int64, size)
    held = np.ones(size)
    if contacts.strengths is not None:
        held = np.fromiter(chain.from_iterable(contacts.strengths), np.float64, size)
    order = np.argsort(degree, kind="stable")
    rank: Any = np.empty(number, np.int64)
    rank[order] = np.arange(number)
    starts: Any = np.repeat(rank, degree)
    ends = rank[ends]
    key = starts * number + ends
    # A tie stands twice in the list: in the order of these two sorts, both places are beside each other.
    forwards, backwards = np.argsort(key), np.argsort(ends * number + starts)
    upwards = starts[forwards] < ends[forwards]
    there, back = forwards[upwards], backwards[upwards]
    largest = np.zeros(number)
    np.maximum.at(largest, starts, held)
    return Ties(
        number,
        starts[there],
        ends[there],
        held[there],
        there,
        back,
        np.bincount(starts, held, number),
        largest,
    )


def triangles(ties: Ties, progress: Progress | None, begin: float, end: float) -> Iterator[tuple[Any, ...]]:
    """Yield the triangles in parts: three arrays of ties, of which the second and third close the first.

    With the nodes a, b and c in the order of their ranks, the ties are (a, b), (a, c) and (b, c).
    """
    import numpy as np

    size = len(ties.lower)
    key = ties.lower * ties.number + ties.upper
    after = np.searchsorted(ties.lower, ties.lower, side="right") - np.arange(size) - 1
    done = np.cumsum(after)
    start = 0
    while start < size:
        before = int(done[start - 1]) if start else 0
        stop = max(int(np.searchsorted(done, before + LARGEST, side="right")), start + 1)
        count = after[start:stop]
        one: Any = np.repeat(np.arange(start, stop), count)
        two = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count)
        wanted = ties.upper[one] * ties.number + ties.upper[two]
        three: Any = np.searchsorted(key, wanted)
        three[three == size] = 0
        closed = key[three] == wanted
        yield one[closed], two[closed], three[closed]
        start = stop
        if progress is not None:
            progress(begin + (end - begin) * start / size)
    if progress is not None and not size:
        progress(end)


def invested(contacts: Contacts[Any], *, whole: bool, progress: Progress | None) -> list[float]:
    """Return for each node and contact the share of its ties that leads there, at once or through others."""
    import numpy as np

    made = ties(contacts)
    size, z = len(made.lower), made.strength
    # What the contact at the other end of a tie has in all: of the lower end's contact, of the upper's.
    upper_has, lower_has = made.sums[made.upper], made.sums[made.lower]
    if not whole:
        upper_has, lower_has = z.copy(), z.copy()
        for one, two, three in triangles(made, progress, 0, 0.5):
            for tie, of_upper, of_lower in ((one, three, two), (two, three, one), (three, two, one)):
                upper_has += np.bincount(tie, z[of_upper], size)
                lower_has += np.bincount(tie, z[of_lower], size)
    there, back = np.zeros(size), np.zeros(size)
    for one, two, three in triangles(made, progress, 0 if whole else 0.5, 1):
        first, second, third = z[two] * z[three], z[one] * z[three], z[one] * z[two]
        there += np.bincount(one, first / upper_has[two], size)
        there += np.bincount(two, second / upper_has[one], size)
        there += np.bincount(three, third / lower_has[one], size)
        back += np.bincount(one, first / upper_has[three], size)
        back += np.bincount(two, second / lower_has[three], size)
        back += np.bincount(three, third / lower_has[two], size)
    return _flat(made, (z + there) / made.sums[made.lower], (z + back) / made.sums[made.upper])


def redundant(contacts: Contacts[Any], *, whole: bool, progress: Progress | None) -> list[float]:
    """Return for each node and contact how far the other contacts of the node make this one redundant."""
    import numpy as np

    made = ties(contacts)
    size, z = len(made.lower), made.strength
    shared = np.zeros(size)
    upper_top, lower_top = z.copy(), z.copy()
    for one, two, three in triangles(made, progress, 0, 1):
        shared += np.bincount(one, z[two] * z[three], size)
        shared += np.bincount(two, z[one] * z[three], size)
        shared += np.bincount(three, z[one] * z[two], size)
        if not whole:
            for tie, of_upper, of_lower in ((one, three, two), (two, three, one), (three, two, one)):
                np.maximum.at(upper_top, tie, z[of_upper])
                np.maximum.at(lower_top, tie, z[of_lower])
    if whole:
        upper_top, lower_top = made.largest[made.upper], made.largest[made.lower]
    return _flat(
        made,
        shared / upper_top / made.sums[made.lower],
        shared / lower_top / made.sums[made.upper],
    )


def _flat(ties: Ties, there: Any, back: Any) -> list[float]:
    import numpy as np

    found: Any = np.empty(2 * len(there))
    found[ties.there], found[ties.back] = there, back
    return list(found.tolist())
