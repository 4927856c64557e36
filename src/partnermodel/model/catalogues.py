"""The types of record, and what a model holds: all of them by id, and a catalogue of each type."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from itertools import chain
from typing import TypeVar, cast

from partnermodel.errors import UnknownIdError, did_you_mean
from partnermodel.model.catalogue import ById, Catalogue
from partnermodel.model.entities import (
    ENTITY_CLASSES,
    Centre,
    Document,
    Entity,
    Group,
    Initiative,
    Organisation,
    Person,
    Place,
    Programme,
    Statement,
)
from partnermodel.model.nouns import no_such_id
from partnermodel.model.relations import Record, Relation
from partnermodel.model.shelves import Shelves
from partnermodel.values.text import shown
from partnermodel.wording import NOTHING, together

E = TypeVar("E", bound=Entity)

RECORD_TYPES = (*(cls.scheme for cls in ENTITY_CLASSES), "relation")
"""The types of record, in the order of the file."""


def type_of(record: Record) -> str:
    """Return the name of a record's type: the scheme of an entity, or `relation`.

    Example:
        >>> type_of(Place("omsk", "Omsk"))
        'place'
    """
    return record.scheme


def where_in_model(record: Record) -> str:
    """Return the Python expression that leads to a record from its model.

    Example:
        >>> where_in_model(Place("omsk", "Omsk"))
        'places["omsk"]'
    """
    return way_to(type_of(record), record.id)


def way_to(scheme: str, id: str) -> str:
    """Return the Python expression that leads to the record of a type with an id from its model.

    Example:
        >>> way_to("place", "omsk")
        'places["omsk"]'
    """
    return f"{plural(scheme)}[{shown(id, 200)}]"


def plural(scheme: str) -> str:
    """Return the plural of the name of a type: the key of its list in a file.

    Example:
        >>> plural("person")
        'persons'
    """
    return f"{scheme}s"


class _Values(ValuesView[Record]):
    """The records of a model, without looking each up by its id."""

    __slots__ = ()
    _mapping: Catalogues

    def __iter__(self) -> Iterator[Record]:
        return chain(self._mapping.entities.values(), self._mapping.relations.values())


class _Items(ItemsView[str, Record]):
    """The ids of a model with their records, likewise."""

    __slots__ = ()
    _mapping: Catalogues

    def __iter__(self) -> Iterator[tuple[str, Record]]:
        return chain(self._mapping.entities.items(), self._mapping.relations.items())


class Catalogues(ById[Record]):
    """What a model holds, as a mapping of all its records and as a catalogue of each type."""

    __slots__ = ()

    _shelves: Shelves

    def __getitem__(self, id: str) -> Record:
        found = self._shelves.entities.get(id) or self._shelves.relations.by_id.get(id)
        if found is None:
            hint = did_you_mean(id, list(self)) if isinstance(id, str) else NOTHING
            raise UnknownIdError(together(no_such_id("record", id), hint))
        return found

    def __iter__(self) -> Iterator[str]:
        return chain(self._shelves.entities, self._shelves.relations)

    def __len__(self) -> int:
        return len(self._shelves.entities) + len(self._shelves.relations)

    def __contains__(self, id: object) -> bool:
        return id in self._shelves.entities or id in self._shelves.relations

    def values(self) -> ValuesView[Record]:
        """Return the records."""
        return _Values(self)

    def items(self) -> ItemsView[str, Record]:
        """Return the ids with their records."""
        return _Items(self)

    def _catalogue(self, cls: type[E]) -> Catalogue[E]:
        return Catalogue(cls.scheme, cast("Mapping[str, E]", self._shelves.by_type[cls.scheme]))

    @property
    def organisations(self) -> Catalogue[Organisation]:
        """The organisations, by id."""
        return self._catalogue(Organisation)

    @property
    def centres(self) -> Catalogue[Centre]:
        """The centres, by id."""
        return self._catalogue(Centre)

    @property
    def programmes(self) -> Catalogue[Programme]:
        """The programmes, by id."""
        return self._catalogue(Programme)

    @property
    def initiatives(self) -> Catalogue[Initiative]:
        """The initiatives, by id."""
        return self._catalogue(Initiative)

    @property
    def groups(self) -> Catalogue[Group]:
        """The groups, by id."""
        return self._catalogue(Group)

    @property
    def persons(self) -> Catalogue[Person]:
        """The holders of public posts, by id."""
        return self._catalogue(Person)

    @property
    def places(self) -> Catalogue[Place]:
        """The places, by id."""
        return self._catalogue(Place)

    @property
    def documents(self) -> Catalogue[Document]:
        """The documents, by id."""
        return self._catalogue(Document)

    @property
    def statements(self) -> Catalogue[Statement]:
        """The statements, by id."""
        return self._catalogue(Statement)

    @property
    def relations(self) -> Catalogue[Relation]:
        """The relations, by id."""
        return Catalogue("relation", self._shelves.relations)

    @property
    def entities(self) -> Catalogue[Entity]:
        """All entities, by id, type by type in the order of the file."""
        return Catalogue("entity", self._shelves.entities)
