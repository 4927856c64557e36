"""The quick writing writes what the slow one does, however the document is cut into pieces."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.formats.samples import FULL
from tests.formats.slowly import formatted, plain_of, slow_text

from partnermodel.formats.encode import RECORDS_IN_A_PIECE, canonical_pieces
from partnermodel.formats.files import dumps, loads, save
from partnermodel.formats.outlining import outlines_of
from partnermodel.formats.shape import Head
from partnermodel.formats.twins import file_fields
from partnermodel.model.entities import ENTITY_CLASSES, Document, Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.dates import Period
from partnermodel.values.mapping import FrozenMap
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary

VALUES = (
    strategies.periods(),
    strategies.identifiers(),
    strategies.aliases(),
    strategies.citations(),
    strategies.stated_counts(),
    strategies.levels(),
    strategies.terms("role", "zz-a", st.none() | strategies.codes("role")),
    strategies.relation_terms("zz-a", st.none() | strategies.codes("relation")),
    strategies.vocabularies(),
    *(strategies.entities(cls) for cls in ENTITY_CLASSES),
    strategies.relations(),
)


def numbered(count: int) -> PartnerModel:
    """Return a model of so many relations, with ids in their order, and citations that they share."""
    shared, other = [Citation("press")], [Citation("press", locator="page 2"), Citation("press")]
    return PartnerModel(
        "Numbers",
        [
            Document("press", "Press"),
            Organisation("college", "College"),
            Place("omsk", "Омск"),
            *(
                Relation("college", "located-in", "omsk", id=f"{n:05d}", evidence=other if n % 3 else shared)
                for n in range(count)
            ),
        ],
    )


@given(strategies.models(fields=12), st.integers(min_value=1, max_value=5))
def test_the_text_is_the_slow_one(model: PartnerModel, size: int) -> None:
    """Whole models, in pieces of any size, are written byte for byte as field by field."""
    text = slow_text(model)
    assert b"".join(canonical_pieces(model, size=size)) == text.encode()
    assert dumps(model) == text


@given(strategies.models(vocabulary=strategies.vocabularies()))
def test_added_words_are_written(model: PartnerModel) -> None:
    """A model with words of its own is written as field by field, words and all."""
    assert dumps(model) == slow_text(model)


def test_the_full_model_is_written() -> None:
    """The sample that fills every field is written as field by field."""
    assert dumps(FULL) == slow_text(FULL)


@given(st.one_of(VALUES))
def test_any_value_of_ours_is_written(value: Any) -> None:
    """Records and values that no model holds, too, are written as field by field, alone and twice."""
    for values in ([], [value], [value, value]):
        assert formatted(outlines_of(type(value), values)) == formatted([plain_of(one) for one in values])


@given(strategies.extra())
def test_any_data_of_strangers_is_written(extra: dict[str, Any]) -> None:
    """Numbers, truth values, nested and empty things are written as msgspec writes them."""
    model = PartnerModel("A", [Place("a", "A", extra=extra)])
    assert dumps(model) == slow_text(model)


@pytest.mark.parametrize(
    "value",
    [0.0, -0.0, 1e22, 5e-324, 1.7976931348623157e308, 2**53 + 1, -(2**70), 10**300, True, [], {}, [[], {}]],
    ids=repr,
)
def test_awkward_numbers_and_empty_things_are_written(value: Any) -> None:
    """What is easily written in two ways is written in one."""
    model = PartnerModel("A", [Place("a", "A", extra={"a:b": value, "a:c": [value, {"d": value}]})])
    assert dumps(model) == slow_text(model)
    assert loads(dumps(model)) == model


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 6, 7])
def test_pieces_end_where_they_will(count: int) -> None:
    """With no record, one, a whole piece of them, two, or one more, the text is the same."""
    model = numbered(count)
    pieces = list(canonical_pieces(model, size=3))
    assert b"".join(pieces).decode() == slow_text(model)
    assert [found for piece in pieces if (found := piece.count(b'"kind": "located-in"'))] == [
        len(range(count)[start : start + 3]) for start in range(0, count, 3)
    ]


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_large_models_are_cut_into_pieces(more: int) -> None:
    """At the border of the pieces that are really used, the text is the same."""
    model = numbered(RECORDS_IN_A_PIECE + more)
    assert dumps(model) == slow_text(model)


def test_one_value_in_two_places() -> None:
    """A value that stands in two fields, at two depths or many times is right in each."""
    words = FrozenMap({"ru": "слово", "en": "word"})
    rows = FrozenMap({"a:b": words})
    model = PartnerModel(
        "A",
        [
            Place("a", "A", names=words, extra=rows),
            Place("b", "B", names=words, extra=rows),
            Place("c", "C", extra={"a:b": rows, "a:c": rows}),
        ],
        vocabulary=Vocabulary(
            [Term("role", "zz-a", labels=words), Term("role", "zz-b", labels=words)],
            [RelationTerm("zz-c", labels=words, inverse_labels=words, sources=["place"], targets=["place"])],
        ),
    )
    assert dumps(model) == slow_text(model)


def test_what_is_equal_to_a_default_is_not_written() -> None:
    """It is the value that counts and not the object: an unknown period that somebody made says nothing."""
    place = Place("a", "A")
    unlike = {
        "names": FrozenMap(),
        "period": Period(),
        "status": "".join(["unk", "nown"]),
        "extra": FrozenMap(),
    }
    for name, value in unlike.items():
        assert value is not getattr(place, name)
        object.__setattr__(
            place, name, value
        )  # the constructor puts the empty map itself in the place of another
    model = PartnerModel("A", [place], vocabulary=Vocabulary())
    assert dumps(model) == dumps(PartnerModel("A", [Place("a", "A")]))


def test_every_field_of_the_head_is_written() -> None:
    """The head is written from its class, whatever fields it has."""
    head = dumps(FULL)
    for key in file_fields(Head):
        assert f'\n  "{key}": ' in head


def test_a_file_is_written_in_less_memory_than_it_has_bytes(tmp_path: Path) -> None:
    """`save` holds a piece of the document at a time, and never the whole."""
    model = numbered(6 * RECORDS_IN_A_PIECE)
    path = tmp_path / "model.json"
    save(model, path)  # what is made once is made
    tracemalloc.start()
    try:
        save(model, path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size
