"""Functions that are written for one class, as attrs writes an `__init__`: the only place where code is made.

What is asked of a million records should not first ask which fields they have. The source is made of the
names of the fields of our own classes, and of nothing that a file holds: it is fixed before one is opened.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterable, Mapping
from typing import Any


def function(name: str, lines: Iterable[str], given: Mapping[str, object]) -> Callable[..., Any]:
    """Return the function that some lines define.

    Args:
        name: Its name.
        lines: The lines of its definition.
        given: What it may name besides its arguments and what is built in.

    Example:
        >>> twice = function("twice", ["def twice(number):", "    return number * factor"], {"factor": 2})
        >>> twice(21)
        42
    """
    source = "\n".join([*lines, ""])
    place = f"<partnermodel: {name}>"
    # So that a traceback, a debugger and a profiler show its lines.
    linecache.cache[place] = len(source), None, source.splitlines(keepends=True), place
    scope: dict[str, Any] = dict(given)
    exec(compile(source, place, "exec"), scope)
    made: Callable[..., Any] = scope[name]
    return made
