"""Where each thing would serve a group, were it to serve one: in which places, by whom, on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.model.days import Once
from partnermodel.model.model import PartnerModel
from partnermodel.queries.provisions import Giver, givers_of, joint_statuses, links

Stated = frozenset[str]
"""The statuses of the records of a chain."""


class Reach:
    """What a new relation to a group would make of each thing, read as `provisions` reads it.

    It is what would count: the relation would be active, and the rest is as it is. Of the very many
    things a model may have, it is found at once where they would serve, and the records when somebody asks.

    Attributes:
        places: For each thing that would count somewhere, the ids of the places, None for one that is not
            stated.
    """

    def __init__(self, model: PartnerModel) -> None:
        self._entities = model.entities
        self._counted = model.codes("status", "active")
        self._links = model.once(links)
        self._joint = joint_statuses(model)
        catalogues = (model.organisations, model.centres, model.programmes, model.initiatives)
        things = {id: thing for catalogue in catalogues for id, thing in catalogue.items()}
        self._givers = givers_of(model, things)
        self.places: dict[str, tuple[str | None, ...]] = {}
        where, found_at = self._links.where, Once(self._places)
        for id, thing in things.items():
            spots = [
                found_at[self._stated(thing.status, giver), where(id, giver[0])] for giver in self._givers[id]
            ]
            found = spots[0] if len(spots) == 1 else tuple(dict.fromkeys(one for some in spots for one in some))
            if found:
                self.places[id] = found

    def _stated(self, status: str, giver: Giver) -> Stated:
        return frozenset((status, "active", *[link.status for link in giver[1]]))

    def _places(self, chain: tuple[Stated, str | None]) -> tuple[str | None, ...]:
        stated, where = chain
        return tuple(
            [
                place
                for place, way in self._links.reach(where)
                if self._joint[stated.union([link.status for link in way])] in self._counted
            ]
        )

    def ways(self, thing: str) -> Iterator[tuple[str | None, str | None, tuple[str, ...]]]:
        """Yield each place where a thing would serve, by whom, and the ids of the records that make it so."""
        for giver in self._givers.get(thing, ()):
            stated = self._stated(self._entities[thing].status, giver)
            for place, way in self._links.reach(self._links.where(thing, giver[0])):
                if self._joint[stated.union([link.status for link in way])] in self._counted:
                    yield place, giver[0], (thing, *[link.id for link in (*giver[1], *way)])
