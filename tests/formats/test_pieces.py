"""A list read in pieces is the list: wherever it is cut, and whatever stands in it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import json_values

from partnermodel.formats.pieces import UnevenLayoutError, pieces, pieces_within

ANYTHING = msgspec.json.Decoder(list[Any])
STRICT = msgspec.json.Decoder(list[dict[str, int]])
OBJECTS = st.lists(st.dictionaries(st.text("ab", max_size=2), json_values(), max_size=3), max_size=8)


def _read(text: bytes, size: int, decoder: msgspec.json.Decoder[list[Any]] = ANYTHING) -> list[Any]:
    found = list(pieces(decoder, memoryview(text), size))
    assert sum(len(piece) for _, piece in found) == len(text) + len(found) - 1
    return [item for items, _ in found for item in items]


@given(OBJECTS, st.sampled_from([None, 0, 1, 2, "\t"]), st.integers(0, 60))
@example([{"a": [{"a": 1}, {"b": 2}]}, {}], 1, 0)
@example([{"a": "}\n,\n{"}, {"a": "\n },\n {"}, {}], 1, 0)
def test_the_pieces_together_are_the_list(items: list[Any], indent: int | str | None, size: int) -> None:
    """However a list is indented, and however short the pieces are, they hold what the list holds."""
    assert _read(json.dumps(items, indent=indent).encode(), size) == items


@given(st.text('[]{},"\n 1:', max_size=40).map(lambda text: f"[\n{text}"), st.integers(0, 4))
@example("[\n{},\n{}}", 0)
@example("[\n{\n},\n{\n}\n,]", 0)
@example('[\n{"\n},\n{":1}]', 0)
def test_what_is_no_list_is_none_in_pieces(text: str, size: int) -> None:
    """What cannot be read as a whole cannot be read in pieces either, and what can is the same."""
    try:
        whole = ANYTHING.decode(text)
    except msgspec.MsgspecError:
        with pytest.raises(msgspec.MsgspecError):
            _read(text.encode(), size)
    else:
        assert _read(text.encode(), size) == whole


def test_a_list_on_lines_is_cut_between_its_items() -> None:
    """Each piece is at least as long as is asked, and no longer than it takes to end an item."""
    text = json.dumps([{"a": number} for number in range(9)], indent=2).encode()
    assert [len(items) for items, _ in pieces(ANYTHING, memoryview(text), 30)] == [2, 2, 2, 2, 1]
    assert [len(items) for items, _ in pieces(ANYTHING, memoryview(text), 1000)] == [9]


def test_a_bad_item_is_found_in_its_piece() -> None:
    """The pieces before it have been read; to read what is left as a whole would only find it again."""
    text = json.dumps([{"a": 1}, {"a": "1"}, {"a": 1}], indent=2).encode()
    found = pieces(STRICT, memoryview(text), 0)
    assert next(found)[0] == [{"a": 1}]
    with pytest.raises(msgspec.ValidationError, match=r"\$\[0\]"):
        next(found)


def test_what_begins_with_many_empty_lines_is_read_in_one_go() -> None:
    """However much space there is before the first item or in its place, it is looked at once."""
    space = b"\n" * 1_000_000
    assert _read(b"[" + space + b"]", 0) == []
    assert _read(b"[" + space + b"{}," + space + b"{}]", 0) == [{}, {}]


def _read_within(text: bytes, begin: int, size: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    within = pieces_within(ANYTHING, memoryview(text), begin, size)
    while True:
        try:
            items, piece = next(within)
        except StopIteration as stop:
            end: int = stop.value
            return found, end
        assert ANYTHING.decode(piece) == items
        found += items


@given(OBJECTS, st.sampled_from([1, 2, "\t"]), st.integers(0, 60), st.text("[]{}, \n", max_size=9))
@example([{"a": [{"a": 1}, {"b": 2}]}, {}], 1, 0, "")
@example([{"a": [{}]}, {"a": [{}]}], 1, 0, ",\n{}]")
def test_a_list_in_a_longer_text_is_read_to_its_end(
    items: list[Any], indent: int | str, size: int, after: str
) -> None:
    """Whatever comes after it, all of it is read and no more, or it is said that its end is not seen."""
    text = json.dumps(items, indent=indent)
    try:
        found, end = _read_within(f"[1, {text}{after}".encode(), 4, size)
    except UnevenLayoutError:
        nested = [value for item in items for value in item.values() if isinstance(value, list | dict)]
        assert "}" in after or nested or (items and not items[-1])
    else:
        assert found == items
        assert end == 4 + len(text)


@pytest.mark.parametrize("text", [b"[ ]", b"[{}]", b"[ {}]", b"[\n 1]", b"[\n {}", b"[\n {}\n", b""])
def test_a_list_whose_end_is_not_seen_is_not_read(text: bytes) -> None:
    """What is not on lines, or has no end, is for those to read who know where it ends."""
    with pytest.raises(UnevenLayoutError):
        list(pieces_within(ANYTHING, memoryview(text), 0, 0))


def test_a_bad_item_in_the_last_piece_of_a_longer_text_is_found() -> None:
    """It is a list, and so it is known to be bad; nobody need look for another end of it."""
    text = json.dumps([{"a": 1}, {"a": "1"}], indent=2).encode() + b", 1"
    with pytest.raises(msgspec.ValidationError, match=r"\$\[1\]"):
        list(pieces_within(STRICT, memoryview(text), 0, 10**6))
