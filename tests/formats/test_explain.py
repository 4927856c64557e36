"""The slow reading: every fault, all at once, and none that is not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.samples import full_document

from partnermodel.errors import InvalidDocumentError, Issue, PartnermodelError
from partnermodel.formats.decode import explained
from partnermodel.formats.files import loads
from partnermodel.values.rules import Text

# Faults that do not touch each other: where, what is written there, and the code that it gets.
FAULTS: dict[str, tuple[Any, str]] = {
    "$.name": ("", "bad-text"),
    "$.langauge": ("en", "unknown-field"),
    "$.vocabulary.terms[0].code": ("university", "standard-term"),
    "$.vocabulary.relation_terms[0].nature": ("friendly", "bad-choice"),
    "$.organisations[0].names.ru": (None, "wrong-type"),
    "$.organisations[0].kind": ("School", "bad-code"),
    "$.organisations[0].identifiers[0].value": ("7707083894", "bad-checksum"),
    "$.organisations[0].identifiers[1].vaule": ("5", "unknown-field"),
    "$.organisations[0].aliases[0].scope": ("Omsk", "bad-place-code"),
    "$.organisations[0].period.start": ("1950-13", "bad-date"),
    "$.organisations[0].stated[0].number": (-1, "out-of-range"),
    "$.organisations[0].evidence[0].claim": (1, "wrong-type"),
    "$.organisations[0].extra.me": (1, "bad-extra-key"),
    "$.centres[0].period.end": ("2018", "period-backwards"),
    "$.programmes[0].language": ("Russian", "bad-language"),
    "$.groups[0].collective": (True, "withheld-field"),
    "$.documents[0].published": ("2023-02-29", "impossible-date"),
    "$.documents[0].url": ("ftp://a", "bad-url"),
    "$.places[0].id": ("om sk", "bad-id"),
    "$.relations[0].source": ("nobody", "unknown-id"),
    "$.relations[1].period": ("2024", "wrong-type"),
    "$.relations[1].level": (True, "wrong-type"),
    "$.organisations[0].evidence[0].document": ("pres", "unknown-id"),
    "$.relations[1].target": ("nowhere", "unknown-id"),
}


def _steps(path: str) -> list[str | int]:
    parts = path.removeprefix("$.").replace("[", ".").replace("]", "").split(".")
    return [int(part) if part.isdecimal() else part for part in parts]


def with_faults(paths: list[str]) -> dict[str, Any]:
    """Return the full document with some of the faults."""
    document = full_document()
    for path in paths:
        *way, last = _steps(path)
        holder: Any = document
        for step in way:
            holder = holder[step]
        holder[last] = FAULTS[path][0]
    return document


def issues_of(document: Any) -> tuple[Issue, ...]:
    """Return the issues with which a document is refused."""
    with pytest.raises(PartnermodelError) as caught:
        loads(json.dumps(document))
    return caught.value.issues


# Where an issue is told of the object or in brackets, and not at the key that was changed.
TOLD_AT = {
    "$.organisations[0].names.ru": '$.organisations[0].names["ru"]',
    "$.organisations[0].extra.me": '$.organisations[0].extra["me"]',
    "$.centres[0].period.end": "$.centres[0].period",
}


@given(st.lists(st.sampled_from(sorted(FAULTS)), min_size=1, unique=True))
def test_all_faults_are_found_at_once(paths: list[str]) -> None:
    """Of any faults, each is named with its place and its code, and no other is."""
    # A vocabulary is one value: its terms are compared when each of them can be read.
    if "$.vocabulary.relation_terms[0].nature" in paths and "$.vocabulary.terms[0].code" in paths:
        paths.remove("$.vocabulary.terms[0].code")
    found = {(issue.path, issue.code) for issue in issues_of(with_faults(paths))}
    assert found == {(TOLD_AT.get(path, path), FAULTS[path][1]) for path in paths}


@pytest.mark.parametrize("path", FAULTS)
def test_one_fault_is_one_issue(path: str) -> None:
    """A fault alone is told once, and does not make others of what is right."""
    assert len(issues_of(with_faults([path]))) == 1


def _links() -> Iterator[tuple[str, Any]]:
    """Yield ways in which a record that is linked to cannot be read."""
    record = {"id": "ministry", "name": "Ministry"}
    yield "organisations", [record | {"name": 5}]
    yield "organisations", [{"Id": "ministry", "name": "Ministry"}]
    yield "organisations", [{"name": "Ministry", "nick": ["ministry"]}]
    yield "organisations", ["ministry"]
    yield "organisations", {"ministry": record}
    yield "organisations", record
    yield "organisatons", [record]
    yield "bodies", {"all": [[record]]}


@pytest.mark.parametrize(("key", "value"), list(_links()))
def test_a_link_to_what_could_not_be_read_is_no_fault(key: str, value: Any) -> None:
    """Whoever mends one key is not told of a hundred links that were right all the time."""
    document = {
        "format_version": 1,
        "name": "A",
        "places": [{"id": "omsk", "name": "Omsk"}],
        key: value,
        "relations": [{"source": "ministry", "kind": "located-in", "target": "omsk"}],
    }
    assert {issue.code for issue in issues_of(document)} <= {"wrong-type", "unknown-field", "missing-field"}


def test_a_link_to_what_nobody_wrote_is_a_fault_all_the_same() -> None:
    """Beside a record that cannot be read, other links are looked at as ever."""
    document = {
        "format_version": 1,
        "name": "A",
        "organisations": [{"id": "ministry", "name": 5}, {"id": "college", "name": "College"}],
        "relations": [
            {"source": "ministry", "kind": "partners-with", "target": "college"},
            {"source": "college", "kind": "partners-with", "target": "minstry"},
        ],
    }
    found = [(issue.code, issue.path) for issue in issues_of(document)]
    assert found == [("wrong-type", "$.organisations[0].name"), ("unknown-id", "$.relations[1].target")]


def test_the_links_of_a_record_that_cannot_be_read_are_followed() -> None:
    """A relation with a fault of its own is told of its dangling ends and citations in the same breath."""
    document = {
        "format_version": 1,
        "name": "A",
        "organisations": [{"id": "college", "name": "College"}],
        "documents": [{"id": "press", "name": 5}],
        "relations": [
            {
                "source": "colege",
                "kind": "partners-with",
                "target": "press",
                "status": 5,
                "evidence": [{"document": "press"}, {"document": "college"}, "press", {"document": 5}],
            },
            {"source": "co lege", "kind": "hosts", "target": 5, "evidence": "press"},
        ],
    }
    assert [f"{issue.path} {issue.code}" for issue in issues_of(document)] == [
        "$.documents[0].name wrong-type",
        "$.relations[0].status wrong-type",
        "$.relations[0].evidence[2] wrong-type",
        "$.relations[0].evidence[3].document wrong-type",
        "$.relations[1].source bad-id",
        "$.relations[1].target wrong-type",
        "$.relations[1].evidence wrong-type",
        "$.relations[0].evidence[1].document wrong-end",
        "$.relations[0].source unknown-id",
    ]


def test_only_the_first_hundred_faults_are_worded() -> None:
    """A file with thousands of faults has one cause; all of them are in `issues`."""
    document = {"format_version": 1, "name": "A", "places": [{"id": "a"}] * 2000}
    with pytest.raises(InvalidDocumentError) as caught:
        loads(json.dumps(document))
    assert len(caught.value.issues) == 2000
    assert str(caught.value).splitlines()[-1] == "  … and 1900 more"
    assert len(str(caught.value).splitlines()) == 102


def test_a_fault_of_our_own_is_not_passed_off_as_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that no rule raised on purpose comes out as it is, and not as an issue."""

    def broken(*_: object) -> bool:
        raise ZeroDivisionError("a mistake in the program")

    monkeypatch.setattr(Text, "faults", broken)
    with pytest.raises(ZeroDivisionError, match="a mistake in the program"):
        explained(json.dumps(full_document()).encode(), "it")


def test_a_bad_mapping_is_found_among_good_ones() -> None:
    """Of many mappings that are read in one piece, each bad one is told, in the order of the file."""
    names = ['{"ru": "А"}', '{"ru": 5}', '{"en": "C"}', '{"ru": "Г", "ru": "Д"}', '{"ru": "Е"}', '{"R": "Ж"}']
    organisations = ", ".join(
        f'{{"id": "body-{number}", "name": "Body", "names": {text}}}' for number, text in enumerate(names)
    )
    document = f'{{"format_version": 1, "name": "A", "organisations": [{organisations}]}}'
    with pytest.raises(InvalidDocumentError) as caught:
        loads(document)
    assert [(issue.path, issue.code) for issue in caught.value.issues] == [
        ("$.organisations[3].names.ru", "duplicate-key"),
        ('$.organisations[1].names["ru"]', "wrong-type"),
        ('$.organisations[5].names["R"]', "bad-language"),
    ]
