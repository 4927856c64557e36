"""A contest held: each contestant in its own process, in turn, and only if all give the same answer."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import attrs

from benchmarks.contest import Answer, Contest, Contestant, Measure
from benchmarks.dataset import Data

Figures = dict[str, dict[Measure, list[float]]]
"""Of each contestant, by name, what each round took."""


class BenchmarkError(Exception):
    """There are no figures to compare."""


@attrs.frozen
class Place:
    """Where a contestant stands: the work, and the numbers of the contest and of the contestant in it."""

    work: str
    contest: int
    contestant: int = 0


class _Crew:
    """The contestants at work: each in a process of its own, kept or new for each order, or all in one."""

    def __init__(self, data: Data, stack: ExitStack | None, *, shared: bool) -> None:
        self._data = data
        self._stack = stack
        self._shared = shared
        self._kept: dict[str, subprocess.Popen[str]] = {}

    def told(self, contestant: Contestant, place: Place, order: str) -> dict[str, Any]:
        """Give an order to a contestant, and return what it says when it is done."""
        if self._stack is None:
            with _at_work(place, self._data) as process:
                return _said(process, order, contestant.name, place.contestant)
        name = "" if self._shared else contestant.name
        if name not in self._kept:
            self._kept[name] = self._stack.enter_context(_at_work(place, self._data))
        return _said(self._kept[name], order, contestant.name, place.contestant)


@contextmanager
def _at_work(place: Place, data: Data) -> Iterator[subprocess.Popen[str]]:
    names = [place.work, str(place.contest), data.size, str(data.seed)]
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.worker", *names],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
    ) as process:
        yield process


def _said(process: subprocess.Popen[str], order: str, name: str, number: int) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(f"{order} {number}\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        line = ""
    if not line:
        raise BenchmarkError(f"{name} has stopped at work; above stands why.")
    found: dict[str, Any] = json.loads(line)
    return found


def held(place: Place, contest: Contest, data: Data, rounds: int, say: Callable[[str], None]) -> Figures:
    """Hold a contest and return what each round took.

    Args:
        place: Where the contest stands.
        contest: The contest.
        data: What they work on.
        rounds: How many rounds.
        say: Told why a contestant does not take part, and what it remarks.

    Raises:
        BenchmarkError: The answers are not the same, or a contestant has failed.
    """
    present = []
    for index, contestant in enumerate(contest.contestants):
        reason = contestant.why_not()
        if reason is None:
            present.append((contestant, attrs.evolve(place, contestant=index)))
        else:
            say(f"{contestant.name} does not take part ({reason}).")
    figures: Figures = {one.name: {measure: [] for measure in contest.measures} for one, _ in present}
    answers: dict[str, Answer] = {}
    with ExitStack() as stack:
        crew = _Crew(data, None if contest.fresh else stack, shared=contest.shared)
        for one, where in present:
            said = crew.told(one, where, "answer")
            answers[one.name] = said["answer"]
            if said["remark"] is not None:
                say(f"{one.name}: {said['remark']}")
        agree(answers)
        for _ in range(min(rounds, contest.rounds)):
            for one, where in present:
                took = crew.told(one, where, "measure")
                for measure, runs in figures[one.name].items():
                    if took[measure] is not None:
                        runs.append(took[measure] / one.calls)
    return figures


def agree(answers: Mapping[str, Answer]) -> None:
    """Refuse answers of which two differ in something that both have.

    Raises:
        BenchmarkError: Two differ; it names them, and what each has answered.
    """
    known: dict[str, tuple[str, Any]] = {}
    for name, answer in answers.items():
        for key, value in answer.items():
            first, expected = known.setdefault(key, (name, value))
            if not same(value, expected):
                differ = f"{first} has {expected!r}, {name} {value!r}"
                raise BenchmarkError(f"no figures, for the answers differ in {key!r}: {differ}")


def same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are the same, but for the last digits of fractions."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-3, abs_tol=1e-9)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
