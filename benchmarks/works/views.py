"""A network as a page: how long it takes to make, how large it is, and what a browser makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.works.viewing import browser, pages


class _Look:
    """Looks at a page once it is made, and remembers what it saw."""

    def __init__(self) -> None:
        self._said: str | None = None

    def answer(self, graph: Any, page: str) -> Answer:
        """Answer with nothing that others must have as well; what the browser saw is told as a remark."""
        found = browser.seen(page, pages.names(graph))
        paint = "nothing painted" if found.paint is None else f"first content after {found.paint:.0f} ms"
        self._said = (
            f"{len(page.encode()) / 1000:.0f} kB; {found.requests} requests; {found.scripts} scripts of "
            f"{found.letters / 1000:.0f} thousand characters; {found.names} of {len(graph)} names in the "
            f"accessibility tree; {paint}"
        )
        return {}

    def remark(self) -> str | None:
        """Return what was seen."""
        return self._said


def _contestant(name: str, make: Callable[[Any], str], *needs: str) -> Contestant:
    look = _Look()
    return Contestant(
        name,
        pages.network,
        make,
        look.answer,
        needs=("playwright", *needs),
        absent=browser.missing,
        remark=look.remark,
    )


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "a page of a network",
            (
                _contestant(OURS, pages.ours),
                _contestant("pyvis, all in one file", pages.pyvis, "pyvis"),
                _contestant("plotly", pages.plotly, "plotly"),
                _contestant("cytoscape.js, from a network", pages.cytoscape),
            ),
            rounds=3,
            targets=(Target(1),),
        ),
    )
