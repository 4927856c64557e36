"""Where records are, who hosts them, and which relations join two of them."""

from __future__ import annotations

from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation


class Surroundings:
    """Where records are and who hosts them, whatever the status says. Ask for it with `model.once`.

    Attributes:
        places: The places that a record is located in, by its id.
        hosts: Who hosts a record, by its id.
        joining: The relation between two entities with the first id, by their two ids, sorted.
    """

    def __init__(self, model: PartnerModel) -> None:
        located, hosting, part_of = (
            model.codes("relation", kind) for kind in ("located-in", "hosts", "part-of")
        )
        self.places: dict[str, set[str]] = {}
        self.hosts: dict[str, set[str]] = {}
        self.joining: dict[tuple[str, str], Relation] = {}
        wider: dict[str, set[str]] = {}
        for relation in sorted(model.relations.values(), key=lambda one: one.id):
            source, target = relation.source, relation.target
            self.joining.setdefault((min(source, target), max(source, target)), relation)
            if relation.kind in hosting:
                self.hosts.setdefault(target, set()).add(source)
            elif relation.kind in located and target in model.places:
                self.places.setdefault(source, set()).add(target)
            elif relation.kind in part_of and source in model.places and target in model.places:
                wider.setdefault(source, set()).add(target)
        self._wider = wider
        self._around: dict[str, frozenset[str]] = {}

    def common_place(self, one: str, other: str) -> str | None:
        """Return a place that both records are in, the first by its id; None when none is known."""
        return min(self.places.get(one, set()) & self.places.get(other, set()), default=None)

    def common_host(self, one: str, other: str) -> str | None:
        """Return a host that both records have, the first by its id; None when none is known."""
        return min(self.hosts.get(one, set()) & self.hosts.get(other, set()), default=None)

    def different_places(self, one: str, other: str) -> tuple[str, str] | None:
        """Return a place of each record when no place of one is, is in, or is around a place of the other."""
        return _apart(
            {place: self.around(place) for place in self.places.get(one, ())},
            {place: self.around(place) for place in self.places.get(other, ())},
        )

    def different_hosts(self, one: str, other: str) -> tuple[str, str] | None:
        """Return a host of each record when both have hosts, and none in common."""
        return _apart(
            {host: frozenset({host}) for host in self.hosts.get(one, ())},
            {host: frozenset({host}) for host in self.hosts.get(other, ())},
        )

    def around(self, place: str) -> frozenset[str]:
        """Return a place and the wider ones that it is a part of."""
        if place not in self._around:
            found, steps = {place}, [place]
            for inner in steps:  # which grows as wider places come into sight
                new = self._wider.get(inner, set()) - found
                found |= new
                steps += sorted(new)
            self._around[place] = frozenset(found)
        return self._around[place]


def _apart(one: dict[str, frozenset[str]], other: dict[str, frozenset[str]]) -> tuple[str, str] | None:
    if not one or not other:
        return None
    if any(
        first in around or second in wider for first, wider in one.items() for second, around in other.items()
    ):
        return None
    return min(one), min(other)
