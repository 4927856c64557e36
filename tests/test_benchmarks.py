"""The benchmarks run: a measurement that cannot be repeated is no measurement."""

from __future__ import annotations

import json
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from benchmarks import by_hand
from benchmarks.__main__ import main
from benchmarks.generate import SIZES, document
from benchmarks.runner import BenchmarkError, agree
from benchmarks.works import WORKS

from partnermodel import check, coverage, dumps, loads, organisation_network


@pytest.mark.parametrize("work", WORKS)
def test_each_benchmark_runs_at_a_tiny_size(
    work: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each contestant has its figures, printed and as JSON, or a line that says why it has none."""
    figures = tmp_path / "figures.json"
    apart = [] if work == "load" else ["--together"]
    main([work, "--size", "tiny", "--rounds", "1", "--json", str(figures), *apart])
    told = json.loads(figures.read_text(encoding="utf-8"))[work]
    printed = capsys.readouterr().out.splitlines()
    for contest, found in zip(WORKS[work](), told, strict=True):
        assert found["contest"] == contest.name
        for contestant in contest.contestants:
            assert any(line.startswith(contestant.name) for line in printed)
            if contestant.name not in found["figures"]:
                assert f"{contestant.name} does not take part ({contestant.why_not()})." in printed
            else:
                assert [*found["figures"][contestant.name]] == [*contest.measures]
                assert all(len(runs) <= 1 for runs in found["figures"][contestant.name].values())


def test_contestants_who_disagree_are_not_timed() -> None:
    """Answers that differ in what both have are refused, but for the last digits of a fraction."""
    agree({"one": {"ids": [1], "share": 0.25}, "other": {"share": 0.2500001}, "third": {"ids": [1]}})
    with pytest.raises(BenchmarkError, match=r"'ids': one has \[1\], third \[2\]$"):
        agree({"one": {"ids": [1], "share": 0.25}, "third": {"ids": [2]}})


def test_the_made_up_country_is_the_same_each_time() -> None:
    """The same seed gives the same bytes, another seed others, each of the size that is said."""
    assert document("tiny") == document("tiny")
    assert document("tiny", seed=2) != document("tiny")
    model = loads(document("tiny"))
    assert len(model.places) == SIZES["tiny"]["region"] + SIZES["tiny"]["municipality"]
    for scheme, number in SIZES["tiny"].items():
        if scheme not in ("region", "municipality"):
            assert len(getattr(model, f"{scheme}s")) == number


@pytest.mark.parametrize("seed", range(5))
def test_the_made_up_country_is_canonical_and_speaks_known_words(seed: int) -> None:
    """What is measured is what the library would write, and no code in it is unknown."""
    model = loads(document("tiny", seed))
    assert dumps(model).encode() == document("tiny", seed)
    assert "unknown-term" not in {issue.code for issue in check(model, as_of="2026-01-01")}


@pytest.mark.parametrize("seed", range(5))
def test_what_is_found_by_hand_is_what_the_library_finds(seed: int) -> None:
    """The network and the programmes that the peers are given are those of the model."""
    data = document("tiny", seed)
    model = loads(data)
    ids, pairs = json.loads(by_hand.network(data))
    joined = {frozenset(pair) for pair in organisation_network(model).edges}
    assert {frozenset((ids[one], ids[other])) for one, other in pairs} == joined
    matrix = coverage(model, by=("group", "place"))
    active = {
        cell: sum(provision.status in matrix.counted for provision in inside)
        for cell, inside in matrix.cells.items()
    }
    rows = json.loads(by_hand.programmes(data))
    assert Counter(active) == Counter(
        cell for _, groups, places, counts in rows if counts for cell in product(groups, places)
    )
