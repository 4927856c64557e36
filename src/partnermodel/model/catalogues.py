"""The types of record, and the catalogue that a model has of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from partnermodel.model.catalogue import Catalogue
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
from partnermodel.model.relations import Record, Relation
from partnermodel.values.text import shown

R = TypeVar(
    "R", Organisation, Centre, Programme, Initiative, Group, Person, Place, Document, Statement, Relation
)

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
    return f"{plural(type_of(record))}[{shown(record.id, 200)}]"


def plural(scheme: str) -> str:
    """Return the plural of the name of a type: the key of its list in a file.

    Example:
        >>> plural("person")
        'persons'
    """
    return f"{scheme}s"


class Catalogues:
    """What gives a model its catalogues."""

    __slots__ = ()

    _by_type: dict[str, dict[str, Record]]

    def _catalogue(self, cls: type[R]) -> Catalogue[R]:
        return Catalogue(cls.scheme, cast("Mapping[str, R]", self._by_type[cls.scheme]))

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
        return self._catalogue(Relation)

    @property
    def entities(self) -> Catalogue[Entity]:
        """All entities, by id, type by type in the order of the file."""
        return Catalogue(
            "entity",
            {
                id: cast("Entity", record)
                for cls in ENTITY_CLASSES
                for id, record in self._by_type[cls.scheme].items()
            },
        )
