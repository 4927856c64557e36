"""A step that could be taken, and the records that a model would have after it."""

from __future__ import annotations

import attrs

from partnermodel.model.entities import Centre, Entity, Initiative, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation

ACTIONS = ("agree", "ask", "serve", "join", "extend", "begin", "connect")
"""What can be proposed; of two steps that are worth as much, the earlier one here comes first."""

BEGUN: dict[str, tuple[type[Entity], str]] = {
    "programme": (Programme, "offers"),
    "centre": (Centre, "hosts"),
    "initiative": (Initiative, "participates-in"),
}
"""What an organisation can begin: by the scheme of the kind, the type and the relation to it."""

NOT_YET = "Proposed; no source says so."


@attrs.frozen
class Proposal:
    """A step that could be taken.

    Attributes:
        action: What sort of step it is.

            - `agree`: move on with what is not active yet, whether a provision or a tie;
            - `ask`: find out whether what serves the group, in a place that nobody states, does so here;
            - `serve`: what is in the place serves a group more;
            - `join`: an organisation in the place gives, too, what serves the group elsewhere;
            - `extend`: what is in a wider place is in this one as well;
            - `begin`: an organisation in the place begins something new;
            - `connect`: two organisations of separate parts of the network work together.

        source: The id of what would do it.
        kind: The kind of the relation.
        target: The id at its other end; for `begin`, the id that the new thing would have.
        group: The id of the group that would be served, or None when that is not what it is about.
        place: The id of the place that would be stated, or None.
        begins: For `begin`, the kind of the new thing; else None.
        advances: The ids of the records that would move on, or none.
        pairs: The pairs of organisations that would be joined by an active tie.
    """

    action: str
    source: str
    kind: str
    target: str
    group: str | None = None
    place: str | None = None
    begins: str | None = None
    advances: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def drafted(model: PartnerModel, proposal: Proposal, status: str) -> tuple[Record, ...]:
    """Return the records that a proposal adds to a model, or puts in the place of others.

    Args:
        model: The model.
        proposal: The proposal.
        status: The status of all of them.
    """
    records: list[Record] = [
        attrs.evolve(model[id], status=status, evidence=())  # no source says that it has come so far
        for id in proposal.advances
    ]
    if proposal.action in ("agree", "ask"):
        if proposal.place is not None:
            records.append(_relation(model, proposal.source, "located-in", proposal.place, status))
        return tuple(records)
    if proposal.action == "begin" and proposal.begins is not None and proposal.group is not None:
        cls = next(cls for cls, kind in BEGUN.values() if kind == proposal.kind)
        name = (
            f"{model.entity(proposal.source).name}: {proposal.begins} for {model.groups[proposal.group].name}"
        )
        id = free_id(model, proposal.target)
        records.append(cls(id, name, kind=proposal.begins, status=status, description=NOT_YET))
        records.append(_relation(model, proposal.source, proposal.kind, id, status))
        records.append(_relation(model, id, "serves", proposal.group, status))
        return tuple(records)
    return (*records, _relation(model, proposal.source, proposal.kind, proposal.target, status))


def _relation(model: PartnerModel, source: str, kind: str, target: str, status: str) -> Relation:
    """Return a new relation, with an id of its own where one like it is there already."""
    relation = Relation(source, kind, target, status=status, description=NOT_YET)
    if relation.id in model:
        return attrs.evolve(relation, id=free_id(model, f"{source}-{kind}-{target}"))
    return relation


def free_id(model: PartnerModel, wanted: str) -> str:
    """Return an id that no record has: the one that is wanted, or else with the first free number."""
    id, number = wanted, 2
    while id in model:
        id, number = f"{wanted}-{number}", number + 1
    return id
