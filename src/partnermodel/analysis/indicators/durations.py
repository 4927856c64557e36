"""How long partnerships have lasted, in classes; what the dates leave open is a class of its own."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from partnermodel.analysis.pairs import HAPPENED, Pair, counted_words, joined
from partnermodel.analysis.spells import lasting, spell, today
from partnermodel.language.amounts import Date, Given, Number
from partnermodel.language.sayings import Untold, in_english, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted
from partnermodel.values.dates import Day
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.text import shown
from partnermodel.wording import worded

LIMITS = (1, 3, 5)
"""The years that part the classes."""


@attrs.frozen
class DurationClass:
    """The partnerships that have lasted from so many years to so many.

    Attributes:
        at_least: The least number of years; 0 for the first class.
        under: Less than this number of years, or None for the last class.
        certain: The pairs that are in the class for certain.
        possible: The pairs that may be in it: those, and others whose dates leave it open.
    """

    at_least: float
    under: float | None
    certain: tuple[Pair, ...]
    possible: tuple[Pair, ...]

    @property
    def untold(self) -> Untold:
        """The class in no language yet."""
        if self.under is None:
            return saying("years-over", least=Given(self.at_least), count=self.at_least)
        if not self.at_least:
            return saying("years-under", under=Given(self.under), count=self.under)
        return saying("years-between", least=Given(self.at_least), under=Given(self.under), count=self.under)

    def __str__(self) -> str:
        return in_english(self.untold)


@attrs.frozen
class Durations(Sheeted, Listing[DurationClass]):
    """What `durations` returns: the classes, from the shortest up.

    Attributes:
        items: The classes.
        unknown: The pairs of which no date says anything. They are in no class.
    """

    items: tuple[DurationClass, ...]
    unknown: tuple[Pair, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def rows(self) -> Rows:
        """Return a row for each class, for machines, and one without limits for what is unknown."""
        known = super().rows()
        return typed_rows(known.columns, [*known.values, (None, None, self.unknown, self.unknown)])


@door
def durations(
    model: PartnerModel,
    *,
    limits: Sequence[float] = LIMITS,
    counts: Codes = HAPPENED,
    as_of: Day | None = None,
) -> Durations:
    """Return how many partnerships have lasted how long.

    The years of a pair are those of `intensity`: from the first day of anything that joins the two to
    the last. A pair whose dates leave several classes open is possible in each, and certain in none;
    so the certain and the possible of a class are the least and the most that can be in it.

    Args:
        model: The model.
        limits: The numbers of years that part the classes, from the least up. A limit belongs to the
            class above it.
        counts: The statuses, with the narrower ones, in which a tie counts; None for any.
        as_of: The day up to which years are counted, the last of a month or a year; today if left out.

    Raises:
        InvalidRecordError: `as_of` is not a date.
        UnknownTermError: `counts` holds what looks like a misspelt status.
        ValueError: `limits` are not finite numbers that rise from above nought.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Period, Relation, durations
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "funds", "b", status="active", period=Period("2020", "..")),
        ... ])
        >>> [str(one) for one in durations(model, as_of="2023") if one.possible]
        ['3 to under 5 years']
    """
    bounds = _bounds(limits)
    until = today(as_of)
    certain: list[list[Pair]] = [[] for _ in range(len(bounds) + 1)]
    possible: list[list[Pair]] = [[] for _ in range(len(bounds) + 1)]
    unknown = []
    for one, _ in joined(model, counts):
        lasted = lasting(spell(model, tie, until.toordinal()) for tie in one.ties)
        if lasted.least is None:
            unknown.append(one.pair)
            continue
        lowest = bisect_right(bounds, lasted.least)
        highest = len(bounds) if lasted.most is None else bisect_right(bounds, lasted.most)
        for place in range(lowest, highest + 1):
            possible[place].append(one.pair)
        if lowest == highest:
            certain[lowest].append(one.pair)
    items = tuple(
        DurationClass(*ends, tuple(surely), tuple(perhaps))
        for ends, surely, perhaps in zip(
            zip((0, *bounds), (*bounds, None), strict=True), certain, possible, strict=True
        )
    )
    rows: list[tuple[Untold, ...]] = [
        (one.untold, Number(len(one.certain)), Number(len(one.possible))) for one in items
    ]
    rows.append((saying("unknown"), Number(len(unknown)), Number(len(unknown))))
    notes = (
        saying("durations-note"),
        counted_words(model, counts),
        saying("years-until", date=Date(until.isoformat())),
    )
    caption = saying("durations-of", name=model.name)
    sheet = Sheet(caption, ("duration", "certain", "possible"), tuple(rows), notes)
    return Durations(items, tuple(unknown), sheet)


def _bounds(limits: Sequence[float]) -> tuple[float, ...]:
    bounds = tuple(limits) if isinstance(limits, Iterable) else ()
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in bounds)
    # Only what is finite is less than infinity, so NaN fails here as well.
    if not bounds or not numbers or not all(one < other for one, other in pairwise((0, *bounds, math.inf))):
        given = shown(list(bounds) if isinstance(limits, Iterable) else limits)
        raise ValueError(
            worded(
                "limits are numbers that rise from above nought, as in (1, 3, 5); they are {given}",
                given=given,
            )
        )
    return bounds
