"""The rule by which numbers that add up are hidden, tables and parts of a whole alike."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

from partnermodel.values.circulation import DOWN, UP, Circulation
from partnermodel.values.text import shown
from partnermodel.wording import worded

M = TypeVar("M", int, int | None)

CELL, TOTAL = 1000, 3000
"""What it costs to hide a cell and a total: a total tells more readers more."""

_TIDY = 20_000
"""So many pairs of a number hidden for others' sake and a hidden one are looked at again, and no more."""


class Guard:
    """Numbers that add up, of which the small ones are hidden, and others so that they stay so.

    Args:
        min_count: The least number that may be published.
        zeros: Whether zeros are published; then numbers from 1 to `min_count` are small.

    Raises:
        ValueError: `min_count` is below 2.
    """

    def __init__(self, min_count: int, *, zeros: bool) -> None:
        self.sums = Circulation()
        self.min_count = least(min_count)
        self.floor = 1 if zeros else 0
        self.small: set[int] = set()

    def add(self, tail: Hashable, head: Hashable, value: int, cost: int) -> int:
        """Add a number that is published unless it is hidden."""
        # A published zero says of itself that it is no hidden number.
        price = cost + min(value, 999) if value >= self.floor else None
        arrow = self.sums.add(tail, head, value, floor=self.floor, cost=price)
        if self.floor <= value < self.floor + self.min_count:
            self.small.add(arrow)
        return arrow

    def protect(self) -> None:
        """Hide what is small, and then whatever would give a hidden number away."""
        arrows = self.sums.arrows
        for arrow in self.small:
            arrows[arrow].hidden = True
        waiting = [arrow for arrow, one in enumerate(arrows) if one.hidden and one.cost is not None]
        added = []
        for arrow in waiting:  # which grows
            while (lack := self._lack(arrow)) is not None:
                way = self.sums.way(arrow, *lack)
                for other in way:
                    arrows[other].hidden = True
                waiting += way
                added += way
        if len(added) * len(waiting) <= _TIDY:
            self._tidy(added, waiting)

    def _lack(self, arrow: int) -> tuple[int, int] | None:
        """Return in which direction a hidden number has too little room, and how much it should have."""
        value = self.sums.arrows[arrow].value
        if arrow in self.small:
            down = value - self.floor
            room = self.sums.room(arrow, DOWN, down)
            if room < down:
                # Some is known whatever is hidden: a total of two that are not 0 is not 1.
                down = self.sums.room(arrow, DOWN, down, all_hidden=True)
                if room < down:
                    return DOWN, down
            up = self.min_count - 1 - down
            return None if self.sums.room(arrow, UP, up) >= up else (UP, up)
        wanted = self.min_count - 1
        wanted -= self.sums.room(arrow, DOWN, wanted)
        return None if self.sums.room(arrow, UP, wanted) >= wanted else (UP, wanted)

    def _tidy(self, added: list[int], hidden: list[int]) -> None:
        """Publish again what need not be hidden after all, the dearest first."""
        arrows = self.sums.arrows
        for arrow in sorted(added, key=lambda one: (-(arrows[one].cost or 0), one)):
            arrows[arrow].hidden = False
            if any(arrows[one].hidden and self._lack(one) is not None for one in hidden):
                arrows[arrow].hidden = True


def least(min_count: M) -> M:
    """Return the least number that may be told, if it is one, or None for any.

    Raises:
        ValueError: It is no whole number, or below 2: of numbers below 1 there is nothing to hide.
    """
    if min_count is not None and (type(min_count) is not int or min_count < 2):
        raise ValueError(
            worded("min_count is a whole number, 2 at the least, not {value}", value=shown(min_count))
        )
    return min_count
