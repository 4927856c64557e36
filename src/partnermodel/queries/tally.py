"""How many provisions there are in each cell of a matrix: counted in columns that are made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable
from functools import cached_property
from itertools import repeat
from operator import itemgetter
from typing import TypeVar

from partnermodel.model.days import Once
from partnermodel.model.model import PartnerModel
from partnermodel.queries.provisions import joint_statuses, links

H = TypeVar("H", bound=Hashable)

DIMENSIONS = ("group", "place", "kind", "organisation")
"""What a matrix of coverage can be laid out by."""

Values = tuple[str | None, ...]
"""A value for each dimension of a matrix; None stands for what is not stated."""

Spread = tuple[tuple[str | None, str], ...]
"""In which places something is (None for no stated one), each with how far it has come there."""

Spot = tuple[str | None, str | None]
"""A place (None where it does not matter) and an organisation."""

Sort = tuple[str | None, str | None]
"""A group and a kind; None where it does not matter."""

Alike = dict[Sort, list[int]]
"""The numbers of shares, by the group that is served and the kind of what serves it."""

Shares = tuple[tuple[str | None, int], ...]
"""Who gives something (None for nobody stated), each with the number of the spread of their part."""


class Numbers(dict[H, int]):
    """Gives each thing a number, in the order in which they are first seen."""

    def __missing__(self, thing: H) -> int:
        self[thing] = number = len(self)
        return number


class Columns:
    """All that serves somebody in a model, as columns: an entry for each provider and group it serves.

    What many entries have in common is numbered, and said once: a hundred thousand programmes have a
    few thousand spreads. So entries that are alike are counted together, and only then laid out.

    Attributes:
        providers: The id of what serves, of each entry.
        groups: The id of the group, of each entry.
        kinds: The kind of the provider, of each entry.
        shares: Who gives it and where, of each entry.
        spreads: The spreads, by their numbers.
    """

    def __init__(self, model: PartnerModel) -> None:
        made = model.once(links)
        entities, givers, located = model.entities, made.givers, made.located
        joint = joint_statuses(model)
        places: Numbers[tuple[tuple[str, str], ...]] = Numbers()
        ways: list[list[tuple[str | None, frozenset[str]]]] = []

        def whereabouts(id: str | None) -> int:
            # Of two that are in the same places, only one is asked for the wider ones.
            number = places[tuple([(link.status, link.target) for link in located.get(id or "", ())])]
            if number == len(ways):
                ways.append(
                    [(place, frozenset([link.status for link in way])) for place, way in made.reach(id)]
                )
            return number

        def spread(key: tuple[int, tuple[str, ...]]) -> int:
            number, stated = key
            return spreads[tuple({(place, joint[way.union(stated)]): None for place, way in ways[number]})]

        spreads: Numbers[Spread] = Numbers()
        where: Once[str | None, int] = Once(whereabouts)
        known: Once[tuple[int, tuple[str, ...]], int] = Once(spread)
        entries: dict[tuple[str, str], Shares] = {}
        for relation in made.serving:
            provider = relation.source
            own, placed = (entities[provider].status, relation.status), provider in located
            shares = tuple(
                [
                    (
                        giver,
                        known[where[provider if placed else giver], (*own, *[link.status for link in chain])],
                    )
                    for giver, chain in givers[provider]
                ]
            )
            entry = (provider, relation.target)
            entries[entry] = entries[entry] + shares if entry in entries else shares
        self.providers = [provider for provider, _ in entries]
        self.groups = [group for _, group in entries]
        self.kinds = [entities[provider].kind for provider in self.providers]
        self.shares = list(entries.values())
        self.spreads = list(spreads)

    @cached_property
    def placed(self) -> tuple[list[int], list[Shares]]:
        """The shares of each entry without who gives them, as numbers; and what the numbers stand for."""
        numbers: Numbers[Shares] = Numbers()
        alone: Once[int, int] = Once(lambda spread: numbers[((None, spread),)])  # as most are given
        found = [
            alone[one[0][1]] if len(one) == 1 else numbers[tuple([(None, spread) for _, spread in one])]
            for one in self.shares
        ]
        return found, list(numbers)

    @cached_property
    def _alike(self) -> Once[tuple[bool, bool], Alike]:
        """The numbers of the shares of all entries, sorted by group, and by kind if that is asked for.

        They are asked for by whether it matters who gives something, and whether its kind matters.
        """

        def sorted_out(matters: tuple[bool, bool]) -> Alike:
            named, of_kinds = matters
            numbers = (self.given if named else self.placed)[0]
            found: Alike = {}
            for sort, number in zip(
                zip(self.groups, self.kinds if of_kinds else repeat(None), strict=False), numbers, strict=True
            ):
                found.setdefault(sort, []).append(number)
            return found

        return Once(sorted_out)

    @cached_property
    def given(self) -> tuple[list[int], list[Shares]]:
        """The shares of each entry, as numbers; and what the numbers stand for."""
        numbers: Numbers[Shares] = Numbers()
        return [numbers[one] for one in self.shares], list(numbers)

    def counts(
        self, by: tuple[str, ...], groups: Collection[str], counted: Collection[str]
    ) -> dict[Values, int]:
        """Return how many different providers have a provision that counts, for each cell that has one.

        Args:
            by: The dimensions.
            groups: The groups to look at.
            counted: The statuses that count.
        """
        named, of_kinds = "organisation" in by, "kind" in by
        shares = (self.given if named else self.placed)[1]
        if "group" in by:
            alike = self._alike[named, of_kinds]
        else:
            alike, shares = self._whole(named, of_kinds, groups)
        spots: Numbers[tuple[Spot, ...]] = Numbers()
        open_places = self._open_places("place" in by, counted)
        spot_of = [spots[_spots(one, open_places)] for one in shares]
        spot_at = list(spots)
        rows: dict[Sort, dict[Spot, int]] = {}
        for (group, kind), numbers in alike.items():
            if group is None or group in groups:
                row = rows[group, kind] = {}
                for number, times in Counter(map(spot_of.__getitem__, numbers)).items():
                    for spot in spot_at[number]:
                        row[spot] = row.get(spot, 0) + times
        cell_of = itemgetter(*map(DIMENSIONS.index, by))
        return {
            cell_of((group, place, kind, giver)): times
            for (group, kind), row in rows.items()
            for (place, giver), times in row.items()
        }

    def occurring(self, dimension: str, groups: Collection[str]) -> set[str | None]:
        """Return the values of a dimension, or the statuses, that occur in what serves some groups."""
        if dimension == "kind":
            pairs = set(zip(self.kinds, self.groups, strict=True))
            return {kind for kind, group in pairs if group in groups}
        if dimension == "organisation":
            numbers, shares = self.given
            used = {number for number, group in zip(numbers, self.groups, strict=True) if group in groups}
            return {giver for number in used for giver, _ in shares[number]}
        shares = self.placed[1]
        used = set().union(*[self._alike[False, False].get((group, None), ()) for group in groups])
        spreads = {spread for number in used for _, spread in shares[number]}
        return {
            place if dimension == "place" else status
            for spread in spreads
            for place, status in self.spreads[spread]
        }

    def _open_places(self, placed: bool, counted: Collection[str]) -> list[list[str | None]]:
        """Return the places in which each spread counts, or None for all of them if places do not matter."""
        return [
            list({place if placed else None: None for place, status in spread if status in counted})
            for spread in self.spreads
        ]

    def _whole(self, named: bool, of_kinds: bool, groups: Collection[str]) -> tuple[Alike, list[Shares]]:
        """Return what `_alike` gives, and the shares: one entry for each that serves some of the groups."""
        numbers, shares = self.given if named else self.placed
        own: dict[str, list[int]] = {}
        kinds: dict[str, str | None] = {}
        for provider, group, kind, number in zip(
            self.providers, self.groups, self.kinds, numbers, strict=True
        ):
            if group in groups:
                own.setdefault(provider, []).append(number)
                kinds[provider] = kind if of_kinds else None
        together: Numbers[tuple[int, ...]] = Numbers()
        alike: Alike = {}
        for provider, parts in own.items():
            alike.setdefault((None, kinds[provider]), []).append(together[tuple(parts)])
        return alike, [tuple(share for number in parts for share in shares[number]) for parts in together]


def _spots(shares: Shares, open_places: list[list[str | None]]) -> tuple[Spot, ...]:
    """Return where and by whom what counts is given; each once."""
    if len(shares) == 1:
        ((giver, spread),) = shares
        return tuple([(place, giver) for place in open_places[spread]])
    return tuple({(place, giver): None for giver, spread in shares for place in open_places[spread]})
