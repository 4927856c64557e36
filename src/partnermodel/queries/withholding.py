"""Which cells of a matrix of coverage to hide, so that no wider place gives a small number away."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.sayings import Saying, saying
from partnermodel.model.circles import containers
from partnermodel.model.model import PartnerModel
from partnermodel.queries.tally import Values
from partnermodel.values.parts import suppressed_parts

_NOWHERE = ""
"""What stands for no stated place; no record has such an id."""


def suppressed_notes(count: int, min_count: int | None) -> tuple[Saying, ...]:
    """Return how many cells are suppressed and why, as a note; none where nothing may be."""
    if min_count is None:
        return ()
    key = "suppressed-cells" if count else "suppressed-none"
    return (saying("counts-are-of-provisions"), saying(key, count=count, least=min_count))


def hidden_cells(
    model: PartnerModel, by: tuple[str, ...], counts: Mapping[Values, int], min_count: int
) -> frozenset[Values]:
    """Return the cells to hide.

    An empty cell is told, since it is what one looks for, and tells of nobody. So a hidden number is known
    not to be 0, and one of `min_count` itself is hidden, too. A place counts what is in the places that are
    part of it; nothing else in a matrix adds up.

    Args:
        model: The model that the matrix is of.
        by: The dimensions.
        counts: How many provisions count in each cell that is not empty.
        min_count: The least number that may be told.

    Raises:
        ValueError: `min_count` is below 2.
    """
    if "place" not in by:
        numbered = {str(number): count for number, count in enumerate(counts.values())}
        hidden = suppressed_parts(numbered, {}, min_count=min_count, zeros=True)
        return frozenset(cell for number, cell in enumerate(counts) if str(number) in hidden)
    at = by.index("place")
    wholes = containers(model.relations.values(), model.vocabulary)
    rows: dict[Values, dict[str, int]] = {}
    for cell, count in counts.items():
        rows.setdefault((*cell[:at], *cell[at + 1 :]), {})[cell[at] or _NOWHERE] = count
    return frozenset(
        (*others[:at], place or None, *others[at:])
        for others, row in rows.items()
        for place in suppressed_parts(row, wholes, min_count=min_count, zeros=True)
    )
