"""Numbers that add up, some of them hidden: how far a hidden one can be from what it is.

Numbers are what flows along the arrows of a network: at each point as much comes in as goes out, as in a
table, where a total is what its cells are together. Whoever sees the published numbers knows that the
hidden ones add up to the rest, so a hidden one can be larger by as much as can flow round through other
hidden ones. That is found by a maximum flow, and exactly: with whole numbers each value between the
smallest and the largest can be.

Source:
    Cox, L. H. (1980). Suppression methodology and statistical disclosure control. Journal of the
    American Statistical Association 75(370), 377-385. Cox, L. H. (1995). Network models for complementary
    cell suppression. Journal of the American Statistical Association 90(432), 1453-1462.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from heapq import heappop, heappush

import attrs

UP, DOWN = 1, -1

Step = tuple[int, int]
"""An arrow by its number, and whether its number becomes larger (`UP`) or smaller (`DOWN`)."""


@attrs.define
class Arrow:
    """A number, and between which points it flows.

    Attributes:
        tail: The number of the point that it leaves.
        head: The number of the point that it comes to.
        value: The number itself.
        floor: What everybody knows it to be at the least.
        cost: What it costs to hide it; None for what can not or need not be hidden.
        hidden: Whether only those who made the table know it.
    """

    tail: int
    head: int
    value: int
    floor: int
    cost: int | None
    hidden: bool


class Circulation:
    """Numbers that add up at each point.

    Example:
        >>> sums = Circulation()
        >>> cells = [sums.add("total", "cells", value, cost=1) for value in (3, 40, 25)]
        >>> whole = sums.add("cells", "total", 68, cost=4)
        >>> for cell in cells[:2]:
        ...     sums.arrows[cell].hidden = True
        >>> sums.room(cells[0], UP, 100), sums.room(cells[0], DOWN, 100)
        (40, 3)
    """

    def __init__(self) -> None:
        self.arrows: list[Arrow] = []
        self._points: dict[Hashable, int] = {}
        self._at: list[list[Step]] = []

    def add(
        self,
        tail: Hashable,
        head: Hashable,
        value: int,
        *,
        floor: int = 0,
        cost: int | None = None,
        hidden: bool = False,
    ) -> int:
        """Add a number, and return the number of its arrow.

        Args:
            tail: The point that it leaves.
            head: The point that it comes to.
            value: The number.
            floor: What everybody knows it to be at the least.
            cost: What it costs to hide it; None for what can not or need not be hidden.
            hidden: Whether it is hidden from the beginning.
        """
        start, end = self._point(tail), self._point(head)
        arrow = len(self.arrows)
        self.arrows.append(Arrow(start, end, value, floor, cost, hidden))
        self._at[start].append((arrow, UP))
        self._at[end].append((arrow, DOWN))
        return arrow

    def _point(self, name: Hashable) -> int:
        if name not in self._points:
            self._points[name] = len(self._at)
            self._at.append([])
        return self._points[name]

    def room(self, arrow: int, direction: int, wanted: int, *, all_hidden: bool = False) -> int:
        """Return by how much a hidden number could be larger (`UP`) or smaller (`DOWN`).

        Args:
            arrow: The number of its arrow.
            direction: `UP` or `DOWN`.
            wanted: More than that is not looked for.
            all_hidden: Whether to take all for hidden that can be.
        """
        return self._pushed(arrow, direction, wanted, all_hidden=all_hidden)[0]

    def way(self, arrow: int, direction: int, wanted: int) -> list[int]:
        """Return what to hide besides, so that there is more room: the cheapest way round.

        Args:
            arrow: The number of an arrow that has too little room.
            direction: The direction in which it has.
            wanted: The room that it should have, and has when all is hidden that can be.

        Returns:
            The numbers of the arrows.
        """
        done, moved = self._pushed(arrow, direction, wanted)
        ways = (self._cheapest(arrow, direction, moved, least) for least in (wanted - done, 1))
        return next(filter(None, ways))

    def _pushed(
        self, arrow: int, direction: int, wanted: int, *, all_hidden: bool = False
    ) -> tuple[int, dict[int, int]]:
        """Return how much flows round through hidden numbers, and by how much each of them changes."""
        own = self.arrows[arrow]
        if direction == DOWN:
            wanted = min(wanted, own.value - own.floor)
        done = 0
        moved: dict[int, int] = {}
        while done < wanted:
            path = self._shortest(arrow, direction, moved, all_hidden=all_hidden)
            if path is None:
                break
            amount = min([wanted - done, *(self._capacity(*step, moved, wanted) for step in path)])
            for other, sign in path:
                moved[other] = moved.get(other, 0) + sign * amount
            done += amount
        return done, moved

    def _ends(self, arrow: int, direction: int) -> tuple[int, int]:
        """Return where what flows round begins, and where it has to come to."""
        own = self.arrows[arrow]
        return (own.head, own.tail) if direction == UP else (own.tail, own.head)

    def _capacity(self, arrow: int, sign: int, moved: dict[int, int], enough: int) -> int:
        """Return by how much a number can change, `enough` where nothing bounds it."""
        other = self.arrows[arrow]
        return enough if sign == UP else other.value + moved.get(arrow, 0) - other.floor

    def _steps(self, point: int, arrow: int) -> Iterator[tuple[int, int, int]]:
        """Yield the steps away from a point: the arrow, the direction, and the point to which it leads."""
        for other, sign in self._at[point]:
            if other != arrow:
                there = self.arrows[other]
                yield other, sign, there.head if sign == UP else there.tail

    def _shortest(
        self, arrow: int, direction: int, moved: dict[int, int], *, all_hidden: bool
    ) -> list[Step] | None:
        """Return the shortest way round through hidden numbers that can still change."""
        start, goal = self._ends(arrow, direction)
        came: dict[int, tuple[int, Step] | None] = {start: None}
        queue = deque([start])
        arrows, at, change = self.arrows, self._at, moved.get
        while queue and goal not in came:
            point = queue.popleft()
            # Nearly all the time of a large table goes by here, and most of its numbers are published.
            for step in at[point]:
                other, sign = step
                there = arrows[other]
                if other != arrow and (there.hidden or (all_hidden and there.cost is not None)):
                    end = there.head if sign == UP else there.tail
                    if end not in came and (sign == UP or there.value + change(other, 0) > there.floor):
                        came[end] = point, step
                        queue.append(end)
        return _walked(came, goal) if goal in came else None

    def _cheapest(self, arrow: int, direction: int, moved: dict[int, int], least: int) -> list[int]:
        """Return what is published on the cheapest way round, if all of the way has so much room.

        Nothing when there is no such way.
        """
        start, goal = self._ends(arrow, direction)
        came: dict[int, tuple[int, Step] | None] = {}
        heap: list[tuple[int, int, int, tuple[int, Step] | None]] = [(0, 0, start, None)]
        number = 0
        while heap and goal not in came:
            cost, _, point, step = heappop(heap)
            if point in came:
                continue
            came[point] = step
            for other, sign, end in self._steps(point, arrow):
                there = self.arrows[other]
                price = 0 if there.hidden else there.cost
                if price is not None and self._capacity(other, sign, moved, least) >= least:
                    number += 1
                    heappush(heap, (cost + price, number, end, (point, (other, sign))))
        path = _walked(came, goal) if goal in came else []
        return [other for other, _ in path if not self.arrows[other].hidden]


def _walked(came: dict[int, tuple[int, Step] | None], goal: int) -> list[Step]:
    path = []
    last = came[goal]
    while last is not None:
        point, step = last
        path.append(step)
        last = came[point]
    return path
