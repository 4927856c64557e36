"""Bad input never gives a traceback, never writes a file, and never changes one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import call, run

CORPUS = Path(__file__).parents[1] / "data" / "invalid"
FILES = sorted(CORPUS.glob("*.json"))

# A process for each file would take a minute; the first test is within this process, this one is not.
SAMPLE = FILES[:: max(1, len(FILES) // 8)]


def test_there_is_a_corpus() -> None:
    """The laws below are held on many files, not on none."""
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_command_refuses_it_in_words(path: Path, tmp_path: Path) -> None:
    """Each command says what is wrong on standard error, leaves with 1, and touches nothing."""
    before = path.read_bytes()
    page = tmp_path / "page.html"
    runs = [
        call("check", str(path)),
        call("summary", str(path)),
        call("coverage", str(path)),
        call("partners", str(path), "anybody"),
        call("diff", str(path), str(path)),
        call("report", str(path), "-o", str(page)),
    ]
    for ran in runs:
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == runs[0].err
    assert str(path) in runs[0].err.splitlines()[0]
    assert "Traceback" not in runs[0].err
    assert "fault of partnermodel" not in runs[0].err
    machine = call("check", "--format", "json", str(path))
    found = json.loads(machine.out)
    assert (machine.code, machine.err, found["verdict"]) == (1, "", "broken")
    assert all(issue["severity"] == "broken" for issue in found["issues"])
    assert found["issues"]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_it_is_the_same_through_a_pipe(path: Path) -> None:
    """Read from standard input by a process of its own, a file has the same faults under that name."""
    through = run("check", "-", input=path.read_bytes())
    assert (through.code, through.out) == (1, "")
    assert through.err == call("check", str(path)).err.replace(str(path), "standard input")
