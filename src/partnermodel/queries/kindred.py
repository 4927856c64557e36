"""What is next to what is asked for: wider places, sibling kinds, groups that overlap."""

from __future__ import annotations

from functools import cache

import attrs

from partnermodel.language.sayings import Name, Saying, Untold, saying
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import label, named
from partnermodel.queries.expectations import PROVIDERS, Expected
from partnermodel.queries.provisions import Provision, links

OVER = ("suspended", "completed", "cancelled", "not-pursued")
"""The statuses, with the narrower ones, of what was there, or was to be, and is not."""


@attrs.frozen
class Step:
    """In which way something is next to what is asked for, and not it.

    Attributes:
        lacking: What would have to be otherwise: `status`, `place`, `kind` or `group`.
        why: The same for people, as a clause in no language yet.
        records: The ids of the records that show it, besides those of the provision.
    """

    lacking: str
    why: Untold
    records: tuple[str, ...] = ()


UNPLACED = Step("place", saying("unstated-place"))
"""That nobody says where something is."""


class Kindred:
    """What is next to what in a model. Ask for it with `model.once`."""

    def __init__(self, model: PartnerModel) -> None:
        self._model = model
        made = model.once(links)
        self.wider = cache(lambda place: dict(self._wider(place)))
        self._places = set(model.places)
        self._relations = model.relations
        self._made = made
        self.over = model.codes("status", OVER)
        self.groups: dict[str, dict[str, Step]] = {}
        overlapping, part_of = (model.codes("relation", kind) for kind in ("overlaps", "part-of"))
        for relation in model.relations.values():
            source, target = relation.source, relation.target
            if relation.status in made.present and source in model.groups and target in model.groups:
                if relation.kind in overlapping:
                    self._beside(source, target, "overlaps", relation.id)
                    self._beside(target, source, "overlaps", relation.id)
                elif relation.kind in part_of:
                    self._beside(source, target, "whole", relation.id)
                    self._beside(target, source, "part", relation.id)
        self.kind_of = cache(self._kind_step)
        self._in_status = cache(lambda status: Step("status", label(model, "status", status)))

    def _beside(self, group: str, other: str, how: str, relation: str) -> None:
        model = self._model
        names = {"other": named(model, model.groups[other]), "group": named(model, model.groups[group])}
        step = Step("group", saying(f"beside-{how}", **names), (relation,))
        self.groups.setdefault(group, {}).setdefault(other, step)

    def _wider(self, place: str) -> list[tuple[str, Step]]:
        """Return the wider places, over what holds at present, each with the relations that lead to it."""
        found: dict[str, tuple[str, ...]] = {place: ()}
        steps = [place]
        for inner in steps:  # which grows as wider places come into sight
            for relation in self._made.wider.get(inner, ()):
                if relation.status in self._made.present and relation.target not in found:
                    found[relation.target] = (*found[inner], relation.id)
                    steps.append(relation.target)
        places = self._model.places
        names = {id: named(self._model, places[id]) for id in found}
        return [
            (wider, Step("place", saying("in-wider-place", wider=names[wider], place=names[place]), way))
            for wider, way in found.items()
            if wider != place
        ]

    def _kind_step(self, asked: str, scheme: str, kind: str | None) -> tuple[bool, Step | None]:
        """Return whether something of a kind is of the kind that is asked for, and else what it lacks."""
        vocabulary = self._model.vocabulary
        if kind is None:
            return False, Step("kind", saying("kind-unknown"))
        if vocabulary.includes(scheme, asked, kind):
            return True, None
        above = vocabulary.wider(scheme, asked) if vocabulary.knows(scheme, asked) else ()
        told = label(self._model, scheme, kind)
        if kind in above:
            return False, Step("kind", saying("kind-wider", kind=told))
        if len(above) > 1 and vocabulary.includes(scheme, above[1], kind):
            return False, Step("kind", saying("kind-sibling", kind=told))
        return False, None

    def is_of(self, kind: str, provision: Provision) -> bool:
        """Return whether what serves is of a kind, or of a narrower one."""
        return self.kind_of(kind, self.scheme(provision), provision.kind)[0]

    def direct(self, provision: Provision) -> bool:
        """Return whether a provision is in its place by itself, and not because it is in a part of it."""
        return self._relations[provision.records[-1]].source not in self._places

    def steps(self, cell: Expected, provision: Provision, counted: frozenset[str]) -> list[Step] | None:
        """Return what a provision lacks to count in a cell, or None when it is not next to it.

        Of the place it is only asked whether it is the one of the cell, a wider one, or not stated.
        """
        found: list[Step] = []
        if provision.group != cell.group:
            found.append(self.groups[cell.group][provision.group])
        if cell.kind is not None:
            fits, step = self.kind_of(cell.kind, self.scheme(provision), provision.kind)
            if not fits:
                if step is None:
                    return None
                found.append(step)
        if cell.place is not None and provision.place != cell.place:
            if provision.place is None:
                found.append(UNPLACED)
            elif self.direct(provision):
                found.append(self.wider(cell.place)[provision.place])
            else:
                return None
        if provision.status not in counted:
            found.append(self._in_status(provision.status))
        return found

    def scheme(self, provision: Provision) -> str:
        """Return the type of what serves."""
        return self._model.entity(provision.provision).scheme


def cell_words(model: PartnerModel, cell: Expected) -> tuple[Name, Name | Saying, Untold]:
    """Return what people read for the group, the place and the kind of a cell."""
    kind: Untold = saying("any-kind")
    if cell.kind is not None:
        scheme = next((one for one in PROVIDERS if model.vocabulary.knows(one, cell.kind)), PROVIDERS[0])
        kind = label(model, scheme, cell.kind)
    place = saying("any-place") if cell.place is None else named(model, model.places[cell.place])
    return named(model, model.groups[cell.group]), place, kind
