"""How organisations are joined: directly, or through what both take part in.

This is the one place that says what makes two organisations partners; the graph and the questions
both read it here. A relation of the nature `tie` or `participation` counts, others do not: to be
part of a body, or to stand in the same place, is not to work together.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from partnermodel.model.days import Once
from partnermodel.model.entities import UNKNOWN_STATUS, Centre, Entity, Organisation
from partnermodel.model.joins import JOINING, Joins
from partnermodel.model.links import Link
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

Join = tuple[str, bool, str]
"""What joins two organisations: the id of a record, whether it is a relation of theirs, and the status."""

Seats = dict[str, list[tuple[str, str]]]
"""By the id of a thing, the organisations that take part in it, each with the status of its relation."""

Member = tuple[str, bool, str]
"""An organisation of what is shared: its id, whether it takes part itself, and the status of its part."""


@attrs.frozen
class Tie:
    """One way in which two organisations are joined, seen from one of them.

    Attributes:
        organisation: The id of the organisation from which it is seen.
        partner: The id of the other.
        via: The id of what both take part in, or None when they are joined directly.
        kind: The kind of the relation, or of what is shared; None when that is not stated.
        relations: The ids of the relations that make it, from the one to the other.
        role: The role of the organisation, or None.
        partner_role: The role of the partner, or None.
        status: How far it has come: what the records that make it say together.
    """

    organisation: str
    partner: str
    via: str | None
    kind: str | None
    relations: tuple[str, ...]
    role: str | None
    partner_role: str | None
    status: str

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records that make the tie: what is shared, if anything, and the relations."""
        return self.relations if self.via is None else (self.via, *self.relations)


def joint_status(statuses: Iterable[str], vocabulary: Vocabulary) -> str:
    """Return what a chain of records says together about how far a thing has come.

    What is not stated says nothing. If all that is stated is `active` or narrower, so is the whole.
    Else what is over or stands still decides, without such what has come least far, and a word that
    is no standard one only alone: a chain is as good as its worst link, read from either end.

    Example:
        >>> from partnermodel import STANDARD
        >>> joint_status(["unknown", "planned", "exists", "discussed"], STANDARD)
        'discussed'
    """
    stated = {status for status in statuses if status != UNKNOWN_STATUS}
    if not stated:
        return UNKNOWN_STATUS
    order = STANDARD.codes("status")

    def worst_first(status: str) -> tuple[int, str]:
        widest = vocabulary.wider("status", status)[-1]
        if widest not in order:
            return len(order), status
        place = order.index(widest)
        return (place if place < order.index("active") else -place), status

    return min(stated - vocabulary.narrower("status", "active"), key=worst_first, default="active")


def ties_of(model: PartnerModel, id: str) -> Iterator[Tie]:
    """Yield every tie of an organisation, partner by partner.

    Args:
        model: The model.
        id: The id of an organisation.

    Raises:
        UnknownIdError: No organisation has the id.
    """
    known = model.organisations[id].id
    for joined in model.once(Joins).partners(known).values():
        yield from told_all(model, joined)


def told_all(model: PartnerModel, joined: Sequence[Link]) -> Iterator[Tie]:
    """Yield the ties that pairs of links make: one of the organisation, one of its partner, and so on."""
    ends = iter(joined)
    return (told(model, mine, theirs) for mine, theirs in zip(ends, ends, strict=True))


def told(model: PartnerModel, mine: Link, theirs: Link) -> Tie:
    """Return the tie that two links to one thing make, seen from the first."""
    chain, rest = mine.chain, theirs.chain
    first, last = chain[0], rest[0]
    via = mine.circle.via
    if via is None:
        ids: tuple[str, ...] = (first.id,)
        status = first.status
    else:
        ids = tuple([link.id for link in (*chain, *rest[::-1])])
        status = model.once(_statuses)[via.status, *[link.status for link in (*chain, *rest)]]
    one, other = mine.organisation.id, theirs.organisation.id
    roles = _role(first, one), _role(last, other)
    return Tie(one, other, None if via is None else via.id, mine.kind, ids, *roles, status)


def _statuses(model: PartnerModel) -> Once[tuple[str, ...], str]:
    """Return what statuses say together, worked out once for each sort of chain."""
    return Once(lambda statuses: joint_status(statuses, model.vocabulary))


