"""Pictures tell every difference in more than one way."""

from __future__ import annotations

from itertools import combinations

from partnermodel import STANDARD, Term, Vocabulary
from partnermodel.model.catalogues import RECORD_TYPES
from partnermodel.views.appearance import LOOKS, OTHER, STAGES, look_of, stage_of


def test_every_type_has_a_look_of_its_own() -> None:
    """Each type of record that can be a node has a look, and no two have the same shape."""
    assert [*LOOKS, "relation"] == list(dict.fromkeys([*LOOKS, *RECORD_TYPES]))
    shapes = [look.shape for look in (*LOOKS.values(), OTHER)]
    assert len(set(shapes)) == len(shapes)


def test_every_standard_status_has_one_stage() -> None:
    """The stages share out the standard statuses: none is left over, none is in two."""
    told = [status for stage in STAGES for status in stage.statuses]
    assert sorted(told) == sorted(STANDARD.codes("status"))


def test_lines_of_two_stages_differ_without_colour() -> None:
    """No two stages have the same dashes."""
    assert all(one.dashes != other.dashes for one, other in combinations(STAGES, 2))


def test_a_word_that_a_file_adds_looks_like_the_wider_one() -> None:
    """A status of a file's own has the stage of the standard one above it; with none, it is unknown."""
    words = Vocabulary(
        [Term("status", "signed", broader="agreed", labels={"en": "signed"}), Term("status", "odd")]
    )
    stages = [stage_of(status, words).name for status in ("signed", "odd", None)]
    assert stages == ["ahead", "unknown", "unknown"]
    assert look_of("club") is OTHER
