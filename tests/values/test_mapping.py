"""The mapping that cannot change."""

from __future__ import annotations

import copy
import json
import pickle
import random
from collections import OrderedDict
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import extra_values, json_values

from partnermodel.values.mapping import EMPTY, FrozenMap, frozen, thawed

ITEMS = st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3), max_size=5)


@given(ITEMS, ITEMS)
def test_it_is_the_mapping_that_it_was_made_from(first: dict[str, Any], second: dict[str, Any]) -> None:
    """A frozen map has the items, the length, the order and the equality of the dict behind it."""
    made = FrozenMap(first)
    assert dict(made) == first
    assert list(made.items()) == list(first.items())
    assert len(made) == len(first)
    assert all(key in made and made[key] == first[key] for key in first)
    assert (made == FrozenMap(second)) == (first == second)
    assert (made == second) == (second == made) == (first == second)
    assert (made == MappingProxyType(second)) == (first == second)
    assert FrozenMap(first.items()) == made
    assert eval(repr(made)) == made
    with pytest.raises(KeyError):
        made["no such key"]


@given(ITEMS, st.text(max_size=3), st.integers())
def test_what_is_not_there_can_be_asked_for(items: dict[str, Any], key: str, default: int) -> None:
    """Whether a key is there, and its value or a default, is what the dict behind it says."""
    made = FrozenMap(items)
    for one in (*items, key):
        assert (one in made) == (one in items)
        assert made.get(one) == items.get(one)
        assert made.get(one, default) == made.get(one, default=default) == items.get(one, default)
    asked: tuple[Callable[[Any], object], ...] = (made.__contains__, made.get)
    for ask in asked:
        with pytest.raises(TypeError, match="unhashable"):
            ask([])


@given(ITEMS, st.randoms(use_true_random=False))
def test_order_does_not_matter_to_its_value(items: dict[str, Any], order: random.Random) -> None:
    """Two frozen maps with the same items are equal and hash alike, in whatever order they were filled."""
    shuffled = list(items.items())
    order.shuffle(shuffled)
    assert FrozenMap(shuffled) == FrozenMap(items)
    assert hash(FrozenMap(shuffled)) == hash(FrozenMap(items))
    assert len({FrozenMap(shuffled), FrozenMap(items)}) == 1


@given(ITEMS)
def test_it_cannot_change(items: dict[str, Any]) -> None:
    """Nothing that is done to a frozen map, or to the dict that it was made from, changes it."""
    source = dict(items)
    made = FrozenMap(source)
    source["added"] = 1
    assert made == items
    with pytest.raises(TypeError):
        made["added"] = 1  # type: ignore[index]  # that is the test
    for name in ("_items", "_hash", "other"):
        with pytest.raises(AttributeError, match=f"^a FrozenMap cannot be changed: {name}$"):
            setattr(made, name, {})
        with pytest.raises(AttributeError, match=f"^a FrozenMap cannot be changed: {name}$"):
            delattr(made, name)
    assert made == items


def test_it_is_not_equal_to_what_is_no_mapping() -> None:
    """A frozen map leaves the comparison with anything else to the other side."""
    assert FrozenMap() != []
    assert FrozenMap({"a": 1}) != [("a", 1)]
    assert FrozenMap({"a": 1}) == OrderedDict(a=1)


@given(extra_values())
def test_it_pickles_and_copies_to_its_equal(value: Any) -> None:
    """A frozen map of frozen maps survives pickling, copying and deep copying, hash and all."""
    made = FrozenMap({"a": frozen(value)})
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert again == made
        assert hash(again) == hash(made)
        assert type(again) is FrozenMap


def _sorted_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


@given(json_values())
def test_thawing_undoes_freezing(value: Any) -> None:
    """What is frozen and thawed again is the same JSON, objects by key, and can be hashed in between."""
    cold = frozen(value)
    hash(cold)
    assert _sorted_json(thawed(cold)) == _sorted_json(value)
    assert json.dumps(thawed(cold)) == json.dumps(json.loads(_sorted_json(value)))


@given(json_values())
def test_freezing_again_changes_nothing(value: Any) -> None:
    """What is frozen already is frozen to its equal, and one empty map serves all."""
    assert frozen(frozen(value)) == frozen(value)
    assert frozen({}) is EMPTY


def test_what_has_no_frozen_form_is_left_as_it_is() -> None:
    """A value that JSON does not know is returned itself, for a rule to refuse."""
    odd = object()
    assert frozen(odd) is odd
    assert frozen([odd])[0] is odd
    assert frozen(True) is True
    assert frozen(None) is None
