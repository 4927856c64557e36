"""What is over in an expected cell, or next to it: what was there, or was tried there, before."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from partnermodel.analysis.recommending.footing import Footing
from partnermodel.language.sayings import Label, Name, Untold, saying
from partnermodel.queries.answers import label, named
from partnermodel.queries.expectations import Expected, Key
from partnermodel.queries.kindred import Kindred, Step
from partnermodel.queries.provisions import Provision


@attrs.frozen
class Past:
    """A provision that is over, seen from a cell.

    Attributes:
        provision: The provision.
        within: Whether it is of the group of the cell, and, as far as anybody says, of its kind and place.
        place: The id of the place it was in, where that is a wider one than the cell asks for; else None.
        kind: How its kind differs from that of the cell, as a clause; empty when it does not.
        records: The ids of the records that make it so, with those that join it to the cell.
    """

    provision: Provision
    within: bool
    place: str | None
    kind: Untold
    records: tuple[str, ...]

    def by(self, ids: Collection[str]) -> bool:
        """Return whether one of some things or organisations took part in it."""
        return self.provision.provision in ids or self.provision.organisation in ids

    def concerns(self, ids: Collection[str]) -> bool:
        """Return whether it is to be told to some things or organisations that would serve in the cell.

        What is over in the cell itself is, whoever gave it. What is over next to it is to those who took
        part in it, and to everybody when nobody says who did.
        """
        return self.within or self.provision.organisation is None or self.by(ids)


class History:
    """What is over in the cells of one model, or next to them."""

    def __init__(self, footing: Footing) -> None:
        self._footing = footing
        self._model = footing.model
        self._kindred = footing.model.once(Kindred)
        self._over: dict[str, dict[str | None, list[Provision]]] = {}
        for one in footing.provisions:
            if one.status in footing.over:
                self._over.setdefault(one.group, {}).setdefault(one.place, []).append(one)
        self._cells: dict[Key, list[Past]] = {}

    def of(self, cell: Expected) -> list[Past]:
        """Return what is over in a cell or next to it, as `unmet` sees it; the nearest first."""
        if cell.key not in self._cells:
            self._cells[cell.key] = self._of(cell)
        return self._cells[cell.key]

    def _of(self, cell: Expected) -> list[Past]:
        found: list[tuple[int, Past]] = []
        for group in (cell.group, *self._kindred.groups.get(cell.group, ())):
            over = self._over.get(group, {})
            places = over if cell.place is None else (cell.place, None, *self._kindred.wider(cell.place))
            for place in places:
                for one in over.get(place, ()):
                    steps = self._kindred.steps(cell, one, self._footing.counted)
                    if steps is not None:
                        near = [step for step in steps if step.lacking != "status"]
                        found.append((len(near), self._seen(cell, one, near)))
        return [past for _, past in sorted(found, key=lambda entry: entry[0])]

    def _seen(self, cell: Expected, one: Provision, near: list[Step]) -> Past:
        elsewhere = cell.place is not None and one.place not in (cell.place, None)
        kind = next((step.why for step in near if step.lacking == "kind"), "")
        within = one.group == cell.group and not elsewhere and (not kind or one.kind is None)
        records = (*one.records, *(record for step in near for record in step.records))
        return Past(one, within, one.place if elsewhere else None, kind, records)

    def was_tried(self, past: Past) -> Untold:
        """Return what was tried, by whom, for whom and where, and how it ended, as a clause."""
        giver = past.provision.organisation
        # Nobody says who gave it, or it did so itself.
        unsaid = giver is None or giver == past.provision.provision
        by = "" if unsaid else saying("past-by", name=self._name(str(giver)))
        return saying("past-tried", by=by, **self._values(past))

    def was_there(self, past: Past) -> Untold:
        """Return what was there, for whom and where, and how it ended, as a clause."""
        return saying("past-there", **self._values(past))

    def _values(self, past: Past) -> dict[str, Untold]:
        one = past.provision
        return {
            "name": self._name(one.provision),
            "group": self._name(one.group),
            "where": "" if past.place is None else saying("past-in", place=self._name(past.place)),
            "kind": saying("past-kind", kind=past.kind) if past.kind else "",
            "status": self.status(past),
        }

    def status(self, past: Past) -> Label:
        """Return what people call the status of what is over."""
        return label(self._model, "status", past.provision.status)

    def _name(self, id: str) -> Name:
        return named(self._model, self._model.entity(id))
