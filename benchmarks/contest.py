"""What a contest is: one piece of work, those who do it, and how their figures should compare."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Literal

import attrs

from benchmarks.dataset import Data

Answer = dict[str, Any]
Measure = Literal["seconds", "resident", "peak"]
OURS = "partnermodel"


def nothing(_prepared: Any, _result: Any) -> Answer:
    """Answer nothing: for works that are done for their own sake."""
    return {}


def nobody() -> str | None:
    """Return no reason: for contestants who can always take part, and have nothing to remark."""
    return None


@attrs.frozen
class Contestant:
    """One way to do a piece of work.

    Attributes:
        name: What it is called in the table.
        prepare: What is done before the clock begins; what it returns is given to `work`.
        work: What is measured.
        answer: From what `prepare` and `work` returned to what must be the same for all contestants,
            key by key: a contestant that does not know one leaves it out.
        needs: The packages that it needs beyond those of the library.
        calls: How many times over `work` does it; the figures are of one.
        absent: Returns why it cannot take part, or None.
        remark: Returns what a reader of its figures must know, or None.
    """

    name: str
    prepare: Callable[[Data], Any]
    work: Callable[[Any], Any]
    answer: Callable[[Any, Any], Answer] = nothing
    needs: tuple[str, ...] = ()
    calls: int = 1
    absent: Callable[[], str | None] = nobody
    remark: Callable[[], str | None] = nobody

    def why_not(self) -> str | None:
        """Return why it cannot take part, or None."""
        missing = [package for package in self.needs if find_spec(package) is None]
        if missing:
            return f"{' and '.join(missing)}: not installed; the extra `bench` has it"
        return self.absent()


@attrs.frozen
class Target:
    """What a figure should be at most: a number of times another contestant's, or so much outright."""

    at_most: float
    of: str | None = None
    subject: str = OURS
    measure: Measure = "seconds"


@attrs.frozen
class Contest:
    """One piece of work, and those who do it.

    Attributes:
        name: What is done.
        contestants: Who does it.
        ours: The contestant with whom all others are compared.
        floor: Another one with whom they are: who does as little as can be done, or what is usual.
        measures: What is measured: the time, the memory that stays, the most that was in use at once.
        fresh: Whether each round has a new process, as memory needs.
        shared: Whether all contestants work in one process, on what the first of them has prepared.
        rounds: How many rounds are enough, however many are asked for.
        targets: How the figures should compare.
    """

    name: str
    contestants: tuple[Contestant, ...]
    ours: str = OURS
    floor: str | None = None
    measures: tuple[Measure, ...] = ("seconds",)
    fresh: bool = False
    shared: bool = False
    rounds: int = 1000
    targets: tuple[Target, ...] = ()

    def __attrs_post_init__(self) -> None:
        names = [one.name for one in self.contestants]
        told = [self.floor, *(name for target in self.targets for name in (target.of, target.subject))]
        assert len(set(names)) == len(names), "two contestants have the same name"
        assert {name for name in told if name is not None} <= {*names}, f"{self.name}: {told}"
