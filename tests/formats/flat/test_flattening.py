"""A flat row says what its record says, in names that graphs use as well."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models, records

from partnermodel import (
    Alias,
    Citation,
    Identifier,
    InvalidDocumentError,
    Organisation,
    PartnerModel,
    Person,
    dumps,
    loads,
    to_networkx,
)
from partnermodel import Record as AnyRecord
from partnermodel.formats.flat.flattening import flattened, unflattened
from partnermodel.formats.shape import LISTS


@given(models(), st.data())
def test_flat_rows_read_back_to_an_equal_model(model: PartnerModel, data: st.DataObject) -> None:
    """A document whose records are flattened, and read back with their columns in any order, is the same."""
    document = json.loads(dumps(model))
    for key, cls in LISTS.items():
        rows = [flattened(record) for record in model.values() if type(record) is cls]
        mixed = [{column: row[column] for column in data.draw(st.permutations(sorted(row)))} for row in rows]
        document[key] = list(map(unflattened, mixed))
    assert loads(json.dumps(document)) == model


@given(records())
def test_a_flat_row_holds_no_lists_and_nothing_that_is_not_stated(record: AnyRecord) -> None:
    """Every column is a text, a whole number or a truth value, and a text is never empty."""
    for column, value in flattened(record).items():
        assert type(value) in (str, int, bool), column
        assert value != "", column


@given(models())
def test_columns_are_named_as_attributes_of_the_graph(model: PartnerModel) -> None:
    """Where a flat row and the graph of networkx say the same thing, they say it under the same name."""
    graph = to_networkx(model)
    for id, entity in model.entities.items():
        attributes = dict(graph.nodes[id])
        del attributes["type"]
        if attributes.pop("open", False):
            attributes["end"] = ".."
        if type(entity) is Person:
            assert attributes.pop("status") == "unknown", "a graph has one for every node"
        row = flattened(entity)
        assert {key: row.get(key) for key in attributes} == attributes
    for source, target, id, found in graph.edges(keys=True, data=True):
        row = flattened(model.relations[id])
        attributes = {key: value for key, value in found.items() if key not in ("nature", "documents")}
        if attributes.pop("open", False):
            attributes["end"] = ".."
        assert {key: row.get(key) for key in attributes} == attributes
        assert (row["source"], row["target"]) == (source, target)


@pytest.mark.parametrize(
    ("fields", "column", "text"),
    [
        ({"aliases": [Alias("A"), Alias("B")]}, "aliases", "A | B"),
        ({"aliases": [Alias("A|B")]}, "aliases", '[{"name":"A|B"}]'),
        ({"aliases": [Alias("[{")]}, "aliases", '[{"name":"[{"}]'),
        ({"aliases": [Alias("A", language="en")]}, "aliases", '[{"name":"A","language":"en"}]'),
        ({"evidence": [Citation("b"), Citation("a")]}, "documents", "b a"),
        ({"evidence": [Citation("a", claim=True)]}, "evidence", '[{"document":"a","claim":true}]'),
        ({"identifiers": [Identifier("x", "1")]}, "identifier_x", "1"),
        (
            {"identifiers": [Identifier("x", "1"), Identifier("a", "2")]},
            "identifiers",
            '[{"scheme":"x","value":"1"},{"scheme":"a","value":"2"}]',
        ),
        ({"extra": {"o:b": 1, "o:a": [2]}}, "extra", '{"o:a":[2],"o:b":1}'),
    ],
)
def test_what_has_a_plain_form_is_plain(fields: dict[str, Any], column: str, text: str) -> None:
    """A list is a plain text where that says it all, and JSON where it does not."""
    assert flattened(Organisation("o", "O", **fields))[column] == text


@pytest.mark.parametrize("text", ["not json", '[{"name": "A", "name": "B"}]', "[" * 5000, "[{" * 400])
def test_what_is_no_list_is_left_to_be_refused(text: str) -> None:
    """A text where a list belongs is refused by whoever reads the document, with its place."""
    document = {"format_version": 1, "name": "N", "organisations": [unflattened({"id": "o", "stated": text})]}
    with pytest.raises(InvalidDocumentError, match=r"\$\.organisations\[0\]\.stated: "):
        loads(json.dumps(document))


def test_a_list_may_be_told_in_two_ways_at_once() -> None:
    """What plain columns cite and identify joins what stands as JSON beside them; nothing is lost."""
    row = {
        "identifiers": '[{"scheme":"x","value":"1"}]',
        "identifier_b": "3",
        "identifier_a": "2",
        "documents": "act press",
        "evidence": '[{"document":"press","claim":true}]',
    }
    assert unflattened(row) == {
        "identifiers": [
            {"scheme": "x", "value": "1"},
            {"scheme": "a", "value": "2"},
            {"scheme": "b", "value": "3"},
        ],
        "evidence": [{"document": "press", "claim": True}, {"document": "act"}],
    }
    assert unflattened({"identifiers": "?", "identifier_a": "2"}) == {"identifiers": "?"}
    assert unflattened({"stated": 5}) == {"stated": 5}
