"""The quick reading and the one that explains: one verdict, one model, one message."""

from __future__ import annotations

import copy
import gc
import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.formats.mutations import mutated, written
from tests.formats.samples import FULL, full_document
from tests.strategies import json_values, models

from partnermodel.errors import IntegrityError, PartnermodelError
from partnermodel.formats import decode, salvage
from partnermodel.formats.decode import explained, quick
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.syntax import DEEPEST
from partnermodel.model.model import PartnerModel

CORPUS = Path(__file__).parents[1] / "data" / "invalid"
FULL_TEXT = dumps(FULL)


def one_verdict(data: bytes) -> PartnerModel | None:
    """Return the model that both readings find in a document, or None if both refuse it.

    However short the pieces are that they read it in, they find the same.
    """
    told = _one_verdict(data)
    with patch.object(decode, "_AT_ONCE", 100), patch.object(salvage, "_AT_ONCE", 2):
        assert _one_verdict(data) == told
    return told


def _one_verdict(data: bytes) -> PartnerModel | None:
    found = quick(data)
    told = refused = None
    try:
        told = explained(data, "it")
    except PartnermodelError as error:
        refused = str(error)
    assert (found is None) == (told is None), refused
    assert refused == _refusal(data)
    if found is None or told is None:
        return None
    assert found == told
    assert hash(found) == hash(told)
    assert dumps(found) == dumps(told)
    assert list(found) == list(told)
    return found


def _refusal(data: bytes) -> str | None:
    """Return why a document is refused, in the words of the one who reads it quickly and then slowly."""
    try:
        decode.model_from(data, "it")
    except PartnermodelError as error:
        return str(error)
    return None


@given(models())
def test_they_agree_on_every_valid_document(model: PartnerModel) -> None:
    """What is written by `dumps` is read by both, as the same model."""
    assert one_verdict(dumps(model).encode()) == model


@settings(max_examples=300)
@given(written(mutated()))
def test_they_agree_on_a_document_that_somebody_changed(data: bytes) -> None:
    """After one to five changes to a valid document, both take it or both refuse it."""
    one_verdict(data)


@given(json_values())
@example({"format_version": 1, "name": "A"})
@example({"format_version": 1, "name": "A", "places": [{"id": "a", "name": "A"}] * 2})
def test_they_agree_on_any_json(value: Any) -> None:
    """Whatever JSON is given, both take it or both refuse it."""
    one_verdict(json.dumps(value).encode())


@given(st.binary() | st.text().map(str.encode))
def test_they_agree_on_any_bytes(data: bytes) -> None:
    """Whatever bytes are given, both take them or both refuse them."""
    one_verdict(data)


@settings(max_examples=100)
@given(st.data())
def test_they_agree_on_a_file_that_was_damaged(data: st.DataObject) -> None:
    """A valid file in which some bytes are lost, doubled or replaced is taken by both or refused by both."""
    damaged = bytearray(FULL_TEXT.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(damaged) - 1))
        end = begin + data.draw(st.integers(0, 3))
        damaged[begin:end] = data.draw(
            st.sampled_from([b"", b'"', b",", b"}", b"\\", b"0", b"\xff", b'":', b" "])
        )
    one_verdict(bytes(damaged))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.json")), ids=lambda path: path.stem)
def test_they_agree_on_the_invalid_corpus(path: Path) -> None:
    """What one refuses in words, the other does not take."""
    assert one_verdict(path.read_bytes()) is None


@given(st.binary() | st.text() | st.text('{}[]:,"\\ 0.e-tn'))
def test_nothing_but_our_own_errors_is_raised(document: bytes | str) -> None:
    """Of whatever bytes or text `loads` is asked, it raises a PartnermodelError and nothing else."""
    with pytest.raises(PartnermodelError):
        loads(document)


@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize("document", [FULL_TEXT, FULL_TEXT[:-3], FULL_TEXT.replace("hosts", "hosts!")])
def test_the_garbage_collector_is_as_it_was(document: str, enabled: bool) -> None:
    """After a load, good or bad, the collector is on if it was on, and off if it was off."""
    (gc.enable if enabled else gc.disable)()
    try:
        try:
            loads(document)
        except PartnermodelError:
            assert document != FULL_TEXT
        assert gc.isenabled() == enabled
    finally:
        gc.enable()


def test_a_deeply_nested_document_is_refused_in_words() -> None:
    """However deep the brackets are, they are counted and not followed: no Python runs out of stack."""
    for depth in (60, 65, 500, 5_000, 200_000):
        value: str = "[" * depth + "]" * depth
        for document in (value, value[:depth], f'{{"format_version": 1, "name": "A", "places": {value}}}'):
            with pytest.raises(PartnermodelError, match=r"not-json|brackets-too-deep|wrong-type"):
                loads(document)


