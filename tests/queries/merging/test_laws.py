"""What holds of every merge, whatever the models are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.merging.families import families, strangers
from tests.strategies import models

from partnermodel.errors import IntegrityError
from partnermodel.formats.files import dumps, loads
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.merging.merge import Merged, merge
from partnermodel.values.dates import Period
from partnermodel.values.mapping import FrozenMap


@given(models())
def test_a_model_merged_with_itself_is_itself(model: PartnerModel) -> None:
    """With itself, with or without an ancestor, a model is what it was, and nothing is in conflict."""
    for merged in (merge(model, model), merge(model, model, base=model)):
        assert merged.model == model
        assert not merged.conflicts
        assert (merged.joined, merged.only_a, merged.only_b, merged.removed) == (tuple(model), (), (), ())


@given(models())
def test_nothing_adds_nothing(model: PartnerModel) -> None:
    """Merged with a model of the same name and no records, from either side, a model is what it was."""
    empty = PartnerModel(model.name)
    assert merge(model, empty).model == model
    assert merge(empty, model).model == model


@given(families())
def test_what_only_one_side_has_changed_is_changed(
    family: tuple[PartnerModel, PartnerModel, PartnerModel],
) -> None:
    """Where one side is the ancestor still, the merged model is the other side, whichever it is."""
    base, other, _ = family
    for merged in (
        merge(base, other, base=base),
        merge(other, base, base=base),
        merge(other, other, base=base),
    ):
        assert merged.model == other
        assert not merged.conflicts


def loose(value: Any) -> Any:
    """Return a value without the order of its lists."""
    if isinstance(value, tuple):
        return frozenset(Counter(value))
    return value


def loosely(records: Iterable[Record]) -> dict[str, dict[str, Any]]:
    """Return records without the order of their lists."""
    return {
        one.id: {field.name: loose(getattr(one, field.name)) for field in attrs.fields(type(one))}
        | {"": type(one)}
        for one in records
    }


def mirrored(merged: Merged) -> set[tuple[Any, ...]]:
    """Return the conflicts as the other side sees them."""
    return {(one.record, one.field, *map(loose, (one.base, one.b, one.a))) for one in merged.conflicts}


@given(families(), st.booleans())
def test_the_two_sides_are_alike(
    family: tuple[PartnerModel, PartnerModel, PartnerModel], known: bool
) -> None:
    """With the sides exchanged, and what is preferred, comes the same, but for the order of lists."""
    base, a, b = family
    ancestor = base if known else None
    one, other = merge(a, b, base=ancestor, prefer="a"), merge(b, a, base=ancestor, prefer="b")
    assert loosely(one.model.values()) == loosely(other.model.values())
    assert {(c.record, c.field, *map(loose, (c.base, c.a, c.b))) for c in one.conflicts} == mirrored(other)
    assert (one.only_a, one.only_b) == (other.only_b, other.only_a)
    assert bool(merge(a, b, base=ancestor).conflicts) == bool(merge(b, a, base=ancestor).conflicts)


@given(families(), st.booleans())
def test_a_merge_is_a_model_or_says_why_not(
    family: tuple[PartnerModel, PartnerModel, PartnerModel], known: bool
) -> None:
    """Without a preference there is a model exactly when nothing is in conflict; with one, always."""
    base, a, b = family
    ancestor = base if known else None
    merged = merge(a, b, base=ancestor)
    if merged.conflicts:
        with pytest.raises(IntegrityError) as caught:
            _ = merged.model
        assert len(caught.value.issues) == len(merged.conflicts)
    for found in (merge(a, b, base=ancestor, prefer="a"), merge(a, b, base=ancestor, prefer="b"), merged):
        if found.prefer is not None or not merged.conflicts:
            assert loads(dumps(found.model)) == found.model
            adds_up(found, a, b)


def adds_up(merged: Merged, a: PartnerModel, b: PartnerModel) -> None:
    """Assert that the account of a merge of models without declared pairs adds up."""
    parts = (merged.joined, merged.only_a, merged.only_b)
    assert Counter(list(merged.model)) == Counter(id for part in parts for id in part)
    assert set(merged.joined) <= set(a) & set(b)
    assert set(merged.only_a) <= set(a) - set(b)
    assert set(merged.only_b) <= set(b) - set(a)
    assert Counter(merged.removed) == Counter((set(a) | set(b)) - set(merged.model))
    assert merged.renamed == merged.aliased == ()


@given(strangers())
def test_nothing_of_either_side_is_lost_in_silence(pair: tuple[PartnerModel, PartnerModel]) -> None:
    """Without an ancestor, each field, item and key of either is in the merged model, or in a conflict."""
    a, b = pair
    merged = merge(a, b, prefer="a")
    told = {(one.record, one.field.partition(".")[0]) for one in merged.conflicts}
    for model in pair:
        for id, record in model.items():
            if (id, "") in told:
                continue
            found = merged.model[id]
            for field in attrs.fields(type(record)):
                value = getattr(record, field.name)
                foreign = field.name == "name" and ("", "language") in told
                if value == field.default or (id, field.name) in told or foreign:
                    continue
                holds(getattr(found, field.name), value)
    for one in merged.conflicts:
        assert one.a != one.b


def holds(found: Any, value: Any) -> None:
    """Assert that a value of the merged model holds one of a part of it."""
    if isinstance(value, tuple):
        assert set(value) <= set(found)
    elif isinstance(value, FrozenMap):
        assert {key: found.get(key) for key in value} == dict(value)
    elif isinstance(value, Period):
        for end in ("start", "end"):
            assert getattr(value, end) in (None, getattr(found, end))
    else:
        assert found == value


@given(families())
def test_what_an_ancestor_decides_is_decided_as_a_set_would(
    family: tuple[PartnerModel, PartnerModel, PartnerModel],
) -> None:
    """Of records, what comes is what both kept and either added, or else it is in conflict."""
    base, a, b = family
    merged = merge(a, b, base=base, prefer="a")
    told = {one.record for one in merged.conflicts}
    expected = (set(a) & set(b)) | (set(a) - set(base)) | (set(b) - set(base))
    for id in expected ^ set(merged.model):
        record = a.get(id) or b.get(id)
        assert record is not None
        # It is in conflict itself, or something that is led to it.
        needing = {one.id for model in (a, b) for one in model.values() if leads(one, id)}
        assert id in told or needing & told


def leads(record: Record, id: str) -> bool:
    """Return whether a record leads to an id."""
    ends = (record.source, record.target) if isinstance(record, Relation) else ()
    return id in ends or any(citation.document == id for citation in record.evidence)


@given(families(), st.booleans())
def test_what_is_in_conflict_comes_out_differently(
    family: tuple[PartnerModel, PartnerModel, PartnerModel], known: bool
) -> None:
    """Who is preferred makes a difference exactly when something is in conflict, so each can be shown."""
    base, a, b = family
    ancestor = base if known else None
    one, other = (merge(a, b, base=ancestor, prefer=side).model for side in ("a", "b"))
    assert (one != other) == bool(merge(a, b, base=ancestor).conflicts)
