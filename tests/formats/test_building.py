"""Building by columns: in how many pieces, and what is shared, makes no difference to what is read."""

from __future__ import annotations

import json
import re
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.samples import FULL
from tests.strategies import models

from partnermodel.formats import decode, sharing
from partnermodel.formats.duplicate_keys import colons_of
from partnermodel.formats.files import dumps, loads
from partnermodel.formats.shape import LISTS
from partnermodel.model.entities import Document, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.values.citations import Citation
from partnermodel.values.dates import Period


@given(models(), st.integers(1, 2000), st.integers(0, 4))
def test_the_size_of_a_piece_says_nothing(model: PartnerModel, at_once: int, tried: int) -> None:
    """However few records are built at once, and however soon sharing is given up, the model is one."""
    with patch.object(decode, "_AT_ONCE", at_once), patch.object(sharing, "_TRIED", tried):
        assert loads(dumps(model)) == model
        assert dumps(loads(dumps(model))) == dumps(model)


@pytest.mark.parametrize("at_once", [1, 200, 10**6])
def test_a_key_that_is_lost_in_any_piece_is_found(at_once: int) -> None:
    """The proof that no key stands twice adds up over the pieces, whichever of them the key is in."""
    text = dumps(FULL)
    with patch.object(decode, "_AT_ONCE", at_once):
        assert decode.quick(text.encode()) == FULL
        for line in set(re.findall(r'^ +"[^"]+": [^\[{\n]+$', text, re.MULTILINE)):
            twice = text.replace(line, f"{line.rstrip(',')},\n{line}", 1)
            assert decode.quick(twice.encode()) is None, line


@pytest.mark.parametrize("at_once", [1, 200, 10**6])
def test_the_keys_of_a_good_file_are_not_looked_up(at_once: int) -> None:
    """The proof that no key stands twice is enough: nobody reads a good file once more to see it."""
    with (
        patch.object(decode, "_AT_ONCE", at_once),
        patch.object(decode, "duplicate_keys", side_effect=AssertionError),
    ):
        assert decode.quick(dumps(FULL).encode()) == FULL


def test_what_is_said_often_is_held_once() -> None:
    """Equal citations, the tuples that hold one alone, equal periods and equal texts are one object."""
    organisations = [
        Organisation(
            f"body-{number}",
            "Body",
            kind="school",
            evidence=[Citation("press", locator="page 1")],
            period=Period("2019", "2020"),
        )
        for number in range(9)
    ]
    read = loads(dumps(PartnerModel("A", [*organisations, Document("press", "Press")])))
    first, *others = read.organisations.values()
    for other in others:
        assert other.evidence is first.evidence
        assert other.period is first.period
        assert other.kind is first.kind


@pytest.mark.parametrize("at_once", [1, 10**6])
def test_what_is_written_is_not_encoded_again_to_count_its_keys(at_once: int) -> None:
    """They are counted as they are read; only where a text holds a colon does that not settle it."""
    doubted = []

    def counted(outlines: Any) -> int:
        doubted.append(msgspec.json.decode(msgspec.json.encode(outlines)))
        return colons_of(outlines)

    with patch.object(decode, "_AT_ONCE", at_once), patch.object(decode, "colons_of", counted):
        assert decode.quick(dumps(FULL).encode()) == FULL
    assert 0 < len(doubted) < len(LISTS)
    for records in doubted:
        texts = json.dumps([value for one in records for value in one.values() if isinstance(value, str)])
        assert ":" in texts


def test_what_is_never_said_twice_is_not_looked_for() -> None:
    """Of thousands of values that all differ, each is read as it is."""
    organisations = [
        Organisation(f"body-{number}", "Body", evidence=[Citation("press", locator=f"page {number}")])
        for number in range(3 * sharing._TRIED)
    ]
    model = PartnerModel("A", [*organisations, Document("press", "Press", evidence=[Citation("press")])])
    assert loads(dumps(model)) == model
