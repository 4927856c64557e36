"""Who serves which group, where, and through what; and who is left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from partnermodel.errors import UnknownTermError, did_you_mean
from partnermodel.model.entities import UNKNOWN_STATUS, Organisation, Place
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.model.ties import joint_status, parties
from partnermodel.queries.answers import label, named
from partnermodel.queries.matrix import DIMENSIONS, Coverage, Provision
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.table import Phrase
from partnermodel.values.text import shown

Way = tuple[Relation, ...]
"""The relations that lead from one record to another."""

NOT_PROVIDING = frozenset({"beneficiary", "site"})
"""Roles in which an organisation takes part in a provision without giving it."""


def coverage(
    model: PartnerModel,
    *,
    by: Iterable[str] = ("group", "place"),
    counts: Codes = "active",
    groups: Iterable[str] | None = None,
) -> Coverage:
    """Return who serves which group, where and through what, as a matrix of two or three dimensions.

    It is the who-does-what-where matrix of humanitarian coordination. A provision is a relation of
    the nature `provision` (`serves`) from a programme, an initiative, a centre or an organisation to
    a group. Its organisations are those that take part in it, but for the roles `beneficiary` and
    `site`. Its place is its own, or else its organisations'; it counts in every place that this one
    is part of as well, so the row of a region holds what is in its towns.

    Args:
        model: The model. To see a day, filter it first. To see a status, use `counts`: a filter
            of statuses would also take away what shows that a group only acts.
        by: Two or three of `group`, `place`, `kind`, `organisation`.
        counts: The statuses, with the narrower ones, in which a provision fills a cell.
        groups: The ids of the groups to look at. Left out, they are all groups but those that the
            model knows only as taking part in something themselves, and never as served.

    Returns:
        The matrix; `.gaps` are its empty cells. Groups and places have all their values, kinds and
        organisations those that serve somebody.

    Raises:
        UnknownTermError: A dimension is not one of the four, stands twice, or there are not two or three.
        UnknownIdError: One of `groups` is not a group of the model.

    Example:
        >>> from partnermodel import Group, PartnerModel, Place, Programme, Relation, coverage
        >>> model = PartnerModel("Town", [
        ...     Group("deaf", "Deaf learners"), Group("blind", "Blind learners"), Place("town", "Town"),
        ...     Programme("signs", "Sign language", status="active"),
        ...     Relation("signs", "serves", "deaf"), Relation("signs", "located-in", "town"),
        ... ])
        >>> [gap.cell for gap in coverage(model).gaps]
        [('blind', 'town')]
    """
    dimensions = _dimensions(by)
    served = [
        relation
        for relation in model.relations.values()
        if model.vocabulary.nature(relation.kind) == "provision"
    ]
    reach = cache(partial(_reach, model))
    wanted = dict.fromkeys(
        _groups_to_serve(model, served) if groups is None else (model.groups[id].id for id in groups)
    )
    provisions = tuple(
        provision
        for relation in served
        if relation.target in wanted
        for provision in _provisions(model, relation, reach)
    )
    values: dict[str, Iterable[str | None]] = {"group": wanted, "place": model.places}
    for dimension in DIMENSIONS[1:]:
        occurring = {getattr(provision, dimension) for provision in provisions}
        stated = values.get(dimension) or sorted(occurring - {None})
        values[dimension] = [*stated, None] if None in occurring else stated
    return Coverage(
        dimensions,
        tuple(tuple(values[dimension]) for dimension in dimensions),
        provisions,
        _counted(model, counts, provisions),
        FrozenMap(_names(model, provisions)),
    )


def _counted(model: PartnerModel, counts: Codes, provisions: Iterable[Provision]) -> tuple[str, ...]:
    if counts is not None:
        return tuple(sorted(model.codes("status", counts)))
    return tuple(sorted({*model.vocabulary.codes("status"), *(one.status for one in provisions)}))


def _names(model: PartnerModel, provisions: Iterable[Provision]) -> dict[tuple[str, str], Phrase]:
    """Return what people read for each value. An id and a kind may be the same word, and mean two things."""
    found: dict[tuple[str, str], Phrase] = {}
    for dimension, catalogue in (
        ("group", model.groups), ("place", model.places), ("organisation", model.organisations)
    ):  # fmt: skip
        found |= {(dimension, id): named(model, entity) for id, entity in catalogue.items()}
    for provision in provisions:
        entity = model.entity(provision.provision)
        found["provision", entity.id] = named(model, entity)
        if entity.kind is not None:
            found["kind", entity.kind] = Phrase(label(model, entity.scheme, entity.kind), "en")
    return found | {
        ("status", code): Phrase(label(model, "status", code), "en")
        for code in model.vocabulary.codes("status")
    }


def _dimensions(by: Iterable[str]) -> tuple[str, ...]:
    dimensions = (by,) if isinstance(by, str) else tuple(by)
    for dimension in dimensions:
        if dimension not in DIMENSIONS:
            hint = did_you_mean(dimension, DIMENSIONS) or f"Choose from {', '.join(DIMENSIONS)}."
            raise UnknownTermError(f"{shown(dimension)} is not a dimension of coverage. {hint}")
    if len(dimensions) not in (2, 3) or len(set(dimensions)) != len(dimensions):
        raise UnknownTermError(
            f"coverage has two or three different dimensions, not {shown(list(dimensions))}."
        )
    return dimensions


def _groups_to_serve(model: PartnerModel, served: Iterable[Relation]) -> tuple[str, ...]:
    targets = {relation.target for relation in served}
    acting = {
        relation.source
        for relation in model.relations.values()
        if model.vocabulary.nature(relation.kind) == "participation"
    }
    return tuple(id for id in model.groups if id in targets or id not in acting)


def _provisions(
    model: PartnerModel, relation: Relation, reach: Callable[[str], Mapping[str, Way]]
) -> Iterator[Provision]:
    """Yield what one relation provides, once for each organisation, place and status."""
    provider = model.entity(relation.source)
    givers: list[tuple[str | None, tuple[Relation, ...]]] = []
    if isinstance(provider, Organisation):
        givers.append((provider.id, ()))
    else:
        givers += [
            (id, chain)
            for id, chain in parties(model, provider.id)
            if chain[0].source != id or chain[0].role not in NOT_PROVIDING
        ]
    seen = set()
    for giver, chain in givers or [(None, ())]:
        for place, where in _places(provider.id, giver, reach):
            links = (relation, *chain, *where)
            status = joint_status([provider.status, *(link.status for link in links)], model.vocabulary)
            if (giver, place, status) not in seen:
                seen.add((giver, place, status))
                records = (provider.id, *(link.id for link in links))
                yield Provision(relation.target, place, provider.kind, giver, provider.id, status, records)


def _places(
    provider: str, giver: str | None, reach: Callable[[str], Mapping[str, Way]]
) -> Iterator[tuple[str | None, Way]]:
    """Yield the places of a provision, wider ones included, each with the relations that lead to it."""
    found = reach(provider) or ({} if giver is None else reach(giver))
    yield from found.items()
    if not found:
        yield None, ()


def _reach(model: PartnerModel, id: str) -> dict[str, Way]:
    """Return the places that something is in, wider ones included, each with the shortest way to it.

    A way over what holds at present comes before any way over what is only planned, or is over.
    """
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
