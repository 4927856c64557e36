"""Quotation marks within quotation marks."""

from __future__ import annotations

Marks = tuple[str, str]
"""What opens a quotation, and what closes it."""

_APOSTROPHE = "\u2019"


def nested(text: str, outer: Marks, inner: Marks) -> str:
    """Return a text as it stands in quotation marks: its own are the inner ones, and those in them the outer.

    A mark without its fellow stays as it is, and so do the marks of other languages.

    Args:
        text: The text, without the marks around it.
        outer: The marks that will stand around it.
        inner: The marks that stand within those.

    Example:
        >>> nested("Колледж «Ёлка»", ("«", "»"), ("„", "“"))
        'Колледж „Ёлка“'
    """
    if not any(mark in text for mark in outer):
        return text
    closings = dict((outer, inner))
    letters, depth = list(text), 0
    pairs = _pairs(text, closings)
    ends = set(pairs.values())
    for place in range(len(letters)):
        if place in pairs:
            letters[place], letters[pairs[place]] = outer if depth % 2 else inner
            depth += 1
        elif place in ends:
            depth -= 1
    return "".join(letters)


def _pairs(text: str, closings: dict[str, str]) -> dict[int, int]:
    """Return where each quotation opens and closes."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, letter in enumerate(text):
        if letter in closings:
            waiting.append(place)
        elif letter in closings.values() and not (
            letter == _APOSTROPHE and text[place + 1 : place + 2].isalpha()
        ):
            # What was opened since, and not closed, has no fellow.
            for back in reversed(range(len(waiting))):
                if closings[text[waiting[back]]] == letter:
                    found[waiting[back]] = place
                    del waiting[back:]
                    break
    return found
