"""What serves which group, by whom and where: read from the relations of a model in one pass."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

import attrs

from partnermodel.model.days import Once
from partnermodel.model.entities import UNKNOWN_STATUS
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joint_status, parties

Way = tuple[Relation, ...]
"""The relations that lead from one record to another."""

Giver = tuple[str | None, Way]
"""Who gives something (None when nobody is stated), and the relations from the one to the other."""

NOT_PROVIDING = frozenset({"beneficiary", "site"})
"""Roles in which an organisation takes part in a provision without giving it."""

Spot = tuple[str, str | None, str | None, str | None]
"""A group, a place, a kind and an organisation."""

_NOBODY: tuple[Giver, ...] = ((None, ()),)
_NOWHERE: tuple[tuple[str | None, Way], ...] = ((None, ()),)


@attrs.frozen
class Provision:
    """One way in which one group is served in one place by one organisation.

    Attributes:
        group: The id of the group that is served.
        place: The id of the place, or None when no place is stated for the provision or its provider.
        kind: The kind of what serves it, or None when it is not stated.
        organisation: The id of the organisation that gives it, or None when none is stated.
        provision: The id of what serves it: a programme, an initiative, a centre or an organisation.
        status: How far it has come: what its records say together.
        records: The ids of the records that make it so.
    """

    group: str
    place: str | None
    kind: str | None
    organisation: str | None
    provision: str
    status: str
    records: tuple[str, ...]


def joint_statuses(model: PartnerModel) -> Once[frozenset[str], str]:
    """Return what statuses say together; a model has few sets of them, so each is thought about once."""
    return Once(lambda statuses: joint_status(statuses, model.vocabulary))


@attrs.frozen
class Links:
    """The relations that make provisions, sorted by what they say. All are in the order of their ids.

    Attributes:
        serving: The relations of the nature `provision`.
        served: The ids of the groups that something serves.
        joining: The relations of the natures `tie` and `participation`.
        nested: The ids of what is within something, or has something within it.
        acting: The ids of what takes part in something.
        givers: By the id of what serves somebody, the organisations that give it.
        located: By id, the relations to the places that something is in.
        wider: By the id of a place, the relations to what it is part of.
        present: The statuses of what holds at present, as far as anybody knows.
    """

    serving: tuple[Relation, ...]
    served: frozenset[str]
    joining: tuple[Relation, ...]
    nested: frozenset[str]
    acting: frozenset[str]
    givers: dict[str, tuple[Giver, ...]]
    located: dict[str, list[Relation]]
    wider: dict[str, list[Relation]]
    present: frozenset[str]

    def reach(self, id: str | None) -> tuple[tuple[str | None, Way], ...]:
        """Return the places that something is in, wider ones included, each with the shortest way to it.

        A way over what holds at present comes before any way over what is only planned, or is over.
        What is in no place has one way, to None.
        """
        if id not in self.located:
            return _NOWHERE
        found: dict[str, Way] = {}
        for accepted in (self.present, None):
            seen: set[str] = set()
            passed_over = False
            steps: list[tuple[Relation, Way]] = [(link, ()) for link in self.located[id]]
            for link, way in steps:  # which grows as wider places come into sight
                if accepted is not None and link.status not in accepted:
                    passed_over = True
                elif link.target not in seen:
                    seen.add(link.target)
                    found.setdefault(link.target, (*way, link))
                    steps += [(wider, (*way, link)) for wider in self.wider.get(link.target, ())]
            if not passed_over:
                break
        return tuple(sorted(found.items()))

    def where(self, provider: str, giver: str | None) -> str | None:
        """Return the id of what tells the place of a provision: itself, or else who gives it."""
        return provider if provider in self.located else giver


def links(model: PartnerModel) -> Links:
    """Return the relations of a model that make provisions. Ask for it with `model.once`."""

    def read(kind: str) -> tuple[str, bool, bool, bool]:
        return nature(kind), kind in in_place, kind in part_of, kind in part_of or kind in hosting

    reading = Once(read)
    nature = model.vocabulary.nature
    in_place, part_of, hosting = (
        model.codes("relation", kind) for kind in ("located-in", "part-of", "hosts")
    )
    places = set(model.places)
    serving: list[Relation] = []
    joining: list[Relation] = []
    acting: set[str] = set()
    nested: set[str] = set()
    located: dict[str, list[Relation]] = {}
    wider: dict[str, list[Relation]] = {}
    for relation in model.relations.values():
        what, locates, contains, nests = reading[relation.kind]
        if what == "provision":
            serving.append(relation)
        elif what == "participation":
            acting.add(relation.source)
            joining.append(relation)
        elif what == "tie":
            joining.append(relation)
        if nests:
            nested.add(relation.source)
            nested.add(relation.target)
        if locates and relation.target in places:
            located.setdefault(relation.source, []).append(relation)
        if contains and relation.target in places and relation.source in places:
            wider.setdefault(relation.source, []).append(relation)

    givers = _givers(model, [relation.source for relation in serving], joining, nested)
    present = model.codes("status", "active") | {UNKNOWN_STATUS}
    served = frozenset(relation.target for relation in serving)
    return Links(
        serving=tuple(serving),
        served=served,
        joining=tuple(joining),
        nested=frozenset(nested),
        acting=frozenset(acting),
        givers=givers,
        located=located,
        wider=wider,
        present=present,
    )


def givers_of(model: PartnerModel, ids: Iterable[str]) -> dict[str, tuple[Giver, ...]]:
    """Return who gives some things, or would give them, whether they serve anybody yet or not."""
    made = model.once(links)
    return _givers(model, ids, made.joining, made.nested)


def _givers(
    model: PartnerModel, ids: Iterable[str], joining: Iterable[Relation], nested: Collection[str]
) -> dict[str, tuple[Giver, ...]]:
    organisations = set(model.organisations)
    parts: dict[str, list[Giver]] = {id: [] for id in ids}
    for relation in joining:
        source, target = relation.source, relation.target
        if source in parts and target in organisations:
            parts[source].append((target, (relation,)))
        if target in parts and source in organisations:
            parts[target].append((source, (relation,)))
    for id in model.centres:
        if id in parts and id in nested:
            parts[id] = list(parties(model, id))  # what it is within gives it, too
    found: dict[str, tuple[Giver, ...]] = {}
    for id, taking_part in parts.items():
        giving = [
            (party, way)
            for party, way in taking_part
            if way[0].source != party or way[0].role not in NOT_PROVIDING
        ]
        found[id] = ((id, ()),) if id in organisations else tuple(giving) or _NOBODY
    return found


def provisions(
    model: PartnerModel, groups: Collection[str], *, wanted: Callable[[Spot], bool] | None = None
) -> Iterator[Provision]:
    """Yield what each relation provides to some groups, once for each organisation, place and status.

    Args:
        model: The model.
        groups: The ids of the groups.
        wanted: Yield only what has such a group, place, kind and organisation; left out, all.
    """
    made = model.once(links)
    entities, givers = model.entities, made.givers
    of_chain: Once[tuple[str, ...], frozenset[str]] = Once(frozenset)
    joint = joint_statuses(model)
    of_both: Once[tuple[frozenset[str], frozenset[str]], str] = Once(lambda two: joint[two[0] | two[1]])
    ways: Once[str | None, list[tuple[str | None, Way, frozenset[str]]]] = Once(
        lambda one: [(place, way, frozenset([link.status for link in way])) for place, way in made.reach(one)]
    )
    for relation in made.serving:
        group = relation.target
        if group not in groups:
            continue
        provider = entities[relation.source]
        id, kind, own = provider.id, provider.kind, provider.status
        seen = set()
        for giver, chain in givers[id]:
            stated = of_chain[own, relation.status, *[link.status for link in chain]]
            for place, way, statuses in ways[made.where(id, giver)]:
                if wanted is None or wanted((group, place, kind, giver)):
                    status = of_both[stated, statuses]
                    if (giver, place, status) not in seen:
                        seen.add((giver, place, status))
                        records = id, relation.id, *[link.id for link in (*chain, *way)]
                        yield Provision(group, place, kind, giver, id, status, records)
