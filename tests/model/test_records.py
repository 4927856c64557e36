"""What all records and values keep: they are values, they cannot change, they refuse positions."""

from __future__ import annotations

import ast
import copy
import inspect
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import (
    aliases,
    any_entities,
    citations,
    entities,
    identifiers,
    levels,
    lines,
    models,
    periods,
    records,
    relations,
    stated_counts,
    vocabularies,
)

import partnermodel
from partnermodel.model.entities import ENTITY_CLASSES, Entity
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.values.table import Phrase, Table
from partnermodel.vocabulary.terms import RelationTerm, Term

PUBLIC = {name: getattr(partnermodel, name) for name in partnermodel.__all__}
"""Every public name, for Python that a record shows itself as."""


def values() -> st.SearchStrategy[Any]:
    """Return every sort of public value and record, and whole models."""
    tables = st.builds(Table, lines(), st.just(("a",)), st.just(((Phrase("b", "ru"),),)))
    small = st.one_of(citations(), aliases(), identifiers(), levels(), periods(), stated_counts(), tables)
    terms = vocabularies().flatmap(
        lambda words: st.sampled_from([words, *words.terms, *words.relation_terms])
    )
    return st.one_of(small, terms, any_entities(), relations(), models(max_entities=5, max_relations=5))


@given(values())
def test_a_value_pickles_and_copies_to_its_equal(value: Any) -> None:
    """Every public value and record has a hash, and pickles, copies and deep-copies to its equal."""
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)


@given(
    any_entities() | relations() | models(max_entities=3, max_relations=3).map(lambda model: model.vocabulary)
)
def test_a_record_shows_itself_as_the_call_that_makes_it(value: Any) -> None:
    """`repr` of a record is Python that gives it back, and names no field that only holds its default."""
    shown = repr(value)
    assert eval(shown, PUBLIC) == value
    named = {
        field.alias for field in attrs.fields(type(value)) if getattr(value, field.name) != field.default
    }
    call = ast.parse(shown, mode="eval").body
    assert isinstance(call, ast.Call)
    assert {word.arg for word in call.keywords} == named


@given(any_entities() | relations() | citations() | periods() | identifiers())
def test_a_value_cannot_change(value: Any) -> None:
    """No field of a record can be assigned or deleted, and no other name either."""
    before = copy.deepcopy(value)
    for name in (*(field.name for field in attrs.fields(type(value))), "other"):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert value == before


@given(records())
def test_a_record_that_is_evolved_without_changes_is_equal(record: Record) -> None:
    """`attrs.evolve` gives back the equal of a record, its own id or the derived one kept."""
    again = attrs.evolve(record)
    assert again == record
    assert again.id == record.id


@pytest.mark.parametrize("cls", [*ENTITY_CLASSES, Citation, Alias, StatedCount, Relation, Term, RelationTerm])
def test_only_what_a_record_is_about_is_given_by_position(cls: type) -> None:
    """Beside id and name, or what a value is about, every field is keyword-only."""
    by_position = {
        Citation: ["document"],
        Alias: ["name"],
        StatedCount: ["kind", "number"],
        Relation: ["source", "kind", "target"],
        Term: ["scheme", "code"],
        RelationTerm: ["code"],
    }
    parameters = list(inspect.signature(cls).parameters.values())
    positional = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
    assert positional == by_position.get(cls, ["id", "name"])
    assert all(one.kind is one.KEYWORD_ONLY for one in parameters if one.name not in positional)


@pytest.mark.parametrize("cls", [*ENTITY_CLASSES, Relation, Citation, Period, Identifier, Level, Alias])
def test_a_record_has_slots_and_a_docstring_for_each_field(cls: type) -> None:
    """A record has no room for attributes of others, and its docstring or its base's says each field."""
    assert "__dict__" not in dir(cls)
    said = "".join(
        inspect.cleandoc(one.__doc__ or "") for one in (cls, Entity)[: 1 + issubclass(cls, Entity)]
    )
    for field in attrs.fields(cls):
        assert f"    {field.alias}: " in said


@given(st.data())
def test_two_types_are_never_equal(data: st.DataObject) -> None:
    """Records of different types are different, though all their fields are the same."""
    made = [cls("a", "A") for cls in ENTITY_CLASSES]
    assert len(set(made)) == len(ENTITY_CLASSES)
    cls = data.draw(st.sampled_from(ENTITY_CLASSES))
    first, second = data.draw(entities(cls, id="a")), data.draw(entities(cls, id="a"))
    same = all(getattr(first, one.name) == getattr(second, one.name) for one in attrs.fields(cls))
    assert (first == second) == same
