"""Doubts as lines: what is doubtful in the same way in many places is said once, and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from partnermodel.cli.reading import line_of
from partnermodel.wording import one_by_one, worded

if TYPE_CHECKING:
    from partnermodel.errors import Issue

_NAMED = 3
"""So many more places are named in a line; one more is named as well, and of several the rest is counted."""

_LINES = 5
"""So many lines have one code; one more is told as well, and of several the rest is counted."""

HOW_TO_SEE_ALL = worded("Give --all to see each on a line of its own.")


def lines_of_doubts(issues: Sequence[Issue]) -> list[str]:
    """Return doubts as lines, those of one code together, in the order in which the codes are met first.

    Those of a code that say the same are one line, with the first places and the number of the others.
    Of a code that says very many things, the first are told, and those that are left are counted. Where
    anything is counted rather than named, the last line says how to see all.
    """
    by_code: dict[str, dict[tuple[str, str], list[Issue]]] = {}
    for issue in issues:
        alike = by_code.setdefault(issue.code, {})
        alike.setdefault((issue.message, issue.hint), []).append(issue)
    lines = [line for code, alike in by_code.items() for line in _lines_of(code, list(alike.values()))]
    named = sum(_named(len(alike)) for code in by_code.values() for alike in _told(list(code.values())))
    return lines if named == len(issues) else [*lines, HOW_TO_SEE_ALL]


def _lines_of(code: str, all_alike: Sequence[Sequence[Issue]]) -> Iterator[str]:
    """Yield the lines of one code."""
    told = _told(all_alike)
    yield from map(_line_of_alike, told)
    rest = sum(map(len, all_alike[len(told) :]))
    if rest:
        yield worded("  {rest} [{code}]", rest=worded("… and {more} more", more=rest), code=code)


def _told(all_alike: Sequence[Sequence[Issue]]) -> Sequence[Sequence[Issue]]:
    return all_alike if len(all_alike) <= _LINES + 1 else all_alike[:_LINES]


def _named(count: int) -> int:
    """Return how many of some places with the same doubt are named."""
    return count if count <= _NAMED + 2 else _NAMED + 1


def _line_of_alike(alike: Sequence[Issue]) -> str:
    """Return the line of doubts that say the same of different places."""
    import attrs

    first, *others = alike
    if not others:
        return line_of(first)
    named = _named(len(alike))
    places = one_by_one(issue.path for issue in alike[1:named])
    message = (
        worded("{message}; the same in {places}", message=first.message, places=places)
        if named == len(alike)
        else worded(
            "{message}; the same in {places}, and in {more} more places",
            message=first.message,
            places=places,
            more=len(alike) - named,
        )
    )
    return line_of(attrs.evolve(first, message=message))
