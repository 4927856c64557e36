"""A type of entity is named by its class or by its word, and is the same to every question."""

from __future__ import annotations

import pytest

from partnermodel import Centre, Organisation, PartnerModel, Relation, find, find_duplicates
from partnermodel.model.entities import ENTITY_CLASSES, Entity
from partnermodel.queries.entity_types import entity_types
from partnermodel.vocabulary.terms import ENTITY_TYPES

TOWN = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "«A»"), Centre("c", "C")])


@pytest.mark.parametrize("cls", ENTITY_CLASSES)
def test_a_class_and_its_word_mean_the_same(cls: type[Entity]) -> None:
    """Whoever asks with the one gets what the other gives."""
    assert entity_types(cls) == entity_types(cls.scheme) == (cls.scheme,)
    assert find(TOWN, type=cls) == find(TOWN, type=cls.scheme)
    one, other = (find_duplicates(TOWN, type=type, alike=False) for type in (cls, cls.scheme))
    assert one == other
    assert len(one) == (cls is Organisation)


def test_every_entity_is_of_the_class_of_all() -> None:
    """The class that all are made of means every type."""
    assert entity_types(Entity) == ENTITY_TYPES
    assert len(find(TOWN, type=Entity)) == 3


def test_what_is_no_type_is_refused() -> None:
    """The sentence names what was given, and what is near it."""
    with pytest.raises(ValueError, match=r'^"orgnisation" is not a type of entity\. Did you mean "organ'):
        find(TOWN, type="orgnisation")
    with pytest.raises(ValueError, match=r'^"Relation" is not a type of entity\.'):
        find_duplicates(TOWN, type=[Organisation, Relation])  # type: ignore[list-item]
