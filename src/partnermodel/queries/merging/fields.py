"""One field of two records and of their common ancestor: what it is to be, and what cannot be decided."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from partnermodel.errors import InvalidRecordError
from partnermodel.queries.merging.conflicts import Side
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.names import Alias

T = TypeVar("T", bound=Hashable)


@attrs.frozen
class Clash:
    """What both sides have made different things of.

    Attributes:
        part: The part of the field; empty for all of it.
        base: What it was.
        a: What the first side has made of it.
        b: What the second has.
    """

    part: str
    base: Any
    a: Any
    b: Any


@attrs.frozen
class Outcome:
    """What comes of a field.

    Attributes:
        value: The value, in which clashes are decided for the side that is preferred.
        clashes: What had to be decided so.
    """

    value: Any
    clashes: tuple[Clash, ...] = ()


def alike(one: object, other: object) -> bool:
    """Return whether two values are written alike: 1, 1.0 and true are three, as in a file.

    Example:
        >>> alike("a", "a"), alike(1, 1.0)
        (True, False)
    """
    return one is other or FrozenMap({0: one}) == FrozenMap({0: other})


def combined(base: Any, a: Any, b: Any, prefer: Side, *, whole: bool = False) -> Outcome:
    """Return what comes of a field of two versions of a record.

    What only one side has changed is changed; lists, mappings and periods are looked into when both have.

    Args:
        base: The value before, which is the default of the field when nobody stated it.
        a: The value of the first side.
        b: The value of the second side.
        prefer: The side that wins where nobody can decide.
        whole: Whether the values are not looked into.

    Example:
        >>> combined("discussed", "discussed", "agreed", "a").value
        'agreed'
        >>> combined("discussed", "planned", "agreed", "a").clashes
        (Clash(part='', base='discussed', a='planned', b='agreed'),)
    """
    if alike(a, b) or alike(b, base):
        return Outcome(a)
    if alike(a, base):
        return Outcome(b)
    if not whole:
        match base, a, b:
            case FrozenMap(), FrozenMap(), FrozenMap():
                return _mappings(base, a, b, prefer)
            case Period(), Period(), Period():
                return _periods(base, a, b, prefer)
            case tuple(), tuple(), tuple():
                return _lists(base, a, b, prefer)
    return Outcome(a if prefer == "a" else b, (Clash("", base, a, b),))


def _mappings(base: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any], prefer: Side) -> Outcome:
    """Combine mappings key by key; a value is never None, so None is what is not there."""
    found: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*a, *b)):
        outcome = combined(base.get(key), a.get(key), b.get(key), prefer, whole=True)
        clashes += (attrs.evolve(clash, part=key) for clash in outcome.clashes)
        if outcome.value is not None:
            found[key] = outcome.value
    return Outcome(FrozenMap(found), tuple(clashes))


def _periods(base: Period, a: Period, b: Period, prefer: Side) -> Outcome:
    """Combine the two ends, each for itself; of what would end before it starts, the whole."""
    ends = {
        end: combined(getattr(base, end), getattr(a, end), getattr(b, end), prefer, whole=True)
        for end in ("start", "end")
    }
    try:
        period = Period(ends["start"].value, ends["end"].value)
    except InvalidRecordError:
        return Outcome(a if prefer == "a" else b, (Clash("", base, a, b),))
    clashes = (attrs.evolve(clash, part=end) for end, one in ends.items() for clash in one.clashes)
    return Outcome(period, tuple(clashes))


def _lists(base: tuple[T, ...], a: tuple[T, ...], b: tuple[T, ...], prefer: Side) -> Outcome:
    """Combine lists: what either side adds is added, what either takes out goes.

    What both took out, to put different things about the same in its place, nobody can decide.
    """
    gone = {item for item in base if item not in a or item not in b}
    kept = [item for item in dict.fromkeys((*a, *b)) if item not in gone]
    clashes = []
    for subject, before in _by_subject(item for item in base if item not in a and item not in b).items():
        replaced = [
            tuple(item for item in dict.fromkeys(side) if _subject(item) == subject and item not in base)
            for side in (a, b)
        ]
        if set(replaced[0]) != set(replaced[1]):
            clashes.append(Clash("", tuple(before), *replaced))
            winner, loser = replaced if prefer == "a" else replaced[::-1]
            kept = [item for item in kept if item not in loser or item in winner]
    return Outcome(tuple(kept), tuple(clashes))


def _by_subject(items: Iterator[T]) -> dict[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for item in items:
        found.setdefault(_subject(item), []).append(item)
    return found


def _subject(item: object) -> Hashable:
    """Return what an item of a list is about: two items about the same can be versions of one another."""
    match item:
        case Citation():
            return item.document
        case StatedCount():
            return item.kind, item.through
        case Identifier():
            return item.scheme
        case _:
            assert isinstance(item, Alias), "a record has no other lists"
            return item.name
