"""How records look in every picture: a shape and a colour for each type, a line for how far things have come.

No difference is told by colour alone. The colours are those of Okabe and Ito (2008, Color Universal
Design), which people with any common colour vision can tell apart; the lightest of them are seen by
the outline that every shape has.
"""

from __future__ import annotations

import attrs

from partnermodel.vocabulary.vocabulary import Vocabulary


@attrs.frozen
class Look:
    """How a record of one type looks.

    Attributes:
        shape: The name of its shape.
        colour: The colour of its inside, as `#rrggbb`.
    """

    shape: str
    colour: str


LOOKS: dict[str, Look] = {
    "organisation": Look("circle", "#0072b2"),
    "centre": Look("square", "#d55e00"),
    "programme": Look("triangle", "#009e73"),
    "initiative": Look("diamond", "#cc79a7"),
    "group": Look("hexagon", "#e69f00"),
    "person": Look("pentagon", "#56b4e9"),
    "place": Look("triangle-down", "#f0e442"),
    "document": Look("page", "#999999"),
    "statement": Look("star", "#ffffff"),
}
"""How each type of record looks, in the order of the legend."""

OTHER = Look("cross", "#ffffff")
"""How a node looks of which no type is known, as in a graph that was not made of a model."""


@attrs.frozen
class Stage:
    """How far things have come, as far as a line can tell it.

    Attributes:
        name: Its name.
        statuses: The statuses that it stands for.
        dashes: The lengths of its dashes and gaps by turns, in widths of the line; a whole line has none.
    """

    name: str
    statuses: tuple[str, ...]
    dashes: tuple[float, ...]


STAGES: tuple[Stage, ...] = (
    Stage("now", ("active", "exists"), ()),
    Stage("ahead", ("agreed", "planned", "expected"), (6, 3)),
    Stage("discussed", ("discussed",), (3, 2)),
    Stage("over", ("suspended", "completed", "cancelled", "not-pursued"), (1, 2)),
    Stage("unknown", ("unknown",), (6, 2, 1, 2)),
)
"""The stages in the order of the legend: what goes on, what may come, what is over, what nobody says."""

_STAGE_OF = {status: stage for stage in STAGES for status in stage.statuses}


def look_of(type: str | None) -> Look:
    """Return how a record of a type looks; a node of no known type is a cross.

    Example:
        >>> look_of("organisation").shape, look_of(None).shape
        ('circle', 'cross')
    """
    return LOOKS.get(type or "", OTHER)


def stage_of(status: str | None, vocabulary: Vocabulary) -> Stage:
    """Return how far a status is; of a word that a file adds, the stage of the nearest wider word.

    Example:
        >>> from partnermodel import STANDARD
        >>> stage_of("planned", STANDARD).name, stage_of("half-way", STANDARD).name
        ('ahead', 'unknown')
    """
    for wider in vocabulary.wider("status", status) if status is not None else ():
        if wider in _STAGE_OF:
            return _STAGE_OF[wider]
    return _STAGE_OF["unknown"]
