"""A recommended step as a plain sentence, and as a row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from partnermodel.analysis.recommending.grounds import Grounds
from partnermodel.analysis.recommending.proposals import BEGUN, Proposal
from partnermodel.analysis.recommending.recommendation import Recommendation
from partnermodel.queries.expectations import Expected
from partnermodel.values.table import Cell


def sentence(grounds: Grounds, step: Proposal, cells: Sequence[Expected]) -> str:
    """Return a step as a sentence.

    Args:
        grounds: What knows the names.
        step: The step.
        cells: The expected cells that it adds to.
    """
    source = grounds.name(step.source)
    groups = [grounds.name(group) for group in dict.fromkeys(cell.group for cell in cells)]
    places = [grounds.name(id) for id in dict.fromkeys(cell.place for cell in cells) if id is not None]
    whom = ", ".join(groups)
    where = f" in {', '.join(places)}" if places else ""
    match step.action:
        case "agree" if step.group is None:
            other = grounds.name(step.target)
            how = grounds.begun(step)
            return f"Move on with what {source} and {other} have begun: {how}."
        case "agree":
            return f"Move on with {source} ({grounds.begun(step)}), for {whom}{where}."
        case "ask":
            return f"Find out whether {source} serves {whom}{where}: nobody says where it is."
        case "serve":
            return f"{source} could serve {whom}{where}{' as well' if grounds.serves(step.source) else ''}."
        case "join":
            does = "take part in" if step.kind == "participates-in" else "offer"
            return f"{source} could {does} {grounds.name(step.target)}, for {whom}{where}."
        case "extend":
            return f"{source} could be{where} as well, for {whom}."
        case "begin":
            scheme = next(scheme for scheme, (_, kind) in BEGUN.items() if kind == step.kind)
            begun = grounds.kind(scheme, step.begins)
            return f"{source} could begin something new for {whom}{where}: {begun}."
        case _:
            return f"{source} and {grounds.name(step.target)} could work together."


def row(grounds: Grounds, one: Recommendation) -> tuple[Cell, ...]:
    """Return the row of a recommendation."""
    return (
        one.reason,
        "; ".join(grounds.cell(cell) for cell in one.closes) or "nothing",
        str(one.joins),
        f"{one.cost:g}",
        "; ".join(ground.words for ground in one.grounds) or "no fact",
        "; ".join(dict.fromkeys(ground.words for ground in one.tried)) or "nothing",
        "not defined" if one.score is None else f"{one.score:.2f}",
    )
