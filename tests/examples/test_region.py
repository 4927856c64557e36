"""The generated region is the same for everyone, whole, and built as real ones are."""

from __future__ import annotations

from itertools import combinations
from statistics import median

from examples.region import region

from partnermodel import check, dumps, organisation_network

REGION = region()


def test_the_same_seed_gives_the_same_region() -> None:
    """A region is a value: it does not depend on when or where it is made."""
    assert dumps(region(1)) == dumps(REGION)
    assert dumps(region(2)) != dumps(REGION)


def test_it_has_three_hundred_organisations_and_nothing_odd() -> None:
    """There are 300 organisations; all that a person should look at is what nobody is cited for."""
    assert len(REGION.organisations) == 300
    assert {issue.code for issue in check(REGION)} == {"no-evidence", "self-reported"}


def test_few_have_very_many_ties_and_most_have_few() -> None:
    """The most ties of one body are more than ten times as many as the body in the middle has."""
    degrees = sorted(degree for _, degree in organisation_network(REGION).degree())
    assert degrees[-1] > 10 * median(degrees)


def test_who_is_near_works_together_more_often() -> None:
    """Pairs in one place are tied more than twice as often as pairs in two."""
    network = organisation_network(REGION)
    place = {link.source: link.target for link in REGION.relations.values() if link.kind == "located-in"}
    pairs = {True: 0, False: 0}
    tied = {True: 0, False: 0}
    for one, other in combinations(network, 2):
        near = place[one] == place[other]
        pairs[near] += 1
        tied[near] += network.has_edge(one, other)
    assert tied[True] / pairs[True] > 2 * tied[False] / pairs[False]
