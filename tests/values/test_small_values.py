"""Citations, stated counts, levels and aliases: how they read, and what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import aliases, stated_counts

from partnermodel.errors import InvalidRecordError
from partnermodel.values.citations import Citation
from partnermodel.values.counts import QUALIFIERS, StatedCount
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias


@given(stated_counts())
def test_a_count_reads_as_what_is_said(count: StatedCount) -> None:
    """A count reads as its number and kind, after the qualifier unless it is exact."""
    words = str(count).split(" ")
    assert words[-2:] == [str(count.number), count.kind]
    assert " ".join(words[:-2]) == {"exactly": "", "at-least": "at least", "at-most": "at most"}.get(
        count.qualifier, count.qualifier
    )


@given(aliases())
def test_an_alias_reads_with_the_place_that_it_holds_in(alias: Alias) -> None:
    """An alias reads as the name, and as the name in its place where it has one."""
    assert str(alias) == (alias.name if alias.scope is None else f"{alias.name} (in {alias.scope})")


def test_a_level_reads_with_its_scale() -> None:
    """A step reads with the scale that it belongs to, since without it it means nothing."""
    assert str(Level("collaboration-continuum", "cooperating")) == "cooperating (collaboration-continuum)"


def test_a_qualifier_is_one_of_four_words() -> None:
    """A count is exact, about, at least or at most, and nothing else."""
    for word in QUALIFIERS:
        assert StatedCount("studio", 10, through="hosts", qualifier=word).qualifier == word
    with pytest.raises(InvalidRecordError) as caught:
        StatedCount("Studio", -1, through="", qualifier="roughly")
    assert [(issue.path, issue.code) for issue in caught.value.issues] == [
        ("StatedCount.kind", "bad-code"),
        ("StatedCount.number", "out-of-range"),
        ("StatedCount.through", "bad-code"),
        ("StatedCount.qualifier", "bad-choice"),
    ]
    assert caught.value.issues[3].hint == "Write one of: exactly, about, at-least, at-most."


def test_a_citation_is_a_fact_until_it_is_called_a_claim() -> None:
    """Where a citation says nothing of it, its word is a fact of which nobody has judged the certainty."""
    bare = Citation("press-release")
    assert (bare.locator, bare.confidence, bare.claim) == (None, None, False)


def test_a_place_code_is_one_of_iso_3166() -> None:
    """The scope of an alias is a country or a subdivision, and the refusal shows both forms."""
    with pytest.raises(InvalidRecordError) as caught:
        Alias("Mintrud", scope="Omsk")
    (issue,) = caught.value.issues
    assert str(issue) == (
        'Alias.scope: "Omsk" is not a code of ISO 3166. '
        "Write a country or a subdivision of it, such as RU or RU-OMS. [bad-place-code]"
    )