@pytest.mark.parametrize("bracket", ["[", '{"a":'])
@pytest.mark.parametrize("key", ["x", "name", "vocabulary", "places"])
@pytest.mark.parametrize("within", ["", '"places": [{', '"places": [{"id": "a", "name": "A", "extra": {'])
def test_the_deepest_nesting_is_the_same_wherever_it_stands(within: str, key: str, bracket: str) -> None:
    """Brackets are counted from the beginning of the document: up to the limit the fault is another one."""
    around = '{"format_version": 1, "name": "A", ' + within
    closing = {"{": "}", "[": "]"}
    for more in (0, 1):
        opened = bracket * (DEEPEST - around.count("{") - around.count("[") + more)
        begun = f'{around}"{key}": {opened}'
        ended = "".join(closing[sign] for sign in reversed(begun) if sign in closing)
        refused = _refusal(f"{begun}1{ended}".encode()) or ""
        assert ("[brackets-too-deep]" in refused) == bool(more), refused


def test_documents_that_differ_only_in_form_are_one_model() -> None:
    """Spaces, escapes, the order of keys and of records say nothing."""
    document = full_document()
    turned = {key: value[::-1] if isinstance(value, list) else value for key, value in document.items()}
    turned = dict(reversed(turned.items()))
    for other in (copy.deepcopy(turned), document):
        assert loads(json.dumps(other)) == FULL
        assert loads(json.dumps(other, ensure_ascii=True, indent="\t", separators=(" ,", " : "))) == FULL


ENDS = {
    "missing": ("nobody",),
    "no id": ("no id",),
    "both": ("nobody", "no id"),
    "of the wrong type": ("press",),
    "a relation": ("ties:1",),
    "a relation, and no id": ("college/hosts/media-centre",),
}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
def test_what_is_wrong_with_ends_is_said_in_one_way(ends: tuple[str, ...]) -> None:
    """An end that is missing, that is no id, or of what may not stand there has one message."""
    document = json.loads(FULL_TEXT)
    document["relations"] += [{"source": "college", "kind": "hosts", "target": end} for end in ends]
    assert one_verdict(json.dumps(document).encode()) is None
    refused = _refusal(json.dumps(document).encode()) or ""
    assert all(f'"{end}"' in refused for end in ends)
    assert ("is not an id" in refused) == any(" " in end or "/" in end for end in ends)


def test_what_records_make_wrong_together_is_said_without_a_second_reading() -> None:
    """Each record was read, and is right by itself: to read it slowly as well would tell nothing more."""
    document = json.loads(FULL_TEXT)
    document["relations"] += [{"source": "college", "kind": "hosts", "target": "nobody"}]
    with (
        patch.object(decode, "explained", side_effect=AssertionError),
        pytest.raises(IntegrityError, match="no entity has the id"),
    ):
        loads(json.dumps(document))


def test_a_colon_that_is_written_as_an_escape_hides_nothing() -> None:
    """Nothing is proved by the number of colons then, and both readings take the file if its keys are one."""
    hidden = FULL_TEXT.replace("Talked over.", r"Talked\u003a over.")
    assert one_verdict(hidden.encode()) == loads(FULL_TEXT.replace("Talked over.", "Talked: over."))


MAPPINGS = {
    "a key of texts": ("names", {"ru": "Омск", "in Russian": "Омск"}, "bad-language"),
    "a value of texts": ("names", {"ru": "Омск", "en": "\u202eOmsk"}, "bad-text"),
    "a key of anything": ("extra", {"mine:row": 1, "row": 1}, "bad-extra-key"),
    "a value of anything": ("extra", {"mine:row": [1, {"a": None}]}, "wrong-type"),
}


@pytest.mark.parametrize(("field", "value", "code"), MAPPINGS.values(), ids=MAPPINGS)
def test_one_bad_key_or_value_of_a_mapping_is_refused(field: str, value: Any, code: str) -> None:
    """All else in a document may be right, in the mapping itself and in those that are read with it."""
    places = [{"id": f"place-{number}", "name": "A", "names": {"ru": "А"}} for number in range(5)]
    document = {"format_version": 1, "name": "A", "places": places}
    assert one_verdict(json.dumps(document).encode()) is not None
    places[3] = places[3] | {field: value}
    assert one_verdict(json.dumps(document).encode()) is None
    refused = (_refusal(json.dumps(document).encode()) or "").splitlines()[1:]
    assert [line.endswith(f"[{code}]") for line in refused] == [True]
