"""Keys that stand twice: the quick proof that there are none, and the search that finds them."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.samples import FULL

from partnermodel.formats import duplicate_keys as module
from partnermodel.formats.duplicate_keys import duplicate_keys, has_duplicate_keys, members, surely_unique
from partnermodel.formats.files import dumps

Pairs = list[tuple[str, Any]]

# What looks like the end of a key, or hides one.
AWKWARD = st.text('a":\\, {}', max_size=4) | st.sampled_from(
    ["a", "b", '":', ':"', '"', ":", "\\", "\n", "é"]
)


class Member(tuple[Any, ...]):
    """An object, as the pairs that it is written in."""


def _values() -> st.SearchStrategy[Any]:
    leaves = AWKWARD | st.integers() | st.booleans() | st.none()
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3) | st.lists(st.tuples(AWKWARD, inner), max_size=4).map(Member)
        ),
        max_leaves=8,
    )


def _written(value: Any, draw: st.DrawFn) -> str:
    """Return a value as JSON in which any character of a text may be escaped, and any space may stand."""
    if isinstance(value, Member):
        space = draw(st.sampled_from(["", "", " ", "\n\t"]))
        inside = (f"{_written(key, draw)}{space}:{_written(item, draw)}" for key, item in value)
        return "{" + f"{space},".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_written(item, draw) for item in value) + "]"
    if isinstance(value, str) and draw(st.booleans()):
        hexadecimal = draw(st.sampled_from(["04x", "04X"]))
        return '"' + "".join(f"\\u{ord(character):{hexadecimal}}" for character in value) + '"'
    return json.dumps(value, ensure_ascii=False)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Draw a JSON document in which keys may stand twice."""
    return _written(draw(_values()), draw).encode()


def brute_force(data: bytes) -> list[tuple[str, Any]]:
    """Return every key that stands again, with a value that it takes the place of."""
    found: list[tuple[str, Any]] = []

    def look(pairs: Pairs) -> dict[str, Any]:
        for place, (key, _) in enumerate(pairs):
            found.extend((key, value) for other, value in pairs[:place] if other == key)
        return dict(pairs)

    json.loads(data, object_pairs_hook=look)
    return found


@given(documents())
@example(rb'{"a":"\u003a","b":1,"b":2}')
@example(rb'{"a":"\u003A","b":1,"b":2}')
@example(rb'{"a":"\u0022:","b":1,"b":2}')
@example(b'{"a" :1,"b":1,"b":2}')
@example(b'{"a\\\\":1,"b\\":":1}')
def test_the_proof_is_sound(data: bytes) -> None:
    """When it is said that no key stands twice, none does."""
    if surely_unique(data, msgspec.json.decode(data)):
        assert brute_force(data) == []


@given(documents())
def test_the_search_finds_what_brute_force_finds(data: bytes) -> None:
    """Each object that has a key twice is named once for it, and every value that is lost comes with it."""
    found = list(duplicate_keys(data))
    keys = [json.loads(issue.value) for issue, _ in found]
    assert {key for key, _ in brute_force(data)} == set(keys)
    assert len({issue.path for issue, _ in found}) <= len(found)
    lost = [value for _, values in found for value in values]
    assert bool(lost) == bool(found)
    # An object that is itself lost is searched too, so the two count the same pairs.
    again = sum(issue.message.count("twice") or len(values) for issue, values in found)
    assert again == len(lost)


@given(st.lists(st.tuples(AWKWARD, documents()), max_size=4))
def test_members_are_all_there_is_at_the_top(pairs: list[tuple[str, bytes]]) -> None:
    """The members of an object are its keys and values, in its order, however often a key stands there."""
    data = b"{%b}" % b" ,".join(b"%b : %b" % (json.dumps(key).encode(), text) for key, text in pairs)
    assert [(key, bytes(text)) for key, text in members(data)] == pairs


@given(st.lists(documents(), max_size=3), st.lists(AWKWARD, min_size=3, max_size=3))
@example([b'{"a": 1}', b'[1, {"b": 1, "b": 2}]', b"1"], ["a", "b", "a"])
@example([b"1", b'{"b": "a:"}', b"2"], ["a:", "a", "a:"])
def test_whether_there_is_any_is_known_from_pieces(values: list[bytes], keys: list[str]) -> None:
    """However few items are looked at in one go, it is said that a key stands twice exactly if one does."""
    members = b",".join(b"%b:%b" % (json.dumps(key).encode(), one) for key, one in zip(keys, values))  # noqa: B905
    data = b"{%b}" % members
    with patch.object(module, "_AT_ONCE", 1):
        assert has_duplicate_keys(data) == bool(brute_force(data))
    assert has_duplicate_keys(data) == bool(brute_force(data))


@given(st.sampled_from([": ", ":"]), st.booleans())
def test_a_file_as_it_is_mostly_written_needs_no_search(colon: str, ascii: bool) -> None:
    """What this library or `json.dumps` writes is proved without a search."""
    text = json.dumps(json.loads(dumps(FULL)), ensure_ascii=ascii, separators=(",", colon))
    data = text.encode()
    assert surely_unique(data, msgspec.json.decode(data))


def test_a_search_is_not_stopped_by_long_numbers() -> None:
    """Numbers of thousands of digits, which Python refuses to read, are passed over."""
    data = b'{"a": ' + b"1" * 5000 + b', "a": 1e999}'
    ((issue, values),) = duplicate_keys(data)
    assert str(issue) == (
        '$.a: the key "a" stands twice in one object. '
        "Keep one of them, with all that belongs to it. [duplicate-key]"
    )
    assert len(values) == 1


def test_the_path_leads_to_the_key() -> None:
    """A path leads through lists and awkward keys; the issues come in the order of the document."""
    data = b'{"a": [1, {"b c": 1, "b c": 2}], "d": {"e": 1, "e": 2, "e": 3}}'
    found = [(issue.path, issue.message) for issue, _ in duplicate_keys(data)]
    assert found == [
        ('$.a[1]["b c"]', 'the key "b c" stands twice in one object'),
        ("$.d.e", 'the key "e" stands 3 times in one object'),
    ]
