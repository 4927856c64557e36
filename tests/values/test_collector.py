"""The garbage collector, while much is made: paused, and afterwards as it was."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import pytest

from partnermodel.values.collector import MANY, collector_paused


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    gc.collect()
    yield
    gc.unfreeze()
    gc.enable()


def made(number: int) -> list[list[object]]:
    """Return so many objects that the collector follows."""
    return [[] for _ in range(number)]


def young() -> int:
    """Return how many objects no collection has looked at, or only one of the young."""
    return len(gc.get_objects(0)) + len(gc.get_objects(1))


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_as_it_was(enabled: bool, kept: bool) -> None:
    """The collector is off within, and afterwards what it was before, also when something goes wrong."""
    (gc.enable if enabled else gc.disable)()
    seen = []
    with suppress(ZeroDivisionError), collector_paused(kept=kept):
        seen.append(gc.isenabled())
        raise ZeroDivisionError
    assert seen == [False]
    assert gc.isenabled() == enabled


@pytest.mark.parametrize("enabled", [True, False])
def test_the_last_of_several_restores_it(enabled: bool) -> None:
    """One pause may end while another lasts, be it within it or not: until both are over it is off."""
    (gc.enable if enabled else gc.disable)()
    with ExitStack() as first:
        first.enter_context(collector_paused())
        with collector_paused():
            first.close()
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
        with collector_paused(), collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() == enabled


def test_threads_do_not_leave_it_off() -> None:
    """However pauses of several threads meet, it is on after them, as it was on before."""

    def pause() -> None:
        for _ in range(100):
            with collector_paused(kept=True):
                assert not gc.isenabled()

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(6) as threads:
            for done in [threads.submit(pause) for _ in range(6)]:
                done.result()
    finally:
        sys.setswitchinterval(usual)
    assert gc.isenabled()


def test_what_is_kept_is_old() -> None:
    """Much that is kept is none of the business of a collection of the young, and can still be freed."""
    with collector_paused(kept=True):
        many = made(2 * MANY)
    assert young() < MANY
    assert gc.get_freeze_count() == 0
    many.append(many)  # type: ignore[arg-type]  # a circle, which only a collection can free
    del many
    assert gc.collect() > 0


def test_what_is_few_or_not_kept_is_young() -> None:
    """Whoever makes little again and again, or throws it away, leaves the collector its work."""
    with collector_paused(kept=True):
        few = made(MANY // 10)
        assert young() >= len(few)
        assert gc.get_count()[0] >= len(few)
    with collector_paused():
        many = made(2 * MANY)
        before = gc.get_count()[0]
    assert before >= len(many)
    assert len(few) + len(many) > 0


def test_what_others_froze_stays_frozen() -> None:
    """Objects that somebody has taken out of all collections are not put back."""
    gc.freeze()
    frozen = gc.get_freeze_count()
    with collector_paused(kept=True):
        many = made(2 * MANY)
    assert gc.get_freeze_count() >= frozen - 100
    assert len(many) == 2 * MANY


def test_what_was_off_stays_off() -> None:
    """Who has turned the collector off decides also what is old."""
    gc.disable()
    with collector_paused(kept=True):
        many = made(2 * MANY)
    assert gc.get_count()[0] >= len(many)
