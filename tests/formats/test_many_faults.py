"""Very many faults in one file: what they hold, and what is held while they are found."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from partnermodel.errors import Issue, PartnermodelError
from partnermodel.formats.files import loads
from partnermodel.model.entities import Organisation
from partnermodel.model.relations import Relation

Record = dict[str, Any]
MANY = 2000


def _document(number: int = MANY, spoil: Callable[[Record, int], Record] | None = None) -> str:
    """Return a document with so many relations, to each of which the same is done."""
    relations: list[Record] = [
        {
            "source": f"college-{place % 50}",
            "kind": "partners-with",
            "target": f"school-{place // 50}",
            "status": "active",
            "period": {"start": f"{1900 + place % 120}"},
            "description": f"The two agreed on this in the minutes of meeting {place}.",
            "evidence": [{"document": "register", "locator": f"row {place}"}],
        }
        for place in range(number)
    ]
    if spoil is not None:
        relations = [spoil(relation, place) for place, relation in enumerate(relations)]
    names = [
        *(f"college-{place}" for place in range(50)),
        *(f"school-{place}" for place in range(MANY // 50)),
    ]
    document = {
        "format_version": 1,
        "name": "A town",
        "organisations": [{"id": name, "name": name} for name in names],
        "documents": [{"id": "register", "name": "Register"}],
        "relations": relations,
    }
    return json.dumps(document).replace('"kind, again"', '"kind"')


def _alike(relation: Record, place: int) -> Record:
    """Make every second relation like the one before it."""
    place -= place % 2
    return relation | {"source": f"college-{place % 50}", "target": f"school-{place // 50}"}


SORTS: dict[str, Callable[[Record, int], Record]] = {
    "a number for a text": lambda relation, place: relation | {"status": place},
    "what is no code": lambda relation, place: relation | {"status": f"Active {place}"},
    "what is no date": lambda relation, place: relation | {"period": {"start": f"1900-13-{place}"}},
    "a list that is none": lambda relation, place: relation | {"evidence": place},
    "a missing field": lambda relation, _: {key: relation[key] for key in relation if key != "kind"},
    "an unknown key": lambda relation, place: relation | {f"colour-{place}": "red"},
    "a key twice": lambda relation, _: relation | {"kind, again": relation["kind"]},
    "a missing end": lambda relation, place: relation | {"target": f"nowhere-{place}"},
    "a missing document": lambda relation, place: relation | {"evidence": [{"document": f"lost-{place}"}]},
    "an end of the wrong type": lambda relation, _: relation | {"target": "register"},
    "an id that another one has": _alike,
}
each_sort = pytest.mark.parametrize("spoil", SORTS.values(), ids=SORTS)


def _refused(document: str) -> tuple[Issue, ...]:
    try:
        loads(document)
    except PartnermodelError as error:
        return error.issues
    return ()


@pytest.fixture
def _unhurried() -> Iterator[None]:
    """Leave the collector to the test, and nothing to it that others have left."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _memory(document: str) -> tuple[int, int, int]:
    """Return how many faults a document has, what they hold in bytes, and the most that was in use."""
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        issues = _refused(document)
        _, peak = tracemalloc.get_traced_memory()
        gc.collect()  # what Python keeps of small tuples to use them again is given back
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return len(issues), held - before, peak - before


@each_sort
@pytest.mark.usefixtures("_unhurried")
def test_what_a_refusal_took_is_free_when_the_error_is_gone(spoil: Callable[[Record, int], Record]) -> None:
    """Nothing that was made on the way waits for the collector, which is paused while a file is read."""
    document = _document(200, spoil)
    assert len(_refused(document)) >= 100
    gc.collect()
    assert len(_refused(document)) >= 100
    assert gc.collect() < 100


@each_sort
@pytest.mark.usefixtures("_unhurried")
def test_an_error_does_not_hold_the_records(spoil: Callable[[Record, int], Record]) -> None:
    """Whoever keeps the error keeps its words, and not what was read of the file."""
    document = _document(200, spoil)
    before = sum(type(one) in (Organisation, Relation) for one in gc.get_objects())
    with pytest.raises(PartnermodelError) as caught:
        loads(document)
    assert len(caught.value.issues) >= 100
    assert sum(type(one) in (Organisation, Relation) for one in gc.get_objects()) == before


@each_sort
def test_a_fault_holds_little(spoil: Callable[[Record, int], Record]) -> None:
    """Beyond the first hundred, which may hold suggestions, a fault holds less than 800 bytes."""
    fewer, more = _document(400, spoil), _document(MANY, spoil)
    _memory(fewer)  # what is loaded and cached for good at the first time is no fault's
    few, first, _ = _memory(fewer)
    many, second, _ = _memory(more)
    assert many - few >= (MANY - 400) // 2
    assert (second - first) / (many - few) < 800


@each_sort
def test_many_faults_take_little_more_than_no_fault(spoil: Callable[[Record, int], Record]) -> None:
    """Where every relation is bad, the most in use is less than twice that of a good file."""
    bad, good = _document(spoil=spoil), _document()
    loads(good)
    _refused(bad)
    _, _, without = _memory(good)
    _, _, peak = _memory(bad)
    assert peak < 2 * without
