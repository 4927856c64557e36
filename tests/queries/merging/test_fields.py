"""What comes of each field of two versions of a record."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.queries.merging.town import PAGE_4, outcome, school, told

from partnermodel.errors import IntegrityError
from partnermodel.model.entities import Organisation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.names import Alias

PAGE_5, PAGE_6 = (Citation("report", locator=f"page {number}") for number in (5, 6))
NEW, CHANGED = "a and b state different values", "a and b changed it in different ways"
STUDIOS = [StatedCount("creative-studio", number, through="hosts") for number in (10, 11, 12)]

JOINED: list[tuple[str, dict[str, Any] | None, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    (
        "what one does not state",
        None,
        {"kind": "school"},
        {"status": "active"},
        {"kind": "school", "status": "active"},
    ),
    ("flags", None, {"collective": True}, {"size": 3}, {"collective": True, "size": 3}),
    (
        "names",
        None,
        {"names": {"ru": "Школа"}},
        {"names": {"tt": "Мәктәп"}},
        {"names": {"ru": "Школа", "tt": "Мәктәп"}},
    ),
    ("extra data", None, {"extra": {"a:b": 1}}, {"extra": {"c:d": 1}}, {"extra": {"a:b": 1, "c:d": 1}}),
    (
        "citations",
        None,
        {"evidence": [PAGE_4, PAGE_5]},
        {"evidence": [PAGE_6, PAGE_4]},
        {"evidence": [PAGE_4, PAGE_5, PAGE_6]},
    ),
    (
        "ends",
        None,
        {"period": Period("2019")},
        {"period": Period(None, "2024")},
        {"period": Period("2019", "2024")},
    ),
    ("both alike", {"status": "planned"}, {"status": "active"}, {"status": "active"}, {"status": "active"}),
    (
        "one removed",
        {"kind": "school", "status": "planned"},
        {"status": "planned"},
        {"kind": "school", "status": "active"},
        {"status": "active"},
    ),
    (
        "a name less",
        {"names": {"ru": "Школа", "tt": "Мәктәп"}},
        {"names": {"ru": "Школа"}},
        {"names": {"ru": "Школа 15", "tt": "Мәктәп"}},
        {"names": {"ru": "Школа 15"}},
    ),
    (
        "a citation for another",
        {"evidence": [PAGE_4]},
        {"evidence": [PAGE_5]},
        {"evidence": [PAGE_4, Citation("letter")]},
        {"evidence": [PAGE_5, Citation("letter")]},
    ),
    (
        "a number for another",
        {"stated": STUDIOS[:1]},
        {"stated": STUDIOS[1:2]},
        {"stated": STUDIOS[:1]},
        {"stated": STUDIOS[1:2]},
    ),
    (
        "each takes out",
        {"evidence": [PAGE_4, PAGE_5]},
        {"evidence": [PAGE_4]},
        {"evidence": [PAGE_5]},
        {"evidence": ()},
    ),
]


@pytest.mark.parametrize(
    ("base", "a", "b", "expected"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED]
)
def test_fields_are_joined(
    base: dict[str, Any] | None, a: dict[str, Any], b: dict[str, Any], expected: dict[str, Any]
) -> None:
    """What the two say of different things is put together, from either side."""
    before = None if base is None else school(**base)
    for one, other in ((a, b), (b, a)):
        merged = outcome(before, school(**one), school(**other))
        assert told(merged) == []
        found = merged.model["school"]
        wanted = school(**expected)
        for field in attrs.fields(Organisation):
            value, want = getattr(found, field.name), getattr(wanted, field.name)
            assert (set(value) if isinstance(value, tuple) else value) == (
                set(want) if isinstance(want, tuple) else want
            )


CONFLICTS: list[tuple[dict[str, Any] | None, dict[str, Any], dict[str, Any], tuple[str, str, str]]] = [
    (None, {"status": "active"}, {"status": "planned"}, ("status", NEW, "a: active; b: planned")),
    (
        {},
        {"status": "active"},
        {"status": "planned"},
        ("status", NEW, "a: active; b: planned; before: unknown"),
    ),
    (
        {"status": "planned"},
        {"status": "active"},
        {},
        ("status", CHANGED, "a: active; b: unknown; before: planned"),
    ),
    (None, {"names": {"ru": "Школа"}}, {"names": {"ru": "Лицей"}}, ("names.ru", NEW, "a: Школа; b: Лицей")),
    (
        {"names": {"ru": "Дом"}},
        {"names": {"ru": "Школа"}},
        {"names": {}},
        ("names.ru", CHANGED, "a: Школа; b: not stated; before: Дом"),
    ),
    (
        {"extra": {"a:b": 1}},
        {"extra": {"a:b": True}},
        {"extra": {"a:b": 2}},
        ("extra.a:b", CHANGED, "a: yes; b: 2; before: 1"),
    ),
    (None, {"extra": {"a:b": 1}}, {"extra": {"a:b": True}}, ("extra.a:b", NEW, "a: 1; b: yes")),
    (
        None,
        {"period": Period("2019")},
        {"period": Period("2020", OPEN)},
        ("period.start", NEW, "a: 2019; b: 2020"),
    ),
    (
        None,
        {"period": Period("2021")},
        {"period": Period(None, "2019")},
        ("period", NEW, "a: 2021 to unknown end; b: unknown start to 2019"),
    ),
    (
        {"stated": STUDIOS[:1]},
        {"stated": STUDIOS[1:2]},
        {"stated": STUDIOS[2:]},
        ("stated", CHANGED, "a: 11 creative-studio; b: 12 creative-studio; before: 10 creative-studio"),
    ),
    (
        {"evidence": [PAGE_4]},
        {"evidence": [PAGE_5]},
        {"evidence": []},
        (
            "evidence",
            CHANGED,
            "a: document report, locator page 5; b: none; before: document report, locator page 4",
        ),
    ),
    (
        {"evidence": [PAGE_4, PAGE_5]},
        {"evidence": [PAGE_4]},
        {"evidence": [PAGE_4, PAGE_6]},
        (
            "evidence",
            CHANGED,
            "a: none; b: document report, locator page 6; before: document report, locator page 5",
        ),
    ),
    (
        {"identifiers": [Identifier("x", "1")]},
        {"identifiers": [Identifier("x", "2")]},
        {"identifiers": [Identifier("x", "3")]},
        ("identifiers", CHANGED, "a: X 2; b: X 3; before: X 1"),
    ),
    (
        {"aliases": [Alias("A")]},
        {"aliases": [Alias("A", scope="RU")]},
        {"aliases": [Alias("A", language="en")]},
        ("aliases", CHANGED, "a: A (in RU); b: A; before: A"),
    ),
]


@pytest.mark.parametrize(("base", "a", "b", "said"), CONFLICTS)
def test_what_nobody_can_decide_is_told(
    base: dict[str, Any] | None, a: dict[str, Any], b: dict[str, Any], said: tuple[str, str, str]
) -> None:
    """Two different words for one thing are a conflict with its values; who is preferred decides it."""
    before = None if base is None else school(**base)
    merged = outcome(before, school(**a), school(**b))
    assert told(merged) == ["school.{}: {} ({})".format(*said)]
    with pytest.raises(IntegrityError):
        _ = merged.model
    for prefer, side in (("a", a), ("b", b)):
        found = outcome(before, school(**a), school(**b), prefer)
        assert found.model["school"] == school(**side) or said[0] == "period.start"
        assert told(found) == told(merged)
