"""Where each thing would serve a group, were it to serve one: in which places, by whom, on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.model.model import PartnerModel
from partnermodel.queries.provisions import Giver, Way, givers_of, joint_statuses, links

Places = tuple[str | None, ...]
"""The ids of places, or None for one that is not stated."""

Sort = tuple[frozenset[str], tuple[tuple[str, str], ...]]
"""The statuses of a chain of records, and where its end is: the ids of places, each with a status."""


class Reach:
    """What a new relation to a group would make of each thing, read as `provisions` reads relations.

    It is what would count: the relation would be active, and all else is as it is. Of the many things of
    a model it is found at once where they would serve, and by which records when somebody asks.

    Attributes:
        places: For each thing that would count somewhere, where that is.
    """

    def __init__(self, model: PartnerModel) -> None:
        self._entities = model.entities
        self._counted = model.codes("status", "active")
        self._links = made = model.once(links)
        self._joint = joint_statuses(model)
        things = {
            id: thing
            for catalogue in (model.organisations, model.centres, model.programmes, model.initiatives)
            for id, thing in catalogue.items()
        }
        self._givers = givers_of(model, things)
        self.places: dict[str, Places] = {}
        known: dict[Sort, Places] = {}  # most things are where many others are
        for id, thing in things.items():
            found: Places = ()
            for giver in self._givers[id]:
                stated, where = self._stated(thing.status, giver), made.where(id, giver[0])
                there = () if where is None else made.located.get(where, ())
                sort = stated, tuple([(link.target, link.status) for link in there])
                if sort not in known:
                    known[sort] = tuple([place for place, _ in self._counting(stated, where)])
                found = tuple(dict.fromkeys(found + known[sort])) if found else known[sort]
            if found:
                self.places[id] = found

    def _stated(self, status: str, giver: Giver) -> frozenset[str]:
        return frozenset((status, "active", *[link.status for link in giver[1]]))

    def _counting(self, stated: frozenset[str], where: str | None) -> Iterator[tuple[str | None, Way]]:
        for place, way in self._links.reach(where):
            if self._joint[stated.union([link.status for link in way])] in self._counted:
                yield place, way

    def ways(self, thing: str) -> Iterator[tuple[str | None, str | None, tuple[str, ...]]]:
        """Yield where a thing would serve, the organisation that would give it, and by which records."""
        for giver in self._givers.get(thing, ()):
            stated = self._stated(self._entities[thing].status, giver)
            for place, way in self._counting(stated, self._links.where(thing, giver[0])):
                yield place, giver[0], (thing, *[link.id for link in (*giver[1], *way)])
