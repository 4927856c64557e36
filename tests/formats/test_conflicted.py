"""Documents of two minds: the markers of git, written and found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.merging.families import versions
from tests.strategies import blocks, models

from partnermodel.errors import InvalidDocumentError
from partnermodel.formats.conflicted import conflicted, marker_faults
from partnermodel.formats.files import dumps, load, loads
from partnermodel.model.entities import Organisation, Place
from partnermodel.model.model import PartnerModel

HUNK = re.compile(r"<{7} ours\n(.*?)={7}\n(.*?)>{7} theirs\n", re.DOTALL)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PartnerModel, PartnerModel]:
    """Draw two models, most of them versions of one."""
    one = draw(models(max_entities=5, max_relations=5))
    return one, draw(versions(one) | models(max_entities=4, max_relations=3))


@given(pairs())
def test_either_side_can_be_taken_whole(pair: tuple[PartnerModel, PartnerModel]) -> None:
    """Whoever takes one side of each conflict has the canonical document of that model, byte for byte."""
    text = conflicted(*pair)
    for side, model in zip((r"\1", r"\2"), pair, strict=True):
        assert HUNK.sub(side, text) == dumps(model)


@given(pairs(), st.randoms(use_true_random=False))
def test_each_conflict_can_be_decided_for_itself(
    pair: tuple[PartnerModel, PartnerModel], random: Random
) -> None:
    """Whatever side is taken of each, what is left is JSON, with the brackets and commas that it needs."""
    text = HUNK.sub(lambda found: found[random.choice((1, 2))], conflicted(*pair))
    assert isinstance(json.loads(text), dict)


@given(pairs())
def test_what_is_not_decided_is_no_model(pair: tuple[PartnerModel, PartnerModel]) -> None:
    """As long as a marker is left, the document is refused in one sentence."""
    text = conflicted(*pair)
    if pair[0] == pair[1]:
        assert text == dumps(pair[0])
        return
    for left in (text, HUNK.sub(r"\1>>>>>>> theirs\n", text)):
        with pytest.raises(InvalidDocumentError) as caught:
            loads(left)
        assert [issue.code for issue in caught.value.issues] == ["conflict-markers"]


def test_a_record_is_compared_with_itself() -> None:
    """Lines of a record that both have stand in the conflict only where they differ."""
    ours = PartnerModel("Town", [Organisation("a", "A", status="active"), Organisation("b", "B")])
    theirs = PartnerModel("Town", [Organisation("a", "A", status="planned"), Place("c", "C")])
    assert conflicted(ours, theirs).splitlines()[3:] == [
        '  "organisations": [',
        "    {",
        '      "id": "a",',
        '      "name": "A",',
        "<<<<<<< ours",
        '      "status": "active"',
        "    },",
        "    {",
        '      "id": "b",',
        '      "name": "B"',
        "    }",
        "=======",
        '      "status": "planned"',
        "    }",
        "  ],",
        '  "places": [',
        "    {",
        '      "id": "c",',
        '      "name": "C"',
        "    }",
        ">>>>>>> theirs",
        "  ]",
        "}",
    ]


TWELVE = "/".join(["<<<<<<< a", ">>>>>>> b"] * 12)


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ("<<<<<<< a/x/||||||| c/y/=======/z/>>>>>>> b", "1-7"),
        ("{/<<<<<<< a/<<<<<<</>>>>>>>/}", "2, 3-4"),
        ("{/=======/}/>>>>>>> b/<<<<<<< c", "2, 4, 5"),
        ("{/||||||| c/}", "2"),
        (TWELVE, ", ".join(f"{line}-{line + 1}" for line in range(1, 21, 2)) + ", …"),
    ],
)
def test_every_conflict_is_found_whatever_is_left_of_it(lines: str, places: str) -> None:
    """The lines of each are named, also of one that somebody has begun to decide, and with any line ends."""
    for ends in ("\n", "\r\n"):
        (issue,) = marker_faults(lines.replace("/", ends))
        assert issue.message.endswith(f" in lines {places}")


@given(blocks(40))
def test_no_document_that_is_read_has_a_marker(text: str) -> None:
    """What a model holds is never taken for a marker, whatever it is."""
    model = PartnerModel("Town", [Place("a", "A", description=f"{text}\n<<<<<<< a\n=======\n>>>>>>> b\n")])
    assert loads(dumps(model)) == model
    assert not list(marker_faults(dumps(model)))


def test_a_file_is_named(tmp_path: Path) -> None:
    """The error says which file it is, as for every other fault."""
    path = tmp_path / "town.json"
    path.write_text(conflicted(PartnerModel("A"), PartnerModel("B")), encoding="utf-8")
    with pytest.raises(InvalidDocumentError, match=r"town\.json cannot be read as a model:"):
        load(path)
