"""What is known of a document that holds a key twice: what is told of it, and what is not."""

from __future__ import annotations

import json
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.samples import full_document

from partnermodel.errors import InvalidDocumentError, Issue
from partnermodel.formats import salvage
from partnermodel.formats.duplicate_keys import duplicate_keys
from partnermodel.formats.files import loads
from partnermodel.formats.shape import LISTS

Pairs = list[tuple[str, str]]

STATED: Pairs = [(key, json.dumps(value)) for key, value in full_document().items()]

ITEMS = [
    '{"id": "a", "id": "b"}',
    '[1, {"a": 1, "a": 2}]',
    '{"extra": {"my:own": [{"c d": 1, "c d": [], "c d": 2}]}}',
    '{"id": "a:b"}',
    '"text"',
    "null",
]


@st.composite
def lost(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a key of a document, with a value that another one will take the place of."""
    key, text = draw(st.sampled_from(STATED))
    items = [json.dumps(item) for item in json.loads(text)] if key in LISTS else ["5"]
    some = draw(st.lists(st.sampled_from([*items, *ITEMS]), max_size=5))
    return key, draw(st.sampled_from([text, f"[{','.join(some)}]", *ITEMS]))


def _faults(pairs: Pairs) -> tuple[bytes, list[Issue]]:
    document = "{" + ", ".join(f'"{key}": {text}' for key, text in pairs) + "}"
    with pytest.raises(InvalidDocumentError) as caught:
        loads(document)
    return document.encode(), list(caught.value.issues)


@given(st.lists(lost(), min_size=1, max_size=3), st.integers(1, 3))
def test_what_stands_twice_is_told_wherever_it_stands(before: Pairs, at_once: int) -> None:
    """Each key that stands twice is told, also in what another value takes the place of, and nothing else."""
    with patch.object(salvage, "_AT_ONCE", at_once):
        document, issues = _faults([*before, *STATED])
    expected = [issue for issue, _ in duplicate_keys(document)]
    assert sorted(map(str, issues)) == sorted(map(str, expected))
    top = [issue.path for issue in expected if issue.path.count(".") == 1 and "[" not in issue.path]
    assert [issue.path for issue in issues[: len(top)]] == top


def test_of_two_lists_the_last_one_is_read() -> None:
    """Only in the last of several is a fault told: which one stays is for somebody to say."""
    bad = '[{"id": "a"}]'
    _, first = _faults([("places", bad), *STATED])
    _, last = _faults([*STATED, ("places", bad)])
    assert [(issue.code, issue.path) for issue in first] == [("duplicate-key", "$.places")]
    assert [(issue.code, issue.path) for issue in last] == [
        ("duplicate-key", "$.places"),
        ("missing-field", "$.places[0]"),
    ]


def test_an_id_that_was_lost_with_its_list_is_not_called_unknown() -> None:
    """What another value has taken the place of is there; an end that nobody has is still told."""
    ties = '[{"source": "lost", "kind": "cooperates-with", "target": "TARGET"}]'
    for lost_ones in ('[{"id": "lost", "name": "Lost"}]', '["lost"]', '[{"name": "Lost", "ident": "lost"}]'):
        stated = [("format_version", "1"), ("name", '"Town"'), ("organisations", lost_ones)]
        organisations = ("organisations", '[{"id": "a", "name": "A"}]')
        _, found = _faults([*stated, organisations, ("relations", ties.replace("TARGET", "a"))])
        assert [(issue.code, issue.path) for issue in found] == [("duplicate-key", "$.organisations")]
        _, found = _faults([*stated, organisations, ("relations", ties.replace("TARGET", "nobody"))])
        assert [(issue.code, issue.path) for issue in found] == [
            ("duplicate-key", "$.organisations"),
            ("unknown-id", "$.relations[0].target"),
        ]
