"""The script that another project would contain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from examples.weekly_digest import changes, digest, talks, unserved

from partnermodel import PartnerModel, load, save

SCRIPT = Path(__file__).parents[2] / "examples" / "weekly_digest.py"
OMSK = load(SCRIPT.with_name("omsk.json"))
TALKS = [
    "Concert trips of the college's students to residential care homes",
    "Joint volunteering projects",
    "Vocational training for residents of stationary institutions",
    "Exchange of experience on inclusive volunteering",
    f"{OMSK.entity('omsk-labour-ministry').name} cooperates with {OMSK.entity('omsk-college').name}",
]
"""The four proposals, and the talks of the ministry and the college about working together."""


def begun() -> PartnerModel:
    """Return the case in which the training for residents has begun."""
    proposal = OMSK["training-for-residents"]
    links = [link for link in OMSK.relations_of(proposal.id) if link.status == "discussed"]
    return OMSK.with_(*(attrs.evolve(record, status="active") for record in (proposal, *links)))


def test_a_week_without_news_has_none() -> None:
    """Of a register that is as it was, nothing has changed, and every talk is as before."""
    assert list(changes(OMSK, OMSK)) == []
    assert [line.partition(" (as before)")[0] for line in talks(OMSK, OMSK)] == TALKS
    assert all("(as before)" in line for line in talks(OMSK, OMSK))


def test_what_has_begun_is_told_and_is_no_talk_any_more() -> None:
    """A proposal that begins is a change; it is discussed no longer, and its group is served."""
    lines = list(changes(OMSK, begun()))
    assert lines[0] == (
        "Vocational training for residents of stationary institutions: status was discussed, is active"
    )
    assert [line.partition(" (as before)")[0] for line in talks(OMSK, begun())] == [*TALKS[:2], *TALKS[3:]]
    assert list(unserved(OMSK)) == ["Residents of stationary institutions"]
    assert list(unserved(begun())) == []


def test_what_comes_and_goes_is_told() -> None:
    """A record that only one of the two registers has is new or gone; so are its relations."""
    less = OMSK.without("media")
    assert list(changes(less, OMSK)) == [
        "new: Media",
        "new: Omsk College of Professional Technologies offers Media",
    ]
    assert [line.replace("gone", "new") for line in changes(OMSK, less)] == list(changes(less, OMSK))


def test_a_change_of_the_register_itself_is_told() -> None:
    """A register that is called otherwise has changed."""
    renamed = PartnerModel("Omsk, the second year", OMSK.values(), language=OMSK.language)
    assert list(changes(OMSK, renamed)) == [f"the register: name was {OMSK.name}, is Omsk, the second year"]


@pytest.mark.parametrize("broken", [False, True])
def test_it_runs_as_a_script(broken: bool, tmp_path: Path) -> None:
    """It prints the note; of a broken register it says why on standard error, and leaves with 1."""
    after = tmp_path / "after.json"
    save(begun(), after)
    if broken:
        after.write_text("{}", encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(SCRIPT.with_name("omsk.json")), str(after)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}, check=False)
    assert run.returncode == int(broken)
    if broken:
        assert run.stdout == ""
        assert "missing-field" in run.stderr
        assert "Traceback" not in run.stderr
    else:
        assert run.stdout.splitlines() == list(digest(OMSK, begun()))
