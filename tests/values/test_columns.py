"""Columns are read from the fields of a class, and each value has the one type of its column."""

from __future__ import annotations

import json
import math
from typing import Any, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.values.columns import Column, Value, as_type, column_of, fields_of
from partnermodel.wording import worded

Word = Literal["one", "two"]


@attrs.frozen
class Inner:
    """What stands in an answer."""

    key: str
    size: int | None = None


@attrs.frozen
class Answer:
    """An answer with a field of each type."""

    text: str
    maybe: str | None
    word: Word
    whole: int
    part: float | None
    truth: bool
    ids: tuple[str, ...]
    pair: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str | None, ...], ...]
    _secret: object = None


def test_the_type_of_a_field_is_the_type_of_its_column() -> None:
    """Each public field is a column by its name, in the order of the class."""
    assert [one.column for one in fields_of(Answer)] == [
        Column("text", "text"),
        Column("maybe", "text"),
        Column("word", "text"),
        Column("whole", "integer"),
        Column("part", "number"),
        Column("truth", "truth"),
        Column("ids", "ids"),
        Column("pair", "ids"),
        Column("pairs", "lists"),
        Column("cells", "lists"),
    ]


@pytest.mark.parametrize(
    "hint", [object, int | str, Literal[1], tuple[int, ...], dict[str, str], tuple[str | int, ...], Inner]
)
def test_what_has_no_type_of_a_column_must_be_told(hint: Any) -> None:
    """A field that no column can hold is an error that names it, unless something stands in its place."""
    odd = attrs.make_class("Odd", {"strange": attrs.field()}, frozen=True)
    odd.__annotations__ = {"strange": hint}
    with pytest.raises(TypeError, match=r"^Odd has no column for its field strange$"):
        fields_of(odd)
    told = fields_of(odd, instead={"strange": [column_of("a", "text"), column_of("b", "text")]})
    assert [one.column.name for one in told] == ["a", "b"]
    assert fields_of(odd, instead={"strange": ()}) == ()


def test_a_place_leads_to_a_value() -> None:
    """A path goes through attributes, through each of several, and stops where nothing is stated."""
    outer = attrs.make_class("Outer", ["one", "many", "none"], frozen=True)
    item = outer(Inner("a"), (Inner("b"), Inner("c", 2)), None)
    assert column_of("key", "text", "one.key").value(item) == "a"
    assert column_of("keys", "ids", "many.key").value(item) == ("b", "c")
    assert column_of("nothing", "text", "none.key").value(item) is None
    assert column_of("made", "integer", lambda one: len(one.many)).value(item) == 2
    assert column_of("none", "text").value(item) is None
    inside = fields_of(Inner, under="one")
    assert [one.value(item) for one in inside] == ["a", None]


@given(st.text() | st.none() | st.text(st.characters(categories=["Cs"]), min_size=1))
def test_a_text_can_be_written_anywhere(text: str | None) -> None:
    """Half a character becomes the sign for what is unknown; all other texts stay as they are."""
    found = as_type("text", text)
    assert found is None if text is None else type(found) is str
    json.dumps(found, ensure_ascii=False).encode()
    assert as_type("ids", (text,)) == (found,)
    assert as_type("lists", ((text,), ())) == ((found,), ())
    if text is not None and text.isascii():
        assert found == text


@pytest.mark.parametrize(
    ("type", "given", "found"),
    [
        ("text", worded("a {b}", b="c"), "a c"),
        ("integer", True, 1),
        ("number", 3, 3.0),
        ("number", -math.inf, None),
        ("number", math.nan, None),
        ("truth", 1, True),
        ("truth", None, None),
        ("texts", ["a", worded("b")], ("a", "b")),
        ("ids", {"a": 1}, ("a",)),
        ("lists", [["a", None]], (("a", None),)),
    ],
)
def test_a_column_has_one_type(type: Any, given: Any, found: Value) -> None:
    """Whatever a value was, it has the type of its column and no other."""
    told = as_type(type, given)
    assert told == found
    assert told.__class__ is found.__class__
    if isinstance(told, tuple):
        assert {each.__class__ for each in told} <= {str, tuple, None.__class__}
