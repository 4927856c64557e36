"""The steps that would join separate parts of the network of organisations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from partnermodel.analysis.recommending.choosing import Parts
from partnermodel.analysis.recommending.footing import Footing, Pair
from partnermodel.analysis.recommending.proposals import Proposal
from partnermodel.model.ties import Tie

Corners = dict[tuple[str, str], list[str]]

CONNECTING = "cooperates-with"
"""The kind of the relation that is proposed between two organisations."""

MOST_AT_A_CORNER = 3
"""So many of a part stand for it in a place, or before a group."""

MOST_PARTS = 30
"""Between so many of the largest parts, each is looked at beside each; the others beside the largest."""


def parts_of(footing: Footing) -> Parts:
    """Return the parts of the network of organisations that are joined by active ties."""
    parts = Parts(list(footing.model.organisations))
    for one, others in footing.active.items():
        for other in others:
            parts.join(one, other)
    return parts


def bridges(footing: Footing, parts: Parts, at_most: int | None) -> Iterator[Proposal]:
    """Yield the steps that would join two parts.

    Where two organisations of different parts have a tie that is not active and not over, the step is to
    move on with it, and nothing new is proposed between these parts. Between any other two parts it is a
    new relation between the two organisations that stand next to each other: in one place, serving one group,
    or else the ones with the most partners.

    Args:
        footing: What stands in the model.
        parts: The parts.
        at_most: How many steps will be chosen at the most, or None.
    """
    begun = set()
    for one, other in footing.joins[1]:
        if parts.of(one) != parts.of(other):
            begun_ties = [tie for tie in footing.ties(one, other) if tie.status not in footing.over]
            if begun_ties:
                begun.add(_key(parts, one, other))
                yield _moved_on(footing, min(begun_ties, key=lambda tie: (tie.via is not None, tie.records)))
    members: dict[str, list[str]] = {}
    for id in footing.model.organisations:
        members.setdefault(parts.of(id), []).append(id)
    # Which node stands for a part depends on the order in which it was joined; its first id does not.
    roots = sorted(members, key=lambda root: (-len(members[root]), members[root][0]))
    size = MOST_PARTS if at_most is None else min(at_most + 1, MOST_PARTS)
    corners = {root: _corners(footing, members[root]) for root in roots}
    for place, root in enumerate(roots[:size]):
        for other in roots[place + 1 :] if place == 0 else roots[place + 1 : size]:
            if _key(parts, root, other) not in begun:
                yield from _new(footing, corners[root], corners[other])


def _key(parts: Parts, one: str, other: str) -> Pair:
    first, second = sorted((parts.of(one), parts.of(other)))
    return first, second


def _moved_on(footing: Footing, tie: Tie) -> Proposal:
    advances = footing.advances(tie.records)
    pair = (tie.organisation, tie.partner)
    kind = footing.model.relations[tie.relations[0]].kind
    return Proposal("agree", tie.organisation, kind, tie.partner, advances=advances, pairs=(pair,))


def _corners(footing: Footing, ids: list[str]) -> Corners:
    """Return who stands for a part: for each place and each group, and for the whole, a few of it."""
    found: Corners = {}
    organisations, active = footing.model.organisations, footing.active

    def foremost(id: str) -> tuple[bool, int, str]:
        return organisations[id].collective, -len(active[id]), id

    for id in sorted(ids, key=foremost):
        places = [("place", place) for place in footing.places(id) if place is not None]
        groups = {("group", one.group) for ways in footing.given.get(id, {}).values() for one in ways}
        for corner in (("", ""), *places, *groups):
            standing = found.setdefault(corner, [])
            if len(standing) < MOST_AT_A_CORNER:
                standing.append(id)
    return found


def _new(footing: Footing, mine: Corners, theirs: Corners) -> Iterator[Proposal]:
    """Yield new relations between two parts: for each corner that both have, the foremost two.

    Two between whom it did not work out stand back for others.
    """
    ended = footing.joins[1]
    for corner in filter(mine.__contains__, theirs):  # who is asked for has few, the largest part very many
        pairs = [(min(pair), max(pair)) for pair in product(mine[corner], theirs[corner])]
        untried = (pair for pair in pairs if footing.tried.isdisjoint(ended.get(pair, ())))
        one, other = next(untried, pairs[0])
        if f"{other}/{CONNECTING}/{one}" in footing.model:  # a tie is told from one end only
            one, other = other, one
        yield Proposal("connect", one, CONNECTING, other, pairs=((one, other),))
