"""What is said of records that may be one, in English."""

from __future__ import annotations

TEXTS = {
    "duplicates": "Records that may be one",
    "duplicates-note": (
        "{count:record} compared; pairs with a score of {threshold:number} or more, and pairs that are told "
        "apart. Nothing is merged: a person decides."
    ),
    "duplicates-not-alike": "Names that are alike, and not the same, were not looked for.",
    "duplicates-common": "{value} says nothing by itself: {count:record} have it.",
    "column-other-name": "other name",
    "column-other-id": "other id",
    "column-verdict": "verdict",
    "column-speaks-for": "for it",
    "column-speaks-against": "against it",
    "verdict-one": "one and the same",
    "verdict-aliases": "one under several names",
    "verdict-likely": "likely one",
    "verdict-possible": "possibly one",
    "verdict-branches": "a body and its branches",
    "verdict-two": "two of one name",
    "match-by-identifier": "the same {scheme}: {value}",
    "match-by-name": "the same name: {name}",
    "match-transliterated-name": "the same name in other letters: {one}, {other}",
    "match-alike-name": "names alike by {likeness:percent}",
    "match-same-place": "both in {place}",
    "match-same-host": "both hosted by {host}",
    "match-different-identifiers": "different {scheme}: {one}, {other}",
    "match-different-kpp": "each has a KPP of its own",
    "match-different-numbers": "different numbers in the names: {one}, {other}",
    "match-different-places": "different places: {one}, {other}",
    "match-different-hosts": "different hosts: {one}, {other}",
    "match-different-founders": "different regions after the legal form: {one}, {other}",
    "match-related": "a relation joins the two: {kind}",
}
