"""Written and read again: what a model holds is what its file says, no more and no less."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.formats.mutations import places
from tests.formats.samples import FULL, full_document
from tests.formats.slowly import document_of, plain_of
from tests.strategies import extra_values, models

from partnermodel.errors import InvalidDocumentError
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.twins import file_fields
from partnermodel.model.entities import Entity, Place
from partnermodel.model.model import PartnerModel
from partnermodel.values.fields import CODE_RULE
from partnermodel.values.rules import RULE

# What each class must say; all else may be left out.
LEAST: dict[str, dict[str, str]] = {
    key: {"source": "a", "kind": "zz-link", "target": "b"}
    if key == "relations"
    else {"id": "it", "name": "It"}
    for key in LISTS
}
ENDS = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]


@given(models())
def test_what_is_written_is_read_again(model: PartnerModel) -> None:
    """`loads(dumps(m)) == m`, and writing that again gives the same text, byte for byte."""
    text = dumps(model)
    again = loads(text)
    assert again == model
    assert dumps(again) == text
    assert loads(text.encode()) == model


@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_records_says_nothing(model: PartnerModel, order: random.Random) -> None:
    """The same records in any order are an equal model, with the same text."""
    records = list(model.values())
    order.shuffle(records)
    other = PartnerModel(model.name, records, vocabulary=model.vocabulary, language=model.language)
    assert other == model
    assert dumps(other) == dumps(model)


@given(extra_values(), extra_values())
def test_equal_models_have_equal_texts(first: Any, second: Any) -> None:
    """Two models are equal exactly if their texts are: 1, 1.0 and true are three things in a file."""
    one, two = (PartnerModel("A", [Place("a", "A", extra={"a:b": value})]) for value in (first, second))
    assert (one == two) == (dumps(one) == dumps(two))


@pytest.mark.parametrize(
    "values", [(1, True), (1, 1.0), (0, False), (0.0, -0.0), ([1], [True]), ({"a": 0}, {"a": 0.0})]
)
def test_what_python_takes_for_equal_and_a_file_does_not(values: tuple[Any, Any]) -> None:
    """Models that differ only in how a number is written are not equal, for their texts are not."""
    one, two = (PartnerModel("A", [Place("a", "A", extra={"a:b": value})]) for value in values)
    assert values[0] == values[1]
    assert one != two
    assert dumps(one) != dumps(two)
    assert loads(dumps(one)) == one != loads(dumps(two))


def _numbers(value: Any) -> list[float]:
    return [item for path in places(value) if isinstance(item := _at(value, path), float)]


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@given(models())
def test_the_text_is_that_of_the_standard_library(model: PartnerModel) -> None:
    """Whoever changes a file with Python's `json`, indented by two, leaves a diff of that change alone."""
    text = dumps(model)
    value = json.loads(text)
    # A number so large or so small that it is written with an exponent: 1e22 here, 1e+22 there.
    assume(not any("e" in repr(number) for number in _numbers(value)))
    assert text == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    assert text.encode() == text.encode("utf-8", "strict")


@given(models())
def test_records_stand_in_the_order_of_their_ids_and_fields_in_that_of_their_class(
    model: PartnerModel,
) -> None:
    """A `git diff` shows facts: lists by id, keys in the order of the class, strangers' keys by alphabet."""
    document = json.loads(dumps(model))
    assert list(document) == [key for key in (*file_fields(Head), *LISTS) if key in document]
    for key, cls in LISTS.items():
        found = document.get(key, [])
        assert len(found) == len(getattr(model, key))
        assert list(getattr(model, key)) == sorted(getattr(model, key))
        for record, written in zip(getattr(model, key).values(), found, strict=True):
            assert list(written) == [field for field in file_fields(cls) if field in written]
            assert plain_of(record) == written
            for name in ("names", "extra"):
                assert list(written.get(name, {})) == sorted(written.get(name, {}))


