"""The functions that are written while the library runs: of our own words alone, and whatever is read."""

from __future__ import annotations

import ast
import json
import linecache
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from operator import attrgetter

import attrs
import pytest
from tests import hostile

from partnermodel.errors import InvalidDocumentError
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.filling import filler
from partnermodel.formats.generated import function
from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.tables.mappings.mapping import TableMapping
from partnermodel.values.rules import RULE, Instance, Many

NAME = attrgetter("__name__")

PLACE = "<partnermodel: "

WORDS = {"append", "len", "made", "value", "values", "unstated", "thawed", "thawed_texts", "_items"}
"""What functions may name, besides the fields of the class, and what has a number."""

NUMBERED = re.compile(r"(outline|default|blank|held|made|items|each|one)_[0-9]+")

FILLING = {"outlines", "outline", "filled", "stated", "record", "value", "iter", "next", "KeyError"}
FILLING |= {"Frozen", "Unfrozen"}
"""What functions that fill records may name, besides the fields of the class."""

ROOMS = ("known", "learn", "made", "stated", "unstated", "default")
"""What stands before the name of a field in such a function."""

READ_AND_WRITTEN = """
import json, linecache, sys
from partnermodel.formats.files import dumps, loads
dumps(loads(sys.stdin.buffer.read()))
print(json.dumps({name: lines[2] for name, lines in linecache.cache.items() if name.startswith(%r)}))
"""


def classes() -> set[type]:
    """Return every class of which a document or a mapping of tables may hold values."""
    found: set[type] = set()
    waiting = [Head, *LISTS.values(), TableMapping]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += nested(cls)
    return found


def nested(cls: type) -> Iterator[type]:
    """Yield the classes of the values that stand in the fields of a class."""
    for field in attrs.fields(cls):
        rule = field.metadata[RULE]
        item = rule.item if isinstance(rule, Many) else rule
        if isinstance(item, Instance):
            yield item.cls


def below(cls: type) -> set[type]:
    """Return a class and all that stand in its fields, at any depth."""
    return {cls}.union(*map(below, nested(cls)))


def written() -> dict[str, str]:
    """Return the source of each function that has been written, by its name."""
    return {
        place.removeprefix(PLACE).removesuffix(">"): "".join(linecache.getlines(place))
        for place in list(linecache.cache)
        if place.startswith(PLACE)
    }


@pytest.mark.parametrize("sort", ["stated_in", "fill"])
@pytest.mark.parametrize("cls", sorted(classes(), key=NAME), ids=NAME)
def test_what_fills_is_made_of_the_fields_of_its_class_and_of_fixed_words(cls: type, sort: str) -> None:
    """Whatever is named in it is a field, one of few words, or both together; texts there are none."""
    filler(cls)
    fields = {name for field in attrs.fields(cls) for name in (field.name, field.alias or field.name)}
    named = fields | FILLING | {f"{word}_{field}" for word in ROOMS for field in fields}
    (made,) = ast.parse(written()[f"{sort}_{cls.__name__}"]).body
    assert isinstance(made, ast.FunctionDef)
    for node in ast.walk(made):
        if isinstance(node, ast.Attribute):
            assert node.attr in fields | {"append", "__class__"}
        elif isinstance(node, ast.Name):
            assert node.id in named
        elif isinstance(node, ast.arg):
            assert node.arg in named
        elif isinstance(node, ast.Constant):
            assert node.value in (None, 0, 1)
        else:
            assert not isinstance(node, ast.alias | ast.Global | ast.keyword)


@pytest.mark.parametrize("cls", sorted(classes(), key=NAME), ids=NAME)
def test_a_function_is_made_of_the_fields_of_its_class_and_of_fixed_words(cls: type) -> None:
    """Whatever is named in it is a field, one of few words, or has a number; texts there are none."""
    outlines_of(cls, [])
    name = f"outlines_of_{cls.__name__}"
    fields = {field.name for one in below(cls) for field in attrs.fields(one)}
    (made,) = ast.parse(written()[name]).body
    assert isinstance(made, ast.FunctionDef)
    assert made.name == name
    for node in ast.walk(made):
        if isinstance(node, ast.Attribute):
            assert node.attr in fields | WORDS
        elif isinstance(node, ast.Name):
            assert node.id in WORDS or NUMBERED.fullmatch(node.id)
        elif isinstance(node, ast.arg):
            assert node.arg in WORDS
        elif isinstance(node, ast.Constant):
            assert node.value in (None, 0, 1)
        else:
            assert not isinstance(node, ast.alias | ast.Global | ast.keyword)


def test_nothing_that_is_read_has_a_say_in_what_is_written() -> None:
    """A process that reads and writes hostile texts has the same functions as one that has plain texts."""
    sources = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", READ_AND_WRITTEN % PLACE],
                input=dumps(model).encode(),
                capture_output=True,
                check=True,
            ).stdout
        )
        for model in (hostile.hostile(), hostile.meek())
    ]
    assert sources[0] == sources[1]
    assert f"{PLACE}outlines_of_Relation>" in sources[0]


@pytest.mark.parametrize("text", hostile.LABELS.values(), ids=hostile.LABELS)
def test_what_is_refused_writes_nothing(text: str) -> None:
    """A hostile text as a key, as an id, as a code or as a version leaves every function as it is."""
    loads(dumps(hostile.meek()))
    before = written()
    head = {"format_version": 1, "name": "A"}
    for document in (
        head | {text: []},
        head | {"format_version": text},
        head | {"places": [{"id": text + "/", "name": "A"}]},
        head | {"places": [{"id": "a", "name": "A", text: "A"}]},
        head | {"places": [{"id": "a", "name": "A", "kind": text}]},
        head | {"relations": [{"source": "a", "kind": text, "target": "a"}]},
    ):
        with pytest.raises(InvalidDocumentError):
            loads(json.dumps(document))
    assert written() == before


def test_a_traceback_shows_the_line() -> None:
    """Who finds an error in a written function sees where, as in any other."""
    share = function("share", ["def share(number):", "    return whole / number"], {"whole": 10})
    assert share(5) == 2
    linecache.checkcache()
    with pytest.raises(ZeroDivisionError) as caught:
        share(0)
    assert "    return whole / number\n" in "".join(traceback.format_exception(caught.value))


def test_what_is_given_stays_what_it_is() -> None:
    """What a function may name is neither changed nor added to, so that two do not meet."""
    given = {"factor": 2}
    twice = function("twice", ["def twice(number):", "    return number * factor"], given)
    given["factor"] = 3
    assert twice(21) == 42
    assert given == {"factor": 3}
