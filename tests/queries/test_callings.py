"""What entities are called: folded together, and as each is called alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models

from partnermodel import PartnerModel
from partnermodel.queries.callings import Callings
from partnermodel.values.text import folded


@given(models(fields=6))
def test_each_entity_has_its_own_texts(model: PartnerModel) -> None:
    """The texts of an entity are its name, its names by language, its id and its aliases, each folded."""
    called = Callings(model)
    assert called.entities == tuple(model.entities.values())
    for place, entity in enumerate(called.entities):
        names = [entity.name, *(name for _, name in sorted(entity.names.items()))]
        texts = [*names, entity.id, *(alias.name for alias in entity.aliases)]
        assert called.texts(place) == list(map(folded, texts))


@given(models(fields=6), st.data())
def test_who_is_called_something_is_found_by_any_part_of_it(model: PartnerModel, data: st.DataObject) -> None:
    """Whoever has a word in one of the texts is found by it, and nobody whose texts and numbers lack it."""
    called = Callings(model)
    words = sorted({word for place in range(len(called.entities)) for word in called.texts(place)} - {""})
    if words:
        word = data.draw(st.sampled_from(words))
        having = {place for place in range(len(called.entities)) if word in "\n".join(called.texts(place))}
        found = list(called.holding(word))
        assert found == sorted(set(found))
        assert having <= set(found)
        numbered = {place for place, entity in enumerate(called.entities) if entity.identifiers}
        assert set(found) - having <= numbered
