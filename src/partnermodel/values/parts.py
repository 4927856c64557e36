"""Which counts to hide where some count a part of what others count, as towns of a region."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from partnermodel.values.guard import CELL, TOTAL, Guard


def suppressed_parts(
    counts: Mapping[str, int],
    wholes: Mapping[str, Collection[str]],
    *,
    min_count: int,
    zeros: bool = False,
) -> frozenset[str]:
    """Return which of some counts to hide, where one may count a part of what another counts.

    Those who know the parts of a whole can subtract. They are taken to know what the parts that have no
    count have together, and what two parts share is taken to be unknown. A whole without a count of its
    own hands its parts on to what it is part of. What a part of several wholes needs is not weighed: when
    it is hidden, so are all but its first whole, and what these are part of; and it is hidden with each of
    these.

    Args:
        counts: The counts, by name.
        wholes: Of each part, what it is part of; names that have no count too.
        min_count: The least number that may be published.
        zeros: As for `suppressed`.

    Returns:
        The names of the counts to hide.

    Raises:
        ValueError: `min_count` is below 2.

    Example:
        >>> homes = {"district": 90, "town": 4, "village": 30, "others": 56}
        >>> within = {name: ["district"] for name in ("town", "village", "others")}
        >>> sorted(suppressed_parts(homes, within, min_count=10))
        ['town', 'village']
    """
    guard = Guard(min_count, zeros=zeros)
    stated = {name: _nearest(name, counts, wholes) for name in sorted(counts)}
    # What is part of a part is counted in it, and not beside it.
    nearest = {
        name: [one for one in above if not any(one in _upward(stated[other], stated) for other in above)]
        for name, above in stated.items()
    }
    parts: dict[str, list[str]] = {}
    for name, above in nearest.items():
        if above:
            parts.setdefault(above[0], []).append(name)
    arrows = {}
    for name, above in nearest.items():
        tail, head = above[0] if above else None, name if name in parts else None
        arrows[name] = guard.add(tail, head, counts[name], TOTAL if name in parts else CELL)
    for name, inside in parts.items():
        shared = sum(counts[part] for part in inside) - counts[name]
        if shared > 0:
            guard.sums.add(None, name, shared, hidden=True)
    held: set[str] = set()
    while True:
        guard.protect()
        hidden = {name for name, arrow in arrows.items() if guard.sums.arrows[arrow].hidden} | held
        above_them = {whole for name in hidden for whole in nearest[name][1:]}
        with_them = {name for name, above in nearest.items() if not hidden.isdisjoint(above[1:])}
        touched = _upward(above_them, nearest) | with_them
        more = {name for name in touched - hidden if counts[name] >= guard.floor}
        if not more:
            return frozenset(hidden)
        for name in more:
            guard.sums.arrows[arrows[name]].hidden = True
        held |= more


def _upward(names: Iterable[str], nearest: Mapping[str, Sequence[str]]) -> set[str]:
    """Return names and all that they are part of."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += nearest[name]
    return found


def _nearest(name: str, counts: Collection[str], wholes: Mapping[str, Collection[str]]) -> list[str]:
    """Return what something is part of and has a count; where there is none, what that is part of."""
    found, seen = set(), {name}
    waiting = list(wholes.get(name, ()))
    while waiting:
        whole = waiting.pop()
        if whole not in seen:
            seen.add(whole)
            if whole in counts:
                found.add(whole)
            else:
                waiting += wholes.get(whole, ())
    return sorted(found)
