"""What stands in a model already: what recommendations begin from."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property

from partnermodel.analysis.recommending.reaching import Reach
from partnermodel.model.entities import UNKNOWN_STATUS
from partnermodel.model.model import PartnerModel
from partnermodel.model.ties import Tie, joined_pairs, ties_of
from partnermodel.queries.kindred import OVER
from partnermodel.queries.provisions import Provision, links, provisions

Pair = tuple[str, str]


class Footing:
    """What stands in a model already, worked out as far as it is asked for. Ask for it with `model.once`.

    Attributes:
        counted: The statuses in which something counts.
        over: The statuses of what was there, or was to be, and is not.
        tried: Those of them that tell of what did not work out.
    """

    def __init__(self, model: PartnerModel) -> None:
        self.model = model
        self.counted = model.codes("status", "active")
        self.over = model.codes("status", OVER)
        self.tried = self.over - model.codes("status", "completed")
        self.links = model.once(links)
        self._alike: dict[tuple[str, str | None], float] = {}
        self._ties: dict[str, dict[str, list[Tie]]] = {}

    @cached_property
    def reach(self) -> Reach:
        """What a new relation to a group would make of each thing."""
        return Reach(self.model)

    def places(self, thing: str) -> tuple[str | None, ...]:
        """Return where a thing would serve a group; see `Reach`."""
        return self.reach.places.get(thing, ())

    @cached_property
    def standing(self) -> dict[str | None, list[str]]:
        """The organisations that are there themselves: by place, and all of them by None."""
        found: dict[str | None, list[str]] = {None: []}
        for id in self.model.organisations:
            places = self.places(id)
            if places:
                found[None].append(id)
            for place in places:
                if place is not None:
                    found.setdefault(place, []).append(id)
        return found

    def way(self, thing: str, place: str | None) -> tuple[str, ...]:
        """Return the ids of the records by which a thing is in a place."""
        return next((records for there, _, records in self.reach.ways(thing) if there == place), ())

    def nowhere(self, thing: str) -> bool:
        """Return whether no place at all is stated for a thing, nor for anybody who gives it."""
        made = self.links
        givers = made.givers.get(thing, ())
        return thing not in made.located and not any(giver in made.located for giver, _ in givers)

    @cached_property
    def provisions(self) -> list[Provision]:
        """Every provision of the model."""
        return list(provisions(self.model, self.model.groups))

    @cached_property
    def serving(self) -> dict[str, dict[str, list[Provision]]]:
        """What counts: by group, and by the id of what serves."""
        found: dict[str, dict[str, list[Provision]]] = {}
        for one in self.provisions:
            if one.status in self.counted:
                found.setdefault(one.group, {}).setdefault(one.provision, []).append(one)
        return found

    @cached_property
    def given(self) -> dict[str, dict[str, list[Provision]]]:
        """What counts: by the id of who gives it, and by the id of what serves."""
        found: dict[str, dict[str, list[Provision]]] = {}
        for inside in self.serving.values():
            for thing, ways in inside.items():
                for one in ways:
                    if one.organisation is not None:
                        found.setdefault(one.organisation, {}).setdefault(thing, []).append(one)
        return found

    @cached_property
    def providing(self) -> frozenset[str]:
        """The ids of what serves some group, unless all of it was tried and did not work out."""
        return frozenset(one.provision for one in self.provisions if one.status not in self.tried)

    @cached_property
    def joins(self) -> tuple[dict[str, set[str]], dict[Pair, list[str]], set[Pair]]:
        """Who is joined to whom by an active tie; the statuses of the ties of all other pairs; who tried."""
        active: dict[str, set[str]] = {id: set() for id in self.model.organisations}
        others: dict[Pair, list[str]] = {}
        for one, other, (_, _, status) in joined_pairs(self.model):
            if status in self.counted:
                active[one].add(other)
                active[other].add(one)
            else:
                others.setdefault((one, other), []).append(status)
        tried = {pair for pair, found in others.items() if not self.tried.isdisjoint(found)}
        left = {(one, two): found for (one, two), found in others.items() if two not in active[one]}
        return active, left, tried

    @property
    def active(self) -> dict[str, set[str]]:
        """The partners of each organisation by an active tie."""
        return self.joins[0]

    def tried_together(self, one: str, other: str) -> bool:
        """Return whether a tie of two organisations did not work out."""
        return (min(one, other), max(one, other)) in self.joins[2]

    def ties(self, one: str, other: str) -> list[Tie]:
        """Return the ties of two organisations, seen from the first."""
        if one not in self._ties:
            found = self._ties[one] = {}
            for tie in ties_of(self.model, one):
                found.setdefault(tie.partner, []).append(tie)
        return self._ties[one].get(other, [])

    def advances(self, records: Iterable[str]) -> tuple[str, ...]:
        """Return those of the records of a chain that must move on for it to count.

        They are those of which a status is stated that does not count. When nothing is stated of any, it
        is the first relation.
        """
        ids = list(records)
        stated = [id for id in ids if self._status(id) not in (*self.counted, UNKNOWN_STATUS)]
        if stated or any(self._status(id) in self.counted for id in ids):
            return tuple(stated)
        return (next(id for id in ids if id in self.model.relations),)

    def _status(self, id: str) -> str:
        return self.model[id].status

    def adamic_adar(self, one: str, others: Iterable[str]) -> float:
        """Return how alike an organisation is to others by their common partners.

        It is the sum, over the others, of the index of Adamic and Adar (2003): for each partner that
        both have, 1 / log(how many partners that one has).
        """
        wanted = {*others} - {one}
        total = 0.0
        for between in sorted(self.active[one]):
            common = len(self.active[between] & wanted)
            if common:
                total += common / math.log(len(self.active[between]))
        return total

    def adamic_adar_of(self, one: str, group: str | None) -> float:
        """Return how alike an organisation is to those that serve a group; see `adamic_adar`."""
        if (one, group) not in self._alike:
            self._alike[one, group] = self.adamic_adar(one, self.serving_organisations(group))
        return self._alike[one, group]

    def serving_organisations(self, group: str | None) -> frozenset[str]:
        """Return the ids of the organisations that serve a group by what counts."""
        return self._servers.get(group, frozenset())

    @cached_property
    def _servers(self) -> dict[str | None, frozenset[str]]:
        return {
            group: frozenset(
                one.organisation for ways in inside.values() for one in ways if one.organisation is not None
            )
            for group, inside in self.serving.items()
        }

    def of_group(self, group: str | None) -> list[Provision]:
        """Return every provision of a group, in any status."""
        return self._by_group.get(group, [])

    @cached_property
    def _by_group(self) -> dict[str | None, list[Provision]]:
        found: dict[str | None, list[Provision]] = {}
        for one in self.provisions:
            found.setdefault(one.group, []).append(one)
        return found
