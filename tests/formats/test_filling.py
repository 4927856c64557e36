"""Records that are filled from outlines are in no way other than those that a constructor makes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given
from tests.formats.samples import FULL
from tests.strategies import models

from partnermodel.formats.building import Builder
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.filling import filler
from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.formats.tables.mappings.mapping import (
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)
from partnermodel.formats.twins import decoder_of_many, file_fields
from partnermodel.model.entities import Group, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.fields import ID_RULE
from partnermodel.values.rules import RULE, Instance

NAME = FieldMapping("name", columns=["Name"])


def values_in(value: Any) -> Iterator[Any]:
    """Yield every instance of a class of ours in a value, at whatever depth."""
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values_in(item)


def built(cls: type, *records: object, **how: bool) -> tuple[list[Any], set[int]]:
    """Return what is built of the outlines that are read of some records."""
    text = msgspec.json.encode(outlines_of(cls, records))
    return Builder(**how).built(cls, decoder_of_many(Instance(cls)).decode(text))


@given(models())
def test_what_is_read_is_what_a_constructor_makes(model: PartnerModel) -> None:
    """Each value that is read is of the class that its equal is of, and has every slot filled alike."""
    for read, made in zip(loads(dumps(model)).values(), model.values(), strict=True):
        for one, other in zip(values_in(read), values_in(made), strict=True):
            assert type(one) is type(other)
            assert one == other
            assert hash(one) == hash(other)


def test_what_is_read_cannot_be_changed() -> None:
    """No field of what is read can be set or deleted, and no other be added; it can be copied and pickled."""
    found = list(values_in(tuple(loads(dumps(FULL)).values())))
    assert {type(value) for value in found} >= set(LISTS.values())
    for value in found:
        for field in attrs.fields(type(value)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, field.name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(value, field.name)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.another = 1
        assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("cls", LISTS.values(), ids=lambda cls: cls.__name__)
def test_each_field_is_filled_in_one_way(cls: type) -> None:
    """A field is an end, looked up, taken, made of others, or withheld, and nothing else."""
    way = filler(cls)
    in_file = [*way.ends, *way.looked_up, *way.taken, *way.made]
    assert sorted(field.name for field in in_file) == sorted(
        field.name for field in file_fields(cls).values()
    )
    names = [field.name for field in (*in_file, *way.withheld)]
    assert sorted(names) == sorted(field.name for field in attrs.fields(cls))


@pytest.mark.parametrize("cls", LISTS.values(), ids=lambda cls: cls.__name__)
def test_what_is_said_of_one_record_is_not_looked_up(cls: type) -> None:
    """The own id of a record is not sought among those of others, also where it may be left out."""
    assert "id" in {field.alias for field in filler(cls).taken}


def test_only_documents_that_are_cited_are_looked_up_as_ids() -> None:
    """So all of them stand in the table of that rule, and nothing else does."""
    head = Head(FORMAT_VERSION, "A", vocabulary=FULL.vocabulary)
    classes = {type(value) for some in (*FULL.values(), head) for value in values_in(some)}
    looked_up = {
        (cls, field.name)
        for cls in classes
        for field in filler(cls).looked_up  # type: ignore[arg-type]  # a class can be hashed
        if field.metadata[RULE] is ID_RULE
    }
    assert looked_up == {(Citation, "document")}
    builder = Builder()
    citations = [Citation("press"), Citation("act"), Citation("press", claim=True)]
    builder.built(Citation, outlines_of(Citation, citations))
    assert builder.cited == {"press", "act"}


def test_a_default_may_be_stated() -> None:
    """A file that says what would be so if it said nothing is read as one that does not say it."""
    head = Head(FORMAT_VERSION, "A", vocabulary=FULL.vocabulary)
    mapping = TableMapping("A", sheets=[SheetMapping(records=[RecordMapping("person", fields=[NAME])])])
    stated = set()
    for value in (value for some in (*FULL.values(), head, mapping) for value in values_in(some)):
        cls = type(value)
        said = msgspec.json.decode(msgspec.json.encode(outlines_of(cls, [value])[0]))
        for key, field in file_fields(cls).items():
            if isinstance(field.default, str | bool | int) and key not in said:
                text = msgspec.json.encode([said | {key: field.default}])
                read, doubtful = Builder().built(cls, decoder_of_many(Instance(cls)).decode(text))
                assert (read, doubtful) == ([value], set())
                stated.add((cls, key))
    assert {(Head, "language"), (Relation, "status"), (Citation, "claim"), (FieldMapping, "dates")} <= stated


def test_what_a_class_withholds_holds_its_default() -> None:
    """A field that a file cannot hold for a class is there, and says nothing."""
    (group,), doubtful = built(Group, Group("students", "Students"))
    assert (group.identifiers, group.collective, group.stated, doubtful) == ((), False, (), set())


@pytest.mark.parametrize("end", ["source", "target"])
def test_an_end_is_looked_at_here_unless_it_will_be_sought(end: str) -> None:
    """An end that is no id is refused here; whoever seeks each end among the ids finds no such one."""
    bad = msgspec.structs.replace(outlines_of(Relation, [Relation("a", "hosts", "b")])[0], **{end: "no id"})
    text = msgspec.json.encode([bad])
    outlines = decoder_of_many(Instance(Relation)).decode(text)
    assert Builder().built(Relation, outlines)[1] == {0}
    assert Builder(ends_sought=True).built(Relation, outlines)[1] == set()
    document = msgspec.json.encode(
        {"format_version": 1, "name": "A", "relations": [{"source": "a", "kind": "hosts", "target": "b"}]}
    )
    with pytest.raises(ValueError, match=r'"no id" is not an id'):
        loads(document.replace(b'"%s"' % {"source": b"a", "target": b"b"}[end], b'"no id"').decode())


def test_ends_in_a_row_are_one_text() -> None:
    """Relations that begin or end at the same thing, one after the other, hold one text."""
    ties = [Relation("college", "cooperates-with", f"school-{number}") for number in range(9)]
    read = loads(
        dumps(
            PartnerModel(
                "A", [*ties, *(Organisation(one.target, "S") for one in ties), Organisation("college", "C")]
            )
        )
    )
    assert len({id(relation.source) for relation in read.relations.values()}) == 1