@given(models())
def test_what_is_not_stated_is_not_written(model: PartnerModel) -> None:
    """No field that holds its default is written, and no null: what is there, somebody has said."""
    document = document_of(model)
    for key, cls in LISTS.items():
        for record in document.get(key, []):
            for name, value in record.items():
                assert value is not None
                assert value != file_fields(cls)[name].default
    assert not any(_at(document, path) is None for path in places(document))


@pytest.mark.parametrize("key", LISTS)
def test_what_is_not_stated_stays_unstated(key: str) -> None:
    """The least that a record can say is read with all else at its default, and written as it was."""
    document = {"format_version": 1, "name": "A", "organisations": ENDS} | {key: [LEAST[key]]}
    if key == "organisations":
        document[key] = [*ENDS, LEAST[key]]
    model = loads(json.dumps(document))
    record = next(record for record in getattr(model, key).values() if record.id not in ("a", "b"))
    for name, field in file_fields(LISTS[key]).items():
        if name not in LEAST[key]:
            assert getattr(record, field.name) == field.default
    assert json.loads(dumps(model)) == document


@pytest.mark.parametrize("key", LISTS)
def test_a_default_that_is_spelled_out_says_nothing(key: str) -> None:
    """A file may write `"status": "unknown"` or `"evidence": []`; the model is that of a file without."""
    least: dict[str, Any] = {"format_version": 1, "name": "A", "organisations": ENDS}
    full: dict[str, Any] = least | {"language": "und", "vocabulary": {"terms": [], "relation_terms": []}}
    spelled = {
        name: _json(field.default)
        for name, field in file_fields(LISTS[key]).items()
        if field.default not in (None, attrs.NOTHING)
    }
    assert spelled
    least[key] = [*least.get(key, []), LEAST[key]]
    full[key] = [*full.get(key, []), LEAST[key] | spelled]
    assert loads(json.dumps(full)) == loads(json.dumps(least))
    assert dumps(loads(json.dumps(full))) == dumps(loads(json.dumps(least)))


def _json(value: Any) -> Any:
    if attrs.has(type(value)):
        return plain_of(value)
    return list(value) if isinstance(value, tuple) else dict(value) if hasattr(value, "items") else value


def test_a_code_that_nobody_knows_loads() -> None:
    """In every field for a code, a word of one's own is kept as it is."""
    document = full_document()
    changed = 0
    for key, cls in LISTS.items():
        for name, field in file_fields(cls).items():
            for record in document[key]:
                if field.metadata[RULE] is CODE_RULE and name in record:
                    record[name] = "zz-nobody-knows"
                    changed += 1
    assert changed > 10
    assert json.loads(dumps(loads(json.dumps(document)))) == document


@pytest.mark.parametrize(
    ("key", "name"),
    [(key, name) for key, cls in LISTS.items() for name in sorted(getattr(cls, "withheld", ()))],
)
def test_a_withheld_field_is_refused(key: str, name: str) -> None:
    """A field that a type withholds cannot be read, even as its default; it is named, and never written."""
    document = full_document()
    cls = LISTS[key]
    assert issubclass(cls, Entity)
    document[key][0][name] = _json(attrs.fields_dict(cls)[name].default)
    assert name not in file_fields(cls)
    with pytest.raises(InvalidDocumentError) as caught:
        loads(json.dumps(document))
    (issue,) = caught.value.issues
    assert (issue.code, issue.path) == ("withheld-field", f"$.{key}[0].{name}")


def test_whole_numbers_are_kept_to_the_last_digit() -> None:
    """A number that floating point would round is kept exactly, in a count and in strangers' data."""
    for number in (2**53 - 1, 2**53 + 1, 2**64 + 1, -(2**70), 10**300):
        assert math.isfinite(number)
        model = PartnerModel("A", [Place("a", "A", extra={"a:b": number})])
        assert loads(dumps(model))["a"].extra["a:b"] == number


def test_the_full_model_is_full() -> None:
    """The sample that other tests begin with fills every field, so none is forgotten in them."""
    document = full_document()
    for key, cls in LISTS.items():
        filled = {name for record in document[key] for name in record}
        if key in ("organisations", "relations"):
            assert filled == set(file_fields(cls))
    assert loads(dumps(FULL)) == FULL
