"""How many active programmes there are for each group in each place, beside pandas."""

from __future__ import annotations

import zlib
from typing import Any

import msgspec

from benchmarks import by_hand
from benchmarks.contest import OURS, Answer, Contest, Contestant, Target
from benchmarks.dataset import Data
from benchmarks.works import load

PANDAS = "pandas, explode and crosstab"

Counts = dict[tuple[str | None, ...], int]


def _ours(model: Any) -> Counts:
    from partnermodel import coverage

    return dict(coverage(model, by=("group", "place")).counts)


def _frames(data: Data) -> Any:
    import pandas

    rows = msgspec.json.decode(data.derived("programmes", by_hand.programmes, by_hand))
    return pandas.DataFrame(rows, columns=["programme", "group", "place", "active"])


def _pandas(programmes: Any) -> Any:
    import pandas

    each = programmes[programmes["active"]].explode("group").explode("place")
    return pandas.crosstab(each["group"], each["place"])


def _counts_in(matrix: Any) -> Counts:
    return {
        (group, place): int(number)
        for place, column in matrix.to_dict().items()
        for group, number in column.items()
    }


def _answer(counts: Counts) -> Answer:
    """Answer with the cells in which something is, in one order; what has no place is in no place."""
    cells = sorted((*cell, number) for cell, number in counts.items() if number)
    in_all = sum(number for number in counts.values())
    return {"cells": len(cells), "in all": in_all, "digest": zlib.crc32(repr(cells).encode())}


def contest() -> Contest:
    """Return the contest."""
    return Contest(
        "coverage matrix, group × place, over all active programmes",
        (
            Contestant(OURS, lambda data: load.ours(data.document), _ours, lambda _, found: _answer(found)),
            Contestant(
                PANDAS, _frames, _pandas, lambda _, found: _answer(_counts_in(found)), needs=("pandas",)
            ),
        ),
        floor=PANDAS,
        targets=(Target(1 / 2, of=PANDAS),),
    )
