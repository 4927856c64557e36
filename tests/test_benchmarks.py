"""The benchmarks run: a measurement that cannot be repeated is no measurement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.__main__ import WORKS, main
from benchmarks.generate import SIZES, model

from partnermodel import check


@pytest.mark.parametrize("work", WORKS)
def test_each_benchmark_runs_at_a_tiny_size(
    work: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each work prints a line for each contestant, and writes the same figures as JSON."""
    main([work, "--size", "tiny", "--rounds", "1", "--json", str(tmp_path / "figures.json")])
    figures = json.loads((tmp_path / "figures.json").read_text())[work]
    printed = capsys.readouterr().out
    assert figures
    assert all(contestant in printed and figure > 0 for contestant, figure in figures.items())


def test_the_made_up_country_is_the_same_each_time() -> None:
    """The same seed gives the same model, another seed another one, each of the size that is said."""
    assert model("tiny") == model("tiny")
    assert model("tiny", seed=2) != model("tiny")
    assert len(model("tiny").relations) == SIZES["tiny"]["relation"]


def test_the_made_up_country_uses_known_words_only() -> None:
    """What is measured is what a register looks like: no code in it is unknown to the vocabulary."""
    assert "unknown-term" not in {issue.code for issue in check(model("tiny"), as_of="2026-01-01")}
