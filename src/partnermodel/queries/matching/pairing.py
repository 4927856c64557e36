"""Which pairs of records are looked at: those with an identifier, a name, or names that are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

import attrs

from partnermodel.model.model import PartnerModel
from partnermodel.queries.matching.identities import telling
from partnermodel.queries.matching.likeness import Progress, alike
from partnermodel.queries.matching.names import Names, Spelling, grouped, may_meet
from partnermodel.queries.matching.reasons import NameMatch
from partnermodel.queries.matching.surroundings import Surroundings

COMMON = 30
"""A name or a number that more records have is no reason by itself: each pair of them would be a page."""

Pairs = dict[tuple[int, int], NameMatch | None]


@attrs.frozen
class CommonValue:
    """A name or an identifier that so many records have that it says nothing by itself.

    Attributes:
        type: The type of the records.
        value: The normalised name, or the identifier with its scheme.
        ids: The ids of the records, sorted.
    """

    type: str
    value: str
    ids: tuple[str, ...]


def pairs(
    model: PartnerModel, names: Names, *, with_alike: bool, progress: Progress | None
) -> tuple[Pairs, list[CommonValue]]:
    """Return the pairs that are looked at, with the best reason of their names, and what is too common.

    Args:
        model: The model.
        names: The names of the records.
        with_alike: Whether names that are alike are looked for.
        progress: Is told what share of the names is compared.

    Raises:
        MissingExtraError: Names that are alike are looked for, and rapidfuzz is not installed.
    """
    found: Pairs = {}
    common: list[CommonValue] = []
    for two in _by_identifier(names, common):
        found[two] = None
    for two, match in _by_name(model, names, with_alike, common, progress):
        best = found.get(two)
        if best is None or match > best:
            found[two] = match
    return found, common


def _by_identifier(names: Names, common: list[CommonValue]) -> Iterator[tuple[int, int]]:
    numbered: dict[str, set[int]] = {}
    for place, entity in enumerate(names.entities):
        for identifier in telling(entity):
            numbered.setdefault(str(identifier), set()).add(place)
    for value, holders in numbered.items():
        if len(holders) > COMMON:
            common.append(_common(names, value, holders))
        else:
            yield from combinations(sorted(holders), 2)


def _by_name(
    model: PartnerModel,
    names: Names,
    with_alike: bool,
    common: list[CommonValue],
    progress: Progress | None,
) -> Iterator[tuple[tuple[int, int], NameMatch]]:
    rare: list[Spelling] = []
    for spelling, bearers in names.bearers.items():
        if len(bearers) <= COMMON:
            rare.append(spelling)
            places: Iterable[tuple[int, int]] = combinations(sorted(bearers), 2)
        else:
            common.append(_common(names, spelling.text, set(bearers)))
            places = _beside(model, names, bearers)
        for one, other in places:
            if may_meet(bearers[one], bearers[other]):
                yield (one, other), NameMatch(3, 1.0, spelling, spelling)
    kept = {spelling: names.bearers[spelling] for spelling in rare}
    for group in grouped(kept).values():
        for first, second in combinations(group, 2):
            if first.cyrillic != second.cyrillic:
                yield from _of_both(names, first, second, 2, 1.0)
    if with_alike:
        for first, second, likeness in alike(rare, progress):
            yield from _of_both(names, first, second, 1, round(likeness, 4))


def _of_both(
    names: Names, first: Spelling, second: Spelling, rank: int, likeness: float
) -> Iterator[tuple[tuple[int, int], NameMatch]]:
    one, other = names.bearers[first], names.bearers[second]
    for left, right in product(one, other):
        if left != right and may_meet(one[left], other[right]):
            if left < right:
                yield (left, right), NameMatch(rank, likeness, first, second)
            else:
                yield (right, left), NameMatch(rank, likeness, second, first)


def _beside(model: PartnerModel, names: Names, bearers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs among the bearers of a common name that are in one place, or have one host."""
    around = model.once(Surroundings)
    beside: dict[str, list[int]] = {}
    for place in sorted(bearers):
        id = names.entities[place].id
        for where in sorted(around.places.get(id, set()) | around.hosts.get(id, set())):
            beside.setdefault(where, []).append(place)
    yield from sorted(
        {two for some in beside.values() if len(some) <= COMMON for two in combinations(some, 2)}
    )


def _common(names: Names, value: str, places: Iterable[int]) -> CommonValue:
    entities = names.entities
    place, *_ = ordered = sorted(places)
    return CommonValue(entities[place].scheme, value, tuple(entities[one].id for one in ordered))
