"""Catalogues: records by id, in order, and an answer for an id that is not there."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import ids, models

from partnermodel.errors import UnknownIdError
from partnermodel.model.catalogue import Catalogue
from partnermodel.model.catalogues import RECORD_TYPES, plural, type_of, where_in_model
from partnermodel.model.entities import ENTITY_CLASSES, Entity, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation


def _catalogues(model: PartnerModel) -> dict[str, Catalogue[Any]]:
    return {scheme: getattr(model, plural(scheme)) for scheme in RECORD_TYPES}


@given(models())
def test_each_catalogue_holds_the_records_of_its_type_by_id(model: PartnerModel) -> None:
    """The catalogues part the records by type, each sorted by id, and together they are the model."""
    classes = {cls.scheme: cls for cls in ENTITY_CLASSES} | {"relation": Relation}
    seen: list[str] = []
    for scheme, catalogue in _catalogues(model).items():
        mine = [record for record in model.values() if type(record) is classes[scheme]]
        assert list(catalogue.values()) == sorted(mine, key=lambda record: record.id)
        assert list(catalogue) == [record.id for record in catalogue.values()]
        assert list(catalogue.items()) == [(record.id, record) for record in catalogue.values()]
        assert len(catalogue) == len(mine)
        assert catalogue.keys() == {record.id for record in mine}
        assert list(catalogue.items()) == [(record.id, record) for record in catalogue.values()]
        assert catalogue == {record.id: record for record in mine}
        assert {type_of(record) for record in mine} <= {scheme}
        seen += catalogue
    assert seen == list(model)


@given(models())
def test_the_entities_are_all_records_but_the_relations(model: PartnerModel) -> None:
    """The catalogue of entities has every entity, type by type in the order of the file."""
    assert list(model.entities.values()) == [one for one in model.values() if isinstance(one, Entity)]
    assert list(model) == [*model.entities, *model.relations]


@given(models(), st.data())
def test_the_path_of_a_record_leads_to_it(model: PartnerModel, data: st.DataObject) -> None:
    """The path that an issue gives is a Python expression that finds the record in the model."""
    assume(model)
    record = data.draw(st.sampled_from(list(model.values())))
    assume(len(record.id) < 190)  # a longer id is cut off in a message
    catalogues = {plural(scheme): catalogue for scheme, catalogue in _catalogues(model).items()}
    assert eval(where_in_model(record), catalogues) is record


@given(models(), ids())
def test_an_id_that_is_not_there_is_refused_and_can_be_asked_for(model: PartnerModel, id: str) -> None:
    """In a model and in each catalogue a missing id is a KeyError by `[]`, and the default by `get`."""
    assume(id not in model)
    holders = [model, model.entities, *_catalogues(model).values()]
    for holder in holders:
        assert id not in holder
        assert holder.get(id) is None
        assert holder.get(id, 5) == 5
        with pytest.raises(UnknownIdError, match=r"^no [a-z]+ has the id "):
            holder[id]
    for held in model:
        assert model.get(held) is model[held]
        assert model.get(held, None) is model[held]


def test_a_missing_id_is_named_with_the_nearest_one() -> None:
    """A misspelt id is answered with the nearest of its catalogue, and a record with its own id."""
    model = PartnerModel("Town", [Organisation("college", "College"), Organisation("school", "School")])
    asked: list[tuple[Mapping[str, Any], Any, str]] = [
        (model, "colege", 'no record has the id "colege". Did you mean "college"?'),
        (model, "hospital", 'no record has the id "hospital".'),
        (model, 5, "no record has the id 5."),
        (model.organisations, "shool", 'no organisation has the id "shool". Did you mean "school"?'),
        (model.centres, "school", 'no centre has the id "school".'),
        (model.entities, "shool", 'no entity has the id "shool". Did you mean "school"?'),
        (model.organisations, None, "no organisation has the id null."),
        (model, model["school"], 'no record has an Organisation for its id. Give "school".'),
        (model.centres, model["school"], 'no centre has an Organisation for its id. Give "school".'),
    ]
    for holder, id, message in asked:
        with pytest.raises(UnknownIdError) as caught:
            holder[id]
        assert isinstance(caught.value, KeyError)
        assert str(caught.value) == message


def test_a_catalogue_copies_and_reads_as_its_ids() -> None:
    """A catalogue pickles and copies to its equal; its ids are its repr, and what a notebook completes."""
    catalogue = PartnerModel("Town", [Organisation("b", "B"), Organisation("a", "A")]).organisations
    for again in (copy.copy(catalogue), copy.deepcopy(catalogue), pickle.loads(pickle.dumps(catalogue))):
        assert again == catalogue
        assert repr(again) == repr(catalogue) == "Catalogue('organisation', ['a', 'b'])"
        assert again._ipython_key_completions_() == ["a", "b"]
        with pytest.raises(UnknownIdError, match=r'^no organisation has the id "c"'):
            again["c"]
