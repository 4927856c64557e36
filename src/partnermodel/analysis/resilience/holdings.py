"""On whom each cell of coverage hangs, kept up to date while organisations leave one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partnermodel.analysis.pairs import counted_codes
from partnermodel.errors import UnknownTermError, did_you_mean
from partnermodel.language.sayings import Untold, saying
from partnermodel.model.entities import Centre, Organisation
from partnermodel.model.joins import JOINING, SHARED
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import label, named
from partnermodel.queries.provisions import NOT_PROVIDING, Provision, joint_statuses, links, provisions
from partnermodel.values.collector import collector_paused
from partnermodel.values.text import shown
from partnermodel.wording import one_of_these, worded

CELL = ("group", "place", "kind")
"""What a cell of coverage can be laid out by, so that it is not tied to an organisation."""

Cell = tuple[str | None, ...]
"""A value for each dimension; None stands for what is not stated."""


@attrs.define(eq=False)
class Giving:
    """What one programme, initiative, centre or organisation gives, and on whom that hangs.

    Attributes:
        by_giver: The cells that it fills for each organisation that gives it.
        alone: The cells that it fills when nobody who gives it is left, and it goes on all the same.
        roots: The organisations with the last of which it goes; None when it goes with nobody.
    """

    by_giver: dict[str, set[Cell]] = attrs.field(factory=dict)
    alone: set[Cell] = attrs.field(factory=set)
    roots: frozenset[str] | None = None


class Roots:
    """With whom the things of a model go: an organisation takes along what nobody else has a part in.

    Its centres go with it, and so does every programme and initiative that nobody is left to give:
    neither an organisation nor a centre, in a role other than beneficiary or site.
    """

    def __init__(self, model: PartnerModel) -> None:
        self._model = model
        self._known: dict[str, frozenset[str] | None] = {}

    def of(self, id: str) -> frozenset[str] | None:
        """Return the organisations with the last of which something goes, or None if it stays for ever."""
        if id not in self._known:
            self._known[id] = None  # what leads back to itself does not hold itself up
            self._known[id] = self._above(id)
        return self._known[id]

    def _above(self, id: str) -> frozenset[str] | None:
        if isinstance(self._model[id], Organisation):
            return frozenset((id,))
        above = [self.of(holder) for holder in holders(self._model, id)]
        if not above or None in above:
            return None
        return frozenset().union(*(one for one in above if one is not None))


def holders(model: PartnerModel, id: str) -> Iterator[str]:
    """Yield the organisations and the centres that give something, and what a centre is within."""
    within = isinstance(model.entity(id), Centre)  # only a centre can be within something
    hosting = model.codes("relation", "hosts") if within else frozenset()
    nesting = hosting | model.codes("relation", "part-of") if within else hosting
    for relation in model.relations_of(id):
        other = relation.other_end(id)
        holder = model.entity(other)
        giving = relation.source != other or relation.role not in NOT_PROVIDING
        if isinstance(holder, Organisation):
            if giving and model.vocabulary.nature(relation.kind) in JOINING:
                yield other
        elif not isinstance(holder, Centre):
            continue
        elif not within and giving and model.vocabulary.nature(relation.kind) in JOINING:
            yield other
        if relation.kind in nesting:
            outer = relation.source if relation.kind in hosting else relation.target
            if outer == other:
                yield other


def falling(model: PartnerModel, id: str) -> tuple[str, ...]:
    """Return the ids of the centres, programmes and initiatives that go when an organisation goes."""
    roots, alone = model.once(Roots), frozenset((id,))
    return tuple(
        one for one, entity in model.entities.items() if isinstance(entity, SHARED) and roots.of(one) == alone
    )


class Holdings:
    """The cells of coverage that something fills which counts, and on whom each hangs.

    Attributes:
        by: The dimensions of a cell.
        cells: The provisions that count in each cell, at the beginning.
        counts: How many givings fill each cell, as long as any does.
        giving: What each provider gives.
        providers: The providers in which each organisation has a part.
        gone: The organisations that have left.
    """

    @collector_paused(kept=True)
    def __init__(self, model: PartnerModel, by: Iterable[str], counts: Codes) -> None:
        self.by = dimensions(by)
        counted = counted_codes(model, counts)
        made, roots, joint = model.once(links), model.once(Roots), joint_statuses(model)
        self.cells: dict[Cell, list[Provision]] = {}
        self.giving: dict[str, Giving] = {}
        self.gone: set[str] = set()
        for one in provisions(model, made.served):
            if counted is None or one.status in counted:
                cell: Cell = tuple(getattr(one, dimension) for dimension in self.by)
                self.cells.setdefault(cell, []).append(one)
                if one.organisation is not None:
                    giving = self.giving.setdefault(one.provision, Giving())
                    giving.by_giver.setdefault(one.organisation, set()).add(cell)
        for relation in made.serving:
            provider = model.entity(relation.source)
            giving = self.giving.setdefault(provider.id, Giving())
            giving.roots = roots.of(provider.id)
            for giver, _ in made.givers[provider.id]:
                if giver is not None:
                    giving.by_giver.setdefault(giver, set())
            for place, way in made.reach(made.where(provider.id, None)):
                status = joint[frozenset((provider.status, relation.status, *(link.status for link in way)))]
                if counted is None or status in counted:
                    stated = {"group": relation.target, "place": place, "kind": provider.kind}
                    giving.alone.add(tuple(stated[dimension] for dimension in self.by))
        self.counts: dict[Cell, int] = {}
        self.providers: dict[str, list[str]] = {}
        for provider_id, giving in self.giving.items():
            for cells in giving.by_giver.values() if giving.by_giver else (giving.alone,):
                for cell in cells:
                    self.counts[cell] = self.counts.get(cell, 0) + 1
            for id in dict.fromkeys((*giving.by_giver, *(giving.roots or ()))):
                self.providers.setdefault(id, []).append(provider_id)

    def changes(self, id: str) -> dict[Cell, int]:
        """Return how many givings more or fewer there are in each cell, were an organisation to leave now."""
        gone = self.gone
        found: dict[Cell, int] = {}
        for provider in self.providers.get(id, ()):
            giving = self.giving[provider]
            live = [giver for giver in giving.by_giver if giver not in gone]
            roots = giving.roots
            falls = roots is not None and all(root == id or root in gone for root in roots)
            if id in live:
                for cell in giving.by_giver[id]:
                    found[cell] = found.get(cell, 0) - 1
                if len(live) == 1 and not falls:
                    for cell in giving.alone:
                        found[cell] = found.get(cell, 0) + 1
            elif falls and not live:
                for cell in giving.alone:
                    found[cell] = found.get(cell, 0) - 1
        return found

    def emptied(self, id: str) -> list[Cell]:
        """Return the cells that would be empty, were an organisation to leave now; sorted."""
        counts = self.counts
        return in_order(
            cell for cell, change in self.changes(id).items() if change < 0 and counts[cell] + change == 0
        )

    def leave(self, id: str) -> dict[Cell, int]:
        """Let an organisation leave; return how many givings more or fewer there are in each cell."""
        changes = self.changes(id)
        self.gone.add(id)
        for cell, change in changes.items():
            left = self.counts.get(cell, 0) + change
            if left:
                self.counts[cell] = left
            else:
                self.counts.pop(cell, None)
        return changes


def dimensions(by: Iterable[str]) -> tuple[str, ...]:
    """Return the dimensions of a cell.

    Raises:
        UnknownTermError: One of them is none, stands twice, or there is not any.
    """
    given = (by,) if isinstance(by, str) else tuple(by)
    for dimension in given:
        if dimension not in CELL:
            hint = did_you_mean(dimension, CELL) or one_of_these(CELL)
            raise UnknownTermError(
                worded(
                    "{dimension} is not a dimension of what can be lost. {hint}",
                    dimension=shown(dimension),
                    hint=hint,
                )
            )
    if not given or len(set(given)) != len(given):
        raise UnknownTermError(
            worded(
                "what can be lost has one to three different dimensions, not {given}.",
                given=shown(list(given)),
            )
        )
    return given


def in_order(cells: Iterable[Cell]) -> list[Cell]:
    """Return cells in alphabetical order; what is not stated comes last."""
    return sorted(cells, key=lambda cell: [(value is None, value or "") for value in cell])


def cell_words(model: PartnerModel, by: tuple[str, ...], cell: Cell, scheme: str) -> tuple[Untold, ...]:
    """Return what people read for the values of a cell.

    Args:
        model: The model.
        by: The dimensions.
        cell: The cell.
        scheme: The scheme of the kinds of what gives it.
    """
    words: list[Untold] = []
    for dimension, value in zip(by, cell, strict=True):
        if value is None:
            words.append(saying(f"unstated-{dimension}"))
        elif dimension == "kind":
            words.append(label(model, scheme, value))
        else:
            words.append(named(model, model.entity(value)))
    return tuple(words)