def joined_pairs(model: PartnerModel) -> Iterator[tuple[str, str, Join]]:
    """Yield every tie of a model once, as what a network needs of it.

    It gives what `ties_of` gives for all organisations together, but goes through the relations only once.

    Yields:
        The ids of two organisations, the smaller one first, and what joins them. A join that many pairs
        have is one object.
    """
    organisations, nature = set(model.organisations), model.vocabulary.nature
    joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
    nesting = model.codes("relation", ("hosts", "part-of"))
    seats: Seats = {}
    nested: set[str] = set()
    for relation in model.relations.values():
        kind, source, target = relation.kind, relation.source, relation.target
        if joining[kind] and source in organisations:
            if target in organisations:
                join = (relation.id, True, relation.status)
                yield (source, target, join) if source < target else (target, source, join)
            else:
                seats.setdefault(target, []).append((source, relation.status))
        elif joining[kind] and target in organisations:
            seats.setdefault(source, []).append((target, relation.status))
        elif kind in nesting:
            nested |= {source, target}
    yield from _pairs_sharing(model, seats, nested)


def _pairs_sharing(
    model: PartnerModel, seats: Seats, nested: Container[str]
) -> Iterator[tuple[str, str, Join]]:
    """Yield the pairs of those who take part in one thing.

    Args:
        model: The model.
        seats: Who takes part in what.
        nested: The ids of what is within something, unless an organisation takes part in it by that. Of these
            it has to be asked who else they are within.
    """
    joint: Once[tuple[str, ...], str] = Once(lambda statuses: joint_status(statuses, model.vocabulary))
    for catalogue in (model.centres, model.programmes, model.initiatives):
        for id, shared in catalogue.items():
            if id in nested:
                yield from _pairs_of(id, _members(model, shared, joint), joint)
            elif len(seated := seats.get(id, ())) > 1:  # most things have one giver, who joins nobody
                own = shared.status
                yield from _pairs_of(id, [(party, True, joint[own, mine]) for party, mine in seated], joint)


def _members(model: PartnerModel, shared: Entity, joint: Once[tuple[str, ...], str]) -> list[Member]:
    """Return the organisations of something, those included that a centre is merely within."""
    return [
        (
            party,
            len(chain) == 1 and model.vocabulary.nature(chain[0].kind) in JOINING,
            joint[shared.status, *[link.status for link in chain]],
        )
        for party, chain in parties(model, shared.id)
    ]


def _pairs_of(
    id: str, members: Iterable[Member], joint: Once[tuple[str, ...], str]
) -> Iterator[tuple[str, str, Join]]:
    """Yield the pairs that something shared makes of its members.

    Two bodies that a centre is merely within are joined by the part of it that each has.
    """
    joins: dict[str, Join] = {}
    for (one, takes_part, mine), (other, takes_part_too, theirs) in combinations(sorted(members), 2):
        if one != other and (takes_part or takes_part_too):
            status = joint[mine, theirs]
            yield one, other, joins.setdefault(status, (id, False, status))


def _role(relation: Relation, id: str) -> str | None:
    """Return the role of an end of a relation: a role is the source's, of the target nothing is said."""
    return relation.role if relation.source == id else None


def _nesting(model: PartnerModel, id: str) -> Iterator[tuple[str, Relation, str]]:
    """Yield what contains what around an entity: the id of the outer, the relation, the id of the inner."""
    for relation in model.relations_of(id, kind=["hosts", "part-of"]):
        if model.vocabulary.includes("relation", "hosts", relation.kind):
            yield relation.source, relation, relation.target
        else:
            yield relation.target, relation, relation.source


def parties(
    model: PartnerModel, id: str, *, climb: bool = True
) -> Iterator[tuple[str, tuple[Relation, ...]]]:
    """Yield the organisations that take part in something, each with the relations that lead to it.

    Args:
        model: The model.
        id: The id of a centre, a programme or an initiative.
        climb: For a centre, whether the organisation that it is within counts, at whatever depth.

    Yields:
        The id of an organisation, and the relations from it to the shared thing, from its end.
    """
    direct = set()
    for relation in model.relations_of(id):
        other = relation.other_end(id)
        if model.vocabulary.nature(relation.kind) in JOINING and isinstance(model[other], Organisation):
            direct.add(other)
            yield other, (relation,)
    if climb and isinstance(model[id], Centre):
        for outer, chain in _containers(model, id):
            if outer not in direct:
                yield outer, chain


def _containers(model: PartnerModel, id: str) -> Iterator[tuple[str, tuple[Relation, ...]]]:
    """Yield the organisations that a centre is within, each with the relations from it down to the centre."""
    stack: list[tuple[str, tuple[Relation, ...]]] = [(id, ())]
    seen = {id}
    while stack:
        inner, chain = stack.pop()
        for outer, relation, held in _nesting(model, inner):
            if held == inner and outer not in seen:
                seen.add(outer)
                if isinstance(model[outer], Organisation):
                    yield outer, (relation, *chain)
                elif isinstance(model[outer], Centre):
                    stack.append((outer, (relation, *chain)))
