"""A model under other ids: what a person has said to be one record is called by one id in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from partnermodel.errors import UnknownIdError
from partnermodel.model.catalogues import type_of
from partnermodel.model.model import PartnerModel
from partnermodel.model.nouns import no_such_id, type_word
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.text import shown
from partnermodel.wording import worded

Same = Mapping[str, str] | Iterable[tuple[str, str]]
"""From the ids of records of the second model to the ids of the records that they are."""


def other_ids(a: PartnerModel, b: PartnerModel, same: Same) -> dict[str, str]:
    """Return the id by which each record of the second model is to be called that a person has named.

    Args:
        a: The first model.
        b: The second.
        same: What a person has decided. An id that the first model does not have is that of a record of
            the second, which may itself be another one.

    Raises:
        UnknownIdError: A model does not have the id.
        ValueError: It is made of other things than pairs of ids; or one id is given to two records, to a
            record of another type, or in a circle.
    """
    pairs = _pairs(same)
    ids = dict(pairs)
    for old, new in pairs:
        if ids[old] != new:
            raise ValueError(
                worded(
                    "same says that {id} is {one} and that it is {other}; it can be one of them only.",
                    id=shown(old),
                    one=shown(new),
                    other=shown(ids[old]),
                )
            )
    for old, new in ids.items():
        here = b.get(old)
        there = a.get(new) or b.get(new)
        if here is None and old in a:
            raise UnknownIdError(
                worded(
                    "same names {id}, a record of the first model, where one of the second belongs.",
                    id=shown(old),
                )
            )
        if here is None or there is None:
            raise UnknownIdError(no_such_id("record", old if here is None else new))
        if type_of(here) != type_of(there):
            raise ValueError(
                worded(
                    "same says that {id} ({type}) and {other} ({another}) are one record; "
                    "they are of different types.",
                    id=shown(old),
                    type=type_word(type_of(here)),
                    other=shown(new),
                    another=type_word(type_of(there)),
                )
            )
    return {old: _last(old, ids, a) for old in ids}


def _pairs(same: Same) -> list[tuple[str, str]]:
    pairs = list(same.items() if isinstance(same, Mapping) else same)
    for pair in pairs:
        if not (
            isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(id, str) for id in pair)
        ):
            raise ValueError(
                worded(
                    "same has a {given} where a pair of ids belongs; of pairs that find_duplicates finds, "
                    "give (pair.other, pair.one) for those that are one.",
                    given=type(pair).__name__,
                )
            )
    return pairs


def _last(id: str, ids: Mapping[str, str], a: PartnerModel) -> str:
    """Return the id that one comes to, by way of records of the second model."""
    seen = [id]
    while (id := ids.get(id, id)) != seen[-1]:
        if id in a:
            break
        if id in seen:
            raise ValueError(
                worded("same leads from {id} back to it; say which record is kept.", id=shown(id))
            )
        seen.append(id)
    return id


def renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """Return a record under its other id, with the other ids in its ends and its evidence.

    The id of a relation that is derived is derived anew.

    Args:
        record: The record.
        ids: From the ids that are to be other ones to these.

    Raises:
        ValueError: A relation is to be one with a relation that leads from or to another record.
    """
    changes: dict[str, Any] = {}
    if any(citation.document in ids for citation in record.evidence):
        changes["evidence"] = tuple(
            _citing(citation, ids.get(citation.document, citation.document)) for citation in record.evidence
        )
    new = ids.get(record.id, record.id)
    if isinstance(record, Relation):
        ends = {"source": record.source, "target": record.target}
        changes |= {end: ids[id] for end, id in ends.items() if id in ids}
        if record.id in ids:
            changes["id"] = None if "/" in new else new
    elif new != record.id:
        changes["id"] = new
    made = attrs.evolve(record, **changes) if changes else record
    if record.id in ids and made.id != new:
        raise ValueError(
            worded(
                "same says that the relations {id} and {other} are one; "
                "their ends, their kinds or their roles differ.",
                id=shown(record.id),
                other=shown(new),
            )
        )
    return made


def _citing(citation: Citation, document: str) -> Citation:
    return citation if document == citation.document else attrs.evolve(citation, document=document)
