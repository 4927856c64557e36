"""The garbage collector, out of the way while much is made and nothing thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

MANY = 100_000
"""So many objects more than were thrown away are much."""


class _Pauses:
    """The pauses that last now, of all threads; the first finds what the last restores."""

    number = 0
    was_enabled = False
    turn = RLock()


@contextmanager
def collector_paused(*, kept: bool = False) -> Iterator[None]:
    """Pause the garbage collector: what makes many objects and no rubbish is slowed down by it in vain.

    It is always restored to what it was, in the end by whoever is last of several, in whatever threads.

    Args:
        kept: Whether what is made stays, as a model or an index does. If it is much, it is then put among
            the old objects, as if a collection had already found it in use; else the first collection
            after the pause would look at all of it.

    Example:
        >>> import gc
        >>> with collector_paused():
        ...     gc.isenabled()
        False
    """
    with _Pauses.turn:
        if _Pauses.number == 0:
            _Pauses.was_enabled = gc.isenabled()
            gc.disable()
        _Pauses.number += 1
    try:
        yield
    finally:
        with _Pauses.turn:
            _Pauses.number -= 1
            if _Pauses.number == 0 and _Pauses.was_enabled:
                # Of few objects a collection is no burden, and whoever makes few again and again needs one
                # now and then. What somebody else has frozen stays frozen.
                if kept and gc.get_count()[0] >= MANY and gc.get_freeze_count() == 0:
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()
