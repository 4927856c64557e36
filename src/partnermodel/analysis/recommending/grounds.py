"""Why a step is proposed, what speaks against it, and both in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from partnermodel.analysis.recommending.footing import Footing
from partnermodel.analysis.recommending.ground import Ground, ground
from partnermodel.analysis.recommending.past import History, Past
from partnermodel.analysis.recommending.proposals import Proposal
from partnermodel.language.sayings import Label, Name, Untold, in_english, saying, several
from partnermodel.model.ties import Tie
from partnermodel.queries.answers import label, named, stated
from partnermodel.queries.expectations import Expected
from partnermodel.queries.kindred import Kindred, cell_words
from partnermodel.queries.provisions import Provision


class Grounds:
    """Finds the facts about steps in one model."""

    def __init__(self, footing: Footing) -> None:
        self._footing = footing
        self._model = footing.model
        self._kindred = footing.model.once(Kindred)
        self._history = History(footing)

    def name(self, id: str) -> Name:
        """Return what people call something."""
        return named(self._model, self._model.entity(id))

    def _status(self, code: str) -> Label:
        return label(self._model, "status", code)

    def kind(self, scheme: str, code: str | None) -> Untold:
        """Return what people call a kind."""
        return stated(self._model, scheme, code)

    def begun(self, step: Proposal) -> Untold:
        """Return how far that has come which would move on, with its name where two share it."""
        if step.group is None:
            tie = self._begun_tie(step)
            return saying("in-brackets", what=self._tie_words(tie), why=self._status(tie.status))
        statuses = {one.status for one in self._moving(step)}
        return several(sorted(map(self._status, statuses), key=in_english), ", ")

    def _begun_tie(self, step: Proposal) -> Tie:
        """Return the tie that would move on."""
        return next(
            tie
            for tie in self._footing.ties(*step.pairs[0])
            if self._footing.advances(tie.records) == step.advances
        )

    def _moving(self, step: Proposal) -> list[Provision]:
        """Return the provisions that a step would move on, or that it asks about."""
        if step.group is None:
            return [one for one in self._serving(step.source) if one.place is None]
        return [
            one
            for one in self._of(step.source, step.group)
            if self._footing.advances(one.records) == step.advances
        ]

    def serves(self, thing: str) -> bool:
        """Return whether something serves anybody at present, itself or through what it gives."""
        return thing in self._footing.given or any(self._serving(thing))

    def collective(self, step: Proposal) -> bool:
        """Return whether only sets whose members are not named would take a step."""
        model = self._model
        return all(model.organisations[id].collective for id in self.actors(step))

    def actors(self, step: Proposal) -> tuple[str, ...]:
        """Return the organisations that would take the step, in alphabetical order."""
        if step.source in self._model.organisations:
            return (step.source,)
        found = {giver for _, giver, _ in self._footing.reach.ways(step.source)}
        given = self._footing.links.givers.get(step.source, ())
        return tuple(sorted({one for one in (*found, *(giver for giver, _ in given)) if one is not None}))

    def score(self, step: Proposal) -> float | None:
        """Return the second opinion on a step: the index of Adamic and Adar, or None when it says nothing."""
        actors = self.actors(step)
        if step.pairs:
            return max(self._footing.adamic_adar(one, [other]) for one, other in step.pairs)
        serving = self._footing.serving_organisations(step.group)
        if not any(serving - {actor} for actor in actors):
            return None
        return max(self._footing.adamic_adar_of(actor, step.group) for actor in actors)

    def tried_by(self, step: Proposal, cells: Sequence[Expected]) -> bool:
        """Return whether the like was tried in one of the cells by the same thing or organisation."""
        actors = {step.source, *self.actors(step)}
        return any(past.by(actors) for past in self._past(cells, actors, tried=True)) or any(
            self._footing.tried_together(*pair) for pair in step.pairs
        )

    def against(self, step: Proposal, cells: Sequence[Expected]) -> Iterator[Ground]:
        """Yield what did not work out before: in the cells or next to them, and between two to be joined."""
        for past in self._past(cells, self._taking_part(step), tried=True):
            yield ground(self._history.was_tried(past), past.records)
        for one_end, other_end in step.pairs:
            for tie in self._footing.ties(one_end, other_end):
                if tie.status in self._footing.tried and tie.via != step.target:
                    words = several((self._tie_words(tie), self._status(tie.status)), ": ")
                    yield ground(words, tie.records)

    def _taking_part(self, step: Proposal) -> set[str]:
        return {step.source, step.target, *self.actors(step)}

    def _past(self, cells: Sequence[Expected], ids: Collection[str], *, tried: bool) -> Iterator[Past]:
        """Yield what is over in some cells and concerns some who would serve there."""
        for cell in cells:
            for past in self._history.of(cell):
                if (past.provision.status in self._footing.tried) == tried and past.concerns(ids):
                    yield past

    def _tie_words(self, tie: Tie) -> Untold:
        if tie.via is not None:
            return self.name(tie.via)
        relation = self._model.relations[tie.relations[0]]
        return saying(
            "relation-told",
            source=self.name(relation.source),
            how=label(self._model, "relation", relation.kind),
            target=self.name(relation.target),
        )

    def grounds(self, step: Proposal, cells: Sequence[Expected]) -> Iterator[Ground]:
        """Yield the facts that a step rests on."""
        own = list(self._own_grounds(step, cells))
        nearest = saying("ground-nearest", name=self.name(step.source))
        yield from own or [ground(nearest, (step.source,))]
        if step.action not in ("agree", "ask", "connect"):
            yield from self._doubts(step, cells)
        completed: dict[str, Past] = {}
        for past in self._past(cells, self._taking_part(step), tried=False):
            completed.setdefault(past.provision.provision, past)
        for past in completed.values():
            yield ground(self._history.was_there(past), past.records)

    def _doubts(self, step: Proposal, cells: Sequence[Expected]) -> Iterator[Ground]:
        """Yield what may be in a cell already, were it known where it is."""
        for cell in cells:
            seen = {step.source, step.target}
            for one in self._footing.of_group(cell.group) if cell.place is not None else ():
                if one.place is None and one.provision not in seen and one.status not in self._footing.over:
                    seen.add(one.provision)
                    if cell.kind is None or self._kindred.is_of(cell.kind, one):
                        name, status = self.name(one.provision), self._status(one.status)
                        yield ground(saying("ground-may-be", name=name, status=status), one.records)

    def common(self, step: Proposal) -> int:
        """Return how many places and groups two have in common that would be connected."""
        return sum(1 for _ in self._in_common(*step.pairs[0])) if step.action == "connect" else 0

    def _own_grounds(self, step: Proposal, cells: Sequence[Expected]) -> Iterator[Ground]:
        match step.action:
            case "agree" if step.group is None:
                words = saying("ground-begun", what=self.begun(step))
                yield ground(words, self._begun_tie(step).records)
            case "agree" | "ask":
                for one in self._moving(step)[: 1 if step.advances else None]:
                    words = saying(
                        "ground-for",
                        name=self.name(step.source),
                        group=self.name(one.group),
                        status=self._status(one.status),
                    )
                    yield ground(words, one.records)
            case "serve" | "begin":
                yield from self._place_grounds(step, cells)
                yield from self._served_grounds(step)
            case "join":
                yield from self._place_grounds(step, cells)
                for one in self._serving(step.target):
                    yield self._serves(step.target, one)
                yield from self._partner_grounds(step.source, [giver for _, giver in step.pairs])
            case "extend":
                for cell in cells:
                    for one in self._of(step.source, cell.group):
                        if one.place is not None and one.status in self._footing.counted:
                            group, place = self.name(cell.group), self.name(one.place)
                            yield ground(saying("ground-serves-in", group=group, place=place), one.records)
                            break
            case _:
                yield from self._connecting_grounds(*step.pairs[0])

    def _serves(self, thing: str, one: Provision) -> Ground:
        words = saying("ground-serves", name=self.name(thing), group=self.name(one.group))
        return ground(words, one.records)

    def _of(self, thing: str, group: str | None) -> Iterator[Provision]:
        return (one for one in self._footing.of_group(group) if one.provision == thing)

    def _serving(self, thing: str) -> Iterator[Provision]:
        """Yield what counts of a thing: one provision for each group."""
        for inside in self._footing.serving.values():
            yield from inside.get(thing, ())[:1]

    def _place_grounds(self, step: Proposal, cells: Sequence[Expected]) -> Iterator[Ground]:
        for place in dict.fromkeys(cell.place for cell in cells):
            if place is not None:
                way = self._footing.way(step.source, place)
                words = saying("ground-in", name=self.name(step.source), place=self.name(place))
                yield ground(words, way)

    def _served_grounds(self, step: Proposal) -> Iterator[Ground]:
        if step.action == "serve":
            for one in self._serving(step.source):
                yield self._serves(step.source, one)
        for actor in self.actors(step):
            for thing, ways in self._footing.given.get(actor, {}).items():
                way = next((one for one in ways if one.group == step.group), None)
                if way is not None and thing != step.source:
                    words = saying(
                        "ground-through",
                        name=self.name(actor),
                        group=self.name(way.group),
                        thing=self.name(thing),
                    )
                    yield ground(words, way.records)
                elif step.begins is not None and self._model.entity(thing).kind == step.begins:
                    words = saying("ground-of-kind", name=self.name(actor), thing=self.name(thing))
                    yield ground(words, ways[0].records)
        others = self._footing.serving_organisations(step.group)
        for actor in self.actors(step):
            yield from self._partner_grounds(actor, sorted(self._footing.active[actor] & others - {actor}))
            yield from self._indirect_grounds(actor, others)

    def _partner_grounds(self, one: str, others: Sequence[str]) -> Iterator[Ground]:
        """Yield that an organisation works with others."""
        for other in others:
            for tie in self._footing.ties(one, other):
                if tie.status in self._footing.counted:
                    words = saying("ground-partner", name=self.name(one), other=self.name(other))
                    yield ground(words, tie.records)
                    break

    def _indirect_grounds(self, one: str, others: frozenset[str]) -> Iterator[Ground]:
        """Yield that an organisation is a partner of a partner of who serves the group, once."""
        active = self._footing.active
        for between in sorted(active[one]):
            beyond = sorted((active[between] & others) - active[one] - {one})
            if beyond:
                records = [
                    record
                    for pair in ((one, between), (between, beyond[0]))
                    for fact in self._partner_grounds(pair[0], pair[1:])
                    for record in fact.records
                ]
                words = saying(
                    "ground-between",
                    name=self.name(one),
                    other=self.name(beyond[0]),
                    between=self.name(between),
                )
                yield ground(words, tuple(dict.fromkeys(records)))
                return

    def _in_common(self, one: str, other: str) -> Iterator[Ground]:
        """Yield which places and groups two organisations have in common."""
        footing, given = self._footing, self._footing.given
        for place in sorted({*filter(None, footing.places(one))} & {*footing.places(other)}):
            records = (*footing.way(one, place), *footing.way(other, place))
            yield ground(saying("ground-same-place", place=self.name(place)), tuple(dict.fromkeys(records)))
        groups = [
            {way.group: way.records for ways in given.get(id, {}).values() for way in ways}
            for id in (one, other)
        ]
        for group in sorted(groups[0].keys() & groups[1].keys()):
            both = tuple(dict.fromkeys((*groups[0][group], *groups[1][group])))
            yield ground(saying("ground-same-group", group=self.name(group)), both)

    def _connecting_grounds(self, one: str, other: str) -> Iterator[Ground]:
        """Yield what two organisations have in common, what they had, and how many partners each has."""
        yield from self._in_common(one, other)
        for tie in self._footing.ties(one, other):
            if tie.status in self._footing.over - self._footing.tried:
                what, status = self._tie_words(tie), self._status(tie.status)
                yield ground(saying("ground-worked", what=what, status=status), tie.records)
        for id in (one, other):
            partners = sorted(self._footing.active[id])
            records = [record for fact in self._partner_grounds(id, partners) for record in fact.records]
            words = saying("ground-no-partners", name=self.name(id))
            if partners:
                words = saying("ground-partners", name=self.name(id), count=len(partners))
            yield ground(words, tuple(dict.fromkeys(records)))

    def cell(self, cell: Expected) -> Untold:
        """Return a cell in words."""
        group, place, kind = cell_words(self._model, cell)
        where = "" if cell.place is None else saying("cell-in", place=place)
        through = "" if cell.kind is None else saying("cell-through", kind=kind)
        return saying("cell", group=group, where=where, through=through)
