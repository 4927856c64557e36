"""A recommended step as a plain sentence, and as a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from partnermodel.analysis.recommending.grounds import Grounds
from partnermodel.analysis.recommending.proposals import BEGUN, Proposal
from partnermodel.analysis.recommending.recommendation import Recommendation
from partnermodel.language.amounts import Given, Number
from partnermodel.language.sayings import Saying, Untold, saying, several
from partnermodel.queries.expectations import Expected


def sentence(grounds: Grounds, step: Proposal, cells: Sequence[Expected]) -> Saying:
    """Return a step as a sentence, in no language yet.

    Args:
        grounds: What knows the names.
        step: The step.
        cells: The expected cells that it adds to.
    """
    source = grounds.name(step.source)
    groups = tuple(grounds.name(group) for group in dict.fromkeys(cell.group for cell in cells))
    places = tuple(grounds.name(id) for id in dict.fromkeys(cell.place for cell in cells) if id is not None)
    where = saying("recommend-in", places=places) if places else ""
    number = min(len(groups), 2)  # beside names, and not beside a number, 21 are a plural
    whom: dict[str, Any] = {"source": source, "whom": groups, "count": number, "where": where}
    match step.action:
        case "agree" if step.group is None:
            other = grounds.name(step.target)
            return saying("recommend-agree-tie", source=source, other=other, how=grounds.begun(step))
        case "agree":
            return saying("recommend-agree", how=grounds.begun(step), **whom)
        case "ask":
            return saying("recommend-ask", **whom)
        case "serve":
            return saying("recommend-serve-too" if grounds.serves(step.source) else "recommend-serve", **whom)
        case "join":
            key = "recommend-take-part" if step.kind == "participates-in" else "recommend-offer"
            return saying(key, target=grounds.name(step.target), **whom)
        case "extend":
            return saying("recommend-extend", **whom)
        case "begin":
            scheme = next(scheme for scheme, (_, kind) in BEGUN.items() if kind == step.kind)
            return saying("recommend-begin", kind=grounds.kind(scheme, step.begins), **whom)
        case _:
            return saying("recommend-connect", source=source, other=grounds.name(step.target))


def row(grounds: Grounds, one: Recommendation) -> tuple[Untold, ...]:
    """Return the row of a recommendation."""
    return (
        one.untold,
        several(map(grounds.cell, one.closes), otherwise="nothing"),
        Number(one.joins),
        Given(one.cost),
        several((ground.untold for ground in one.grounds), otherwise="no-fact"),
        several((ground.untold for ground in one.tried), otherwise="nothing", once=True),
        Number(one.score, 2),
    )
