"""The types of entity: what each of them refuses, and how it is called in a language."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_entities, languages, localised

from partnermodel.errors import InvalidRecordError
from partnermodel.model.entities import (
    ENTITY_CLASSES,
    Document,
    Entity,
    Group,
    Organisation,
    Person,
    Place,
    Programme,
    Statement,
)
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias

FILLED: dict[str, Any] = {
    "kind": "school",
    "description": "d",
    "identifiers": [Identifier("wikidata", "Q42")],
    "aliases": [Alias("b")],
    "period": Period("2020"),
    "status": "active",
    "collective": True,
    "size": 0,
    "stated": [StatedCount("studio", 1, through="hosts")],
    "extra": {"a:b": 1},
}
ALLOWED: dict[str, Any] = {"names": {"ru": "А"}, "evidence": [Citation("d")]}

WITHHELD: dict[type[Entity], set[str]] = {
    Person: set(FILLED),
    Group: {"identifiers", "collective", "stated"},
    Place: {"collective", "size", "stated"},
    Document: {"collective", "size", "stated"},
    Statement: {"identifiers", "aliases", "collective", "size", "stated"},
}


@pytest.mark.parametrize("cls", ENTITY_CLASSES)
@pytest.mark.parametrize("field", [*FILLED, *ALLOWED])
def test_a_type_refuses_what_would_mean_nothing_or_tell_too_much(cls: type[Entity], field: str) -> None:
    """Each type takes every shared field but those withheld from it, and refuses these by name."""
    value = (FILLED | ALLOWED)[field]
    if field not in WITHHELD.get(cls, ()):
        held = getattr(cls("a", "A", **{field: value}), field)
        assert held == (tuple(value) if isinstance(value, list) else value)
        return
    with pytest.raises(InvalidRecordError) as caught:
        cls("a", "A", **{field: value})
    (issue,) = caught.value.issues
    assert issue.code == "withheld-field"
    assert issue.path == f'{cls.__name__}("a").{field}'
    assert issue.message == f"a {cls.__name__} has no {field}"


def test_a_person_is_a_name_and_nothing_else() -> None:
    """A person with anything beside names and evidence is refused, every field of it at once."""
    with pytest.raises(InvalidRecordError) as caught:
        Person("a-b", "A. B.", **FILLED, **ALLOWED)
    mend = "A person is a name and nothing else; write the public post as a relation to the organisation."
    assert str(caught.value) == "\n".join(
        [
            "this Person cannot be made:",
            *(
                f'  Person("a-b").{field}: a Person has no {field}. {mend} [withheld-field]'
                for field in FILLED
            ),
        ]
    )
    assert {issue.value for issue in caught.value.issues} == {""}  # what is said of a person is not repeated
    kept = Person("a-b", "A. B.", **ALLOWED)
    stated = {field.name for field in attrs.fields(Person) if getattr(kept, field.name) != field.default}
    assert stated == {"id", "name", "names", "evidence"}


def test_a_withheld_field_says_what_to_do_instead() -> None:
    """Where a field is withheld from anything but a person, the hint says so without a word of persons."""
    with pytest.raises(InvalidRecordError) as caught:
        Group("a", "A", collective=True)
    assert caught.value.issues[0].value == "true"
    assert str(caught.value.issues[0]) == (
        'Group("a").collective: a Group has no collective. '
        "Leave it out; what belongs to other records is written there. [withheld-field]"
    )


@pytest.mark.parametrize("cls", ENTITY_CLASSES)
def test_what_is_withheld_may_be_given_as_not_stated(cls: type[Entity]) -> None:
    """A field that is given its default is not stated, and is refused by no type."""
    defaults: dict[str, Any] = {
        field.name: field.default for field in attrs.fields(cls) if field.default is not attrs.NOTHING
    }
    assert cls("a", "A", **defaults) == cls("a", "A")
    assert cls("a", "A", extra={}, aliases=[], names={}) == cls("a", "A")


def test_the_base_of_the_entities_is_no_entity() -> None:
    """`Entity` itself cannot be made, since it says nothing of what the thing is."""
    with pytest.raises(TypeError, match=r"^Entity is the base of the entity classes; use Organisation, "):
        Entity("a", "A")


@given(any_entities(), languages(), localised())
def test_a_name_is_the_best_that_there_is(entity: Entity, language: str, names: dict[str, str]) -> None:
    """A name is that of the language or of a shorter form of it, else the plain name."""
    named = attrs.evolve(entity, names=names)
    parts = language.split("-")
    forms = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    expected = next((names[form] for form in forms if form in names), entity.name)
    assert named.name_in(language) == expected


def test_a_name_falls_back_step_by_step() -> None:
    """A tag with script and region finds the name for the script before that for the language."""
    place = Place("a", "A", names={"tt": "tt", "tt-Cyrl": "cyrl"})
    assert [place.name_in(tag) for tag in ("tt-Cyrl-RU", "tt-Latn", "tt", "ru", "")] == [
        "cyrl",
        "tt",
        "tt",
        "A",
        "A",
    ]


def test_only_some_types_have_a_language_and_a_source() -> None:
    """The fields of one type are not fields of another."""
    own = {
        cls: [one.name for one in attrs.fields(cls)][len(attrs.fields(Entity)) :] for cls in ENTITY_CLASSES
    }
    assert {cls: fields for cls, fields in own.items() if fields} == {
        Programme: ["language"],
        Document: ["published", "source_type", "language", "url"],
    }


@given(st.sampled_from(ENTITY_CLASSES))
def test_a_type_is_named_as_its_class(cls: type[Entity]) -> None:
    """The name of a type in a file is the name of its class in lower case."""
    assert cls.scheme == cls.__name__.lower()
    assert Organisation("a", "A").scheme == "organisation"
