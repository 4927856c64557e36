"""Questions answered one record at a time: slow, plain, and the measure of the quick answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from partnermodel.model.entities import UNKNOWN_STATUS, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joint_status, parties
from partnermodel.queries.provisions import Provision

Way = tuple[Relation, ...]


def provisions(model: PartnerModel) -> Iterator[Provision]:
    """Yield what each relation provides, once for each organisation, place and status."""
    for relation in model.relations.values():
        if model.vocabulary.nature(relation.kind) == "provision":
            yield from _provided(model, relation)


def _provided(model: PartnerModel, relation: Relation) -> Iterator[Provision]:
    provider = model.entity(relation.source)
    givers: list[tuple[str | None, Way]] = []
    if isinstance(provider, Organisation):
        givers.append((provider.id, ()))
    else:
        givers += [
            (id, chain)
            for id, chain in parties(model, provider.id)
            if chain[0].source != id or chain[0].role not in ("beneficiary", "site")
        ]
    seen = set()
    for giver, chain in givers or [(None, ())]:
        found = reach(model, provider.id) or (reach(model, giver) if giver else {})
        places: list[tuple[str | None, Way]] = [*found.items()] or [(None, ())]
        for place, where in places:
            links = (relation, *chain, *where)
            status = joint_status([provider.status, *(link.status for link in links)], model.vocabulary)
            if (giver, place, status) not in seen:
                seen.add((giver, place, status))
                records = (provider.id, *(link.id for link in links))
                yield Provision(relation.target, place, provider.kind, giver, provider.id, status, records)


def reach(model: PartnerModel, id: str) -> dict[str, Way]:
    """Return the places that something is in, wider ones included, each with the shortest way to it."""
    present = model.codes("status", "active") | {UNKNOWN_STATUS}
    found: dict[str, Way] = {}
    for only_present in (True, False):
        seen: set[str] = set()
        ways = deque[tuple[str, Way]]([(id, ())])
        while ways:
            inner, way = ways.popleft()
            for link in model.relations_of(inner, kind="part-of" if way else "located-in", direction="out"):
                outer = link.target
                if outer in seen or not isinstance(model[outer], Place):
                    continue
                if link.status in present or not only_present:
                    seen.add(outer)
                    found.setdefault(outer, (*way, link))
                    ways.append((outer, (*way, link)))
    return dict(sorted(found.items()))
