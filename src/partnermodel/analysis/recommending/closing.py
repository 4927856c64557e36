"""The steps that would close gaps: what is discussed, what is there already, what could begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from partnermodel.analysis.recommending.footing import Footing
from partnermodel.analysis.recommending.proposals import BEGUN, Proposal
from partnermodel.model.days import Once
from partnermodel.model.entities import Initiative
from partnermodel.queries.expectations import PROVIDERS, Expected
from partnermodel.queries.kindred import Kindred
from partnermodel.queries.provisions import Provision
from partnermodel.queries.unmet import Outcome

Steps = dict[Proposal, dict[int, str]]
"""For each step, the gaps that it adds to, each with the id of what would serve there."""


Sort = tuple[tuple[str | None, ...], str, str | None, bool]
"""The places where something is, its type and kind, and whether it serves anybody."""


class Closing:
    """What could be done about some gaps."""

    def __init__(self, footing: Footing, gaps: Sequence[Outcome]) -> None:
        self._footing = footing
        self._model = footing.model
        self._gaps = gaps
        self._kindred = footing.model.once(Kindred)
        self.steps: Steps = {}
        self._open: list[set[str]] = [set() for _ in gaps]
        self._there = [{one.provision for one in gap.found} for gap in gaps]
        self._kinds = cache(self._of_kind)
        self._at: dict[str, dict[str | None, list[int]]] = {}
        for place, gap in enumerate(gaps):
            self._at.setdefault(gap.expected.group, {}).setdefault(gap.expected.place, []).append(place)

    def found(self, tick: Callable[[], None]) -> Steps:
        """Return all steps. `tick` is called now and then."""
        self._move_on()
        # What is discussed is to be moved on with, rather than joined by something new.
        self._wanting = [
            len(open_ones) < gap.missing for open_ones, gap in zip(self._open, self._gaps, strict=True)
        ]
        for make in (self._serve, self._join, self._extend, self._begin, self._serve_anyhow):
            tick()
            make()
        return self.steps

    def _add(self, proposal: Proposal, gap: int, thing: str) -> None:
        self.steps.setdefault(proposal, {})[gap] = thing

    def _of_kind(self, kind: str | None, thing: str) -> bool:
        entity = self._model.entity(thing)
        return kind is None or self._model.vocabulary.includes(entity.scheme, kind, entity.kind)

    def _open_to(self, gap: int, thing: str) -> bool:
        """Return whether something new by a thing would add to a gap."""
        return self._wanting[gap] and thing not in self._open[gap] and thing not in self._there[gap]

    # What is there, and not far enough, or not known to be here

    def _move_on(self) -> None:
        footing = self._footing
        entries: dict[str, list[tuple[int, Provision, tuple[str, ...], str | None]]] = {}
        for place, outcome in enumerate(self._gaps):
            for near in outcome.nearly:
                one = near.provision
                if not {*near.lacking} <= {"status", "place"} or one.status in footing.over:
                    continue
                where = None
                if "place" in near.lacking:
                    if one.place is not None or not footing.nowhere(one.provision):
                        continue
                    where = outcome.expected.place
                advances = footing.advances(one.records) if "status" in near.lacking else ()
                entries.setdefault(one.provision, []).append((place, one, advances, where))
                self._open[place].add(one.provision)
        for thing, found in entries.items():
            stated: dict[str | None, list[tuple[int, set[str]]]] = {}
            steps: dict[Proposal, str | None] = {}
            for gap, one, advances, where in found:
                stated.setdefault(where, []).append((gap, {*advances}))
                if advances:
                    step = Proposal("agree", thing, "serves", one.group, one.group, where, advances=advances)
                else:
                    step = Proposal("ask", thing, "located-in", where or "", place=where)
                steps[step] = where
            for step, where in steps.items():
                within = {where, None, *(self._kindred.wider(where) if where is not None else ())}
                there = [one for place in within for one in stated.get(place, ())]
                gaps = sorted([gap for gap, needed in there if needed.issubset(step.advances)])
                self.steps[step] = dict.fromkeys(gaps, thing)

    # What is there, for others or elsewhere

    def _serve(self, *, anyhow: bool = False) -> None:
        """Propose that what is in the place serves the group; `anyhow`, also what serves nobody yet."""
        open_at: dict[str | None, list[int]] = {}
        taken: dict[str, set[int]] = {}
        for gap, outcome in enumerate(self._gaps):
            if self._wanting[gap]:
                open_at.setdefault(outcome.expected.place, []).append(gap)
                for thing in self._open[gap] | self._there[gap]:
                    taken.setdefault(thing, set()).add(gap)
        # Most things are where many others are, and what they could do is the same.
        suitable = Once(partial(self._suitable, open_at))
        kinds_asked = any(gap.expected.kind is not None for gap in self._gaps)
        providing, entities = self._footing.providing, self._model.entities
        for thing, places in self._footing.reach.places.items():
            one = entities[thing]
            kind = (one.scheme, one.kind) if kinds_asked else ("", None)
            for group, gaps in suitable[places, *kind, anyhow or thing in providing]:
                found = [gap for gap in gaps if gap not in taken[thing]] if thing in taken else gaps
                if found:
                    step = Proposal("serve", thing, "serves", group, group)
                    self.steps.setdefault(step, {}).update(dict.fromkeys(found, thing))

    def _suitable(self, open_at: dict[str | None, list[int]], sort: Sort) -> list[tuple[str, list[int]]]:
        """Return by group the gaps that what is in some places and of some kind would add to.

        Of what serves nobody, only a gap that asks for a kind is one.
        """
        places, scheme, kind, serves = sort
        found: dict[str, list[int]] = {}
        for place in (None, *filter(None, places)):
            for gap in open_at.get(place, ()):
                cell = self._gaps[gap].expected
                if serves if cell.kind is None else self._model.vocabulary.includes(scheme, cell.kind, kind):
                    found.setdefault(cell.group, []).append(gap)
        return list(found.items())

    def _join(self) -> None:
        """Propose that a partner of who gives something elsewhere gives it in its own place."""
        footing, model = self._footing, self._model
        for group, at in self._at.items():
            near: dict[str, dict[str, set[str]]] = {}
            for thing, ways in footing.serving.get(group, {}).items():
                if thing in footing.links.located or footing.nowhere(thing):
                    continue
                if thing in model.programmes or thing in model.initiatives:
                    givers = {one.organisation for one in ways if one.organisation is not None}
                    for giver in givers:
                        for partner in footing.active[giver] - givers:
                            near.setdefault(partner, {}).setdefault(thing, set()).add(giver)
            for place, gaps in at.items():
                if place is None:
                    continue
                for partner in self._footing.standing.get(place, ()):
                    for thing, joined in near.get(partner, {}).items():
                        for gap in gaps:
                            if self._kinds(self._gaps[gap].expected.kind, thing) and self._open_to(
                                gap, thing
                            ):
                                self._add(self._joining(partner, thing, joined), gap, thing)

    def _joining(self, partner: str, thing: str, givers: set[str]) -> Proposal:
        kind = "participates-in" if isinstance(self._model[thing], Initiative) else "offers"
        pairs = tuple((partner, giver) for giver in sorted(givers))
        return Proposal("join", partner, kind, thing, pairs=pairs)

    def _extend(self) -> None:
        """Propose that what is in a wider place, and says so itself, is in the place as well."""
        for place, gap in enumerate(self._gaps):
            for near in gap.nearly:
                thing = near.provision.provision
                where = gap.expected.place
                if (
                    near.lacking == ("place",)
                    and near.provision.place is not None
                    and where is not None
                    and thing in self._footing.links.located
                    and self._open_to(place, thing)
                ):
                    step = Proposal("extend", thing, "located-in", where, place=where)
                    self._add(step, place, thing)

    # What is not there yet

    def _begin(self) -> None:
        """Propose that who is in the place and gives the like, or serves the group, begins something new."""
        steps: dict[Proposal, str] = {}
        for gap, outcome in enumerate(self._gaps):
            cell = outcome.expected
            scheme = self._way_to_begin(cell)
            if scheme is not None and self._wanting[gap]:
                there = self._footing.standing.get(cell.place, [])
                able = [one for one in there if self._gives_the_like(one, cell)]
                steps |= dict.fromkeys((self._beginning(one, scheme, cell) for one in able or there), scheme)
        includes = self._model.vocabulary.includes
        for step, scheme in steps.items():
            at = self._at[step.group or ""]
            for place in (None, *filter(None, self._footing.places(step.source))):
                for gap in at.get(place, ()):
                    kind = self._gaps[gap].expected.kind
                    if self._wanting[gap] and (kind is None or includes(scheme, kind, step.begins)):
                        self._add(step, gap, f"{step.source}/{step.begins}")

    def _serve_anyhow(self) -> None:
        """For gaps that nothing else would close, propose that whoever is in the place serves the group."""
        reached = {gap for gaps in self.steps.values() for gap in gaps}
        for gap in range(len(self._gaps)):
            if gap in reached:
                self._wanting[gap] = False
        if any(self._wanting):
            self._serve(anyhow=True)

    def _way_to_begin(self, cell: Expected) -> str | None:
        """Return the scheme of what could begin, or None when the kind is that of no such thing."""
        if cell.kind is None:
            return None
        vocabulary = self._model.vocabulary
        known = [scheme for scheme in PROVIDERS if vocabulary.knows(scheme, cell.kind)]
        if not known:
            known = sorted({one.scheme for one in self._model.entities.values() if one.kind == cell.kind})
        return next((scheme for scheme in BEGUN if scheme in known), None)

    def _gives_the_like(self, organisation: str, cell: Expected) -> bool:
        given = self._footing.given.get(organisation, {})
        return any(
            self._kinds(cell.kind, thing) or any(one.group == cell.group for one in ways)
            for thing, ways in given.items()
        )

    def _beginning(self, organisation: str, scheme: str, cell: Expected) -> Proposal:
        kind = str(cell.kind)
        id = f"{organisation}-{kind}-for-{cell.group}"
        return Proposal("begin", organisation, BEGUN[scheme][1], id, cell.group, begins=kind)
