"""What stands in outlines of single fields; that whole records are written rightly is told of the writing."""

from __future__ import annotations

from typing import Any

import attrs
import msgspec
import pytest
from tests.formats.test_generated import classes

from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.twins import file_fields
from partnermodel.model.entities import Organisation, Place
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rules import RULE, Instance, Many, Pairs


def written(*values: Any) -> Any:
    """Return what stands in a document for values of a class."""
    return msgspec.json.decode(msgspec.json.encode(outlines_of(type(values[0]), values)))


def test_lists_and_mappings_are_empty_by_default_and_values_of_ours_are_known() -> None:
    """To leave out what is empty is to leave out the default; a value of ours has one, or may be missing."""
    for cls in classes():
        for field in file_fields(cls).values():
            match field.metadata[RULE]:
                case Many():
                    assert field.default == ()
                case Pairs():
                    assert field.default == FrozenMap()
                case Instance(cls=of):
                    assert field.default is None or type(field.default) is of


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({}, b"{}"),
        ({"ru": "А"}, b'{"ru":"\xd0\x90"}'),
        ({"ru": "А", "en": "B"}, b'{"en":"B","ru":"\xd0\x90"}'),
        ({"tt": "a", "ru": "b", "en": "c"}, b'{"en":"c","ru":"b","tt":"a"}'),
    ],
)
def test_names_are_sorted_by_language(names: dict[str, str], text: bytes) -> None:
    """One needs no sorting, and gets none; more of them are in one order, however they were given."""
    place = Place("a", "A", names=names)
    found = msgspec.json.encode(outlines_of(Place, [place]))
    assert found == (b'[{"id":"a","name":"A","names":%b}]' % text if names else b'[{"id":"a","name":"A"}]')
    assert place == Place("a", "A", names=names)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_list_is_written_in_its_order(count: int) -> None:
    """None, one, and more than one are told apart, and nothing else."""
    cited = [Citation(f"document-{number}", claim=number == 1) for number in range(count)]
    plain = [{"document": one.document} | ({"claim": True} if one.claim else {}) for one in cited]
    (found,) = written(Organisation("a", "A", evidence=cited))
    assert found == {"id": "a", "name": "A"} | ({"evidence": plain} if plain else {})


def test_values_that_are_alike_are_written_alike_and_each_by_itself() -> None:
    """What one record states does not stay for the next one."""
    full = Relation(
        "a", "funds", "b", role="party", status="active", period=Period("2019"), evidence=[Citation("act")]
    )
    bare = Relation("a", "funds", "b")
    assert written(full, bare, full) == [*written(full), *written(bare), *written(full)]
    assert written(bare) == [{"source": "a", "kind": "funds", "target": "b"}]


@pytest.mark.parametrize(
    ("value", "name", "same"),
    [
        (Relation("a", "funds", "b"), "status", "".join(["un", "known"])),
        (Relation("a", "funds", "b"), "period", Period()),
        (Relation("a", "funds", "b"), "extra", FrozenMap()),
        (StatedCount("studio", 1, through="hosts"), "qualifier", "".join(["exact", "ly"])),
    ],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_it_is_the_value_that_counts_and_not_the_object(value: Any, name: str, same: Any) -> None:
    """What is equal to a default is not written, whoever made it, be it in a record or in a list of one."""
    assert same is not getattr(value, name)
    other = attrs.evolve(value)
    object.__setattr__(other, name, same)
    assert written(other) == written(value)
    if isinstance(value, StatedCount):
        assert written(Organisation("a", "A", stated=[other])) == written(
            Organisation("a", "A", stated=[value])
        )
        assert written(Organisation("a", "A", stated=[other] * 2)) == written(
            Organisation("a", "A", stated=[value] * 2)
        )
