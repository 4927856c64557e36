"""`python -m benchmarks WORK [--size tiny|small|large] [--rounds N] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import attrs

from benchmarks.contest import Contest
from benchmarks.dataset import Data
from benchmarks.generate import SIZES
from benchmarks.runner import BenchmarkError, Figures, Place, held
from benchmarks.tables import missed, printed
from benchmarks.works import WORKS

PACKAGES = (
    "attrs", "cattrs", "msgspec", "networkx",
    "followthemoney", "igraph", "orjson", "pandas", "plotly", "pydantic", "pyvis", "rustworkx", "scipy",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> None:
    """Do the works that are asked for, and print a table of each contest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("work", choices=[*WORKS, "all"])
    parser.add_argument("--size", choices=list(SIZES), default="small")
    parser.add_argument("--seed", type=int, default=1, help="another made-up country of the same size")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument(
        "--together",
        action="store_true",
        help="one process for all contestants: quick, to see that they run; the figures mean little",
    )
    options = parser.parse_args(arguments)
    data = Data(options.size, options.seed)
    results: dict[str, Any] = {
        "machine": f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}",
        "versions": _versions(),
        "size": options.size,
        "seed": options.seed,
        "megabytes": len(data.document) / 1e6,
        "rounds": options.rounds,
    }
    print(f"{results['machine']}; a register of {results['megabytes']:.1f} MB")
    for work in WORKS if options.work == "all" else [options.work]:
        results[work] = [
            _done(Place(work, number), _held_as(contest, options.together), data, options.rounds)
            for number, contest in enumerate(WORKS[work]())
        ]
    if options.json is not None:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def _held_as(contest: Contest, together: bool) -> Contest:
    return attrs.evolve(contest, fresh=False, shared=True) if together else contest


def _done(place: Place, contest: Contest, data: Data, rounds: int) -> dict[str, Any]:
    print(f"\n{place.work}: {contest.name}, size {data.size}", flush=True)
    remarks: list[str] = []
    try:
        figures: Figures = held(place, contest, data, rounds, remarks.append)
    except BenchmarkError as error:
        sys.exit(f"{place.work}: {error}")
    # What is to be reached is said of a whole country; next to nothing takes mostly what any call takes.
    targets = () if data.size == "tiny" else missed(contest, figures)
    for line in (*printed(contest, figures), *remarks, *targets):
        print(line)
    return {
        "contest": contest.name,
        "rounds": min(rounds, contest.rounds),
        "figures": figures,
        "remarks": remarks,
    }


def _versions() -> dict[str, str]:
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    main()
