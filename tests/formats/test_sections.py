"""The lists of a document, found in one way or the other: both find the same, and nothing that is no list."""

from __future__ import annotations

import json
import weakref
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.mutations import mutated
from tests.formats.samples import FULL, full_document
from tests.strategies import models

from partnermodel.formats import decode
from partnermodel.formats.building import Builder
from partnermodel.formats.files import dumps
from partnermodel.formats.pieces import UnevenLayoutError
from partnermodel.formats.sections import Sections, sections, sections_in_order
from partnermodel.formats.shape import LISTS
from partnermodel.model.model import PartnerModel

TEXT = dumps(FULL)

# What may stand between any two signs of JSON, and what only looks as if it might.
SPACES = ["", " ", "\n", "\n  ", "\n    ", "\r\n", "\t", "\x0b", "\x0c", "\u00a0"]


def _read(found: Sections) -> tuple[Any, dict[str, list[Any]]]:
    return found.head, {key: [item for items, _ in some for item in items] for key, some in found.lists}


def _one_verdict(data: bytes, size: int) -> None:
    """Whatever the quick way finds the other one finds; where it finds nothing it says so, or why."""
    try:
        whole = _read(sections(data, size))
    except msgspec.MsgspecError:
        with pytest.raises((msgspec.MsgspecError, UnevenLayoutError)):
            _read(sections_in_order(data, size))
        return
    try:
        found = _read(sections_in_order(data, size))
    except UnevenLayoutError:
        return
    assert found == whole


@given(models(), st.sampled_from([1, 100, 10**6]))
@example(FULL, 1)
def test_what_we_write_is_read_on_the_way(model: PartnerModel, size: int) -> None:
    """In a document of ours with any records no list need be sought before it is read."""
    data = dumps(model).encode()
    if list(model):
        assert _read(sections_in_order(data, size)) == _read(sections(data, size))
    else:
        with pytest.raises(UnevenLayoutError):
            sections_in_order(data, size)


def test_a_good_file_of_ours_is_read_once() -> None:
    """Nobody looks for its lists in the way that goes through all of it first."""
    with patch.object(decode, "sections", side_effect=AssertionError):
        assert decode.quick(TEXT.encode()) == FULL


@given(mutated(), st.sampled_from([None, 0, 1, 2, "\t"]), st.sampled_from([1, 100, 10**6]))
def test_both_ways_find_the_same_however_it_is_laid_out(document: Any, indent: Any, size: int) -> None:
    """Whatever somebody changed, and with whatever indentation, there are not two answers."""
    _one_verdict(json.dumps(document, indent=indent).encode(), size)


@given(st.data(), st.sampled_from([1, 100, 10**6]))
def test_both_ways_find_the_same_in_what_is_damaged(data: st.DataObject, size: int) -> None:
    """Wherever a piece of text is taken out, doubled or put elsewhere, or a space is put in."""
    text = TEXT
    for _ in range(data.draw(st.integers(1, 3))):
        lines = text.split("\n")
        begin = data.draw(st.integers(0, len(lines) - 1))
        end = begin + data.draw(st.integers(0, 12))
        place = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["taken out", "doubled", "moved", "space"])):
            case "taken out":
                del lines[begin:end]
            case "doubled":
                lines[place:place] = lines[begin:end]
            case "moved":
                moved = lines[begin:end]
                del lines[begin:end]
                lines[place:place] = moved
            case _:
                text = "\n".join(lines)
                at = data.draw(st.sampled_from([at for at, sign in enumerate(text) if sign in '{}[]:,"']))
                lines = [text[:at] + data.draw(st.sampled_from(SPACES)) + text[at:]]
        text = "\n".join(lines)
    _one_verdict(text.encode(), size)


@pytest.mark.parametrize("space", SPACES)
def test_only_what_is_a_space_in_json_is_passed_over(space: str) -> None:
    """Between a key and its list, and around the last bracket, no other space is taken for one."""
    last = TEXT.rindex("]")
    for spaced in (
        TEXT.replace('"places": [', f'"places": {space}['),
        TEXT.replace('"places": [', f'"places":{space}['),
        TEXT.replace('"places": [', f'"places"{space}: ['),
        TEXT[: last + 1] + space + TEXT[last + 1 :],
        TEXT + space,
    ):
        _one_verdict(spaced.encode(), 100)


@pytest.mark.parametrize("size", [1, 10**6])
def test_lists_in_another_order_are_read_otherwise(size: int) -> None:
    """Relations are looked at when all else is there; that a list stands twice is for others to tell.

    A list that is empty is one like any other.
    """
    document = full_document()
    head = {key: value for key, value in document.items() if key not in LISTS}
    lists = {key: value for key, value in document.items() if key in LISTS}
    turned = json.dumps(head | dict(reversed(lists.items())), indent=2).encode()
    first = json.dumps(lists | head, indent=2).encode()
    ties = [one for one in document["relations"] if one["source"] != "a-ryskalkin"]
    empty = json.dumps(document | {"persons": [], "relations": ties}, indent=2).encode()
    last = TEXT.rindex("\n}")
    twice = (TEXT[:last] + "," + TEXT[TEXT.index('\n  "relations"') :]).encode()
    language = head.pop("language")
    more = json.dumps(head | lists | {"language": language}, indent=2).encode()
    assert _read(sections_in_order(empty, size)) == _read(sections(empty, size))
    for data in (turned, first, twice, more):
        with pytest.raises(UnevenLayoutError):
            _read(sections_in_order(data, size))
    assert decode.quick(turned) == decode.quick(first) == decode.quick(more) == FULL
    assert decode.quick(empty) == FULL.without("a-ryskalkin")
    assert decode.quick(twice) is None


def _turned() -> bytes:
    """A document of which all lists but the last two stand where they would."""
    document = full_document()
    last = {key: document.pop(key) for key in ("relations", "statements")}
    return json.dumps(document | last, indent=2).encode()


def test_what_was_read_in_vain_is_gone_before_it_is_read_otherwise() -> None:
    """Else there would be all records of a long file twice."""
    builders: list[weakref.ref[Builder]] = []

    def built(**options: Any) -> Builder:
        builder = Builder(**options)
        builders.append(weakref.ref(builder))
        return builder

    def otherwise(data: bytes, size: int) -> Sections:
        assert [builder() for builder in builders] == [None]
        return sections(data, size)

    with patch.object(decode, "Builder", built), patch.object(decode, "sections", otherwise):
        assert decode.quick(_turned()) == FULL
    assert len(builders) == 2


def test_the_share_that_is_told_never_falls() -> None:
    """Also of what is read once more, nobody is told that less of it is done than was said before."""
    told: list[float] = []
    with patch.object(decode, "_AT_ONCE", 1):
        assert decode.quick(_turned(), told.append) == FULL
    assert told == sorted(set(told))


@pytest.mark.parametrize(
    "end", ["", "\n  ]", "\n  ],\n}", '\n  ],\n  "language": "en"\n}', "\n  ]\n}\n}", "\n  ]\n}" + " " * 100]
)
def test_what_ends_otherwise_is_not_begun_to_be_read(end: str) -> None:
    """A file that was cut, or has more behind its lists, is told from ours before any list is read."""
    with pytest.raises(UnevenLayoutError):
        sections_in_order(TEXT.removesuffix("\n  ]\n}\n").encode() + end.encode(), 100)
