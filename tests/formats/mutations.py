"""Documents that were right until somebody changed something: how files go wrong in life."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st
from tests.formats.samples import full_document
from tests.strategies import json_values, models

from partnermodel.formats.files import dumps
from partnermodel.formats.shape import LISTS
from partnermodel.formats.twins import file_fields

Path = tuple[str | int, ...]

_DEEP: Any = 1
for _ in range(20):
    _DEEP = [_DEEP]

# Values at the edges of what a field may hold: each is right somewhere and wrong elsewhere.
EDGES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 1.0, 0.0, 2.0, -1.0, 1.5, 1e300, 2**53, 2**53 - 1, 10**20, 10**400,
    "", " ", "a", "A", "a b", "a/b", "a\n", "\n", "a\u202eb", "\u200b", "\u0000", "1", "true", "null",
    "college", "press", "ties:1", "omsk", "college/hosts/media-centre", "unknown", "und", "ru", "russian",
    "2024", "2024-13", "2024-02-30", "2024-02-29", "2023-02-29", "..", "0000", "9999-12-31",
    "exactly", "tie", "hosts", "part-of", "succeeds", "mentors", "school", "lyceum", "inn", "ogrn",
    "500100732259", "7707083893", "7707083894", "RU", "ru-oms", "https://a.b", "javascript:a", "a:b",
    [], {}, [None], ["a"], [[]], {"a": "b"}, {"ru": "a"}, {"a:b": None}, {"a:b": 1}, {"id": "a", "name": "A"},
    {"start": "2024", "end": "2023"}, {"document": "college"}, _DEEP,
)  # fmt: skip

KEYS = sorted(
    {key for cls in LISTS.values() for key in file_fields(cls)}
    | set(LISTS)
    | {
        "format_version",
        "start",
        "scheme",
        "value",
        "terms",
        "ru",
        "a:b",
        "Name",
        "nmae",
        "a b",
        "\u202e",
        "",
    }
)


def places(value: Any, path: Path = ()) -> list[Path]:
    """Return the path of every value inside a JSON value."""
    items: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [found for key, item in items for found in [(*path, key), *places(item, (*path, key))]]


def holder_of(document: Any, path: Path) -> Any:
    """Return the object or the list that holds the value at a path."""
    for step in path[:-1]:
        document = document[step]
    return document


@st.composite
def mutated(draw: st.DrawFn, *, most: int = 5) -> Any:
    """Draw a document that was valid before one to `most` changes, as JSON data."""
    document = draw(st.one_of(st.builds(full_document), models(max_entities=3, max_relations=3).map(_data)))
    for _ in range(draw(st.integers(1, most))):
        paths = places(document)
        path = draw(st.sampled_from(paths))
        holder, key = holder_of(document, path), path[-1]
        change = draw(st.sampled_from(_CHANGES))
        if change == "delete":
            del holder[key]
        elif change == "swap":
            other = draw(st.sampled_from(paths))
            if other[: len(path)] != path and path[: len(other)] != other:  # neither holds the other
                there = holder_of(document, other)
                holder[key], there[other[-1]] = there[other[-1]], holder[key]
        elif change == "add" and isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = draw(_values())
        elif change == "rename" and isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = holder.pop(key)
        elif change == "add":
            holder.insert(draw(st.integers(0, len(holder))), copy.deepcopy(draw(st.sampled_from(holder))))
        elif change == "wrap":
            holder[key] = [holder[key]]
        else:
            holder[key] = draw(_values())
        if not document:
            break
    return document


def _data(model: Any) -> Any:
    return json.loads(dumps(model))


_CHANGES = ("delete", "swap", "add", "add", "rename", "wrap", "replace", "replace", "replace")


def _values() -> st.SearchStrategy[Any]:
    return st.sampled_from(EDGES).map(copy.deepcopy) | json_values()


_SECOND = "a key that stands in no document"


@st.composite
def written(draw: st.DrawFn, documents: st.SearchStrategy[Any]) -> bytes:
    """Draw the bytes of a document, written as one might write it; now and then a key stands twice in it."""
    document = draw(documents)
    replaced = ""
    objects = [path for path in [(), *places(document)] if _named(document, path)]
    if objects and draw(st.integers(0, 3)) == 0:
        path = draw(st.sampled_from(objects))
        target = document
        for step in path:
            target = target[step]
        replaced = draw(st.sampled_from(list(target)))
        target[_SECOND] = draw(st.just(target[replaced]) | _values())
    separators = draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", " :\t")]))
    text = json.dumps(document, ensure_ascii=draw(st.booleans()), separators=separators)
    return text.replace(json.dumps(_SECOND), json.dumps(replaced)).encode("utf-8")


def _named(document: Any, path: Path) -> bool:
    for step in path:
        document = document[step]
    return isinstance(document, dict) and bool(document)
