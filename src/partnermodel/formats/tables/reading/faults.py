"""What is wrong with rows, and what rows say a record: how both are kept until they are told."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.makers import Maker

Drafts = tuple[tuple[Maker, int], ...]
"""What said a record: who made each draft of it, with the number of the draft there."""


@attrs.frozen
class Fault:
    """What is wrong with a row, or with several for one reason.

    Attributes:
        positions: The positions of the rows, the first one first.
        column: The place of the column, or None when it is the whole row.
        refusal: Why.
        silent: Whether what the cell says must not be repeated.
        records: The ids of the records that it concerns.
        against: The position of the row that says something else, or None.
    """

    positions: Sequence[int]
    column: int | None
    refusal: Refusal
    silent: bool = False
    records: tuple[str, ...] = ()
    against: int | None = None
