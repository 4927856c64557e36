"""The words of what types of record are called, in English."""

from __future__ import annotations

TEXTS = {
    "type-organisation": "organisation",
    "type-centre": "centre",
    "type-programme": "programme",
    "type-initiative": "initiative",
    "type-group": "group",
    "type-person": "person",
    "type-place": "place",
    "type-document": "document",
    "type-statement": "statement",
    "type-relation": "relation",
    "types-organisation": "organisations",
    "types-centre": "centres",
    "types-programme": "programmes",
    "types-initiative": "initiatives",
    "types-group": "groups",
    "types-person": "persons",
    "types-place": "places",
    "types-document": "documents",
    "types-statement": "statements",
    "types-relation": "relations",
}
