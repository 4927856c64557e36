"""Which steps to take first: a greedy weighted cover, whose outcome does not depend on the order given."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Sequence

import attrs

Rank = tuple[float | int | str | bool, ...]


@attrs.frozen
class Offer:
    """What may be chosen.

    Attributes:
        adds: For each need that it adds to, what it adds; the same thing is not added twice.
        pairs: The pairs of nodes that it joins.
        cost: What it costs, more than 0.
        rank: Tells the rank: among offers that are worth as much, the one of the least is chosen. No two are
            alike. It is asked only of those that are worth the most, for it may take long to work out.
    """

    adds: tuple[tuple[int, Hashable], ...]
    pairs: tuple[tuple[str, str], ...]
    cost: float
    rank: Callable[[], Rank]


@attrs.frozen
class Choice:
    """An offer that was chosen.

    Attributes:
        offer: The place of the offer.
        added: The needs that it adds to.
        closed: Those of them in which nothing is missing after it.
        joined: How many pairs of nodes are connected after it that were not before.
    """

    offer: int
    added: tuple[int, ...]
    closed: tuple[int, ...]
    joined: int


class Parts:
    """The connected parts of a network, as they grow together."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self._up: dict[str, str] = {node: node for node in nodes}
        self._size: dict[str, int] = dict.fromkeys(nodes, 1)

    def of(self, node: str) -> str:
        """Return the node that stands for the part."""
        while self._up[node] != node:
            self._up[node] = self._up[self._up[node]]
            node = self._up[node]
        return node

    def join(self, one: str, other: str) -> int:
        """Join the parts of two nodes, and return how many pairs of nodes are newly connected."""
        small, large = sorted((self.of(one), self.of(other)), key=lambda root: (self._size[root], root))
        if small == large:
            return 0
        gained = self._size[small] * self._size[large]
        self._up[small] = large
        self._size[large] += self._size[small]
        return gained

    def gain(self, pairs: Sequence[tuple[str, str]]) -> int:
        """Return how many pairs of nodes would be connected, were some pairs joined."""
        if len(pairs) == 1:
            one, other = (self.of(node) for node in pairs[0])
            return 0 if one == other else self._size[one] * self._size[other]
        roots = [(self.of(one), self.of(other)) for one, other in pairs]
        local = Parts(sorted({root for pair in roots for root in pair}))
        for root in local._size:
            local._size[root] = self._size[root]
        return sum(local.join(one, other) for one, other in roots)

    @property
    def separate(self) -> int:
        """How many pairs of nodes are not connected."""
        nodes = len(self._up)
        within = sum(self._size[node] ** 2 for node, up in self._up.items() if node == up)
        return (nodes**2 - within) // 2


def chosen(
    offers: Sequence[Offer],
    missing: Sequence[int],
    parts: Parts,
    *,
    needs: float = 1,
    joins: float = 0,
    at_most: int | None = None,
    tick: Callable[[], None] = lambda: None,
) -> list[Choice]:
    """Choose offers one after another, each time the one that is worth most for its cost.

    What an offer is worth is `needs` for each need that it adds something new to, in which something is
    still missing, and `joins` for each pair of nodes that it newly connects. Where only needs count, this is
    the greedy algorithm of Chvátal (1979) for the weighted set cover, in the form of Wolsey (1982), where
    several may be missing in a need: when it has closed all that can be closed, it has spent at most
    H(d) = 1 + 1/2 + … + 1/d times as much as the best choice would, where d is the most needs that one offer
    adds to.

    Args:
        offers: What may be chosen; each once.
        missing: How much is missing in each need.
        parts: The connected parts, which grow.
        needs: What it is worth to add to a need.
        joins: What it is worth to connect a pair.
        at_most: How many offers are chosen at the most; None for as many as are worth anything.
        tick: Called once for each choice.
    """
    left = list(missing)
    there: list[set[Hashable]] = [set() for _ in missing]

    def fresh(offer: Offer) -> list[int]:
        return [need for need, thing in offer.adds if left[need] and thing not in there[need]]

    def worth(offer: Offer) -> float:
        value = needs * len(fresh(offer)) if needs else 0.0
        return (value + joins * parts.gain(offer.pairs) if joins and offer.pairs else value) / offer.cost

    # What is worth less with every choice waits, and is looked at again when it would be the next.
    # What joins parts may be worth more after a choice, so all of it is looked at again each time.
    growing = [place for place, offer in enumerate(offers) if joins and offer.pairs]
    grows = set(growing)
    waiting = _Waiting(offers, worth)
    for place in range(len(offers)):
        if place not in grows:
            waiting.add(place)
    choices: list[Choice] = []
    while at_most is None or len(choices) < at_most:
        worths = [worth(offers[place]) for place in growing]
        most = max([waiting.most(), *worths])
        if most <= 0:
            break
        best = [
            (offers[place].rank(), place) for place, now in zip(growing, worths, strict=True) if now == most
        ]
        _, place = min(best + waiting.first(most))
        if place in grows:
            growing.remove(place)
        else:
            waiting.take(most)
        offer = offers[place]
        added = fresh(offer)
        for need, thing in offer.adds:
            if need in added:
                left[need] -= 1
                there[need].add(thing)
        joined = sum(parts.join(*pair) for pair in offer.pairs)
        choices.append(Choice(place, tuple(added), tuple(need for need in added if not left[need]), joined))
        tick()
    return choices


class _Waiting:
    """Offers that are worth less with every choice, by what they were worth when they were last looked at.

    Args:
        offers: All offers.
        worth: Tells what one is worth now.
    """

    def __init__(self, offers: Sequence[Offer], worth: Callable[[Offer], float]) -> None:
        self._offers = offers
        self._worth = worth
        self._levels: list[float] = []  # a heap of what any is worth, with a minus
        self._unranked: dict[float, list[int]] = {}
        self._ranked: dict[float, list[tuple[Rank, int]]] = {}  # of each level a heap, too

    def add(self, place: int) -> None:
        """Take in an offer."""
        now = self._worth(self._offers[place])
        if now not in self._unranked:
            heapq.heappush(self._levels, -now)
            self._unranked[now], self._ranked[now] = [], []
        self._unranked[now].append(place)

    def most(self) -> float:
        """Return what those are worth that are worth the most; 0 if there are none."""
        while self._levels:
            level = -self._levels[0]
            self._look_again(level)
            if self._unranked[level] or self._ranked[level]:
                return level
            heapq.heappop(self._levels)
            del self._unranked[level], self._ranked[level]
        return 0.0

    def _look_again(self, level: float) -> None:
        """Move to where they belong those that are worth less by now; of the ranked only the first ones."""
        ranked, unranked = self._ranked[level], self._unranked[level]
        stale = [place for place in unranked if self._worth(self._offers[place]) != level]
        gone = set(stale)
        unranked[:] = [place for place in unranked if place not in gone]
        while ranked and self._worth(self._offers[ranked[0][1]]) != level:
            stale.append(heapq.heappop(ranked)[1])
        for place in stale:
            self.add(place)

    def first(self, most: float) -> list[tuple[Rank, int]]:
        """Return the rank and the place of the first of those that are worth so much, if there are any."""
        if most not in self._unranked:
            return []
        ranked, unranked = self._ranked[most], self._unranked[most]
        for place in unranked:
            heapq.heappush(ranked, (self._offers[place].rank(), place))
        unranked.clear()
        return ranked[:1]

    def take(self, most: float) -> None:
        """Take out the first of those that are worth the most."""
        heapq.heappop(self._ranked[most])
