"""The records of a model in one language, for a model in another."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from partnermodel.model.entities import Entity
from partnermodel.model.relations import Record


def in_language(
    records: Mapping[str, Record], spoken: str, wanted: str, others: Mapping[str, Record]
) -> dict[str, Record]:
    """Return records so that no plain name is taken for one of another language.

    A plain name is kept among the names by language. In its place comes the name in the language that is
    wanted: the record's own, or that of the other model's record of the same id; if there is none, it stays.

    Args:
        records: The records of a model.
        spoken: The language of its plain names.
        wanted: The language of the model that they are for.
        others: The records of that model.

    Example:
        >>> from partnermodel import Place
        >>> omsk = Place("omsk", "Омск", names={"en": "Omsk"})
        >>> found = in_language({"omsk": omsk}, "ru", "en", {})["omsk"]
        >>> found.name, found.names["ru"]
        ('Omsk', 'Омск')
    """
    return {id: _told(record, spoken, wanted, others.get(id)) for id, record in records.items()}


def _told(record: Record, spoken: str, wanted: str, other: Record | None) -> Record:
    if not isinstance(record, Entity) or record.names.get(spoken, record.name) != record.name:
        return record
    known = other.name if isinstance(other, Entity) else record.name
    names = {**record.names, spoken: record.name}
    return attrs.evolve(record, name=record.names.get(wanted, known), names=names)
