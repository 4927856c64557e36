"""The greedy choice, held to all choices that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnermodel.analysis.recommending.choosing import Choice, Offer, Parts, Rank, chosen

NODES = ("a", "b", "c", "d", "e", "f")
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] != pair[1])


def met(offers: Iterable[Offer], missing: Sequence[int]) -> list[int]:
    """Return how much of each need some offers meet together, as the definition says."""
    things = {pair for offer in offers for pair in offer.adds}
    return [
        min(needed, sum(1 for place, _ in things if place == need)) for need, needed in enumerate(missing)
    ]


def ranked(*rank: int | str) -> Callable[[], Rank]:
    """Return what tells a rank."""
    return lambda: rank


@st.composite
def tasks(draw: st.DrawFn) -> tuple[list[Offer], list[int]]:
    """Draw a few offers, and what is missing in a few needs; two offers may add the same thing."""
    missing = draw(st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=4))
    needs = st.integers(min_value=0, max_value=len(missing) - 1)
    adds = st.dictionaries(needs, st.sampled_from("xyz"), max_size=4)
    costs = st.integers(min_value=1, max_value=5)
    drawn = draw(st.lists(st.tuples(adds, costs), max_size=8))
    offers = [Offer(tuple(one.items()), (), cost, ranked(place)) for place, (one, cost) in enumerate(drawn)]
    return offers, missing


@settings(max_examples=200)
@given(tasks())
def test_a_choice_costs_at_most_the_harmonic_number_times_the_best(
    task: tuple[list[Offer], list[int]],
) -> None:
    """All that can be closed is closed, and costs at most H(d) times what the cheapest such choice costs."""
    offers, missing = task
    choices = chosen(offers, missing, Parts([]))
    whole = met(offers, missing)
    assert met([offers[one.offer] for one in choices], missing) == whole
    spent = sum(offers[one.offer].cost for one in choices)
    best = min(
        sum(offer.cost for offer in some)
        for size in range(len(offers) + 1)
        for some in combinations(offers, size)
        if met(some, missing) == whole
    )
    most = max((len([need for need, _ in offer.adds if missing[need]]) for offer in offers), default=0)
    assert spent <= sum(1 / number for number in range(1, most + 1)) * best + 1e-9


@settings(max_examples=200)
@given(tasks(), st.integers(min_value=0, max_value=4))
def test_each_choice_is_the_one_that_is_worth_most(task: tuple[list[Offer], list[int]], at_most: int) -> None:
    """Step by step, no offer adds more for its cost; of equals it is the one of the least rank."""
    offers, missing = task
    taken: list[Offer] = []

    def worth(offer: Offer) -> float:
        return (sum(met([*taken, offer], missing)) - sum(met(taken, missing))) / offer.cost

    for choice in chosen(offers, missing, Parts([]), at_most=at_most):
        left = [offer for offer in offers if offer not in taken]
        best = min(left, key=lambda offer: (-worth(offer), offer.rank()))
        assert offers[choice.offer] is best
        before = met(taken, missing)
        taken.append(best)
        after = met(taken, missing)
        added = tuple(need for need, _ in best.adds if after[need] > before[need])
        assert choice.added == added
        assert choice.closed == tuple(need for need in added if after[need] == missing[need])
    assert len(taken) <= at_most
    if len(taken) < at_most:
        assert all(worth(offer) == 0 for offer in offers if offer not in taken)


@given(tasks(), st.randoms(use_true_random=False))
def test_the_order_of_offers_makes_no_difference(task: tuple[list[Offer], list[int]], random: object) -> None:
    """Offers in another order give the same choices."""
    offers, missing = task
    mixed = offers.copy()
    getattr(random, "shuffle")(mixed)  # noqa: B009  (Hypothesis types its generator as an object)
    first = [offers[one.offer] for one in chosen(offers, missing, Parts([]))]
    assert [mixed[one.offer] for one in chosen(mixed, missing, Parts([]))] == first


@settings(max_examples=150)
@given(st.lists(PAIRS, max_size=6), st.lists(st.lists(PAIRS, min_size=1, max_size=3), max_size=6))
def test_parts_are_connected_components(
    before: list[tuple[str, str]], steps: list[list[tuple[str, str]]]
) -> None:
    """What a step joins is the pairs of nodes that it newly connects, as networkx sees them."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(NODES)
    graph.add_edges_from(before)
    parts = Parts(NODES)
    for pair in before:
        parts.join(*pair)

    def connected() -> int:
        return sum(len(part) * (len(part) - 1) // 2 for part in nx.connected_components(graph))

    for step in steps:
        told = parts.gain(step)
        assert parts.separate == len(NODES) * (len(NODES) - 1) // 2 - connected()
        earlier = connected()
        graph.add_edges_from(step)
        assert sum(parts.join(*pair) for pair in step) == told == connected() - earlier


@settings(max_examples=100)
@given(st.lists(PAIRS, max_size=5), st.integers(min_value=1, max_value=3))
def test_the_most_separate_parts_are_joined_first(before: list[tuple[str, str]], at_most: int) -> None:
    """Where any two may be joined at one cost, no choice of as many connects more pairs."""
    every = list(combinations(NODES, 2))
    offers = [Offer((), (pair,), 1, ranked(*pair)) for pair in every]

    def parts() -> Parts:
        made = Parts(NODES)
        for pair in before:
            made.join(*pair)
        return made

    found = chosen(offers, [], parts(), needs=0, joins=1, at_most=at_most)

    def gained(some: Iterable[tuple[str, str]]) -> int:
        made = parts()
        return sum(made.join(*pair) for pair in some)

    assert sum(one.joined for one in found) == max(gained(some) for some in combinations(every, at_most))


def test_the_guarantee_is_worth_having() -> None:
    """The textbook case in which greedy takes the bait: H(3) = 11/6 bounds what it spends."""
    offers = [
        Offer(((0, 0),), (), 1 / 3, ranked(0)),
        Offer(((1, 0),), (), 1 / 2, ranked(1)),
        Offer(((2, 0),), (), 1, ranked(2)),
        Offer(((0, 0), (1, 0), (2, 0)), (), 1.01, ranked(3)),
    ]
    choices = chosen(offers, [1, 1, 1], Parts([]))
    assert [one.offer for one in choices] == [0, 1, 2]
    assert sum(offers[one.offer].cost for one in choices) == pytest.approx(11 / 6)


def test_both_worths_are_weighed_together() -> None:
    """What joins parts and adds to a need is worth the sum of both, and each choice says what it did."""
    offers = [
        Offer(((0, "x"),), (), 1, ranked(0)),
        Offer(((0, "y"),), (("a", "b"),), 1, ranked(1)),
        Offer((), (("c", "d"),), 1, ranked(2)),
    ]
    parts = Parts(["a", "b", "c", "d"])
    found = chosen(offers, [1], parts, needs=1.0, joins=0.5)
    assert found == [Choice(1, (0,), (0,), 1), Choice(2, (), (), 1)]
