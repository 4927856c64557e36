"""`python -m benchmarks load|questions|import|all [--size tiny|region] [--rounds N] [--json FILE]`."""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.generate import SIZES, model

Figures = dict[str, float]


def timed(work: Callable[[], Any]) -> float:
    """Return how many seconds a piece of work takes, by the clock on the wall."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(contestants: dict[str, Callable[[], Any]], rounds: int) -> Figures:
    """Return the median seconds of each contestant; taking turns, they share the machine's moods."""
    runs: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, work in contestants.items():
            runs[name].append(timed(work))
    return {name: statistics.median(taken) for name, taken in runs.items()}


def load(size: str, rounds: int) -> Figures:
    """Bytes to a checked model, beside msgspec's bare structs with the collector off: the floor."""
    from partnermodel import dumps, loads
    from partnermodel.formats.twins import decoder

    made = model(size)
    data = dumps(made).encode()
    assert loads(data) == made, "the file does not hold the model"

    def floor() -> None:
        gc.disable()
        try:
            decoder().decode(data)
        finally:
            gc.enable()

    figures = in_turn(
        {"msgspec structs (floor)": floor, "loads": lambda: loads(data), "dumps": lambda: dumps(made)}, rounds
    )
    return figures | {"megabytes": len(data) / 1e6}


def questions(size: str, rounds: int) -> Figures:
    """Each question on a loaded model, once its index is made."""
    from partnermodel import (
        check,
        compare,
        coverage,
        find,
        organisation_network,
        partners,
        timeline,
        to_networkx,
    )

    made = model(size)
    busiest = max(made.organisations, key=lambda one: len(made.relations_of(one)))
    return in_turn(
        {
            "partners of the busiest": lambda: partners(made, busiest),
            "find a name": lambda: find(made, "колледж"),
            "coverage group × place": lambda: coverage(made).gaps,
            "timeline": lambda: timeline(made),
            "compare with itself": lambda: compare(made, made),
            "check": lambda: check(made, as_of="2026-01-01"),
            "at a day": lambda: made.at("2020-01-01"),
            "where active": lambda: made.where(status="active"),
            "with_ one record": lambda: made.with_(made.organisations[busiest]),
            "to_networkx": lambda: to_networkx(made),
            "organisation_network": lambda: organisation_network(made),
        },
        rounds,
    )


def imports(size: str, rounds: int) -> Figures:
    """A whole Python process that imports us, beside one that imports attrs and msgspec, and a bare one."""
    programs = {
        "bare python": "pass",
        "attrs and msgspec": "import attrs, msgspec",
        "partnermodel": "import partnermodel",
        "partnermodel, a model made": (
            "import partnermodel as p; p.PartnerModel('Town', [p.Organisation('a', 'A')])"
        ),
    }

    def start(program: str) -> Callable[[], Any]:
        return lambda: subprocess.run([sys.executable, "-c", program], check=True)

    return in_turn({name: start(program) for name, program in programs.items()}, rounds)


WORKS: dict[str, Callable[[str, int], Figures]] = {"load": load, "questions": questions, "import": imports}


def main(arguments: list[str] | None = None) -> None:
    """Do the works that are asked for, and print a table of each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("work", choices=[*WORKS, "all"])
    parser.add_argument("--size", choices=list(SIZES), default="region")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args(arguments)
    machine = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"
    results: dict[str, Any] = {"machine": machine, "size": options.size, "rounds": options.rounds}
    print(machine)
    for name in WORKS if options.work == "all" else [options.work]:
        figures = results[name] = WORKS[name](options.size, options.rounds)
        print(f"\n{name}, size {options.size}: medians of {options.rounds} rounds")
        first = next(iter(figures.values()))
        for contestant, figure in figures.items():
            if contestant == "megabytes":
                print(f"{contestant:32} {figure:10.1f}")
            else:
                print(f"{contestant:32} {figure * 1000:10.2f} ms {figure / first:8.2f} × the first")
    if options.json is not None:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
