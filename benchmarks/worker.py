"""The process of a contestant: it does its work when it is told to, and says what that took."""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.contest import Contest, Contestant
from benchmarks.dataset import Data

_CLEAR = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


def measured(contestant: Contestant, prepared: Any) -> dict[str, float | None]:
    """Do the work once, and return what it took: seconds, and bytes of memory where the system tells."""
    gc.collect()
    before = _begin_peak()
    start = time.perf_counter()
    result = contestant.work(prepared)
    seconds = time.perf_counter() - start
    peak = _memory("VmHWM")
    gc.collect()
    after = _memory("VmRSS")
    del result
    if before is None or peak is None or after is None:
        return {"seconds": seconds, "resident": None, "peak": None}
    return {"seconds": seconds, "resident": after - before, "peak": peak - before}


def _begin_peak() -> int | None:
    """Have the system forget the most memory that was in use, and return what is in use now."""
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return None
    return _memory("VmRSS")


def _memory(what: str) -> int | None:
    try:
        found = re.search(rf"^{what}:\s+(\d+) kB$", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
    except OSError:
        return None
    return None if found is None else int(found[1]) * 1024


def serve(contest: Contest, data: Data) -> None:
    """Carry out orders, one a line, each with the number of a contestant, until there are no more."""
    ready: dict[Any, Any] = {}
    warm = set()
    for line in sys.stdin:
        order, number = line.split()
        contestant = contest.contestants[int(number)]
        if number not in warm:
            warm.add(number)
            warm_up(contestant, data)
        if contestant.prepare not in ready:
            ready[contestant.prepare] = contestant.prepare(data)
        prepared = ready[contestant.prepare]
        said: dict[str, Any]
        if order == "answer":
            answer = contestant.answer(prepared, contestant.work(prepared))
            said = {"answer": answer, "remark": contestant.remark()}
        else:
            said = measured(contestant, prepared)
        print(json.dumps(said), flush=True)


def warm_up(contestant: Contestant, data: Data) -> None:
    """Do the work once on next to nothing, so that no import and no compiling is measured."""
    if data.size != "tiny":
        tiny = Data("tiny")
        contestant.work(contestant.prepare(tiny))


def main() -> None:
    """Serve in the contest that the arguments name: its work, its number, the size and the seed."""
    from benchmarks.works import WORKS

    work, contest, size, seed = sys.argv[1:]
    serve(WORKS[work]()[int(contest)], Data(size, int(seed)))


if __name__ == "__main__":
    main()
