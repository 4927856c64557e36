"""The works to be measured: each is a function that returns its contests."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from benchmarks.contest import Contest


def _work(name: str) -> Callable[[], tuple[Contest, ...]]:
    def contests() -> tuple[Contest, ...]:
        found: tuple[Contest, ...] = import_module(f"benchmarks.works.{name}").contests()
        return found

    return contests


NAMES = ("load", "memory", "save", "graph", "questions", "measures", "views", "tabular", "imports", "faults")

_ASKED = {"imports": "import", "tabular": "tables"}

WORKS = {_ASKED.get(name, name): _work(name) for name in NAMES}
"""Each work by the name by which it is asked for. No process imports what another one needs."""
