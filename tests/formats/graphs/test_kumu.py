"""Kumu's JSON: what Kumu takes, and what Kumu and people write."""

from __future__ import annotations

import json

import pytest

from partnermodel import InvalidDocumentError, Organisation, PartnerModel, Relation
from partnermodel.formats.graphs.doors import dumps_graph, loads_graph

TOWN = PartnerModel(
    "Town",
    [
        Organisation("a", "A", names={"ru": "А"}),
        Organisation("b", "B", size=3),
        Relation("a", "funds", "b", status="active"),
        Relation("a", "partners-with", "b", role="organiser"),
    ],
    language="en",
)


def test_a_blueprint_has_the_keys_of_kumu() -> None:
    """Elements and connections have the keys that Kumu documents, and values that are texts and numbers."""
    assert json.loads(dumps_graph(TOWN, format="kumu")) == {
        "elements": [
            {"id": "a", "label": "A", "type": "organisation", "name_ru": "А", "status": "unknown"},
            {"id": "b", "label": "B", "type": "organisation", "status": "unknown", "size": 3},
        ],
        "connections": [
            {
                "id": "a/funds/b",
                "from": "a",
                "to": "b",
                "type": "funds",
                "direction": "directed",
                "status": "active",
                "nature": "tie",
            },
            {
                "id": "a/partners-with/b/organiser",
                "from": "a",
                "to": "b",
                "type": "partners-with",
                "direction": "undirected",
                "role": "organiser",
                "status": "unknown",
                "nature": "tie",
            },
        ],
        "name": "Town",
        "partnermodel": {"language": "en"},
    }


def test_a_project_of_kumu_is_read() -> None:
    """A project keeps fields under `attributes`, names the type in two words, and links by ids of its own."""
    project = {
        "elements": [
            {"_id": "elem-1", "attributes": {"label": "College", "element type": "Organisation", "id": "a"}},
            {"_id": "elem-2", "attributes": {"label": "Plant", "element type": "Organisation"}},
        ],
        "connections": [
            {
                "_id": "conn-1",
                "from": "elem-1",
                "to": "elem-2",
                "direction": "mutual",
                "attributes": {"connection type": "partners-with", "tags": ["x", "y"]},
            }
        ],
    }
    model = loads_graph(json.dumps(project))
    assert [entity.name for entity in model.entities.values()] == ["College", "Plant"]
    assert list(model.relations) == ["a/partners-with/elem-2"]
    assert model["a/partners-with/elem-2"].extra == {"kumu:tags": ("x", "y")}


def test_what_kumu_cannot_mean_is_named() -> None:
    """A label that is no text, and a connection without an end, are faults with their places."""
    blueprint = {"elements": [{"id": "a", "label": 5}], "connections": [{"from": "a", "type": "funds"}]}
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(json.dumps(blueprint), type="organisation")
    assert [issue.path for issue in caught.value.issues] == ["$.connections[0].to", "$.elements[0].name"]


def test_a_blueprint_by_hand_is_read() -> None:
    """Elements without ids are called by their labels, which are their ids too; `null` says nothing."""
    blueprint = {
        "elements": [
            {"label": "A", "description": None},
            {"id": "b", "label": "B"},
            {"label": "A2", "id": "c"},
        ],
        "connections": [
            {"from": "A", "to": "B", "attributes": "mine"},
            {"from": "A2", "to": "b", "type": "funds", "direction": None},
        ],
    }
    model = loads_graph(json.dumps(blueprint), type="organisation", kind="partners-with")
    assert list(model.entities) == ["A", "b", "c"]
    assert list(model.relations) == ["A/partners-with/b", "c/funds/b"]
    assert model["A/partners-with/b"].extra == {"kumu:attributes": "mine"}
