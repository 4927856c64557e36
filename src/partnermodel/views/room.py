"""How much of a large model a page has room for: which records have a place of their own on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from partnermodel.model.catalogues import RECORD_TYPES
from partnermodel.model.entities import Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record

T = TypeVar("T")

WHOLE = 400
"""A model of so many records is told whole."""

RECORDS_AT_MOST = 40
"""So many records of a type have a row in the list of all records of a larger model."""

ORGANISATIONS_AT_MOST = 20
"""So many organisations have a heading and a table of their own there."""

ROWS_AT_MOST = 20
"""So many rows has any other table there."""

LINKS_AT_MOST = 12
"""So many records are named in a cell that might name all of them; in a larger model a third of it."""


class Room:
    """What a page holds of a model.

    A page that nobody can load or read helps nobody. Of a model that is small enough, it is everything.

    Args:
        model: The model.
    """

    def __init__(self, model: PartnerModel) -> None:
        self.model = model
        self.is_large = len(model) > WHOLE

    @property
    def links(self) -> int:
        """How many records a cell names that might name very many."""
        return LINKS_AT_MOST // 3 if self.is_large else LINKS_AT_MOST

    def first(self, items: Iterable[T], most: int = ROWS_AT_MOST) -> tuple[tuple[T, ...], int]:
        """Return as many items as there is room for, and how many more there are.

        Args:
            items: The items.
            most: How many there is room for in the page of a large model.
        """
        found = tuple(items)
        return first(found, most if self.is_large else len(found))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The ids of the organisations that have a heading: of very many, those with the most partners."""
        ids = tuple(self.model.organisations)
        if not self.is_large or len(ids) <= ORGANISATIONS_AT_MOST:
            return ids
        from partnermodel.analysis.network import Network  # a small model needs no network here

        degree = dict(self.model.once(Network).graph.degree())
        most = sorted(ids, key=lambda one: (-degree[one], one))[:ORGANISATIONS_AT_MOST]
        return tuple(sorted(most))

    @cached_property
    def records(self) -> dict[str, tuple[Record, ...]]:
        """The records that have a row in the list of all records, type by type.

        Of very many organisations, those that have a heading come first.
        """
        by_type: dict[str, list[Record]] = {type: [] for type in RECORD_TYPES}
        for record in self.model.values():
            by_type[record.scheme].append(record)
        return {type: self._first(records) for type, records in by_type.items()}

    def _first(self, records: Sequence[Record]) -> tuple[Record, ...]:
        if not self.is_large or len(records) <= RECORDS_AT_MOST:
            return tuple(records)
        if isinstance(records[0], Organisation):
            headed = set(self.organisations)
            records = sorted(records, key=lambda one: one.id not in headed)
        return tuple(sorted(records[:RECORDS_AT_MOST], key=lambda one: one.id))

    @cached_property
    def _rows(self) -> frozenset[str]:
        return frozenset(one.id for records in self.records.values() for one in records)

    def has_row(self, id: str) -> bool:
        """Return whether a record has a row in the list of all records."""
        return id in self._rows

    @cached_property
    def is_whole(self) -> bool:
        """Whether every record has a row in the list of all records."""
        return len(self._rows) == len(self.model)

    @cached_property
    def places(self) -> dict[str, str]:
        """The id on the page of each record that has a place of its own there."""
        found = {id: f"record-{id}" for id in self._rows}
        return found | {id: f"organisation-{id}" for id in self.organisations}


def first(items: Iterable[T], most: int) -> tuple[tuple[T, ...], int]:
    """Return the first items, and how many more there are.

    Example:
        >>> first("abc", 2), first("ab", 2)
        ((('a', 'b'), 1), (('a', 'b'), 0))
    """
    found = tuple(items)
    return found[:most], max(0, len(found) - most)
